"""Rows written to files, of the kind that the file's ending says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import msgspec

from hone.data.formats import format_named
from hone.data.formats.base import RowRefused
from hone.data.packing import packed
from hone.data.parquet_file import ParquetRows
from hone.data.row_writers import JsonArrayRows, JsonLineRows, TableRows, TextRows
from hone.data.target_file import TargetFile, target_file
from hone.domain.datasets import Example, Problem
from hone.errors import BadInput

MOST_PROBLEMS = 500
_TELL_EVERY = 200


class RowWriter(Protocol):
    """Takes rows one by one; `finish` writes what must stand at the end, `close` gives back what it held."""

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row; raises RowRefused when this kind of file cannot hold it."""

    def finish(self) -> None:
        """Write the rest."""

    def close(self) -> None:
        """Give back files that were held."""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What was written. `refused` are the first 500 rows that the shape or the file cannot hold."""

    rows: int
    sha256: str
    refused: tuple[Problem, ...] = ()
    refused_count: int = 0


class _Kind(msgspec.Struct, frozen=True):
    """A kind of file: its endings, and what writes it. `packable`: gzip and zstd make sense."""

    suffixes: tuple[str, ...]
    make: Callable[[Callable[[bytes], object], Path], RowWriter]
    packable: bool = True


_KINDS = (
    _Kind((".jsonl", ".ndjson"), lambda write, _: JsonLineRows(write)),
    _Kind((".json",), lambda write, _: JsonArrayRows(write)),
    _Kind((".csv",), lambda write, room: TableRows(write, room, ",")),
    _Kind((".tsv",), lambda write, room: TableRows(write, room, "\t")),
    _Kind((".txt",), lambda write, _: TextRows(write)),
    _Kind((".parquet",), ParquetRows, packable=False),
)
_PACKED = (".gz", ".zst")
ENDINGS = tuple(suffix for kind in _KINDS for suffix in kind.suffixes)


class RowFile:
    """A file that rows are written to; `rows` counts them."""

    def __init__(self, writer: RowWriter, target: TargetFile) -> None:
        self._writer = writer
        self._target = target
        self.rows = 0

    @property
    def sha256(self) -> str:
        """The digest of the whole file, once all rows are written and the block has ended."""
        return self._target.sha256

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row; raises RowRefused when this kind of file cannot hold it."""
        self._writer.write(row)
        self.rows += 1


@contextmanager
def row_file(target: Path) -> Iterator[RowFile]:
    """Write rows beside `target`, of the kind that its ending says, and put them in its place at the end.

    Raises BadInput for an ending that rows are not written as, HoneError when the disk is full or the
    folder cannot be written. Whatever goes wrong, `target` stays as it was.
    """
    kind, packing = _kind_of(target)
    with target_file(target) as file, packed(file.write, packing) as write:
        # Where the folder cannot be written, opening the target has said so before this.
        writer = kind.make(write, target.parent)
        try:
            yield RowFile(writer, file)
            writer.finish()
        finally:
            writer.close()


def check_target(target: Path, shape: str) -> None:
    """Refuse a file that rows of a shape cannot be written as; raises BadInput."""
    kind, _ = _kind_of(target)
    if ".txt" in kind.suffixes and shape != "text":
        raise BadInput(
            f"{target.name} would be running text, which rows of the shape {shape} are not.",
            hint="Name it .jsonl, or convert the rows to the shape `text`.",
        )


def write_rows(
    examples: Iterable[Example], shape: str, target: Path, tell: Callable[[int], object] | None = None
) -> Written:
    """Write examples in a shape; rows that the shape cannot hold are left out and told.

    `tell` hears now and then how many rows are done. Raises BadInput when no row can be written, and as
    `row_file` does.
    """
    check_target(target, shape)
    write = format_named(shape).write
    refused: list[Problem] = []
    count = 0
    with row_file(target) as file:
        for number, example in enumerate(examples, start=1):
            try:
                file.write(write(example))
            except RowRefused as problem:
                count += 1
                if len(refused) < MOST_PROBLEMS:
                    refused.append(_told(example, problem))
            if tell is not None and number % _TELL_EVERY == 0:
                tell(number)
        if not file.rows:
            raise _nothing_written(target, shape, refused)
    return Written(rows=file.rows, sha256=file.sha256, refused=tuple(refused), refused_count=count)


def _kind_of(target: Path) -> tuple[_Kind, str]:
    suffixes = [suffix.lower() for suffix in target.suffixes[-2:]]
    packing = suffixes.pop() if suffixes and suffixes[-1] in _PACKED else ""
    suffix = suffixes[-1] if suffixes else ""
    for kind in _KINDS:
        if suffix in kind.suffixes and (kind.packable or not packing):
            return kind, packing
    raise BadInput(
        f"{target.name} has no ending that rows are written as.",
        hint=f"Name it with one of {', '.join(ENDINGS)}; all but .parquet may be followed by .gz or .zst.",
    )


def _told(example: Example, problem: RowRefused) -> Problem:
    return Problem(
        row=example.row,
        line=example.line,
        kind=problem.kind,
        message=problem.message,
        hint=problem.hint,
        fatal=True,
    )


def _nothing_written(target: Path, shape: str, refused: list[Problem]) -> BadInput:
    if not refused:
        return BadInput(f"There are no rows to write to {target.name}.", hint="Choose a file with rows.")
    first = refused[0]
    where = f"row {first.row:,}: " if first.row else ""
    return BadInput(
        f"No row can be written as {shape}, so {target.name} was not written; {where}{first.message}",
        hint=first.hint,
    )
