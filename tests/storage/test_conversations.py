"""Conversations come back as they were put in; deleting can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from hone.domain.chat import Conversation, Message, MessageState, Origin, Role, ToolCall, Usage
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

START = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield ConversationStore(database)
    database.close()


def conversation(number: int = 1, **changes: object) -> Conversation:
    record = Conversation(
        id=f"c{number}",
        title=f"Talk {number}",
        created_at=START,
        updated_at=START + timedelta(minutes=number),
        sampling=Sampling(temperature=0.1, seed=7),
    )
    return msgspec.structs.replace(record, **changes)


def message(number: int, parent: str | None, role: Role = Role.USER, **changes: object) -> Message:
    record = Message(
        id=f"m{number}",
        conversation_id="c1",
        parent_id=parent,
        role=role,
        text=f"text {number} ü 🙂 \u200f \x00 end",
        state=MessageState.COMPLETE,
        created_at=START + timedelta(seconds=number),
    )
    return msgspec.structs.replace(record, **changes)


def test_everything_comes_back_as_it_was(store: ConversationStore) -> None:
    store.add(conversation())
    reply = message(
        2,
        "m1",
        Role.ASSISTANT,
        state=MessageState.CUT,
        origin=Origin(model_name="demo", sampling=Sampling(top_k=1), seed=3),
        usage=Usage(prompt_tokens=5, reply_tokens=9, reply_seconds=1.5),
        problem="cut",
        reasoning="It must be so.",
        tool_calls=(ToolCall("look", "{}"), ToolCall("see", '{"a": [1]}')),
    )
    store.add_message(message(1, None), title="Named")
    store.add_message(reply)
    assert store.messages("c1") == [message(1, None), reply]
    kept = store.get("c1")
    assert (kept.title, kept.leaf_id, kept.updated_at) == ("Named", "m2", reply.created_at)
    assert kept.sampling == Sampling(temperature=0.1, seed=7)


def test_broken_characters_are_refused_and_what_is_there_stays(store: ConversationStore) -> None:
    store.add(conversation())
    store.add_message(message(1, None))
    with pytest.raises(BadInput, match="surrogates"):
        store.add_message(message(2, "m1", text="broken \ud83d here"))
    with pytest.raises(BadInput, match="surrogates"):
        store.update(conversation(system_prompt="\udcff"))
    store.add_message(message(3, "m1"))
    assert [each.id for each in store.messages("c1")] == ["m1", "m3"]


def test_the_list_is_ordered_by_last_use(store: ConversationStore) -> None:
    for number in (2, 1, 3):
        store.add(conversation(number))
    store.add_message(message(9, None, created_at=START + timedelta(days=1)))
    assert [each.id for each in store.conversations()] == ["c1", "c3", "c2"]


def test_updating_settings_leaves_the_shown_branch_alone(store: ConversationStore) -> None:
    store.add(conversation())
    old = store.get("c1")
    store.add_message(message(1, None))
    store.update(msgspec.structs.replace(old, system_prompt="Be brief.", model_id="demo"))
    assert store.get("c1").leaf_id == "m1"
    assert store.get("c1").system_prompt == "Be brief."


def test_a_deleted_conversation_can_be_restored_until_the_trash_is_emptied(store: ConversationStore) -> None:
    store.add(conversation())
    store.add_message(message(1, None))
    store.delete("c1")
    assert store.conversations() == []
    assert [each.id for each in store.conversations(deleted=True)] == ["c1"]
    with pytest.raises(BadInput):
        store.get("c1")
    assert store.empty_trash() == 0
    store.restore("c1")
    assert store.messages("c1") == [message(1, None)]
    store.delete("c1")
    assert store.empty_trash(older_than=timedelta(0)) == 1
    assert store.messages("c1") == []


def test_unfinished_replies_are_marked_after_a_crash(store: ConversationStore) -> None:
    store.add(conversation())
    store.add_message(message(1, None))
    store.add_message(message(2, "m1", Role.ASSISTANT, text="half a", state=MessageState.STREAMING))
    assert store.interrupt_unfinished() == 1
    kept = store.messages("c1")[-1]
    assert (kept.text, kept.state) == ("half a", MessageState.INTERRUPTED)
    assert kept.problem
    assert store.interrupt_unfinished() == 0
