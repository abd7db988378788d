"""Which column of a file is which field: what there is to choose from, and whether a choice fits."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from hone.data.formats import FORMATS, find_formats, format_named
from hone.data.formats.base import Format
from hone.data.formats.choosing import OLD_NAMES
from hone.data.opening import OpenedData, open_data
from hone.data.records import Record, value_at
from hone.domain.datasets import AS_FOUND, Column, Columns, Guess, Reading
from hone.errors import BadInput

_SAMPLE = 100
_LOOKED_THROUGH = 10_000  # rows, before a column is said not to be there
_VALUES = 5
_INNER = 30  # keys of an object that are offered as columns
_LONGEST = 120
_KINDS = {bool: "true or false", int: "number", float: "number", str: "text", list: "list", dict: "object"}


def look_at_columns(path: Path, reading: Reading = AS_FOUND) -> Columns:
    """Tell the columns of a file and what they could be, also when nothing fits.

    Raises BadInput when the file cannot be read, or a column or field that was mapped is not there.
    """
    opened = open_data(path, reading.part)
    sample = [item for item in opened.sample(_SAMPLE) if isinstance(item, Record)]
    check_columns(reading, sample, opened)
    guesses: tuple[Guess, ...] = ()
    used = msgspec.structs.replace(reading, part=opened.part)
    try:
        chosen = find_formats(reading, sample, path.name) if sample else None
    except BadInput:  # nothing fits, which is why a person looks at the columns
        chosen = None
    if chosen is not None:
        guesses = chosen.guesses
        used = msgspec.structs.replace(used, format=chosen.format.name, columns=chosen.columns)
    return Columns(columns=_described(sample), guesses=guesses, parts=opened.parts, reading=used)


def check_columns(reading: Reading, sample: Sequence[Record], opened: OpenedData) -> None:
    """Refuse a mapping of fields that no format has, or to columns that are not there."""
    name = OLD_NAMES.get(reading.format, reading.format)
    known = [each for each in FORMATS if each.name == name] or list(FORMATS)
    columns = dict.fromkeys(column for record in sample for column in record.values)
    for field, column in reading.columns.items():
        _check_field(field, known, name)
        if column and not _is_there(column, sample) and not _comes_later(column, opened):
            raise BadInput(
                f"{opened.path.name} has no column {column!r} to read as {field!r}.",
                hint=_nearest(column, _with_inner(columns, sample)),
            )
    if name or not reading.columns:
        return
    if not any(reading.columns.keys() <= {field.name for field in each.fields} for each in FORMATS):
        raise BadInput(
            f"No shape has the fields {', '.join(map(repr, reading.columns))} together.",
            hint="The shapes have these fields: " + "; ".join(map(_fields_of, FORMATS)) + ".",
        )


def fields_of(shape: str) -> tuple[str, ...]:
    """Return the names of a shape's fields; KeyError for a shape that there is not."""
    return tuple(field.name for field in format_named(shape).fields)


def _check_field(field: str, known: Sequence[Format], name: str) -> None:
    fields = dict.fromkeys(each.name for shape in known for each in shape.fields)
    if field not in fields:
        where = f"The shape {name!r}" if name else "No shape"
        has = "has no field" if name else "has a field"
        raise BadInput(f"{where} {has} {field!r}.", hint=_nearest(field, fields))


def _is_there(column: str, records: Iterable[Record]) -> bool:
    return any(column in each.values or value_at(each.values, column) is not None for each in records)


def _comes_later(column: str, opened: OpenedData) -> bool:
    """Whether rows further down have a column; a mapping is often right where the first rows lack it."""
    found = islice(opened.records(), _LOOKED_THROUGH)
    return _is_there(column, (item for item in found if isinstance(item, Record)))


def _with_inner(columns: Iterable[str], sample: Sequence[Record]) -> list[str]:
    """Return the columns, and what stands inside those that hold objects."""
    names = list(columns)
    for record in sample[:10]:
        for name, value in record.values.items():
            names += [inner for inner, _ in _inside(name, value)]
    return list(dict.fromkeys(names))


def _nearest(name: str, names: Iterable[str]) -> str:
    known = list(names)
    lower = {each.lower(): each for each in known}
    near = difflib.get_close_matches(name.lower(), lower, n=1, cutoff=0.5)
    if near:
        return f"Did you mean {lower[near[0]]!r}?"
    return "There are: " + ", ".join(repr(each) for each in known[:20]) + "."


def _fields_of(known: Format) -> str:
    return f"{known.name} ({', '.join(field.name for field in known.fields)})"


def _described(sample: Sequence[Record]) -> tuple[Column, ...]:
    values: dict[str, list[object]] = {}
    for record in sample:
        for name, value in record.values.items():
            values.setdefault(name, []).append(value)
            for inner, found in _inside(name, value):
                values.setdefault(inner, []).append(found)
    return tuple(Column(name=name, kind=_kind(found), values=_shown(found)) for name, found in values.items())


def _inside(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Give what stands inside a value and can be read as a column: "answer.text", "answers.0"."""
    if isinstance(value, dict):
        # An object with very many keys is a table of its own, and no row.
        for key, inner in islice(value.items(), _INNER):
            yield f"{name}.{key}", inner
            if isinstance(inner, list) and inner and isinstance(inner[0], str):
                yield f"{name}.{key}.0", inner[0]
    elif isinstance(value, list) and value and isinstance(value[0], str):
        yield f"{name}.0", value[0]


def _kind(values: Sequence[object]) -> str:
    kinds = {_KINDS.get(type(value), "other") for value in values if value is not None}
    if not kinds:
        return "empty"
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _shown(values: Sequence[object]) -> tuple[str, ...]:
    shown = (_short(value) for value in values if value is not None and value != "")
    return tuple(dict.fromkeys(shown))[:_VALUES]


def _short(value: object) -> str:
    text = value if isinstance(value, str) else _as_json(value)
    text = " ".join(text[: 2 * _LONGEST].split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _as_json(value: object) -> str:
    try:
        return msgspec.json.encode(value, enc_hook=str).decode()
    except (UnicodeError, RecursionError, OverflowError, TypeError, ValueError):
        return repr(value)
