"""Many requests at once give what each gives alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import GenerationEnded, Progress, Reporting
from hone.errors import BadInput

if TYPE_CHECKING:
    from conftest import Bench

pytestmark = pytest.mark.worker

QUESTIONS = (
    "What is a good question?",
    "Sea",
    "Tell me about the sea and the wind, and about the captain who looked at it before the evening came.",
    "Is 1234567890 a number?",
    "Straße, café, 東京 and emoji 🙂",
    "The wind would turn before the evening. " * 9,
)
SYSTEM = Turn("system", "A model learns from examples, and the examples should be as good as it can. " * 3)
DRAWN = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}


def test_batch_gives_what_single_requests_give(fresh: Bench) -> None:
    reporting = Reporting(alternatives=2)
    alone = [fresh.one(fresh.request(text, report=reporting)) for text in QUESTIONS]
    fresh.engine._room.prefixes.clear()
    together = fresh.ask(*(fresh.request(text, report=reporting) for text in QUESTIONS))
    assert [answer.tokens for answer in together] == [answer.tokens for answer in alone]
    for one, other in zip(together, alone, strict=True):
        assert [report.logprob for report in one.reports] == pytest.approx(
            [report.logprob for report in other.reports], abs=1e-4
        )


def test_rows_of_different_length_leave_the_batch_one_by_one(fresh: Bench) -> None:
    lengths = (1, 3, 7, 12, 20, 33)
    alone = [fresh.one(fresh.request(text, sampling={"max_tokens": 40})).tokens for text in QUESTIONS]
    requests = [
        fresh.request(text, sampling={"max_tokens": length})
        for text, length in zip(QUESTIONS, lengths, strict=True)
    ]
    together = fresh.ask(*requests)
    assert [answer.tokens for answer in together] == [
        tokens[:length] for tokens, length in zip(alone, lengths, strict=True)
    ]
    assert [len(answer.tokens) for answer in together] == list(lengths)


def test_shared_beginning_is_read_once(fresh: Bench) -> None:
    requests = [fresh.request(turns=(SYSTEM, Turn("user", text))) for text in QUESTIONS]
    together = fresh.ask(*requests)
    fresh.engine._room.prefixes.clear()
    usages = [answer.ended.usage for answer in together]
    shared = sorted(usage.reused_tokens for usage in usages)
    assert shared[0] == 0
    assert shared[3] > 40
    for text, answer in zip(QUESTIONS, together, strict=True):
        fresh.engine._room.prefixes.clear()
        assert fresh.one(fresh.request(turns=(SYSTEM, Turn("user", text)))).tokens == answer.tokens


def test_completions_are_those_of_following_seeds(fresh: Bench) -> None:
    several = fresh.request(completions=4, sampling={**DRAWN, "seed": 7})
    events = fresh.run(several)
    replies = [fresh.answer(events, several, index) for index in range(4)]
    assert [reply.ended.seed for reply in replies] == [7, 8, 9, 10]
    assert len({reply.tokens for reply in replies}) == 4
    for reply in replies:
        alone = fresh.one(fresh.request(sampling={**DRAWN, "seed": reply.ended.seed}))
        assert alone.tokens == reply.tokens


def test_request_that_comes_later_joins_those_that_write(fresh: Bench) -> None:
    long = [fresh.request(text, sampling={"max_tokens": 60}) for text in QUESTIONS]
    short = fresh.request("Is it late?", sampling={"max_tokens": 5})
    expected = fresh.one(fresh.request("Is it late?", sampling={"max_tokens": 5})).tokens
    alone = [fresh.one(fresh.request(text, sampling={"max_tokens": 60})).tokens for text in QUESTIONS]
    fresh.engine._room.prefixes.clear()

    def join(step: int) -> None:
        if step == 20:
            fresh.submit(short)

    events = fresh.run(*long, each_step=join)
    ends = [event.request_id for event in events if isinstance(event, GenerationEnded)]
    assert ends[0] == short.request_id
    assert fresh.answer(events, short).tokens == expected
    assert [fresh.answer(events, request).tokens for request in long] == alone


def test_waiting_requests_begin_when_places_are_free(fresh: Bench) -> None:
    requests = [fresh.request(f"Number {number}", sampling={"max_tokens": 4}) for number in range(40)]
    answers = fresh.ask(*requests)
    assert all(len(answer.tokens) == 4 or answer.ended.reason == "stop" for answer in answers)
    some = fresh.one(fresh.request("Number 33", sampling={"max_tokens": 4}))
    assert answers[33].tokens == some.tokens


@pytest.mark.parametrize("when", [0, 1, 12], ids=["waiting", "reading", "writing"])
def test_cancelled_request_leaves_the_others_alone(fresh: Bench, when: int) -> None:
    alone = [fresh.one(fresh.request(text, sampling={"max_tokens": 30})).tokens for text in QUESTIONS]
    fresh.engine._room.prefixes.clear()
    requests = [fresh.request(text, sampling={"max_tokens": 30}) for text in QUESTIONS]

    def cancel(step: int) -> None:
        if step == when - 1:
            fresh.wire.cancelled.add(requests[2].request_id)

    if when == 0:
        fresh.wire.cancelled.add(requests[2].request_id)
    answers = fresh.ask(*requests) if when == 0 else None
    if answers is None:
        events = fresh.run(*requests, each_step=cancel)
        answers = [fresh.answer(events, request) for request in requests]
    assert answers[2].ended.reason == "cancelled"
    for place in (0, 1, 3, 4, 5):
        assert answers[place].tokens == alone[place]


def test_long_prompt_is_read_in_chunks_that_tell_how_far_they_are(fresh: Bench) -> None:
    fresh.engine._room.evaluator.chunk = 64
    events = fresh.run(fresh.request("The wind would turn before the evening. " * 60))
    told = [event for event in events if isinstance(event, Progress)]
    assert len(told) > 2
    assert [event.done for event in told] == sorted(event.done for event in told)
    assert told[-1].done == told[-1].total


def test_chat_begins_at_once_beside_an_evaluation(fresh: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hone.workers.huggingface.engine.PAUSE_BEFORE_LATECOMERS", 0.02)
    many = [fresh.request(f"Number {number}", sampling={"max_tokens": 40}) for number in range(50)]
    chat = fresh.request("Is it late?", sampling={"max_tokens": 5})
    begun = 0

    def ask(step: int) -> None:
        nonlocal begun
        if step == 10:
            time.sleep(0.03)
            fresh.submit(chat)
            begun = sum(len(group.rows) for group in fresh.engine._groups)

    events = fresh.run(*many, each_step=ask)
    ends = [event.request_id for event in events if isinstance(event, GenerationEnded)]
    assert begun >= 10
    assert ends.index(chat.request_id) < 16


def test_short_request_is_not_stuck_behind_a_long_prompt(fresh: Bench) -> None:
    long = fresh.request("The wind would turn before the evening. " * 300)
    short = fresh.request("Is it late?", sampling={"max_tokens": 2})
    fresh.engine._room.evaluator.chunk = 64
    fresh.engine._room.evaluator.learn = lambda tokens, seconds: None  # type: ignore[method-assign]
    try:
        events = fresh.run(long, short)
    finally:
        del fresh.engine._room.evaluator.learn
    ends = [event.request_id for event in events if isinstance(event, GenerationEnded)]
    assert ends == [short.request_id, long.request_id]


def test_exact_reply_is_the_same_beside_others(fresh: Bench) -> None:
    exact = fresh.request(exact=True, sampling={**DRAWN, "seed": 3})
    alone = fresh.one(exact)
    others = [fresh.request(text) for text in QUESTIONS]
    again = fresh.request(exact=True, sampling={**DRAWN, "seed": 3})
    beside = fresh.ask(*others, again)[-1]
    assert beside.tokens == alone.tokens
    assert beside.ended.usage.reused_tokens == 0
    assert beside.ended.provenance.mode == "exact"
    assert fresh.one(fresh.request()).ended.provenance.mode == "fast"


def test_sliding_window_model_gives_the_same_in_company(
    load_model: Callable[..., Bench], sliding: Path
) -> None:
    bench = load_model(sliding)
    alone = [bench.one(bench.request(text)).tokens for text in QUESTIONS]
    bench.engine._room.prefixes.clear()
    assert [answer.tokens for answer in bench.ask(*map(bench.request, QUESTIONS))] == alone
    several = bench.request(QUESTIONS[2], completions=3)
    events = bench.run(several)
    assert {bench.answer(events, several, index).tokens for index in range(3)} == {alone[2]}


def test_sliding_window_model_reads_only_what_is_new(load_model: Callable[..., Bench], sliding: Path) -> None:
    """Its cache cannot be cut any more, but it can be continued."""
    bench = load_model(sliding)
    text = ("The old captain looked at the sea and said that the wind would turn " * 3).strip()
    first = bench.one(bench.request(text=text, sampling={"max_tokens": 1})).ended.usage
    longer = bench.one(bench.request(text=text + " before the evening"))
    other = bench.one(bench.request(text=text[:-5] + " not change"))
    assert first.prompt_tokens > 24
    assert longer.ended.usage.reused_tokens == first.prompt_tokens
    assert other.ended.usage.reused_tokens == 0
    bench.engine._room.prefixes.clear()
    assert bench.one(bench.request(text=text + " before the evening")).tokens == longer.tokens


def test_edited_turn_is_read_from_there(fresh: Bench) -> None:
    turns = [SYSTEM, *(Turn("user", f"Question {n} about the sea") for n in range(6))]
    whole = fresh.one(fresh.request(turns=tuple(turns)))
    edited = fresh.one(fresh.request(turns=(*turns[:4], Turn("user", "Something else"), *turns[5:])))
    assert 0 < edited.ended.usage.reused_tokens < whole.ended.usage.prompt_tokens
    back = fresh.one(fresh.request(turns=tuple(turns)))
    assert back.ended.usage.reused_tokens == back.ended.usage.prompt_tokens - 1
    assert back.tokens == whole.tokens


def test_caches_stay_below_their_limit(fresh: Bench) -> None:
    prefixes = fresh.engine._room.prefixes
    limit = prefixes._limit
    prefixes._limit = 300_000
    try:
        fresh.ask(*(fresh.request(text * 3) for text in QUESTIONS))
        assert 0 < prefixes.bytes <= 300_000
    finally:
        prefixes._limit = limit


def test_requests_wait_when_their_caches_would_not_fit_together(fresh: Bench) -> None:
    evaluator = fresh.engine._room.evaluator
    alone = [fresh.one(fresh.request(text)).tokens for text in QUESTIONS]
    most, memory = 0, evaluator.cache_bytes
    evaluator.cache_bytes = evaluator.bytes_for(140)

    def count(_: int) -> None:
        nonlocal most
        most = max(most, sum(len(group.rows) for group in fresh.engine._groups))

    requests = [fresh.request(text) for text in QUESTIONS]
    try:
        events = fresh.run(*requests, each_step=count)
    finally:
        evaluator.cache_bytes = memory
    assert [fresh.answer(events, request).tokens for request in requests] == alone
    assert 1 <= most < 4


def test_request_for_no_completion_is_refused(fresh: Bench) -> None:
    with pytest.raises(BadInput, match="completions"):
        fresh.one(fresh.request(completions=0))
