"""Many requests at once: they share batches, join and leave, and each gets what it would get alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hone.domain.constraint import Constraint
from hone.domain.generation import GenerationEnded, Progress, RequestFailed, TextChunk
from hone.domain.sampling import LogitBias
from hone.errors import BadInput

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

WORDS = ("sea", "wind", "captain", "evening", "question", "model", "example", "number")
ENDLESS = {"logit_bias": (LogitBias(0, -100.0), LogitBias(2, -100.0))}  # no token that ends a reply
LONG = "The wind would turn before the evening. "


def test_batch_gives_what_single_requests_give(bench: Bench) -> None:
    requests = [bench.ask(f"The old {word} looked at the {word}", max_tokens=20) for word in WORDS]
    alone = [bench.run(request)[0].tokens for request in requests]
    bench.engine.forget()
    assert [answer.tokens for answer in bench.run(*requests)] == alone


def test_long_and_short_prompts_share_batches_and_end_apart(bench: Bench) -> None:
    requests = [bench.ask(LONG * (1 + 40 * index) + WORDS[index], max_tokens=8 + index) for index in range(6)]
    alone = [bench.run(request)[0].tokens for request in requests]
    bench.engine.forget()
    together = bench.run(*requests)
    assert [answer.tokens for answer in together] == alone
    assert [len(answer.tokens) for answer in together] == [8 + index for index in range(6)]


def test_completions_share_the_prompt_and_use_following_seeds(bench: Bench) -> None:
    drawn = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}
    request = bench.ask(LONG * 10, sampling={**drawn, "seed": 7}, completions=4)
    first = bench.run(request)[0]
    answers = [bench.answer(request, index) for index in range(4)]
    assert [answer.ended.seed for answer in answers] == [7, 8, 9, 10]
    assert all(answer.reused == first.ended.usage.prompt_tokens - 1 for answer in answers[1:])
    single = bench.ask(LONG * 10, sampling={**drawn, "seed": 9})
    assert bench.run(single)[0].tokens == answers[2].tokens
    assert answers[0].tokens != answers[2].tokens


def test_request_joins_while_another_writes(bench: Bench) -> None:
    long = bench.ask("The captain", max_tokens=900, sampling=ENDLESS)
    late = bench.ask("A model learns", max_tokens=5)
    expected = bench.run(late)[0].tokens
    bench.engine.forget()
    submitted = []

    def submit_late() -> None:
        if not submitted and any(isinstance(event, TextChunk) for event in bench.wire.events):
            submitted.append(late)
            bench.engine.submit(late)

    bench.run(long, each_step=submit_late)
    ends = [event.request_id for event in bench.wire.events if isinstance(event, GenerationEnded)]
    assert ends == [late.request_id, long.request_id]
    assert bench.answer(late).tokens == expected


def test_reply_goes_on_while_a_long_prompt_is_read(bench: Bench) -> None:
    writer = bench.ask("The captain", max_tokens=3000, sampling=ENDLESS)
    reader = bench.ask(LONG * 400, max_tokens=2)

    def submit_reader() -> None:
        if not any(isinstance(event, Progress | GenerationEnded) for event in bench.wire.events):
            if not submitted:
                bench.engine.submit(reader)
            submitted.append(1)

    submitted: list[int] = []
    bench.run(writer, each_step=submit_reader)
    kinds = [
        type(event).__name__
        for event in bench.wire.events
        if isinstance(event, Progress) or getattr(event, "request_id", "") == writer.request_id
    ]
    between = kinds[kinds.index("Progress") : len(kinds) - kinds[::-1].index("Progress")]
    assert "TextChunk" in between


def test_more_requests_than_sequences_are_all_answered(bench: Bench) -> None:
    requests = [bench.ask(f"{WORDS[index % 8]} {index}", max_tokens=3) for index in range(150)]
    answers = bench.run(*requests)
    assert all(answer.ended.reason in ("length", "stop") for answer in answers)


def test_youngest_steps_back_when_the_cells_run_out_and_loses_nothing(
    load: Callable[..., Bench], tiny: TinyModels
) -> None:
    small = load(tiny.gguf, context_length=256, sequences=1)
    assert small.loaded.context_length == 256
    roomy = load(tiny.gguf, context_length=256)
    requests = [roomy.ask(f"The old {word} looked", max_tokens=150) for word in WORDS[:3]]
    expected = [answer.tokens for answer in roomy.run(*requests)]
    small.engine._scheduler._most = 3  # one at a time would never run out
    answers = small.run(*requests)
    assert [answer.tokens for answer in answers] == expected
    assert not small.failures()


def test_request_that_is_longer_than_the_window_is_refused(bench: Bench) -> None:
    with pytest.raises(BadInput, match=r"8,192 tokens"):
        bench.engine.submit(bench.ask(LONG * 2000))


@pytest.mark.parametrize("when", [0, 2])
def test_cancelled_request_leaves_the_others_alone(bench: Bench, when: int) -> None:
    requests = [bench.ask(f"The old {word}", max_tokens=900, sampling=ENDLESS) for word in WORDS[:4]]
    expected = [answer.tokens for answer in bench.run(*requests)]
    bench.engine.forget()
    steps: list[int] = []

    def cancel() -> None:
        steps.append(1)
        if len(steps) > when:
            bench.wire.cancelled.add(requests[1].request_id)

    answers = bench.run(*requests, each_step=cancel)
    assert answers[1].ended.reason == "cancelled"
    assert len(answers[1].tokens) < 900
    assert [answers[index].tokens for index in (0, 2, 3)] == [expected[index] for index in (0, 2, 3)]


def test_queued_request_ends_at_once_when_cancelled(bench: Bench) -> None:
    requests = [bench.ask(f"The old {index}", max_tokens=400) for index in range(80)]
    last = requests[-1].request_id

    def cancel() -> None:
        bench.wire.cancelled.add(last)

    bench.run(*requests, each_step=cancel)
    ends = [event for event in bench.wire.events if isinstance(event, GenerationEnded)]
    assert last in [event.request_id for event in ends[:40]]
    assert bench.answer(requests[-1]).ended.reason == "cancelled"
    assert bench.answer(requests[-1]).tokens == ()


def test_failed_request_fails_once_for_all_its_completions(bench: Bench) -> None:
    other = bench.ask("The captain", max_tokens=60)
    expected = bench.run(other)[0].tokens
    banned = (LogitBias("a", -100.0),)
    request = bench.ask(
        "The",
        completions=80,
        sampling={"temperature": 2.0, "top_p": 1.0, "min_p": 0.0, "top_k": 0, "logit_bias": banned},
        constraint=Constraint(grammar='root ::= "X" | "Za"'),
    )
    bench.wire.events.clear()
    bench.engine.submit(request)
    bench.engine.submit(other)
    while bench.engine.step():
        pass
    mine = [event for event in bench.wire.events if getattr(event, "request_id", "") == request.request_id]
    assert [event for event in mine if isinstance(event, RequestFailed)] == mine[-1:]
    assert bench.answer(other).tokens == expected
