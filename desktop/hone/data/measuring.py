"""Counting the tokens of a data file for one model."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable

from hone.data.rendering import Renderer
from hone.domain.datasets import Example, TokenCounts

_BINS = 10
_TELL_EVERY = 50


def measure(
    examples: Iterable[Example], renderer: Renderer, context_length: int, tell: Callable[[int], None]
) -> TokenCounts:
    """Render all rows and count; `tell` hears now and then how many rows are done.

    Lengths are those before cutting, trained tokens those after it. The `problem` is of the first row that
    could not be rendered.
    """
    lengths: list[int] = []
    trained = cut = stops = refused = partly = 0
    problem = ""
    for number, example in enumerate(examples, start=1):
        row = renderer.render(example, context_length)
        if not row.ids:
            refused += 1
            problem = problem or f"Row {example.row:,}: {row.problem}"
            continue
        lengths.append(row.full_length)
        trained += row.trained_tokens
        cut += row.is_cut
        stops += row.stop_token_trained
        partly += row.partly_trained
        if number % _TELL_EVERY == 0:
            tell(number)
    return TokenCounts(
        rows=len(lengths),
        tokens=sum(lengths),
        trained_tokens=trained,
        longest=max(lengths, default=0),
        median=round(statistics.median(lengths)) if lengths else 0,
        cut_rows=cut,
        stop_token_trained=stops * 2 > len(lengths),
        histogram=_histogram(lengths),
        refused_rows=refused,
        partly_trained_rows=partly,
        notice=renderer.notice,
        problem=problem,
    )


def _histogram(lengths: list[int]) -> tuple[int, ...]:
    counts = [0] * _BINS
    longest = max(lengths, default=0)
    for length in lengths:
        counts[min(_BINS - 1, length * _BINS // (longest + 1))] += 1
    return tuple(counts)
