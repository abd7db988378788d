"""All rows with one kind of problem, which is what a fix is applied to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from hone.data.beside_rows import add_beside
from hone.data.reading import DataFile
from hone.data.row_gathering import gather, plan_for
from hone.domain.datasets import AS_FOUND, Reading

Tell = Callable[[int, int], None]


def rows_with(
    path: Path,
    reading: Reading = AS_FOUND,
    kind: str = "",
    against: Sequence[Path] = (),
    thorough: bool = False,
    tell: Tell | None = None,
) -> list[int]:
    """Return the numbers of all rows with a problem of this kind, in order.

    `against` are the files that held-out rows or test cases stand in; near duplicates are sought among all
    rows when `thorough`, else among those that `inspect` looks at. `tell` hears how many rows are read, of
    about how many (0: not known). Raises BadInput as DataFile does.
    """
    overlap = kind in _OVERLAPS
    data = DataFile(path, reading)
    plan = plan_for(data, thorough=thorough, asks=overlap, watched=kind)
    gathered = gather(data, plan, tell)
    if kind in _BESIDE:
        suites = against if kind == "suite_overlap" else ()
        add_beside(gathered, () if suites else against, suites)
    return sorted(set(gathered.problems.watched_rows))


_OVERLAPS = frozenset({"held_out_overlap", "suite_overlap"})
_BESIDE = _OVERLAPS | {"duplicate", "near_duplicate", "contradiction"}
