"""What a format is: which fields it has, how a record becomes an example, and an example a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

if TYPE_CHECKING:
    from hone.data.formats.sample import Fit, Sample


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

    @property
    def names(self) -> tuple[str, ...]:
        """All names of such a column, the field's own first."""
        return (self.name, *self.aliases)


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A shape of rows; `name` is a Shape.

    `shape` shows it to people. `fits` looks at a sample and says which columns are which field, None when
    it is no such file. `read` makes an example of a record or raises RowRefused. `write` makes a row with
    the format's own field names and the example's extra columns, or raises RowRefused where the shape
    cannot hold it; what was read is written and read again the same. `trainable` says whether fine-tuning
    on replies or text can use the rows; `instead` is what to do where it cannot.
    """

    name: str
    label: str
    shape: str
    fields: tuple[FormatField, ...]
    fits: Callable[[Sample], Fit | None]
    read: Callable[[Record], Example]
    write: Callable[[Example], dict[str, Any]]
    trainable: bool = True
    instead: str = ""


class Fields:
    """The columns of one record as a format reads them; remembers which of them were used."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.used: set[str] = set()

    def name_of(self, field: FormatField) -> str:
        """Return the column that holds a field, "" for none; columns that hold nothing are passed over."""
        columns = self.record.columns
        for name in field.names:
            if name in columns:
                self.used.add(name)
                value = self.record.get(name)
                # A number that is none stands in the empty cells of a column that pandas wrote.
                if value is not None and not (isinstance(value, float) and value != value):
                    return name
        return ""

    def value(self, field: FormatField) -> object:
        """Return the value of a field, None when there is none."""
        name = self.name_of(field)
        return self.record.get(name) if name else None

    def text(self, field: FormatField) -> str:
        """Return the text of a field; raises RowRefused when it is none or not there."""
        name = self.name_of(field)
        if not name:
            raise missing(field)
        return text_in(self.record.get(name), name)

    def optional_text(self, field: FormatField) -> str:
        """Return the text of a field that may be absent, null or empty."""
        name = self.name_of(field)
        return text_in(self.record.get(name), name) if name else ""

    def unread(self, name: str) -> None:
        """Count a column as not used after all."""
        self.used.discard(name)

    def rest(self) -> dict[str, Any]:
        """Return the columns that were not used, under the names of the file."""
        used = self.used
        return {name: value for name, value in self.record.values.items() if name.strip().lower() not in used}


def missing(field: FormatField) -> RowRefused:
    """Say that a field has no value."""
    return RowRefused("missing_field", f"{field.name!r} is missing or null.", "Fill it in or drop the row.")


def text_in(value: object, name: str) -> str:
    """Return a column's text; raises RowRefused naming what it is instead."""
    if isinstance(value, str):
        return value
    kind = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}.get(
        type(value), f"of type {type(value).__name__}"
    )
    raise RowRefused("not_text", f"{name!r} is {kind}, not text.", "Write it as text in double quotes.")


def with_extra(
    row: dict[str, Any], example: Example, fields: Iterable[FormatField], safe: Iterable[str] = ()
) -> dict[str, Any]:
    """Return the row with the example's extra columns.

    One that the format would read as a field is given a number behind its name, but for those in `safe`.
    """
    if not example.extra:
        return row
    taken = {name.lower() for name in row}
    read = {name for field in fields if field.name not in row for name in field.names}.difference(safe)
    whole = dict(row)
    for name, value in example.extra.items():
        key = name.strip().lower()
        if key in taken or key in read:
            if value is None:
                continue
            name = _free_name(name, taken | {other.strip().lower() for other in (*example.extra, *whole)})
        whole[name] = value
    return whole


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name}_{number}".strip().lower() in taken:
        number += 1
    return f"{name}_{number}"


def made(record: Record, turns: list[Turn], extra: dict[str, Any], tools: str = "") -> Example:
    """Make an example of a dialogue."""
    return Example(row=record.row, line=record.line, turns=tuple(turns), tools=tools, extra=extra)
