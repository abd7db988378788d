"""Read a tool call from text that may not have come to its end yet."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from hone.workers.part_kinds import ToolCallPart

_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*("|\\?\Z)|[\[\]{}]', re.DOTALL)
_NAME = re.compile(r"[\w.:/-]+")


class Reading(NamedTuple):
    """The calls in a text and how many of its characters they take; no calls: it is no call."""

    calls: tuple[ToolCallPart, ...]
    used: int


NO_CALL = Reading((), 0)


class Unfinished(Exception):
    """The text ends before what is wanted."""


class Unfit(Exception):
    """The text is no call of this format."""


class Cursor:
    """A place in a text; every method moves it on, or raises Unfinished or Unfit.

    `ended` says that no more text will come: a closing mark may then be missing.
    """

    def __init__(self, text: str, ended: bool) -> None:
        self.text = text
        self.ended = ended
        self.place = 0

    @property
    def rest(self) -> str:
        """What lies ahead."""
        return self.text[self.place :]

    def skip_space(self) -> None:
        """Pass white space."""
        self.place = len(self.text) - len(self.rest.lstrip())

    def sees(self, mark: str) -> bool:
        """Whether `mark` comes next; Unfinished when that is not certain yet."""
        if self.text.startswith(mark, self.place):
            return True
        if mark.startswith(self.rest):
            raise Unfinished
        return False

    def take(self, mark: str) -> None:
        """Pass `mark`."""
        if not self.sees(mark):
            raise Unfit
        self.place += len(mark)

    def takes(self, mark: str) -> bool:
        """Pass `mark` if it comes next, and say so."""
        seen = self.sees(mark)
        self.place += len(mark) if seen else 0
        return seen

    def close(self, mark: str) -> None:
        """Pass white space and the closing `mark`; where the text has ended it may be missing."""
        place = self.place
        self.skip_space()
        if self.ended and mark.startswith(self.rest):
            self.place = len(self.text)
        elif not self.rest:
            self.place = place
            raise Unfinished
        else:
            self.take(mark)

    def until(self, mark: str) -> str:
        """Pass text and the `mark` after it, and return the text."""
        found = self.text.find(mark, self.place)
        if found < 0:
            raise Unfinished
        text, self.place = self.text[self.place : found], found + len(mark)
        return text

    def name(self) -> str:
        """Pass and return a function's name; a name at the end of the text may go on."""
        match = _NAME.match(self.text, self.place)
        if match is None:
            raise Unfit if self.rest else Unfinished
        if match.end() == len(self.text) and not self.ended:
            raise Unfinished
        self.place = match.end()
        return match.group()

    def json(self, closing: str = "") -> str:
        """Pass and return a JSON object or list, as it is written.

        Unfit when the mark `closing` comes before its end, other than within one of its strings.
        """
        if not self.rest:
            raise Unfinished
        if self.rest[0] not in "{[":
            raise Unfit
        depth = 0
        closed = self.text.find(closing, self.place) if closing else -1
        for match in _BRACKETS.finditer(self.text, self.place):
            token = match.group()
            if 0 <= closed < match.start():
                self._refuse_closed(closing, match.start())
            if token[0] == '"':
                if match.group(1) != '"':
                    raise Unfinished
                continue
            depth += 1 if token in "{[" else -1
            if depth == 0:
                value, self.place = self.text[self.place : match.end()], match.end()
                return value
        if closing:
            self._refuse_closed(closing, len(self.text))
        raise Unfinished

    def _refuse_closed(self, closing: str, end: int) -> None:
        """Raise Unfit when `closing` stands outside of all strings before `end`."""
        outside = _STRINGS.sub(lambda match: " " * len(match.group()), self.text[self.place : end])
        if closing in outside:
            raise Unfit


_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def reader(parse: Callable[[Cursor], tuple[ToolCallPart, ...]]) -> Callable[[str, bool], Reading | None]:
    """Make of a parser what a format needs: calls, NO_CALL, or None while the text is unfinished."""

    def read(body: str, ended: bool) -> Reading | None:
        cursor = Cursor(body, ended)
        try:
            calls = parse(cursor)
        except Unfinished:
            return None
        except (Unfit, RecursionError):
            return NO_CALL
        return Reading(calls, cursor.place) if calls else NO_CALL

    return read


def calls_in(written: str, names: tuple[str, ...], arguments: tuple[str, ...]) -> tuple[ToolCallPart, ...]:
    """Read the calls in a JSON object or list of objects, with the keys that a format uses; raises Unfit."""
    objects = _values(written) if written.startswith("[") else [written]
    return tuple(_call(each, names, arguments) for each in objects)


def arguments_of(written: str) -> str:
    """Return a call's arguments as a JSON object's text, as written where that is valid; raises Unfit."""
    value = _loads(written)
    if value is None:
        return "{}"
    if isinstance(value, str):
        written = value.strip()
        value = _loads(written)
    if not isinstance(value, dict):
        raise Unfit
    try:
        json.loads(written)
    except ValueError:  # line breaks within strings
        return json.dumps(value, ensure_ascii=False)
    return written


def value_of(text: str) -> object:
    """Return the JSON value that `text` is, or the text itself: formats without quotes write both so."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _call(written: str, names: tuple[str, ...], arguments: tuple[str, ...]) -> ToolCallPart:
    members = _members(written)
    if "function" in members and members["function"].startswith("{"):
        members = _members(members["function"])
    name = next((_loads(members[key]) for key in names if key in members), None)
    if not isinstance(name, str) or not name:
        raise Unfit
    given = next((members[key] for key in arguments if key in members), "{}")
    return ToolCallPart(name, arguments_of(given))


_decoder = json.JSONDecoder(strict=False)


def _loads(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except ValueError as error:
        raise Unfit from error


def _members(written: str) -> dict[str, str]:
    """Return the members of a JSON object, each value as it is written."""
    if not isinstance(_loads(written), dict):
        raise Unfit
    found: dict[str, str] = {}
    place = _next(written, 1)
    while written[place] != "}":
        key, place = _decoder.raw_decode(written, place)
        start = _next(written, _next(written, place) + 1)
        _, place = _decoder.raw_decode(written, start)
        found[key] = written[start:place]
        place = _next(written, place)
        if written[place] == ",":
            place = _next(written, place + 1)
    return found


def _values(written: str) -> list[str]:
    """Return the items of a JSON list, each as it is written."""
    if not isinstance(_loads(written), list):
        raise Unfit
    found: list[str] = []
    place = _next(written, 1)
    while written[place] != "]":
        _, end = _decoder.raw_decode(written, place)
        found.append(written[place:end])
        place = _next(written, end)
        if written[place] == ",":
            place = _next(written, place + 1)
    return found


def _next(text: str, place: int) -> int:
    """Return where the next character that is no white space stands; the text is known to be valid JSON."""
    while text[place].isspace():
        place += 1
    return place
