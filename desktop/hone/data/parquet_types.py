"""The types of JSON values as columns have them, and the one type that holds several values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import pyarrow as pa

_EXACT = 2**53  # whole numbers up to here are floats as well
_LARGEST = 2**63
_MARKS = frozenset({"role", "from", "function"})
_INNER = frozenset({"tool_calls", "function"})


class ListOf(msgspec.Struct, frozen=True):
    """A list; `element` None: it is always empty, or holds nothing but null."""

    element: ColumnType


class Fields(msgspec.Struct, frozen=True):
    """An object with these keys."""

    types: tuple[tuple[str, ColumnType], ...]


ColumnType = str | ListOf | Fields | None
"""A name ("text", "true or false", "whole", "wide", "number"), "json" for values that share no type."""


def type_of(value: object, may_lack: bool = False) -> ColumnType:
    """Return the type of a value, None for null; with `may_lack` messages may lack keys of each other."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        if abs(value) <= _EXACT:
            return "whole"
        return "wide" if -_LARGEST <= value < _LARGEST else "json"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list | tuple):
        may_lack = may_lack and _are_messages(value)
        element: ColumnType = None
        for each in value:
            element = merged(element, type_of(each, may_lack), may_lack)
        return "json" if element == "json" else ListOf(element)
    if isinstance(value, dict) and value and all(isinstance(key, str) for key in value):
        types = tuple((key, type_of(each, may_lack and key in _INNER)) for key, each in value.items())
        return "json" if any(found == "json" for _, found in types) else Fields(types)
    return "json"  # also an empty object, which Parquet cannot hold


def merged(one: ColumnType, other: ColumnType, may_lack: bool = False) -> ColumnType:
    """Return the type that holds values of both; with `may_lack` objects may lack keys of each other."""
    if one is None or one == other:
        return other
    if other is None:
        return one
    if isinstance(one, ListOf) and isinstance(other, ListOf):
        element = merged(one.element, other.element, may_lack)
        return "json" if element == "json" else ListOf(element)
    if isinstance(one, Fields) and isinstance(other, Fields):
        return _merged_fields(dict(one.types), dict(other.types), may_lack)
    pair = {one, other} if isinstance(one, str) and isinstance(other, str) else set()
    if pair == {"whole", "number"}:
        return "number"
    return "wide" if pair == {"whole", "wide"} else "json"


def _merged_fields(one: dict[str, ColumnType], other: dict[str, ColumnType], may_lack: bool) -> ColumnType:
    if one.keys() != other.keys() and not may_lack:
        return "json"
    names = dict.fromkeys((*one, *other))
    types = tuple(
        (name, merged(one.get(name), other.get(name), may_lack and name in _INNER)) for name in names
    )
    return "json" if any(found == "json" for _, found in types) else Fields(types)


def _are_messages(values: list[Any] | tuple[Any, ...]) -> bool:
    """Whether a list holds messages or tool calls, where a key that is null says nothing."""
    return all(isinstance(each, dict) and not each.keys().isdisjoint(_MARKS) for each in values)


def arrow_type(found: ColumnType) -> pa.DataType:
    """Return the type as Arrow calls it."""
    import pyarrow as pa

    if isinstance(found, ListOf):
        return pa.list_(arrow_type(found.element))
    if isinstance(found, Fields):
        return pa.struct([(name, arrow_type(each)) for name, each in found.types])
    names = {
        "text": pa.string(),
        "json": pa.string(),
        "true or false": pa.bool_(),
        "whole": pa.int64(),
        "wide": pa.int64(),
        "number": pa.float64(),
    }
    return names[found] if found is not None else pa.null()
