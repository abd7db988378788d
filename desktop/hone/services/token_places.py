"""Where each token of a rendered prompt begins in its text."""

from __future__ import annotations

from collections.abc import Callable

from hone.domain.generation import PromptRendered

_FAR = 256


def token_starts(rendered: PromptRendered) -> tuple[int, ...]:
    """Return the character at which each token begins; in the middle of a character, that character.

    Tokens are walked along the text's bytes. A tokenizer may put a space in front, or leave one out when
    it shows a token alone; one that changes the text is caught up with at the next token that can be found.
    """
    data = rendered.text.encode()
    special = frozenset(rendered.special_ids)
    character_at = _characters(rendered.text, data)
    place, starts = 0, []
    for token, piece in zip(rendered.token_ids, rendered.pieces, strict=True):
        raw = rendered.partial[token] if token in rendered.partial else piece.encode()
        starts.append(character_at(min(place, max(0, len(data) - 1))))
        place = _after(data, place, raw, token in special)
    return tuple(starts)


def _after(data: bytes, place: int, raw: bytes, special: bool) -> int:
    """Return where a token that begins at `place` ends."""
    for form in (raw, raw[1:] if raw.startswith(b" ") else b"", b" " + raw):
        if form and data.startswith(form, place):
            return place + len(form)
    if special or not raw.strip():
        return place
    found = data.find(raw, place, place + _FAR + len(raw))
    if found < 0 and raw.startswith(b" "):
        raw = raw[1:]
        found = data.find(raw, place, place + _FAR + len(raw))
    return found + len(raw) if found >= 0 else place


def _characters(text: str, data: bytes) -> Callable[[int], int]:
    """Return a function from a place in the UTF-8 bytes to the character it lies in; places must not fall."""
    if len(data) == len(text):
        return lambda place: place
    known = [0, -1]  # bytes that were counted, and the character that the last of them lies in

    def character_at(place: int) -> int:
        begun, character = known
        stretch = data[begun : place + 1]
        character += sum(byte & 0xC0 != 0x80 for byte in stretch)
        known[:] = (max(begun, place + 1), character)
        return max(0, character)

    return character_at
