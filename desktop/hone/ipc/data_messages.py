"""Messages between Hone and its inspector."""

from __future__ import annotations

from pathlib import Path

from hone.domain.data_changes import AnyChange
from hone.domain.datasets import AS_FOUND, Columns, Reading, RenderedRow, Report, ShownRow, TokenCounts
from hone.domain.generation import Tagged

# ---- commands -------------------------------------------------------------------------------------


class DataCommand(Tagged, frozen=True, kw_only=True):
    """Base of the commands: one at a time, ended by Cancel. A RequestFailed with its id may answer each."""

    request_id: str = ""


class InspectData(DataCommand, frozen=True):
    """Read a dataset, tell its format, and find problems per row.

    `held_out` are files whose rows must not be trained on, `suites` files of test cases. Near duplicates are
    sought among all rows when `thorough`, else among those that cost little time. A file of more than
    `large_bytes` (0: as is usual) is read in parts by several processes.
    """

    path: Path
    reading: Reading = AS_FOUND
    held_out: tuple[Path, ...] = ()
    suites: tuple[Path, ...] = ()
    thorough: bool = False
    large_bytes: int = 0


class InspectPart(DataCommand, frozen=True):
    """Scan the bytes from `start` to `end` of a file of JSON lines, and write what is gathered to `target`.

    An inspector sends it to others when a file is large; the rest is its plan (hone.data.scanning.ScanPlan).
    """

    path: Path
    reading: Reading
    start: int
    end: int
    target: Path
    near_limit: int = 0
    most_near: int = 0
    asks: bool = False
    sample_limit: int = 2**32


class LookAtColumns(DataCommand, frozen=True):
    """Tell the columns of a file and what they could be."""

    path: Path
    reading: Reading = AS_FOUND


class ListRows(DataCommand, frozen=True):
    """Give rows by number: `count` from `first` on (from 1), or those in `rows`."""

    path: Path
    reading: Reading = AS_FOUND
    first: int = 1
    count: int = 50
    rows: tuple[int, ...] = ()


class RewriteData(DataCommand, frozen=True):
    """Write the rows of `path` with `changes` made, in `shape` ("": their own), as the file `target`.

    The ending of `target` says which kind of file. It is there whole or not at all.
    """

    path: Path
    target: Path
    reading: Reading = AS_FOUND
    changes: tuple[AnyChange, ...] = ()
    shape: str = ""


class PreviewRows(DataCommand, frozen=True):
    """Render rows with a model's chat template and mark the tokens that are trained."""

    path: Path
    reading: Reading
    model: Path
    rows: tuple[int, ...]
    context_length: int


class MeasureData(DataCommand, frozen=True):
    """Count tokens and trained tokens of all rows for a model."""

    path: Path
    reading: Reading
    model: Path
    context_length: int


# ---- events ---------------------------------------------------------------------------------------


class DataInspected(Tagged, frozen=True):
    """The answer to InspectData."""

    report: Report


class PartInspected(Tagged, frozen=True):
    """The answer to InspectPart: how many rows; not `quick`: the file is read from the beginning."""

    request_id: str
    rows: int = 0
    quick: bool = True


class ColumnsFound(Tagged, frozen=True):
    """The answer to LookAtColumns."""

    columns: Columns


class RowsListed(Tagged, frozen=True):
    """The answer to ListRows; `total` rows are in the file, -1 while that is not known."""

    rows: tuple[ShownRow, ...]
    total: int = -1


class DataRewritten(Tagged, frozen=True):
    """The answer to RewriteData: rows written, rows that could not be carried over, how it is read again.

    `remarks` are sentences about what happened on the way.
    """

    rows: int
    left_out: int
    sha256: str
    reading: Reading
    remarks: tuple[str, ...] = ()


class RowsRendered(Tagged, frozen=True):
    """The answer to PreviewRows."""

    rows: tuple[RenderedRow, ...]


class DataMeasured(Tagged, frozen=True):
    """The answer to MeasureData."""

    counts: TokenCounts
