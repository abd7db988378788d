"""Where in a block of texts something could be wrong, found by looking at all bytes of it at once.

Everything that `text_checks.findings` would tell is among the suspects; most suspects are harmless, and
`findings` decides. Each test here is about one of its patterns, and must find all that the pattern can.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

MARGIN = b"\n" * 16
"""What must stand before and after a block, so that no test looks beyond it."""

_TOKENS_AFTER_LESS = (
    b"/s",
    b"s>",
    b"<S",
    b"</",
    b"st",
    b"en",
    b"bo",
    b"eo",
    b"pa",
    b"un",
    b"ma",
    b"ex",
    *(b"br", b"Br", b"bR", b"BR"),
)
_TOKENS_AFTER_BRACKET = (
    *(b"IN", b"/I", b"CL", b"SE", b"MA", b"PA", b"UN", b"gM", b"sM", b"BO", b"EO", b"SY", b"/S"),
    *(b"TO", b"/T", b"AV", b"/A"),
)
_LONG = 16  # bytes on a boundary of four that every key of secrets.py has in a row; it has 20 and more
_ENCODED = 48  # the same for encoded data, which has 60 and more


def suspects(block: bytes, breaks: int) -> Array:
    """Return places in a block of UTF-8 near which something could be wrong.

    The block has its margins, and as many null characters between its texts as `breaks` says.
    """
    import numpy as np

    data = np.frombuffer(block, np.uint8)
    found = [*_controls(block, data, breaks), *_numbers(data), *_runs(data), *_marks(block, data)]
    found += _tokens(block, data)
    if not block.isascii():
        found.append(_beyond_ascii(data))
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _controls(block: bytes, data: Array, breaks: int) -> Iterator[Array]:
    """Tell null and control characters; tabs and line ends are none of them."""
    import numpy as np

    if np.count_nonzero(data < 9) != breaks:
        yield np.flatnonzero(data < 9)
    odd = (data - np.uint8(14)) < 18
    if odd.any():
        yield np.flatnonzero(odd)
    if 0x7F in block:
        yield np.flatnonzero(data == 0x7F)


def _numbers(data: Array) -> Iterator[Array]:
    """Tell four digits, any byte, four digits, without which there is no number of a card or an account.

    Looked at in words of two: of each four digits two stand in one word, and the word before or behind it
    has two more when the other four lie so that only one word is full.
    """
    import numpy as np

    twos = _words((data - np.uint8(48)) < 10, np.uint16)
    ends = twos[:-3] & twos[3:]
    ends &= twos[1:-2] | twos[2:-1]
    if ends.any():
        yield np.flatnonzero(ends) * 2 + 4


def _runs(data: Array) -> Iterator[Array]:
    """Tell long runs of the characters that keys and encoded data are made of, by words of four.

    Few texts have runs of even the characters above + in ASCII; only these are looked at closely.
    """
    import numpy as np

    words = _words(data.view(np.int8) > 0x2A, np.uint32)
    twos = words[:-1] & words[1:]
    fours = twos[:-2] & twos[2:]
    if fours.any():
        yield _of_keys(data, _made_of(data, np.flatnonzero(fours) * 4, _LONG, _IN_KEYS))
        eights = fours[:-4] & fours[4:]
        yield _made_of(data, np.flatnonzero(eights[:-4] & fours[8:]) * 4, _ENCODED, _IN_ENCODED)


def _of_keys(data: Array, places: Array) -> Array:
    """Return the places where four more bytes around the sixteen are those of keys too."""
    import numpy as np

    among = np.frombuffer(_IN_KEYS, np.bool_)
    before, behind = np.ones(len(places), bool), np.ones(len(places), bool)
    more = np.zeros(len(places), np.int64)
    for distance in range(4):
        before &= among[data[places - distance - 1]]
        behind &= among[data[places + _LONG + distance]]
        more += before
        more += behind
    return places[more >= 4]


def _words(mask: Array, size: type) -> Array:
    """Tell which words are true in every byte."""
    import numpy as np

    width = np.dtype(size).itemsize
    whole: Array = mask[: len(mask) // width * width].view(size) == size(0x0101010101010101 >> 64 - 8 * width)
    return whole


def _made_of(data: Array, places: Array, length: int, table: bytes) -> Array:
    """Return the places where so many bytes are all in the table."""
    import numpy as np

    among = np.frombuffer(table, np.bool_)
    for distance in range(length):
        places = places[among[data[places + distance]]]
    return places


def _marks(block: bytes, data: Array) -> Iterator[Array]:
    """Tell what stands around @ in addresses, after + in phone numbers, and around = in passwords."""
    import numpy as np

    if 0x40 in block:
        mails = np.flatnonzero(data == 0x40)
        after = data[mails + 1]
        named = np.frombuffer(_IN_NAMES, np.bool_)[after] | (after == 0x5B)
        yield mails[named & (data[mails - 1] > 32)]
    if 0x2B in block:
        phones = np.flatnonzero(data == 0x2B)
        yield phones[(data[phones + 1] - np.uint8(49)) < 9]
    if 0x3D in block:
        passwords = np.flatnonzero(data == 0x3D)
        last = data[passwords - 1]
        is_name = (last == 0x64) | (last == 0x79) | (last == 0x6E) | (last == 0x74)  # as in password, key
        yield passwords[is_name & (data[passwords + 1] > 32)]
    if _words(data == 0x2D, np.uint16).any() and b"-----B" in block:
        hyphens = np.flatnonzero(data == 0x2D)
        for distance, byte in ((4, 0x2D), (5, 0x42), (1, 0x2D)):  # -----B
            hyphens = hyphens[data[hyphens + distance] == byte]
        yield hyphens


def _tokens(block: bytes, data: Array) -> Iterator[Array]:
    """Tell < and [ before the letters of control tokens."""
    import numpy as np

    for mark, table in ((0x3C, _AFTER_LESS), (0x5B, _AFTER_BRACKET)):
        if mark in block:
            places = np.flatnonzero(data == mark)
            after = data[places + 1].astype(np.uint16) << np.uint16(8) | data[places + 2]
            yield places[np.frombuffer(table, np.bool_)[after]]


def _beyond_ascii(data: Array) -> Array:
    """Tell characters that nobody sees, by the first bytes of their UTF-8."""
    import numpy as np

    places = np.flatnonzero(data >= 0xC2)
    first, second, third = data[places], data[places + 1], data[places + 2]
    odd = (first == 0xE2) & (((second == 0x80) & _is_mark(third)) | ((second == 0x81) & (third >= 0xA0)))
    odd |= (first == 0xEF) & (((second == 0xBB) & (third == 0xBF)) | ((second == 0xBF) & (third >= 0xB9)))
    odd |= (first == 0xEE) | ((first == 0xEF) & (second <= 0xA3))
    odd |= (first == 0xC2) & ((second <= 0x9F) | (second == 0xAD))
    odd |= ((first == 0xD8) & (second == 0x9C)) | ((first == 0xE1) & (second == 0xA0) & (third == 0x8E))
    odd |= (first == 0xF3) | (first == 0xF4)
    found: Array = places[odd]
    return found


def _is_mark(third: Array) -> Array:
    return ((third >= 0x8B) & (third <= 0x8F)) | ((third >= 0xAA) & (third <= 0xAE))


def _table(pairs: tuple[bytes, ...], first: bytes = b"") -> bytes:
    table = bytearray(65_536)
    for pair in pairs:
        table[pair[0] << 8 | pair[1]] = 1
    for byte in first:
        table[byte << 8 : (byte + 1) << 8] = b"\1" * 256
    return bytes(table)


def _bytes(characters: str) -> bytes:
    return bytes(chr(byte) in characters for byte in range(256))


_IN_NAMES = _bytes(ascii_letters + digits)
_IN_KEYS = _bytes(ascii_letters + digits + "_-")
_IN_ENCODED = _bytes(ascii_letters + digits + "_-+/")
_AFTER_LESS = _table(_TOKENS_AFTER_LESS, b"|\xef")
_AFTER_BRACKET = _table(_TOKENS_AFTER_BRACKET)
