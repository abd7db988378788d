"""Things that take turns: each has one before any has another, in an order that is drawn anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Rounds(Generic[T]):
    """Gives things one by one, for `most` rounds."""

    def __init__(self, things: Iterable[T], most: int, chance: Random) -> None:
        self.things = list(things)
        self._most = most
        self._chance = chance
        self._left: list[T] = []

    def left(self) -> int:
        """Return how many are to come in this round, which is begun here; 0 when all rounds are over."""
        if not self._left and self._most:
            self._most -= 1
            self._left = list(self.things)
            self._chance.shuffle(self._left)
        return len(self._left)

    def take(self) -> T:
        """Return the next one; there must be one left."""
        return self._left.pop()

    def change(self, change: Callable[[list[T]], list[T]]) -> None:
        """Put other things in the place of these, also of those that are left of this round."""
        self.things, self._left = change(self.things), change(self._left)
