"""Control tokens that a row's own text happens to contain, like `<|im_end|>` in a text about templates.

Encoded naively they would end turns in the middle of a reply. So each is hidden behind one private-use
character while the template runs, and then encoded as the plain characters that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from hone.data.tokenizer_folder import Piece, TokenizerFolder

_PRIVATE_USE = range(0xE000, 0xF8FF)


class TextPiece(msgspec.Struct, frozen=True):
    """One token: its id, its place in the encoded text, and the characters shown for it."""

    id: int
    start: int
    end: int
    text: str


class WrittenTokens:
    """Hides the control tokens in some texts, and encodes what a template makes of these texts."""

    def __init__(self, tokenizer: TokenizerFolder, texts: Sequence[str]) -> None:
        self._tokenizer = tokenizer
        written = sorted(
            (token for token in tokenizer.control if token and any(token in text for text in texts)),
            key=len,
            reverse=True,
        )
        used = set("".join(texts)) if written else set()
        free = (chr(code) for code in _PRIVATE_USE if chr(code) not in used)
        self._marks = dict(zip(written, free, strict=False))
        self._tokens = {mark: token for token, mark in self._marks.items()}
        self._pattern = re.compile("|".join(map(re.escape, self._marks))) if self._marks else None

    @property
    def problem(self) -> str:
        """A sentence that names the control tokens, "" when there are none."""
        if not self._marks:
            return ""
        names = ", ".join(sorted(self._marks))
        return (
            f"The row's own text contains control tokens of this model ({names}); they count as plain text."
        )

    def hide(self, text: str) -> str:
        """Replace control tokens in `text` by their private-use characters."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._marks[match.group()], text)

    def encode(self, text: str) -> list[TextPiece]:
        """Encode a rendered text; the texts of the pieces joined give it back, hidden tokens shown."""
        if not self._tokens:
            return cover(text, self._tokenizer.encode(text))
        pieces: list[TextPiece] = []
        position = 0
        for part in re.split("([" + "".join(self._tokens) + "])", text):
            pieces.extend(self._encode_part(part, position))
            position += len(part)
        return pieces

    def _encode_part(self, part: str, position: int) -> list[TextPiece]:
        if not part:
            return []
        token = self._tokens.get(part)
        if token is None:
            found = self._inside(part) if position else self._tokenizer.encode(part)
            return [
                TextPiece(piece.id, piece.start + position, piece.end + position, piece.text)
                for piece in cover(part, found)
            ]
        shown = cover(token, self._tokenizer.encode_literally(token))
        return [TextPiece(piece.id, position, position + 1, piece.text) for piece in shown]

    def _inside(self, part: str) -> list[Piece]:
        """Encode text from the middle of a line: some tokenizers put a space in front of any text.

        It is encoded after a newline, whose tokens are taken off again.
        """
        newline = [piece.id for piece in self._tokenizer.encode("\n")]
        pieces = self._tokenizer.encode("\n" + part)
        if [piece.id for piece in pieces[: len(newline)]] != newline:
            return self._tokenizer.encode(part)
        return [
            Piece(piece.id, max(0, piece.start - 1), max(0, piece.end - 1))
            for piece in pieces[len(newline) :]
        ]


def cover(text: str, pieces: Sequence[Piece]) -> list[TextPiece]:
    """Give each token its characters so that all of them joined are `text`.

    Offsets may leave out spaces, and the bytes of one character may be several tokens, of which the first
    shows the character.
    """
    shown: list[TextPiece] = []
    position = 0
    for index, piece in enumerate(pieces):
        end = max(position, piece.end)
        if index == len(pieces) - 1:
            end = len(text)
        shown.append(TextPiece(piece.id, piece.start, piece.end, text[position:end]))
        position = end
    return shown
