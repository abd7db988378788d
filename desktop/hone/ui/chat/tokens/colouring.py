"""What the tokens of a reply are coloured by, and the colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor

from hone.domain.token_reports import TokenDifference, TokenReading
from hone.ui.kit.value_scales import balance, heat

_MOST_SURPRISE, _MOST_ENTROPY, _MOST_CHANGE = 10.0, 6.0, 10.0
_AT_LEAST = 3
_NOTABLE_SURPRISE, _NOTABLE_ENTROPY, _NOTABLE_CHANGE = 3.0, 2.0, 1.0


class ColourBy(StrEnum):
    """What the colour of a token tells."""

    SURPRISE = "surprise"
    ENTROPY = "entropy"
    DIFFERENCE = "difference"


@dataclass(frozen=True)
class Colouring:
    """A value in bits per token, None where it is not told; `most` has the full colour.

    `signed` values go both ways from 0. Tokens of at least `notable` are those to look at first.
    """

    values: tuple[float | None, ...]
    most: float
    notable: float
    signed: bool = False

    def colour(self, index: int) -> QColor | None:
        """Return the ground of a token; None for one that needs none."""
        value = self.values[index]
        return None if value is None else self.colour_of(value)

    def colour_of(self, value: float) -> QColor | None:
        """Return the colour of a value."""
        share = value / self.most
        if abs(share) < 0.02:
            return None
        return balance(share) if self.signed else heat(share)

    def ticks(self) -> Sequence[float]:
        """Return the values that the legend names."""
        if self.signed:
            return (-self.most, -self.most / 2, 0.0, self.most / 2, self.most)
        return (0.0, self.most / 2, self.most)

    def notables(self) -> tuple[int, ...]:
        """Return the places of the tokens to look at, in reading order; a few also where none stands out."""
        found = [i for i, value in enumerate(self.values) if value is not None and abs(value) >= self.notable]
        return tuple(found) if len(found) >= _AT_LEAST else tuple(sorted(self.strongest(_AT_LEAST)))

    def strongest(self, count: int) -> tuple[int, ...]:
        """Return the places of the greatest values, greatest first."""
        told = [(abs(value), index) for index, value in enumerate(self.values) if value is not None]
        return tuple(index for value, index in sorted(told, key=lambda each: (-each[0], each[1]))[:count])


def colouring(by: ColourBy, reading: TokenReading, difference: TokenDifference | None) -> Colouring:
    """Return the colours of a reading; by difference only where there is one.

    A token that the other model cuts differently has the change of the stretch that both cut alike.
    """
    if by is ColourBy.DIFFERENCE:
        changes = [difference.change_of(token).gain for token in reading.tokens] if difference else []
        values: tuple[float | None, ...] = tuple(changes) or (None,) * len(reading.tokens)
        return Colouring(values, _MOST_CHANGE, _NOTABLE_CHANGE, signed=True)
    if by is ColourBy.ENTROPY:
        values = tuple(token.entropy_bits for token in reading.tokens)
        return Colouring(values, _MOST_ENTROPY, _NOTABLE_ENTROPY)
    values = tuple(token.surprise for token in reading.tokens)
    return Colouring(values, _MOST_SURPRISE, _NOTABLE_SURPRISE)
