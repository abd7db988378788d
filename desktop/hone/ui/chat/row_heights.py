"""Where the rows of a long list stand: heights that change one by one, and the sums over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class RowHeights:
    """Heights in pixels of rows that stand `gap` apart, from `top` on.

    A change at the end, as a growing reply makes it, costs the same for ten rows and for ten thousand; one
    elsewhere costs a sum over the rows that follow it.
    """

    def __init__(self, top: int, gap: int) -> None:
        self._first, self._gap = top, gap
        self._heights: list[int] = []
        self._tops: list[int] = [top]

    def __len__(self) -> int:
        return len(self._heights)

    def replace_from(self, row: int, heights: Sequence[int]) -> None:
        """Put other rows in the place of `row` and all that follow it."""
        self._heights[row:] = heights
        self._forget_after(row)

    def set(self, row: int, height: int) -> bool:
        """Change the height of one row; whether it was another one."""
        if self._heights[row] == height:
            return False
        self._heights[row] = height
        self._forget_after(row)
        return True

    def height(self, row: int) -> int:
        """Return the height of a row."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Return where a row begins; that of the number of rows is the end of all."""
        return self._summed()[row]

    @property
    def end(self) -> int:
        """Where the last row, with the gap after it, ends."""
        return self._summed()[-1]

    def row_at(self, y: int) -> int:
        """Return the row at a height, the first or the last one outside; 0 without rows."""
        return max(0, min(bisect_right(self._summed(), y) - 1, len(self._heights) - 1))

    def _forget_after(self, row: int) -> None:
        del self._tops[row + 1 :]

    def _summed(self) -> list[int]:
        known = len(self._tops) - 1
        if known < len(self._heights):
            steps = (height + self._gap for height in self._heights[known:])
            self._tops[known:] = accumulate(steps, initial=self._tops[known])
        return self._tops
