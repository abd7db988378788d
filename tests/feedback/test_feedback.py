"""Judgements are kept, and become rows that the readers of data take, with where they came from."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hone.data.inspection import inspect
from hone.data.reading import read_examples
from hone.domain.chat import (
    Conversation,
    Message,
    MessageState,
    Origin,
    Rating,
    Role,
    ToolCall,
    ToolResult,
    Turn,
)
from hone.domain.prompt_snapshot import PromptSnapshot
from hone.domain.prompts import FewShot
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.services.feedback import FeedbackService
from hone.services.typed import NewSettings, Typed, TypedService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.prompt_snapshots import keep_in

START = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    kept = ConversationStore(database)
    setup = Setup(examples=(FewShot(input="1+1", output="2"),))
    kept.add(
        Conversation(
            id="c", title="T", created_at=START, updated_at=START, system_prompt="Count.", setup=setup
        )
    )
    add(kept, "u", None, Role.USER, "2+2")
    add(
        kept,
        "a",
        "u",
        Role.ASSISTANT,
        "5",
        origin=Origin(model_name="demo", seed=9, sampling=Sampling(top_k=3)),
    )
    add(kept, "b", "u", Role.ASSISTANT, "4")
    yield kept
    database.close()


@pytest.fixture
def feedback(store: ConversationStore, tmp_path: Path) -> FeedbackService:
    return FeedbackService(store.database, tmp_path / "datasets")


def add(
    store: ConversationStore, key: str, parent: str | None, role: Role, text: str, **values: object
) -> None:
    number = len(store.messages("c"))
    store.add_message(
        Message(
            id=key,
            conversation_id="c",
            parent_id=parent,
            role=role,
            text=text,
            state=MessageState.COMPLETE,
            created_at=START + timedelta(seconds=number),
            **values,  # type: ignore[arg-type]
        )
    )


def by_id(store: ConversationStore) -> dict[str, Message]:
    return {message.id: message for message in store.messages("c")}


def test_judgements_are_kept_and_taken_back(store: ConversationStore, feedback: FeedbackService) -> None:
    feedback.rate("a", Rating.DOWN)
    feedback.correct("a", "4!")
    assert (by_id(store)["a"].rating, by_id(store)["a"].correction) == (Rating.DOWN, "4!")
    feedback.rate("a", Rating.NONE)
    assert (by_id(store)["a"].rating, by_id(store)["a"].correction) == (Rating.NONE, "4!")
    feedback.correct("a", " ")
    assert by_id(store)["a"].correction == ""


def test_a_reply_becomes_a_row_that_is_read_as_messages(feedback: FeedbackService) -> None:
    added = feedback.add_replies("c", ["a"], "My replies")
    path = added.dataset.path
    assert (added.dataset.rows, path.name) == (1, "My replies.jsonl")
    example = next(iter(read_examples(path)))
    assert [(turn.role, turn.content) for turn in example.turns] == [
        ("system", "Count."),
        ("user", "1+1"),
        ("assistant", "2"),
        ("user", "2+2"),
        ("assistant", "5"),
    ]
    source = json.loads(path.read_text())["provenance"]
    assert (source["model"], source["seed"], source["sampling"]["top_k"], source["message_id"]) == (
        "demo",
        9,
        3,
        "a",
    )
    report = inspect(path)
    assert report.format == "messages"


def test_the_correction_is_taken_when_there_is_one_and_the_original_is_rejected(
    feedback: FeedbackService,
) -> None:
    feedback.correct("a", "4")
    row = json.loads(feedback.add_replies("c", ["a"], "good").dataset.path.read_text())
    assert row["messages"][-1] == {"role": "assistant", "content": "4"}
    row = json.loads(feedback.add_corrections("c", ["a"], "better").dataset.path.read_text())
    assert (row["chosen"][0]["content"], row["rejected"][0]["content"]) == ("4", "5")
    with pytest.raises(BadInput, match="another kind"):
        feedback.add_corrections("c", ["a"], "good")
    with pytest.raises(BadInput, match="no correction"):
        feedback.add_corrections("c", ["b"], "better")


def test_a_pick_becomes_a_preference_and_the_opposite_replaces_it(feedback: FeedbackService) -> None:
    feedback.prefer("a", ["b"])
    pick = feedback.prefer("b", ["a"])[0]
    assert feedback.picks_of(["a", "b"]) == [pick]
    row = json.loads(feedback.add_picks("c", [pick], "picks").dataset.path.read_text())
    assert (row["chosen"][0]["content"], row["rejected"][0]["content"]) == ("4", "5")
    feedback.take_back([pick])
    assert feedback.picks_of(["a", "b"]) == []


def test_no_row_is_added_twice_unless_wanted_and_adding_is_undone(feedback: FeedbackService) -> None:
    first = feedback.add_replies("c", ["a"], "d")
    again = feedback.add_replies("c", ["a", "b"], "d")
    assert (len(again.rows), again.known, again.dataset.rows) == (1, 1, 2)
    assert feedback.add_replies("c", ["a"], "d", twice=True).dataset.rows == 3
    assert feedback.undo(again) == 1
    assert feedback.datasets()[0].rows == 2
    feedback.undo(first)
    assert feedback.datasets()[0].rows == 1


def test_all_replies_with_a_thumb_up_are_added(store: ConversationStore, feedback: FeedbackService) -> None:
    with pytest.raises(BadInput, match="no reply with a thumb up"):
        feedback.add_liked(["c"], "d")
    feedback.rate("a", Rating.UP)
    feedback.rate("b", Rating.UP)
    assert feedback.add_liked(["c"], "d").dataset.rows == 2


def test_a_torn_last_line_is_mended_when_a_row_is_added(feedback: FeedbackService) -> None:
    path = feedback.add_replies("c", ["a"], "d").dataset.path
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"messages": [{"ro')
    assert feedback.add_replies("c", ["b"], "d").dataset.rows == 2
    assert path.read_bytes().startswith(whole + b'{"messages"')
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert feedback.add_replies("c", ["a"], "d", twice=True).dataset.rows == 3
    assert len(list(read_examples(path))) == 3


def test_rows_of_many_threads_are_all_there(feedback: FeedbackService) -> None:
    def work() -> None:
        for _ in range(10):
            feedback.add_replies("c", ["a"], "d", twice=True)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert feedback.datasets()[0].rows == 40


@pytest.mark.parametrize("name", ["../out", "a/b", "con", "..", "x" * 300])
def test_a_data_set_stays_in_its_folder_whatever_its_name(
    feedback: FeedbackService, tmp_path: Path, name: str
) -> None:
    path = feedback.add_replies("c", ["a"], name).dataset.path
    assert path.resolve().parent == (tmp_path / "datasets").resolve()
    assert path.exists()


NOW_TOOL = {
    "type": "function",
    "function": {
        "name": "now",
        "description": "The time.",
        "parameters": {"type": "object", "properties": {}},
    },
}


def add_called(store: ConversationStore) -> None:
    """Add a reply that calls a tool, the tool's answer, and two replies after it."""
    prompt = PromptSnapshot(system_prompt="Count.", tools=(NOW_TOOL,))
    with store.database.transaction() as connection:
        keep_in(connection, [prompt])
    origin = Origin(model_name="demo", prompt_hash=prompt.hash)
    calls = (ToolCall("now", "{}"), ToolCall("now", '{"zone": "UTC"}'))
    add(store, "call", "u", Role.ASSISTANT, "", tool_calls=calls, origin=origin)
    add(store, "t1", "call", Role.TOOL, "12:30", tool=ToolResult(name="now", call=0))
    add(store, "t2", "t1", Role.TOOL, "10:30", tool=ToolResult(name="now", call=1))
    add(store, "after", "t2", Role.ASSISTANT, "It is half past twelve.", origin=origin)
    add(store, "worse", "t2", Role.ASSISTANT, "No idea.", origin=origin)


def test_rows_carry_tools_and_calls_as_they_were_made(
    store: ConversationStore, feedback: FeedbackService
) -> None:
    add_called(store)
    path = feedback.add_replies("c", ["call", "after"], "d").dataset.path
    first, second = list(read_examples(path))
    assert [turn.role for turn in first.turns] == ["system", "user", "assistant"]
    assert [turn.role for turn in second.turns][2:] == ["assistant", "tool", "tool", "assistant"]
    assert second.turns[-1] == Turn("assistant", "It is half past twelve.")
    calls = json.loads(first.turns[-1].more)["tool_calls"]
    assert [call["function"]["name"] for call in calls] == ["now", "now"]
    assert [json.loads(turn.more)["tool_call_id"] for turn in second.turns[3:5]] == [c["id"] for c in calls]
    assert [json.loads(each.tools) for each in (first, second)] == [[NOW_TOOL], [NOW_TOOL]]
    assert {group.kind for group in inspect(path).groups} == {"few_rows"}


def test_preferences_after_a_tool_carry_it_too(store: ConversationStore, feedback: FeedbackService) -> None:
    add_called(store)
    path = feedback.add_picks("c", feedback.prefer("after", ["worse"]), "d").dataset.path
    (row,) = read_examples(path)
    assert (row.turns[-1].content, row.rejected[-1].content) == ("It is half past twelve.", "No idea.")
    assert json.loads(row.tools) == [NOW_TOOL]
    assert [turn.role for turn in row.turns[: row.prompt_turns]][-2:] == ["tool", "tool"]


def test_rows_without_tools_name_none(feedback: FeedbackService) -> None:
    path = feedback.add_replies("c", ["a"], "d").dataset.path
    assert sorted(json.loads(path.read_text())) == ["messages", "provenance"]


def test_replies_whose_tools_are_not_known_are_refused(
    store: ConversationStore, feedback: FeedbackService
) -> None:
    add(store, "t", "u", Role.ASSISTANT, "Look", tool_calls=(ToolCall("look", "{}"),))
    with pytest.raises(BadInput, match="which tools"):
        feedback.add_replies("c", ["t"], "d")


def test_what_was_typed_is_there_again(store: ConversationStore) -> None:
    typed = TypedService(store.database)
    assert typed.load("c").is_empty
    typed.save("c", Typed(text="half a sen", edited_id="u"))
    typed.save("", Typed(settings=NewSettings(model_id="demo", system_prompt="Be kind.")))
    assert TypedService(store.database).load("c") == Typed(text="half a sen", edited_id="u")
    assert typed.load("").settings == NewSettings(model_id="demo", system_prompt="Be kind.")
    typed.save("c", Typed())
    assert typed.load("c").is_empty
