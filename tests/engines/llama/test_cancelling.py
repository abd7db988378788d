"""A cancellation ends the reading of a prompt within 0.3 seconds, also in the middle of one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Bench

pytestmark = pytest.mark.worker

LONG = "The wind would turn before the evening. "


def test_reading_stops_in_the_middle_of_a_batch(bench: Bench) -> None:
    """The callback that llama.cpp asks between two nodes of the graph says that the request is cancelled."""
    reader = bench.ask(LONG * 300, max_tokens=2)
    writer = bench.ask("The captain", max_tokens=40)
    expected = bench.run(writer)[0].tokens
    bench.engine.forget()
    looks: list[int] = []

    def look() -> None:
        looks.append(1)
        if len(looks) > 60:  # by then the first batch is being decoded
            bench.wire.cancelled.add(reader.request_id)

    bench.engine._scheduler._decoding._pace = 1.0  # as on a slow machine: every batch is watched
    bench.wire.on_look = look
    try:
        answers = bench.run(reader, writer)
    finally:
        bench.wire.on_look = lambda: None
        bench.engine._scheduler._decoding._pace = 0.0
    assert answers[0].ended.reason == "cancelled"
    assert answers[0].tokens == ()
    assert answers[1].tokens == expected
    again = bench.run(bench.ask(LONG * 20, max_tokens=8))[0]
    bench.engine.forget()
    assert bench.run(bench.ask(LONG * 20, max_tokens=8))[0].tokens == again.tokens
