"""A text in lines of so many cells: where each character is, without measuring it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

_TAB_CELLS = 4


class TextGrid:
    """Wraps a text at `columns` cells, between words where it can; wide characters take two cells.

    A line end takes a cell, so that it can be shown and pointed at. Lines of ASCII alone cost next to
    nothing, which is what makes prompts of 100,000 tokens possible.
    """

    def __init__(self, text: str, columns: int) -> None:
        self.text = text
        self.columns = max(8, columns)
        self._starts: list[int] = []
        self._plain: list[bool] = []
        self._wrap()

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def span(self, line: int) -> tuple[int, int]:
        """Return the characters of a line, its line end included."""
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self._starts[line], end

    def is_plain(self, line: int) -> bool:
        """Whether every character of a line takes one cell."""
        return self._plain[line]

    def line_of(self, place: int) -> int:
        """Return the line that a character stands on."""
        return max(0, bisect_right(self._starts, place) - 1)

    def cell_of(self, line: int, place: int) -> int:
        """Return how many cells stand before a character of a line."""
        start, _ = self.span(line)
        if self._plain[line]:
            return place - start
        return sum(cells(character) for character in self.text[start:place])

    def place_at(self, line: int, cell: float) -> int:
        """Return the character at a cell of a line, -1 behind its end."""
        start, end = self.span(line)
        if self._plain[line]:
            place = start + int(cell)
            return place if cell >= 0 and place < end else -1
        passed = 0
        for place in range(start, end):
            passed += cells(self.text[place])
            if cell < passed:
                return place
        return -1

    def _wrap(self) -> None:
        start, text = 0, self.text
        while start < len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end + 1
            self._wrap_one(start, end)
            start = end

    def _wrap_one(self, start: int, end: int) -> None:
        """Cut one line of the text, whose line end may stand out by a cell."""
        piece = self.text[start:end]
        plain = piece.isascii() and "\t" not in piece
        body = end - 1 if piece.endswith("\n") else end
        while True:
            last = start + self.columns if plain else self._fitting(start, body)
            if last >= body:
                self._add(start, plain)
                return
            cut = max(self.text.rfind(" ", start, last), self.text.rfind(">", start, last)) + 1
            cut = cut if cut > start + self.columns // 2 else last
            self._add(start, plain)
            start = cut

    def _fitting(self, start: int, end: int) -> int:
        """Return where the line that begins at `start` is full; at least one character further."""
        used = 0
        for place in range(start, end):
            used += cells(self.text[place])
            if used > self.columns:
                return max(place, start + 1)
        return end

    def _add(self, start: int, plain: bool) -> None:
        self._starts.append(start)
        self._plain.append(plain)


@lru_cache(maxsize=20_000)
def cells(character: str) -> int:
    """Return how many cells a character takes: none for marks upon others, two for wide ones."""
    if character == "\t":
        return _TAB_CELLS
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
