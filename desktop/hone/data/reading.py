"""A data file opened: its format told by looking, its rows as examples or problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from hone.data.checks import row_problems
from hone.data.formats import find_formats
from hone.data.formats.base import RowRefused, missing
from hone.data.formats.prompt_completion import COMPLETION
from hone.data.mapping import check_columns
from hone.data.opening import open_data
from hone.data.records import Found, Record, broken, in_file
from hone.data.shape_notes import OtherShapes, shape_notes
from hone.domain.datasets import AS_FOUND, Example, Guess, Problem, Reading, Shape
from hone.errors import BadInput

SAMPLE = 100


class DataFile:
    """A file with rows. Every call of `rows` reads it again from the start, a row at a time.

    `reading` is how it is read, everything filled in; `guesses` are the shapes that fit, best first.
    Raises BadInput when the file cannot be read, holds no rows, its columns fit no format, or a column or
    field that was mapped is not there.
    """

    def __init__(self, path: Path, reading: Reading = AS_FOUND) -> None:
        self.opened = open_data(path, reading.part)
        found = self.opened.sample(SAMPLE)
        sample = [item for item in found if isinstance(item, Record)]
        if not sample:
            raise self._no_rows(found)
        check_columns(reading, sample, self.opened)
        chosen = find_formats(reading, sample, path.name)
        self.format, self.guesses = chosen.format, chosen.guesses
        self.reading = msgspec.structs.replace(
            reading, format=self.format.name, columns=chosen.columns, part=self.opened.part
        )
        self.columns = tuple(dict.fromkeys(name for record in sample for name in record.values))
        self._renames = any(field != column for field, column in chosen.columns.items())
        # Rows without a reply are nothing wrong in a file of prompts only; the file's note tells it.
        self._replies = self.format.name == Shape.PROMPT_COMPLETION and "completion" in chosen.columns
        self._others = OtherShapes(self.format)
        self._notes = shape_notes(self.format, chosen.columns, sample, self._others)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What concerns the file as a whole; reading it may add to it."""
        return (*self.opened.notes, *self._notes)

    @property
    def confidence(self) -> float:
        """How sure the shape is, 0 to 1."""
        return next((each.confidence for each in self.guesses if each.shape == self.format.name), 0.0)

    @property
    def alternatives(self) -> tuple[Guess, ...]:
        """The other shapes that fit."""
        return tuple(each for each in self.guesses if each.shape != self.format.name)

    def rows(self) -> Iterator[tuple[Example | None, list[Problem]]]:
        """Give every row: its example, None when it must be left out, and what is wrong with it."""
        for item in self.opened.records():
            yield self.row_of(item)

    def row_of(self, item: Found) -> tuple[Example | None, list[Problem]]:
        """Read one record."""
        if isinstance(item, Problem):
            return None, [item]
        try:
            example = self.read(item)
        except RowRefused as refused:
            return None, in_file([self._refusal(item, refused)], item.file)
        if self._replies and not any(turn.role == "assistant" for turn in example.turns):
            return None, in_file([self._refusal(item, missing(COMPLETION))], item.file)
        problems = in_file(row_problems(example), item.file)
        usable = not any(problem.fatal for problem in problems)
        return example if usable else None, problems

    def read(self, record: Record) -> Example:
        """Read a record without looking what is wrong with it; raises RowRefused."""
        return self.format.read(record.renamed(self.reading.columns) if self._renames else record)

    def examples(self) -> Iterator[Example]:
        """Give the rows that can be trained on."""
        return (example for example, _ in self.rows() if example is not None)

    def _refusal(self, record: Record, refused: RowRefused) -> Problem:
        message, hint = refused.message, refused.hint
        if self._renames:  # a person knows the columns of the file
            for field, column in self.reading.columns.items():
                message = message.replace(repr(field), repr(column)) if column else message
        if (other := self._others.of(record)) is not None:
            message = f"{message} The row looks like {other.name}."
            hint = "Put rows of that shape into a file of their own."
        return broken(record.row, record.line, refused.kind, message, hint)

    def _no_rows(self, found: list[Found]) -> BadInput:
        name = self.opened.path.name
        problems = [item for item in found if isinstance(item, Problem)]
        if not problems:
            return BadInput(f"{name} holds no rows.", hint="Choose a file with rows.")
        first = problems[0]
        return BadInput(f"No row of {name} can be read: {first.message}", hint=first.hint)


def read_examples(path: Path, reading: Reading = AS_FOUND) -> Iterator[Example]:
    """Give the rows of a file that can be trained on; raises BadInput as DataFile does."""
    return DataFile(path, reading).examples()
