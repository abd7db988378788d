"""Finished sequences kept in the machine's memory instead of the cache, and brought back when needed.

Attention walks over every cell of the cache, also over those of other sequences: on the CPU 1,000 of them
cost a token of the demo model (5 M parameters) a fifth of its time. Copying a short sequence out takes less
than a millisecond. Where layers are on a GPU nothing is parked: there the walk is cheap and the copy is not.
"""

from __future__ import annotations

from pathlib import Path

from hone.workers.llama.context import LlamaContext
from hone.workers.llama.jobs import LoadedVariant, Tokens
from hone.workers.llama.sequences import Sequence, SequencePool, common_prefix

LARGEST_BYTES = 128 * 2**20
WORTH_COPYING = 16  # tokens that need not be read again


class Parked:
    """A sequence outside the cache; `data` is what llama.cpp wrote of it."""

    def __init__(self, sequence: Sequence, data: memoryview) -> None:
        self.variant: LoadedVariant = sequence.variant
        self.tokens: Tokens = sequence.known.copy()
        self.data = data
        self.state: Path | None = sequence.state
        self.stored = sequence.stored

    @property
    def length(self) -> int:
        """How many tokens it has."""
        return len(self.tokens)


class ParkingLot:
    """Holds parked sequences, the newest last, of 128 MiB together at most."""

    def __init__(self, context: LlamaContext, pool: SequencePool) -> None:
        self._context = context
        self._pool = pool
        self._parked: list[Parked] = []

    @property
    def parked(self) -> list[Parked]:
        """What is parked, the oldest first."""
        return list(self._parked)

    def clear(self) -> None:
        """Forget all."""
        self._parked.clear()

    def park_idle(self, keep: Sequence | None) -> None:
        """Move all idle sequences but `keep` out of the cache; those that are too large stay."""
        if self._context.settings.on_gpu:
            return
        for sequence in self._pool.idle:
            size = self._context.state_size(sequence.number)
            if sequence is keep or not 0 < size <= LARGEST_BYTES:
                continue
            data = self._context.read_state(sequence.number, size)
            if data is not None:
                self._add(Parked(sequence, data))
                self._pool.drop(sequence)

    def bring_back(self, variant: LoadedVariant, wanted: Tokens, least: int) -> bool:
        """Put the sequence back that begins with the most of `wanted`, if it is worth it.

        `least` is how many of these tokens the cache has.
        """
        best, count = None, least + WORTH_COPYING
        for parked in self._parked:
            if parked.variant != variant or parked.length <= count:
                continue
            common = common_prefix(parked.tokens, wanted)
            if common > count and (self._context.keeps_tails or common == parked.length):
                best, count = parked, common
        if best is None or not self._pool.can_create() or not self._pool.make_room(best.length):
            return False
        self._parked.remove(best)
        return self._pool.restore(best.variant, best.tokens, best.data, best.state, best.stored)

    def _add(self, parked: Parked) -> None:
        """Keep one more, in place of those that it begins with, and of the oldest where they are too many."""
        self._parked = [
            other
            for other in self._parked
            if other.variant != parked.variant
            or not self._context.keeps_tails
            or common_prefix(other.tokens, parked.tokens) < other.length
        ]
        self._parked.append(parked)
        while sum(len(each.data) for each in self._parked) > LARGEST_BYTES:
            self._parked.pop(0)
