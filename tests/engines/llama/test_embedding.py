"""Vectors are those of transformers' hidden states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from hone.domain.generation import AdapterUse, Embed, Embedded, Pooling, Variant
from hone.errors import BadInput

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

TEXTS = (
    "The old captain",
    "looked at the sea and said that the wind would turn",
    "naïve 東京 🙂",
    "The old captain",
)


@pytest.fixture(scope="module")
def states(tiny: TinyModels) -> Any:
    """Return a function from tokens to the last hidden states by transformers alone, shape (n, width)."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    model = transformers.AutoModel.from_pretrained(tiny.folder)

    def last_states(tokens: list[int]) -> np.ndarray:
        with torch.inference_mode():
            return model(torch.tensor([tokens])).last_hidden_state[0].double().numpy()

    return last_states


def vectors(bench: Bench, **values: Any) -> np.ndarray:
    """Ask for vectors and return them, shape (texts, width)."""
    bench.wire.events.clear()
    bench.engine.submit(Embed(**({"request_id": "e", "texts": TEXTS} | values)))
    while bench.engine.step():
        pass
    answer = bench.wire.events[-1]
    assert isinstance(answer, Embedded)
    return np.array(answer.vectors)


@pytest.mark.parametrize("pooling", list(Pooling))
@pytest.mark.parametrize("normalise", [True, False])
def test_vectors_are_those_of_transformers(
    bench: Bench, states: Any, pooling: Pooling, normalise: bool
) -> None:
    found = vectors(bench, pooling=pooling, normalise=normalise)
    for text, vector in zip(TEXTS, found, strict=True):
        hidden = states(bench.engine._bench.vocabulary.encode(text, begin=True))
        expected = hidden.mean(axis=0) if pooling is Pooling.MEAN else hidden[-1]
        cosine = vector @ expected / np.linalg.norm(vector) / np.linalg.norm(expected)
        assert cosine > 0.9999
        length = 1.0 if normalise else np.linalg.norm(expected)
        assert np.linalg.norm(vector) == pytest.approx(length, rel=1e-3)
    assert found[0] == pytest.approx(found[3], abs=1e-4)


def test_texts_of_any_length_are_read(bench: Bench, states: Any) -> None:
    long = "The wind would turn before the evening. " * 60
    (vector,) = vectors(bench, texts=(long,))
    expected = states(bench.engine._bench.vocabulary.encode(long, begin=True)).mean(axis=0)
    assert vector @ expected / np.linalg.norm(expected) > 0.9999


def test_replies_are_the_same_after_vectors_were_asked_for(bench: Bench) -> None:
    before = bench.run(bench.ask("The old captain"))[0].text
    vectors(bench)
    assert bench.run(bench.ask("The old captain"))[0].text == before


def test_vectors_and_replies_go_on_side_by_side(bench: Bench) -> None:
    alone, expected = bench.run(bench.ask("The old captain"))[0].text, vectors(bench)
    request = bench.ask("The old captain")
    bench.wire.events.clear()
    bench.engine.submit(request)
    bench.engine.submit(Embed(request_id="e", texts=TEXTS))
    while bench.engine.step():
        pass
    assert bench.answer(request).text == alone
    (embedded,) = (event for event in bench.wire.events if isinstance(event, Embedded))
    assert np.array(embedded.vectors) == pytest.approx(expected, abs=1e-4)


def test_adapter_changes_vectors(bench: Bench, tiny: TinyModels) -> None:
    plain = vectors(bench)
    adapted = vectors(bench, variant=Variant(adapters=(AdapterUse(path=tiny.adapter_gguf),)))
    assert np.abs(plain - adapted).max() > 0.01
    assert vectors(bench) == pytest.approx(plain, abs=1e-4)


@pytest.mark.parametrize("values", [{"layer": 0}, {"layer": 2}, {"texts": ()}, {"texts": ("a", "")}])
def test_what_cannot_be_given_is_refused(bench: Bench, values: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        bench.engine.submit(Embed(**({"request_id": "e", "texts": TEXTS} | values)))
