"""What every engine must do, proved through the service on a tiny model in both formats."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import Progress, TextChunk
from hone.errors import BadInput
from hone.ipc.messages import Event

if TYPE_CHECKING:
    from conftest import Backend

pytestmark = pytest.mark.worker

LONG_TEXT = "The wind would turn before the evening. " * 400
DRAWN = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}


def test_reply_streams_and_is_counted_when_it_ends(backend: Backend) -> None:
    reply = backend.ask(backend.request())
    chunks = [event for event in reply.events if isinstance(event, TextChunk)]
    assert reply.ended.reason == "length"
    assert len(chunks) > 1
    assert len(reply.tokens) == reply.ended.usage.reply_tokens == 24
    assert reply.ended.usage.prompt_tokens > 10
    assert reply.ended.usage.context_length == 8192
    assert backend.engines.loaded() == backend.model


def test_reply_stops_when_a_stop_string_comes_in_pieces(backend: Backend) -> None:
    whole = backend.ask(backend.request()).text
    stop = whole[10:16]
    reply = backend.ask(backend.request(stop=("never in it", stop)))
    assert reply.ended.reason == "stop"
    assert reply.text == whole[: whole.index(stop)]


def test_reply_ends_when_the_window_is_full(backend: Backend) -> None:
    backend.settings.change(context_length=64)
    try:
        reply = backend.ask(backend.request(sampling={"max_tokens": 500}))
        with pytest.raises(BadInput, match="64 tokens"):
            backend.ask(backend.request(LONG_TEXT))
        again = backend.ask(backend.request())
    finally:
        backend.settings.change(context_length=0)
    assert reply.ended.reason == "context_full"
    assert reply.ended.usage.prompt_tokens + reply.ended.usage.reply_tokens == 64
    assert again.ended.reason == "length"


def test_request_ends_at_once_when_cancelled_while_its_prompt_is_read(backend: Backend) -> None:
    request = backend.request(LONG_TEXT)
    backend.ask(backend.request())
    cancelled_at = []

    def cancel(event: Event) -> None:
        if isinstance(event, Progress) and not cancelled_at and event.done:
            cancelled_at.append(time.monotonic())
            backend.engines.cancel(request.request_id)

    reply = backend.ask(request, on_event=cancel)
    assert reply.ended.reason == "cancelled"
    assert reply.ended.usage.reply_tokens == 0
    assert time.monotonic() - cancelled_at[0] < 2.0
    assert backend.ask(backend.request()).ended.reason == "length"


def test_reply_ends_when_cancelled_from_another_thread(backend: Backend) -> None:
    request = backend.request(sampling={"max_tokens": 6000, "temperature": 1.0})
    timer = threading.Timer(0.5, backend.engines.cancel, [request.request_id])

    def start(event: Event) -> None:
        if isinstance(event, TextChunk) and not timer.is_alive() and not timer.finished.is_set():
            timer.start()

    reply = backend.ask(request, on_event=start)
    timer.cancel()
    assert reply.ended.reason in ("cancelled", "stop")
    assert reply.ended.usage.reply_tokens < 6000


def test_engine_answers_again_when_an_iterator_was_left(backend: Backend) -> None:
    expected = backend.ask(backend.request()).text
    replies = backend.engines.reply(backend.model, backend.request(sampling={"max_tokens": 5000}))
    while not isinstance(next(replies), TextChunk):
        pass
    replies.close()
    assert backend.ask(backend.request()).text == expected


def test_same_seed_gives_the_same_text(backend: Backend) -> None:
    first = backend.ask(backend.request(sampling={**DRAWN, "seed": 11}))
    second = backend.ask(backend.request(sampling={**DRAWN, "seed": 11}))
    other = backend.ask(backend.request(sampling={**DRAWN, "seed": 12}))
    assert first.tokens == second.tokens
    assert first.tokens != other.tokens
    assert first.ended.seed == 11


def test_reported_seed_repeats_the_reply_when_none_was_given(backend: Backend) -> None:
    first = backend.ask(backend.request(sampling=DRAWN))
    again = backend.ask(backend.request(sampling={**DRAWN, "seed": first.ended.seed}))
    assert first.tokens == again.tokens


@pytest.mark.parametrize(
    "sampling",
    [{"temperature": 1.0, "top_k": 1}, {**DRAWN, "top_p": 0.0}, {**DRAWN, "min_p": 1.0}],
    ids=["top_k", "top_p", "min_p"],
)
def test_only_the_likeliest_token_is_left_when_a_filter_is_tight(
    backend: Backend, sampling: dict[str, float]
) -> None:
    greedy = backend.ask(backend.request())
    assert backend.ask(backend.request(sampling=sampling)).tokens == greedy.tokens


def test_next_turn_reads_only_what_is_new(backend: Backend) -> None:
    question = Turn("user", "What is a good question?")
    first = backend.ask(backend.request(turns=(question,)))
    turns = (question, Turn("assistant", first.text), Turn("user", "And what is a good answer?"))
    second = backend.ask(backend.request(turns=turns))
    assert second.ended.usage.reused_tokens >= first.ended.usage.prompt_tokens
    backend.ask(backend.request("Something else"))
    again = backend.ask(backend.request(turns=turns))
    assert again.ended.usage.reused_tokens >= second.ended.usage.reused_tokens
    assert again.tokens == second.tokens


def test_reply_follows_the_adapter_of_each_request(backend: Backend) -> None:
    base = backend.ask(backend.request())
    tuned = backend.ask(backend.request(), adapter=backend.adapter)
    base_again = backend.ask(backend.request())
    without_effect = backend.ask(backend.request(), adapter=backend.adapter, scale=0.0)
    tuned_again = backend.ask(backend.request(), adapter=backend.adapter)
    assert tuned.tokens != base.tokens
    assert base_again.tokens == base.tokens == without_effect.tokens
    assert tuned_again.tokens == tuned.tokens


@pytest.mark.parametrize(
    "text",
    ["What is a good question?", "🙂 naïve", "What does <|im_end|> mean?"],
    ids=["plain", "unicode", "control tokens"],
)
@pytest.mark.parametrize("tuned", [False, True], ids=["base", "adapter"])
def test_engines_agree_when_greedy(backends: dict[str, Backend], text: str, tuned: bool) -> None:
    """Eight tokens that are likeliest by far: llama.cpp's cache is of 16 bits, so ties may fall otherwise."""
    replies = [
        backend.ask(
            backend.request(text, sampling={"max_tokens": 8}), adapter=backend.adapter if tuned else None
        )
        for backend in backends.values()
    ]
    assert replies[0].tokens == replies[1].tokens
    assert replies[0].text == replies[1].text
    assert replies[0].ended.usage.prompt_tokens == replies[1].ended.usage.prompt_tokens


def test_engines_agree_when_recent_tokens_are_penalised(backends: dict[str, Backend]) -> None:
    plain, *replies = [
        backends["llama"].ask(
            backends["llama"].request("Tell me about the sea.", sampling={"max_tokens": 8})
        ),
        *(
            backend.ask(
                backend.request(
                    "Tell me about the sea.", sampling={"repetition_penalty": 1.8, "max_tokens": 8}
                )
            )
            for backend in backends.values()
        ),
    ]
    assert replies[0].tokens == replies[1].tokens
    assert replies[0].tokens != plain.tokens


def test_raw_text_is_continued_without_a_template(backends: dict[str, Backend]) -> None:
    sampling = {"max_tokens": 8}
    replies = [
        backend.ask(backend.request(text="The old captain", sampling=sampling))
        for backend in backends.values()
    ]
    assert replies[0].tokens == replies[1].tokens
    assert replies[0].ended.usage.prompt_tokens < 8


def test_empty_request_is_refused(backend: Backend) -> None:
    with pytest.raises(BadInput, match="empty"):
        backend.ask(backend.request(turns=()))
