"""Values of a row that should be text, written as text."""

from __future__ import annotations

from typing import Any

import msgspec

from hone.data.formats.base import Format, RowRefused
from hone.data.records import Record

_TEXT_KEYS = frozenset({"content", "value", "text"})


def as_texts(known: Format, values: dict[str, Any]) -> dict[str, Any] | None:
    """Write values as text until the format reads the row; None when that does not help.

    Only columns that the format refuses are changed, so that labels and judgements stay what they are.
    """
    refused = _refusal(known, values)
    columns = {name.strip().lower(): name for name in values}
    fields = [columns[name] for field in known.fields for name in field.names if name in columns]
    for name in dict.fromkeys(fields):
        if refused == "":
            break
        candidate = {**values, name: _as_text(values[name])}
        after = _refusal(known, candidate)
        if after != refused:
            values, refused = candidate, after
    return values if refused == "" else None


def _refusal(known: Format, values: dict[str, Any]) -> str:
    try:
        known.read(Record(0, 0, values))
    except RowRefused as refused:
        return refused.message or refused.kind
    return ""


def _as_text(value: Any) -> Any:
    """Write a value as text; in a list of messages, what they say."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        return [_inner(each) for each in value]
    if isinstance(value, bool | int | float):
        return msgspec.json.encode(value).decode()
    return msgspec.json.encode(value, enc_hook=str).decode()


def _inner(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _as_text(each) if key in _TEXT_KEYS and not isinstance(each, list) else each
            for key, each in value.items()
        }
    return [_as_text(each) for each in value] if isinstance(value, list) else value
