"""Tokens flow into lines as words do, and are found again where they are drawn."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hone.ui.kit.token_flow import Flow, flow, visible_text

WIDE = 10.0


def placed(texts: list[str], width: float) -> Flow:
    """Flow texts in a font whose characters are ten pixels wide, in lines of twenty."""
    return flow(texts, width, 20.0, lambda text: WIDE * len(text))


def lines(found: Flow) -> list[str]:
    """Return the lines as they read."""
    told: dict[int, str] = {}
    for box in found.boxes:
        told[box.line] = told.get(box.line, "") + box.text
    return [told.get(line, "") for line in range(max(told, default=-1) + 1)]


def test_word_of_several_tokens_is_not_cut() -> None:
    words = ["something", " un", "believ", "able"]
    assert lines(placed(words, 210)) == ["something", "unbelievable"]
    assert lines(placed(words, 220)) == ["something unbelievable"]


def test_word_longer_than_a_line_is_cut_between_tokens() -> None:
    assert lines(placed(["字"] * 7, 30)) == ["字字字", "字字字", "字"]


def test_line_ends_are_seen_and_end_their_line() -> None:
    found = placed(["a", ".\n\n", "b\nc"], 300)
    assert lines(found) == ["a.↵", "↵", "b↵", "c"]
    assert [box.index for box in found.boxes_of(1)] == [1, 1]
    assert found.height == 80


def test_token_is_found_at_its_place_and_none_beside() -> None:
    found = placed(["one", " two", "\n", "three"], 300)
    assert [found.at(x, 5) for x in (0, 29, 30, 69, 75, 200)] == [0, 0, 1, 1, 2, -1]
    assert found.at(5, 25) == 3 and found.at(5, 45) == -1 and found.at(-5, 5) == -1
    assert found.at(500, 25, nearest=True) == 3


def test_nothing_is_found_when_there_is_nothing() -> None:
    assert placed([], 100).at(0, 0) == -1 and placed([], 100).in_sight(0, 100) == ()
    assert placed([], 100).box(0) is None


def test_only_blank_tokens_are_marked() -> None:
    assert [visible_text(text) for text in ("  ", " a ", "\t", "")] == ["··", " a ", "→", "·"]


texts = st.lists(st.text(alphabet="ab \n字", min_size=1, max_size=6), max_size=40)


@given(texts, st.integers(20, 200))
def test_every_token_stands_on_a_line_in_order_when_flowed(words: list[str], width: int) -> None:
    found = placed(words, width)
    assert {box.index for box in found.boxes} == set(range(len(words)))
    for one, after in pairwise(found.boxes):
        assert (one.index, one.line) <= (after.index, after.line)
        if one.line == after.line:
            assert after.x >= one.x + one.width - 1e-6
    for box in found.boxes:
        assert box.x + box.width <= width + 1e-6
        assert box in found.in_sight(box.line * 20.0, box.line * 20.0 + 1)
