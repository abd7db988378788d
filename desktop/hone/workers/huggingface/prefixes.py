"""What was evaluated before and may be needed again: the longest common beginning is not read twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence

from hone.workers.huggingface.slots import Slots


class Prefixes:
    """Caches of single rows, by variant and tokens; the least recently used go when the limit is reached.

    A row's slots may begin with `virtual` ones (a soft prompt), which are no tokens.
    """

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._rows: OrderedDict[tuple[Hashable, tuple[int, ...]], Slots] = OrderedDict()

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def bytes(self) -> int:
        """Memory in use."""
        return sum(slots.bytes for slots in self._rows.values())

    def best(self, variant: Hashable, tokens: Sequence[int], seed: Slots) -> Slots:
        """Return the row that covers most of `tokens`, cut to what they have in common; else `seed`.

        `seed` is what a row of that variant begins with. The last token is never covered: its logits are
        needed.
        """
        wanted, best, best_count = tuple(tokens), None, 0
        for key, slots in self._rows.items():
            if key[0] == variant:
                count = min(common_prefix(key[1], wanted), len(tokens) - 1)
                if count > best_count:
                    best, best_count = (key, slots), count
        if best is None:
            return seed
        key, slots = best
        found = slots.cut(seed.lengths[0] + best_count)
        if found is None:
            return seed
        self._rows.move_to_end(key)
        return found

    def keep(self, variant: Hashable, tokens: Sequence[int], slots: Slots) -> None:
        """Keep a single row; what it makes superfluous goes."""
        kept = tuple(tokens)
        if not kept or slots.bytes > self._limit:
            return
        for key in [key for key in self._rows if key[0] == variant and key[1] == kept[: len(key[1])]]:
            del self._rows[key]
        self._rows[variant, kept] = slots
        while self.bytes > self._limit:
            self._rows.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._rows.clear()


def common_prefix(known: Sequence[int], wanted: Sequence[int]) -> int:
    """Return how many tokens two sequences of one type begin with in common.

    Slices are compared, because that is done in C: a search by halves in a long prompt takes microseconds.
    """
    low, high = 0, min(len(known), len(wanted))
    if known[:high] == wanted[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if known[low:middle] == wanted[low:middle]:
            low = middle
        else:
            high = middle
    return low
