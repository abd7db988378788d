"""Rows on their way from one version of a data set to the next, a row at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hone.data.formats.base import Format, RowRefused
from hone.data.not_data import unreadable
from hone.data.readers.json_lines import LONGEST_LINE, parse_line
from hone.data.reading import DataFile
from hone.data.records import Found, Record, broken
from hone.domain.datasets import Example, Problem, Reading
from hone.errors import BadInput


class StreamRow:
    """One row. `number` is its number in the version that is changed (0: it was added), `place` its number in
    the file that it is read from now.

    `values` are its columns under the names of the format's fields, `found` as the file has them; a row that
    cannot be parsed has none. `raw` is its line, when that may be written again byte for byte.
    """

    __slots__ = ("_example", "_is_read", "format", "found", "number", "place", "raw", "refused", "values")

    def __init__(
        self,
        known: Format,
        number: int,
        place: int,
        values: dict[str, Any] | None,
        found: Record | None = None,
        raw: bytes | None = None,
    ) -> None:
        self.number = number
        self.place = place
        self.values = values
        self.found = found
        self.raw = raw
        self.refused: RowRefused | None = None
        self.format = known
        self._example: Example | None = None
        self._is_read = False

    @property
    def example(self) -> Example | None:
        """What the format reads in it, also when it cannot be trained on; None when it reads nothing."""
        if not self._is_read and self.values is not None:
            try:
                self._example = self.format.read(Record(self.number, 0, self.values))
            except RowRefused as refused:
                self.refused = refused
        self._is_read = True
        return self._example

    def changed(self, values: dict[str, Any]) -> StreamRow:
        """Return the row with other columns."""
        return StreamRow(self.format, self.number, self.place, values)

    def column(self, name: str) -> object:
        """Return the value of a column, by its name in the file or in the format; None when it has none."""
        for values in (self.found.values if self.found is not None else None, self.values):
            if values is not None and (value := value_in(values, name)) is not None:
                return value
        return None

    def as_line(self) -> bytes:
        """Return the row as a line of JSON, without its end."""
        return self.raw if self.raw is not None else as_json_line(self.values or {})


class RowSource:
    """A file of rows that are to be changed. `numbers` are those that its rows have, from 1 on without.

    Raises BadInput as DataFile does.
    """

    def __init__(self, path: Path, reading: Reading, numbers: Sequence[int] | None = None) -> None:
        self.data = DataFile(path, reading)
        self.path = path
        self.format = self.data.format
        self.numbers = numbers
        columns = self.data.reading.columns
        self._is_plain = all(field == column for field, column in columns.items())

    def rows(self) -> Iterator[StreamRow]:
        """Give every row, also those that cannot be parsed."""
        for found, raw in self._found():
            number = found.row if self.numbers is None else self.numbers[found.row - 1]
            if isinstance(found, Problem):
                yield StreamRow(self.format, number, found.row, None)
            else:
                yield StreamRow(self.format, number, found.row, self._values(found), found, raw)

    def _values(self, found: Record) -> dict[str, Any]:
        """Return the columns under the names of the format's fields."""
        if self._is_plain:
            return found.values
        named = found.renamed(self.data.reading.columns)
        try:
            return self.format.write(self.format.read(named))
        except RowRefused:
            return named.values

    def _found(self) -> Iterator[tuple[Found, bytes | None]]:
        opened = self.data.opened
        if not (opened.quick and self._is_plain):
            yield from ((found, None) for found in opened.records() if found.row > 0)
            return
        row = 0
        for number, line in enumerate(self._lines(), start=1):
            if line and not line.isspace():
                row += 1
                yield _parsed(row, number, line), line
        opened.refuse_changed()

    def _lines(self) -> Iterator[bytes]:
        """Give the lines without their ends."""
        try:
            with self.path.open("rb") as file:
                while raw := file.readline(LONGEST_LINE):
                    if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
                        raise BadInput(
                            f"{self.path.name} has a line of more than {LONGEST_LINE:,} characters.",
                            hint="Write one row per line.",
                        )
                    yield raw.rstrip(b"\r\n")
        except OSError as error:
            raise unreadable(self.path, error) from error


def _parsed(row: int, number: int, line: bytes) -> Found:
    try:
        return parse_line(row, number, line)
    except UnicodeDecodeError:
        return broken(row, number, "broken_text", f"Line {number:,} has bytes that are not UTF-8.")


def value_in(values: dict[str, Any], name: str) -> object:
    """Return a column, ignoring case and outer spaces, or what stands inside one ("meta.date")."""
    if name in values:
        return values[name]
    wanted = name.strip().lower()
    for column, value in values.items():
        if column.strip().lower() == wanted:
            return value
    inner: object = values
    for key in name.split("."):
        inner = inner.get(key) if isinstance(inner, dict) else None
    return inner


def as_json_line(values: object) -> bytes:
    """Write a value as one line of JSON; half characters are escaped, what JSON lacks becomes text."""
    try:
        return msgspec.json.encode(values, enc_hook=str)
    except (UnicodeEncodeError, OverflowError, TypeError, msgspec.MsgspecError):
        return json.dumps(values, ensure_ascii=True, default=str).encode()


def given_row(known: Format, content: str, named: str) -> StreamRow:
    """Read a row that a person or a model wrote; raises BadInput naming the row and the field at fault."""
    try:
        values = msgspec.json.decode(content)
    except msgspec.MsgspecError as error:
        raise BadInput(f"{named} is not valid JSON: {error}.", hint="Put texts in double quotes.") from error
    if not isinstance(values, dict):
        raise BadInput(
            f"{named} is no object with named columns.", hint=f"It must look like this: {known.shape}"
        )
    row = StreamRow(known, 0, 0, values)
    if row.example is None:
        said = row.refused.message if row.refused is not None else "it cannot be read"
        hint = row.refused.hint if row.refused is not None and row.refused.hint else ""
        raise BadInput(f"{named} does not fit: {said}", hint=hint or f"It must look like this: {known.shape}")
    return row


def new_numbers() -> array[int]:
    """Return an empty list of row numbers that takes eight bytes for each."""
    return array("q")
