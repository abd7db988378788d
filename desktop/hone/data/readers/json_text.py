"""Reading JSON values with messages for people: what is wrong, where, and what it looks like instead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

DEEP = "it is nested too deeply"
EVERY_KEY_ONCE = "Give every key once; one of the two values would be lost."
EXPECTED = 'Write each row as {"prompt": ..., ...}.'
CONSTANTS = "Not a number (NaN) and infinity are read as nothing (null)"


class DuplicateKey(ValueError):
    """An object names a key twice, so that one of the values would be lost."""


def decoder(on_constant: Callable[[str], None] = lambda name: None) -> json.JSONDecoder:
    """Return a decoder that refuses keys given twice, and reads NaN as null after telling `on_constant`."""
    return json.JSONDecoder(object_pairs_hook=_object, parse_constant=on_constant)


def reason(error: Exception) -> str:
    """Say in a few words what is wrong, without the position."""
    if isinstance(error, json.JSONDecodeError):
        return _REASONS.get(error.msg.split(":")[0], error.msg[0].lower() + error.msg[1:])
    if isinstance(error, RecursionError):
        return DEEP
    return str(error)


def advice(text: str) -> str:
    """Guess from the text why it is no JSON, and say what to do."""
    start = text.lstrip()[:2000]
    if re.match("[\\w<]", start) and not re.match(r"(true|false|null|NaN|\d)\b", start):
        return EXPECTED
    if re.match(r"[\[{]\s*'", start):
        return "It is in Python's notation with single quotes; write it with json.dumps."
    if start.startswith(("//", "#", "/*")) or re.search(r"^\s*//", start, re.MULTILINE):
        return "JSON has no comments; take them out."
    if re.search(r"\b(True|False|None)\b\s*[,}\]]", start):
        return "True, False and None are Python's words; write it with json.dumps."
    if re.search(r",\s*[}\]]", start):
        return "Take out the comma before the closing bracket."
    if re.search(r"[{,]\s*\w+\s*:", start) and '"' not in start[:20]:
        return "JSON needs double quotes around keys."
    return "The file may be cut off; get or export it again."


def row_of(value: object) -> dict[str, object] | None:
    """Return a value as the columns of a row: an object itself, or a bare list of turns; None for others."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value:
        for column, keys in _TURNS:
            if all(isinstance(turn, dict) and turn.keys() >= keys for turn in value):
                return {column: value}
    return None


def nature(value: object) -> str:
    """Say what a value is that is no object."""
    return "a list" if isinstance(value, list) else "a single value"


_TURNS = (("messages", {"role", "content"}), ("conversations", {"from", "value"}))
_REASONS = {
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma or closing bracket is missing",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing",
    "Illegal trailing comma before end of object": "there is a comma too many before the closing bracket",
    "Illegal trailing comma before end of array": "there is a comma too many before the closing bracket",
    "Unterminated string starting at": "a text is not closed",
    "Extra data": "there is something after the value",
    "Invalid control character at": "a text contains a bare line break or control character",
    "Expecting '": "a colon is missing",
    "Exceeds the limit (4300 digits) for integer string conversion": "a number is too long",
}


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DuplicateKey(f"the key {twice!r} is given twice")
    return values
