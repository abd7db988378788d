"""Llama 3: `<|python_tag|>{"name": ..., "parameters": {...}}`, or `<|python_tag|>NAME.call(KEY="VALUE")`,
or the JSON object alone at the beginning of a reply.
"""

from __future__ import annotations

import json
import re

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, Unfinished, Unfit, calls_in, reader
from hone.workers.tool_call_formats.format import ToolCallFormat

_CALL = re.compile(r"([\w-]+)\.call\(")
_ARGUMENT = re.compile(r'\s*([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*")\s*(,|\))', re.DOTALL)
_FIRST_KEYS = ("name", "type", "function", "parameters", "arguments", "id")


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    if cursor.rest[:1] in ("[", "{"):
        return calls_in(cursor.json(), ("name",), ("parameters", "arguments"))
    match = _CALL.match(cursor.rest)
    if match is None:
        raise Unfit if "\n" in cursor.rest or "(" in cursor.rest else Unfinished
    cursor.place += match.end()
    arguments: dict[str, object] = {}
    following = ","
    while following == ",":
        each = _ARGUMENT.match(cursor.rest)
        if each is None:
            raise Unfinished
        arguments[each[1]] = json.loads(each[2], strict=False)
        cursor.place += each.end()
        following = each[3]
    return (ToolCallPart(match[1], json.dumps(arguments, ensure_ascii=False)),)


def _parse_bare(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    """Read an object that has both a name and parameters; another one is an answer in JSON."""
    start = cursor.place
    cursor.take("{")
    cursor.skip_space()
    if not any(_may_be(cursor, f'"{key}"') for key in _FIRST_KEYS):
        raise Unfit
    cursor.place = start
    written = cursor.json()
    if not re.search(r'"(parameters|arguments)"\s*:', written):
        raise Unfit
    return calls_in(written, ("name",), ("parameters", "arguments"))


def _may_be(cursor: Cursor, text: str) -> bool:
    return cursor.rest.startswith(text) or text.startswith(cursor.rest)


PYTHON_TAG = ToolCallFormat("Llama 3", ("<|python_tag|>",), "<|python_tag|>", reader(_parse), "}])")
BARE_JSON = ToolCallFormat(
    "bare JSON",
    ('{"name": function name, "parameters": dictionary of argument name',),
    "",
    reader(_parse_bare),
    "}",
)
