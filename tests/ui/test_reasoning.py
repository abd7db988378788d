"""What a model thought, the tools that it calls, and where a reply came from, in the transcript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from hone.domain.chat import ReplyReasoning, ReplyText
from hone.domain.generation import Provenance
from hone.errors import BadInput
from hone.ui.chat.reply_details import DetailsPopover
from hone.ui.chat.session import merge_texts
from hone.ui.kit.message_banner import MessageBanner

pytestmark = pytest.mark.window


def _view(page: Any) -> Any:
    return page.dialogue.transcript.visible_views()[-1]


def test_reasoning_is_folded_and_opens_with_enter(page: Any, engine: Any, say: Callable, qtbot: Any) -> None:
    engine.thoughts = ["First I look ", "at the *question*."]
    say("Hello")
    (block,) = _view(page).reasoning.blocks
    assert not block.is_open
    assert block.title == "Thought for less than a second"
    assert _view(page).entry.message.text == "Hello there, **friend**."
    before = _view(page).height()
    block.button.setFocus()
    qtbot.keyClick(block.button, Qt.Key.Key_Return)
    assert block.is_open
    assert block.source == "First I look at the *question*."
    assert _view(page).height() > before
    assert block.button.accessibleName() == block.title
    qtbot.keyClick(block.button, Qt.Key.Key_Space)
    assert (block.is_open, _view(page).height()) == (False, before)


def test_thinking_is_told_while_the_model_thinks(page: Any, engine: Any, qtbot: Any) -> None:
    engine.thoughts = ["Let me see."]
    engine.gate.clear()
    page.dialogue.say("Hello")
    shown = page.dialogue.transcript.visible_views
    qtbot.waitUntil(lambda: bool(shown() and shown()[-1].reasoning.blocks), timeout=5000)
    assert _view(page).reasoning.blocks[0].title == "Thinking…"
    _view(page).reasoning.blocks[0].button.click()
    engine.gate.set()
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)
    (block,) = _view(page).reasoning.blocks
    assert block.title.startswith("Thought for")
    assert block.is_open


def test_stored_reasoning_is_shown_when_the_conversation_is_opened_again(
    page: Any, engine: Any, say: Callable, make_window: Callable, services: Any, qtbot: Any
) -> None:
    engine.thoughts, engine.calls = ["Kept thought."], [("get_weather", '{"city": "Oslo"}')]
    say("Hello")
    again: Any = make_window().page("chat")
    again.desk.open(services.chat.get(page.desk.conversation_id))
    qtbot.waitUntil(lambda: bool(again.dialogue.transcript.visible_views()), timeout=5000)
    (block,) = _view(again).reasoning.blocks
    assert (block.title, block.source) == ("Thought for less than a second", "Kept thought.")
    (call,) = _view(again).calls.blocks
    assert call.title == "Called get_weather"


def test_arguments_of_a_call_are_code_whatever_they_hold(page: Any, engine: Any, say: Callable) -> None:
    engine.calls = [("get_weather", '{"city":"Oslo"}'), ("broken", "```\n# no JSON"), ("", "")]
    say("Hello")
    first, second, third = _view(page).calls.blocks
    assert first.source == '```json\n{\n  "city": "Oslo"\n}\n```'
    assert second.source == "````json\n```\n# no JSON\n````"
    assert third.title == "Called a tool without a name"


def test_details_say_what_made_the_reply(page: Any, engine: Any, say: Callable) -> None:
    engine.reused = 806
    engine.provenance = Provenance(
        mode="exact", model_hash="abcd", template_hash="ef01", build="llama.cpp b1", device="CPU, 2 threads"
    )
    say("Hello")
    actions = _view(page)._actions
    assert actions.details.accessibleName() == "Details of the reply"
    actions.details.click()
    popover = page.window().findChild(DetailsPopover)
    told = dict(popover.lines)
    assert told["Prompt"] == "read 12 of 818 tokens, the rest was known"
    assert (told["Weights"], told["Chat template"], told["Seed"]) == ("abcd", "ef01", "7")
    assert told["Mode"].startswith("exact")
    assert told["Sampling"].startswith("Temperature")
    assert "Adapter" not in told
    popover.close_panel()


def test_only_pieces_of_the_same_kind_are_joined() -> None:
    text = ReplyText(message_id="a", text="x", tokens=1, tokens_per_second=0.0)
    thought = ReplyReasoning(message_id="a", text="y", tokens=2, tokens_per_second=1.0)
    assert merge_texts(text, thought) is None
    assert merge_texts(thought, text) is None
    joined = merge_texts(thought, thought)
    assert isinstance(joined, ReplyReasoning)
    assert joined.text == "yy"


def test_chat_during_a_training_says_what_holds_the_memory_and_the_way_out(
    page: Any, engine: Any, say: Callable
) -> None:
    engine.problem = BadInput(
        "The training of Tickets holds about 1.2 GB. Beside it, the model does not fit.",
        hint="Wait until the training ends, stop it, or choose a smaller model.",
    )
    say("Hello")
    banner = _view(page).findChild(MessageBanner)
    said = " ".join(label.text() for label in banner.findChildren(QLabel))
    assert "The training of Tickets holds about 1.2 GB." in said
    assert "choose a smaller model" in said
    buttons = {button.text() for button in banner.findChildren(QPushButton) if button.isVisibleTo(banner)}
    assert "Try again" in buttons
    engine.problem = None
