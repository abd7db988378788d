"""Arithmetic of what a model wrote, by a walk over Python's syntax tree; nothing is ever executed.

Whole numbers stay exact up to 3,900 digits, everything else is decimal with 50 digits, of which 28 are
written. Size of the text, depth, digits and exponents are bounded before anything is computed.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from decimal import (
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    localcontext,
)

from hone.errors import BadInput
from hone.workers.tools.built_in.functions import FUNCTIONS
from hone.workers.tools.built_in.numbers import MOST_BITS, Number, too_large

LONGEST = 1000
_DEEPEST = 60
_PRECISION = 50
_SHOWN = 28
_LONGEST_PLAIN = 30
_LIKE = str.maketrans({"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "^": "⁁", " ": " "})

CONSTANTS: dict[str, Decimal] = {
    "pi": Decimal("3.14159265358979323846264338327950288419716939937511"),
    "e": Decimal("2.71828182845904523536028747135266249775724709369996"),
    "tau": Decimal("6.28318530717958647692528676655900576839433879875021"),
}


def evaluate(text: str) -> Number:
    """Return the value of an expression; raises BadInput with a sentence."""
    expression = text.strip().translate(_LIKE).replace("⁁", "**").removesuffix("=").strip()
    if not expression:
        raise BadInput("There is no expression to evaluate.")
    if len(expression) > LONGEST:
        raise BadInput(f"The expression is longer than {LONGEST:,} characters.")
    if sum(expression.count(mark) for mark in "([{") > _DEEPEST:
        raise BadInput(f"The expression has more than {_DEEPEST} parentheses.")
    try:
        tree = ast.parse(expression, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise BadInput(f"This is no arithmetic expression: {text.strip()[:120]}") from error
    with localcontext(Context(prec=_PRECISION, rounding=ROUND_HALF_EVEN)):
        try:
            return _Walk(expression).value(tree.body, 0)
        except (DivisionByZero, ZeroDivisionError) as error:
            raise BadInput("This divides by zero.") from error
        except (DecimalException, OverflowError, ValueError, ArithmeticError) as error:
            raise BadInput("This has no result that can be written as a number.") from error


def written(value: Number) -> str:
    """Write a number: whole ones exactly, others with up to 28 digits."""
    if isinstance(value, int):
        return str(value)
    with localcontext(Context(prec=_SHOWN)):
        rounded = (+value).normalize()
    if rounded == 0:
        return "0"
    plain = -10 <= rounded.adjusted() < _LONGEST_PLAIN
    return format(rounded, "f") if plain else str(rounded)


class _Walk:
    """Evaluates the nodes that arithmetic needs and refuses every other one by name."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def value(self, node: ast.expr, depth: int) -> Number:
        if depth > 2 * _DEEPEST:
            raise BadInput("The expression is nested too deeply.")
        match node:
            case ast.Constant():
                return self._constant(node)
            case ast.Name(id=name):
                return _named(name)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.value(operand, depth + 1)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.value(operand, depth + 1)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return _OPERATORS[type(op)](self.value(left, depth + 1), self.value(right, depth + 1))
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                return self._called(name, args, depth)
        raise BadInput(
            f"The calculator does not know this part: {self._source(node)}",
            hint="Use numbers without thousands separators, + - * / // % ^, parentheses and the functions.",
        )

    def _constant(self, node: ast.Constant) -> Number:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise BadInput(f"This is no number: {self._source(node)}")
        if isinstance(node.value, int):
            return _checked(node.value)
        return +Decimal((ast.get_source_segment(self._expression, node) or "").replace("_", ""))

    def _called(self, name: str, args: list[ast.expr], depth: int) -> Number:
        function = FUNCTIONS.get(name)
        if function is None:
            raise BadInput(f"There is no function {name!r}.", hint=f"Known: {', '.join(sorted(FUNCTIONS))}.")
        values: list[Number] = []
        for arg in args:
            items = arg.elts if isinstance(arg, ast.List | ast.Tuple) else [arg]
            values += [self.value(item, depth + 1) for item in items]
        if not function.fewest <= len(values) <= function.most:
            raise BadInput(f"{name} cannot take {len(values)} arguments.")
        return _checked(function.call(values))

    def _source(self, node: ast.AST) -> str:
        return (ast.get_source_segment(self._expression, node) or type(node).__name__)[:80]


def _named(name: str) -> Number:
    if name not in CONSTANTS:
        raise BadInput(f"There is no number called {name!r}.", hint=f"Known: {', '.join(CONSTANTS)}.")
    return CONSTANTS[name]


def _checked(value: Number) -> Number:
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise too_large()
    if isinstance(value, Decimal) and not value.is_finite():
        raise BadInput("This has no result that can be written as a number.")
    return value


def _both(operation: Callable[[Number, Number], Number]) -> Callable[[Number, Number], Number]:
    """Let an operation work on two whole numbers, or on two decimals."""

    def run(left: Number, right: Number) -> Number:
        if isinstance(left, int) and isinstance(right, int):
            return _checked(operation(left, right))
        return _checked(operation(Decimal(left), Decimal(right)))

    return run


def _divided(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int) and right and left % right == 0:
        return left // right
    return Decimal(left) / Decimal(right)


def _floor_divided(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int):
        return left // right
    return (Decimal(left) / Decimal(right)).to_integral_value(ROUND_FLOOR)


def _remainder(left: Number, right: Number) -> Number:
    """Return the remainder with the sign of the divisor, for decimals as for whole numbers."""
    if isinstance(left, int) and isinstance(right, int):
        return left % right
    rest = Decimal(left) % Decimal(right)
    return rest + Decimal(right) if rest and (rest < 0) != (right < 0) else rest


def _power(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int) and right >= 0:
        if left not in (-1, 0, 1) and left.bit_length() * right > MOST_BITS + left.bit_length():
            raise too_large()
        return _checked(left**right)
    if left < 0 and Decimal(right) != Decimal(right).to_integral_value():
        raise BadInput("A root of a negative number is no real number.")
    return _checked(Decimal(left) ** Decimal(right))


_OPERATORS: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: _both(lambda left, right: left + right),
    ast.Sub: _both(lambda left, right: left - right),
    ast.Mult: _both(lambda left, right: left * right),
    ast.Div: _divided,
    ast.FloorDiv: _floor_divided,
    ast.Mod: _remainder,
    ast.Pow: _power,
}
