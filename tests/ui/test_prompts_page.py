"""The page Prompts: writing, saving, comparing, restoring, files, and using a prompt in a chat."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest

from hone.domain.prompts import FewShot, PromptBody, SavedPrompt, Variable, VariableKind
from hone.services import Services
from hone.services.prompt_files import FileFormat
from hone.ui.kit.theme import Theme
from hone.ui.main_window import MainWindow

pytestmark = pytest.mark.window
BODY = PromptBody(system="Be {{tone}}.", variables=(Variable(name="tone", default="kind"),))


@pytest.fixture
def saved(services: Services) -> SavedPrompt:
    return services.prompts.create("Tone", BODY, folder="work", tags=["x"], note="first")


@pytest.fixture
def prompts(window: MainWindow, qtbot: Any) -> Any:
    window.open_page("prompts")
    page: Any = window.page("prompts")
    qtbot.waitUntil(lambda: bool(page.desk.prompts), timeout=5000)
    return page


@pytest.fixture
def opened(saved: SavedPrompt, prompts: Any, qtbot: Any) -> Any:
    prompts.open_prompt(saved.id)
    qtbot.waitUntil(lambda: prompts.desk.prompt_id == saved.id, timeout=5000)
    return prompts


def write(page: Any, text: str) -> None:
    """Write at the end of the system prompt, as keys would."""
    page.editor.system.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.system.insertPlainText(text)


def save(page: Any, qtbot: Any, note: str = "") -> None:
    number = len(page.desk.open_prompt.versions)
    page.bar._note.setText(note)
    page.save()
    qtbot.waitUntil(lambda: len(page.desk.open_prompt.versions) == number + 1, timeout=5000)


def test_an_empty_library_says_what_to_do_and_lists_the_starters(prompts: Any) -> None:
    assert prompts._stack.currentIndex() == 0
    assert {prompt.folder for prompt in prompts.desk.prompts} == {"Starters"}


def test_a_new_prompt_is_named_and_saved_as_its_first_version(
    prompts: Any, services: Services, qtbot: Any
) -> None:
    prompts.new_prompt()
    qtbot.waitUntil(lambda: bool(prompts.desk.prompt_id), timeout=5000)
    assert prompts.editor.heading.name.selectedText() == "Untitled prompt"
    prompts.editor.heading.name.setText("Sums")
    prompts.editor.heading.name.editingFinished.emit()
    qtbot.waitUntil(lambda: prompts.desk.open_prompt.prompt.name == "Sums", timeout=5000)
    write(prompts, "Add {{a}} and {{b}}.")
    assert [each.name for each in prompts.editor.variables.variables()] == ["a", "b"]
    save(prompts, qtbot, "first")
    prompt = services.prompts.find("sums")
    [version] = services.prompts.versions(prompt.id)
    assert (version.number, version.note, version.body.system) == (1, "first", "Add {{a}} and {{b}}.")
    assert prompts.bar.note() == ""


def test_what_is_not_saved_survives_a_restart(
    opened: Any, saved: SavedPrompt, services: Services, make_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    write(opened, " Be brief.")
    opened.closing()
    qtbot.waitUntil(lambda: services.prompts.draft(saved.id) is not None, timeout=5000)
    window = make_window()
    window.open_page("prompts")
    page: Any = window.page("prompts")
    page.open_prompt(saved.id)
    qtbot.waitUntil(lambda: page.editor.system.text() == "Be {{tone}}. Be brief.", timeout=5000)
    assert page.desk.open_prompt.changed
    page.discard()
    assert page.editor.system.text() == BODY.system
    qtbot.waitUntil(lambda: services.prompts.draft(saved.id) is None, timeout=5000)


def test_versions_are_compared_and_an_old_one_restored(opened: Any, services: Services, qtbot: Any) -> None:
    write(opened, "\nOne line more.")
    save(opened, qtbot, "longer")
    opened.compare()
    assert opened._middle.currentWidget() is opened.comparison
    view = opened.comparison.view
    assert view.counts() == (1, 0)
    assert "+  One line more." in view.toPlainText()
    for dark in ("dark", "light"):
        Theme.current().set_mode(dark)
        assert "+  One line more." in view.toPlainText()
    view.go(1)
    assert view.textCursor().block().text() == "+  One line more."
    opened.comparison._restore.click()
    qtbot.waitUntil(lambda: len(opened.desk.open_prompt.versions) == 3, timeout=5000)
    assert opened.desk.open_prompt.versions[0].body == BODY
    assert opened.editor.system.text() == BODY.system


def test_escape_leads_back_from_a_comparison_to_the_text(opened: Any, qtbot: Any) -> None:
    opened.compare()
    assert opened._middle.currentWidget() is opened.comparison
    qtbot.keyClick(opened.comparison.view, Qt.Key.Key_Escape)
    assert opened._middle.currentWidget() is not opened.comparison


def test_what_is_written_can_be_compared_with_any_version(opened: Any) -> None:
    write(opened, " Now.")
    opened.history.version_chosen.emit(opened.desk.open_prompt.versions[0].id)
    assert opened.comparison.view.counts() == (1, 1)


def test_a_variable_keeps_its_kind_through_a_new_name(opened: Any, qtbot: Any) -> None:
    row = opened.editor.variables._rows[0]
    row._on_kind_picked(VariableKind.CHOICE.value)
    row._choices.setText("kind, curt")
    row._choices.textEdited.emit("kind, curt")
    row.name.setText("mood")
    row.name.editingFinished.emit()
    body = opened.desk.open_prompt.body
    assert body.system == "Be {{mood}}."
    assert body.variables == (
        Variable(name="mood", kind=VariableKind.CHOICE, choices=("kind", "curt"), default="kind"),
    )
    assert opened.editor.system.text() == "Be {{mood}}."


def test_a_variable_that_stands_nowhere_is_marked_and_can_be_removed(opened: Any) -> None:
    opened.editor.system.setPlainText("Be kind.")
    [row] = opened.editor.variables._rows
    assert row._unused.isVisibleTo(row)
    row._remove.click()
    assert opened.desk.open_prompt.body.variables == ()


def test_half_written_variables_leave_nothing_behind(opened: Any) -> None:
    opened.editor.system.moveCursor(QTextCursor.MoveOperation.End)
    for letter in " {{words}}":
        opened.editor.system.insertPlainText(letter)
        if letter == "w":
            opened.editor.system.insertPlainText("}}")
            opened.editor.system.textCursor().deletePreviousChar()
            opened.editor.system.textCursor().deletePreviousChar()
    assert [each.name for each in opened.editor.variables.variables()] == ["tone", "words"]


def test_a_changed_starter_is_saved_as_a_copy(prompts: Any, services: Services, qtbot: Any) -> None:
    prompts.open_prompt("starter:role")
    qtbot.waitUntil(lambda: prompts.desk.prompt_id == "starter:role", timeout=5000)
    assert prompts.editor.heading.name.isReadOnly()
    write(prompts, " Mine.")
    prompts.save()
    qtbot.waitUntil(lambda: prompts.desk.prompt_id not in ("", "starter:role"), timeout=5000)
    assert [version.number for version in prompts.desk.open_prompt.versions] == [2, 1]
    assert services.prompts.draft("starter:role") is None


def test_a_deleted_prompt_comes_back_by_undo(
    opened: Any, services: Services, window: Any, qtbot: Any
) -> None:
    opened.delete_prompt()
    qtbot.waitUntil(lambda: opened._stack.currentIndex() == 0, timeout=5000)
    qtbot.waitUntil(lambda: window._toaster.isVisible(), timeout=5000)
    window._toaster._button.click()
    qtbot.waitUntil(lambda: opened.desk.prompt_id != "", timeout=5000)
    assert services.prompts.find("tone").name == "Tone"


def test_files_are_dropped_onto_the_page_and_taken_back(
    opened: Any, saved: SavedPrompt, services: Services, window: Any, tmp_path: Path, qtbot: Any
) -> None:
    [path] = services.prompts.export_all([saved.id], tmp_path, FileFormat.MARKDOWN)
    path.write_text(path.read_text() + "From a file.\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.dropEvent(drop)
    qtbot.waitUntil(lambda: len(opened.desk.open_prompt.versions) == 2, timeout=5000)
    assert "From a file." in opened.editor.system.text()
    qtbot.waitUntil(lambda: window._toaster.isVisible(), timeout=5000)
    window._toaster._button.click()
    qtbot.waitUntil(lambda: len(opened.desk.open_prompt.versions) == 1, timeout=5000)


def test_a_file_that_is_wrong_is_told_with_its_line(
    opened: Any, window: Any, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text('name = "a"\nsytem = "b"\n')
    told: list[str] = []
    opened.shell.error_told.connect(lambda error: told.append(error.message))
    opened.desk.import_files([path])
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told[0].startswith("wrong.toml, line 2")


def test_a_prompt_is_used_in_a_new_chat_after_saving(opened: Any, window: Any, qtbot: Any) -> None:
    write(opened, " Now.")
    opened.use_in_chat()
    chat = window.page("chat")
    qtbot.waitUntil(lambda: chat.desk.settings.setup.prompt_name == "Tone", timeout=5000)
    assert window.current_key == "chat"
    assert chat.desk.settings.system_prompt == "Be {{tone}}. Now."
    assert opened.desk.open_prompt.versions[0].number == 2


def test_uses_are_listed_in_the_history(
    saved: SavedPrompt, prompts: Any, services: Services, qtbot: Any
) -> None:
    from hone.domain.setup import Setup

    services.chat.create("demo", title="Talk", setup=Setup(prompt_version_id=saved.latest_id))
    prompts.open_prompt(saved.id)
    qtbot.waitUntil(lambda: prompts.desk.prompt_id == saved.id, timeout=5000)
    assert [use.title for use in prompts.desk.open_prompt.uses] == ["Talk"]


def test_the_list_is_searched_and_filtered_by_tag(saved: SavedPrompt, prompts: Any, qtbot: Any) -> None:
    prompts.shown()
    qtbot.waitUntil(lambda: any(each.id == saved.id for each in prompts.desk.prompts), timeout=5000)
    prompts.list._search.setText("tone kind")
    qtbot.waitUntil(lambda: [each.name for each in prompts.desk.prompts] == ["Tone"], timeout=5000)
    prompts.list._search.setText("")
    qtbot.waitUntil(lambda: len(prompts.desk.prompts) > 5, timeout=5000)
    prompts.list._tag.set_current("x")
    prompts.list._tag.picked.emit("x")
    assert [each if isinstance(each, str) else each.name for each in prompts.list._model.rows] == [
        "work",
        "Tone",
    ]


def test_examples_move_by_keys_and_by_dragging(opened: Any, qtbot: Any) -> None:
    editor = opened.editor.examples
    editor.add([FewShot(input=name, output=name) for name in "abc"])

    def order() -> str:
        return "".join(example.input for example in editor.examples())

    qtbot.waitUntil(lambda: editor._rows[2].height() > 0 and editor._rows[2].y() > editor._rows[0].y())
    editor._rows[2].input.setFocus()
    editor.move_focused(-1)
    assert order() == "acb" and opened.window().focusWidget() is editor._rows[1].input
    QTest.keyClick(editor._rows[1].input, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(editor._rows[0].input, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order() == "cab"
    grip = editor._rows[0].grip
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    editor.layout().activate()
    below = editor._rows[2].mapToGlobal(QPoint(10, editor._rows[2].height() - 2))
    grip.dragged.emit(below)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert order() == "abc"
    assert [each.input for each in opened.desk.open_prompt.body.examples] == list("abc")


def test_examples_are_switched_duplicated_and_deleted_with_a_way_back(opened: Any, window: Any) -> None:
    editor = opened.editor.examples
    editor.add([FewShot(input="a", output="1"), FewShot(input="b", output="2")])
    editor._rows[0].switch.setChecked(False)
    assert [example.enabled for example in editor.examples()] == [False, True]
    editor._rows[0]._copy.click()
    assert [example.input for example in editor.examples()] == ["a", "a", "b"]
    editor._rows[0]._delete.click()
    assert len(editor.examples()) == 2
    window._toaster._button.click()
    assert [example.input for example in editor.examples()] == ["a", "a", "b"]


def test_the_cost_of_each_example_is_counted(opened: Any, qtbot: Any) -> None:
    editor = opened.editor.examples
    qtbot.waitUntil(lambda: opened.editor._model is not None, timeout=5000)
    editor.add([FewShot(input="one two", output="three"), FewShot(input="{{tone}}", output="x")])
    qtbot.waitUntil(lambda: editor._rows[0]._cost.text() == "3 tokens", timeout=5000)
    assert editor._rows[1]._cost.text() == "2 tokens"
    assert "5 tokens" in editor._sum.text()


def test_rows_of_a_data_file_are_picked_as_examples(opened: Any, tmp_path: Path, qtbot: Any) -> None:
    from hone.ui.chat.prompting.example_picker import ExamplePicker

    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f'{{"prompt": "q{n}", "completion": "a{n}"}}\n' for n in range(30)))
    opened.editor.examples.offer_file(path)
    qtbot.waitUntil(lambda: bool(opened.window().findChildren(ExamplePicker)), timeout=5000)
    picker = opened.window().findChildren(ExamplePicker)[0]
    picker._search.setText("q7 a7")
    assert picker._model.rowCount() == 1
    picker._view.toggled.emit(picker._model.index(0, 0))
    picker._search.setText("")
    picker._view.toggled.emit(picker._model.index(2, 0))
    picker._add.click()
    taken = opened.editor.examples.examples()
    assert [(each.input, each.output) for each in taken] == [("q7", "a7"), ("q2", "a2")]
    assert taken[0].source == "rows.jsonl, row 8"


def test_saving_does_not_bring_back_a_prompt_that_was_left(
    opened: Any, services: Services, qtbot: Any
) -> None:
    other = services.prompts.create("Other", BODY)
    write(opened, " Be brief.")
    with qtbot.waitSignal(opened.desk.saved, timeout=5000):
        opened.save()
        opened.open_prompt(other.id)
    qtbot.waitUntil(lambda: opened.desk.prompt_id == other.id, timeout=5000)
    qtbot.wait(50)
    assert opened.desk.prompt_id == other.id


def test_what_is_written_while_a_version_is_saved_stays(opened: Any, qtbot: Any) -> None:
    write(opened, " Be brief.")
    opened.save()
    write(opened, " Be honest.")
    qtbot.waitUntil(lambda: len(opened.desk.open_prompt.versions) == 2, timeout=5000)
    assert opened.editor.system.toPlainText() == "Be {{tone}}. Be brief. Be honest."
    assert opened.desk.open_prompt.changed
