"""Prompts come back as they were put in; versions count up; uses are found in conversations and replies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hone.domain.chat import Conversation, Message, MessageState, Origin, Role
from hone.domain.prompts import FewShot, PromptBody, PromptVersion, SavedPrompt, Variable, VariableKind
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.drafts import DraftStore
from hone.storage.prompts import PromptStore

START = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
BODY = PromptBody(
    system='Say "{{a}}"\n',
    variables=(Variable(name="a", kind=VariableKind.CHOICE, choices=("x", "y"), help="h"),),
    examples=(FewShot(input="1", output="2", enabled=False, source="s"),),
    stop=("\n\n",),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> PromptStore:
    return PromptStore(database)


def prompt(number: int = 1, name: str = "A", folder: str = "") -> SavedPrompt:
    return SavedPrompt(
        id=f"p{number}",
        name=name,
        created_at=START,
        updated_at=START,
        folder=folder,
        tags=("t", "u"),
        about="x",
    )


def version(identity: str, prompt_id: str = "p1", body: PromptBody = BODY) -> PromptVersion:
    return PromptVersion(id=identity, prompt_id=prompt_id, number=1, note="n", created_at=START, body=body)


def test_a_prompt_and_its_versions_come_back_as_they_were(store: PromptStore) -> None:
    store.add(prompt(), [version("v1")])
    kept = store.add_version(version("v2", body=PromptBody(system="new")))
    assert kept.number == 2
    found = store.get("p1")
    assert (found.name, found.tags, found.about, found.versions, found.latest_id) == (
        "A",
        ("t", "u"),
        "x",
        2,
        "v2",
    )
    assert [each.number for each in store.versions("p1")] == [2, 1]
    assert store.version("v1") == version("v1")
    assert store.latest_bodies() == {"p1": PromptBody(system="new")}


def test_prompts_are_listed_by_folder_and_name(store: PromptStore) -> None:
    for number, (name, folder) in enumerate([("b", ""), ("A", ""), ("z", "work/a"), ("y", "Home")]):
        store.add(prompt(number, name, folder))
    assert [each.name for each in store.prompts()] == ["A", "b", "y", "z"]


def test_a_deleted_prompt_can_be_restored_until_the_trash_is_emptied(store: PromptStore) -> None:
    store.add(prompt(), [version("v1")])
    store.delete("p1")
    assert store.prompts() == [] and [each.id for each in store.prompts(deleted=True)] == ["p1"]
    with pytest.raises(BadInput):
        store.get("p1")
    store.restore("p1")
    assert store.get("p1").versions == 1
    store.delete("p1")
    assert store.empty_trash() == 0
    assert store.empty_trash(timedelta(seconds=-1)) == 1
    assert store.version("v1") is None


def test_uses_are_told_by_conversation_with_what_was_thought_of_the_replies(
    store: PromptStore, database: Database
) -> None:
    store.add(
        prompt(),
        [
            version("v1"),
        ],
    )
    store.add_version(version("v2"))
    talks = ConversationStore(database)
    for number, setup in enumerate(
        [Setup(prompt_version_id="v1"), Setup(), Setup(prompt_version_id="other")]
    ):
        talks.add(
            Conversation(
                id=f"c{number}", title=f"Talk {number}", created_at=START, updated_at=START, setup=setup
            )
        )
    for number, (talk, used, rating) in enumerate(
        [("c0", "v2", "up"), ("c0", "v2", "down"), ("c1", "v1", "")]
    ):
        talks.add_message(
            Message(
                id=f"m{number}", conversation_id=talk, parent_id=None, role=Role.ASSISTANT, text="r",
                state=MessageState.COMPLETE, created_at=START + timedelta(minutes=number), rating=rating,
                origin=Origin(model_name="m", prompt_version_id=used),
            )
        )  # fmt: skip
    uses = {
        (use.conversation_id, use.number): (use.replies, use.up, use.down, use.now)
        for use in store.uses("p1")
    }
    assert uses == {("c0", 1): (0, 0, 0, True), ("c0", 2): (2, 1, 1, False), ("c1", 1): (1, 0, 0, False)}
    talks.delete("c0")
    assert [use.conversation_id for use in store.uses("p1")] == ["c1"]


def test_drafts_are_kept_by_place_until_forgotten(database: Database) -> None:
    drafts = DraftStore(database)
    drafts.put("prompt:a_b", "1")
    drafts.put("prompt:a_b", "2")
    drafts.put("prompt%", "3")
    assert drafts.get("prompt:a_b") == "2"
    assert drafts.places("prompt:") == ["prompt:a_b"]
    drafts.forget("prompt:a_b")
    assert drafts.get("prompt:a_b") is None
