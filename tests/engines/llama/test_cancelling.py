"""A cancellation ends the reading of a prompt within 0.3 seconds, also in the middle of one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hone.domain.generation import CANCELLED, Embed, MeasureText, Prompt, Score

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


def test_cancelled_reading_requests_end_with_the_message_of_a_cancellation(bench: Bench) -> None:
    requests = (
        Score(request_id="scored", prompt=Prompt(text=LONG), choices=("a", "b")),
        MeasureText(request_id="measured", text=LONG * 400, window=512),
        Embed(request_id="embedded", texts=(LONG * 20,) * 64),
    )
    bench.wire.events.clear()
    for request in requests:
        bench.engine.submit(request)
        bench.wire.cancelled.add(request.request_id)
    while bench.engine.step():
        pass
    told = {event.request_id: event.message for event in bench.failures()}
    assert told == dict.fromkeys(("scored", "measured", "embedded"), CANCELLED)
    assert len(bench.wire.events) == 3
