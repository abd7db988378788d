"""The shown branch is the same whether it was built step by step or at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hone.domain.chat import Message, MessageState, Role, branch
from hone.ui.chat.message_tree import MessageTree


def message(number: int, parent: int | None, text: str = "") -> Message:
    return Message(
        id=f"m{number}",
        conversation_id="c",
        parent_id=None if parent is None else f"m{parent}",
        role=Role.USER if number % 2 else Role.ASSISTANT,
        text=text,
        state=MessageState.COMPLETE,
        created_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number),
    )


def chain(count: int) -> list[Message]:
    return [message(number, number - 1 if number else None) for number in range(count)]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=30), st.lists(st.integers(0, 1000), max_size=10))
def test_entries_when_built_step_by_step_are_those_built_at_once(
    parents: list[int], shown: list[int]
) -> None:
    tree, known = MessageTree(), []
    for number, parent in enumerate(parents):
        known.append(message(number, parent % number if number else None))
        tree.keep(known[-1])
        tree.show(known[-1].id)
        fresh = MessageTree()
        fresh.load(known, known[-1].id)
        assert tree.entries() == fresh.entries()
    for number in shown:
        leaf = known[number % len(known)].id
        tree.show(leaf)
        fresh = MessageTree()
        fresh.load(known, leaf)
        assert tree.entries() == fresh.entries()
        assert [entry.message for entry in tree.entries()] == list(branch(known, leaf))


def test_entries_that_did_not_change_stay_the_same_objects() -> None:
    tree = MessageTree()
    tree.load(chain(6), "m5")
    before = tree.entries()
    tree.keep(message(6, 5, "new"))
    tree.show("m6")
    after = tree.entries()
    assert [new is old for new, old in zip(after, before, strict=False)] == [True] * 5 + [False]
    tree.keep(message(6, 5, "newer"))
    assert [new is old for new, old in zip(tree.entries(), after, strict=True)] == [True] * 6 + [False]


def test_sibling_when_it_comes_is_counted_at_its_fork() -> None:
    tree = MessageTree()
    tree.load(chain(4), "m3")
    tree.keep(message(5, 2))
    assert [entry.count for entry in tree.entries()] == [1, 1, 1, 2]
    assert tree.entries()[3].next_id == "m5"


def test_loaded_messages_do_not_replace_newer_ones() -> None:
    tree = MessageTree()
    tree.keep(message(0, None, "newer"))
    tree.load([message(0, None, "older"), message(1, 0)], "m1")
    assert [entry.message.text for entry in tree.entries()] == ["newer", ""]
