"""What the cache holds: sequences in use, and finished ones that a new prompt may begin with.

llama.cpp does not tell how many cells are free, so the cells are counted here. Sequences share the cells of
a common prefix; a cell is free when no sequence has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from hone.workers.llama.context import LlamaContext
from hone.workers.llama.jobs import LoadedVariant, Tokens

_GLANCE = 32  # tokens that are compared first: most prompts that differ do so early


class Sequence:
    """A sequence of the cache: `tokens[:length]` are evaluated; virtual tokens have negative ids.

    `state` is the file that its request named, `stored` how many of its tokens are in that file.
    """

    def __init__(self, number: int, variant: LoadedVariant, tokens: Tokens) -> None:
        self.number = number
        self.variant = variant
        self.tokens = tokens
        self.length = 0
        self.busy = True
        self.used_at = 0
        self.state: Path | None = None
        self.stored = 0
        self.cells = np.empty(len(tokens), np.int32)

    @property
    def known(self) -> Tokens:
        """The evaluated tokens."""
        return self.tokens[: self.length]


class SequencePool:
    """Numbers and cells of one context, and who has them."""

    def __init__(self, context: LlamaContext, idle_cells: int) -> None:
        self._context = context
        self._size = context.cells if context.has_cells else context.cells * context.sequences
        self._idle_cells = idle_cells
        self._clock = 0
        self._reset()

    def _reset(self) -> None:
        spare = 1 if self._context.pads else 0
        self._numbers = list(range(self._context.sequences - 1 - spare, -1, -1))
        self._holders = np.zeros(self._size, np.int16)
        self._free = np.arange(self._size - 1, -1, -1, dtype=np.int32)
        self.free_cells = self._size
        self._sequences: list[Sequence] = []

    def __iter__(self) -> Iterator[Sequence]:
        return iter(self._sequences)

    @property
    def idle(self) -> list[Sequence]:
        """The finished sequences, least recently used first."""
        return sorted((each for each in self._sequences if not each.busy), key=lambda each: each.used_at)

    def can_create(self) -> bool:
        """Whether there is a number for one more sequence, perhaps after dropping an idle one."""
        return bool(self._numbers) or any(not each.busy for each in self._sequences)

    def cells_to_have(self) -> int:
        """Return how many cells were free without idle sequences."""
        held = np.zeros(self._size, bool)
        for sequence in self._sequences:
            if sequence.busy:
                held[sequence.cells[: sequence.length]] = True
        return self._size - int(held.sum())

    def longest_prefix(
        self, variant: LoadedVariant, tokens: Tokens, limit: int
    ) -> tuple[Sequence | None, int]:
        """Return the sequence that begins with the most of `tokens[:limit]`, and how many those are."""
        best: Sequence | None = None
        count = 0
        for sequence in self._sequences:
            if sequence.variant != variant or min(sequence.length, limit) <= count:
                continue
            common = common_prefix(sequence.known, tokens[:limit])
            if not self._context.keeps_tails and common < sequence.length:
                continue
            if common > count and self._context.reaches_back(sequence.number, common):
                best, count = sequence, common
        return best, count

    def create(
        self, variant: LoadedVariant, tokens: Tokens, donor: Sequence | None = None, count: int = 0
    ) -> Sequence:
        """Return a busy sequence for `tokens` that has the first `count` tokens of `donor`.

        An idle donor that is a whole prefix is gone on with instead of copied. Needs `can_create`.
        """
        if donor is not None and not donor.busy and count == donor.length and self._context.keeps_tails:
            donor.busy = True
            donor.tokens = tokens
            donor.cells = _grown(donor.cells, len(tokens))
            return donor
        if not self._numbers:
            self.drop(next(each for each in self.idle if each is not donor))
        sequence = Sequence(self._numbers.pop(), variant, tokens)
        self._context.remove(sequence.number)
        self._sequences.append(sequence)
        if donor is not None:
            self._context.copy(donor.number, sequence.number, count)
            cells = donor.cells[:count]
            sequence.cells[:count] = cells
            self._holders[cells] += 1
            sequence.length = count
            donor.used_at = self._tick()
        return sequence

    def restore(
        self, variant: LoadedVariant, tokens: Tokens, data: memoryview, state: Path | None, stored: int
    ) -> bool:
        """Put a sequence that was copied out back as an idle one; false when llama.cpp refuses it.

        Needs `can_create`, and as many free cells as there are tokens.
        """
        sequence = self.create(variant, tokens)
        if not self._context.write_state(sequence.number, data, len(tokens)):
            self.drop(sequence)
            return False
        self.extend(sequence, len(tokens))
        sequence.state, sequence.stored = state, stored
        self.settle(sequence)
        return True

    def extend(self, sequence: Sequence, count: int) -> None:
        """Note that `count` more tokens of a sequence were evaluated; there must be that many free cells."""
        new = self._free[self.free_cells - count : self.free_cells]
        start, end = sequence.length, sequence.length + count
        if end > len(sequence.cells):
            sequence.cells = _grown(sequence.cells, 2 * end)
        sequence.cells[start:end] = new
        self._holders[new] = 1
        self.free_cells -= count
        sequence.length = end

    def settle(self, sequence: Sequence) -> None:
        """Keep a sequence that nobody works on any more; idle ones that it makes superfluous are dropped."""
        sequence.busy = False
        sequence.used_at = self._tick()
        if sequence.length == 0:
            self.drop(sequence)
            return
        if self._context.keeps_tails:
            self._drop_prefixes(sequence)
        while self._idle_only() > self._idle_cells and len(idle := self.idle) > 1:
            self.drop(idle[0])

    def drop(self, sequence: Sequence) -> None:
        """Forget a sequence and free what only it has."""
        cells = sequence.cells[: sequence.length]
        self._holders[cells] -= 1
        freed = cells[self._holders[cells] == 0]
        self._free[self.free_cells : self.free_cells + len(freed)] = freed
        self.free_cells += len(freed)
        self._context.remove(sequence.number)
        self._numbers.append(sequence.number)
        self._sequences.remove(sequence)

    def make_room(self, cells: int) -> bool:
        """Drop idle sequences, least recently used first, until that many cells are free."""
        for sequence in self.idle:
            if self.free_cells >= cells:
                break
            self.drop(sequence)
        return self.free_cells >= cells

    def is_sound(self, sequence: Sequence) -> bool:
        """Bring a sequence back to what was counted after a failed decode; false when that cannot be done."""
        if self._context.length(sequence.number) != sequence.length:
            self._context.remove(sequence.number, sequence.length)
        return self._context.length(sequence.number) == sequence.length

    def clear(self) -> None:
        """Forget everything; busy sequences must not be used after it."""
        self._context.clear()
        self._reset()

    def _drop_prefixes(self, sequence: Sequence) -> None:
        """Drop idle sequences that begin `sequence`, or `sequence` itself when it begins another."""
        for other in self.idle:
            if other is sequence or other.variant != sequence.variant:
                continue
            shorter, longer = sorted((other, sequence), key=lambda each: each.length)
            if np.array_equal(shorter.known, longer.tokens[: shorter.length]):
                longer.state = longer.state or shorter.state
                self.drop(shorter)
                if shorter is sequence:
                    return

    def _idle_only(self) -> int:
        """Return how many cells only idle sequences have."""
        return self.cells_to_have() - self.free_cells

    def _tick(self) -> int:
        self._clock += 1
        return self._clock


def common_prefix(known: Tokens, wanted: Tokens) -> int:
    """Return how many tokens two sequences begin with in common."""
    size = min(len(known), len(wanted))
    for end in (min(_GLANCE, size), size):
        differs = known[:end] != wanted[:end]
        if differs.any():
            return int(differs.argmax())
    return size


def _grown(cells: Tokens, size: int) -> Tokens:
    if size <= len(cells):
        return cells
    larger = np.empty(size, np.int32)
    larger[: len(cells)] = cells
    return larger
