"""Reading all rows of a file once, in this process or in several, and gathering what is told of them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from hone.data.formats.base import RowRefused
from hone.data.quick_parts import PART_BYTES, ScanParts, cut, scan_in_parts, scan_quickly
from hone.data.quick_rows import quick_reader
from hone.data.quick_scan import NotQuick
from hone.data.reading import DataFile
from hone.data.records import Record
from hone.data.scanning import ALL, LANGUAGE_ROWS, Gathered, Scan, ScanPlan
from hone.domain.datasets import Example

Tell = Callable[[int, int], None]

COMPARED_ROWS = 20_000
"""How many rows a file may have at most for all of them to be compared, when it is to cost little time."""

_COMPARED_OF_MORE = 10_000  # about; rows that begin alike are compared or left out together
_MOST_COMPARED = 3 * COMPARED_ROWS
_MOST_THOROUGH = 5_000_000  # rows; each takes 128 bytes, and three times that while they are compared
_DRAWN = 4 * LANGUAGE_ROWS  # about as many rows are looked at for the sample, more than it needs
_TELL_EVERY = 500
LARGE = 64 * 2**20
"""Bytes of a file from which on it is read in parts, by several processes."""


def plan_for(data: DataFile, thorough: bool = False, asks: bool = False, watched: str = "") -> ScanPlan:
    """Decide how many rows are compared for near duplicates."""
    if thorough:
        return ScanPlan(near_limit=ALL, most_near=_MOST_THOROUGH, asks=asks, watched=watched)
    rows = estimated_rows(data)
    return ScanPlan(
        near_limit=ALL if rows <= COMPARED_ROWS else ALL * _COMPARED_OF_MORE // rows,
        most_near=_MOST_COMPARED,
        asks=asks,
        watched=watched,
        sample_limit=min(ALL, ALL * _DRAWN // rows),
    )


def estimated_rows(data: DataFile) -> int:
    """Estimate from the size of the first rows how many there are."""
    records = [each for each in data.opened.sample(50) if isinstance(each, Record)]
    size = sum(len(str(record.values).encode("utf-8", "surrogatepass")) for record in records)
    return max(1, data.opened.size_bytes * len(records) // max(1, size))


def gather(
    data: DataFile,
    plan: ScanPlan,
    tell: Tell | None = None,
    scan_parts: ScanParts | None = None,
    large: int = LARGE,
) -> Gathered:
    """Read every row. Lines of plain files take a shorter way, with the same results.

    Files of more than `large` bytes are read by `scan_parts`, if it is given.
    """
    tell = _with_total(tell, estimated_rows(data)) if tell is not None else None
    if data.opened.quick and (reader := quick_reader(data)) is not None:
        try:
            if scan_parts is not None and data.opened.size_bytes > large:
                return scan_in_parts(data, plan, tell, scan_parts, cut(data, min(PART_BYTES, large // 2)))
            return scan_quickly(data, reader, plan, tell)
        except NotQuick:
            pass  # its lines cannot be told by their bytes alone
    return gather_plainly(data, plan, tell)


def _with_total(tell: Tell, total: int) -> Tell:
    return lambda done, _: tell(done, max(total, done))


def gather_plainly(data: DataFile, plan: ScanPlan, tell: Tell | None = None) -> Gathered:
    """Read every row as its reader and its format give it."""
    scan = Scan(plan)
    for number, record in enumerate(data.opened.records(), start=1):
        example, problems = data.row_of(record)
        scan.add(example, problems, record.row, record.line)
        if tell is not None and number % _TELL_EVERY == 0:
            tell(number, 0)
    gathered = Gathered(watched=plan.watched)
    gathered.absorb(scan.part())
    return gathered


def gather_others(path: Path) -> Gathered:
    """Read what rows of a file ask, whether they can be trained on or not (test cases have no replies)."""
    data = DataFile(path)
    scan = Scan(ScanPlan(near_limit=ALL, most_near=_MOST_COMPARED, asks=True))
    for example in _readable(data):
        scan.add(example, [], example.row, example.line)
    gathered = Gathered()
    gathered.absorb(scan.part())
    return gathered


def _readable(data: DataFile) -> Iterator[Example]:
    for record in data.opened.records():
        if isinstance(record, Record):
            with contextlib.suppress(RowRefused):
                yield data.read(record)
