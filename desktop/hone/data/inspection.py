"""Looking through a whole data file: what it is, how many rows are usable, what is wrong with the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from hone.data.reading import DataFile
from hone.domain.datasets import Example, Problem, Report

MOST_PROBLEMS = 500
_MOST_REMEMBERED = 5_000_000
_TELL_EVERY = 1000


def inspect(path: Path, format_name: str = "", tell: Callable[[int], None] | None = None) -> Report:
    """Read every row of `path`; raises BadInput when it is not a data file at all.

    `tell` hears now and then how many rows are read.
    """
    data = DataFile(path, format_name)
    problems = _Problems()
    if data.source.guessed:
        problems.add(_guessed_encoding(data.source.encoding))
    rows = usable = 0
    seen: dict[bytes, int] = {}
    for example, found in data.rows():
        rows += 1
        if tell is not None and rows % _TELL_EVERY == 0:
            tell(rows)
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
        alternatives=tuple(other.name for other in data.alternatives if not other.refusal),
        columns=data.columns,
        encoding=data.source.encoding,
        rows=rows,
        usable_rows=usable,
        size_bytes=data.source.size_bytes,
        sha256=data.source.sha256,
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

    def add(self, problem: Problem) -> None:
        self.count += 1
        if len(self.kept) < MOST_PROBLEMS:
            self.kept.append(problem)
        elif problem.fatal and (note := self._last_note()) is not None:
            del self.kept[note]
            self.kept.append(problem)

    def _last_note(self) -> int | None:
        return next((i for i in range(len(self.kept) - 1, -1, -1) if not self.kept[i].fatal), None)


def _guessed_encoding(encoding: str) -> Problem:
    return Problem(
        row=0,
        kind="guessed_encoding",
        message=f"The file is not UTF-8; it is read as {encoding}, which may show wrong letters.",
        hint="Check accented letters in the preview; if they are wrong, save the file as UTF-8.",
    )


def _duplicate(example: Example, first: int) -> Problem:
    return Problem(
        row=example.row,
        line=example.line,
        kind="duplicate",
        message=f"The same as row {first:,}.",
        hint="It is trained twice; it will not be both trained and held out.",
    )
