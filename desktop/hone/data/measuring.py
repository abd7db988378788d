"""Counting the tokens of a data file for one model."""

from __future__ import annotations

import statistics
from array import array
from collections.abc import Callable, Iterable

from hone.data.rendering import RenderedExample, Renderer
from hone.domain.datasets import Example, TokenCounts

_BINS = 10
_TELL_EVERY = 50


def measure(
    examples: Iterable[Example], renderer: Renderer, context_length: int, tell: Callable[[int], None]
) -> TokenCounts:
    """Render all rows and count; `tell` hears now and then how many rows are done.

    Lengths are those before cutting, trained tokens and their share those after it. A preference counts the
    tokens of both its sides, and is as long as the longer one; it is cut when either is. The `problem` is of
    the first row that could not be rendered.
    """
    counts = _Counts()
    for number, row in enumerate(renderer.render_all(examples, context_length), start=1):
        counts.add(row)
        if number % _TELL_EVERY == 0:
            tell(number)
    return counts.told(renderer.notice)


class _Counts:
    """What is counted, row by row."""

    def __init__(self) -> None:
        self._lengths = array("L")
        self._shares = [0] * _BINS
        self._long: list[int] = []
        self._tokens = self._trained = self._stops = self._refused = self._partly = 0
        self._cut_replies = self._lost_replies = 0
        self._problem = ""

    def add(self, row: RenderedExample) -> None:
        """Count a row."""
        sides = [row] if row.rejected is None else [row, row.rejected]
        empty = next((side for side in sides if not side.ids), None)
        if empty is not None:
            self._refused += 1
            self._problem = self._problem or f"Row {row.row:,}: {empty.problem}"
            return
        trained = sum(side.trained_tokens for side in sides)
        self._lengths.append(max(side.full_length for side in sides))
        self._tokens += sum(side.full_length for side in sides)
        self._trained += trained
        self._shares[_bin(trained, sum(len(side.ids) for side in sides))] += 1
        self._stops += all(side.stop_token_trained for side in sides)
        self._partly += any(side.partly_trained for side in sides)
        if any(side.is_cut for side in sides):
            self._long.append(row.row)
            lost = any(not side.trained_tokens for side in sides)
            self._lost_replies += lost
            self._cut_replies += not lost and any(side.lost_tokens for side in sides)

    def told(self, notice: str) -> TokenCounts:
        """Return the counts."""
        lengths = self._lengths
        return TokenCounts(
            rows=len(lengths),
            tokens=self._tokens,
            trained_tokens=self._trained,
            longest=max(lengths, default=0),
            median=round(statistics.median(lengths)) if lengths else 0,
            cut_rows=len(self._long),
            stop_token_trained=self._stops * 2 > len(lengths),
            histogram=_histogram(lengths),
            refused_rows=self._refused,
            partly_trained_rows=self._partly,
            notice=notice,
            problem=self._problem,
            cut_replies=self._cut_replies,
            lost_replies=self._lost_replies,
            long_rows=tuple(self._long),
            trained_shares=tuple(self._shares),
        )


def _bin(part: int, whole: int) -> int:
    return min(_BINS - 1, part * _BINS // whole) if whole else 0


def _histogram(lengths: Iterable[int]) -> tuple[int, ...]:
    known = list(lengths)
    counts = [0] * _BINS
    longest = max(known, default=0)
    for length in known:
        counts[_bin(length, longest + 1)] += 1
    return tuple(counts)
