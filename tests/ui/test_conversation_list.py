"""The list of conversations: folders, tags, search, several at once, what is typed, judgements."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from hone.domain.arrangement import Folder
from hone.domain.chat import Conversation, Message, MessageState, Rating, Role
from hone.services import Services
from hone.storage.conversations import ConversationStore
from hone.ui.chat.conversation_import import ImportSheet
from hone.ui.chat.conversation_model import ConversationModel
from hone.ui.chat.conversation_rows import RowKind, rows_of
from hone.ui.chat.conversation_trash import TrashSheet
from hone.ui.chat.export_popover import ExportPopover
from hone.ui.chat.feedback_correction import CorrectionSheet
from hone.ui.chat.feedback_datasets import DatasetSheet

Say = Callable[[str], None]
NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


def talk(number: int, **changes: Any) -> Conversation:
    made = Conversation(
        id=f"c{number}", title=f"Talk {number}", created_at=NOON, updated_at=NOON - timedelta(days=number)
    )
    return msgspec.structs.replace(made, **changes)


def keep(services: Services, number: int, *texts: str, **changes: Any) -> None:
    """Keep a conversation whose messages are siblings: all but the last are on branches not shown."""
    conversation = talk(number, leaf_id=f"c{number}-{len(texts) - 1}", **changes)
    messages = [
        Message(
            id=f"c{number}-{place}",
            conversation_id=conversation.id,
            parent_id=None,
            role=Role.USER,
            text=text,
            state=MessageState.COMPLETE,
            created_at=NOON + timedelta(seconds=place),
        )
        for place, text in enumerate(texts)
    ]
    store: ConversationStore = services.chat._store
    store.add_whole([(conversation, messages)])


def titles(page: Any) -> list[str]:
    model = page.list._model
    return [model.row(model.index(place, 0)).text for place in range(model.rowCount())]


def choose(page: Any, *identities: str) -> None:
    selection = page.list._view.selectionModel()
    selection.clear()
    for identity in identities:
        selection.select(page.list._model.index_of(identity), QItemSelectionModel.SelectionFlag.Select)


def listed(make_window: Any, qtbot: Any) -> Any:
    page = make_window().page("chat")
    qtbot.waitUntil(lambda: page.list._model.rowCount() > 0)
    return page


def test_rows_are_grouped_by_pin_folder_and_time() -> None:
    talks = [
        talk(0),
        talk(1, pinned=True),
        talk(2, folder="Work/Tickets"),
        talk(3, folder="Work"),
        talk(40),
    ]
    rows = rows_of(talks, [Folder("Empty"), Folder("Work/Tickets", True)], date(2026, 5, 20), frozenset())
    assert [(row.text, row.depth) for row in rows] == [
        ("Pinned", 0),
        ("Talk 1", 0),
        ("Folders", 0),
        ("Empty", 0),
        ("Work", 0),
        ("Talk 3", 1),
        ("Tickets", 1),
        ("Today", 0),
        ("Talk 0", 0),
        ("Earlier", 0),
        ("Talk 40", 0),
    ]
    work = next(row for row in rows if row.text == "Work")
    assert work.count == 2


def test_ten_thousand_conversations_are_arranged_at_once(qapp: Any) -> None:
    talks = [talk(number % 400, id=str(number), folder=f"F{number % 30}") for number in range(10_000)]
    model = ConversationModel()
    begun = time.process_time()
    model.set_conversations(talks, (), today=date(2026, 5, 20))
    assert time.process_time() - begun < 1.0  # 0.05 s on an idle core
    assert model.index_of("9999").isValid()


def test_conversations_are_moved_into_a_folder_and_back(
    make_window: Any, services: Services, qtbot: Any
) -> None:
    keep(services, 1, "one")
    keep(services, 2, "two")
    page = listed(make_window, qtbot)
    choose(page, "c1", "c2")
    assert page.list.bar.isVisible()
    page.list.action_requested.emit("move:Work/Inner", page.list.chosen_ids())
    qtbot.waitUntil(lambda: "Inner" in titles(page))
    assert {each.folder for each in services.chat.conversations()} == {"Work/Inner"}
    page.window()._toaster._button.click()
    qtbot.waitUntil(lambda: "Inner" not in titles(page))
    assert {each.folder for each in services.chat.conversations()} == {""}


def test_dropping_on_a_folder_moves(make_window: Any, services: Services, qtbot: Any) -> None:
    keep(services, 1, "one")
    services.arranging.add_folder("Box")
    page = listed(make_window, qtbot)
    model = page.list._model
    data = model.mimeData([model.index_of("c1")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of_folder("Box"))
    qtbot.waitUntil(lambda: services.chat.get("c1").folder == "Box")


def test_folders_are_renamed_folded_and_dissolved_with_a_way_back(
    make_window: Any, services: Services, qtbot: Any
) -> None:
    keep(services, 1, "one", folder="Old")
    page = listed(make_window, qtbot)
    model = page.list._model
    model.setData(model.index_of_folder("Old"), "New")
    qtbot.waitUntil(lambda: services.chat.get("c1").folder == "New" and "New" in titles(page))
    view = page.list._view
    view.setFocus()
    view.setCurrentIndex(model.index_of_folder("New"))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "Talk 1" not in titles(page))
    page.list.folder_delete_requested.emit("New")
    qtbot.waitUntil(lambda: services.chat.get("c1").folder == "" and "New" not in titles(page))
    page.window()._toaster._button.click()
    qtbot.waitUntil(lambda: services.chat.get("c1").folder == "New")


def test_tags_filter_the_list(make_window: Any, services: Services, qtbot: Any) -> None:
    keep(services, 1, "one", tags=("red",))
    keep(services, 2, "two", tags=("red", "blue"))
    page = listed(make_window, qtbot)
    page.list.tags.toggle("blue")
    assert "Talk 1" not in titles(page) and "Talk 2" in titles(page)
    page.list.tags.toggle("blue")
    assert "Talk 1" in titles(page)


def test_a_hit_on_a_branch_that_is_not_shown_is_opened_there(
    make_window: Any, services: Services, qtbot: Any
) -> None:
    keep(services, 1, "the hidden needle", "what is shown")
    page = listed(make_window, qtbot)
    page.list._search.setText("needl")
    qtbot.waitUntil(lambda: any("needle" in title for title in titles(page)), timeout=5000)
    qtbot.keyClick(page.list._search, Qt.Key.Key_Return)

    def shown() -> list[str]:
        return [entry.message.text for entry in page.dialogue.transcript.entries()]

    qtbot.waitUntil(lambda: shown() == ["the hidden needle"], timeout=5000)
    page.list._search.clear()
    qtbot.waitUntil(lambda: "Talk 1" in titles(page), timeout=5000)


def test_several_are_deleted_and_restored_together(make_window: Any, services: Services, qtbot: Any) -> None:
    for number in range(3):
        keep(services, number, "text")
    page = listed(make_window, qtbot)
    choose(page, "c0", "c2")
    page.list._on_delete_pressed()
    qtbot.waitUntil(lambda: len(services.chat.conversations()) == 1)
    page.window()._toaster._button.click()
    qtbot.waitUntil(lambda: len(services.chat.conversations()) == 3)


def test_what_is_typed_is_there_after_a_restart(
    make_window: Any, services: Services, say: Say, page: Any, qtbot: Any
) -> None:
    say("Hi")
    identity = page.desk.conversation_id
    page.dialogue.composer.set_text("half a thou")
    qtbot.waitUntil(lambda: services.typed.load(identity).text == "half a thou", timeout=3000)
    again = make_window().page("chat")
    qtbot.waitUntil(lambda: again.desk.conversation_id == identity, timeout=5000)
    qtbot.waitUntil(lambda: again.dialogue.composer.text() == "half a thou", timeout=5000)


def test_each_conversation_keeps_its_own_text(page: Any, say: Say, services: Services, qtbot: Any) -> None:
    say("Hi")
    first = page.desk.session.conversation
    page.dialogue.composer.set_text("for the first")
    page.start_with("demo", "")
    qtbot.waitUntil(lambda: page.typed._ready)
    assert page.dialogue.composer.text() == ""
    page.dialogue.composer.set_text("for a new one")
    page.desk.open(first)
    qtbot.waitUntil(lambda: page.dialogue.composer.text() == "for the first")
    page.start_with("demo", "")
    qtbot.waitUntil(lambda: page.dialogue.composer.text() == "for a new one")


def test_what_was_sent_is_typed_no_more(page: Any, say: Say, services: Services, qtbot: Any) -> None:
    page.dialogue.composer.set_text("Hello")
    say("Hello")
    identity = page.desk.conversation_id
    qtbot.waitUntil(lambda: not services.typed.load("").text and not services.typed.load(identity).text)


def edit_first(page: Any, text: str) -> str:
    """Begin to edit the first message, and return its id."""
    message = page.dialogue.transcript.entries()[0].message
    page.dialogue._on_edit_requested(message.id)
    page.dialogue.composer.set_text(text)
    return str(message.id)


def test_an_edit_stays_with_its_conversation_when_another_is_shown(
    page: Any, say: Say, services: Services, qtbot: Any
) -> None:
    say("Hi")
    first = page.desk.session.conversation
    edited = edit_first(page, "Hi again")
    page.start_with("demo", "")
    qtbot.waitUntil(lambda: page.typed._ready)
    assert (page.dialogue.composer.text(), page.dialogue.edited_id) == ("", "")
    page.desk.open(first)
    qtbot.waitUntil(lambda: page.dialogue.composer.text() == "Hi again")
    assert page.dialogue.edited_id == edited
    page.dialogue.say("Hi again")
    qtbot.waitUntil(lambda: page.dialogue.transcript.entries()[0].count == 2, timeout=5000)
    qtbot.waitUntil(lambda: services.typed.load(first.id).is_empty)


def test_an_edit_is_there_after_a_restart_and_can_be_given_up(
    make_window: Any, services: Services, say: Say, page: Any, qtbot: Any
) -> None:
    say("Hi")
    identity = page.desk.conversation_id
    edited = edit_first(page, "Hi again")
    qtbot.waitUntil(lambda: services.typed.load(identity).edited_id == edited, timeout=3000)
    again = make_window().page("chat")
    qtbot.waitUntil(lambda: again.dialogue.edited_id == edited, timeout=5000)
    assert again.dialogue.composer.text() == "Hi again"
    again.dialogue._cancel_editing()
    qtbot.waitUntil(lambda: services.typed.load(identity).is_empty, timeout=3000)


def last_reply(page: Any) -> Any:
    return page.dialogue.transcript.entries()[-1].message


def test_a_thumb_is_given_and_taken_back(page: Any, say: Say, services: Services, qtbot: Any) -> None:
    say("Hi")
    for expected in (Rating.UP, Rating.NONE):
        page.shell.commands.run("feedback.good")
        qtbot.waitUntil(lambda wanted=expected: last_reply(page).rating is wanted)
    page.dialogue.transcript.visible_views()[-1]._actions.bad.click()
    qtbot.waitUntil(lambda: last_reply(page).rating is Rating.DOWN)
    assert services.chat.messages(page.desk.conversation_id)[-1].rating is Rating.DOWN


def test_a_correction_becomes_a_row_and_is_undone(
    page: Any, say: Say, services: Services, qtbot: Any
) -> None:
    say("Hi")
    page.shell.commands.run("feedback.correct")
    sheet = page.window().findChild(CorrectionSheet)
    sheet._edit.setPlainText("A better reply.")
    sheet._add.click()
    qtbot.waitUntil(lambda: page.window().findChild(DatasetSheet) is not None)
    asking = page.window().findChild(DatasetSheet)
    qtbot.waitUntil(lambda: bool(asking._name.currentText()))
    asking._add.click()
    qtbot.waitUntil(lambda: bool(services.feedback.datasets()))
    made = services.feedback.datasets()[0]
    assert "A better reply." in made.path.read_text()
    qtbot.waitUntil(lambda: page.window()._toaster.isVisible())
    page.window()._toaster._button.click()
    qtbot.waitUntil(lambda: not services.feedback.datasets())


def test_a_data_set_is_chosen_with_keys_alone(page: Any, say: Say, services: Services, qtbot: Any) -> None:
    say("Hi")
    page.shell.commands.run("feedback.dataset")
    qtbot.waitUntil(lambda: page.window().findChild(DatasetSheet) is not None)
    sheet = page.window().findChild(DatasetSheet)
    qtbot.waitUntil(lambda: bool(sheet._name.currentText()))
    visited = []
    for _ in range(3):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.window().focusWidget())
    assert sheet._add in visited
    assert visited[-1] is sheet._name
    qtbot.keyClick(sheet._name.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(services.feedback.datasets()))


@pytest.mark.parametrize("key", ["markdown", "json", "html"])
def test_the_shown_conversation_is_written_into_a_file(
    page: Any, say: Say, services: Services, tmp_path: Path, key: str
) -> None:
    say("Hi there")
    written = services.files.export([page.desk.conversation_id], key, tmp_path / f"out.{key}")
    assert "Hi there" in written[0].read_text()


def test_copying_as_markdown_fills_the_clipboard(page: Any, say: Say, qtbot: Any) -> None:
    say("Copy me")
    page.shell.commands.run("conversations.copy")
    qtbot.waitUntil(lambda: "Copy me" in QApplication.clipboard().text())


def test_headings_cannot_be_chosen_and_hits_not_edited() -> None:
    model = ConversationModel()
    model.set_conversations([talk(0)], today=date(2026, 5, 20))
    heading = model.index(0, 0)
    assert model.row(heading).kind is RowKind.HEADING  # type: ignore[union-attr]
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsSelectable


def test_a_conversation_is_exported_when_a_format_is_clicked(
    page: Any, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    say("Hi")
    target = tmp_path / "talk.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(target), ""))
    page.shell.commands.run("conversations.export")
    popover = page.window().findChild(ExportPopover)
    qtbot.waitUntil(popover.isVisible)
    formats = [button for button in popover.findChildren(QPushButton) if "JSON" in button.text()]
    qtbot.mouseClick(formats[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists)


def test_formats_import_and_trash_are_offered(page: Any, say: Say, qtbot: Any) -> None:
    say("Hi")
    page.shell.commands.run("conversations.export")
    popover = page.window().findChild(ExportPopover)
    qtbot.waitUntil(popover.isVisible)
    popover.close_panel()
    page.list.delete_requested.emit(page.desk.conversation_id)
    page.shell.commands.run("conversations.trash")
    sheet = page.window().findChild(TrashSheet)
    qtbot.waitUntil(lambda: sheet._list.count() == 1)
    sheet._list.setCurrentRow(0)
    sheet._restore.click()
    qtbot.waitUntil(lambda: sheet._list.count() == 0 and page.list._model.rowCount() > 0)


def test_an_import_tells_what_came_and_is_undone(
    page: Any, services: Services, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "chat.jsonl"
    turns = '{"conversations": [{"from": "human", "value": "Q"}, {"from": "gpt", "value": "A"}]}'
    path.write_text(f"{turns}\n{{broken\n")
    sheet = ImportSheet(page.context, page.window(), path, page.keeping.read)
    sheet.start()
    qtbot.waitUntil(lambda: sheet._done.isVisible(), timeout=5000)
    assert "1 conversations with 2 messages" in sheet._said.text()
    assert "line 2" in sheet._why.toPlainText()
    sheet._undo.click()
    qtbot.waitUntil(lambda: not services.chat.conversations())


def test_a_preferred_version_becomes_a_preference(
    page: Any, say: Say, engine: Any, services: Services, qtbot: Any
) -> None:
    say("Hi")
    engine.pieces = ["Another one."]
    page.dialogue.transcript.regenerate_requested.emit(last_reply(page).id)
    qtbot.waitUntil(lambda: last_reply(page).text == "Another one." and not page.desk.session.busy)
    page.shell.commands.run("feedback.prefer")
    versions = [each.id for each in page.desk.session.tree() if each.role is Role.ASSISTANT]
    qtbot.waitUntil(lambda: len(services.feedback.picks_of(versions)) == 1)
    page.shell.commands.run("feedback.dataset")
    qtbot.waitUntil(lambda: page.window().findChild(DatasetSheet) is not None)
    sheet = page.window().findChild(DatasetSheet)
    sheet._kind.set_current("pick")
    sheet._kind.chosen.emit("pick")
    qtbot.waitUntil(lambda: sheet._name.currentText() == "My preferences")
    sheet._add.click()
    qtbot.waitUntil(lambda: bool(services.feedback.datasets()))
    assert (
        '"chosen":[{"role":"assistant","content":"Another one."}]'
        in services.feedback.datasets()[0].path.read_text()
    )
