"""Rows of several data sets mixed by weight: no row twice, shuffled by a seed."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from hone.data.formats import format_named
from hone.data.formats.base import Format, RowRefused
from hone.data.row_draws import keys_of
from hone.data.row_stream import RowSource, StreamRow, as_json_line
from hone.data.step import Look, Step
from hone.data.target_file import WorkingRoom, told
from hone.domain.data_changes import Mix, MixPart
from hone.domain.datasets import Shape
from hone.errors import BadInput

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_DIALOGUES = frozenset({Shape.MESSAGES, Shape.ALPACA, Shape.PROMPT_COMPLETION, Shape.SHAREGPT})


def mix_rows(mix: Mix, look: Look, room: WorkingRoom) -> Step:
    """Make the step that gives the mixed rows; rows that came before it do not count.

    Raises BadInput for weights that are none, for a set that is named twice, and for shapes that cannot
    stand in one file.
    """
    _refuse_unfit(mix)
    sources = [RowSource(part.path, part.reading) for part in mix.sources]
    known = look.wanted or _common(mix, sources)

    def run(rows: Iterator[StreamRow]) -> Iterator[StreamRow]:
        drawn = _keys(sources, mix, look)
        available = [len(places) for places in drawn]
        counts = share_out([part.weight for part in mix.sources], available, mix.rows)
        _tell_ends(mix, counts, available, look)
        chosen = [places[:count] for places, count in zip(drawn, counts, strict=True)]
        yield from _shuffled(sources, chosen, known, mix.seed, look, room)

    return Step(run, known)


def share_out(weights: Sequence[float], available: Sequence[int], rows: int) -> list[int]:
    """Return how many rows each set gives: by weight, and never more than it has.

    With `rows` 0 the first set that is used up ends it. Otherwise sets with rows left stand in for those
    that have run out, by their weights.
    """
    if rows <= 0:
        sets = list(zip(weights, available, strict=True))
        scale = min(have / weight for weight, have in sets)
        return [min(have, int(scale * weight + 1e-9)) for weight, have in sets]
    counts = [0] * len(weights)
    left = min(rows, sum(available))
    while left:
        open_sets = [place for place, have in enumerate(available) if counts[place] < have]
        total = sum(weights[place] for place in open_sets)
        exact = {place: left * weights[place] / total for place in open_sets}
        given = {place: min(int(exact[place]), available[place] - counts[place]) for place in open_sets}
        if not any(given.values()):  # fewer rows than sets are left: those with the largest remainders
            for place in sorted(open_sets, key=lambda each: -exact[each])[:left]:
                given[place] = 1
        for place, count in given.items():
            counts[place] += count
            left -= count
    return counts


def _keys(sources: Sequence[RowSource], mix: Mix, look: Look) -> list[Array]:
    """Return the places of each set's rows in the order drawn; a row in several sets is of the first."""
    import numpy as np

    taken = np.zeros(0, np.uint64)
    found, twice = [], 0
    for source in sources:
        keys, readable = keys_of(look.through(source), mix.seed)
        again = np.isin(keys, taken)
        places = np.flatnonzero(readable & ~again)
        twice += int((readable & again).sum())
        look.left_out += int((~readable).sum())
        found.append(places[np.argsort(keys[places], kind="stable")])
        taken = np.union1d(taken, keys[places])
    if twice:
        said = "1 row stands" if twice == 1 else f"{twice:,} rows stand"
        look.remarks.append(f"{said} in several of the sets and {'counts' if twice == 1 else 'count'} once.")
    return found


def _shuffled(
    sources: Sequence[RowSource],
    chosen: Sequence[Array],
    known: Format,
    seed: int,
    look: Look,
    room: WorkingRoom,
) -> Iterator[StreamRow]:
    """Give the rows in an order drawn by the seed: written one after the other first, then read by place."""
    import numpy as np

    path, offsets = room.place("mixed.jsonl"), array("q", [0])
    with _opened(path) as file:
        for source, places in zip(sources, chosen, strict=True):
            wanted = np.zeros(int(places.max()) + 1 if len(places) else 0, np.bool_)
            wanted[places] = True
            for row in look.through(source):
                if row.place > len(wanted) or not wanted[row.place - 1]:
                    continue
                line = _line(row, known)
                if line is None:
                    look.left_out += 1
                    continue
                with told(path):
                    file.write(line + b"\n")
                offsets.append(offsets[-1] + len(line) + 1)
    order = np.random.default_rng(seed & 0xFFFFFFFFFFFFFFFF).permutation(len(offsets) - 1)
    with path.open("rb") as file:
        for place in order.tolist():
            file.seek(offsets[place])
            line = file.read(offsets[place + 1] - offsets[place]).rstrip(b"\n")
            yield StreamRow(known, 0, 0, msgspec.json.decode(line), raw=line)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    with told(path):
        file = path.open("wb")
    try:
        yield file
        with told(path):
            file.close()
    finally:
        with suppress(OSError):  # what is buffered still has no room on a full disk
            file.close()


def _line(row: StreamRow, known: Format) -> bytes | None:
    if row.format is known and row.values is not None:
        return row.as_line()
    try:
        return as_json_line(known.write(row.example)) if row.example is not None else None
    except RowRefused:
        return None


def _tell_ends(mix: Mix, counts: Sequence[int], available: Sequence[int], look: Look) -> None:
    for part, count, have in zip(mix.sources, counts, available, strict=True):
        name = part.name or part.path.name
        if count == have:
            look.remarks.append(f"All {have:,} rows of {name} are in it; it ran out.")
        else:
            look.remarks.append(f"{count:,} of {have:,} rows of {name} are in it.")
    if mix.rows > sum(available):
        look.remarks.append(f"{mix.rows:,} rows were wanted; together the sets have {sum(available):,}.")


def fit_together(formats: Collection[str]) -> bool:
    """Whether rows of these formats can stand in one file."""
    return len(set(formats)) < 2 or set(formats) <= _DIALOGUES


def _common(mix: Mix, sources: Sequence[RowSource]) -> Format:
    """Return the format that all rows can be written in."""
    formats = {source.format.name: source.format for source in sources}
    if len(formats) == 1:
        return sources[0].format
    if set(formats) <= _DIALOGUES:
        return format_named(Shape.MESSAGES)
    names = ", ".join(
        f"{_name(part)} ({source.format.label})" for part, source in zip(mix.sources, sources, strict=True)
    )
    raise BadInput(
        f"These sets cannot stand in one file: {names}.",
        hint="Mix sets of one kind: conversations, texts, or comparisons of replies.",
    )


def _refuse_unfit(mix: Mix) -> None:
    if not mix.sources:
        raise BadInput("There is nothing to mix.", hint="Choose at least two data sets.")
    if mix.rows < 0:
        raise BadInput("A mix cannot have fewer than 0 rows.", hint="Give 0 for as many as there are.")
    seen: set[tuple[str, str]] = set()
    for part in mix.sources:
        if not 0 < part.weight < float("inf"):
            raise BadInput(
                f"The weight {part.weight:g} of {_name(part)} is none.", hint="Give a number above 0."
            )
        place = (str(part.path.absolute()), part.reading.part)
        if place in seen:
            raise BadInput(
                f"{_name(part)} stands twice in the mix, and no row is taken twice.",
                hint="Name it once, with a higher weight.",
            )
        seen.add(place)


def _name(part: MixPart) -> str:
    return part.name or part.path.name
