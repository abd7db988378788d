"""The functions of the calculator."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from hone.errors import BadInput
from hone.workers.tools.built_in.numbers import MOST_BITS, Number, to_int, too_large, whole

_MANY = 200
_LARGEST_FACTORIAL = 1300


@dataclass(frozen=True)
class Function:
    """A function of `fewest` to `most` numbers."""

    call: Callable[[Sequence[Number]], Number]
    fewest: int = 1
    most: int = 1


def _absolute(values: Sequence[Number]) -> Number:
    return values[0] if values[0] >= 0 else -values[0]


def _least(values: Sequence[Number]) -> Number:
    return min(values)


def _greatest(values: Sequence[Number]) -> Number:
    return max(values)


def _of_one(call: Callable[[Decimal], Decimal]) -> Function:
    return Function(lambda values: call(Decimal(values[0])))


def _by_float(call: Callable[..., float], count: int = 1) -> Function:
    """Make a function of one from `math`: fifteen digits, and no tails such as sin(pi) = 1.2e-16."""

    def run(values: Sequence[Number]) -> Number:
        result = call(*(float(value) for value in values))
        if not math.isfinite(result):
            raise BadInput("This has no result that can be written as a number.")
        return Decimal(0) if abs(result) < 1e-15 else Decimal(f"{result:.15g}")

    return Function(run, count, count)


def _rounding(mode: str) -> Function:
    def run(values: Sequence[Number]) -> Number:
        value = values[0]
        return value if isinstance(value, int) else to_int(value.to_integral_value(mode))

    return Function(run)


def _round(values: Sequence[Number]) -> Number:
    value = values[0]
    digits = whole(values[1], "round") if len(values) > 1 else 0
    if not -50 <= digits <= 40:
        raise BadInput("round takes -50 to 40 digits.")
    if isinstance(value, int) and digits >= 0:
        return value
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)
    return to_int(rounded) if digits <= 0 else rounded


def _logarithm(values: Sequence[Number]) -> Number:
    """Return the natural logarithm, or that to the base that stands second."""
    value = Decimal(values[0])
    if value <= 0 or (len(values) > 1 and (values[1] <= 0 or values[1] == 1)):
        raise BadInput("Logarithms are of positive numbers, to a positive base that is not 1.")
    if len(values) == 1:
        return value.ln()
    if values[1] == 10:
        return value.log10()
    result = value.ln() / Decimal(values[1]).ln()
    nearest = result.to_integral_value()
    return nearest if abs(result - nearest) < Decimal("1e-40") else result


def _root(values: Sequence[Number]) -> Number:
    value = values[0]
    if value < 0:
        raise BadInput("A root of a negative number is no real number.")
    if isinstance(value, int) and math.isqrt(value) ** 2 == value:
        return math.isqrt(value)
    return Decimal(value).sqrt()


def _cube_root(values: Sequence[Number]) -> Number:
    value = Decimal(values[0])
    size = abs(value) ** (Decimal(1) / 3) if value else Decimal(0)
    nearest = size.to_integral_value()
    size = nearest if nearest**3 == abs(value) else size
    return -size if value < 0 else size


def _factorial(values: Sequence[Number]) -> Number:
    number = whole(values[0], "factorial")
    if number < 0:
        raise BadInput("factorial needs a number that is not negative.")
    if number > _LARGEST_FACTORIAL:
        raise too_large()
    return math.factorial(number)


def _choose(call: Callable[[int, int], int], name: str) -> Function:
    def run(values: Sequence[Number]) -> Number:
        of, taken = whole(values[0], name), whole(values[1], name)
        if of < 0 or taken < 0:
            raise BadInput(f"{name} needs numbers that are not negative.")
        if of.bit_length() * min(taken, max(of - taken, 0) if name == "comb" else taken) > MOST_BITS:
            raise too_large()
        return call(of, taken)

    return Function(run, 2, 2)


def _of_whole(call: Callable[..., int], name: str) -> Function:
    def run(values: Sequence[Number]) -> Number:
        result = 0 if name == "gcd" else 1
        for value in values:
            result = call(result, whole(value, name))
            if result.bit_length() > MOST_BITS:
                raise too_large()
        return result

    return Function(run, 1, _MANY)


def _sum(values: Sequence[Number]) -> Number:
    total: Number = 0
    for value in values:
        both = isinstance(total, int) and isinstance(value, int)
        total = total + value if both else Decimal(total) + Decimal(value)
    return total


def _mean(values: Sequence[Number]) -> Number:
    return Decimal(_sum(values)) / len(values)


def _median(values: Sequence[Number]) -> Number:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else _mean(ordered[middle - 1 : middle + 1])


FUNCTIONS: dict[str, Function] = {
    "sqrt": Function(_root),
    "cbrt": Function(_cube_root),
    "abs": Function(_absolute),
    "round": Function(_round, 1, 2),
    "floor": _rounding(ROUND_FLOOR),
    "ceil": _rounding(ROUND_CEILING),
    "trunc": _rounding(ROUND_DOWN),
    "min": Function(_least, 1, _MANY),
    "max": Function(_greatest, 1, _MANY),
    "sum": Function(_sum, 1, _MANY),
    "mean": Function(_mean, 1, _MANY),
    "median": Function(_median, 1, _MANY),
    "exp": _of_one(Decimal.exp),
    "ln": Function(_logarithm),
    "log": Function(_logarithm, 1, 2),
    "log10": Function(lambda values: _logarithm([values[0], 10])),
    "log2": Function(lambda values: _logarithm([values[0], 2])),
    "sin": _by_float(math.sin),
    "cos": _by_float(math.cos),
    "tan": _by_float(math.tan),
    "asin": _by_float(math.asin),
    "acos": _by_float(math.acos),
    "atan": _by_float(math.atan),
    "atan2": _by_float(math.atan2, 2),
    "hypot": _by_float(math.hypot, 2),
    "degrees": _by_float(math.degrees),
    "radians": _by_float(math.radians),
    "factorial": Function(_factorial),
    "comb": _choose(math.comb, "comb"),
    "perm": _choose(math.perm, "perm"),
    "gcd": _of_whole(math.gcd, "gcd"),
    "lcm": _of_whole(math.lcm, "lcm"),
}
