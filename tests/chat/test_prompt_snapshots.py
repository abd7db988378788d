"""A reply keeps the prompt that it was made with: rows, pairs, readings and files take that one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.domain.chat import Message, Origin, Role, Usage
from hone.domain.conversation_files import ImportReport
from hone.domain.generation import GenerationEnded, Provenance, TextChunk
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat
from hone.domain.prompt_snapshot import PromptRecord, PromptSnapshot, hashes_of
from hone.domain.prompts import FewShot, Variable
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.ipc.messages import Event
from hone.services.chat import ChatService
from hone.services.conversation_files import ConversationFileService
from hone.services.feedback import FeedbackService
from hone.services.token_reports import TokenReportService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.prompt_snapshots import PromptSnapshotStore

MODEL = Model(id="demo", name="Demo", path=Path("demo"), format=ModelFormat.GGUF, size_bytes=1)
TOOL = {"type": "function", "function": {"name": "clock", "parameters": {}}}
SETUP = Setup(
    variables=(Variable(name="tone", default="dry"),),
    examples=(FewShot(input="1+1", output="2"), FewShot(input="off", output="off", enabled=False)),
    template_variables={"enable_thinking": False},
)


class Catalogue:
    """Knows one model."""

    def find_model(self, name_or_path: str) -> Model:
        return MODEL

    def find_adapter(self, name_or_path: str) -> Adapter:
        raise BadInput("There is no adapter.")


class Engine:
    """Says one word more each time."""

    def __init__(self) -> None:
        self.count = 0

    def reply(
        self, model: Model, request: Any, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[Event]:
        self.count += 1
        yield TextChunk(request_id=request.request_id, text=f"Word {self.count}.", token_ids=(1,))
        yield GenerationEnded(request_id=request.request_id, reason="length", usage=Usage(prompt_tokens=1))

    def cancel(self, request_id: str) -> None:
        """Nothing runs."""

    def made_by(self, model: Model) -> Provenance:
        return Provenance()


class Tools:
    """Describes one tool wherever any is wanted."""

    def describe(self, setup: Setup) -> tuple[dict[str, Any], ...]:
        return (TOOL,) if setup.tools else ()


class World:
    """Services over one database, with a conversation that has one reply."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(folder / "hone.db", folder / "backups")
        self.store = ConversationStore(self.database)
        self.snapshots = PromptSnapshotStore(self.database)
        self.chat = ChatService(self.store, Catalogue(), Engine(), tools=Tools())
        self.feedback = FeedbackService(self.database, folder / "datasets")
        self.files = ConversationFileService(self.database)
        self.talk = self.chat.create("demo", system_prompt="Be {{tone}}.", setup=SETUP)
        self.run(self.chat.send(self.talk.id, "2+2"))

    def run(self, events: Iterator[Any]) -> None:
        for _ in events:
            pass

    def replies(self) -> list[Message]:
        return [each for each in self.chat.messages(self.talk.id) if each.role is Role.ASSISTANT]

    def change(self, **values: Any) -> None:
        self.chat.update(msgspec.structs.replace(self.chat.get(self.talk.id), **values))

    def row(self, name: str = "d", place: int = 0) -> dict[str, Any]:
        path = self.feedback.add_replies(self.talk.id, [self.replies()[place].id], name).dataset.path
        return json.loads(path.read_text().splitlines()[-1])


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.database.close()


def test_a_row_has_the_prompt_of_its_reply_after_the_conversation_has_another(world: World) -> None:
    world.change(system_prompt="Be rude.", setup=Setup(examples=(FewShot(input="x", output="y"),)))
    row = world.row()
    assert [message["content"] for message in row["messages"]] == ["Be dry.", "1+1", "2", "2+2", "Word 1."]
    source = row["provenance"]
    assert (source["prompt"], source["template_variables"]) == ("as made", {"enable_thinking": False})
    assert source["prompt_hash"] == hashes_of(world.replies()[0])[0]


def test_an_older_reply_takes_the_present_prompt_and_says_so(world: World) -> None:
    reply = world.replies()[0]
    world.store.write_message(msgspec.structs.replace(reply, origin=Origin(model_name="Demo")))
    world.change(system_prompt="Be rude.")
    row = world.row()
    assert row["messages"][0]["content"] == "Be rude."
    assert row["provenance"]["prompt"] == "present"


def test_a_reply_continued_under_another_prompt_is_told(world: World) -> None:
    reply = world.replies()[0]
    world.run(world.chat.continue_reply(world.talk.id, reply.id))
    assert world.row("same")["provenance"]["prompt"] == "as made"
    world.change(system_prompt="Be rude.")
    world.run(world.chat.continue_reply(world.talk.id, reply.id))
    assert world.row("other")["provenance"]["prompt"] == "continued under another"


def test_replies_of_two_prompts_are_no_preference(world: World) -> None:
    first = world.replies()[0]
    world.run(world.chat.regenerate(world.talk.id, first.id))
    second = world.replies()[1]
    picks = world.feedback.prefer(second.id, [first.id])
    row = json.loads(world.feedback.add_picks(world.talk.id, picks, "p").dataset.path.read_text())
    assert row["provenance"]["rejected_prompt"] == "as made"
    world.change(system_prompt="Be rude.")
    world.run(world.chat.regenerate(world.talk.id, first.id))
    other = world.feedback.prefer(world.replies()[2].id, [first.id])
    with pytest.raises(BadInput, match="different prompts"):
        world.feedback.add_picks(world.talk.id, other, "p")


def test_a_snapshot_is_kept_once_and_holds_what_was_filled_in(world: World) -> None:
    world.change(setup=msgspec.structs.replace(SETUP, tools=("clock",)))
    world.run(world.chat.send(world.talk.id, "and?"))
    world.run(world.chat.send(world.talk.id, "and?"))
    first, second, third = (hashes_of(reply)[0] for reply in world.replies())
    assert first != second == third
    kept = world.snapshots.get([second])[second]
    assert (kept.values, kept.tools, kept.system_prompt) == ({"tone": "dry"}, (TOOL,), "Be {{tone}}.")
    assert [example.input for example in kept.examples] == ["1+1"]
    assert kept.hash == second
    assert len(world.database.query("SELECT * FROM prompt_snapshots")) == 2


def test_a_reply_is_read_under_the_prompt_it_was_made_with(world: World) -> None:
    tokens = TokenReportService(world.chat, Catalogue(), None, snapshots=world.snapshots)  # type: ignore[arg-type]
    world.change(system_prompt="Be rude.", model_id="other")
    reply, talk = world.replies()[0], world.chat.get(world.talk.id)
    assert not tokens.knows(reply)
    reader = tokens.reader_of(talk, reply)
    assert tokens.knows(reply)
    assert (reader.system_prompt, reader.model_id) == ("Be {{tone}}.", "other")
    assert (reader.record, reader.setup.values) == (PromptRecord.AS_MADE, {"tone": "dry"})
    assert tokens.reader_of(talk).system_prompt == "Be rude."


def test_a_file_carries_the_prompts_and_an_edited_one_is_left_out(world: World, tmp_path: Path) -> None:
    world.change(system_prompt="Be rude.")
    expected = world.row("before")["messages"]
    file = world.files.export([world.talk.id], "json", tmp_path / "talk.json")[0]
    world.store.forget([world.talk.id])
    assert world.database.query("SELECT * FROM prompt_snapshots") == []
    *_, report = world.files.import_file(file)
    assert isinstance(report, ImportReport) and report.left_out == {}
    assert world.row("after")["messages"] == expected
    world.store.forget([world.talk.id])
    file.write_text(file.read_text().replace("Be {{tone}}.", "Be sly."))
    *_, report = world.files.import_file(file)
    assert isinstance(report, ImportReport)
    assert report.left_out == {"prompts that were changed in the file": 1}
    assert world.row("changed")["provenance"]["prompt"] == "present"


def test_only_prompts_that_no_reply_has_go_with_the_trash(world: World) -> None:
    other = world.chat.create("demo", system_prompt="Other")
    world.run(world.chat.send(other.id, "Hi"))
    world.chat.delete(other.id)
    assert len(world.database.query("SELECT * FROM prompt_snapshots")) == 2
    assert world.store.empty_trash(timedelta(0)) == 1
    assert [row["hash"] for row in world.database.query("SELECT hash FROM prompt_snapshots")] == [
        hashes_of(world.replies()[0])[0]
    ]


def test_prompts_are_saved_from_a_damaged_file(world: World) -> None:
    expected = world.row("before")["messages"]
    world.change(system_prompt="Be rude.")
    world.database.close()
    path = world.folder / "hone.db"
    with path.open("r+b") as file:
        # The number of free pages in the head: the check finds it wrong, the rows are whole.
        file.seek(36)
        file.write(b"\x00\x00\x00\x07")
    assert world.row("after")["messages"] == expected
    assert "was damaged" in world.database.notice


def test_a_setup_is_put_together_as_it_was() -> None:
    snapshot = PromptSnapshot.of("Be {{tone}}.", SETUP)
    assert snapshot.same_prompt(PromptSnapshot.of("Be dry.", msgspec.structs.replace(SETUP, variables=())))
    assert not snapshot.same_prompt(PromptSnapshot.of("Be dry!", SETUP))
    again = PromptSnapshot.of("Be {{tone}}.", snapshot.applied_to(Setup(values={"tone": "sour"})))
    assert again.hash == snapshot.hash
