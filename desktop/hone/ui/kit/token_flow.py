"""Where each token of a running text is drawn: words stay whole, line ends end their line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

VISIBLE = {"\n": "↵", "\t": "→", "\r": "␍"}
_LONGEST_WORD = 0.8


@dataclass(frozen=True)
class Box:
    """A token, or the part of one that stands on a line, in pixels from the left; `line` counts from 0."""

    index: int
    text: str
    x: float
    width: float
    line: int


class Flow:
    """All boxes in reading order; answers what is where without walking through all of them."""

    def __init__(self, boxes: Sequence[Box] = (), line_height: float = 1.0) -> None:
        self.boxes = tuple(boxes)
        self.line_height = line_height
        self._starts: list[int] = []
        self._first: dict[int, int] = {}
        for place, box in enumerate(self.boxes):
            while len(self._starts) <= box.line:
                self._starts.append(place)
            self._first.setdefault(box.index, place)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self._starts) * self.line_height

    def in_sight(self, top: float, bottom: float) -> Sequence[Box]:
        """Return the boxes on lines between two heights."""
        first = max(0, int(top // self.line_height))
        last = int(bottom // self.line_height) + 1
        if first >= len(self._starts):
            return ()
        end = self._starts[last] if last < len(self._starts) else len(self.boxes)
        return self.boxes[self._starts[first] : end]

    def at(self, x: float, y: float, nearest: bool = False) -> int:
        """Return the token at a point, -1 when there is none; `nearest` takes the closest of the line."""
        line = int(y // self.line_height)
        if not self.boxes or not 0 <= line < len(self._starts):
            return -1
        boxes = self.in_sight(line * self.line_height, line * self.line_height)
        boxes = [box for box in boxes if box.line == line]
        if not boxes:
            return -1
        box = boxes[max(0, bisect_right(boxes, x, key=lambda each: each.x) - 1)]
        return box.index if nearest or box.x <= x < box.x + box.width else -1

    def box(self, index: int) -> Box | None:
        """Return a token's first box."""
        return next(iter(self.boxes_of(index)), None)

    def boxes_of(self, index: int) -> Sequence[Box]:
        """Return the boxes of a token: one for each line that it stands on."""
        first = last = self._first.get(index, len(self.boxes))
        while last < len(self.boxes) and self.boxes[last].index == index:
            last += 1
        return self.boxes[first:last]


@dataclass(frozen=True)
class _Piece:
    index: int
    text: str
    width: float
    begins_word: bool
    ends_line: bool


def visible_text(text: str) -> str:
    """Write a token so that blanks and line ends can be seen; blanks beside letters stay blanks."""
    shown = "".join(VISIBLE.get(character, character) for character in text)
    return shown if shown.strip(" ") else "·" * max(1, len(shown))


def flow(texts: Sequence[str], width: float, line_height: float, advance: Callable[[str], float]) -> Flow:
    """Flow the texts of tokens into lines of `width` pixels; `advance` measures a text."""
    pieces = list(_pieces(texts, advance))
    boxes: list[Box] = []
    x, line = 0.0, 0
    for place, piece in enumerate(pieces):
        needed = _word_width(pieces, place, width) if piece.begins_word else piece.width
        text, wide = piece.text, piece.width
        if x and x + needed > width:
            x, line = 0.0, line + 1
            if text.startswith(" ") and text.strip():
                text = text[1:]
                wide = advance(text)
        wide = min(wide, width)
        boxes.append(Box(piece.index, text, x, wide, line))
        x += wide
        if piece.ends_line:
            x, line = 0.0, line + 1
    return Flow(boxes, line_height)


def _pieces(texts: Sequence[str], advance: Callable[[str], float]) -> Iterator[_Piece]:
    """Cut tokens at line ends."""
    after_blank = True
    for index, text in enumerate(texts):
        for part in text.splitlines(keepends=True) or [text]:
            ends = part.endswith("\n")
            shown = visible_text(part)
            yield _Piece(index, shown, advance(shown), after_blank or part[:1].isspace(), ends)
            after_blank = part[-1:].isspace()


def _word_width(pieces: Sequence[_Piece], place: int, width: float) -> float:
    """Return the width of the word that begins at a piece; a very long one may be cut anywhere."""
    total = pieces[place].width
    for piece in pieces[place + 1 :]:
        if piece.begins_word or pieces[place].ends_line:
            break
        total += piece.width
        if total > width * _LONGEST_WORD:
            return pieces[place].width
        if piece.ends_line:
            break
    return total
