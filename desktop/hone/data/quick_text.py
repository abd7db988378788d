"""Where in a block of texts something could be wrong, found by looking at all bytes of it at once.

Everything that `text_checks.findings` would tell is among the suspects; most suspects are harmless, and
`findings` decides. Each test here is about one of its patterns, and must find all that the pattern can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

MARGIN = b"\n" * 16
"""What must stand before and after a block, so that no test looks beyond it."""

_TOKENS_AFTER_LESS = (b"/s", b"s>", b"<S", b"</", b"st", b"en", b"bo", b"eo", b"pa", b"un", b"ma", b"ex")
_TOKENS_AFTER_BRACKET = (
    *(b"IN", b"/I", b"CL", b"SE", b"MA", b"PA", b"UN", b"gM", b"sM", b"BO", b"EO", b"SY", b"/S"),
    *(b"TO", b"/T", b"AV", b"/A"),
)
_TOKEN_BYTES = 23  # in a row has every key of secrets.py but AWS's, so two whole words of eight
_ENCODED_BYTES = 60  # in a row has all encoded data, so six whole words of eight


def suspects(block: bytes) -> Array:
    """Return places in a block of UTF-8 near which something could be wrong; it has its margins."""
    import numpy as np

    data = np.frombuffer(block, np.uint8)
    names = (data - np.uint8(48)) < 10
    found = [_controls(data), _numbers(names)]
    names |= ((data | 32) - np.uint8(97)) < 26
    found += [*_keys(data, names), *_marks(block, data, names), *_tokens(data)]
    if not block.isascii():
        found.append(_beyond_ascii(data))
    return np.concatenate(found)


def _controls(data: Array) -> Array:
    """Tell null and control characters; tabs and line ends are none of them."""
    import numpy as np

    places = np.flatnonzero(data < 32)
    values = data[places]
    odd = places[(values < 9) | (values > 13)]
    return np.concatenate((odd, np.flatnonzero(data == 0x7F)))


def _numbers(digits: Array) -> Array:
    """Tell four digits, any byte, four digits, without which there is no number of a card or an account."""
    import numpy as np

    pairs = digits[:-1] & digits[1:]
    fours = pairs[:-2] & pairs[2:]
    places = np.flatnonzero(fours[:-5])
    return places[fours[places + 5]]


def _marks(block: bytes, data: Array, names: Array) -> list[Array]:
    """Tell what stands around @ in addresses, after + in phone numbers, and around = in passwords."""
    import numpy as np

    nowhere = np.zeros(0, np.int64)
    mails, phones, passwords, hyphens, ids = (
        np.flatnonzero(data == mark) if mark in block else nowhere for mark in b"@+=-I"
    )
    after = data[mails + 1]
    mails = mails[(names[mails + 1] | (after == 0x5B)) & (data[mails - 1] > 32)]
    phones = phones[(data[phones + 1] - np.uint8(49)) < 9]
    last = data[passwords - 1]
    is_name = (last == 0x64) | (last == 0x79) | (last == 0x6E) | (last == 0x74)  # as in password, key
    passwords = passwords[is_name & (data[passwords + 1] > 32)]
    for distance, byte in ((4, 0x2D), (5, 0x42), (1, 0x2D)):  # -----B
        hyphens = hyphens[data[hyphens + distance] == byte]
    before = data[ids - 1]
    ids = ids[(data[ids + 1] == 0x41) & ((before == 0x4B) | (before == 0x53))]  # AKIA, ASIA
    return [mails, phones, passwords, hyphens, ids]


def _keys(data: Array, names: Array) -> list[Array]:
    """Tell long runs of the characters that keys and encoded data are made of, by whole words of eight."""
    import numpy as np

    token = names | (data == 0x5F)
    token |= data == 0x2D
    size = len(data) // 8 * 8
    whole = token[:size].view(np.uint64) == _ALL_EIGHT
    found = [np.flatnonzero(whole[:-1] & whole[1:]) * 8 + 8]
    token |= data == 0x2B
    token |= data == 0x2F
    whole = token[:size].view(np.uint64) == _ALL_EIGHT
    twos = whole[:-1] & whole[1:]
    fours = twos[:-2] & twos[2:]
    found.append(np.flatnonzero(fours[:-2] & twos[4:]) * 8 + 8)
    return found


def _tokens(data: Array) -> list[Array]:
    """Tell < and [ before the letters of control tokens."""
    import numpy as np

    found = []
    for mark, table in ((0x3C, _AFTER_LESS), (0x5B, _AFTER_BRACKET)):
        places = np.flatnonzero(data[:-2] == mark)
        if len(places):
            after = data[places + 1].astype(np.uint16) << np.uint16(8) | data[places + 2]
            found.append(places[np.frombuffer(table, np.bool_)[after]])
    return found


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


_ALL_EIGHT = 0x0101010101010101
_AFTER_LESS = _table(_TOKENS_AFTER_LESS, b"|\xef")
_AFTER_BRACKET = _table(_TOKENS_AFTER_BRACKET)
