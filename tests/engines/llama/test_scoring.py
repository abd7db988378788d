"""Log-probabilities, scores and perplexities are those of transformers for the same model."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import (
    MeasureText,
    Progress,
    Prompt,
    Reporting,
    RequestFailed,
    Score,
    Scored,
    TextChunk,
    TextMeasured,
    TokenReport,
)
from hone.errors import BadInput

if TYPE_CHECKING:
    import numpy as np

    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

TEXT = "The old captain looked at the sea and said that the wind would turn before the evening. "
CHOICES = (" yes", " no, it would not turn", "perhaps <|im_end|> it would", " 1234567890", " 東京 🙂")


@pytest.fixture(scope="module")
def plain(tiny: TinyModels) -> Any:
    """Return a function from tokens to transformers' own log-probabilities, shape (n, vocabulary)."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    model = transformers.AutoModelForCausalLM.from_pretrained(tiny.folder)

    def logprobs(tokens: list[int]) -> np.ndarray:
        with torch.inference_mode():
            return model(torch.tensor([tokens])).logits[0].double().log_softmax(dim=1).numpy()

    return logprobs


@pytest.fixture(scope="module")
def precise(load: Callable[..., Bench], tiny: TinyModels) -> Bench:
    """The tiny model with a cache in float32 and no flash attention.

    By default both round to float16. Over seven texts that moved this model's log-probabilities by 0.0015 in
    the median and by 0.05 at most, the mean of a text by 0.0006 at most; without them all were within 7e-5.
    """
    from hone.workers.llama import context

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(context.KV_TYPES, "f16", 0)
        return load(tiny.gguf, flash_attention="off")


def last(bench: Bench, request: Any) -> Any:
    """Run a request to its end and return the last event."""
    bench.wire.events.clear()
    bench.engine.submit(request)
    while bench.engine.step():
        pass
    return bench.wire.events[-1]


def ids(bench: Bench, text: str) -> list[int]:
    return bench.engine._bench.vocabulary.encode(text, begin=True)


@pytest.mark.parametrize("alternatives", [0, 3])
def test_choices_are_scored_as_transformers_does(precise: Bench, plain: Any, alternatives: int) -> None:
    report = Reporting(logprobs=True, alternatives=alternatives)
    scored = last(precise, Score(request_id="s", prompt=Prompt(text=TEXT), choices=CHOICES, report=report))
    assert isinstance(scored, Scored) and len(scored.choices) == len(CHOICES)
    prompt = ids(precise, TEXT)
    for choice, result in zip(CHOICES, scored.choices, strict=True):
        tokens = precise.engine._bench.vocabulary.encode_literally(choice)
        assert [each.id for each in result.tokens] == tokens
        rows = plain(prompt + tokens)[len(prompt) - 1 : -1]
        expected = [float(rows[place, token]) for place, token in enumerate(tokens)]
        assert [each.logprob for each in result.tokens] == pytest.approx(expected, abs=1e-3)
        assert result.logprob == pytest.approx(sum(expected), abs=1e-3)
        for place, each in enumerate(result.tokens):
            likeliest = (-rows[place]).argsort()[:alternatives].tolist()
            assert [other.id for other in each.alternatives] == likeliest


def test_prompt_is_read_once_for_all_choices_and_kept(bench: Bench) -> None:
    prompt = Prompt(text=TEXT * 8)
    first = last(bench, Score(request_id="s", prompt=prompt, choices=CHOICES))
    again = last(bench, Score(request_id="t", prompt=prompt, choices=CHOICES))
    assert (first.usage.reused_tokens, again.usage.reused_tokens) == (0, first.usage.prompt_tokens - 1)
    assert [each.logprob for each in again.choices] == pytest.approx(
        [each.logprob for each in first.choices],
        rel=1e-3,  # batches of another size take other kernels
    )


def test_score_of_a_reply_is_the_sum_of_what_was_told_when_it_was_written(bench: Bench) -> None:
    prompt = Prompt(turns=(Turn("user", "What is a good question?"),))
    request = bench.ask(turns=prompt.turns, max_tokens=1, report=Reporting(logprobs=True))
    bench.run(request)
    (chunk,) = (event for event in bench.wire.events if isinstance(event, TextChunk))
    (told,) = chunk.tokens
    scored = last(bench, Score(request_id="s", prompt=prompt, choices=(chunk.text,)))
    assert [each.id for each in scored.choices[0].tokens] == [told.id]
    assert scored.choices[0].logprob == pytest.approx(told.logprob, abs=1e-3)


def test_score_without_a_report_tells_sums_alone(bench: Bench) -> None:
    request = Score(request_id="s", prompt=Prompt(text=TEXT), choices=CHOICES, report=Reporting())
    told = last(bench, Score(request_id="t", prompt=Prompt(text=TEXT), choices=CHOICES))
    scored = last(bench, request)
    assert all(each.tokens == () for each in scored.choices)
    assert [each.logprob for each in scored.choices] == pytest.approx(
        [each.logprob for each in told.choices], abs=1e-3
    )


@pytest.mark.parametrize("choices", [(), ("a", "")])
def test_score_without_a_text_is_refused(bench: Bench, choices: tuple[str, ...]) -> None:
    with pytest.raises(BadInput, match=r"[Cc]hoice"):
        bench.engine.submit(Score(request_id="s", prompt=Prompt(text=TEXT), choices=choices))


def test_choice_longer_than_the_window_is_refused(bench: Bench) -> None:
    with pytest.raises(BadInput, match="window"):
        bench.engine.submit(Score(request_id="s", prompt=Prompt(text=TEXT), choices=("a " * 9000,)))


# ---- perplexity -----------------------------------------------------------------------------------


@pytest.mark.parametrize("window", [0, 2, 16, 25])
def test_perplexity_is_that_of_transformers(precise: Bench, plain: Any, window: int) -> None:
    measured = last(precise, MeasureText(request_id="m", text=TEXT, window=window))
    assert isinstance(measured, TextMeasured)
    tokens = ids(precise, TEXT)
    found: list[float] = []
    size = window or len(tokens)
    for part in (tokens[at : at + size] for at in range(0, len(tokens), size)):
        rows = plain(part)
        found += [float(rows[place, token]) for place, token in enumerate(part[1:])]
    assert (measured.tokens, measured.scored_tokens) == (len(tokens), len(found))
    assert measured.mean_logprob == pytest.approx(sum(found) / len(found), abs=1e-3)
    assert measured.perplexity == pytest.approx(math.exp(-sum(found) / len(found)), rel=1e-3)


def test_default_cache_moves_scores_by_no_more_than_its_rounding(bench: Bench, precise: Bench) -> None:
    request = Score(request_id="s", prompt=Prompt(text=TEXT), choices=CHOICES)
    for rounded, exact in zip(last(bench, request).choices, last(precise, request).choices, strict=True):
        for one, other in zip(rounded.tokens, exact.tokens, strict=True):
            assert one.logprob == pytest.approx(other.logprob, abs=0.1)


@pytest.mark.parametrize(("text", "window"), [("a", 0), (TEXT, 1), (TEXT, 9000)])
def test_text_or_window_too_short_or_long_is_refused(bench: Bench, text: str, window: int) -> None:
    with pytest.raises(BadInput):
        bench.engine.submit(MeasureText(request_id="m", text=text, window=window))


def test_cancelled_measurement_ends_once(bench: Bench) -> None:
    bench.wire.events.clear()
    bench.engine.submit(MeasureText(request_id="m", text=TEXT * 200, window=64))
    bench.engine.step()
    bench.wire.cancelled.add("m")
    while bench.engine.step():
        pass
    ends = [event for event in bench.wire.events if not isinstance(event, Progress)]
    assert len(ends) == 1 and isinstance(ends[0], RequestFailed)
    assert "cancelled" in ends[0].message


# ---- reports --------------------------------------------------------------------------------------


def reports_of(bench: Bench, **values: Any) -> list[TokenReport]:
    bench.run(bench.ask(TEXT, max_tokens=12, **values))
    return [each for event in bench.wire.events if isinstance(event, TextChunk) for each in event.tokens]


def test_probabilities_of_the_whole_vocabulary_add_up_to_one(bench: Bench) -> None:
    size = bench.engine._bench.vocabulary.size
    for each in reports_of(bench, report=Reporting(alternatives=size)):
        assert len({other.id for other in each.alternatives}) == size
        assert math.fsum(math.exp(other.logprob) for other in each.alternatives) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    "sampling", [{}, {"temperature": 3.0, "seed": 1, "top_k": 5, "repetition_penalty": 2.0}]
)
def test_reported_logprobs_are_those_before_any_sampler(
    precise: Bench, plain: Any, sampling: dict[str, Any]
) -> None:
    told = reports_of(precise, report=Reporting(alternatives=2), sampling=sampling)
    prompt, tokens = ids(precise, TEXT), [each.id for each in told]
    rows = plain(prompt + tokens)[len(prompt) - 1 : -1]
    for row, each in zip(rows, told, strict=True):
        assert each.logprob == pytest.approx(float(row[each.id]), abs=1e-3)
        assert [other.id for other in each.alternatives] == (-row).argsort()[:2].tolist()
        assert each.alternatives[0].logprob == pytest.approx(float(row.max()), abs=1e-3)
        entropy = math.fsum(-math.exp(value) * value for value in row.tolist())
        assert each.entropy == pytest.approx(entropy, abs=1e-3)
        assert each.rank in places_of(row, each.id)


def places_of(row: Any, token: int) -> range:
    """Return the ranks that a token may have where a value may be off by 1e-3."""
    return range(1 + int((row > row[token] + 2e-3).sum()), 2 + int((row > row[token] - 2e-3).sum()))


def test_entropy_leaves_out_what_can_never_come() -> None:
    import numpy as np

    from hone.workers.llama.token_reports import LogProbabilities

    row = np.array([0.0, 0.0, -np.inf, 0.0, 0.0], np.float32)
    normaliser, entropy = LogProbabilities(5).normaliser_and_entropy(row)
    assert (normaliser, entropy) == pytest.approx((math.log(4), math.log(4)), abs=1e-6)


def test_nothing_is_reported_unasked(bench: Bench) -> None:
    assert reports_of(bench) == []


def test_control_tokens_are_told_by_their_texts(bench: Bench) -> None:
    size = bench.engine._bench.vocabulary.size
    texts = {other.text for other in reports_of(bench, report=Reporting(alternatives=size))[0].alternatives}
    assert "<|im_end|>" in texts and "" not in texts


@pytest.mark.parametrize("size", [5, 100, 511, 4096, 50_257])
@pytest.mark.parametrize("count", [1, 3, 20])
def test_likeliest_are_the_highest_in_order(size: int, count: int) -> None:
    import numpy as np

    from hone.workers.llama.token_reports import likeliest

    draw = np.random.default_rng(size)
    for row in (draw.normal(0, 3, size), draw.integers(0, 4, size), np.zeros(size), np.arange(size)):
        row = row.astype(np.float32)
        expected = np.argsort(-row, kind="stable")[:count]
        assert likeliest(row, count) == [(place, row[place]) for place in expected.tolist()]
