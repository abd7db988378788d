"""One description per parameter; forms, checks, command-line options and docs all come from it."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from hone.errors import BadInput

Value = bool | int | float | str


class Kind(StrEnum):
    """What a parameter holds."""

    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    TEXT = "text"


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter: its bounds (inclusive), unit, default and what it does.

    `source` names the paper or measurement behind the default; `advanced` hides it in simple forms;
    `logarithmic` tells a form that steps multiply; `slider_maximum` is where a form's slider ends when
    larger values, which can be typed, are rarely wanted. `minimum_label` is what a form shows for the
    minimum where that number stands for something else, such as "Auto".
    """

    name: str
    label: str
    kind: Kind
    default: Value
    help: str
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    source: str = ""
    advanced: bool = False
    logarithmic: bool = False
    slider_maximum: float | None = None
    minimum_label: str = ""

    def check(self, value: object) -> Value:
        """Return `value` in this field's type, or raise BadInput naming the field and its bounds."""
        if self.kind is Kind.FLAG:
            if not isinstance(value, bool):
                raise self._refusal(value, "true or false")
            return value
        if self.kind is Kind.CHOICE:
            if value not in self.choices or not isinstance(value, str):
                raise self._refusal(value, "one of " + ", ".join(self.choices))
            return value
        if self.kind is Kind.TEXT:
            if not isinstance(value, str):
                raise self._refusal(value, "text")
            return value
        return self._check_number(value)

    def _check_number(self, value: object) -> int | float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self._refusal(value, "a number")
        if self.kind is Kind.INTEGER and int(value) != value:
            raise self._refusal(value, "a whole number")
        if self.minimum is not None and value < self.minimum:
            raise self._refusal(value, f"at least {self.minimum:g}")
        if self.maximum is not None and value > self.maximum:
            raise self._refusal(value, f"at most {self.maximum:g}")
        return int(value) if self.kind is Kind.INTEGER else float(value)

    def _refusal(self, value: object, wanted: str) -> BadInput:
        return BadInput(
            f"{self.name} = {value!r} cannot be used: it must be {wanted}.",
            hint=f"{self.label}: {self.help} The default is {self.default}.",
        )


def check_all(fields: Iterable[Field], values: Mapping[str, object], where: str) -> dict[str, Value]:
    """Check `values` against `fields`, filling defaults; unknown keys are refused by name.

    `where` names the section in messages, for example "[method]".
    """
    known = {field.name: field for field in fields}
    for name in values:
        if name not in known:
            raise unknown_key(name, known, where)
    return {name: field.check(values.get(name, field.default)) for name, field in known.items()}


def unknown_key(name: str, known: Iterable[str], where: str) -> BadInput:
    """Say that `name` is not a key of `where`, with the nearest valid one."""
    return BadInput(f"{name!r} is not a setting of {where}.", hint=_nearest(name, known))


def unknown_choice(name: str, known: Iterable[str], among: str) -> BadInput:
    """Say that `name` is not `among` what can be chosen ("the data formats"), with the nearest that is."""
    return BadInput(f"{name!r} is not among {among}.", hint=_nearest(name, known))


def _nearest(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    return f"Did you mean {near[0]!r}?" if near else "Known: " + ", ".join(names) + "."
