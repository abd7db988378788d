"""Mending all rows with one kind of problem on their way to the next version."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from hone.data.checks import row_problems
from hone.data.fixes import FIXES, Fix, FixTask
from hone.data.row_problems import rows_with
from hone.data.row_stream import RowSource, StreamRow, new_numbers
from hone.data.step import Look, Step
from hone.data.target_file import WorkingRoom, target_file
from hone.domain.data_changes import ApplyFix
from hone.domain.datasets import Example, Reading
from hone.domain.problem_kinds import KIND_OF
from hone.errors import BadInput

_OVER_LONG = "over_long"
_SPLIT = "split_text"
_NEAR = "near_duplicate"
"""Sought among all rows, so that a later look, which may compare others, finds none."""
_BESIDE_OTHERS = frozenset({_NEAR, "contradiction"})
_MOST_LOOKS = 20


def fix_step(change: ApplyFix, source: RowSource, look: Look, room: WorkingRoom) -> Step:
    """Make the step that mends rows; raises BadInput when there is no such fix, or no such row."""
    kind = KIND_OF.get(change.kind)
    fix = FIXES.get(_SPLIT if change.kind == _OVER_LONG else kind.fix if kind is not None else "")
    if kind is None or fix is None:
        raise BadInput(
            f"There is no fix for {kind.title if kind is not None else change.kind!r}.",
            hint="Look at the rows and edit them, or leave them out.",
        )
    if change.kind == _OVER_LONG:
        return Step(_shortened(change, fix, look))
    places = _places(change, source, look, room)
    only = frozenset(change.rows)
    if not places and source.numbers is None:  # an earlier fix of the same change may have mended them
        raise BadInput(f"No row has the problem “{kind.title}” any more.", hint="Look at the problems again.")

    def is_meant(row: StreamRow) -> bool:
        return row.place in places and (not only or row.number in only)

    return Step(_mended(fix, FixTask(change.kind), is_meant, look))


def _places(change: ApplyFix, source: RowSource, look: Look, room: WorkingRoom) -> frozenset[int]:
    """Return the places of the rows to mend: those that have the problem, or have it once others are gone."""
    kind, against = change.kind, change.against
    thorough = kind == _NEAR
    found = set(rows_with(source.path, source.data.reading, kind, against, thorough, look.tell_first))
    reading = Reading(format=source.format.name)
    for number in range(_MOST_LOOKS if found and kind in _BESIDE_OTHERS and not change.rows else 0):
        path = room.place(f"look-{number}.jsonl")
        places = _written_without(source, found, path)
        more = (
            {places[row - 1] for row in rows_with(path, reading, kind, against, thorough)} if places else ()
        )
        path.unlink()
        if not more:
            break
        found.update(more)
    return frozenset(found)


def _written_without(source: RowSource, gone: set[int], path: Path) -> array[int]:
    """Write the rows that stay, and return their places in the source."""
    places = new_numbers()
    with target_file(path) as file:
        for row in source.rows():
            if row.values is not None and row.place not in gone:
                file.write(row.as_line() + b"\n")
                places.append(row.place)
    return places


def _mended(
    fix: Fix, task: FixTask, is_meant: Callable[[StreamRow], bool], look: Look
) -> Callable[[Iterator[StreamRow]], Iterator[StreamRow]]:
    def run(rows: Iterator[StreamRow]) -> Iterator[StreamRow]:
        changed = dropped = 0
        for row in rows:
            if not is_meant(row):
                yield row
                continue
            mended = [row.changed(values) for values in fix.apply(row, task)]
            sound = [each for each in mended if not _still_has(each, task.kind)]
            changed, dropped = changed + bool(sound), dropped + (not sound)
            yield from sound
        look.remarks.append(_told(task.kind, changed, dropped))

    return run


def _still_has(row: StreamRow, kind: str) -> bool:
    """Whether a mended row has the problem all the same, so that it must be left out."""
    if row.example is None:
        return True
    return any(problem.kind == kind for problem in row_problems(row.example))


def _shortened(
    change: ApplyFix, fix: Fix, look: Look
) -> Callable[[Iterator[StreamRow]], Iterator[StreamRow]]:
    """Split what is longer than the context of a model, which tells how long rows are."""
    if change.model is None or change.context_length < 1:
        raise BadInput(
            "Which rows are too long depends on the model.", hint="Choose a model and a context length first."
        )
    model, length, only = change.model, change.context_length, frozenset(change.rows)

    def run(rows: Iterator[StreamRow]) -> Iterator[StreamRow]:
        from hone.data.rendering import Renderer

        with Renderer.for_model(model) as renderer:

            def fits(example: Example) -> bool:
                return not renderer.render(example, length).is_cut

            changed = dropped = 0
            for row in rows:
                if (only and row.number not in only) or row.example is None or fits(row.example):
                    yield row
                    continue
                task = FixTask(change.kind, _text_test(row.example, fits))
                made = [row.changed(values) for values in fix.apply(row, task)]
                changed, dropped = changed + bool(made), dropped + (not made)
                yield from made
            look.remarks.append(_told(change.kind, changed, dropped))

    return run


def _text_test(example: Example, fits: Callable[[Example], bool]) -> Callable[[str], bool]:
    return lambda text: fits(msgspec.structs.replace(example, text=text))


def _told(kind: str, changed: int, dropped: int) -> str:
    """Say of how many rows a kind of problem was mended, and how many were left out."""
    said = []
    if changed:
        said.append(f"{changed:,} {'row was' if changed == 1 else 'rows were'} changed")
    if dropped:
        said.append(f"{dropped:,} {'row was' if dropped == 1 else 'rows were'} left out")
    return f"{KIND_OF[kind].title}: {' and '.join(said) or 'no row was changed'}."
