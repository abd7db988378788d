"""Data files for a face: what they hold, how rows become tokens. The work is done by inspectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hone.data.reading import read_examples
from hone.domain.data_changes import AnyChange, DataFilter
from hone.domain.datasets import AS_FOUND, Columns, Example, Reading, RenderedRow, Report, TokenCounts
from hone.ipc.data_messages import (
    ColumnsFound,
    DataInspected,
    DataMeasured,
    DataRewritten,
    InspectData,
    ListRows,
    LookAtColumns,
    MeasureData,
    PreviewRows,
    RewriteData,
    RowsListed,
    RowsRendered,
)
from hone.ipc.row_messages import FindRows, RenderContents, RowsFound
from hone.services.inspector_process import MEMORY_BYTES, InspectorProcess, Tell, asked_by
from hone.storage.paths import Paths

__all__ = ["DataService", "asked_by"]

SILENCE_SECONDS = 60.0
EVERYTHING = DataFilter()


class DataService:
    """Inspector processes, each started when it is needed: for short questions, long work, and searches.

    So rows are shown and previewed while a large file is inspected. Calls of the same kind from several
    threads take turns. All raise BadInput about what the user gave, Stopped after `stop`, WorkerLost when
    the process was killed, and HoneError when it was silent for too long or took too much memory; it is
    ended then, and the next call starts another. `tell` hears how many rows are done, and of how many
    (0: not known), in the thread of the call.
    """

    def __init__(
        self,
        paths: Paths,
        silence_seconds: float = SILENCE_SECONDS,
        memory_bytes: int = MEMORY_BYTES,
        large_bytes: int = 0,
    ) -> None:
        """Inspect files of more than `large_bytes` (0: as is usual) with several processes each."""
        self._large_bytes = large_bytes
        rows_log = paths.logs / "inspector-rows.log"
        self._short = InspectorProcess(rows_log, silence_seconds, memory_bytes, nice=0)
        self._long = InspectorProcess(paths.logs / "inspector.log", silence_seconds, memory_bytes)
        self._finding = InspectorProcess(paths.logs / "inspector-finding.log", silence_seconds, memory_bytes)

    def inspect(
        self,
        path: Path,
        reading: Reading = AS_FOUND,
        held_out: Sequence[Path] = (),
        suites: Sequence[Path] = (),
        thorough: bool = False,
        tell: Tell | None = None,
    ) -> Report:
        """Read a file, tell its format and find problems per row.

        Rows are compared with those of `held_out` and with the cases of `suites`; near duplicates are sought
        among all rows when `thorough`.
        """
        command = InspectData(
            path=path,
            reading=reading,
            held_out=tuple(held_out),
            suites=tuple(suites),
            thorough=thorough,
            large_bytes=self._large_bytes,
        )
        return self._long.ask(command, DataInspected, path, tell).report

    def columns(self, path: Path, reading: Reading = AS_FOUND) -> Columns:
        """Tell the columns of a file and what they could be."""
        return self._short.ask(LookAtColumns(path=path, reading=reading), ColumnsFound, path).columns

    def rows(self, path: Path, reading: Reading, first: int, count: int) -> RowsListed:
        """Return `count` rows from number `first` (from 1) on, fewer at the end of the file."""
        command = ListRows(path=path, reading=reading, first=first, count=count)
        return self._short.ask(command, RowsListed, path)

    def rows_at(self, path: Path, reading: Reading, numbers: Sequence[int]) -> RowsListed:
        """Return the rows with these numbers, in their order; numbers that there are not are left out."""
        command = ListRows(path=path, reading=reading, rows=tuple(numbers), count=0)
        return self._short.ask(command, RowsListed, path)

    def find(
        self,
        path: Path,
        reading: Reading,
        filter: DataFilter = EVERYTHING,  # noqa: A002 (the name of a change's field)
        kind: str = "",
        no_shape: str = "",
        look: int = 0,
        tell: Tell | None = None,
        against: Sequence[Path] = (),
    ) -> RowsFound:
        """Return the numbers of rows that match the filter and have a problem of `kind`, if one is given.

        With `no_shape`, only rows that cannot be written in this shape; only the first `look` rows are
        looked at (0: all), and those of a kind about overlaps are compared with the files `against`. It has
        a process of its own, ended by `stop_finding`.
        """
        command = FindRows(
            path=path,
            reading=reading,
            filter=filter,
            kind=kind,
            no_shape=no_shape,
            look=look,
            against=tuple(against),
        )
        return self._finding.ask(command, RowsFound, path, tell)

    def stop_finding(self) -> None:
        """End a search that is under way in another thread; safe at any time."""
        self._finding.stop()

    def preview_contents(
        self, contents: Sequence[str], shape: str, model: Path, context_length: int
    ) -> tuple[RenderedRow, ...]:
        """Render rows that are in no file, each JSON in the columns of `shape`; one answer for each."""
        command = RenderContents(
            contents=tuple(contents), shape=shape, model=model, context_length=context_length
        )
        return self._short.ask(command, RowsRendered, model).rows

    def preview(
        self,
        path: Path,
        reading: Reading,
        model: Path,
        rows: Sequence[int],
        context_length: int,
    ) -> tuple[RenderedRow, ...]:
        """Render the rows with these numbers as training would; rows that are left out are not among them."""
        command = PreviewRows(
            path=path, reading=reading, model=model, rows=tuple(rows), context_length=context_length
        )
        return self._short.ask(command, RowsRendered, path).rows

    def measure(
        self,
        path: Path,
        reading: Reading,
        model: Path,
        context_length: int,
        tell: Tell | None = None,
    ) -> TokenCounts:
        """Count the tokens of all usable rows."""
        command = MeasureData(path=path, reading=reading, model=model, context_length=context_length)
        return self._long.ask(command, DataMeasured, path, tell).counts

    def rewrite(
        self,
        path: Path,
        target: Path,
        reading: Reading = AS_FOUND,
        changes: Sequence[AnyChange] = (),
        shape: str = "",
        tell: Tell | None = None,
    ) -> DataRewritten:
        """Write the rows of `path` with `changes` made, in `shape` ("": their own), as the file `target`.

        The file is there whole or not at all, also when the call was stopped.
        """
        command = RewriteData(path=path, target=target, reading=reading, changes=tuple(changes), shape=shape)
        return self._long.ask(command, DataRewritten, path, tell)

    def examples(self, path: Path, reading: Reading = AS_FOUND) -> list[Example]:
        """Return all usable rows, read in this process."""
        return list(read_examples(path, reading))

    def stop(self, asker: object = None) -> None:
        """End the long calls of an asker (see `asked_by`; None: all) in other threads; safe at any time."""
        self._long.stop(asker)

    def close(self) -> None:
        """End the inspector processes; may be called twice."""
        self._short.close()
        self._long.close()
        self._finding.close()
