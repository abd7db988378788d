"""Batches of Arrow as records of plain values: text, numbers, lists and objects, as JSON would hold them."""

from __future__ import annotations

import base64
import datetime
import decimal
import json
import math
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from hone.data.readers.base import Rows
from hone.data.records import Found, Record, remark
from hone.errors import BadInput

_SLICE = 256
"""Rows that are plain values at one time; a row of a long dialogue takes some ten kilobytes."""


def records(batches: Iterable[Any], schema: Any, rows: Rows) -> Iterator[Found]:
    """Give a record per row of the batches (pyarrow.RecordBatch); `rows` is told what is left out."""
    names = _class_names(schema)
    plain = schema_in_microseconds(schema)
    row = 0
    for batch in batches:
        if plain is not None:
            batch = batch.cast(plain, safe=False)
        for start in range(0, batch.num_rows, _SLICE):
            for values in batch.slice(start, _SLICE).to_pylist(maps_as_pydicts="lossy"):
                row += 1
                for column, labels in names.items():
                    values[column] = _named(values[column], labels)
                yield Record(row, 0, {name: _plain(value, rows) for name, value in values.items()})


def refuse_twins(name: str, columns: Sequence[str]) -> None:
    """Raise BadInput when two columns have the same name: one of them would be lost."""
    lowered = [column.strip().lower() for column in columns]
    twice = next((column for column in lowered if lowered.count(column) > 1), None)
    if twice is not None:
        raise BadInput(
            f"{name} has two columns named {twice!r}.",
            hint="Give every column its own name, and save it again.",
        )


def schema_in_microseconds(schema: Any) -> Any:
    """Return the schema with times in microseconds, None when it has no finer ones.

    Nanoseconds become values of pandas, which is not imported here.
    """
    import pyarrow as pa

    fields = [field.with_type(_coarse(field.type)) for field in schema]
    if all(new.type == old.type for new, old in zip(fields, schema, strict=True)):
        return None
    return pa.schema(fields)


def _coarse(kind: Any) -> Any:
    import pyarrow as pa

    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        return pa.timestamp("us", kind.tz)
    if pa.types.is_time64(kind) and kind.unit == "ns":
        return pa.time64("us")
    if pa.types.is_duration(kind) and kind.unit == "ns":
        return pa.duration("us")
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(_coarse(field.type)) for field in kind])
    if pa.types.is_large_list(kind):
        return pa.large_list(kind.value_field.with_type(_coarse(kind.value_type)))
    if pa.types.is_list(kind):
        return pa.list_(kind.value_field.with_type(_coarse(kind.value_type)))
    return kind


def _class_names(schema: Any) -> dict[str, list[str]]:
    """Return the names that numbers of a column stand for (`ClassLabel` of the Hugging Face hub)."""
    metadata = (schema.metadata or {}).get(b"huggingface")
    try:
        features = json.loads(metadata)["info"]["features"] if metadata else {}
        return {
            column: [str(name) for name in feature["names"]]
            for column, feature in features.items()
            if isinstance(feature, dict) and feature.get("_type") == "ClassLabel" and column in schema.names
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}  # written by something else under the same key: the numbers stay numbers


def _named(value: object, names: Sequence[str]) -> object:
    return names[value] if isinstance(value, int) and 0 <= value < len(names) else value


def _plain(value: Any, rows: Rows) -> object:
    """Return a value as JSON would hold it."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if kind is float:
        return value if math.isfinite(value) else None
    if kind is dict:
        return {str(name): _plain(inner, rows) for name, inner in value.items()}
    if kind is list or kind is tuple:
        return [_plain(inner, rows) for inner in value]
    if kind is bytes:
        return _text_of(value, rows)
    return _WRITTEN[kind](value) if kind in _WRITTEN else str(value)


def _text_of(value: bytes, rows: Rows) -> object:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        rows.note(
            remark(
                "binary_column",
                "A column holds binary data (pictures or sound), which is shown as base64.",
                "Leave that column out: rows learn from text only.",
            )
        )
        return base64.b64encode(value).decode("ascii")


_WRITTEN: dict[type, Callable[[Any], object]] = {
    datetime.datetime: lambda value: value.isoformat(),
    datetime.date: lambda value: value.isoformat(),
    datetime.time: lambda value: value.isoformat(),
    datetime.timedelta: lambda value: value.total_seconds(),
    decimal.Decimal: str,
    uuid.UUID: str,
}
