"""Rows drawn by what they say and a seed: the same rows again, wherever they stand."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from hone.data import fingerprints
from hone.data.row_stream import StreamRow
from hone.domain.datasets import Example
from hone.errors import BadInput

if TYPE_CHECKING:
    import numpy as np

    from hone.data.row_stream import RowSource
    from hone.data.step import Look
    from hone.domain.data_changes import Sample

KEY_BYTES = 8
_MOST_SALT = 64


def content_key(example: Example) -> bytes:
    """Return a digest of the texts of a row's turns, by which rows are set apart together.

    A reply that was judged good and bad, or stands beside several rejected ones, has one key.
    """
    digest = hashlib.blake2b(digest_size=16)
    for turn in example.turns:
        for part in (turn.role, turn.content):
            digest.update(f"{len(part)}:".encode() + part.encode("utf-8", "surrogatepass"))
    if example.text is not None:
        digest.update(b"text" + example.text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def draw_key(example: Example, seed: int) -> int:
    """Return a number by which rows are drawn: the same for rows that say the same."""
    return drawn_number(content_key(example), seed)


def drawn_number(content: bytes, seed: int) -> int:
    """Return the beginning of a salted digest as a number of 64 bits."""
    salt = str(seed).encode()[:_MOST_SALT]
    return int.from_bytes(hashlib.blake2b(content, key=salt).digest()[:KEY_BYTES], "big")


def keys_of(rows: Iterable[StreamRow], seed: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return the keys of all rows, and whether each can be read; eight bytes and one for a row.

    Rows with the same key are the same in all that is learned of them: calls of tools, rejected replies and
    judgements too.
    """
    import numpy as np

    keys, readable = array("Q"), bytearray()
    for row in rows:
        example = row.example
        content = b"".join(fingerprints.keys_of(example)) if example is not None else b""
        keys.append(drawn_number(content, seed) if example is not None else 0)
        readable.append(example is not None)
    return np.frombuffer(keys, dtype=np.uint64), np.frombuffer(readable, dtype=np.bool_)


def drawn(source: RowSource, sample: Sample, look: Look) -> np.ndarray[Any, Any]:
    """Tell for each row of a source whether it is drawn; rows that cannot be read are not."""
    import numpy as np

    if sample.count < 1:
        raise BadInput("At least one row must be drawn.", hint="Give a number of 1 or more.")
    keys, readable = keys_of(look.through(source), sample.seed)
    places = np.flatnonzero(readable)
    if len(places) < sample.count:
        look.remarks.append(f"There are only {len(places):,} rows to draw from; all of them were taken.")
    order = np.argsort(keys[places], kind="stable")
    chosen = np.zeros(len(keys), dtype=np.bool_)
    chosen[places[order[: sample.count]]] = True
    return chosen
