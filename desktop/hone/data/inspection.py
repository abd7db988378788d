"""Looking through a whole data file: what it is, how many rows are usable, what is wrong with the others."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from hone.data.reading import DataFile
from hone.domain.datasets import AS_FOUND, Example, Problem, ProblemGroup, Reading, Report
from hone.domain.problem_kinds import KIND_OF

MOST_PROBLEMS = 500
MOST_ROWS = 100
_MOST_REMEMBERED = 5_000_000
_TELL_EVERY = 1000


def inspect(
    path: Path,
    reading: Reading = AS_FOUND,
    tell: Callable[[int, int], None] | None = None,
    held_out: Sequence[Path] = (),
    suites: Sequence[Path] = (),
    thorough: bool = False,
) -> Report:
    """Read every row of `path`; raises BadInput when it is not a data file at all.

    `tell` hears now and then how many rows are read, of how many (0: not known); it may raise Stopped.
    `held_out` are files whose rows must not be trained on, `suites` files of test cases. Near duplicates are
    sought among all rows when `thorough`, else among those that cost little time.
    """
    data = DataFile(path, reading)
    problems = _Problems()
    for note in data.opened.notes:
        problems.add(note)
    rows = usable = 0
    seen: dict[bytes, int] = {}
    for example, found in data.rows():
        rows += 1
        if tell is not None and rows % _TELL_EVERY == 0:
            tell(rows, 0)
        for problem in found:
            problems.add(problem)
        if example is None:
            continue
        usable += 1
        first = seen.get(key := content_key(example))
        if first is not None:
            problems.add(_duplicate(example, first))
        elif len(seen) < _MOST_REMEMBERED:
            seen[key] = example.row
    return Report(
        path=path,
        format=data.format.name,
        format_label=data.format.label,
        confidence=data.confidence,
        alternatives=data.alternatives,
        reading=data.reading,
        trainable=data.format.trainable,
        container=data.opened.container,
        columns=data.columns,
        parts=data.opened.parts,
        encoding=data.opened.encoding,
        rows=rows,
        usable_rows=usable,
        size_bytes=data.opened.size_bytes,
        sha256=data.opened.sha256(),
        groups=problems.groups(),
        problem_count=problems.count,
        problems=tuple(problems.kept),
    )


def content_key(example: Example) -> bytes:
    """Return a digest of what a row says; exact duplicates have the same one."""
    digest = hashlib.blake2b(digest_size=16)
    for turn in example.turns:
        for part in (turn.role, turn.content):
            digest.update(f"{len(part)}:".encode() + part.encode("utf-8", "surrogatepass"))
    if example.text is not None:
        digest.update(b"text" + example.text.encode("utf-8", "surrogatepass"))
    return digest.digest()


class _Problems:
    """Counts all problems and keeps the first; fatal ones push out notes when there are too many."""

    def __init__(self) -> None:
        self.count = 0
        self.kept: list[Problem] = []
        self._rows: dict[str, list[int]] = {}
        self._counts: Counter[str] = Counter()
        self._fatal: set[str] = set()

    def add(self, problem: Problem) -> None:
        self.count += 1
        self._counts[problem.kind] += 1
        rows = self._rows.setdefault(problem.kind, [])
        if len(rows) < MOST_ROWS:
            rows.append(problem.row)
        if problem.fatal:
            self._fatal.add(problem.kind)
        if len(self.kept) < MOST_PROBLEMS:
            self.kept.append(problem)
        elif problem.fatal and (note := self._last_note()) is not None:
            del self.kept[note]
            self.kept.append(problem)

    def groups(self) -> tuple[ProblemGroup, ...]:
        """Return the problems by kind, most frequent first."""
        return tuple(
            ProblemGroup(
                kind=kind,
                count=count,
                rows=tuple(self._rows[kind]),
                fix=KIND_OF[kind].fix,
                fatal=kind in self._fatal,
            )
            for kind, count in self._counts.most_common()
        )

    def _last_note(self) -> int | None:
        return next((i for i in range(len(self.kept) - 1, -1, -1) if not self.kept[i].fatal), None)


def _duplicate(example: Example, first: int) -> Problem:
    return Problem(
        row=example.row,
        line=example.line,
        kind="duplicate",
        message=f"The same as row {first:,}.",
        hint="It is trained twice; it will not be both trained and held out.",
    )
