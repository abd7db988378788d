"""Drafting rows with models that are killed, refuse, are too small, or are stopped."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from tests.services.row_draft_bench import (
    TOPICS,
    Bench,
    Fluent,
    end_of,
    example,
    made,
    new_words,
)

from hone.domain.generation import Generate, RequestFailed
from hone.domain.row_drafts import DraftEvent, DraftMade, DraftProgress
from hone.errors import BadInput, WorkerLost


def test_what_came_is_kept_when_the_model_is_killed(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), problem=WorkerLost("The engine was killed.", "Send again."), fails_after=12)
    events = bench.draft(rows=30)
    batch = end_of(events)
    assert batch.problem == "The engine was killed." and batch.hint == "Send again."
    assert bench.service.last_batch("set") == batch
    assert len(bench.service.drafts("set")) == batch.made > 0


def test_a_missing_model_is_told_before_anything_is_begun(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    with pytest.raises(BadInput, match="no model 'gone'"):
        list(bench.service.draft("set", msgspec.structs.replace(bench.order(), model_id="gone")))
    assert bench.service.busy_with is None and bench.service.last_batch("set") is None


def test_a_server_that_breaks_with_a_schema_is_asked_without_one(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), schema_breaks=True, endpoint=True)
    assert len(made(bench.draft(rows=3))) == 3
    assert any(request.constraint.json_schema is None for request in bench.machine.requests)


@pytest.mark.parametrize("endpoint", [True, False])
def test_requests_that_fail_with_a_schema_are_asked_again_without(
    make_bench: Callable[..., Bench], endpoint: bool
) -> None:
    bench = make_bench(Fluent(), schema_fails=True, endpoint=endpoint)
    events = bench.draft(rows=6)
    assert len(made(events)) == 6 and end_of(events).dropped == {}
    constrained = [each for each in bench.machine.requests if each.constraint.json_schema is not None]
    assert constrained and len(constrained) < len(bench.machine.requests) / 2


@pytest.mark.parametrize("chat", [True, False])
def test_less_is_shown_to_a_model_whose_window_is_small(make_bench: Callable[..., Bench], chat: bool) -> None:
    rows = [example(n, f"About {topic}? " * 5 * n, "Yes.") for n, topic in enumerate(TOPICS, 1)]
    words = new_words()
    fluent = Fluent()

    def say(request: Generate) -> str:
        return fluent(request) if chat else f" Tell of {next(words)} {next(words)}\nReply: Gladly, tomorrow."

    bench = make_bench(say, rows=rows, chat=chat, longest_prompt=1600)
    events = bench.draft(rows=3)
    assert len(made(events)) == 3
    assert end_of(events).failure == "This conversation is longer than the window."


def test_a_window_too_small_for_anything_is_told(make_bench: Callable[..., Bench]) -> None:
    batch = end_of(make_bench(Fluent(), longest_prompt=50).draft(rows=3))
    assert batch.made == 0 and batch.problem == "This conversation is longer than the window."


def test_an_engine_without_schemas_and_seeds_is_asked_without_them(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(
        Fluent(), features_of=frozenset(), samplers_of=frozenset({"temperature", "max_tokens"})
    )
    assert len(made(bench.draft(rows=2))) == 2
    for request in bench.machine.requests:
        assert request.constraint.json_schema is None
        assert request.sampling.seed == -1


def test_requests_that_all_fail_end_with_their_sentence(make_bench: Callable[..., Bench]) -> None:
    failed = RequestFailed(
        request_id="", message="The prompt is too long.", hint="Shorten it.", bad_input=True
    )
    batch = end_of(make_bench(Fluent(), failed=failed).draft(rows=2))
    assert batch.problem == "The prompt is too long." and batch.hint == "Shorten it."
    assert batch.failure == "The prompt is too long." and batch.dropped["failed"] >= 1


def test_stopping_ends_it_and_keeps_what_came(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    events: list[DraftEvent] = []
    for event in bench.service.draft("set", bench.order(rows=500)):
        events.append(event)
        if isinstance(event, DraftMade) and len(made(events)) == 3:
            bench.service.stop()
    batch = end_of(events)
    assert 3 <= batch.made < 20 and batch.problem == ""
    assert len(bench.service.drafts("set")) == batch.made and bench.service.busy_with is None


def test_leaving_the_iterator_keeps_the_batch_and_frees_the_service(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    for event in bench.service.draft("set", bench.order(rows=50)):
        if isinstance(event, DraftMade):
            break
    assert bench.service.busy_with is None
    batch = bench.service.last_batch("set")
    assert batch is not None and batch.over and batch.made == 1


def test_only_one_batch_is_drafted_at_a_time(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    running = bench.service.draft("set", bench.order())
    next(running)
    with pytest.raises(BadInput, match="drafted already"):
        list(bench.service.draft("set", bench.order()))
    running.close()


def test_progress_tells_the_pace_and_what_it_is_compared_with(make_bench: Callable[..., Bench]) -> None:
    events = make_bench(Fluent()).draft(rows=6)
    last = [event for event in events if isinstance(event, DraftProgress)][-1]
    assert (last.made, last.wanted, last.compared_rows, last.all_rows) == (6, 6, 12, 12)
    assert last.rows_per_minute > 0
