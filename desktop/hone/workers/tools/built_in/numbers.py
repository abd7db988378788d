"""What the calculator's numbers are, and how large they may be."""

from __future__ import annotations

from decimal import Decimal

from hone.errors import BadInput

Number = int | Decimal

MOST_BITS = 13_000
"""Of a whole number: about 3,900 digits, fewer than Python converts to text."""


def too_large() -> BadInput:
    """Say that a number has too many digits."""
    return BadInput("A number in this has more than 3,900 digits.", hint="Use decimals for an estimate.")


def whole(value: Number, name: str) -> int:
    """Return a whole number; raises BadInput for one that is not, or too large."""
    if isinstance(value, int):
        return value
    if value != value.to_integral_value():
        raise BadInput(f"{name} needs whole numbers.")
    return to_int(value)


def to_int(value: Decimal) -> int:
    """Return a decimal without its fraction; raises BadInput for one with too many digits."""
    if value.adjusted() > MOST_BITS * 3 // 10:
        raise too_large()
    return int(value)
