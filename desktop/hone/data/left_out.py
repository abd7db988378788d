"""Rows that could not be written, and why."""

from __future__ import annotations

from hone.data.formats.base import RowRefused
from hone.data.row_stream import StreamRow
from hone.errors import BadInput

_MOST_REASONS = 3


class LeftOut:
    """Counts the rows that were left out by reason; the reason of the first one stands for its kind."""

    def __init__(self) -> None:
        self.count = 0
        self._reasons: dict[str, tuple[RowRefused, int, int]] = {}

    def add(self, row: StreamRow, refused: RowRefused) -> None:
        """Note a row."""
        self.count += 1
        reason, first, count = self._reasons.get(refused.kind, (refused, row.number, 0))
        self._reasons[refused.kind] = (reason, first, count + 1)

    def remarks(self) -> tuple[str, ...]:
        """Say how many rows were left out for which reasons, those of most rows first."""
        reasons = sorted(self._reasons.values(), key=lambda each: -each[2])
        return tuple(_sentence(*each) for each in reasons[:_MOST_REASONS])

    def everything(self) -> BadInput:
        """Say that no row is left to write."""
        if not self._reasons:
            return BadInput("No row would be left.", hint="Leave fewer rows out, or choose a wider filter.")
        reason, first, _ = max(self._reasons.values(), key=lambda each: each[2])
        where = f"Row {first:,}: " if first else ""
        return BadInput(
            f"None of {self.count:,} rows can be written in this way. {where}{reason.message}",
            hint=reason.hint or "Choose another shape or kind of file.",
        )


def _sentence(reason: RowRefused, first: int, count: int) -> str:
    where = f" (the first is row {first:,})" if first and count > 1 else f" (row {first:,})" if first else ""
    said = "1 row is left out" if count == 1 else f"{count:,} rows are left out"
    return f"{said}{where}: {reason.message}"
