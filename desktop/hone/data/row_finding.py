"""Rows that match: by what they say, by a kind of problem, or because a shape cannot hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from hone.data.filtering import Matching
from hone.data.formats import format_named
from hone.data.formats.base import Format, RowRefused
from hone.data.reading import DataFile
from hone.data.records import Found, Record
from hone.data.row_problems import rows_with
from hone.domain.data_changes import DataFilter
from hone.domain.datasets import AS_FOUND, Example, Reading

_TELL_EVERY = 500
EVERYTHING = DataFilter()


def find_rows(
    path: Path,
    reading: Reading = AS_FOUND,
    filter: DataFilter = EVERYTHING,  # noqa: A002 (the name of a change's field)
    kind: str = "",
    no_shape: str = "",
    look: int = 0,
    tell: Callable[[int, int], None] | None = None,
    against: Sequence[Path] = (),
) -> tuple[tuple[int, ...], int]:
    """Return the numbers of the rows that match, in order, and how many rows were looked at.

    All that is given must hold: the filter, a problem of `kind`, not to be written in `no_shape`. Rows that
    cannot be read match only a `kind`; `against` are the files that a kind compares rows with. Only the
    first `look` rows are looked at (0: all). Raises BadInput as DataFile does, and for a filter that is none.
    """
    with_kind = frozenset(rows_with(path, reading, kind, against, tell=tell)) if kind else None
    if with_kind is not None and filter == EVERYTHING and not no_shape and not look:
        return tuple(sorted(with_kind)), len(with_kind)
    data = DataFile(path, reading)
    matches = _test(data, filter, no_shape)
    found: list[int] = []
    looked = 0
    for looked, item in enumerate(islice(data.opened.records(), look or None), start=1):
        if tell is not None and not looked % _TELL_EVERY:
            tell(looked, 0)
        if (with_kind is None or item.row in with_kind) and matches(item):
            found.append(item.row)
    return tuple(found), looked


def _test(data: DataFile, wanted: DataFilter, no_shape: str) -> Callable[[Found], bool]:
    """Return what tells whether a row matches a filter and cannot be written in a shape."""
    fits = Matching(wanted) if wanted != EVERYTHING else None
    shape = format_named(no_shape) if no_shape else None

    def matches(item: Found) -> bool:
        if fits is None and shape is None:
            return True
        example = _read(data, item)
        if example is None or not isinstance(item, Record):
            return False
        if fits is not None and not fits.row(example, item.get):
            return False
        return shape is None or not _can_write(shape, example)

    return matches


def _read(data: DataFile, item: Found) -> Example | None:
    """Return the row, also one that training leaves out; None when it cannot be read."""
    try:
        return data.read(item) if isinstance(item, Record) else None
    except RowRefused:
        return None


def _can_write(shape: Format, example: Example) -> bool:
    try:
        shape.write(example)
    except RowRefused:
        return False
    return True
