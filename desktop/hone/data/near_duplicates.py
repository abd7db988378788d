"""Rows that say nearly the same, found by MinHash with locality-sensitive hashing.

A text is the set of its runs of five characters, so that scripts without spaces are compared too. Its
signature is a one-permutation MinHash (Li, Owen, Zhang 2012) of 128 bins with 8 bits of each minimum (b-bit
minwise hashing, Li and König 2010); the similarity is that paper's estimate of the Jaccard index, whose
standard deviation is at most 0.045 for long texts. Empty bins borrow from full ones for the search only
(optimal densification, Shrivastava 2017), in which rows meet when six bins of one of 21 bands agree: two
rows of similarity 0.8 with a probability of 0.998.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

SIMILAR = 0.8
BINS = 128
_BANDS, _BAND = 21, 6
_RUN = 5
_LONGEST = 50_000  # characters of a row that are looked at
_BATCH = 2**16  # characters whose runs are hashed at once; 8 bytes each, what a processor keeps near
_EMPTY = 0xFFFFFFFF
_MULTIPLIER, _MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93


class Pair(msgspec.Struct, frozen=True):
    """A row like an earlier one (or one of another file), with the estimated similarity, 0 to 1."""

    row: int
    other: int
    similarity: float


class Signatures:
    """The signatures of rows, made as texts are added."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._made: list[Array] = []
        self._texts: list[str] = []
        self._waiting = 0

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, row: int, text: str) -> None:
        """Add the text of a row."""
        plain = " ".join(text[:_LONGEST].casefold().split()).ljust(_RUN)
        self._rows.append(row)
        self._texts.append(plain)
        self._waiting += len(plain)
        if self._waiting > _BATCH:
            self._make()

    def result(self) -> tuple[Array, Array]:
        """Return the row numbers, and one line of 128 bytes for each."""
        import numpy as np

        self._make()
        made = np.concatenate(self._made) if self._made else np.zeros((0, BINS), np.uint8)
        return np.array(self._rows, np.int64), made

    def _make(self) -> None:
        if self._texts:
            self._made.append(signatures_of(self._texts))
            self._texts, self._waiting = [], 0


def signatures_of(texts: list[str]) -> Array:
    """Return a line of 128 bytes per text, 0 where a bin is empty."""
    import numpy as np

    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    count = len(codes) - _RUN + 1
    hashes = np.zeros(count, np.uint64)
    for place in range(_RUN):
        hashes *= np.uint64(_MULTIPLIER)
        hashes += codes[place : place + count]
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(_MIX)
    hashes ^= hashes >> np.uint64(32)
    inside = owner[:count] == owner[_RUN - 1 :]
    hashes, owner = hashes[inside], owner[:count][inside]
    bins = owner * BINS + (hashes & np.uint64(BINS - 1)).astype(np.int64)
    least = np.full(len(texts) * BINS, _EMPTY, np.uint32)
    np.minimum.at(least, bins, (hashes >> np.uint64(20)).astype(np.uint32))
    short = ((least & np.uint32(0xFFFF)) % np.uint32(255) + np.uint32(1)).astype(np.uint8)
    short[least == _EMPTY] = 0
    return short.reshape(len(texts), BINS)


def similar_rows(rows: Array, signatures: Array) -> list[Pair]:
    """Return each row that is like an earlier one which is like none before it, with that one.

    When all rows returned are dropped, no two of the others are known to be alike.
    """
    import numpy as np

    order = np.argsort(rows, kind="stable")
    rows, signatures = rows[order], signatures[order]
    later, earlier = _candidates(densified(signatures))
    alike = _similarity(signatures, later, signatures, earlier)
    close = alike >= SIMILAR
    first: dict[int, tuple[int, float]] = {}
    for row, other, degree in zip(
        later[close].tolist(), earlier[close].tolist(), alike[close].tolist(), strict=True
    ):
        if row in first:
            continue
        if other in first:
            other = first[other][0]
            degree = float(_similarity(signatures, np.array([row]), signatures, np.array([other]))[0])
        if degree >= SIMILAR:
            first[row] = (other, degree)
    return [Pair(int(rows[row]), int(rows[other]), degree) for row, (other, degree) in sorted(first.items())]


def similar_to(rows: Array, signatures: Array, other_rows: Array, others: Array) -> list[Pair]:
    """Return each row that is like one of the others, with the one it is most like."""
    import numpy as np

    if not len(rows) or not len(others):
        return []
    mine, theirs = densified(signatures), densified(others)
    best: dict[int, tuple[float, int]] = {}
    for band in range(_BANDS):
        own, known = _band(mine, band), _band(theirs, band)
        order = np.argsort(known, kind="stable")
        place = np.searchsorted(known[order], own)
        found = np.flatnonzero(known[order][np.minimum(place, len(known) - 1)] == own)
        there = order[place[found]]
        for row, other, degree in zip(
            found.tolist(),
            there.tolist(),
            _similarity(signatures, found, others, there).tolist(),
            strict=True,
        ):
            if degree >= SIMILAR:
                best[row] = max(best.get(row, (0.0, 0)), (degree, other))
    return [
        Pair(int(rows[row]), int(other_rows[other]), degree) for row, (degree, other) in sorted(best.items())
    ]


def densified(signatures: Array) -> Array:
    """Fill empty bins with what stands in full ones, drawn for every bin in the same order for all rows."""
    import numpy as np

    filled = signatures.copy()
    sparse = np.flatnonzero((signatures == 0).any(axis=1) & (signatures != 0).any(axis=1))
    part, source = filled[sparse], signatures[sparse]
    draws = np.random.default_rng(17)
    while len(sparse):
        for _ in range(16):
            drawn = source[:, draws.permutation(BINS)]
            np.copyto(part, drawn, where=part == 0)
        filled[sparse] = part
        left = (part == 0).any(axis=1)
        sparse, part, source = sparse[left], part[left], source[left]
    return filled


def _candidates(dense: Array) -> tuple[Array, Array]:
    """Return pairs of places that meet in a band, later and earlier, each once, by the later one."""
    import numpy as np

    met = [np.zeros(0, np.int64)]
    for band in range(_BANDS):
        keys = _band(dense, band)
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order][1:] == keys[order][:-1]) + 1
        if not len(same):
            continue
        starts = np.flatnonzero(np.r_[True, keys[order][1:] != keys[order][:-1]])
        first = starts[np.searchsorted(starts, same, side="right") - 1]
        met.extend((order[same] << 32) | order[other] for other in (first, same - 1))
    pairs = np.unique(np.concatenate(met))
    return pairs >> 32, pairs & 0xFFFFFFFF


def _band(dense: Array, band: int) -> Array:
    import numpy as np

    keys = np.zeros(len(dense), np.uint64)
    for column in range(band * _BAND, (band + 1) * _BAND):
        keys <<= np.uint64(8)
        keys |= dense[:, column]
    return keys


def _similarity(one: Array, places: Array, other: Array, others: Array) -> Array:
    """Estimate the Jaccard index of pairs; that two bytes agree by chance is taken out."""
    import numpy as np

    result = np.zeros(len(places))
    for part in _slices(len(places)):
        left, right = one[places[part]], other[others[part]]
        full = ((left != 0) | (right != 0)).sum(axis=1)
        agree = ((left == right) & (left != 0)).sum(axis=1)
        result[part] = np.maximum(0, (agree / np.maximum(full, 1) - 1 / 255) / (1 - 1 / 255))
    return result


def _slices(count: int) -> Iterator[slice]:
    return (slice(start, start + 65_536) for start in range(0, count, 65_536))
