"""The transcript: few widgets for many messages, and it stands still while heights are corrected."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from hone.domain.chat import Message, MessageState, Role
from hone.ui.chat.entries import Entry
from hone.ui.chat.message_tree import MessageTree
from hone.ui.chat.transcript import TranscriptView

pytestmark = pytest.mark.window
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def entries_of(messages: list[Message], leaf_id: str) -> list[Entry]:
    tree = MessageTree()
    tree.load(messages, leaf_id)
    return tree.entries()


def message(
    number: int, text: str, parent: str | None, state: MessageState = MessageState.COMPLETE
) -> Message:
    return Message(
        id=f"m{number}",
        conversation_id="c",
        parent_id=parent,
        role=Role.USER if number % 2 == 0 else Role.ASSISTANT,
        text=text,
        state=state,
        created_at=NOW + timedelta(seconds=number),
    )


def chain(count: int) -> list[Entry]:
    messages = [
        message(
            number,
            f"Message {number}. " + "Word after word. " * (number % 23),
            f"m{number - 1}" if number else None,
        )
        for number in range(count)
    ]
    return entries_of(messages, f"m{count - 1}")


@pytest.fixture
def view(qtbot: Any) -> TranscriptView:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def test_many_messages_have_few_widgets_and_the_end_is_shown(view: TranscriptView) -> None:
    view.set_entries(chain(500), fresh=True)
    views = view.visible_views()
    assert 2 <= len(views) <= 12
    last = views[-1].entry
    assert last is not None
    assert last.message.id == "m499"
    assert views[-1].geometry().bottom() <= view.viewport().height()


def test_scrolling_shows_every_message_once_without_overlap(view: TranscriptView) -> None:
    view.set_entries(chain(60), fresh=True)
    bar = view.verticalScrollBar()
    bar.setValue(0)
    seen: set[str] = set()
    for _ in range(400):
        views = view.visible_views()
        seen |= {shown.entry.message.id for shown in views if shown.entry}
        for above, below in pairwise(views):
            assert above.geometry().bottom() < below.geometry().top()
        if bar.value() >= bar.maximum():
            break
        bar.setValue(bar.value() + 200)
    assert seen == {f"m{number}" for number in range(60)}


def test_a_growing_reply_is_followed_until_the_reader_scrolls_up(view: TranscriptView) -> None:
    entries = chain(40)
    view.set_entries(entries, fresh=True)
    growing = message(39, "Line.\n\n" * 40, "m38", MessageState.STREAMING)
    view.update_entry(Entry(message=growing, last=True))
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() // 2)
    before = [(shown.entry, shown.y()) for shown in view.visible_views()]
    longer = message(39, "Line.\n\n" * 80, "m38", MessageState.STREAMING)
    view.update_entry(Entry(message=longer, last=True))
    assert [(shown.entry, shown.y()) for shown in view.visible_views()] == before
    view.go_to_end()
    assert bar.value() == bar.maximum()


def test_another_width_lays_out_again(view: TranscriptView) -> None:
    view.set_entries(chain(50), fresh=True)
    view.resize(520, 600)
    for shown in view.visible_views():
        assert shown.width() == 520 - 64
        assert shown.height() == shown.height_at(shown.width())


def test_versions_are_counted_among_the_same_speaker() -> None:
    first, second = message(1, "a", "m0"), message(3, "b", "m0")
    entries = entries_of([message(0, "hi", None), first, second], "m3")
    assert [(entry.position, entry.count, entry.previous_id) for entry in entries] == [
        (1, 1, ""),
        (2, 2, "m1"),
    ]
