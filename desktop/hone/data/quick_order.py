"""Which replies of a block could repeat or refuse what was asked: told by how they begin."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hone.data.checks import repeats
from hone.data.refusals import REFUSAL_STARTS, may_refuse, refuses

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


def odd_replies(data: Array, starts: Array, replies: Array, texts: list[str]) -> Iterator[int]:
    """Give those of `replies` (places in `texts`) that repeat or refuse what the text before them asks.

    `data` are the bytes of the texts, each followed by another byte, and `starts` where they begin. No text
    is empty.
    """
    import numpy as np

    places = starts[replies]
    first, asked = data[places], data[starts[replies - 1]]
    begun = np.stack([data[places + distance] for distance in range(4)], axis=1)
    words = np.frombuffer(_SMALL, np.uint8)[begun].view(np.uint32).ravel()
    known = np.frombuffer(_STARTS, np.uint32)
    doubtful = known[np.searchsorted(known, words) % len(known)] == words
    doubtful |= ~np.frombuffer(_IS_ALNUM, np.bool_)[first]
    doubtful |= (begun.view(np.uint32).ravel() & np.uint32(_BEYOND_ASCII)) != 0
    doubtful |= (first == asked) | (asked <= 32) | (asked >= 0x80)
    for place in replies[doubtful].tolist():
        if _is_odd(texts[place], texts[place - 1]):
            yield place


def _is_odd(reply: str, asked: str) -> bool:
    first = reply[0]
    if first == asked[0] or not first.isalnum() or asked[0].isspace():
        return bool(repeats(reply, asked)) or refuses(reply)
    return may_refuse(reply) and refuses(reply)


def _as_number(word: bytes) -> int:
    return int.from_bytes(word, sys.byteorder)


_BEYOND_ASCII = 0x80808080  # a bit of each byte
_SMALL = bytes(ord(chr(byte).lower()) if byte < 0x80 else byte for byte in range(256))
_IS_ALNUM = bytes(byte < 0x80 and chr(byte).isalnum() for byte in range(256))
_WORDS = [start.encode() for start in REFUSAL_STARTS if start.isascii()]
_WORDS.sort(key=_as_number)
_STARTS = b"".join(_WORDS)
