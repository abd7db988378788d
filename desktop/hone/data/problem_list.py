"""Counting all problems of a file while only the first are kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import msgspec

from hone.domain.datasets import Problem, ProblemGroup
from hone.domain.problem_kinds import KIND_OF

MOST_PROBLEMS = 500
MOST_ROWS = 100
NOWHERE = -1


class Kept(msgspec.Struct, frozen=True):
    """A problem, and at which byte of the file its row begins (NOWHERE: not known)."""

    problem: Problem
    offset: int = NOWHERE


class CountedKind(msgspec.Struct):
    """How many rows have a kind of problem, the first of them, and their problems."""

    count: int = 0
    rows: list[int] = []
    fatal: bool = False
    kept: list[Kept] = []


class ProblemList(msgspec.Struct):
    """Problems by kind; of each the first are kept. `watched` is a kind all of whose rows are noted."""

    kinds: dict[str, CountedKind] = {}
    watched: str = ""
    watched_rows: list[int] = []

    @property
    def count(self) -> int:
        """How many problems there are."""
        return sum(kind.count for kind in self.kinds.values())

    def add(self, problem: Problem, offset: int = NOWHERE) -> None:
        """Count a problem, and keep it when it is among the first."""
        kind = self.kinds.setdefault(problem.kind, CountedKind())
        kind.count += 1
        kind.fatal = kind.fatal or problem.fatal
        if len(kind.rows) < MOST_ROWS:
            kind.rows.append(problem.row)
        if len(kind.kept) < MOST_PROBLEMS:
            kind.kept.append(Kept(problem, offset))
        if problem.kind == self.watched:
            self.watched_rows.append(problem.row)

    def add_pairs(self, kind: str, problems: Iterable[Problem], rows: array[int]) -> None:
        """Add a kind of problem that is told by other rows: all `rows` that have it, the first `problems`."""
        self.kinds[kind] = CountedKind(
            len(rows), rows[:MOST_ROWS].tolist(), kept=[Kept(problem) for problem in problems]
        )
        if kind == self.watched:
            self.watched_rows.extend(rows)

    def absorb(self, other: ProblemList, rows: int, lines: int) -> None:
        """Add what was found in a later part of the file, before which `rows` and `lines` stand."""
        for name, kind in other.kinds.items():
            mine = self.kinds.setdefault(name, CountedKind())
            mine.count += kind.count
            mine.fatal = mine.fatal or kind.fatal
            mine.rows.extend(row + rows for row in kind.rows[: MOST_ROWS - len(mine.rows)])
            mine.kept.extend(
                _moved(each, rows, lines) for each in kind.kept[: MOST_PROBLEMS - len(mine.kept)]
            )
        self.watched_rows.extend(row + rows for row in other.watched_rows)

    def first(self) -> list[Kept]:
        """Return problems in the order of rows, at most 500: of each kind the first, rare kinds whole."""
        chosen: list[Kept] = []
        kinds = sorted(self.kinds.values(), key=lambda kind: len(kind.kept))
        for place, kind in enumerate(kinds):
            chosen += kind.kept[: (MOST_PROBLEMS - len(chosen)) // (len(kinds) - place)]
        return sorted(chosen, key=_row)

    def groups(self) -> tuple[ProblemGroup, ...]:
        """Return the problems by kind, most frequent first."""
        ordered = sorted(self.kinds.items(), key=lambda item: (-item[1].count, item[0]))
        return tuple(
            ProblemGroup(
                kind=name, count=kind.count, rows=tuple(kind.rows), fix=KIND_OF[name].fix, fatal=kind.fatal
            )
            for name, kind in ordered
        )


def _row(kept: Kept) -> tuple[int, str]:
    return kept.problem.row, kept.problem.kind


def _moved(kept: Kept, rows: int, lines: int) -> Kept:
    problem = kept.problem
    line = problem.line + lines if problem.line else 0
    moved = msgspec.structs.replace(problem, row=problem.row + rows, line=line)
    return msgspec.structs.replace(kept, problem=moved)
