"""One step of a change to rows, and what all steps of it tell together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from hone.data.formats.base import Format
from hone.data.row_stream import RowSource, StreamRow
from hone.errors import BadInput

_TELL_EVERY = 100
_MOST_NAMED = 5


@dataclass(frozen=True)
class Step:
    """What becomes of rows: `run` makes other rows of them, in `format` (None: their own)."""

    run: Callable[[Iterator[StreamRow]], Iterator[StreamRow]]
    format: Format | None = None


class Look:
    """What the steps of a change find out: rows left out, remarks, how far they are.

    `wanted` is the format that is written in the end, None for the rows' own.
    """

    def __init__(
        self, tell: Callable[[int, int], object] | None = None, wanted: Format | None = None
    ) -> None:
        self.left_out = 0
        self.remarks: list[str] = []
        self.wanted = wanted
        self.last = 0
        self._tell = tell
        self._done = 0
        self._rows = 0

    def through(self, source: RowSource) -> Iterator[StreamRow]:
        """Give the rows of a source, and tell how far that is; a first look counts as much as a second."""
        before = self._done
        for row in source.rows():
            self.last = max(self.last, row.number)
            self._done += 1
            if self._tell is not None and self._done % _TELL_EVERY == 0:
                self._tell(self._done, before + self._rows if self._rows else 0)
            yield row
        self._rows = self._done - before

    def tell_first(self, done: int, total: int) -> None:
        """Tell how far a look is that somebody else takes before rows are written."""
        if self._tell is not None:
            self._tell(done, 2 * total)
        self._done, self._rows = done, total

    def refuse_unknown(self, numbers: Collection[int]) -> None:
        """Raise BadInput when there is no row of one of the numbers; called after the last row."""
        unknown = sorted(number for number in numbers if not 1 <= number <= self.last)
        if unknown:
            named = ", ".join(f"{number:,}" for number in unknown[:_MOST_NAMED])
            more = ", ..." if len(unknown) > _MOST_NAMED else ""
            raise BadInput(
                f"There is no row {named}{more}: the data set has {self.last:,} rows.",
                hint="Look at its rows again; another version may be in use by now.",
            )
