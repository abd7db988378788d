"""What was typed and what was answered is kept, whatever happens to the engine."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from hone.domain.chat import (
    MessageState,
    ReplyEnded,
    ReplyEvent,
    ReplyReasoning,
    ReplyStarted,
    ReplyText,
    ReplyToolCalled,
    ReplyWaiting,
    Role,
    ToolCall,
    Usage,
    UserNotSaved,
    UserSaved,
    branch,
    siblings,
)
from hone.domain.generation import (
    Generate,
    GenerationEnded,
    Progress,
    Provenance,
    ReasoningChunk,
    TextChunk,
    ToolCalled,
)
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Event
from hone.services.chat import ChatService
from hone.services.speaking import title_from
from hone.services.state_files import StateFiles
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.settings import SettingsStore

MODEL = Model(id="demo", name="Demo", path=Path("demo"), format=ModelFormat.GGUF, size_bytes=1)
USAGE = Usage(prompt_tokens=3, reply_tokens=2, reply_seconds=0.5, context_length=64)


class Catalogue:
    """Knows one model."""

    def find_model(self, name_or_path: str) -> Model:
        if name_or_path == "demo":
            return MODEL
        raise BadInput(f"There is no model {name_or_path!r}.", hint="Choose another model.")

    def find_adapter(self, name_or_path: str) -> Adapter:
        raise BadInput(f"There is no adapter {name_or_path!r}.")


class EchoEngine:
    """Answers with the words of the last turn, one chunk each; `trouble` is called before each chunk."""

    def __init__(self) -> None:
        self.requests: list[Generate] = []
        self.cancelled: set[str] = set()
        self.reason = "stop"
        self.before: list[ReasoningChunk | ToolCalled] = []
        self.provenance = Provenance(build="echo 1")
        self.trouble: Callable[[int], None] = lambda chunk: None

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[Event]:
        self.requests.append(request)
        yield Progress(note="Reading the prompt", done=1, total=2)
        for event in self.before:
            yield msgspec.structs.replace(event, request_id=request.request_id)
        for number, word in enumerate(request.prompt.turns[-1].content.split()):
            self.trouble(number)
            if request.request_id in self.cancelled:
                yield GenerationEnded(request_id=request.request_id, reason="cancelled", usage=USAGE)
                return
            yield TextChunk(request_id=request.request_id, text=word + " ", token_ids=(number,))
        yield GenerationEnded(
            request_id=request.request_id,
            reason=self.reason,
            usage=USAGE,
            seed=11,
            provenance=self.provenance,
        )

    def cancel(self, request_id: str) -> None:
        self.cancelled.add(request_id)

    def made_by(self, model: Model) -> Provenance:
        return msgspec.structs.replace(self.provenance, device="in memory")


@pytest.fixture
def engine() -> EchoEngine:
    return EchoEngine()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield ConversationStore(database)
    database.close()


@pytest.fixture
def chat(store: ConversationStore, engine: EchoEngine) -> ChatService:
    return ChatService(store, Catalogue(), engine)


def ended(events: list[ReplyEvent]) -> ReplyEnded:
    last = events[-1]
    assert isinstance(last, ReplyEnded)
    return last


def test_a_reply_streams_and_is_kept(chat: ChatService, engine: EchoEngine) -> None:
    talk = chat.create("demo", system_prompt="Be kind.")
    events = list(chat.send(talk.id, "good morning"))
    kinds = [type(event) for event in events]
    assert kinds == [UserSaved, ReplyStarted, ReplyWaiting, ReplyText, ReplyText, ReplyEnded]
    message = ended(events).message
    assert (message.text, message.state) == ("good morning ", MessageState.COMPLETE)
    assert message.usage == USAGE
    assert message.origin is not None
    assert (message.origin.model_name, message.origin.seed) == ("Demo", 11)
    assert chat.messages(talk.id)[-1] == message
    assert [turn.role for turn in engine.requests[0].prompt.turns] == ["system", "user"]
    assert chat.get(talk.id).title == "good morning"


def test_the_second_turn_carries_the_first(chat: ChatService, engine: EchoEngine) -> None:
    talk = chat.create("demo")
    list(chat.send(talk.id, "one"))
    list(chat.send(talk.id, "two"))
    assert [(turn.role, turn.content) for turn in engine.requests[1].prompt.turns] == [
        ("user", "one"),
        ("assistant", "one "),
        ("user", "two"),
    ]
    assert chat.get(talk.id).title == "one"


def test_what_was_typed_is_committed_before_the_engine_is_asked(
    chat: ChatService, engine: EchoEngine, tmp_path: Path
) -> None:
    talk = chat.create("demo")
    seen: list[str] = []
    other = Database(tmp_path / "hone.db", tmp_path / "backups")

    def look(chunk: int) -> None:
        seen.extend(row["text"] for row in other.query("SELECT text FROM messages WHERE role = 'user'"))

    engine.trouble = look
    list(chat.send(talk.id, "hello"))
    other.close()
    assert seen == ["hello"]


def test_regenerating_adds_a_sibling_and_select_goes_back(chat: ChatService) -> None:
    talk = chat.create("demo")
    first = ended(list(chat.send(talk.id, "again"))).message
    second = ended(list(chat.regenerate(talk.id, first.id))).message
    messages = chat.messages(talk.id)
    assert [each.id for each in siblings(messages, first)] == [first.id, second.id]
    assert chat.get(talk.id).leaf_id == second.id
    assert chat.select(talk.id, first.id).leaf_id == first.id


def test_editing_starts_a_branch_and_keeps_the_old_one(chat: ChatService) -> None:
    talk = chat.create("demo")
    list(chat.send(talk.id, "first"))
    list(chat.send(talk.id, "second"))
    user = chat.messages(talk.id)[2]
    list(chat.edit(talk.id, user.id, "changed"))
    shown = branch(chat.messages(talk.id), chat.get(talk.id).leaf_id)
    assert [each.text.strip() for each in shown] == ["first", "first", "changed", "changed"]
    assert len(chat.messages(talk.id)) == 6
    back = chat.select(talk.id, user.id)
    assert [each.text.strip() for each in branch(chat.messages(talk.id), back.leaf_id)][2:] == ["second"] * 2


@pytest.mark.parametrize(
    ("chunk", "error", "state"),
    [
        (2, WorkerLost("The llama worker ended unexpectedly.", "Try again."), MessageState.INTERRUPTED),
        (0, WorkerLost("The llama worker ended unexpectedly.", "Try again."), MessageState.FAILED),
        (1, HoneError("The prompt is too long.", "Shorten it."), MessageState.FAILED),
    ],
)
def test_a_broken_engine_leaves_its_text_and_a_sentence(
    chat: ChatService, engine: EchoEngine, chunk: int, error: HoneError, state: MessageState
) -> None:
    def fail(number: int) -> None:
        if number == chunk:
            raise error

    engine.trouble = fail
    talk = chat.create("demo")
    end = ended(list(chat.send(talk.id, "a b c")))
    assert end.message.state is state
    assert end.message.text == "".join(["a ", "b "][:chunk])
    assert (end.message.problem, end.hint) == (error.message, error.hint)
    assert chat.messages(talk.id)[-1] == end.message
    engine.trouble = lambda number: None
    assert ended(list(chat.send(talk.id, "d"))).message.state is MessageState.COMPLETE
    assert [turn.role for turn in engine.requests[-1].prompt.turns][-1] == "user"
    assert all(
        one.role != two.role
        for one, two in zip(
            engine.requests[-1].prompt.turns, engine.requests[-1].prompt.turns[1:], strict=False
        )
    )


def test_a_missing_model_keeps_the_message_and_says_why(chat: ChatService) -> None:
    talk = chat.create("gone")
    end = ended(list(chat.send(talk.id, "hello")))
    assert end.message.state is MessageState.FAILED
    assert "gone" in end.message.problem
    assert [each.text for each in chat.messages(talk.id)] == ["hello", ""]


@pytest.mark.parametrize(
    ("reason", "state"), [("length", MessageState.CUT), ("context_full", MessageState.CUT)]
)
def test_a_cut_reply_is_marked(
    chat: ChatService, engine: EchoEngine, reason: str, state: MessageState
) -> None:
    engine.reason = reason
    end = ended(list(chat.send(chat.create("demo").id, "a")))
    assert end.message.state is state
    assert ("64 tokens" in end.message.problem) == (reason == "context_full")


def test_stopping_from_another_thread_keeps_the_text(chat: ChatService, engine: EchoEngine) -> None:
    talk = chat.create("demo")

    def stop(number: int) -> None:
        if number == 2:
            thread = threading.Thread(target=chat.stop, args=(talk.id,))
            thread.start()
            thread.join()

    engine.trouble = stop
    end = ended(list(chat.send(talk.id, "a b c d")))
    assert (end.message.text, end.message.state) == ("a b ", MessageState.STOPPED)
    chat.stop(talk.id)


def test_stopping_before_the_engine_is_asked_asks_it_for_nothing(
    chat: ChatService, engine: EchoEngine
) -> None:
    talk = chat.create("demo")
    events = chat.send(talk.id, "a")
    assert isinstance(next(events), UserSaved)
    chat.stop(talk.id)
    assert ended(list(events)).message.state is MessageState.STOPPED
    assert engine.requests == []


def test_closing_the_iterator_stops_the_reply(chat: ChatService, engine: EchoEngine) -> None:
    talk = chat.create("demo")
    events = chat.send(talk.id, "a b c")
    while not isinstance(next(events), ReplyText):
        pass
    events.close()
    kept = chat.messages(talk.id)[-1]
    assert (kept.text, kept.state) == ("a ", MessageState.STOPPED)
    assert engine.cancelled == {kept.id}


def test_closing_the_iterator_before_the_first_word_leaves_no_reply_unfinished(chat: ChatService) -> None:
    talk = chat.create("demo")
    events = chat.send(talk.id, "a")
    while not isinstance(next(events), ReplyStarted):
        pass
    events.close()
    assert chat.messages(talk.id)[-1].state is MessageState.STOPPED


def test_a_second_message_waits_for_the_reply(chat: ChatService) -> None:
    talk = chat.create("demo")
    events = chat.send(talk.id, "a b")
    next(events)
    with pytest.raises(BadInput, match="still being written"):
        next(chat.send(talk.id, "c"))
    assert ended(list(events)).message.state is MessageState.COMPLETE


def test_text_is_on_the_disk_while_the_engine_is_silent(
    chat: ChatService, engine: EchoEngine, tmp_path: Path
) -> None:
    talk = chat.create("demo")
    seen: list[str] = []
    other = Database(tmp_path / "hone.db", tmp_path / "backups")

    def wait(number: int) -> None:
        if number == 2:
            time.sleep(0.9)
            rows = other.query("SELECT text FROM messages WHERE state = 'streaming'")
            seen.extend(row["text"] for row in rows)

    engine.trouble = wait
    list(chat.send(talk.id, "a b c"))
    other.close()
    assert seen == ["a b "]


def test_a_kill_while_streaming_leaves_an_interrupted_reply(chat: ChatService, tmp_path: Path) -> None:
    script = f"""
import os, signal, sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from test_chat import Catalogue, ChatService, ConversationStore, Database, EchoEngine
folder = Path({str(tmp_path)!r})
engine = EchoEngine()
chat = ChatService(ConversationStore(Database(folder / "hone.db", folder / "backups")), Catalogue(), engine)
def trouble(number):
    if number == 2:
        time.sleep(1.0)
        os.kill(os.getpid(), signal.SIGKILL)
engine.trouble = trouble
list(chat.send(chat.create("demo").id, "a b c"))
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    assert chat.recover() == 1
    talk = chat.conversations()[0]
    user, reply = chat.messages(talk.id)
    assert (user.text, reply.text, reply.state) == ("a b c", "a b ", MessageState.INTERRUPTED)


def test_what_could_not_be_kept_is_handed_back(
    chat: ChatService, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = chat.create("demo")

    def full(message: object, title: str | None = None) -> None:
        raise HoneError("The disk is full.")

    monkeypatch.setattr(store, "add_message", full)
    events = chat.send(talk.id, "precious words")
    assert next(events) == UserNotSaved(text="precious words")
    with pytest.raises(HoneError, match="full"):
        next(events)
    monkeypatch.undo()
    assert ended(list(chat.send(talk.id, "precious words"))).message.state is MessageState.COMPLETE


def test_a_reply_that_cannot_be_kept_stays_on_the_screen(
    chat: ChatService, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = chat.create("demo")
    events = chat.send(talk.id, "a b")
    next(events)

    def full(message: object, prompt: object) -> None:
        raise HoneError("The disk is full.", "Free some space.")

    monkeypatch.setattr(store, "write_message", full)
    end = ended(list(events))
    assert end.message.text == "a b "
    assert end.message.state is MessageState.INTERRUPTED
    assert "disk is full" in end.message.problem
    assert end.hint == "Free some space."


def test_deleting_is_undone(chat: ChatService) -> None:
    talk = chat.create("demo")
    list(chat.send(talk.id, "keep me"))
    chat.delete(talk.id)
    assert chat.conversations() == []
    assert [each.id for each in chat.deleted()] == [talk.id]
    chat.restore(talk.id)
    assert chat.messages(talk.id)[0].text == "keep me"


def test_settings_of_a_conversation_are_kept(chat: ChatService) -> None:
    talk = chat.create("demo")
    chat.update(msgspec.structs.replace(talk, system_prompt="Short."))
    chat.rename(talk.id, "  A   better\ntitle ")
    kept = chat.get(talk.id)
    assert (kept.title, kept.system_prompt) == ("A better title", "Short.")
    for empty in ("", " \n"):
        with pytest.raises(BadInput):
            chat.rename(talk.id, empty)
        with pytest.raises(BadInput):
            list(chat.send(talk.id, empty))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Hello   there \nsecond", "Hello there"),
        ("x" * 100, "x" * 59 + "…"),
        ("word " * 30, "word word word word word word word word word word word…"),
    ],
)
def test_a_title_is_the_first_line_cut_between_words(text: str, title: str) -> None:
    assert title_from(text) == title


def test_roles_alternate_when_a_reply_was_empty(chat: ChatService, engine: EchoEngine) -> None:
    def fail(number: int) -> None:
        raise WorkerLost("gone")

    talk = chat.create("demo")
    engine.trouble = fail
    list(chat.send(talk.id, "one"))
    engine.trouble = lambda number: None
    list(chat.send(talk.id, "two"))
    turns = engine.requests[-1].prompt.turns
    assert [(turn.role, turn.content) for turn in turns] == [(Role.USER, "one\n\ntwo")]


def test_reasoning_and_tool_calls_are_kept_beside_the_text(chat: ChatService, engine: EchoEngine) -> None:
    engine.before = [
        ReasoningChunk(request_id="", text="Hm. ", token_ids=(1, 2)),
        ReasoningChunk(request_id="", text="Yes.", token_ids=(3,)),
        ToolCalled(request_id="", name="look", arguments='{"at": "sea"}', token_ids=(4,)),
    ]
    talk = chat.create("demo")
    events = list(chat.send(talk.id, "hi"))
    thoughts = [event for event in events if isinstance(event, ReplyReasoning)]
    assert [(event.text, event.tokens) for event in thoughts] == [("Hm. ", 2), ("Yes.", 3)]
    assert [event.call for event in events if isinstance(event, ReplyToolCalled)] == [
        ToolCall("look", '{"at": "sea"}')
    ]
    message = ended(events).message
    assert (message.text, message.reasoning) == ("hi ", "Hm. Yes.")
    assert message.tool_calls == (ToolCall("look", '{"at": "sea"}'),)
    assert chat.messages(talk.id)[-1] == message


def test_old_reasoning_is_left_out_unless_tools_were_called(chat: ChatService, engine: EchoEngine) -> None:
    thought = ReasoningChunk(request_id="", text="Hm.", token_ids=(1,))
    engine.before = [thought]
    talk = chat.create("demo")
    list(chat.send(talk.id, "one"))
    engine.before = [thought, ToolCalled(request_id="", name="look", arguments='{"at": 1}')]
    list(chat.send(talk.id, "two"))
    engine.before = []
    list(chat.send(talk.id, "three"))
    first, second = (turn for turn in engine.requests[-1].prompt.turns if turn.role == "assistant")
    assert first.as_message() == {"role": "assistant", "content": "one "}
    call = second.as_message()["tool_calls"][0]
    assert call["function"] == {"name": "look", "arguments": {"at": 1}}
    assert second.as_message()["reasoning_content"] == "Hm."


def test_a_reply_of_tool_calls_alone_stays_in_the_conversation(chat: ChatService, engine: EchoEngine) -> None:
    engine.before = [ToolCalled(request_id="", name="look", arguments="not json")]

    def silent(number: int) -> None:
        raise WorkerLost("gone")

    engine.trouble = silent
    talk = chat.create("demo")
    assert ended(list(chat.send(talk.id, "one"))).message.state is MessageState.INTERRUPTED
    engine.before, engine.trouble = [], lambda number: None
    list(chat.send(talk.id, "two"))
    turn = engine.requests[-1].prompt.turns[1]
    assert turn.as_message()["tool_calls"][0]["function"]["arguments"] == "not json"


def test_reasoning_is_on_the_disk_while_the_engine_is_silent(
    chat: ChatService, engine: EchoEngine, tmp_path: Path
) -> None:
    engine.before = [ReasoningChunk(request_id="", text="Hm.", token_ids=(1,))]
    seen: list[str] = []
    other = Database(tmp_path / "hone.db", tmp_path / "backups")

    def wait(number: int) -> None:
        time.sleep(0.9)
        seen.extend(row["reasoning"] for row in other.query("SELECT reasoning FROM messages"))

    engine.trouble = wait
    list(chat.send(chat.create("demo").id, "a"))
    other.close()
    assert seen == ["", "Hm."]


def test_what_made_a_reply_is_kept_with_it(chat: ChatService, engine: EchoEngine) -> None:
    engine.provenance = Provenance(
        mode="exact", model_hash="m1", template_hash="t1", build="llama.cpp 1", device="CPU"
    )
    talk = chat.create("demo")
    list(chat.send(talk.id, "hi"))
    origin = chat.messages(talk.id)[-1].origin
    assert origin is not None
    told = (origin.mode, origin.model_hash, origin.template_hash, origin.build, origin.device, origin.seed)
    assert told == ("exact", "m1", "t1", "llama.cpp 1", "CPU", 11)


def test_states_of_conversations_stay_within_their_budget(
    store: ConversationStore, engine: EchoEngine, tmp_path: Path
) -> None:
    settings = SettingsStore(tmp_path / "settings.toml")
    settings.change(state_cache_bytes=2500)
    folder = tmp_path / "states"
    chat = ChatService(store, Catalogue(), engine, StateFiles(folder, settings))
    talks = [chat.create("demo") for _ in range(4)]
    for number, talk in enumerate(talks):
        list(chat.send(talk.id, "hi"))
        state = engine.requests[-1].state
        assert state == folder / f"{talk.id}.state"
        state.write_bytes(b"x" * 1000)
        os.utime(state, (1000 + number, 1000 + number))
    list(chat.send(talks[1].id, "used again"))
    names = [path.name.partition(".")[0] for path in folder.iterdir()]
    assert sorted(names) == sorted(talk.id for talk in talks[2:])
    chat.delete(talks[3].id)
    assert [path.name for path in folder.iterdir()] == [f"{talks[2].id}.state"]
    (folder / "stranger.state").write_bytes(b"x")
    chat.recover()
    assert [path.name for path in folder.iterdir()] == [f"{talks[2].id}.state"]
    settings.change(state_cache_bytes=0)
    list(chat.send(talks[2].id, "without"))
    assert engine.requests[-1].state is None
    assert list(folder.iterdir()) == []


def test_what_made_a_reply_is_kept_when_the_engine_dies(chat: ChatService, engine: EchoEngine) -> None:
    def die(number: int) -> None:
        if number == 1:
            raise WorkerLost("gone")

    engine.trouble = die
    talk = chat.create("demo")
    origin = ended(list(chat.send(talk.id, "a b"))).message.origin
    assert origin is not None
    assert (origin.build, origin.device, origin.mode) == ("echo 1", "in memory", "fast")
