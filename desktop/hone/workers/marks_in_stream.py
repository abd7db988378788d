"""Find marks in text that comes in pieces, however it is cut."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a stretch of a reply is; CONTROL is a control token that is none of the marks."""

    TEXT = 1
    MARK = 2
    CONTROL = 3


class Stretch(NamedTuple):
    """A piece of a reply: letters, or one whole token or mark."""

    kind: Kind
    text: str


class MarkScanner:
    """Cuts a reply at its marks; what may be the beginning of one is held back.

    Marks that are control tokens are told by the engine and need no search; letters that look like them are
    just text.
    """

    def __init__(self, marks: Collection[str], control: Collection[str]) -> None:
        self._tokens = frozenset(mark for mark in marks if mark in control)
        letters = sorted({mark for mark in marks if mark not in self._tokens}, key=len, reverse=True)
        self._prefixes = frozenset(mark[:length] for mark in letters for length in range(1, len(mark)))
        self._longest = max((len(mark) for mark in letters), default=1) - 1
        self._mark = re.compile("|".join(map(re.escape, letters))) if letters else None
        firsts = "".join(re.escape(first) for first in sorted({mark[0] for mark in letters}))
        self._first = re.compile(f"[{firsts}]") if letters else None
        self._held = ""

    def add(self, text: str, control: str) -> list[Stretch]:
        """Return what is certain after `text`, which a control token may follow."""
        if control:
            kind = Kind.MARK if control in self._tokens else Kind.CONTROL
            return [*self._cut(text, final=True), Stretch(kind, control)]
        if self.has_no_mark(text):
            return [Stretch(Kind.TEXT, text)] if text else []
        return self._cut(text, final=False)

    def has_no_mark(self, text: str) -> bool:
        """Whether nothing is held back and no mark begins in `text`."""
        return not self._held and (self._first is None or self._first.search(text) is None)

    def end(self) -> list[Stretch]:
        """Return what was held back."""
        return self._cut("", final=True)

    def forget(self) -> None:
        """Drop what is held back."""
        self._held = ""

    def _cut(self, text: str, final: bool) -> list[Stretch]:
        text, self._held = self._held + text, ""
        found: list[Stretch] = []
        place = 0
        for match in self._mark.finditer(text) if self._mark is not None else ():
            if match.start() > place:
                found.append(Stretch(Kind.TEXT, text[place : match.start()]))
            found.append(Stretch(Kind.MARK, match.group()))
            place = match.end()
        rest = text[place:]
        if not final:
            cut = self._certain(rest)
            rest, self._held = rest[:cut], rest[cut:]
        if rest:
            found.append(Stretch(Kind.TEXT, rest))
        return found

    def _certain(self, text: str) -> int:
        """Return how much of `text` can be no part of a mark."""
        for start in range(max(0, len(text) - self._longest), len(text)):
            if text[start:] in self._prefixes:
                return start
        return len(text)
