"""The steps that rows go through on their way to the next version: one kind of change after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from hone.data.filtering import Matching
from hone.data.fix_step import fix_step
from hone.data.formats.base import Format, RowRefused
from hone.data.mixing import mix_rows
from hone.data.row_draws import drawn
from hone.data.row_stream import RowSource, StreamRow, given_row
from hone.data.split import held_out_places
from hone.data.step import Look, Step
from hone.data.target_file import WorkingRoom
from hone.domain.data_changes import (
    AddRows,
    AnyChange,
    AppendRows,
    ApplyFix,
    DropRows,
    KeepMatching,
    KeepPart,
    Mix,
    ReplaceRow,
    Sample,
)

if TYPE_CHECKING:
    import numpy as np

Rows = Iterator[StreamRow]


def grouped(changes: Sequence[AnyChange]) -> list[list[AnyChange]]:
    """Put edits of rows that follow each other together: they are one step, however many there are."""
    groups: list[list[AnyChange]] = []
    for change in changes:
        if groups and isinstance(change, ReplaceRow) and isinstance(groups[-1][0], ReplaceRow):
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def looks_first(change: AnyChange) -> bool:
    """Whether a change must see all rows before it can be made to the first."""
    return isinstance(change, ApplyFix | Sample | KeepPart)


def step_of(group: Sequence[AnyChange], source: RowSource, look: Look, room: WorkingRoom) -> Step:
    """Make the step of a change, or of edits that follow each other; `source` is what it is made to."""
    change = group[0]
    match change:
        case DropRows():
            return Step(_without(frozenset(change.rows), look))
        case ReplaceRow():
            edits = [each for each in group if isinstance(each, ReplaceRow)]
            return Step(_edited(edits, source.format, look))
        case AddRows():
            return Step(_added(change, source.format))
        case AppendRows():
            return Step(_appended(change, source.format, look))
        case ApplyFix():
            return fix_step(change, source, look, room)
        case KeepMatching():
            return Step(_matching(Matching(change.filter)))
        case Sample():
            return Step(_chosen(drawn(source, change, look), True))
        case KeepPart():
            places = held_out_places(source, change.split, look)
            return Step(_chosen(places, change.held_out))
        case Mix():
            return mix_rows(change, look, room)


def _without(numbers: frozenset[int], look: Look) -> Callable[[Rows], Rows]:
    def run(rows: Rows) -> Rows:
        yield from (row for row in rows if row.number not in numbers)
        look.refuse_unknown(numbers)

    return run


def _edited(edits: Sequence[ReplaceRow], known: Format, look: Look) -> Callable[[Rows], Rows]:
    made = {each.row: given_row(known, each.content, f"Row {each.row:,}") for each in edits}

    def run(rows: Rows) -> Rows:
        for row in rows:
            new = made.get(row.number)
            yield row if new is None or new.values is None else row.changed(new.values)
        look.refuse_unknown(made)

    return run


def _added(change: AddRows, known: Format) -> Callable[[Rows], Rows]:
    made = [
        given_row(known, content, f"Added row {number:,}")
        for number, content in enumerate(change.contents, start=1)
    ]
    return lambda rows: chain(rows, made)


def _appended(change: AppendRows, known: Format, look: Look) -> Callable[[Rows], Rows]:
    other = RowSource(change.path, change.reading)

    def run(rows: Rows) -> Rows:
        yield from rows
        count = 0
        for row in other.rows():
            if row.number <= change.after:
                continue
            added = _as_format(row, known)
            if added is None:
                look.left_out += 1
                continue
            count += 1
            yield added
        look.remarks.append(f"{count:,} rows were added." if count != 1 else "1 row was added.")

    return run


def _as_format(row: StreamRow, known: Format) -> StreamRow | None:
    """Return a row of another file as one of this format, None when it cannot be."""
    if row.values is None:
        return None
    if row.format is known:
        return StreamRow(known, 0, 0, row.values, raw=row.raw)
    try:
        return StreamRow(known, 0, 0, known.write(row.example)) if row.example is not None else None
    except RowRefused:
        return None


def _matching(fits: Matching) -> Callable[[Rows], Rows]:
    def run(rows: Rows) -> Rows:
        for row in rows:
            if row.example is not None and fits.row(row.example, row.column):
                yield row

    return run


def _chosen(places: np.ndarray[Any, Any], wanted: bool) -> Callable[[Rows], Rows]:
    return lambda rows: (row for row in rows if bool(places[row.place - 1]) is wanted)
