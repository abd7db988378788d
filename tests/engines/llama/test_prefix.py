"""What was evaluated once is not evaluated again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import Progress

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

LONG = "The wind would turn before the evening. "


def conversation(count: int, changed: int = -1) -> tuple[Turn, ...]:
    turns = []
    for index in range(count):
        role = "user" if index % 2 == 0 else "assistant"
        turns.append(Turn(role, f"Turn {index}{' changed' if index == changed else ''}: {LONG}"))
    return tuple(turns)


def test_next_turn_reads_only_what_is_new(bench: Bench) -> None:
    first = bench.run(bench.ask(turns=conversation(3)))[0]
    turns = (*conversation(3), Turn("assistant", first.text), Turn("user", "And then?"))
    second = bench.run(bench.ask(turns=turns))[0]
    assert second.reused >= first.ended.usage.prompt_tokens
    assert second.ended.usage.prompt_tokens - second.reused < 40


def test_edited_turn_is_read_from_there(bench: Bench) -> None:
    whole = bench.run(bench.ask(turns=conversation(19)))[0]
    before = bench.run(bench.ask(turns=conversation(3)))[0].ended.usage.prompt_tokens
    bench.engine.forget()
    bench.run(bench.ask(turns=conversation(19)))
    edited = bench.run(bench.ask(turns=conversation(19, changed=2)))[0]
    assert before * 0.5 < edited.reused < before
    again = bench.run(bench.ask(turns=conversation(19)))[0]
    assert again.reused == whole.ended.usage.prompt_tokens - 1
    assert again.tokens == whole.tokens


def test_same_prompt_gives_the_same_text_from_the_cache(bench: Bench) -> None:
    request = bench.ask(LONG * 20, max_tokens=30)
    fresh = bench.run(request)[0]
    cached = bench.run(request)[0]
    assert cached.tokens == fresh.tokens
    assert cached.reused == cached.ended.usage.prompt_tokens - 1


def test_shared_beginning_of_a_batch_is_read_once(bench: Bench) -> None:
    requests = [bench.ask(f"{LONG * 60}Number {index}:", max_tokens=4) for index in range(40)]
    answers = bench.run(*requests)
    size = answers[0].ended.usage.prompt_tokens
    read = sum(answer.ended.usage.prompt_tokens - answer.reused for answer in answers)
    assert read < size + 40 * 10
    expected = bench.run(requests[7])[0].tokens
    assert answers[7].tokens == expected


def test_reader_that_others_wait_for_may_be_cancelled(bench: Bench) -> None:
    requests = [bench.ask(f"{LONG * 200}Number {index}:", max_tokens=4) for index in range(3)]

    def cancel() -> None:
        if any(isinstance(event, Progress) for event in bench.wire.events):
            bench.wire.cancelled.add(requests[0].request_id)

    answers = bench.run(*requests, each_step=cancel)
    assert [answer.ended.reason for answer in answers] == ["cancelled", "length", "length"]
    assert answers[2].reused > 1000


def test_prompts_beyond_the_cache_come_back_from_memory(load: Callable[..., Bench], tiny: TinyModels) -> None:
    small = load(tiny.gguf, context_length=512, sequences=1)
    texts = [f"{name} {LONG * 14}" for name in ("First", "Second", "Third", "Fourth")]
    fresh = [small.run(small.ask(text, max_tokens=6))[0].tokens for text in texts]
    for text, tokens in zip(texts, fresh, strict=True):
        again = small.run(small.ask(text, max_tokens=6))[0]
        assert again.reused == again.ended.usage.prompt_tokens - 1
        assert again.tokens == tokens


def test_oldest_prompt_is_forgotten_when_memory_is_used_up(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hone.workers.llama import parking

    texts = [f"{name} {LONG * 40}" for name in ("First", "Second", "Third", "Fourth", "Fifth")]
    for text in texts[:2]:
        bench.run(bench.ask(text, max_tokens=2))
    (first,) = bench.engine._scheduler._lot.parked
    monkeypatch.setattr(parking, "LARGEST_BYTES", int(2.5 * len(first.data)))
    for text in texts[2:]:
        bench.run(bench.ask(text, max_tokens=2))
    newest = bench.run(bench.ask(texts[-1], max_tokens=2))[0]
    assert newest.reused == newest.ended.usage.prompt_tokens - 1
    assert bench.run(bench.ask(texts[0], max_tokens=2))[0].reused < 10


def test_exact_request_leaves_what_was_read_before(bench: Bench) -> None:
    bench.run(bench.ask(LONG * 30, max_tokens=2))
    bench.run(bench.ask(LONG * 3, exact=True, max_tokens=2))
    again = bench.run(bench.ask(LONG * 30, max_tokens=2))[0]
    assert again.reused == again.ended.usage.prompt_tokens - 1


def test_other_model_variants_share_nothing(bench: Bench, tiny: TinyModels) -> None:
    from hone.domain.generation import AdapterUse, Variant

    base = bench.run(bench.ask(LONG * 5))[0]
    variant = Variant(adapters=(AdapterUse(path=tiny.adapter_gguf, scale=0.5),))
    tuned = bench.run(bench.ask(LONG * 5, variant=variant))[0]
    assert tuned.reused == 0
    assert tuned.tokens != base.tokens
    assert bench.run(bench.ask(LONG * 5, variant=variant))[0].reused > 0


def test_padded_batch_gives_what_a_plain_one_gives(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from hone.workers.llama.decoding import Decoding

    pad, padded = Decoding._pad, []

    def watched(self: Decoding, portions: list[Any], size: int) -> int:
        padded.append(pad(self, portions, size))
        return padded[-1]

    monkeypatch.setattr(Decoding, "_pad", watched)
    bench.run(bench.ask(LONG * 200, max_tokens=2))
    request = bench.ask(LONG * 203, max_tokens=12)
    answer = bench.run(request)[0]
    assert padded[-1] > 0
    bench.engine.forget()
    monkeypatch.setattr(Decoding, "_pad", lambda *_: 0)
    bench.run(bench.ask(LONG * 200, max_tokens=2))
    assert bench.run(request)[0].tokens == answer.tokens
