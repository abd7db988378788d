"""Rows of one version made into those of the next: streamed, so that a file may be larger than memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hone.data.formats import format_named
from hone.data.formats.base import Format, RowRefused
from hone.data.left_out import LeftOut
from hone.data.row_steps import grouped, looks_first, step_of
from hone.data.row_stream import RowSource, StreamRow, as_json_line, new_numbers
from hone.data.step import Look, Step
from hone.data.target_file import WorkingRoom, target_file
from hone.data.writing import check_target, row_file
from hone.domain.data_changes import AnyChange
from hone.domain.datasets import Reading
from hone.errors import BadInput


class Rewritten(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: rows, rows that could not be carried over, how the file is read again.

    `remarks` are sentences about what happened on the way.
    """

    rows: int
    left_out: int
    sha256: str
    reading: Reading
    remarks: tuple[str, ...] = ()


def rewrite(
    path: Path,
    reading: Reading,
    changes: Sequence[AnyChange],
    target: Path,
    shape: str = "",
    tell: Callable[[int, int], object] | None = None,
) -> Rewritten:
    """Write the rows of `path` with `changes` made, in `shape` ("": their own), as `target`.

    `tell` hears how many rows are done, and of how many (0: not known). `target` is there whole or not at
    all. Raises BadInput as DataFile does, for changes that fit no row, and when no row would be left.
    """
    wanted = format_named(shape) if shape else None
    if path.exists() and target.exists() and path.samefile(target):
        raise BadInput(
            f"{target} is the file that is read, which is never written over.", hint="Choose another name."
        )
    look = Look(tell, wanted)
    with WorkingRoom(target) as room:
        source, steps = RowSource(path, reading), list[Step]()
        for number, group in enumerate(grouped(changes)):
            if steps and looks_first(group[0]):
                source, steps = _kept(source, steps, room.place(f"{number}.jsonl"), look), []
            steps.append(step_of(group, source, look, room))
        rows, known = _running(source, steps, look)
        return _write(rows, wanted or known, wanted is not None, target, look)


def _running(source: RowSource, steps: Sequence[Step], look: Look) -> tuple[Iterator[StreamRow], Format]:
    """Return the rows as the steps make them, and their format."""
    rows, known = look.through(source), source.format
    for step in steps:
        rows, known = step.run(rows), step.format or known
    return rows, known


def _write(
    rows: Iterable[StreamRow], known: Format, is_converted: bool, target: Path, look: Look
) -> Rewritten:
    if target.suffix.lower() == ".jsonl":
        count, left_out, digest = _write_lines(rows, known, is_converted, target)
    else:
        count, left_out, digest = _write_otherwise(rows, known, is_converted, target)
    return Rewritten(
        rows=count,
        left_out=look.left_out + left_out.count,
        sha256=digest,
        reading=Reading(format=known.name),
        remarks=(*look.remarks, *left_out.remarks()),
    )


def _write_lines(
    rows: Iterable[StreamRow], known: Format, is_converted: bool, target: Path
) -> tuple[int, LeftOut, str]:
    """Write JSON lines: rows that nothing was done to, byte for byte as they were."""
    count, left_out = 0, LeftOut()
    with target_file(target) as file:
        for row in rows:
            try:
                line = _line_of(row, known, is_converted)
            except RowRefused as refused:
                left_out.add(row, refused)
                continue
            file.write(line + b"\n")
            count += 1
        if not count:
            raise left_out.everything()
        return count, left_out, file.sha256


def _write_otherwise(
    rows: Iterable[StreamRow], known: Format, is_converted: bool, target: Path
) -> tuple[int, LeftOut, str]:
    """Write a table, a JSON array, text or what else the target's ending says."""
    check_target(target, known.name)
    left_out = LeftOut()
    with row_file(target) as file:
        for row in rows:
            try:
                file.write(_values_of(row, known, is_converted))
            except RowRefused as refused:
                left_out.add(row, refused)
        if not file.rows:
            raise left_out.everything()
    return file.rows, left_out, file.sha256


def _kept(source: RowSource, steps: Sequence[Step], path: Path, look: Look) -> RowSource:
    """Write what the steps so far make of the rows, so that the next one can look at all of them."""
    numbers = new_numbers()
    rows, known = _running(source, steps, look)
    with target_file(path) as file:
        for row in rows:
            try:
                line = _line_of(row, known, is_converted=False)
            except RowRefused:
                look.left_out += 1
                continue
            file.write(line + b"\n")
            numbers.append(row.number)
        if not numbers:
            raise LeftOut().everything()
    return RowSource(path, Reading(format=known.name), numbers)


def _line_of(row: StreamRow, known: Format, is_converted: bool) -> bytes:
    """Return a row as a line; raises RowRefused when it cannot be written."""
    if row.raw is not None and not is_converted and row.format is known:
        return row.raw
    return as_json_line(_values_of(row, known, is_converted))


def _values_of(row: StreamRow, known: Format, is_converted: bool) -> dict[str, Any]:
    """Return a row's columns as they are written; raises RowRefused when they cannot be."""
    if row.values is None:
        raise RowRefused("not_json", "it is no row that can be read.", "Mend the file, or do without it.")
    if not is_converted and row.format is known:
        return row.values
    if row.example is None:
        assert row.refused is not None
        raise row.refused
    return known.write(row.example)
