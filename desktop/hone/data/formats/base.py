"""What a format is: which fields it has, how a record becomes an example, and an example a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example


class RowRefused(Exception):
    """A record does not hold what its format needs; the row is left out with this message.

    `kind` is an entry of hone.domain.problem_kinds.
    """

    def __init__(self, kind: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint


class FormatField(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a format, which a column of the file may be mapped to.

    `aliases` are other names that columns with this meaning have, most usual first.
    """

    name: str
    label: str
    required: bool = True
    aliases: tuple[str, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A shape of rows; `name` is a Shape.

    `shape` shows it to people; `matches` looks at one record; `read` makes an example of it or raises
    RowRefused; `write` makes a row with the format's own field names of an example, or raises
    RowRefused where the shape cannot hold it. `trainable` says whether fine-tuning on
    replies or text can use the rows; `instead` is what to do where it cannot.
    """

    name: str
    label: str
    shape: str
    fields: tuple[FormatField, ...] = ()
    matches: Callable[[Record], bool]
    read: Callable[[Record], Example]
    write: Callable[[Example], dict[str, Any]] | None = None
    trainable: bool = True
    instead: str = ""


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
