"""Tables: CSV with any delimiter and way to quote, with or without Excel's `sep=` line.

Every cell stays the text that it is: `007` is no number and `NA` is not nothing. A row with more or
fewer cells than the header is a problem, never shifted into place; one that cannot be read costs its line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TextIO

from hone.data.readers.base import Rows
from hone.data.readers.dialect import (
    LONGEST_ROW,
    SPOKEN,
    Dialect,
    guess_dialect,
    is_clearly_table,
    separator_line,
)
from hone.data.readers.header import Header, tell_header
from hone.data.readers.plain_text import SUFFIXES as TEXTS
from hone.data.records import Found, Record, broken
from hone.data.source import Source

NAME = "table"
SUFFIXES = (".csv", ".tsv", ".tab", ".psv")
_HEADER_SAMPLE = 200
_UNLIMITED = 2**31 - 1


class _Row(list[str]):
    """The cells of one row, and the line it starts in."""

    line = 0


def matches(source: Source) -> bool:
    """Whether the file is named like a table and is no JSON, or clearly is one under another name."""
    head = source.head.lstrip()
    if source.suffix in SUFFIXES:
        return not head.startswith(('{"', "[{", "[\n", "[\r"))
    if separator_line(head):
        return True
    unnamed = source.suffix in (*TEXTS, "", ".dat", ".data")
    return unnamed and not head.startswith(("{", "[")) and is_clearly_table(source.head, source.whole)


def open_rows(source: Source, _part: str) -> Rows:
    """Open a table; raises BadInput when two columns have the same name."""
    dialect = guess_dialect(source.head, source.whole) or Dialect(
        delimiter="," if source.suffix != ".tsv" else "\t"
    )
    with source.open() as file:
        lines = _Lines(_within(file, source), source, dialect)
        sample = list(islice((row for row in lines.rows() if isinstance(row, _Row)), _HEADER_SAMPLE))
    if not sample:
        return Rows(container=dialect.spoken, read=lambda: iter(()))
    header = tell_header(source.name, sample)
    rows = Rows(container=dialect.spoken, read=partial(_read, source, dialect, header))
    for note in header.notes:
        rows.note(note)
    return rows


def _within(file: TextIO, source: Source) -> Iterator[str]:
    """Give the lines of the beginning, so that looking at the header does not read a whole file."""
    left = len(source.head)
    for line in file:
        yield line
        left -= len(line)
        if left <= 0:
            return


def _read(source: Source, dialect: Dialect, header: Header) -> Iterator[Found]:
    number = 0
    named = header.first_is_data
    with source.open() as file:
        for row in _Lines(iter(file), source, dialect).rows():
            if isinstance(row, _Row) and not named:
                named = True
                continue
            number += 1
            if isinstance(row, _Row):
                yield _record(number, row, header.names, dialect)
            else:
                yield broken(number, row.line, "ragged", row.why, row.hint)


def _record(row: int, cells: _Row, names: Sequence[str], dialect: Dialect) -> Found:
    if len(cells) > len(names) and not any(cells[len(names) :]):
        del cells[len(names) :]  # delimiters too many at the end of the line hold nothing
    if len(cells) == len(names):
        return Record(row, cells.line, dict(zip(names, cells, strict=True)))
    what = SPOKEN.get(dialect.delimiter, dialect.delimiter)
    return broken(
        row,
        cells.line,
        "ragged",
        f"Line {cells.line:,} has {len(cells)} cells, the header has {len(names)}.",
        f"Put text that contains {what} into double quotes."
        if len(cells) > len(names)
        else f"Fill in the missing cells, from {names[len(cells)]!r} on; empty ones need their delimiter.",
    )


class _BadRow:
    """A row that cannot be read."""

    def __init__(self, line: int, why: str, hint: str) -> None:
        self.line = line
        self.why = why
        self.hint = hint


class _Lines:
    """The lines of a table, counted, and those of the row that is being read, to read again behind it."""

    def __init__(self, lines: Iterator[str], source: Source, dialect: Dialect) -> None:
        csv.field_size_limit(_UNLIMITED)
        self._lines = lines
        self._source = source
        self._dialect = dialect
        self._again: list[str] = []
        self._taken: list[str] = []
        self._length = 0
        self._number = 0

    def rows(self) -> Iterator[_Row | _BadRow]:
        """Give the rows that are not blank, the header among them, and those that cannot be read."""
        self._pass_separator_line()
        reader = self._dialect.reader(self)
        while True:
            start = self._number + 1
            self._taken, self._length = [], 0
            try:
                row = _Row(next(reader))
            except StopIteration:
                return
            except csv.Error as error:
                yield self._give_up(start, str(error))
                reader = self._dialect.reader(self)
                continue
            if any(cell.strip() for cell in row):
                row.line = start
                yield row

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        if self._number == 0:
            line = line.lstrip("\ufeff")
        self._number += 1
        self._taken.append(line)
        self._length += len(line)
        if self._length > LONGEST_ROW and len(self._taken) > 1:
            raise csv.Error("unexpected end of data")
        return self._dialect.prepared(line)

    def _give_up(self, start: int, why: str) -> _BadRow:
        """Leave out the first line of the row and read on behind it."""
        self._again.extend(reversed(self._taken[1:]))
        self._number = start
        if "unexpected end" not in why:
            return _BadRow(
                start,
                f"The row at line {start:,} is not a proper row of a table: {_plain(why)}.",
                "Quotes inside a text must be doubled, and the text put into quotes.",
            )
        return _BadRow(
            start,
            f"The quote opened in the row at line {start:,} is never closed.",
            "Close it, or double the quotes inside a text.",
        )

    def _pass_separator_line(self) -> None:
        first = next(self._lines, "")
        if separator_line(first):
            self._number = 1
        elif first:
            self._again.append(first)


def _plain(why: str) -> str:
    if "expected after" in why:
        return "something follows a closing quote"
    return why
