"""What a format is: which columns make it, and how a record becomes an example."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example


class RowRefused(Exception):
    """A record does not hold what its format needs; the row is left out with this message."""

    def __init__(self, kind: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A shape of rows.

    `shape` shows it to people; `matches` looks at one record; `read` makes an example of it or raises
    RowRefused. A format with `refusal` is known, but a model cannot simply be fine-tuned on it.
    """

    name: str
    label: str
    shape: str
    matches: Callable[[Record], bool]
    read: Callable[[Record], Example]
    refusal: str = ""
    hint: str = ""


def text_of(record: Record, *names: str) -> str:
    """Return the text in the first of the columns `names` that there is; raises RowRefused without one."""
    value = record.get(*names)
    if value is None:
        raise RowRefused(
            "missing_field", f"{_listed(names)} is missing or null.", "Fill it in or drop the row."
        )
    if not isinstance(value, str):
        kind = "a number" if isinstance(value, int | float) else f"of type {type(value).__name__}"
        raise RowRefused(
            "not_text", f"{_listed(names)} is {kind}, not text.", "Write it as text in double quotes."
        )
    return value


def optional_text(record: Record, *names: str) -> str:
    """Return the text of a column that may be absent, null or empty."""
    return "" if record.get(*names) is None else text_of(record, *names)


def dialogue(record: Record, turns: list[Turn]) -> Example:
    """Make an example of a dialogue."""
    return Example(row=record.row, line=record.line, turns=tuple(turns))


def _listed(names: tuple[str, ...]) -> str:
    return " or ".join(repr(name) for name in names[:3])
