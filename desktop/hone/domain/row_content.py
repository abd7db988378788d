"""A row as a person edits it: a JSON object, and where in it what is said stands."""

from __future__ import annotations

import json
import re
from typing import Any

from hone.errors import BadInput

Place = tuple[str | int, ...]
"""Where a value stands: keys of objects and indexes of lists, from the outside."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_ROLE_KEYS = ("role", "from")
_TEXT_KEYS = ("content", "value")


def parse_content(content: str) -> dict[str, Any]:
    """Read a row's content; raises BadInput naming line and column of what is no JSON object."""
    try:
        value = json.loads(content)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"This is not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}.",
            hint="Texts stand in double quotes, entries are parted by commas.",
        ) from error
    except RecursionError as error:
        raise BadInput("This JSON is nested too deeply.", hint="Make it flatter.") from error
    if not isinstance(value, dict):
        raise BadInput("A row is an object in curly brackets.", hint='Write {"prompt": "..."}, for example.')
    return value


def write_content(values: dict[str, Any], indent: bool = False) -> str:
    """Return a row's content as JSON, on one line unless `indent`."""
    text = json.dumps(values, ensure_ascii=False, indent=2 if indent else None)
    # Half a character cannot be written as UTF-8; as an escape it stays what it was.
    return json.dumps(values, indent=2 if indent else None) if _SURROGATE.search(text) else text


def value_at(values: Any, place: Place) -> Any:
    """Return what stands at a place."""
    for key in place:
        values = values[key]
    return values


def with_value(values: Any, place: Place, value: Any) -> Any:
    """Return a copy with another value at a place; a key that is not there yet comes last."""
    if not place:
        return value
    key, rest = place[0], place[1:]
    if isinstance(values, list):
        return [with_value(each, rest, value) if n == key else each for n, each in enumerate(values)]
    return {**values, key: with_value(values.get(key) if rest else None, rest, value)}


def is_messages(value: object) -> bool:
    """Whether a value is a list of messages, which may be empty."""
    return isinstance(value, list) and all(isinstance(each, dict) and role_key(each) for each in value)


def role_key(message: dict[str, Any]) -> str:
    """Return the key of a message's role: "role", or ShareGPT's "from"; "" when there is none."""
    return next((key for key in _ROLE_KEYS if isinstance(message.get(key), str)), "")


def text_key(message: dict[str, Any]) -> str:
    """Return the key of a message's text."""
    own = next((key for key in _TEXT_KEYS if key in message), "")
    return own or _TEXT_KEYS[_ROLE_KEYS.index(role_key(message) or "role")]


def place_of(values: dict[str, Any], text: str, last: bool = False) -> Place | None:
    """Return where exactly this text stands, by itself or as a message's; the last such place when `last`.

    None when it is put together of several columns.
    """
    found: list[Place] = []
    for key, value in values.items():
        if value == text:
            found.append((key,))
        elif isinstance(value, list) and is_messages(value):
            found += [
                (key, number, text_key(message))
                for number, message in enumerate(value)
                if message.get(text_key(message)) == text
            ]
    if not found or not text:
        return None
    return found[-1 if last else 0]
