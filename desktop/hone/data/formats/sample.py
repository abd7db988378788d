"""The first records of a file, and what their columns look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import msgspec

from hone.data.formats.base import FormatField
from hone.data.formats.turns import message_list
from hone.data.records import Record, value_at

_LONGEST_LABEL = 60
_TEXT_KEYS = ("text", "value", "content", "answer")
_SHORTEST_SENTENCE = 4  # words
_NAME = re.compile(r"[^\W\d][\w .\-/]{0,39}")


class Fit(msgspec.Struct, frozen=True):
    """Which column each field of a format is, and how telling their names and contents are, 0 to 1."""

    columns: dict[str, str]
    telling: float


class Sample:
    """Records that a file's shape is told from; columns are found by name, ignoring case.

    `given` are columns that a person mapped, by field.
    """

    def __init__(self, records: Sequence[Record], given: dict[str, str] | None = None) -> None:
        self.records = records
        self.given = dict(given or {})
        names = dict.fromkeys(name for record in records for name in record.values)
        self.columns = tuple(name for name in names if name not in self.given.values())

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {name.strip().lower(): name for name in self.columns}

    def column(self, field: FormatField) -> str:
        """Return the column that a person gave to a field, or that has one of its names; "" for none."""
        if field.name in self.given:
            return self.given[field.name]
        return next((self._by_key[name] for name in field.names if name in self._by_key), "")

    def found(self, fields: Iterable[FormatField]) -> dict[str, str]:
        """Return the columns of those fields that there are."""
        pairs = ((field.name, self.column(field)) for field in fields)
        return {name: column for name, column in pairs if column}

    def exactness(self, field: FormatField) -> float:
        """How telling a field's column is: 1 for its own name or a person's word, less for aliases."""
        column = self.column(field).strip().lower()
        if not column or field.name in self.given or column == field.name:
            return 1.0
        return 0.95 if column in field.aliases[:3] else 0.85

    def values(self, column: str) -> list[object]:
        """Return the values of a column that are not null."""
        if column not in self._values:
            found = (value_at(record.values, column) for record in self.records)
            self._values[column] = [value for value in found if value is not None]
        return self._values[column]

    @cached_property
    def _values(self) -> dict[str, list[object]]:
        return {}

    def share(self, column: str, holds: Callable[[object], bool]) -> float:
        """Return the share of a column's values for which something holds, 0 when it has none."""
        values = self.values(column)
        return sum(map(holds, values)) / len(values) if values else 0.0

    def texts(self) -> list[str]:
        """Return the columns of text that no name tells: not numbers, not empty, named like columns."""
        return [
            name
            for name in self.columns
            if _NAME.fullmatch(name.strip())
            and len(name.split()) <= 4
            and self.share(name, _is_words) > 0.8
            and not name.lower().endswith(("id", "url", "date", "time", "hash", "path", "source"))
        ]

    def prose(self) -> list[str]:
        """Return the columns of `texts` that hold sentences: no names, labels, codes or addresses."""
        return [
            name
            for name in self.texts()
            if self.share(name, _is_sentence) > 0.5 and not self.is_labels(name) and not self.repeats(name)
        ]

    def is_constant(self, column: str) -> bool:
        """Whether a column says the same in all of several rows."""
        values = self.values(column)
        return len(values) > 1 and len({str(value) for value in values}) == 1

    def length(self, column: str) -> float:
        """Return how many characters the texts of a column have on average, 0 when it has none."""
        sizes = [len(value) for value in self.values(column) if isinstance(value, str)]
        return sum(sizes) / len(sizes) if sizes else 0.0

    def pairs_inside(self) -> list[tuple[str, str]]:
        """Return two columns inside each column of objects that hold two texts and nothing else."""
        found = []
        for name in self.columns:
            keys = {_pair_of(value) for value in self.values(name)}
            if len(keys) == 1 and (pair := keys.pop()):
                found.append((f"{name}.{pair[0]}", f"{name}.{pair[1]}"))
        return found

    def text_inside(self, column: str) -> str:
        """Return where the text in a column of lists or objects stands ("answers.text.0"), "" for nowhere.

        Of several texts in an object that one is taken that is called a text.
        """
        values = self.values(column)
        keys = dict.fromkeys(key for value in values if isinstance(value, dict) for key in value)
        inner = [f"{column}.{key}" for key in keys] or [column]
        places = [name for each in inner for name in (each, f"{each}.0")]
        found = [name for name in places if 2 * sum(map(is_text, self.values(name))) > len(values)]
        if len(found) > 1:
            found = [
                f"{column}.{key}{end}"
                for key in _TEXT_KEYS
                for end in ("", ".0")
                if f"{column}.{key}{end}" in found
            ]
        return found[0] if found else ""

    def is_labels(self, column: str) -> bool:
        """Whether a column holds short names that come again, or numbers: labels rather than replies."""
        values = self.values(column)
        if not values or self.share(column, _is_label) < 0.9:
            return False
        different = len({str(value) for value in values})
        return len(values) < 20 or different <= len(values) * 0.75

    def repeats(self, column: str) -> bool:
        """Whether a column has few different values for its length."""
        values = self.values(column)
        return len(values) >= 8 and len({str(value) for value in values}) <= len(values) / 4


def has_messages(value: object) -> bool:
    """Whether a value is a list of messages, also as JSON text."""
    return message_list(value) is not None


def is_text(value: object) -> bool:
    """Whether a value is text."""
    return isinstance(value, str)


def _pair_of(value: object) -> tuple[str, ...]:
    """Return the keys of an object that holds two texts, () for anything else."""
    is_pair = isinstance(value, dict) and len(value) == 2 and all(map(is_text, value.values()))
    return tuple(map(str, value)) if is_pair and isinstance(value, dict) else ()


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not _is_number(value)


def _is_sentence(value: object) -> bool:
    return isinstance(value, str) and len(value.split()) >= _SHORTEST_SENTENCE


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\s*[-+]?[\d.,:/ -]+%?\s*", text))


def _is_label(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_LABEL and "\n" not in value and len(value.split()) <= 6
    return isinstance(value, bool | int | float)
