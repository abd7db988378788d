"""The short way through plain files of JSON lines, whole or in parts that are read at once."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from hone.data.not_data import unreadable
from hone.data.problem_list import NOWHERE, Kept
from hone.data.quick_rows import QuickReader
from hone.data.quick_scan import NotQuick, QuickScan
from hone.data.readers.json_lines import parse_line
from hone.data.scanning import Gathered, Part, Scan, ScanPlan
from hone.domain.datasets import Problem

if TYPE_CHECKING:
    from hone.data.reading import DataFile

Tell = Callable[[int, int], None]

_BLOCK = 2**19  # bytes read at once: what a processor keeps near while it looks at them many times
_LONGEST = 32 * 2**20  # bytes of a line that are read this way; longer ones are read by the usual reader
PART_BYTES = 32 * 2**20


class ByteRange(msgspec.Struct, frozen=True):
    """A part of a file, from the beginning of a line to the end of one."""

    start: int
    end: int


ScanParts = Callable[["DataFile", ScanPlan, Sequence[ByteRange], Tell | None], Generator[Part]]
"""Scans parts of a file in other processes, and gives them in the order of the file; raises NotQuick."""


def cut(data: DataFile, size: int = PART_BYTES) -> list[ByteRange]:
    """Cut a file into ranges of whole lines, of about `size` bytes."""
    path, end = data.opened.path, data.opened.size_bytes
    try:
        with path.open("rb") as file:
            starts = [0]
            while starts[-1] + size < end:
                file.seek(starts[-1] + size)
                if len(file.readline(_LONGEST)) >= _LONGEST:
                    raise NotQuick
                starts.append(min(file.tell(), end))
    except OSError as error:
        raise unreadable(path, error) from error
    return [
        ByteRange(start, stop) for start, stop in zip(starts, [*starts[1:], end], strict=True) if start < stop
    ]


def scan_range(
    data: DataFile,
    reader: QuickReader,
    plan: ScanPlan,
    part: ByteRange,
    tell: Callable[[int], None] | None = None,
) -> Part:
    """Scan one range; rows and lines are numbered from its beginning. Raises NotQuick."""
    quick = QuickScan(data, reader, Scan(plan))
    collecting = gc.isenabled()
    gc.disable()  # rows leave no cycles, and looking for some after every few hundred costs a tenth
    try:
        for block, offset in _blocks(data, part):
            quick.add(block, offset)
            if tell is not None:
                tell(quick.scan.rows)
    finally:
        if collecting:
            gc.enable()
    return quick.scan.part()


def scan_in_parts(
    data: DataFile, plan: ScanPlan, tell: Tell | None, scan_parts: ScanParts, ranges: Sequence[ByteRange]
) -> Gathered:
    """Scan a large file by other processes."""
    gathered = Gathered(watched=plan.watched)
    with contextlib.closing(scan_parts(data, plan, ranges, tell)) as parts:
        for part in parts:
            gathered.absorb(part)
    data.opened.refuse_changed()
    return gathered


def scan_quickly(data: DataFile, reader: QuickReader, plan: ScanPlan, tell: Tell | None) -> Gathered:
    """Scan a file in this process."""
    gathered = Gathered(watched=plan.watched)
    for part in cut(data):
        done = gathered.rows

        def told(rows: int, done: int = done) -> None:
            if tell is not None:
                tell(done + rows, 0)

        gathered.absorb(scan_range(data, reader, plan, part, told))
    data.opened.refuse_changed()
    return gathered


def read_again(data: DataFile, kept: Kept) -> Problem:
    """Tell a problem with the true number of its row, for problems found in a part of the file."""
    if kept.offset == NOWHERE:
        return kept.problem
    told = kept.problem
    try:
        with data.opened.path.open("rb") as file:
            file.seek(kept.offset)
            raw = file.readline().removesuffix(b"\n")
    except OSError as error:
        raise unreadable(data.opened.path, error) from error
    _, problems = data.row_of(parse_line(told.row, told.line, raw))
    return next((each for each in problems if each.kind == told.kind), told)


def _blocks(data: DataFile, part: ByteRange) -> Iterator[tuple[bytes, int]]:
    """Give whole lines of a range in blocks, with the place of the first in the file."""
    path = data.opened.path
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(part.start)
            place, rest = part.start, b""
            while (left := part.end - place - len(rest)) > 0 and (chunk := file.read(min(_BLOCK, left))):
                data_read = rest + chunk
                end = data_read.rfind(b"\n") + 1
                if len(data_read) - end > _LONGEST:
                    raise NotQuick
                if end:
                    yield data_read[:end], place
                place, rest = place + end, data_read[end:]
            if rest:
                yield rest, place
    except OSError as error:
        raise unreadable(path, error) from error
