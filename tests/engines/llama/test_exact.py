"""Exact mode: the same text every time, whatever ran before or runs at once; and what made a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hone.domain.generation import GenerationEnded

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

LONG = "The wind would turn before the evening. "
DRAWN = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0, "seed": 5}


def test_exact_reply_is_the_same_whatever_ran_before(bench: Bench) -> None:
    request = bench.ask(LONG * 90, exact=True, max_tokens=40, sampling=DRAWN)
    first = bench.run(request)[0]
    bench.run(*(bench.ask(f"{LONG * index} {index}", max_tokens=30) for index in range(20)))
    bench.run(bench.ask(LONG * 50))
    second = bench.run(request)[0]
    assert second.tokens == first.tokens
    assert second.reused == 0
    assert second.ended.provenance.mode == "exact"


def test_exact_requests_run_alone_and_nobody_is_lost(bench: Bench) -> None:
    exact = bench.ask(LONG * 3, exact=True, max_tokens=30, sampling=DRAWN)
    expected = bench.run(exact)[0].tokens
    before = bench.ask("The captain", max_tokens=60)
    after = bench.ask("A model", max_tokens=20)
    answers = bench.run(before, exact, after)
    assert answers[1].tokens == expected
    ends = [event.request_id for event in bench.wire.events if isinstance(event, GenerationEnded)]
    assert ends == [before.request_id, exact.request_id, after.request_id]


def test_exact_completions_are_those_of_single_exact_requests(bench: Bench) -> None:
    request = bench.ask(LONG, exact=True, completions=2, sampling=DRAWN)
    bench.run(request)
    second = bench.answer(request, 1).tokens
    single = bench.ask(LONG, exact=True, sampling={**DRAWN, "seed": 6})
    assert bench.run(single)[0].tokens == second


def test_reply_tells_what_made_it(bench: Bench, tiny: TinyModels) -> None:
    from hone.workers.llama.model_hash import model_hash

    provenance = bench.run(bench.ask(LONG))[0].ended.provenance
    assert provenance.mode == "fast"
    assert provenance.model_hash == model_hash(tiny.gguf) == bench.loaded.model_hash
    assert len(provenance.template_hash) == 16
    assert provenance.build == "llama.cpp for tests"
    assert "1 thread" in provenance.device
