"""The sums over row heights are those of plain addition, whatever changes in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hone.ui.chat.row_heights import RowHeights

TOP, GAP = 28, 8


def tops_of(heights: list[int]) -> list[int]:
    tops = [TOP]
    for height in heights:
        tops.append(tops[-1] + height + GAP)
    return tops


@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 500), st.booleans()), max_size=30),
)
def test_tops_when_rows_change_are_the_sums(heights: list[int], changes: list[tuple[int, int, bool]]) -> None:
    rows = RowHeights(TOP, GAP)
    rows.replace_from(0, heights)
    known = list(heights)
    for row, height, cuts in changes:
        row %= len(known)
        if cuts:
            rows.replace_from(row, [height, 3])
            known[row:] = [height, 3]
        else:
            assert rows.set(row, height) == (known[row] != height)
            known[row] = height
        assert [rows.top(each) for each in range(len(known) + 1)] == tops_of(known)
        assert rows.end == tops_of(known)[-1]


def test_row_at_gives_the_row_below_a_point() -> None:
    rows = RowHeights(TOP, GAP)
    assert rows.row_at(100) == 0
    rows.replace_from(0, [10, 20, 30])
    assert [rows.row_at(y) for y in (0, 28, 45, 46, 73, 74, 10_000)] == [0, 0, 0, 1, 1, 2, 2]
