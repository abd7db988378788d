"""All rows with one kind of problem, which is what a fix is applied to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hone.data.reading import DataFile
from hone.domain.datasets import AS_FOUND, Reading


def rows_with(
    path: Path, reading: Reading = AS_FOUND, kind: str = "", against: Sequence[Path] = ()
) -> list[int]:
    """Return the numbers of all rows with a problem of this kind, in order.

    `against` are the files that held-out rows or test cases stand in. Raises BadInput as DataFile does.
    """
    rows = []
    for example, problems in DataFile(path, reading).rows():
        number = problems[0].row if example is None else example.row
        if any(problem.kind == kind for problem in problems):
            rows.append(number)
    return rows
