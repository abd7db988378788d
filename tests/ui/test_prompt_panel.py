"""The panels Prompt and Examples of a conversation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.domain.prompts import FewShot, PromptBody, SavedPrompt, Variable, VariableKind
from hone.services import Services
from hone.ui.chat.message_commands import MESSAGE_COMMANDS

pytestmark = pytest.mark.window
BODY = PromptBody(
    system="Answer {{who}} in {{words}} words, {{manner}}.",
    user="About {{topic}}: {{text}}",
    variables=(
        Variable(name="who", default="a child"),
        Variable(name="words", kind=VariableKind.NUMBER, default="20"),
        Variable(name="manner", kind=VariableKind.CHOICE, choices=("kindly", "curtly"), default="kindly"),
        Variable(name="topic", kind=VariableKind.LONG_TEXT),
        Variable(name="text", kind=VariableKind.FILE),
    ),
    examples=(FewShot(input="a", output="b"),),
    prefill="Well,",
    stop=("END",),
)


@pytest.fixture
def saved(services: Services) -> SavedPrompt:
    return services.prompts.create("Teacher", BODY)


@pytest.fixture
def panel(page: Any) -> Any:
    page.open_panel("prompt")
    return page.side.panel("prompt")


@pytest.fixture
def used(saved: SavedPrompt, panel: Any, page: Any, qtbot: Any) -> Any:
    panel.use(saved.latest_id)
    qtbot.waitUntil(lambda: page.desk.settings.setup.prompt_name == "Teacher", timeout=5000)
    return panel


def test_a_prompt_brings_all_its_parts_and_writes_the_first_message(used: Any, page: Any) -> None:
    settings = page.desk.settings
    assert settings.system_prompt == BODY.system
    assert (settings.setup.examples, settings.setup.prefill, settings.setup.stop) == (
        BODY.examples,
        "Well,",
        ("END",),
    )
    assert page.dialogue.composer.text() == "About : "


def test_variables_without_a_value_are_named_until_they_have_one(used: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: "topic" in used.form.note, timeout=5000)
    used.form.editor("topic").edit.insertPlainText("letters")
    assert "topic" not in used.form.note


def test_the_cursor_stands_in_the_first_variable_without_a_value_in_a_new_conversation(
    saved: SavedPrompt, panel: Any, page: Any, qtbot: Any
) -> None:
    panel.use(saved.latest_id, anew=True)
    qtbot.waitUntil(lambda: page.desk.settings.setup.prompt_name == "Teacher", timeout=5000)
    first = next(row.editor for row in panel.form._rows if not row.editor.value())
    qtbot.waitUntil(lambda: first.isAncestorOf(page.window().focusWidget()), timeout=5000)


def test_values_are_kept_with_the_conversation_and_fill_the_first_message(
    used: Any, page: Any, tmp_path: Path, say: Callable[[str], None], engine: Any, qtbot: Any
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes("Grüße".encode("utf-16"))
    used.form.editor("who").edit.setText("my aunt")
    used.form.editor("words").edit.setText("7")
    used.form.editor("manner").picker.picked.emit("curtly")
    used.form.editor("topic").edit.insertPlainText("letters")
    used.form.editor("text").read(file)
    qtbot.waitUntil(lambda: used.form.editor("text").value() == "Grüße", timeout=5000)
    used.flush()
    assert page.dialogue.composer.text() == "About letters: Grüße"
    say(page.dialogue.composer.text())
    turns = engine.requests[-1].prompt.turns
    assert turns[0].content == "Answer my aunt in 7 words, curtly."
    assert [turn.content for turn in turns[1:4]] == ["a", "b", "About letters: Grüße"]
    assert engine.requests[-1].prompt.prefill == "Well,"


def test_a_first_message_of_variables_only_is_filled_until_it_is_sent(
    panel: Any, page: Any, say: Callable[[str], None], services: Services, qtbot: Any
) -> None:
    body = PromptBody(system="x", user="{{text}}", variables=(Variable(name="text"),))
    panel.use(services.prompts.create("Bare", body).latest_id)
    qtbot.waitUntil(lambda: page.desk.settings.setup.prompt_name == "Bare", timeout=5000)
    panel.form.editor("text").edit.setText("one")
    panel.flush()
    assert page.dialogue.composer.text() == "one"
    say("one")
    panel.form.editor("text").edit.setText("two")
    panel.flush()
    assert page.dialogue.composer.text() == ""


def test_a_first_message_that_was_changed_is_not_written_over(used: Any, page: Any) -> None:
    page.dialogue.composer.set_text("My own words")
    used.form.editor("who").edit.setText("x")
    used.flush()
    assert page.dialogue.composer.text() == "My own words"


def test_what_was_edited_here_is_told_and_saved_as_a_version(
    used: Any, page: Any, services: Services, saved: SavedPrompt, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: used.card._version.isVisibleTo(used.card), timeout=5000)
    assert not used.card._edited.isVisibleTo(used.card)
    page.desk.change(system_prompt=BODY.system + " Sign as {{name}}.")
    assert used.card._edited.isVisibleTo(used.card)
    used.save_version()
    qtbot.waitUntil(lambda: services.prompts.get(saved.id).versions == 2, timeout=5000)
    latest = services.prompts.versions(saved.id)[0]
    assert latest.body.user == BODY.user
    assert "name" in [variable.name for variable in latest.body.variables]
    qtbot.waitUntil(lambda: page.desk.settings.setup.prompt_version_id == latest.id, timeout=5000)
    qtbot.waitUntil(lambda: not used.card._edited.isVisibleTo(used.card), timeout=5000)


def test_a_deleted_prompt_leaves_the_conversation_as_it_is(
    used: Any, page: Any, services: Services, saved: SavedPrompt, qtbot: Any
) -> None:
    services.prompts.delete(saved.id)
    used.context.shell.prompts_changed.emit()
    qtbot.waitUntil(lambda: used.card._said.isVisibleTo(used.card), timeout=5000)
    assert page.desk.settings.system_prompt == BODY.system
    assert used.card._prompt.option().title == "Teacher"


def test_unloading_takes_everything_off_and_undo_brings_it_back(used: Any, page: Any, window: Any) -> None:
    used.unload()
    settings = page.desk.settings
    assert (settings.system_prompt, settings.setup.examples, settings.setup.prompt_version_id) == ("", (), "")
    assert page.dialogue.composer.text() == ""
    window._toaster._button.click()
    assert page.desk.settings.setup.prompt_name == "Teacher"


def test_variables_of_a_system_prompt_that_was_just_written_can_be_filled(panel: Any, page: Any) -> None:
    page.desk.change(system_prompt="Speak {{language}}.")
    panel.form.editor("language").edit.setText("Spanish")
    panel.flush()
    setup = page.desk.settings.setup
    assert (setup.variables, setup.values) == ((Variable(name="language"),), {"language": "Spanish"})


def test_a_system_prompt_is_saved_as_a_new_prompt(
    panel: Any, page: Any, services: Services, qtbot: Any
) -> None:
    page.desk.change(system_prompt="Speak Spanish to me.")
    panel.save_as_prompt()
    qtbot.waitUntil(lambda: bool(page.desk.settings.setup.prompt_version_id), timeout=5000)
    assert services.prompts.find("Speak Spanish to me.").versions == 1


def test_what_is_no_number_is_marked(used: Any) -> None:
    editor = used.form.editor("words")
    editor.edit.setText("4o")
    assert editor._problem.isVisibleTo(editor)
    editor.edit.setText("4,5")
    assert not editor._problem.isVisibleTo(editor)


def test_a_file_that_is_no_text_is_told(used: Any, tmp_path: Path, qtbot: Any) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG" + bytes(64))
    told: list[Any] = []
    used.context.shell.error_told.connect(told.append)
    used.form.editor("text").read(file)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert "picture.png" in told[0].message


def test_a_reply_becomes_an_example_and_the_panel_shows_it(
    page: Any, say: Callable[[str], None], window: Any, qtbot: Any
) -> None:
    say("Hi")
    page.open_panel("examples")
    entry = page.dialogue.transcript.entries()[-1]
    next(command for command in MESSAGE_COMMANDS if command.key == "example").run(page.context, entry)
    panel = page.side.panel("examples")
    assert panel.editor.examples() == (
        FewShot(input="Hi", output="Hello there, **friend**.", source=page.desk.session.conversation.title),
    )
    window._toaster._button.click()
    assert panel.editor.examples() == ()


def test_examples_reach_the_conversation_before_a_message_is_sent(
    page: Any, say: Callable[[str], None], engine: Any
) -> None:
    page.open_panel("examples")
    panel = page.side.panel("examples")
    panel.editor.add_empty()
    panel.editor._rows[0].input.insertPlainText("2+2")
    panel.editor._rows[0].output.insertPlainText("4")
    say("3+3")
    assert [turn.content for turn in engine.requests[-1].prompt.turns] == ["2+2", "4", "3+3"]
    assert page.desk.session.conversation.setup.examples[0].input == "2+2"


def test_exchanges_of_another_conversation_are_offered(
    page: Any, say: Callable[[str], None], services: Services
) -> None:
    say("Hi")
    found = services.examples.from_conversation(page.desk.conversation_id)
    assert [(each.input, each.output) for each in found.examples] == [("Hi", "Hello there, **friend**.")]


def test_undo_and_late_answers_change_no_other_conversation(used: Any, page: Any, qtbot: Any) -> None:
    notices: list[Any] = []
    page.shell.notice_requested.connect(lambda *notice: notices.append(notice))
    used.unload()
    page.start_with("", "")
    notices[-1][2]()
    assert page.desk.settings.system_prompt == ""
    page.desk.change(system_prompt="Mine.")
    used.save_as_prompt()
    page.start_with("", "")
    qtbot.waitUntil(lambda: "is saved as version 1" in notices[-1][0], timeout=5000)
    assert page.desk.settings.setup.prompt_name == ""


def test_a_deleted_example_comes_back_only_where_it_was(page: Any) -> None:
    page.open_panel("examples")
    editor = page.side.panel("examples").editor
    notices: list[Any] = []
    page.shell.notice_requested.connect(lambda *notice: notices.append(notice))
    editor.add([FewShot(input="a", output="b")])
    editor._rows[0].delete_requested.emit()
    page.start_with("", "")
    notices[-1][2]()
    assert editor.examples() == ()
