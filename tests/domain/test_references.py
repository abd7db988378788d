"""References that a model wrote, and texts that have none."""

# ruff: noqa: E501

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.domain.references import ReferenceKind, find_references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a_(b)?q=1, and www.example.com.", ["https://example.org/a_(b)?q=1", "www.example.com"]),
        ("(https://example.org)", ["https://example.org"]),
        ("doi:10.1038/s41586-021-03819-2.", ["doi:10.1038/s41586-021-03819-2"]),
        ("https://doi.org/10.1000/182 is one", ["https://doi.org/10.1000/182"]),
        ("As in arXiv:1706.03762v5 and arxiv: hep-th/9901001", ["arXiv:1706.03762v5", "arxiv: hep-th/9901001"]),
        ("This is known [1], [2, 3] and [4-6].", ["[1]", "[2, 3]", "[4-6]"]),
        ("Shown before (Smith et al., 2021).", ["(Smith et al., 2021)"]),
        ("(Müller & O'Neil 2019; Lee, 2020)", ["(Müller & O'Neil 2019; Lee, 2020)"]),
        ("(see Smith, 1999, p. 4)", ["(see Smith, 1999, p. 4)"]),
        ("Vaswani et al. (2017) and Hinton and Salakhutdinov (2006)", ["Vaswani et al. (2017)", "Hinton and Salakhutdinov (2006)"]),
    ],
)  # fmt: skip
def test_references_are_found(text: str, found: list[str]) -> None:
    assert [each.text for each in find_references(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "", "A plain sentence.", "It began in 2021 (March 2021).", "x[1] = y[2]", "array[0] and list()[3]", "(Windows 2000)",
        "(July, 2020)", "version 10.2/3", "a 10.5 kg bag", "[x] done, [ ] open", "[link](page)", "(2021)", "1.2.3",
        "[1](https", "mail me at a@www.b", "In the year (about 1990)", "[100000]", "print(f[12])",
    ],
)  # fmt: skip
def test_texts_without_references_have_none(text: str) -> None:
    assert find_references(text) == ()


def test_kinds_are_told() -> None:
    text = "https://x.org doi:10.1000/182 arXiv:1706.03762 [1] (Smith, 2021)"
    assert [each.kind for each in find_references(text)] == list(ReferenceKind)


@given(st.text(alphabet="aA[]()0123456789., &-:/hw;'", max_size=200))
def test_found_places_are_in_order_and_apart(text: str) -> None:
    found = find_references(text)
    assert all(text[each.start : each.end] == each.text and each.text for each in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


@pytest.mark.parametrize(
    "piece", ["(Aa, Aa and ", "[1, ", "10.1000/", "https://", "Aa et al. (", "Aaaaaaaa", "(see "]
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.monotonic()
    find_references(text)
    assert time.monotonic() - began < 2
