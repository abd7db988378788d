"""Log-probabilities, perplexity and vectors are those of the model computed plainly."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.generation import (
    CANCELLED,
    AdapterUse,
    Embed,
    Embedded,
    MeasureText,
    Pooling,
    Prompt,
    Reporting,
    RequestFailed,
    Score,
    Scored,
    TextMeasured,
    Variant,
)

if TYPE_CHECKING:
    import torch

    from conftest import Bench, TinyModels

# peft uses names that transformers will drop.
pytestmark = [pytest.mark.worker, pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing")]

TEXT = "The old captain looked at the sea and said that the wind would turn before the evening. "
CHOICES = (" yes", " no, it would not turn", " perhaps it would", " 1234567890", " a", " evening the before")


def plain_logits(folder: Path, tokens: list[int]) -> torch.Tensor:
    """Evaluate tokens with transformers alone; returns their logits."""
    import torch
    from transformers import AutoModelForCausalLM

    with torch.inference_mode():
        return AutoModelForCausalLM.from_pretrained(folder)(torch.tensor([tokens])).logits[0]


def last(bench: Bench, request: Any) -> Any:
    """Run one request and return what it ended with."""
    return bench.run(request)[-1]


def ids(bench: Bench, text: str) -> list[int]:
    return bench.engine._preparation._vocabulary.encode(text, begin=True)


@pytest.mark.parametrize("chunk", [64, 5], ids=["whole", "in pieces"])
def test_choices_are_scored_as_the_model_does(fresh: Bench, tiny: TinyModels, chunk: int) -> None:
    fresh.engine._room.evaluator.chunk = chunk
    request = Score(
        request_id="s", prompt=Prompt(text=TEXT), choices=CHOICES, report=Reporting(alternatives=3)
    )
    scored = last(fresh, request)
    assert isinstance(scored, Scored)
    prompt = ids(fresh, TEXT)
    for choice, result in zip(CHOICES, scored.choices, strict=True):
        tokens = fresh.engine._room.tokens.of(choice)
        logprobs = plain_logits(tiny.folder, prompt + tokens).log_softmax(dim=1)[len(prompt) - 1 : -1]
        expected = [float(logprobs[place, token]) for place, token in enumerate(tokens)]
        assert [report.logprob for report in result.tokens] == pytest.approx(expected, abs=1e-4)
        assert result.logprob == pytest.approx(sum(expected), abs=1e-3)
        for place, report in enumerate(result.tokens):
            assert [other.id for other in report.alternatives] == logprobs[place].topk(3).indices.tolist()
    again = last(fresh, Score(request_id="t", prompt=Prompt(text=TEXT), choices=CHOICES[:1]))
    assert again.usage.reused_tokens == len(prompt) - 1
    assert again.choices[0].logprob == pytest.approx(scored.choices[0].logprob, abs=1e-4)


def test_sliding_window_model_scores_choices(load_model: Callable[..., Bench], sliding: Path) -> None:
    bench = load_model(sliding)
    scored = last(bench, Score(request_id="s", prompt=Prompt(text=TEXT), choices=CHOICES))
    prompt = ids(bench, TEXT)
    for choice, result in zip(CHOICES, scored.choices, strict=True):
        tokens = bench.engine._room.tokens.of(choice)
        logprobs = plain_logits(sliding, prompt + tokens).log_softmax(dim=1)[len(prompt) - 1 : -1]
        expected = sum(float(logprobs[place, token]) for place, token in enumerate(tokens))
        assert result.logprob == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("window", [16, 50, 0])
def test_perplexity_is_that_of_windows_without_overlap(fresh: Bench, tiny: TinyModels, window: int) -> None:
    tokens = ids(fresh, TEXT * 6)
    measured = last(fresh, MeasureText(request_id="m", text=TEXT * 6, window=window))
    assert isinstance(measured, TextMeasured)
    logprobs = []
    for at in range(0, len(tokens), window or len(tokens)):
        part = tokens[at : at + (window or len(tokens))]
        found = plain_logits(tiny.folder, part).log_softmax(dim=1)
        logprobs += [float(found[place, token]) for place, token in enumerate(part[1:])]
    assert measured.tokens == len(tokens)
    assert measured.scored_tokens == len(logprobs)
    assert measured.mean_logprob == pytest.approx(sum(logprobs) / len(logprobs), abs=1e-4)
    assert measured.perplexity == pytest.approx(math.exp(-measured.mean_logprob))


@pytest.mark.parametrize("pooling", list(Pooling))
@pytest.mark.parametrize(("layer", "chunk"), [(-1, 512), (0, 512), (1, 16)])
def test_vectors_are_pooled_hidden_states(
    fresh: Bench, tiny: TinyModels, pooling: Pooling, layer: int, chunk: int
) -> None:
    import torch
    from transformers import AutoModelForCausalLM

    fresh.engine._room.evaluator.chunk = chunk
    texts = ("Sea", TEXT, "A model learns from examples", TEXT * 3)
    embedded = last(fresh, Embed(request_id="e", texts=texts, pooling=pooling, layer=layer, normalise=False))
    assert isinstance(embedded, Embedded)
    model = AutoModelForCausalLM.from_pretrained(tiny.folder)
    for text, vector in zip(texts, embedded.vectors, strict=True):
        with torch.inference_mode():
            states = model(torch.tensor([ids(fresh, text)]), output_hidden_states=True).hidden_states[layer][
                0
            ]
        expected = states.mean(dim=0) if pooling is Pooling.MEAN else states[-1]
        assert vector == pytest.approx(expected.tolist(), abs=1e-3)


def test_vectors_have_length_one_when_asked(fresh: Bench, peft_adapters: dict[str, Path]) -> None:
    plain = last(fresh, Embed(request_id="e", texts=(TEXT, "Sea")))
    assert [sum(x * x for x in vector) for vector in plain.vectors] == pytest.approx([1.0, 1.0], abs=1e-4)
    variant = Variant(adapters=(AdapterUse(path=peft_adapters["lora"]),), soft_prompt=peft_adapters["prompt"])
    tuned = last(fresh, Embed(request_id="f", texts=(TEXT, "Sea"), variant=variant))
    assert tuned.vectors[0] != pytest.approx(plain.vectors[0], abs=1e-2)


@pytest.mark.parametrize(
    "request_",
    [
        Score(request_id="s", prompt=Prompt(text=TEXT), choices=("", "a")),
        Score(request_id="s", prompt=Prompt(text=TEXT), choices=()),
        MeasureText(request_id="s", text=""),
        MeasureText(request_id="s", text=TEXT, window=10**6),
        Embed(request_id="s", texts=()),
        Embed(request_id="s", texts=("a", "")),
        Embed(request_id="s", texts=("a",), layer=9),
    ],
    ids=["empty choice", "no choice", "empty text", "window", "no texts", "one empty", "layer"],
)
def test_what_cannot_be_measured_is_refused(fresh: Bench, request_: Any) -> None:
    failed = last(fresh, request_)
    assert isinstance(failed, RequestFailed)
    assert failed.bad_input
    assert failed.hint


def test_logprobs_are_those_before_any_sampler(fresh: Bench, tiny: TinyModels) -> None:
    drawn = {"temperature": 1.7, "top_k": 5, "repetition_penalty": 1.5, "seed": 3}
    answer = fresh.one(fresh.request(text=TEXT, report=Reporting(alternatives=4), sampling=drawn))
    prompt = ids(fresh, TEXT)
    logprobs = plain_logits(tiny.folder, prompt + list(answer.tokens)).log_softmax(dim=1)[len(prompt) - 1 :]
    assert [report.id for report in answer.reports] == list(answer.tokens)
    for place, report in enumerate(answer.reports):
        assert report.logprob == pytest.approx(float(logprobs[place, report.id]), abs=1e-4)
        assert [other.id for other in report.alternatives] == logprobs[place].topk(4).indices.tolist()
        row = logprobs[place].double()
        assert report.entropy == pytest.approx(float(-(row.exp() * row).sum()), abs=1e-4)
        assert report.rank == 1 + int((row > row[report.id] + 1e-9).sum())


@pytest.mark.parametrize("when", ["before", "at work"])
@pytest.mark.parametrize(
    "request_",
    [
        Score(request_id="r", prompt=Prompt(text=TEXT), choices=CHOICES),
        MeasureText(request_id="r", text=TEXT * 4, window=20),
        Embed(request_id="r", texts=(TEXT * 4,) * 4),
    ],
    ids=["score", "measure", "embed"],
)
def test_cancelled_task_ends_with_a_word(
    fresh: Bench, request_: Any, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh.engine._room.evaluator, "chunk", 5)
    cancel = fresh.wire.cancelled.add
    if when == "before":
        cancel("r")
        events = fresh.run(request_)
    else:
        events = fresh.run(request_, each_step=lambda step: cancel("r") if step == 1 else None)
    ends = [event for event in events if isinstance(event, RequestFailed)]
    assert [end.message for end in ends] == [CANCELLED]
    assert not [event for event in events if isinstance(event, Scored | TextMeasured | Embedded)]
