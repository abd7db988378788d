"""Which replies of a block could repeat or refuse what was asked: told by how they begin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
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

    first, asked = starts[replies], data[starts[replies - 1]]
    pairs = data[first].astype(np.uint16) << np.uint16(8) | data[first + 1]
    doubtful = np.frombuffer(_doubtful_beginnings(), np.bool_)[pairs]
    doubtful |= (data[first] == asked) | (asked <= 32) | (asked >= 0x80)
    for place in replies[doubtful].tolist():
        if _is_odd(texts[place], texts[place - 1]):
            yield place


def _is_odd(reply: str, asked: str) -> bool:
    first = reply[0]
    if first == asked[0] or not first.isalnum() or asked[0].isspace():
        return bool(repeats(reply, asked)) or refuses(reply)
    return may_refuse(reply) and refuses(reply)


@lru_cache(maxsize=1)
def _doubtful_beginnings() -> bytes:
    """Tell for every two bytes whether a reply that begins so has to be looked at as text."""
    table = bytearray(65_536)
    for first in range(256):
        sure = first < 0x80 and chr(first).isalnum()
        table[first << 8 : (first + 1) << 8] = bytes(128) + b"\1" * 128 if sure else b"\1" * 256
    for start in REFUSAL_STARTS:
        for one in (start[0], start[0].upper()):
            for other in (start[1], start[1].upper()):
                pair = f"{one}{other}".encode()
                table[pair[0] << 8 | pair[1]] = 1
    return bytes(table)
