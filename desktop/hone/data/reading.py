"""A data file opened: its format told by looking, its rows as examples or problems."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from hone.data.checks import dialogue_problems, text_problems
from hone.data.formats import find_formats
from hone.data.formats.base import RowRefused
from hone.data.readers import find_reader
from hone.data.records import Found, Record, broken
from hone.data.source import open_source
from hone.domain.datasets import Example, Problem
from hone.errors import BadInput

SAMPLE = 100


class DataFile:
    """A file with rows. Every call of `rows` reads it again from the start, a row at a time.

    Raises BadInput when the file cannot be read, holds no rows, or its columns fit no format.
    """

    def __init__(self, path: Path, format_name: str = "") -> None:
        self.source = open_source(path)
        self._reader = find_reader(self.source)
        found = list(islice(self._reader.read(self.source), SAMPLE))
        sample = [item for item in found if isinstance(item, Record)]
        if not sample:
            raise self._no_rows(found)
        formats = find_formats(format_name, sample, path.name)
        self.format, self.alternatives = formats[0], formats[1:]
        self.columns = tuple(dict.fromkeys(name for record in sample for name in record.values))

    def rows(self) -> Iterator[tuple[Example | None, list[Problem]]]:
        """Give every row: its example, None when it must be left out, and what is wrong with it."""
        for item in self._reader.read(self.source):
            if isinstance(item, Problem):
                yield None, [item]
                continue
            try:
                example = self.format.read(item)
            except RowRefused as refused:
                yield None, [broken(item.row, item.line, refused.kind, refused.message, refused.hint)]
                continue
            problems = text_problems(example) if example.text is not None else dialogue_problems(example)
            usable = not any(problem.fatal for problem in problems)
            yield example if usable else None, problems

    def examples(self) -> Iterator[Example]:
        """Give the rows that can be trained on."""
        return (example for example, _ in self.rows() if example is not None)

    def _no_rows(self, found: list[Found]) -> BadInput:
        problems = [item for item in found if isinstance(item, Problem)]
        if not problems:
            return BadInput(f"{self.source.path.name} holds no rows.", hint="Choose a file with rows.")
        first = problems[0]
        return BadInput(f"No row of {self.source.path.name} can be read: {first.message}", hint=first.hint)


def read_examples(path: Path, format_name: str = "") -> Iterator[Example]:
    """Give the rows of a file that can be trained on; raises BadInput as DataFile does."""
    return DataFile(path, format_name).examples()
