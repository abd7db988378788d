"""A table of a prompt's file, read key by key; every complaint names file, line and key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from hone.errors import BadInput

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]*?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+|\"[^\"]*\"|'[^']*')\s*(?:\.|=)")


class FilePlace:
    """The file that is read: its name for a person, its text, and the lines above that text."""

    def __init__(self, path: Path, text: str, lines_above: int = 0) -> None:
        self.path = path
        self._lines = text.split("\n")
        self._above = lines_above

    def complain(self, said: str, hint: str = "", line: int = 0) -> BadInput:
        """Return the error that tells what is wrong, and where when the line is known."""
        where = f"{self.path.name}, line {line + self._above}" if line else self.path.name
        return BadInput(f"{where}: {said}", hint=hint)

    def line_of(self, table: str, number: int, key: str) -> int:
        """Return the line of `key` in the `number`th table of that name (from 0); 0 when it is not found."""
        seen, inside, header_line, quote = -1, not table, 0, ""
        for line, text in enumerate(self._lines, 1):
            if not quote:
                if (header := _HEADER.match(text)) is not None:
                    named = header[2] == table
                    seen += named
                    inside = named and seen == number
                    header_line = line if inside else header_line
                elif inside and (found := _KEY.match(text)) and found[1].strip("\"'") == key:
                    return line
            quote = _quote_after(text, quote)
        return header_line


def _quote_after(text: str, quote: str) -> str:
    """Return the long quote that is open at the end of a line; "" for none."""
    place = 0
    while True:
        if quote:
            end = text.find(quote, place)
            if end < 0:
                return quote
            place, quote = end + 3, ""
        else:
            starts = [(text.find(mark, place), mark) for mark in ('"""', "'''")]
            starts = [start for start in starts if start[0] >= 0]
            if not starts:
                return ""
            place, quote = min(starts)
            place += 3


class Table:
    """One table, such as the second of `variables`. `name` is "" for the top of the file."""

    def __init__(self, place: FilePlace, values: Mapping[str, Any], name: str = "", number: int = 0) -> None:
        self._place, self._values = place, values
        self._name, self._number = name, number

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def wrong(self, key: str, said: str, hint: str = "") -> BadInput:
        """Return the error about a key of this table."""
        where = f"{self._name} {self._number + 1}: " if self._name else ""
        return self._place.complain(where + said, hint, self._place.line_of(self._name, self._number, key))

    def refuse_unknown(self, *known: str) -> None:
        """Raise BadInput for a key that is not among `known`, with the nearest of them."""
        for key in self._values:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(known)}."
                raise self.wrong(key, f"there is no key {key!r} here.", hint)

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        return str(self._of_kind(key, default, str, "a text in quotes"))

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        return bool(self._of_kind(key, default, bool, "true or false"))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._of_kind(key, [], list, 'a list of texts, such as ["a", "b"]')
        assert isinstance(values, list)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, f"{key!r} must hold texts only.", 'Write them in quotes: ["a", "b"].')
        return tuple(values)

    def choice(self, key: str, allowed: Sequence[str], default: str) -> str:
        """Return one of a few words."""
        word, words = self.text(key, default), [str(each) for each in allowed]
        if word not in words:
            near = get_close_matches(word, words, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(words)}."
            raise self.wrong(key, f"{key!r} cannot be {word!r}.", hint)
        return word

    def moment(self, key: str) -> datetime:
        """Return a time; UTC where the file names no zone."""
        value = self._values.get(key)
        if isinstance(value, datetime):
            try:
                return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
            except OverflowError as error:
                raise self.wrong(key, f"{key!r} is before the year 1 or after 9999.") from error
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day, tzinfo=UTC)
        raise self.wrong(key, f"{key!r} must be a time.", "Write it as 2026-11-21T12:00:00Z, without quotes.")

    def table(self, key: str) -> Table:
        """Return the table below a key; an empty one where there is none."""
        values = self._of_kind(key, {}, dict, f"a table: [{self._path(key)}]")
        assert isinstance(values, dict)
        return Table(self._place, values, self._path(key), self._number)

    def tables(self, key: str) -> list[Table]:
        """Return the tables of a list."""
        values = self._of_kind(key, [], list, f"written as [[{self._path(key)}]]")
        assert isinstance(values, list)
        if not all(isinstance(value, dict) for value in values):
            raise self.wrong(key, f"{key!r} must be written as [[{self._path(key)}]].")
        return [Table(self._place, value, self._path(key), number) for number, value in enumerate(values)]

    def value(self, key: str) -> object:
        """Return whatever stands there; None for nothing."""
        return self._values.get(key)

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _of_kind(self, key: str, default: object, kind: type, said: str) -> object:
        value = self._values.get(key, default)
        if not isinstance(value, kind):
            raise self.wrong(key, f"{key!r} must be {said}.")
        return value
