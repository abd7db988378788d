"""Rows written to files, of the kind that the file's ending says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import msgspec

from hone.data.packing import packed
from hone.data.parquet_file import ParquetRows
from hone.data.row_writers import JsonArrayRows, JsonLineRows, TableRows, TextRows
from hone.data.target_file import TargetFile, target_file
from hone.errors import BadInput


class RowWriter(Protocol):
    """Takes rows one by one; `finish` writes what must stand at the end, `close` gives back what it held."""

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row; raises RowRefused when this kind of file cannot hold it."""

    def finish(self) -> None:
        """Write the rest."""

    def close(self) -> None:
        """Give back files that were held."""


class _Kind(msgspec.Struct, frozen=True):
    """A kind of file: its endings, and what writes it.

    `packable`: gzip and zstd make sense. `shapes` are those of its rows, empty for all.
    """

    suffixes: tuple[str, ...]
    make: Callable[[Callable[[bytes], object], Path], RowWriter]
    packable: bool = True
    shapes: tuple[str, ...] = ()


_KINDS = (
    _Kind((".jsonl", ".ndjson"), lambda write, _: JsonLineRows(write)),
    _Kind((".json",), lambda write, _: JsonArrayRows(write)),
    _Kind((".csv",), lambda write, room: TableRows(write, room, ",")),
    _Kind((".tsv",), lambda write, room: TableRows(write, room, "\t")),
    _Kind((".txt",), lambda write, _: TextRows(write), shapes=("text",)),
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
    if kind.shapes and shape not in kind.shapes:
        possible = " or ".join(kind.shapes)
        raise BadInput(
            f"{target.name} holds rows of the shape {possible} only; these have the shape {shape}.",
            hint=f"Name it .jsonl, or convert the rows to {possible}.",
        )


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
