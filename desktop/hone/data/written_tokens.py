"""Rendered texts as tokens, cut where a reply begins.

A token must not reach from a reply's header into the reply: chat ends the header's tokens there, and only
the reply is trained. Where a tokenizer would join them (a reply that begins with spaces or line breaks), the
text is encoded in parts. Control tokens that a row's own text contains are encoded as plain characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

import msgspec

from hone.data.hidden_tokens import HiddenTokens
from hone.data.tokenizer_folder import Piece, TokenizerFolder


class TextPiece(msgspec.Struct, frozen=True):
    """One token: its id, its place in the encoded text, and the characters shown for it."""

    id: int
    start: int
    end: int
    text: str


class Encoded(msgspec.Struct):
    """The tokens of a text: ids, where each begins, and the text shown for each where that was wanted."""

    ids: list[int]
    starts: list[int]
    texts: list[str] = []


class ToEncode(msgspec.Struct, frozen=True):
    """A rendered text, what is hidden in it, and the places that no token may reach over.

    `add_special_tokens`: with the tokens that the model's tokenizer puts around a raw text.
    """

    text: str
    hidden: HiddenTokens | None = None
    cuts: tuple[int, ...] = ()
    add_special_tokens: bool = False


def encode_texts(tokenizer: TokenizerFolder, wanted: Sequence[ToEncode], with_texts: bool) -> list[Encoded]:
    """Encode rendered texts, many at once; the texts of their tokens joined give them back as written."""
    together = {
        special: iter(
            tokenizer.encode_each(
                [each.text for each in wanted if each.hidden is None and each.add_special_tokens == special],
                special,
            )
        )
        for special in (False, True)
    }
    found: list[Encoded] = []
    for each in wanted:
        pieces = next(together[each.add_special_tokens]) if each.hidden is None else None
        if pieces is None or any(_is_crossed(pieces.offsets, cut) for cut in each.cuts):
            found.append(_as_encoded(encode_in_parts(tokenizer, each), with_texts))
        elif with_texts:
            found.append(_as_encoded(cover(each.text, pieces.pieces()), True))
        else:
            found.append(Encoded(pieces.ids, [start for start, _ in pieces.offsets]))
    return found


def encode_in_parts(tokenizer: TokenizerFolder, wanted: ToEncode) -> list[TextPiece]:
    """Encode a text part by part, cut at hidden tokens and at the places given."""
    pieces: list[TextPiece] = []
    position = 0
    for part, token in wanted.hidden.parts(wanted.text) if wanted.hidden else [(wanted.text, "")]:
        if token:
            shown = cover(token, _inside(token, tokenizer.encode_literally))
            pieces += [TextPiece(piece.id, position, position + 1, piece.text) for piece in shown]
            position += len(part)
            continue
        for span in _divided(part, position, wanted.cuts):
            found = _inside(span, tokenizer.encode) if position else tokenizer.encode(span)
            pieces += [
                TextPiece(piece.id, piece.start + position, piece.end + position, piece.text)
                for piece in cover(span, found)
            ]
            position += len(span)
    return pieces


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


def _is_crossed(offsets: Sequence[tuple[int, int]], cut: int) -> bool:
    """Whether a token reaches over a place; some leave spaces that belong to them out of their offsets."""
    following = bisect_left(offsets, (cut, -1))
    return following > 0 and offsets[following - 1][1] != cut


def _divided(part: str, position: int, cuts: Sequence[int]) -> Iterator[str]:
    """Give the pieces of a part that begins at `position`, none of them empty."""
    inside = sorted({cut - position for cut in cuts if 0 < cut - position < len(part)})
    for start, end in zip([0, *inside], [*inside, len(part)], strict=True):
        if start < end:
            yield part[start:end]


def _inside(part: str, encode: Callable[[str], list[Piece]]) -> list[Piece]:
    """Encode text from the middle of a line: some tokenizers put a space in front of any text.

    It is encoded after a newline, whose tokens are taken off again.
    """
    newline = [piece.id for piece in encode("\n")]
    pieces = encode("\n" + part)
    if [piece.id for piece in pieces[: len(newline)]] != newline:
        return encode(part)
    return [
        Piece(piece.id, max(0, piece.start - 1), max(0, piece.end - 1)) for piece in pieces[len(newline) :]
    ]


def _as_encoded(pieces: Sequence[TextPiece], with_texts: bool) -> Encoded:
    return Encoded(
        [piece.id for piece in pieces],
        [piece.start for piece in pieces],
        [piece.text for piece in pieces] if with_texts else [],
    )
