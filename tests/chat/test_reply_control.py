"""How replies are asked for: beginnings, continuing, editing, several at once, tools, the window."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.domain.assembly import Assembly
from hone.domain.chat import (
    Attachment,
    Message,
    MessageState,
    ReplyEnded,
    ReplyEvent,
    ReplyFitted,
    ReplyStarted,
    ReplyText,
    Role,
    ToolAnswer,
    Usage,
    UserNotSaved,
    UserSaved,
    branch,
    siblings,
)
from hone.domain.constraint import Constraint
from hone.domain.generation import (
    Generate,
    GenerationEnded,
    Provenance,
    ReasoningChunk,
    TextChunk,
    ToolCalled,
)
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat
from hone.domain.prompts import Variable
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Event
from hone.services.chat import ChatService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

MODEL = Model(id="demo", name="Demo", path=Path("demo"), format=ModelFormat.GGUF, size_bytes=1)
USAGE = Usage(prompt_tokens=3, reply_tokens=2, reply_seconds=0.5, context_length=64)


class Catalogue:
    """Knows one model."""

    def find_model(self, name_or_path: str) -> Model:
        return MODEL

    def find_adapter(self, name_or_path: str) -> Adapter:
        raise BadInput(f"There is no adapter {name_or_path!r}.")


class ScriptEngine:
    """Says `words` in each completion, the completions in turns; the k-th says its number with each word.

    `trouble` is called before each word.
    """

    def __init__(self) -> None:
        self.words = ["one ", "two "]
        self.requests: list[Generate] = []
        self.cancelled: set[str] = set()
        self.reason = "stop"
        self.before: list[ReasoningChunk | ToolCalled] = []
        self.trouble: Callable[[int], None] = lambda word: None

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[Event]:
        self.requests.append(request)
        indices = range(request.completions)
        for event in self.before:
            yield msgspec.structs.replace(event, request_id=request.request_id)
        for number, word in enumerate(self.words):
            self.trouble(number)
            for index in indices:
                if request.request_id not in self.cancelled:
                    text = f"{word}{index} " if request.completions > 1 else word
                    yield TextChunk(request_id=request.request_id, text=text, token_ids=(1,), index=index)
        reason = "cancelled" if request.request_id in self.cancelled else self.reason
        for index in indices:
            yield GenerationEnded(
                request_id=request.request_id,
                reason=reason,
                usage=USAGE,
                seed=20 + index,
                index=index,
                provenance=Provenance(build="script 1"),
            )

    def cancel(self, request_id: str) -> None:
        self.cancelled.add(request_id)

    def made_by(self, model: Model) -> Provenance:
        return Provenance()


@pytest.fixture
def engine() -> ScriptEngine:
    return ScriptEngine()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield ConversationStore(database)
    database.close()


@pytest.fixture
def chat(store: ConversationStore, engine: ScriptEngine) -> ChatService:
    return ChatService(store, Catalogue(), engine)


def ended(events: list[ReplyEvent]) -> ReplyEnded:
    last = events[-1]
    assert isinstance(last, ReplyEnded)
    return last


def last_of(events: list[ReplyEvent]) -> Message:
    return ended(events).message


# ---- the beginning of replies


def test_a_reply_begins_with_the_setups_beginning(chat: ChatService, engine: ScriptEngine) -> None:
    setup = Setup(prefill="Dear {{name}}, ", variables=(Variable(name="name"),), values={"name": "Ada"})
    talk = chat.create("demo", setup=setup)
    events = list(chat.send(talk.id, "hi"))
    started = next(event for event in events if isinstance(event, ReplyStarted))
    assert started.message.text == "Dear Ada, "
    reply = last_of(events)
    assert (reply.text, reply.given) == ("Dear Ada, one two ", 10)
    assert engine.requests[0].prompt.prefill == "Dear Ada, "
    assert chat.messages(talk.id)[-1] == reply


def test_a_branch_begins_with_what_was_chosen(chat: ChatService, engine: ScriptEngine) -> None:
    talk = chat.create("demo", setup=Setup(prefill="Never ", completions=3))
    first = last_of(list(chat.send(talk.id, "hi")))
    other = last_of(list(chat.branch_from(talk.id, first.id, "Never three ")))
    assert (other.text, other.given, other.parent_id) == ("Never three one two ", 12, first.parent_id)
    assert engine.requests[-1].prompt.prefill == "Never three "
    assert engine.requests[-1].completions == 1


def test_the_setup_reaches_the_engine(chat: ChatService, engine: ScriptEngine) -> None:
    setup = Setup(
        stop=("END",),
        constraint=Constraint(json_schema={"type": "object"}),
        exact=True,
        template_variables={"enable_thinking": False},
        prompt_version_id="v7",
        tools=("clock",),
    )
    talk = chat.create("demo", setup=setup)
    reply = last_of(list(chat.send(talk.id, "hi")))
    request = engine.requests[0]
    assert (request.stop, request.constraint, request.exact) == (("END",), setup.constraint, True)
    assert request.prompt.variables == {"enable_thinking": False}
    assert request.prompt.tools == ()
    assert reply.origin is not None
    assert reply.origin.prompt_version_id == "v7"


# ---- continuing


@pytest.mark.parametrize("reason", ["stop", "length", "cancelled"])
def test_continuing_appends_to_the_same_message(chat: ChatService, engine: ScriptEngine, reason: str) -> None:
    talk = chat.create("demo", sampling=Sampling(seed=20))
    engine.reason = reason
    first = last_of(list(chat.send(talk.id, "hi")))
    engine.reason, engine.words = "stop", ["three."]
    chat.update(msgspec.structs.replace(chat.get(talk.id), sampling=Sampling(temperature=0.0)))
    events = list(chat.continue_reply(talk.id, first.id))
    again = last_of(events)
    assert [type(event) for event in events] == [ReplyStarted, ReplyText, ReplyEnded]
    assert (again.id, again.text, again.state) == (first.id, "one two three.", MessageState.COMPLETE)
    assert len(chat.messages(talk.id)) == 2
    assert chat.messages(talk.id)[-1] == again
    assert [turn.content for turn in engine.requests[1].prompt.turns] == ["hi"]
    assert engine.requests[1].prompt.prefill == "one two "
    assert again.usage == msgspec.structs.replace(USAGE, reply_tokens=4, reply_seconds=1.0)
    assert again.origin is not None
    assert again.origin.sampling == Sampling(seed=20)
    more = again.origin.continued
    assert [(each.at, each.model_name, each.seed) for each in more] == [(8, "Demo", 20)]
    assert more[0].sampling == Sampling(temperature=0.0)


def test_a_reply_that_was_stopped_is_not_stopped_again_when_it_continues(
    chat: ChatService, engine: ScriptEngine
) -> None:
    talk = chat.create("demo")

    def stop(number: int) -> None:
        if number == 1:
            chat.stop(talk.id)

    engine.trouble = stop
    first = last_of(list(chat.send(talk.id, "hi")))
    assert (first.text, first.state) == ("one ", MessageState.STOPPED)
    engine.trouble = lambda number: None
    again = last_of(list(chat.continue_reply(talk.id, first.id)))
    assert (again.text, again.state) == ("one one two ", MessageState.COMPLETE)


@pytest.mark.parametrize(
    "error", [WorkerLost("gone", "Try again."), HoneError("Out of memory.", "Choose a smaller model.")]
)
def test_a_continuation_that_fails_at_once_leaves_the_reply_as_it_was(
    chat: ChatService, engine: ScriptEngine, error: HoneError
) -> None:
    talk = chat.create("demo")
    engine.reason = "length"
    first = last_of(list(chat.send(talk.id, "hi")))

    def fail(number: int) -> None:
        raise error

    engine.trouble = fail
    end = ended(list(chat.continue_reply(talk.id, first.id)))
    assert (end.message.text, end.message.state) == (first.text, MessageState.CUT)
    assert (end.message.problem, end.hint) == (error.message, error.hint)
    assert (end.message.usage, end.message.origin) == (first.usage, first.origin)
    assert chat.messages(talk.id)[-1] == end.message


def test_a_continuation_whose_engine_dies_keeps_both_parts(chat: ChatService, engine: ScriptEngine) -> None:
    talk = chat.create("demo")
    first = last_of(list(chat.send(talk.id, "hi")))

    def die(number: int) -> None:
        if number == 1:
            raise WorkerLost("gone")

    engine.trouble = die
    again = last_of(list(chat.continue_reply(talk.id, first.id)))
    assert (again.text, again.state) == ("one two one ", MessageState.INTERRUPTED)


def test_a_kill_while_continuing_loses_nothing_that_stood_there(chat: ChatService, tmp_path: Path) -> None:
    script = f"""
import os, signal, sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from test_reply_control import Catalogue, ChatService, ConversationStore, Database, ScriptEngine
folder = Path({str(tmp_path)!r})
engine = ScriptEngine()
chat = ChatService(ConversationStore(Database(folder / "hone.db", folder / "backups")), Catalogue(), engine)
talk = chat.create("demo")
list(chat.send(talk.id, "hi"))
def trouble(number):
    if number == 1:
        time.sleep(1.0)
        os.kill(os.getpid(), signal.SIGKILL)
engine.trouble = trouble
list(chat.continue_reply(talk.id, chat.messages(talk.id)[-1].id))
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    chat.recover()
    reply = chat.messages(chat.conversations()[0].id)[-1]
    assert (reply.text, reply.state) == ("one two one ", MessageState.INTERRUPTED)


def test_continuing_a_reply_that_was_answered_grows_a_reply_beside_it(
    chat: ChatService, engine: ScriptEngine
) -> None:
    talk = chat.create("demo")
    first = last_of(list(chat.send(talk.id, "hi")))
    list(chat.send(talk.id, "more"))
    other = last_of(list(chat.continue_reply(talk.id, first.id)))
    assert other.id != first.id
    assert (other.parent_id, other.text, other.given) == (first.parent_id, "one two one two ", 8)
    assert next(each for each in chat.messages(talk.id) if each.id == first.id) == first


def test_what_cannot_be_continued_says_so(chat: ChatService, engine: ScriptEngine) -> None:
    talk = chat.create("demo")
    engine.words = []
    empty = last_of(list(chat.send(talk.id, "hi")))
    with pytest.raises(BadInput, match="no text"):
        list(chat.continue_reply(talk.id, empty.id))
    with pytest.raises(BadInput, match="Only replies"):
        list(chat.continue_reply(talk.id, chat.messages(talk.id)[0].id))
    engine.before = [ToolCalled(request_id="", name="look", arguments="{}")]
    calls = last_of(list(chat.send(talk.id, "hi")))
    with pytest.raises(BadInput, match="tool call"):
        list(chat.continue_reply(talk.id, calls.id))


# ---- editing


def test_an_edited_reply_is_a_branch_without_a_reply(chat: ChatService, engine: ScriptEngine) -> None:
    talk = chat.create("demo")
    first = last_of(list(chat.send(talk.id, "hi")))
    events = list(chat.edit(talk.id, first.id, "one, better"))
    assert [type(event) for event in events] == [UserSaved]
    assert len(engine.requests) == 1
    shown = branch(chat.messages(talk.id), chat.get(talk.id).leaf_id)
    edited = shown[-1]
    assert (edited.text, edited.edited_from, edited.state) == (
        "one, better",
        first.id,
        MessageState.COMPLETE,
    )
    assert edited.origin == first.origin
    assert [each.id for each in siblings(chat.messages(talk.id), first)] == [first.id, edited.id]
    with pytest.raises(BadInput, match="empty"):
        list(chat.edit(talk.id, first.id, "  "))


def test_a_continued_edit_tells_what_the_person_wrote(chat: ChatService) -> None:
    talk = chat.create("demo")
    first = last_of(list(chat.send(talk.id, "hi")))
    list(chat.edit(talk.id, first.id, "My words: "))
    edited = chat.messages(talk.id)[-1]
    again = last_of(list(chat.continue_reply(talk.id, edited.id)))
    assert (again.text, again.given) == ("My words: one two ", 10)
    once_more = last_of(list(chat.continue_reply(talk.id, edited.id)))
    assert (once_more.text, once_more.given) == ("My words: one two one two ", 10)


def test_attachments_are_kept_and_stay_when_the_text_is_edited(
    chat: ChatService, engine: ScriptEngine
) -> None:
    talk = chat.create("demo")
    note = Attachment(name="note.txt", text="Milk, eggs")
    list(chat.send(talk.id, "", (note,)))
    user = chat.messages(talk.id)[0]
    assert user.attachments == (note,)
    assert chat.get(talk.id).title == "note.txt"
    assert "Milk, eggs" in engine.requests[0].prompt.turns[0].content
    list(chat.edit(talk.id, user.id, "What is in it?"))
    assert chat.messages(talk.id)[2].attachments == (note,)
    list(chat.edit(talk.id, user.id, "And now?", ()))
    assert chat.messages(talk.id)[4].attachments == ()


def test_attachments_that_could_not_be_kept_are_handed_back(
    chat: ChatService, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = chat.create("demo")

    def full(message: object, title: str | None = None) -> None:
        raise HoneError("The disk is full.")

    monkeypatch.setattr(store, "add_message", full)
    note = Attachment(name="note.txt", text="Milk")
    assert next(chat.send(talk.id, "look", (note,))) == UserNotSaved(text="look", attachments=(note,))


# ---- several at once


def test_several_replies_are_made_at_once_and_the_first_is_shown(
    chat: ChatService, engine: ScriptEngine
) -> None:
    talk = chat.create("demo", setup=Setup(completions=3))
    events = list(chat.send(talk.id, "hi"))
    started = [event.message.id for event in events if isinstance(event, ReplyStarted)]
    assert len(engine.requests) == 1
    assert engine.requests[0].completions == 3
    kept = chat.messages(talk.id)[1:]
    assert [message.id for message in kept] == started
    assert [message.text for message in kept] == [f"one {k} two {k} " for k in range(3)]
    assert [message.origin.seed for message in kept if message.origin] == [20, 21, 22]
    assert {message.state for message in kept} == {MessageState.COMPLETE}
    assert chat.get(talk.id).leaf_id == started[0]
    assert [event.message for event in events if isinstance(event, ReplyEnded)] == [
        chat.messages(talk.id)[1:][index] for index in range(3)
    ]
    texts = [event.message_id for event in events if isinstance(event, ReplyText)]
    assert texts == started * 2


def test_stopping_ends_all_replies_and_keeps_their_text(chat: ChatService, engine: ScriptEngine) -> None:
    talk = chat.create("demo", setup=Setup(completions=2))

    def stop(number: int) -> None:
        if number == 1:
            thread = threading.Thread(target=chat.stop, args=(talk.id,))
            thread.start()
            thread.join()

    engine.trouble = stop
    list(chat.send(talk.id, "hi"))
    kept = chat.messages(talk.id)[1:]
    assert [(each.text, each.state) for each in kept] == [
        ("one 0 ", MessageState.STOPPED),
        ("one 1 ", MessageState.STOPPED),
    ]


def test_each_of_several_replies_is_on_the_disk_while_the_engine_is_silent(
    chat: ChatService, engine: ScriptEngine, tmp_path: Path
) -> None:
    seen: list[str] = []
    other = Database(tmp_path / "hone.db", tmp_path / "backups")

    def wait(number: int) -> None:
        if number == 1:
            time.sleep(0.8)
            rows = other.query("SELECT text FROM messages WHERE state = 'streaming' ORDER BY created_at")
            seen.extend(row["text"] for row in rows)

    engine.trouble = wait
    list(chat.send(chat.create("demo", setup=Setup(completions=2)).id, "hi"))
    other.close()
    assert seen == ["one 0 ", "one 1 "]


def test_an_engine_that_dies_ends_those_that_are_not_over(chat: ChatService, engine: ScriptEngine) -> None:
    talk = chat.create("demo", setup=Setup(completions=2))

    def die(number: int) -> None:
        if number == 1:
            raise WorkerLost("gone")

    engine.trouble = die
    list(chat.send(talk.id, "hi"))
    assert [each.state for each in chat.messages(talk.id)[1:]] == [MessageState.INTERRUPTED] * 2


# ---- tools, the window, reasoning


def called(chat: ChatService, engine: ScriptEngine) -> tuple[str, Message]:
    """Return a conversation's id and a reply in it that called two tools."""
    engine.before = [
        ToolCalled(request_id="", name="look", arguments='{"at": "sea"}'),
        ToolCalled(request_id="", name="clock", arguments="{}"),
    ]
    engine.words = []
    talk = chat.create("demo")
    reply = last_of(list(chat.send(talk.id, "hi")))
    engine.before, engine.words = [], ["It is noon."]
    return talk.id, reply


def test_answers_of_tools_are_kept_and_replied_to(chat: ChatService, engine: ScriptEngine) -> None:
    identity, reply = called(chat, engine)
    answers = (
        ToolAnswer(call=0, name="look", text="waves"),
        ToolAnswer(call=1, name="clock", text="broken", failed=True),
    )
    events = list(chat.answer_calls(identity, reply.id, answers))
    shown = branch(chat.messages(identity), chat.get(identity).leaf_id)
    assert [message.role for message in shown][2:] == [Role.TOOL, Role.TOOL, Role.ASSISTANT]
    tools = [message.tool for message in shown if message.tool]
    assert [(tool.name, tool.call, tool.failed) for tool in tools] == [("look", 0, False), ("clock", 1, True)]
    assert [type(event) for event in events][:2] == [UserSaved, UserSaved]
    turns = [turn.as_message() for turn in engine.requests[-1].prompt.turns]
    ids = [call["id"] for call in turns[1]["tool_calls"]]
    assert [(turn["content"], turn["tool_call_id"]) for turn in turns[2:]] == [
        ("waves", ids[0]),
        ("broken", ids[1]),
    ]
    assert last_of(events).text == "It is noon."


@pytest.mark.parametrize("answers", [(), (ToolAnswer(call=2, name="look", text="x"),)])
def test_answers_to_no_call_are_refused(
    chat: ChatService, engine: ScriptEngine, answers: tuple[ToolAnswer, ...]
) -> None:
    identity, reply = called(chat, engine)
    with pytest.raises(BadInput, match="belong to no tool call"):
        list(chat.answer_calls(identity, reply.id, answers))


class OneWindow:
    """Leaves the oldest turn out, or refuses."""

    def __init__(self) -> None:
        self.refuses = False

    def fit(
        self,
        model: Model,
        adapter: Adapter | None,
        assembly: Assembly,
        setup: Setup,
        sampling: Sampling,
        tools: Sequence[dict[str, Any]] = (),
    ) -> Assembly:
        assert model == MODEL
        if self.refuses:
            raise BadInput("The conversation is too long.", hint="Shorten it.")
        left = assembly.turns[0].message_ids
        return msgspec.structs.replace(assembly, turns=assembly.turns[1:], dropped_ids=left)


class TwoTools:
    """Describes the tools of a setup by their names alone."""

    def describe(self, setup: Setup) -> tuple[dict[str, Any], ...]:
        return tuple({"name": name} for name in setup.tools)


def test_the_window_decides_what_is_said(store: ConversationStore, engine: ScriptEngine) -> None:
    window = OneWindow()
    chat = ChatService(store, Catalogue(), engine, window=window)
    talk = chat.create("demo", system_prompt="Be kind.")
    events = list(chat.send(talk.id, "hi"))
    assert not [event for event in events if isinstance(event, ReplyFitted)]
    chat.update(msgspec.structs.replace(chat.get(talk.id), system_prompt=""))
    events = list(chat.send(talk.id, "again"))
    first = chat.messages(talk.id)[0]
    assert [event.dropped_ids for event in events if isinstance(event, ReplyFitted)] == [(first.id,)]
    assert [turn.content for turn in engine.requests[-1].prompt.turns] == ["one two ", "again"]
    window.refuses = True
    end = ended(list(chat.send(talk.id, "too much")))
    assert (end.message.state, end.message.problem) == (MessageState.FAILED, "The conversation is too long.")


def test_tools_are_described_only_where_some_are_chosen(
    store: ConversationStore, engine: ScriptEngine
) -> None:
    chat = ChatService(store, Catalogue(), engine, tools=TwoTools())
    list(chat.send(chat.create("demo", setup=Setup(tools=("clock", "sum"))).id, "hi"))
    assert engine.requests[-1].prompt.tools == ({"name": "clock"}, {"name": "sum"})
    list(chat.send(chat.create("demo").id, "hi"))
    assert engine.requests[-1].prompt.tools == ()


def test_the_time_of_reasoning_is_measured_and_kept(
    chat: ChatService, engine: ScriptEngine, tmp_path: Path
) -> None:
    engine.before = [ReasoningChunk(request_id="", text="Hm.", token_ids=(1,))]
    waits = itertools.chain([0.7, 0.5], itertools.repeat(0.0))
    seen: list[float] = []
    other = Database(tmp_path / "hone.db", tmp_path / "backups")

    def wait(number: int) -> None:
        time.sleep(next(waits))
        rows = other.query("SELECT reasoning_seconds FROM messages WHERE role = 'assistant'")
        seen.append(rows[0]["reasoning_seconds"])

    engine.trouble = wait
    talk = chat.create("demo")
    reply = last_of(list(chat.send(talk.id, "hi")))
    other.close()
    assert reply.reasoning_seconds == pytest.approx(0.7, abs=0.15)
    assert 0.2 < seen[0] <= 0.7
    assert chat.messages(talk.id)[-1].reasoning_seconds == reply.reasoning_seconds
    engine.before = []
    assert last_of(list(chat.send(talk.id, "again"))).reasoning_seconds is None
