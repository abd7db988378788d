"""Many callers at one engine: batched, fair, cancelled at any moment, and never lost with their worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import psutil
import pytest

from hone.domain.constraint import Constraint
from hone.domain.generation import (
    AdapterUse,
    Embed,
    GenerationEnded,
    MeasureText,
    ModelLoaded,
    Progress,
    Prompt,
    ReplyEvent,
    RequestFailed,
    Score,
    TextChunk,
    Variant,
)
from hone.domain.models import Model
from hone.errors import BadInput, HoneError, WorkerLost
from hone.services.engines import engine_process
from hone.services.engines.mailbox import CROWDED, Mailbox

if TYPE_CHECKING:
    from conftest import Scripted


def text_of(events: Sequence[ReplyEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextChunk))


def end_of(events: Sequence[ReplyEvent]) -> GenerationEnded:
    last = events[-1]
    assert isinstance(last, GenerationEnded)
    return last


class Caller(threading.Thread):
    """One thread that asks once and keeps what came."""

    def __init__(
        self,
        scripted: Scripted,
        model: Model | None = None,
        on_event: Callable[[ReplyEvent], None] = lambda _: None,
        **values: Any,
    ) -> None:
        super().__init__()
        self.engines = scripted.engines
        self.model = model or scripted.model
        self.request = scripted.request(**values)
        self.events: list[ReplyEvent] = []
        self.error: HoneError | None = None
        self.speaks = threading.Event()
        self._on_event = on_event
        self.start()

    def run(self) -> None:
        try:
            for event in self.engines.reply(self.model, self.request):
                self.events.append(event)
                if isinstance(event, TextChunk):
                    self.speaks.set()
                self._on_event(event)
        except HoneError as error:
            self.error = error
        self.speaks.set()

    def ended(self, timeout: float = 20.0) -> GenerationEnded:
        self.join(timeout)
        assert not self.is_alive()
        assert self.error is None, self.error
        return end_of(self.events)


def test_requests_run_at_once_when_several_threads_ask(scripted: Scripted) -> None:
    callers = [Caller(scripted, tokens=100) for _ in range(8)]
    for caller in callers:
        assert caller.ended().usage.reply_tokens == 100
        chunks = [event for event in caller.events if isinstance(event, TextChunk)]
        assert {chunk.request_id for chunk in chunks} == {caller.request.request_id}
        assert [chunk.token_ids for chunk in chunks] == [(number,) for number in range(100)]
    assert max(int(text) for caller in callers for text in text_of(caller.events).split()) == 8


def test_only_one_worker_starts_when_many_ask_at_once(scripted: Scripted) -> None:
    callers = [Caller(scripted) for _ in range(6)]
    for caller in callers:
        caller.ended()
    loads = [sum(isinstance(event, ModelLoaded) for event in caller.events) for caller in callers]
    assert max(loads) == 1
    assert scripted.engines.loaded() == scripted.model
    children = psutil.Process().children()
    assert sum("scripted_worker" in " ".join(child.cmdline()) for child in children) == 1


def test_each_completion_ends_when_several_are_asked(scripted: Scripted) -> None:
    events = list(scripted.engines.reply(scripted.model, scripted.request(completions=3)))
    ends = [event for event in events if isinstance(event, GenerationEnded)]
    assert sorted(end.index for end in ends) == [0, 1, 2]
    assert {event.index for event in events if isinstance(event, TextChunk)} == {0, 1, 2}


def test_all_are_answered_with_a_limit_at_once(scripted: Scripted) -> None:
    requests = [scripted.request(tokens=10) for _ in range(50)]
    drawn: list[str] = []

    def draw() -> Any:
        for request in requests:
            drawn.append(request.request_id)
            yield request

    events = []
    for event in scripted.engines.answer_all(scripted.model, draw(), limit=7):
        events.append(event)
        if len([each for each in events if isinstance(each, GenerationEnded)]) == 1:
            assert len(drawn) <= 8
    ended = [event.request_id for event in events if isinstance(event, GenerationEnded)]
    assert sorted(ended) == sorted(request.request_id for request in requests)
    assert max(int(text) for text in text_of(events).split()) == 7


def test_others_go_on_when_one_of_many_fails(scripted: Scripted) -> None:
    requests = [scripted.request(text) for text in ("a", "refuse", "b")]
    events = list(scripted.engines.answer_all(scripted.model, requests))
    failed = [event for event in events if isinstance(event, RequestFailed)]
    assert [event.request_id for event in failed] == [requests[1].request_id]
    assert len([event for event in events if isinstance(event, GenerationEnded)]) == 2


def test_lone_surrogates_are_refused_and_the_worker_goes_on(scripted: Scripted) -> None:
    list(scripted.engines.reply(scripted.model, scripted.request()))
    pid = scripted.engines.pid
    with pytest.raises(BadInput, match="surrogates"):
        list(scripted.engines.reply(scripted.model, scripted.request("broken \ud83d")))
    with pytest.raises(BadInput, match="surrogates"):
        asked = [scripted.request(text) for text in ("good", "\udcff")]
        list(scripted.engines.answer_all(scripted.model, asked))
    assert end_of(list(scripted.engines.reply(scripted.model, scripted.request()))).reason == "length"
    assert scripted.engines.pid == pid


def test_engine_is_free_when_answering_all_is_left(scripted: Scripted) -> None:
    events = scripted.engines.answer_all(scripted.model, [scripted.request("long") for _ in range(20)])
    while not isinstance(next(events), TextChunk):
        pass
    started = time.monotonic()
    events.close()  # type: ignore[attr-defined]
    reply = list(scripted.engines.reply(scripted.model, scripted.request()))
    assert set(text_of(reply).split()) == {"1"}
    assert time.monotonic() - started < 2.0


def test_scores_measures_and_vectors_come_back(scripted: Scripted) -> None:
    engines, model = scripted.engines, scripted.model
    score = Score(request_id="s", prompt=Prompt(text="a"), choices=("x", "yyy"))
    assert [choice.logprob for choice in engines.score(model, score).choices] == [-1.0, -3.0]
    assert engines.measure(model, MeasureText(request_id="m", text="a")).scored_tokens == 2
    assert len(engines.embed(model, Embed(request_id="e", texts=("a", "b"))).vectors) == 2


def test_another_model_waits_its_turn_and_nobody_starves(scripted: Scripted) -> None:
    running = Caller(scripted, tokens=300)
    assert running.speaks.wait(20)
    other = Caller(scripted, scripted.other, tokens=5)
    deadline = time.monotonic() + 10
    while not other.events and time.monotonic() < deadline:
        time.sleep(0.01)
    late = Caller(scripted, tokens=5)
    late.ended()
    assert running.ended().usage.reply_tokens == 300
    assert other.ended().provenance.build == "second.gguf"
    assert late.ended().provenance.build == "first.gguf"
    notes = [event.note for event in other.events if isinstance(event, Progress)]
    assert "Waiting for the replies" in notes[0]
    assert any(isinstance(event, ModelLoaded) for event in late.events)


def test_chat_gets_its_turn_while_many_are_answered_for_another_model(scripted: Scripted) -> None:
    asked = [scripted.request(tokens=30) for _ in range(40)]
    before_chat: list[int] = []
    ended = 0
    chat: Caller | None = None
    for event in scripted.engines.answer_all(scripted.model, asked, limit=4):
        ended += isinstance(event, GenerationEnded)
        if chat is None and isinstance(event, TextChunk):
            chat = Caller(scripted, scripted.other)
        if chat is not None and chat.speaks.is_set():
            before_chat.append(ended)
    assert chat is not None
    chat.ended()
    assert ended == 40
    assert before_chat[0] < 12


@pytest.mark.parametrize("moment", ["before", "waiting", "loading", "running"])
def test_reply_ends_when_cancelled_at_any_moment(scripted: Scripted, moment: str) -> None:
    engines = scripted.engines
    if moment == "before":
        request = scripted.request("long")
        engines.cancel(request.request_id)
        events = list(engines.reply(scripted.model, request))
        assert [type(event) for event in events] == [GenerationEnded]
        again = msgspec.structs.replace(request, prompt=Prompt(text="hello"))
        assert end_of(list(engines.reply(scripted.model, again))).reason == "length"
        return
    blocker = Caller(scripted, scripted.other, text="long") if moment == "waiting" else None
    if blocker is not None:
        assert blocker.speaks.wait(20)
    wanted = {"waiting": "Waiting", "loading": "Reading", "running": ""}[moment]

    def cancel(event: ReplyEvent) -> None:
        ready.wait()
        note = event.note if isinstance(event, Progress) else ""
        if wanted in note and (wanted or isinstance(event, TextChunk)):
            engines.cancel(caller.request.request_id)

    started = time.monotonic()
    ready = threading.Event()
    caller = Caller(scripted, text="long", on_event=cancel)
    ready.set()
    assert caller.ended().reason == "cancelled"
    assert time.monotonic() - started < 3.0
    if blocker is not None:
        engines.cancel(blocker.request.request_id)
        assert blocker.ended().reason == "cancelled"


def test_every_completion_ends_when_cancelled_before_it_began(scripted: Scripted) -> None:
    request = scripted.request(completions=3)
    scripted.engines.cancel(request.request_id)
    events = list(scripted.engines.reply(scripted.model, request))
    assert [event.index for event in events if isinstance(event, GenerationEnded)] == [0, 1, 2]


def test_cancelled_ids_are_forgotten_in_the_end(scripted: Scripted) -> None:
    for number in range(5000):
        scripted.engines.cancel(f"nobody-{number}")
    kept = list(scripted.engines.reply(scripted.model, scripted.request(name="nobody-0")))
    assert end_of(kept).reason == "length"
    assert end_of(list(scripted.engines.reply(scripted.model, scripted.request(name="nobody-4999")))).reason


@pytest.mark.parametrize("word", ["hang", "stubborn"])
def test_worker_is_ended_when_it_does_not_stop(
    scripted: Scripted, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hone.services.engines.stay.CANCEL_SECONDS", 0.5)
    other = Caller(scripted, text="long")
    assert other.speaks.wait(20)
    caller = Caller(scripted, text=word)
    pid = scripted.engines.pid
    time.sleep(0.2)
    scripted.engines.cancel(caller.request.request_id)
    assert caller.ended().reason == "cancelled"
    other.join(10)
    assert isinstance(other.error, WorkerLost)
    assert not psutil.pid_exists(pid)
    assert end_of(list(scripted.engines.reply(scripted.model, scripted.request()))).reason == "length"


def test_a_suspended_worker_is_told_and_can_be_stopped(
    scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_process, "SILENT_SECONDS", 1.0)
    monkeypatch.setattr("hone.services.engines.stay._LOOK_SECONDS", 0.2)
    monkeypatch.setattr("hone.services.engines.stay.CANCEL_SECONDS", 0.5)
    told = threading.Event()

    def look(event: ReplyEvent) -> None:
        if isinstance(event, Progress) and "not answered" in event.note:
            told.set()

    caller = Caller(scripted, text="long", on_event=look)
    assert caller.speaks.wait(20)
    os.kill(scripted.engines.pid, signal.SIGSTOP)
    assert told.wait(5)
    big = Caller(scripted, text="x" * 3_000_000)
    time.sleep(0.3)
    started = time.monotonic()
    scripted.engines.cancel(big.request.request_id)
    scripted.engines.cancel(caller.request.request_id)
    assert time.monotonic() - started < 0.1
    assert caller.ended().reason == "cancelled"
    assert big.ended().reason == "cancelled"
    assert text_of(caller.events)


def test_a_call_that_does_not_return_is_told(scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_process, "SILENT_SECONDS", 1.0)
    monkeypatch.setattr("hone.services.engines.stay._LOOK_SECONDS", 0.2)
    monkeypatch.setattr("hone.services.engines.stay.CANCEL_SECONDS", 0.5)
    told = threading.Event()

    def look(event: ReplyEvent) -> None:
        if isinstance(event, Progress) and "no progress" in event.note:
            told.set()

    caller = Caller(scripted, text="hang", on_event=look)
    assert told.wait(15)
    scripted.engines.cancel(caller.request.request_id)
    assert caller.ended().reason == "cancelled"


def test_request_is_asked_again_when_the_worker_was_dead_already(scripted: Scripted) -> None:
    for _ in range(5):
        list(scripted.engines.reply(scripted.model, scripted.request()))
        os.kill(scripted.engines.pid, signal.SIGKILL)
        assert end_of(list(scripted.engines.reply(scripted.model, scripted.request()))).reason == "length"


@pytest.mark.parametrize("way", ["kill", "abort", "fail", "bus error"])
def test_every_reply_keeps_what_had_come_when_the_worker_ends(scripted: Scripted, way: str) -> None:
    callers = [Caller(scripted, text="long") for _ in range(3)]
    for caller in callers:
        assert caller.speaks.wait(20)
    if way == "kill":
        os.kill(scripted.engines.pid, signal.SIGKILL)
    elif way == "bus error":
        os.kill(scripted.engines.pid, signal.SIGBUS)
    else:
        callers.append(Caller(scripted, text=way))
    for caller in callers:
        caller.join(20)
        assert caller.error is not None
        assert text_of(caller.events)
        if way != "fail":
            assert isinstance(caller.error, WorkerLost)
    assert scripted.engines.loaded() is None
    assert end_of(list(scripted.engines.reply(scripted.model, scripted.request()))).reason == "length"


def test_reason_is_told_when_a_model_cannot_be_loaded(scripted: Scripted) -> None:
    with pytest.raises(BadInput, match="is not good"):
        list(scripted.engines.reply(scripted.named("bad.gguf"), scripted.request()))
    with pytest.raises(WorkerLost, match=r"abort could not be loaded.*aborted"):
        list(scripted.engines.reply(scripted.named("abort.gguf"), scripted.request()))
    callers = [Caller(scripted, scripted.named("bad.gguf")) for _ in range(3)]
    for caller in callers:
        caller.join(20)
        assert isinstance(caller.error, BadInput)
    assert end_of(list(scripted.engines.reply(scripted.model, scripted.request()))).reason == "length"


def test_what_the_engine_does_not_claim_is_refused_by_name(scripted: Scripted) -> None:
    engines, model = scripted.engines, scripted.model
    with pytest.raises(BadInput, match=r"a GBNF grammar"):
        list(engines.reply(model, scripted.request(constraint=Constraint(grammar='root ::= "a"'))))
    with pytest.raises(BadInput, match=r"parameter mirostat"):
        list(engines.reply(model, scripted.request(sampling={"mirostat": 2})))
    tuned = Variant(adapters=(AdapterUse(path=model.path),))
    assert end_of(list(engines.reply(model, scripted.request(variant=tuned)))).reason == "length"


def test_release_ends_everything_and_gives_the_process_back(scripted: Scripted) -> None:
    callers = [Caller(scripted, text="long"), Caller(scripted, text="long")]
    for caller in callers:
        assert caller.speaks.wait(20)
    waiting = Caller(scripted, scripted.other)
    pid = scripted.engines.pid
    time.sleep(0.1)
    loaded = scripted.engines.release()
    assert loaded is not None and loaded.model == scripted.model
    assert not psutil.pid_exists(pid)
    for caller in (*callers, waiting):
        assert caller.ended().reason == "cancelled"
    assert scripted.engines.loaded() is None
    scripted.engines.warm(loaded)
    assert scripted.engines.loaded() == scripted.model


def test_nothing_is_answered_after_closing(scripted: Scripted) -> None:
    scripted.engines.close()
    scripted.engines.close()
    with pytest.raises(HoneError, match="closing"):
        list(scripted.engines.reply(scripted.model, scripted.request()))


def test_a_reader_who_is_slow_holds_up_nobody(scripted: Scripted) -> None:
    slow = scripted.engines.reply(scripted.model, scripted.request(tokens=600))
    while not isinstance(next(slow), TextChunk):
        pass
    quick = Caller(scripted, tokens=590)
    assert quick.ended().usage.reply_tokens == 590
    rest = list(slow)
    ids = [token for event in rest if isinstance(event, TextChunk) for token in event.token_ids]
    assert ids == list(range(1, 600))


def test_waiting_text_is_joined_when_there_is_too_much() -> None:
    box = Mailbox()
    for number in range(5000):
        box.put(TextChunk(request_id="r", text="word ", token_ids=(number,)))
        if number == 2000:
            box.put(TextChunk(request_id="other", text="aside", token_ids=(0,)))
    taken = box.take(0)
    assert len(taken) < CROWDED + 20
    mine = [event for event in taken if isinstance(event, TextChunk) and event.request_id == "r"]
    assert "".join(event.text for event in mine) == "word " * 5000
    assert [token for event in mine for token in event.token_ids] == list(range(5000))
    assert box.take(0) == []


def test_router_keeps_up_with_the_fastest_engine(scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 2,500 events a second the client takes less than a third of one core (measured: a tenth)."""
    monkeypatch.setenv("SCRIPTED_TOKEN_SECONDS", "0.0128")
    requests = [scripted.request(tokens=100) for _ in range(32)]
    begun, used = time.monotonic(), time.process_time()
    count = sum(1 for _ in scripted.engines.answer_all(scripted.model, requests))
    seconds, used = time.monotonic() - begun, time.process_time() - used
    assert count >= 3232
    assert used < 1.0, f"{used:.2f} s of processor for {count} events in {seconds:.2f} s"


def test_model_that_cannot_be_used_says_why(scripted: Scripted) -> None:
    broken = msgspec.structs.replace(scripted.model, problem="It is cut short.")
    with pytest.raises(BadInput, match="cut short"):
        list(scripted.engines.reply(broken, scripted.request()))
