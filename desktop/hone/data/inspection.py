"""Looking through a whole data file: what it is, how many rows are usable, what is wrong with the others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from hone.data.beside_rows import add_beside
from hone.data.languages import load_languages, tell_languages
from hone.data.quick_parts import ScanParts, read_again
from hone.data.reading import DataFile
from hone.data.row_gathering import LARGE, gather, plan_for
from hone.data.scanning import Gathered
from hone.data.whole_file import whole_file_problems
from hone.domain.datasets import AS_FOUND, Problem, Reading, Report, Share, Statistics
from hone.errors import HoneError

Tell = Callable[[int, int], None]
_MOST_LABELS = 200


def inspect(
    path: Path,
    reading: Reading = AS_FOUND,
    tell: Tell | None = None,
    held_out: Sequence[Path] = (),
    suites: Sequence[Path] = (),
    thorough: bool = False,
    scan_parts: ScanParts | None = None,
    large: int = LARGE,
) -> Report:
    """Read every row of `path`; raises BadInput when it is not a data file at all.

    `tell` hears now and then how many rows are read, of about how many (0: not known); it may raise Stopped.
    `held_out` are files whose rows must not be trained on, `suites` files of test cases. Near duplicates are
    sought among all rows when `thorough`, else among those that cost little time. `scan_parts` reads parts of
    a file of more than `large` bytes in other processes.
    """
    data = DataFile(path, reading)
    digest = _Digest(data)
    plan = plan_for(data, thorough=thorough, asks=bool(held_out or suites))
    gathered = gather(data, plan, tell, scan_parts, large)
    add_beside(gathered, held_out, suites)
    for problem in (*data.notes, *whole_file_problems(gathered)):
        gathered.problems.add(problem)
    return _report(data, gathered, digest.result())


class _Digest:
    """The digest of a file, made in a thread while its rows are read; hashing needs no interpreter.

    The thread also loads the model that tells languages.
    """

    def __init__(self, data: DataFile) -> None:
        self._data = data
        self._result: str | HoneError = ""
        self._thread = threading.Thread(target=self._make, name="digest", daemon=True)
        self._thread.start()

    def result(self) -> str:
        """Wait for the digest; raises BadInput when the file could not be read."""
        self._thread.join()
        if isinstance(self._result, HoneError):
            raise self._result
        return self._result

    def _make(self) -> None:
        load_languages()
        try:
            self._result = self._data.opened.sha256()
        except HoneError as error:
            self._result = error


def _report(data: DataFile, gathered: Gathered, digest: str) -> Report:
    problems = gathered.problems
    return Report(
        path=data.opened.path,
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
        rows=gathered.rows,
        usable_rows=len(gathered.take("numbers")),
        size_bytes=data.opened.size_bytes,
        sha256=digest,
        statistics=_statistics(gathered),
        groups=problems.groups(),
        problem_count=problems.count,
        problems=_problems(data, gathered),
    )


def _statistics(gathered: Gathered) -> Statistics:
    tally = gathered.tally
    languages, told = tell_languages(text for _, text in gathered.sample)
    labels = sorted(tally.labels.items(), key=lambda item: (-item[1], item[0]))
    return Statistics(
        turns=tally.turns,
        characters=tally.characters,
        longest_characters=tally.longest,
        with_system=tally.with_system,
        with_tools=tally.with_tools,
        languages=languages,
        language_rows=told,
        labels=tuple(Share(name=name, rows=rows) for name, rows in labels[:_MOST_LABELS]),
        label_count=len(labels),
        compared_rows=len(gathered.take("near_rows")),
    )


def _problems(data: DataFile, gathered: Gathered) -> tuple[Problem, ...]:
    """Return the first problems; those from parts of a file are told again with their true line."""
    return tuple(read_again(data, kept) for kept in gathered.problems.first())
