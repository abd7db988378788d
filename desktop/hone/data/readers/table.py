"""Tables: CSV with comma, semicolon, tab or bar, with or without Excel's `sep=` line.

Every cell stays the text that it is: `007` is no number and `NA` is not nothing. A row with more or
fewer cells than the header is a problem, never shifted into place.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from hone.data.records import Found, Record, broken
from hone.data.source import Source
from hone.errors import BadInput

NAME = "table"
_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = ",;\t|"
_SPOKEN = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE_ROWS = 50
_LONGEST_CELL = 2**31 - 1


def matches(source: Source) -> bool:
    """Whether the file is named like a table."""
    return source.suffix in _SUFFIXES


def read(source: Source) -> Iterator[Found]:
    """Give a record per row under the header's names."""
    csv.field_size_limit(_LONGEST_CELL)
    with source.open() as file:
        lines = _Lines(file)
        delimiter = lines.take_separator_line() or guess_delimiter(source.head)
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        header: list[str] | None = None
        number = 0
        while True:
            start = lines.number + 1
            try:
                cells = next(rows, None)
            except csv.Error as error:
                raise _refusal(source, start, error) from error
            if cells is None:
                return
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = _header(source, cells)
                continue
            number += 1
            yield _record(number, start, header, cells, delimiter)


def guess_delimiter(head: str) -> str:
    """Choose the delimiter under which most rows have as many cells as the first, more than one."""
    complete = head[: head.rfind("\n") + 1] or head
    lines = re.sub(r"^sep=.\r?\n", "", complete.lstrip("\ufeff"), flags=re.IGNORECASE)
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = _widths(lines, delimiter)
        if not widths or widths[0] < 2:
            continue
        score = widths.count(widths[0]) / len(widths)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(text: str, delimiter: str) -> list[int]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        return [len(cells) for cells in islice(reader, _SAMPLE_ROWS) if cells]
    except csv.Error:
        return []


def _header(source: Source, cells: list[str]) -> list[str]:
    names = [cell.strip() or f"column {place}" for place, cell in enumerate(cells, start=1)]
    twice = [name for name, count in Counter(name.lower() for name in names).items() if count > 1]
    if twice:
        raise BadInput(
            f"{source.path.name} has two columns named {twice[0]!r}.",
            hint="Give every column its own name in the first line.",
        )
    return names


def _record(row: int, line: int, header: list[str], cells: list[str], delimiter: str) -> Found:
    if len(cells) == len(header):
        return Record(row, line, dict(zip(header, cells, strict=True)))
    return broken(
        row,
        line,
        "ragged",
        f"Line {line:,} has {len(cells)} cells, the header has {len(header)}.",
        f"Put text that contains a {_SPOKEN.get(delimiter, delimiter)} into double quotes.",
    )


def _refusal(source: Source, line: int, error: csv.Error) -> BadInput:
    if "unexpected end" in str(error):
        return BadInput(
            f"{source.path.name}: the quote opened in the row at line {line:,} is never closed.",
            hint="Close it, or double the quotes inside a text.",
        )
    return BadInput(
        f"{source.path.name}: the row at line {line:,} is not a proper row of a table.",
        hint="Quotes inside a text must be doubled, and the text put into quotes.",
        detail=str(error),
    )


class _Lines:
    """The lines of a file, counted, and able to look at the first one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._first: str | None = next(self._lines, "").lstrip("\ufeff")
        self.number = 0

    def take_separator_line(self) -> str | None:
        """Use up Excel's `sep=;` line if it is there, and return its character."""
        match = re.fullmatch(r"\"?sep=(.)\"?\s*", self._first or "", flags=re.IGNORECASE)
        if match is None:
            return None
        self._first = None
        self.number = 1
        return match.group(1)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self._first = self._first, None
        if line is None:
            line = next(self._lines)
        self.number += 1
        return line
