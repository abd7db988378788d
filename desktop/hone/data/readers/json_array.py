"""A JSON array of objects, read piece by piece so that a file of gigabytes needs no gigabytes of memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TextIO

from hone.data.readers.json_text import DuplicateKey, advice, decoder, reason
from hone.data.records import Found, Record, broken
from hone.data.source import Source
from hone.errors import BadInput

NAME = "JSON array"
_CHUNK = 2**18
_LONGEST_ELEMENT = 256 * 2**20
_SPACES = re.compile("[ \\t\\r\\n\ufeff]*")


def matches(source: Source) -> bool:
    """Whether the file begins with a bracket."""
    return source.head.lstrip().startswith("[")


def read(source: Source) -> Iterator[Found]:
    """Give a record per element; a syntax error or a missing end refuses the file, naming the line."""
    with source.open() as file:
        window = _Window(file, source)
        window.skip("[")
        row = 0
        while not window.at_end():
            line = window.line
            value = window.next_value()
            row += 1
            if isinstance(value, dict):
                yield Record(row, line, value)
            else:
                message = f"Element {row:,} (line {line:,}) is not an object with named columns."
                yield broken(row, line, "not_object", message, 'Write each row as {"prompt": ..., ...}.')


class _Window:
    """The part of the file that is being read, and the line it starts in."""

    def __init__(self, file: TextIO, source: Source) -> None:
        self._file = file
        self._source = source
        self._decode = decoder().raw_decode
        self._text = file.read(_CHUNK)
        self._place = 0
        self.line = 1

    def skip(self, character: str) -> bool:
        """Pass white space, then `character` if it is next."""
        while True:
            space = _SPACES.match(self._text, self._place)
            self._move(space.end() if space else self._place)
            if self._place < len(self._text) or not self._more():
                break
        if self._text.startswith(character, self._place):
            self._move(self._place + 1)
            return True
        return False

    def at_end(self) -> bool:
        """Pass a comma; tell whether the array ends here, and refuse a file that ends before it."""
        self.skip(",")
        if self.skip("]"):
            self.skip("]")
            if self._place < len(self._text):
                raise self._refusal("there is something after the end of the list")
            return True
        if self._place >= len(self._text):
            raise self._refusal("it ends before its list is closed, so it is cut off")
        return False

    def next_value(self) -> object:
        """Read one element, fetching more of the file while it is incomplete."""
        while True:
            try:
                value, end = self._decode(self._text, self._place)
            except json.JSONDecodeError as error:
                incomplete = error.msg.startswith("Unterminated") or error.pos > len(self._text) - 64
                if incomplete and self._more():
                    continue
                self._move(max(error.pos, self._place))
                raise self._refusal(reason(error)) from error
            except (DuplicateKey, ValueError, RecursionError) as error:
                raise self._refusal(reason(error)) from error
            self._move(end)
            return value

    def _more(self) -> bool:
        """Fetch as much again as is held, so that long elements do not cost quadratic time."""
        if len(self._text) - self._place > _LONGEST_ELEMENT:
            raise self._refusal("one element is too long")
        kept = self._text[self._place :]
        fresh = self._file.read(max(_CHUNK, len(kept)))
        self._text, self._place = kept + fresh, 0
        return bool(fresh)

    def _move(self, place: int) -> None:
        self.line += self._text.count("\n", self._place, place)
        self._place = place

    def _refusal(self, why: str) -> BadInput:
        return BadInput(
            f"{self._source.path.name} is not valid JSON: in line {self.line:,} {why}.",
            hint=advice(self._text[self._place : self._place + 2000] or self._source.head),
        )
