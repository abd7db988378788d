"""Messages between Hone and its inspector about single rows: finding them, and those not in a file yet."""

from __future__ import annotations

from pathlib import Path

from hone.domain.data_changes import DataFilter
from hone.domain.datasets import AS_FOUND, Reading
from hone.domain.generation import Tagged
from hone.ipc.data_messages import DataCommand


class FindRows(DataCommand, frozen=True):
    """Find the rows that match, and tell their numbers.

    All that is given must hold: `filter`, a problem of `kind` (an entry of hone.domain.problem_kinds), and
    not to be written in `no_shape`. Only the first `look` rows are looked at (0: all); `against` are the
    files that a `kind` compares rows with.
    """

    path: Path
    reading: Reading = AS_FOUND
    filter: DataFilter = DataFilter()
    kind: str = ""
    no_shape: str = ""
    look: int = 0
    against: tuple[Path, ...] = ()


class RenderContents(DataCommand, frozen=True):
    """Render rows that are in no file: each is JSON in the columns of `shape`. RowsRendered answers."""

    contents: tuple[str, ...]
    shape: str
    model: Path
    context_length: int


class RowsFound(Tagged, frozen=True):
    """The answer to FindRows: row numbers in their order, and how many rows were looked at."""

    rows: tuple[int, ...]
    looked: int
