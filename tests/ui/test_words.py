"""Models and adapters in words."""

from __future__ import annotations

import pytest

from hone.ui.model_words import parameter_words, size_words

pytestmark = pytest.mark.window


@pytest.mark.parametrize(
    ("count", "words"),
    [(12, "12 B"), (1500, "1.5 kB"), (10_400_000, "10 MB"), (506_000_000, "506 MB"), (4.2e9, "4.2 GB")],
)
def test_sizes_are_short(count: float, words: str) -> None:
    assert size_words(count) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, ""),
        (260_000, "260 k parameters"),
        (5_200_000, "5.2 M parameters"),
        (7_000_000_000, "7.0 B parameters"),
    ],
)
def test_parameters_are_rounded(count: int | None, words: str) -> None:
    assert parameter_words(count) == words
