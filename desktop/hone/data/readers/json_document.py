"""One JSON object: a list of rows wrapped under a name, like {"data": [...]}, or a single row."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hone.data.readers.json_text import DuplicateKey, advice, decoder, reason
from hone.data.records import Found, Record, broken
from hone.data.source import Source
from hone.errors import BadInput

NAME = "JSON document"
_LARGEST = 512 * 2**20
_TURNS = frozenset(
    {"messages", "conversations", "conversation", "chosen", "rejected", "prompt", "completion"}
)


def matches(source: Source) -> bool:
    """Whether the file begins with a brace, or claims to be JSON."""
    return source.head.lstrip().startswith("{") or source.suffix == ".json"


def read(source: Source) -> Iterator[Found]:
    """Give the rows of the wrapped list, or the object itself as the only row."""
    value = _load(source)
    if not isinstance(value, dict):
        raise BadInput(
            f"{source.path.name} is a single JSON value, not rows.",
            hint='Write rows as {"prompt": ..., ...}.',
        )
    lists = {
        name: rows
        for name, rows in value.items()
        if name not in _TURNS
        and isinstance(rows, list)
        and rows
        and all(isinstance(r, dict) for r in rows[:100])
    }
    if len(lists) > 1:
        raise BadInput(
            f"{source.path.name} holds several lists of rows: {', '.join(lists)}.",
            hint="Save the list to train on as a file of its own.",
        )
    if not lists:
        yield Record(1, 1, value)
        return
    for row, element in enumerate(next(iter(lists.values())), start=1):
        if isinstance(element, dict):
            yield Record(row, 0, element)
        else:
            yield broken(row, 0, "not_object", f"Element {row:,} is not an object with named columns.")


def _load(source: Source) -> object:
    if source.size_bytes > _LARGEST:
        raise BadInput(
            f"{source.path.name} is one JSON object of more than {_LARGEST // 2**20} MB.",
            hint="Save its rows as JSON lines: one object per line.",
        )
    with source.open() as file:
        text = file.read().lstrip("\ufeff")
    try:
        return decoder().decode(text)
    except (json.JSONDecodeError, DuplicateKey, ValueError, RecursionError) as error:
        where = f"in line {error.lineno:,} " if isinstance(error, json.JSONDecodeError) else ""
        raise BadInput(
            f"{source.path.name} is not valid JSON: {where}{reason(error)}.", hint=advice(text)
        ) from error
