"""Problems of rows beside other rows, counted and the first of them told."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

from hone.data.problem_list import MOST_PROBLEMS
from hone.data.row_comparison import Beside, beside_each_other, sentence, standing_elsewhere
from hone.data.row_gathering import gather_others
from hone.data.scanning import Gathered
from hone.domain.datasets import Problem


def add_beside(gathered: Gathered, held_out: Sequence[Path], suites: Sequence[Path]) -> None:
    """Compare the rows with each other and with those of other files, and add what is wrong."""
    for beside in beside_each_other(gathered):
        _add(gathered, [beside])
    for kind, paths in (("held_out_overlap", held_out), ("suite_overlap", suites)):
        _add(gathered, [standing_elsewhere(gathered, gather_others(path), kind, path.name) for path in paths])


def _add(gathered: Gathered, found: Sequence[Beside]) -> None:
    """Add problems of one kind; a row that stands in several files has the problem once."""
    first: dict[int, tuple[Beside, int]] = {}
    for beside in found:
        for place, row in enumerate(beside.rows.tolist()):
            first.setdefault(row, (beside, place))
    if not first:
        return
    rows = array("q", sorted(first))
    problems = []
    for row in rows[:MOST_PROBLEMS]:
        beside, place = first[row]
        message, hint = sentence(beside, place)
        problems.append(
            Problem(
                row=row,
                line=gathered.line_of(row),
                kind=beside.kind,
                message=message,
                hint=hint,
                other=int(beside.others[place]),
            )
        )
    gathered.problems.add_pairs(found[0].kind, problems, rows)
