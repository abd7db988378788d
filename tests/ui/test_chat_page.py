"""Talking in the window: streaming, stopping, branches, errors, switching."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from hone.domain.chat import MessageState, Role
from hone.domain.sampling import Sampling
from hone.errors import HoneError
from hone.services import Services

pytestmark = pytest.mark.window
Say = Callable[[str], None]


def shown(page: Any) -> list[str]:
    """Return the texts that the transcript shows."""
    return [entry.message.text for entry in page.dialogue.transcript.entries()]


def test_a_reply_streams_into_the_transcript_and_is_kept(page: Any, say: Say, services: Services) -> None:
    say("Hi")
    assert shown(page) == ["Hi", "Hello there, **friend**."]
    views = page.dialogue.transcript.visible_views()
    assert views[-1].entry.message.state is MessageState.COMPLETE
    kept = services.chat.messages(page.desk.conversation_id)
    assert [message.text for message in kept] == shown(page)


def test_the_first_words_show_before_the_reply_ends(page: Any, engine: Any, qtbot: Any) -> None:
    engine.pieces = ["First"] + [" more"] * 50
    engine.gate.clear()
    page.dialogue.say("Hi")
    qtbot.waitUntil(lambda: len(shown(page)) == 2, timeout=5000)
    assert page.desk.session.busy
    engine.gate.set()
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)
    assert shown(page)[1].startswith("First more")


def test_stop_ends_the_reply_and_keeps_its_text(page: Any, engine: Any, qtbot: Any) -> None:
    engine.pieces, engine.pause = ["word "] * 10_000, 0.002
    page.dialogue.say("Hi")
    qtbot.waitUntil(lambda: len(shown(page)) == 2 and "word" in shown(page)[1], timeout=5000)
    page.dialogue.stop()
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)
    last = page.dialogue.transcript.entries()[-1].message
    assert last.state is MessageState.STOPPED
    assert last.text.startswith("word ")


def test_stop_is_not_lost_when_it_comes_before_the_reply_has_begun(
    page: Any, say: Say, engine: Any, qtbot: Any
) -> None:
    say("Hi")
    engine.pieces, engine.pause = ["word "] * 1000, 0.002
    page.desk.session.send("Again")
    page.desk.session.stop()
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)
    last = page.dialogue.transcript.entries()[-1].message
    assert last.state is MessageState.STOPPED
    assert len(last.text.split()) < 100


def test_regenerating_offers_both_versions(page: Any, say: Say, engine: Any, qtbot: Any) -> None:
    say("Hi")
    engine.pieces = ["Another one."]
    page.dialogue.transcript.regenerate_requested.emit(page.dialogue.transcript.entries()[-1].message.id)
    qtbot.waitUntil(lambda: shown(page)[-1:] == ["Another one."] and not page.desk.session.busy)
    last = page.dialogue.transcript.entries()[-1]
    assert (last.position, last.count) == (2, 2)
    page.dialogue.transcript.branch_requested.emit(last.previous_id)
    assert shown(page)[-1] == "Hello there, **friend**."


def test_editing_a_message_starts_a_branch(page: Any, say: Say, qtbot: Any) -> None:
    say("Hi")
    first = page.dialogue.transcript.entries()[0].message
    page.dialogue.transcript.edit_requested.emit(first.id)
    assert page.dialogue.composer.text() == "Hi"
    page.dialogue.composer.set_text("Good day")
    page.dialogue.composer.sent.emit("Good day")
    qtbot.waitUntil(lambda: shown(page)[:1] == ["Good day"] and not page.desk.session.busy)
    assert page.dialogue.transcript.entries()[0].count == 2


def test_a_failed_reply_says_why_and_is_tried_again(page: Any, say: Say, engine: Any, qtbot: Any) -> None:
    engine.problem = HoneError("The model file is gone.", "Add it again on the Models page.")
    say("Hi")
    failed = page.dialogue.transcript.entries()[-1]
    assert failed.message.state is MessageState.FAILED
    assert failed.message.problem == "The model file is gone."
    engine.problem = None
    page.dialogue.transcript.regenerate_requested.emit(failed.message.id)
    qtbot.waitUntil(lambda: shown(page)[-1].startswith("Hello") and not page.desk.session.busy)


def test_a_reply_goes_on_while_another_conversation_is_shown(
    page: Any, say: Say, engine: Any, qtbot: Any
) -> None:
    say("One")
    first = page.desk.session
    engine.gate.clear()
    page.dialogue.say("Two")
    qtbot.waitUntil(lambda: first.busy and len(first.entries()) == 4)
    page.start_with("tiny", "")
    assert page.desk.session is None
    assert shown(page) == []
    page.dialogue.composer.set_text("typed meanwhile")
    engine.gate.set()
    qtbot.waitUntil(lambda: not first.busy)
    assert page.dialogue.composer.text() == "typed meanwhile"
    page.desk.open(first.conversation)
    assert shown(page)[-1] == "Hello there, **friend**."


def test_events_arrive_in_the_window_and_work_runs_beside_it(page: Any, say: Say, engine: Any) -> None:
    seen: list[int] = []
    page.dialogue.say("warm up")
    page.desk.session_made.connect(lambda session: None)
    ended = threading.Event()

    def note(entry: object) -> None:
        seen.append(threading.get_ident())
        ended.set()

    page.start_with("demo", "")
    page.dialogue.say("Hi")
    page.desk.switched.connect(lambda: page.desk.session and page.desk.session.entry_changed.connect(note))
    say("Again")
    assert seen
    assert set(seen) == {threading.main_thread().ident}
    assert threading.main_thread().ident not in engine.threads


def test_prompt_and_sampling_are_kept_with_the_conversation(
    page: Any, say: Say, engine: Any, services: Services
) -> None:
    page.side.panel("settings")._prompt.setPlainText("Answer in rhymes.")
    page.side.panel("settings")._presets.chosen.emit("precise")
    say("Hi")
    kept = services.chat.get(page.desk.conversation_id)
    assert kept.system_prompt == "Answer in rhymes."
    assert kept.sampling == Sampling(temperature=0.2, top_k=20, top_p=0.9)
    assert engine.requests[-1].prompt.turns[0].role == Role.SYSTEM


def test_only_fitting_adapters_are_offered(page: Any, qtbot: Any) -> None:
    def keys() -> list[str]:
        return [option.key for option in page.header.adapter._options]

    qtbot.waitUntil(lambda: keys() == ["none", "tickets"])
    page.header.adapter.picked.emit("tickets")
    assert page.desk.settings.adapter_id == "tickets"
    page.header.model.picked.emit("tiny")
    assert keys() == ["none"]
    assert page.desk.settings.adapter_id == ""


def test_deleting_is_undone_from_the_notice(
    page: Any, say: Say, window: Any, services: Services, qtbot: Any
) -> None:
    say("Keep me")
    identity = page.desk.conversation_id
    qtbot.waitUntil(lambda: page.list._model.index_of(identity).isValid())
    page.list.delete_requested.emit(identity)
    qtbot.waitUntil(lambda: not services.chat.conversations() and not page.list._model.rowCount())
    assert window._toaster.isVisible()
    qtbot.mouseClick(window._toaster._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.list._model.index_of(identity).isValid())


def test_a_first_message_is_said_even_when_another_conversation_is_opened_at_once(
    page: Any, services: Services, qtbot: Any
) -> None:
    page.dialogue.say("First")
    page.start_with("tiny", "")
    page.dialogue.say("Second")

    def said() -> list[str]:
        kept = services.chat.conversations()
        return sorted(message.text for one in kept for message in services.chat.messages(one.id)[:1])

    qtbot.waitUntil(lambda: said() == ["First", "Second"], timeout=5000)
    qtbot.waitUntil(lambda: page.desk.session is not None and shown(page)[:1] == ["Second"], timeout=5000)


def test_enter_sends_and_shift_enter_makes_a_line(page: Any, qtbot: Any) -> None:
    edit = page.dialogue.composer._edit
    sent: list[str] = []
    page.dialogue.composer.sent.connect(sent.append)
    edit.insertPlainText("äé")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sent == []
    edit.insertPlainText("b")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert sent == ["äé\nb"]


def test_an_adapter_is_tried_with_a_message_like_those_it_learned(page: Any, qtbot: Any) -> None:
    page.try_adapter("demo", "tickets")
    qtbot.waitUntil(lambda: page.dialogue.composer.text() != "")
    assert page.dialogue.composer.text() == "A ticket like those of tickets"
    assert page.desk.settings.system_prompt == "Sort tickets."
    assert page.desk.settings.adapter_id == "tickets"


def test_a_proposed_message_never_replaces_what_was_typed(page: Any, qtbot: Any) -> None:
    page.dialogue.composer.set_text("my own words")
    page.try_adapter("demo", "tickets")
    qtbot.wait(150)
    assert page.dialogue.composer.text() == "my own words"
