"""The table of runs: a row per run, what it is sorted and filtered by. No Qt, no files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from hone.domain.runs import HeldOut, RunState


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """A run as a row of the table shows it. Sizes in bytes; None until they were counted.

    `data` is the name of the data set, or of the file where the library knows none; `changed_ns` is when
    something in the folder's own files was written last.
    """

    id: str
    name: str
    state: RunState
    folder: Path
    created_at: datetime
    base: str
    base_path: Path
    data: str
    data_path: Path
    method: str
    step: int = 0
    steps: int = 0
    best: HeldOut | None = None
    untrained: HeldOut | None = None
    seconds: float = 0.0
    problem: str = ""
    note: str = ""
    has_adapter: bool = False
    adapter_bytes: int | None = None
    disk_bytes: int | None = None
    changed_ns: int = 0

    @property
    def change(self) -> float | None:
        """The change of the held-out loss as a share of the untrained model's; negative is better."""
        if self.best is None or self.untrained is None or not self.untrained.loss:
            return None
        return self.best.loss / self.untrained.loss - 1.0


class RunSize(msgspec.Struct, frozen=True, kw_only=True):
    """What a run's folder takes on the disk, in bytes, and how many checkpoints are in it."""

    run_id: str
    disk_bytes: int
    adapter_bytes: int
    checkpoints: int


class RunColumn(StrEnum):
    """The columns, in the order of the table."""

    NAME = "name"
    STATE = "state"
    BASE = "base"
    DATA = "data"
    METHOD = "method"
    SCORE = "score"
    CHANGE = "change"
    STEPS = "steps"
    TIME = "time"
    SIZE = "size"
    DISK = "disk"
    MADE = "made"


STATE_ORDER = (
    RunState.RUNNING,
    RunState.INTERRUPTED,
    RunState.FAILED,
    RunState.STOPPED,
    RunState.CREATED,
    RunState.FINISHED,
)
"""What asks for somebody comes first when the table is sorted by state."""


class RunFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows are shown; what is empty lets everything through."""

    text: str = ""
    state: str = ""
    base: str = ""
    data: str = ""
    method: str = ""

    def lets(self, row: RunRow) -> bool:
        """Whether a row is shown: every word of the text is in its name, note, base, data, method or id."""
        wanted = ((self.state, row.state), (self.base, row.base), (self.data, row.data))
        if any(want and want != has for want, has in (*wanted, (self.method, row.method))):
            return False
        said = f"{row.name}\n{row.note}\n{row.base}\n{row.data}\n{row.method}\n{row.id}".casefold()
        return all(word in said for word in self.text.casefold().split())

    @property
    def is_set(self) -> bool:
        """Whether anything is asked for."""
        return self != RunFilter()


def arranged(
    rows: Iterable[RunRow],
    chosen: RunFilter | None = None,
    column: RunColumn = RunColumn.MADE,
    descending: bool = True,
) -> list[RunRow]:
    """Return the rows that are let through, sorted; what a row does not have comes last either way."""
    shown = [row for row in rows if chosen is None or chosen.lets(row)]
    shown.sort(key=lambda row: (row.created_at, row.id), reverse=True)
    known = [row for row in shown if _key(row, column) is not None]
    unknown = [row for row in shown if _key(row, column) is None]
    return [*sorted(known, key=lambda row: _key(row, column), reverse=descending), *unknown]  # type: ignore[arg-type,return-value]


def choices(rows: Sequence[RunRow], column: RunColumn) -> list[tuple[str, int]]:
    """Return the values of a column with how many rows have each, the most frequent first."""
    counts: dict[str, int] = {}
    for row in rows:
        value = str(getattr(row, column.value))
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold()))


def _key(row: RunRow, column: RunColumn) -> float | str | None:
    words = {RunColumn.NAME: row.name, RunColumn.BASE: row.base, RunColumn.DATA: row.data}
    if column in words or column is RunColumn.METHOD:
        return words.get(column, row.method).casefold()
    numbers: dict[RunColumn, float | None] = {
        RunColumn.STATE: STATE_ORDER.index(row.state),
        RunColumn.SCORE: row.best.loss if row.best is not None else None,
        RunColumn.CHANGE: row.change,
        RunColumn.STEPS: row.step or None,
        RunColumn.TIME: row.seconds or None,
        RunColumn.SIZE: row.adapter_bytes or None,
        RunColumn.DISK: row.disk_bytes,
        RunColumn.MADE: row.created_at.timestamp(),
    }
    return numbers[column]
