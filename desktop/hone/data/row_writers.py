"""The ways to write rows as text: JSON lines, a JSON array, a table, running text."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from hone.data.formats.base import RowRefused

Write = Callable[[bytes], object]
SURROGATE = re.compile("[\ud800-\udfff]")


def as_json_line(value: object) -> bytes:
    """Return a value as JSON on one line; half characters are escaped, what JSON lacks becomes text."""
    try:
        return msgspec.json.encode(value, enc_hook=str)
    except (UnicodeEncodeError, TypeError, OverflowError):
        pass
    try:
        return json.dumps(value, default=str).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise RowRefused("not_text", f"The row cannot be written as JSON: {error}.") from error


class JsonLineRows:
    """One object per line."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row."""
        self._write(as_json_line(row) + b"\n")

    def finish(self) -> None:
        """Nothing stands at the end."""

    def close(self) -> None:
        """Nothing is held."""


class JsonArrayRows:
    """An array with one object per line."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._before = b"[\n"

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row."""
        self._write(self._before + as_json_line(row))
        self._before = b",\n"

    def finish(self) -> None:
        """Close the array."""
        self._write(b"\n]\n" if self._before == b",\n" else b"[]\n")

    def close(self) -> None:
        """Nothing is held."""


class TextRows:
    """Running text, with a blank line between rows; where one ends is not kept."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._before = ""

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row's text; other columns are left out."""
        text = row.get("text")
        if not isinstance(text, str):
            raise RowRefused(
                "missing_field", "The row has no 'text'.", "Only running text makes a .txt file."
            )
        self._write(without_nulls(sound(f"{self._before}{text}\n", "text"), "text").encode())
        self._before = "\n"

    def finish(self) -> None:
        """Nothing stands at the end."""

    def close(self) -> None:
        """Nothing is held."""


class Spool:
    """Rows kept on disk until all are known; `columns` are the names of all, in the order of coming."""

    def __init__(self, room: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=room, prefix=".rows-")  # noqa: SIM115 (its owner closes it)
        self.columns: dict[str, None] = {}

    def add(self, row: Mapping[str, Any]) -> None:
        """Keep a row."""
        self._file.write(as_json_line(row) + b"\n")
        self.columns.update(dict.fromkeys(row))

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give the rows back."""
        self._file.seek(0)
        for line in self._file:
            yield msgspec.json.decode(line)

    def close(self) -> None:
        """Give the room back."""
        self._file.close()


class TableRows:
    """A table with a header; whatever is no text stands in its cell as JSON."""

    def __init__(self, write: Write, room: Path, delimiter: str) -> None:
        self._write = write
        self._delimiter = delimiter
        self._spool = Spool(room)

    def write(self, row: Mapping[str, Any]) -> None:
        """Keep a row until all columns are known."""
        cells = [without_nulls(sound(cell(value), name), name) for name, value in row.items()]
        if not any(text.strip() for text in cells):
            raise RowRefused("empty_text", "All cells of the row would be empty.", "Drop the row.")
        self._spool.add(row)

    def finish(self) -> None:
        """Write header and rows."""
        names = list(self._spool.columns)
        self._put(column_names(names))
        for row in self._spool.rows():
            self._put([cell(row.get(name)) for name in names])

    def close(self) -> None:
        """Give the room back."""
        self._spool.close()

    def _put(self, cells: list[str]) -> None:
        # Not by csv.writer: it leaves a lone carriage return unquoted, which ends a line for every reader.
        self._write((self._delimiter.join(map(self._quoted, cells)) + "\n").encode())

    def _quoted(self, text: str) -> str:
        if text == text.strip() and not any(mark in text for mark in (self._delimiter, '"', "\n", "\r")):
            return text
        return '"' + text.replace('"', '""') + '"'


def cell(value: object) -> str:
    """Return a value as the text of a cell."""
    if isinstance(value, str):
        return value
    return "" if value is None else as_json_line(value).decode()


def sound(text: str, name: str) -> str:
    """Return a text that can be written as UTF-8; raises RowRefused for half characters."""
    if SURROGATE.search(text):
        raise RowRefused(
            "broken_text",
            f"{name!r} has broken characters (lone surrogates), which this kind of file cannot hold.",
            "Clean the characters first, or write .jsonl.",
        )
    return text


def without_nulls(text: str, name: str) -> str:
    """Return a text that has no null character; raises RowRefused, since such a file would look binary."""
    if "\0" in text:
        raise RowRefused(
            "null_character",
            f"{name!r} has null characters, which this kind of file cannot hold.",
            "Clean the characters first, or write .jsonl.",
        )
    return text


def column_names(names: list[str]) -> list[str]:
    """Return names that differ also without case and outer spaces, as the header of a table needs them."""
    taken: set[str] = set()
    whole = []
    for place, name in enumerate(names, start=1):
        base = free = name.strip() or f"column {place}"
        number = 2
        while free.lower() in taken:
            free, number = f"{base}_{number}", number + 1
        taken.add(free.lower())
        whole.append(free)
    return whole
