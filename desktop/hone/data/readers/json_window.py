"""A long JSON text read value by value, so that a file of gigabytes needs no gigabytes of memory."""

from __future__ import annotations

import json
import re
from typing import TextIO

from hone.data.readers.json_text import EVERY_KEY_ONCE, DuplicateKey, advice, decoder, reason
from hone.data.source import Source
from hone.errors import BadInput

_CHUNK = 2**18
_LONGEST_VALUE = 256 * 2**20
_OBJECTS = re.compile(r"\[[ \t\r\n]*\{")
_SPACES = re.compile("[ \\t\\r\\n\ufeff]*")


class Broken(Exception):
    """A value is no JSON. `cut` says that the file ends within it."""

    def __init__(self, line: int, why: str, hint: str, cut: bool) -> None:
        super().__init__(why)
        self.line = line
        self.why = why
        self.hint = hint
        self.cut = cut


class Window:
    """The part of the file that is being read, and the line it starts in.

    `constants` are the lines of values that hold NaN, which are read as null.
    """

    def __init__(self, file: TextIO, source: Source) -> None:
        self._file = file
        self._source = source
        self._decode = decoder(lambda _name: self._note_constant()).raw_decode
        self._text = file.read(_CHUNK)
        self._place = 0
        self._indent: str | None = None
        self.line = 1
        self.constants: list[int] = []

    def peek(self) -> str:
        """Pass white space and return the next character, "" at the end of the file."""
        while True:
            space = _SPACES.match(self._text, self._place)
            self._move(space.end() if space else self._place)
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                return ""

    def skip(self, character: str) -> bool:
        """Pass white space, then `character` if it is next."""
        if self.peek() != character:
            return False
        self._move(self._place + 1)
        return True

    def begins_objects(self) -> bool:
        """Whether the next value is a list, and its first element an object."""
        self.peek()
        while self._text[self._place :].rstrip() == "[" and self._more():
            pass
        return _OBJECTS.match(self._text, self._place) is not None

    def next_value(self) -> object:
        """Read one value, fetching more of the file while it is incomplete; raises Broken."""
        self.peek()
        self._indent = self._indentation()
        while True:
            try:
                value, end = self._decode(self._text, self._place)
            except json.JSONDecodeError as error:
                incomplete = error.msg.startswith("Unterminated") or error.pos > len(self._text) - 64
                within = error.pos - self._place  # fetching more moves what is held
                if incomplete and self._more():
                    continue
                place = self._place + within
                at_end = error.msg.startswith("Unterminated") or not self._text[place:].strip()
                raise self._broken(error, place, cut=at_end) from error
            except (DuplicateKey, ValueError, RecursionError) as error:
                raise self._broken(error, self._place, cut=False) from error
            if end == len(self._text) and not isinstance(value, dict | list | str) and self._more():
                continue  # the number may go on in what was just fetched
            self._move(end)
            return value

    def recover(self) -> bool:
        """After a broken value that began a line, go on at the next line that begins an object as far in.

        Or at the bracket that closes the list, less far in. A text cannot hold a line break in JSON, so what
        begins a line begins no text.
        """
        if self._indent is None:
            return False
        less = rf"[ \t]{{0,{max(0, len(self._indent) - 1)}}}"
        start = re.compile(rf"\n(?:{re.escape(self._indent)}\{{|{less}\])")
        place = self._place
        while (found := start.search(self._text, place)) is None:
            self._move(max(self._place, len(self._text) - len(self._indent) - 2))
            if not self._more():
                return False
            place = 0
        self._move(found.end() - 1)
        return True

    def pass_all(self) -> None:
        """Go to the end of what was fetched."""
        self._move(len(self._text))

    def refusal(self, why: str, line: int = 0, hint: str = "") -> BadInput:
        """Say that the file cannot be read on from here."""
        return BadInput(
            f"{self._source.name} is not valid JSON: in line {line or self.line:,} {why}.",
            hint=hint or advice(self._text[self._place : self._place + 2000] or self._source.head),
        )

    def _broken(self, error: Exception, place: int, cut: bool) -> Broken:
        hint = advice(self._text[self._place : self._place + 2000])
        if isinstance(error, DuplicateKey):
            hint = EVERY_KEY_ONCE
        line = self.line + self._text.count("\n", self._place, place)
        return Broken(line, reason(error), hint, cut)

    def _note_constant(self) -> None:
        if not self.constants or self.constants[-1] != self.line:
            self.constants.append(self.line)

    def _indentation(self) -> str | None:
        """Return the white space before the next value when there is nothing else in its line."""
        begin = self._text.rfind("\n", 0, self._place) + 1
        before = self._text[begin : self._place]
        if not begin or before.strip():
            return None
        inner = re.compile(r"\{[ \t]*\r?\n([ \t]*)").match(self._text, self._place)
        # Where what is within stands no further in, the next element cannot be told from a part of this one.
        return before if inner is None or len(inner[1]) > len(before) else None

    def _more(self) -> bool:
        """Fetch as much again as is held, so that long values do not cost quadratic time."""
        if len(self._text) - self._place > _LONGEST_VALUE:
            raise self.refusal("one value is too long", hint="Save the rows as JSON lines, one per line.")
        begin = self._text.rfind("\n", 0, self._place)
        kept_from = begin if begin >= 0 and not self._text[begin : self._place].strip() else self._place
        kept = self._text[kept_from:]
        fresh = self._file.read(max(_CHUNK, len(kept)))
        self._place -= kept_from
        self._text = kept + fresh
        return bool(fresh)

    def _move(self, place: int) -> None:
        self.line += self._text.count("\n", self._place, place)
        self._place = place
