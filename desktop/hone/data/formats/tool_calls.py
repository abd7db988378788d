"""Tools, and calls of them, in OpenAI's form whatever form they had."""

from __future__ import annotations

import math
from typing import Any

import msgspec

from hone.data.formats.base import Fields, FormatField, RowRefused

TOOLS = FormatField(
    name="tools", label="Tools", required=False, aliases=("functions", "available_tools", "function_schema")
)
_HINT = 'Write calls as [{"type": "function", "function": {"name": "...", "arguments": "{...}"}}].'


def as_json(value: object, where: str) -> str:
    """Return a value as JSON text; raises RowRefused for what JSON cannot say."""
    try:
        return msgspec.json.encode(value, enc_hook=str).decode()
    except (UnicodeError, RecursionError, OverflowError, TypeError, ValueError) as error:
        raise RowRefused("broken_text", f"{where} cannot be written as JSON: {error}.") from error


def parsed(text: str) -> object:
    """Return what JSON text says, None when it is none."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError):
        return None


def is_nothing(value: object) -> bool:
    """Whether a key says nothing: null, or a number that is none (a table's empty cell)."""
    return value is None or (isinstance(value, float) and not math.isfinite(value))


def tools_in(fields: Fields) -> str:
    """Return a record's tools as a JSON array in OpenAI's form, "" for none.

    A column of that name with something else in it (words, a number) is left unread.
    """
    name = fields.name_of(TOOLS)
    value = fields.record.get(name) if name else None
    if value is None or value == "" or value == []:
        return ""
    if looks_like_tools(value):
        return tools_text(value, name)
    fields.unread(name)
    return ""


def looks_like_tools(value: object) -> bool:
    """Whether a value is meant as a list of tools."""
    if isinstance(value, str):
        return value.lstrip()[:1] in ("[", "{")
    return isinstance(value, list | dict)


def tools_text(value: object, where: str) -> str:
    """Return a list of tools, or JSON text of one, as a JSON array in OpenAI's form, "" for an empty one."""
    tools = parsed(value) if isinstance(value, str) else value
    if isinstance(tools, dict):
        tools = [tools]
    if not isinstance(tools, list):
        raise RowRefused("bad_tools", f"{where!r} is no JSON list of tools.", "Mend it, or empty the cell.")
    whole = [_tool(tool, place, where) for place, tool in enumerate(tools, start=1)]
    return as_json(whole, f"{where!r}") if whole else ""


def _tool(tool: object, place: int, where: str) -> dict[str, Any]:
    tool = parsed(tool) if isinstance(tool, str) else tool
    if isinstance(tool, dict):
        inner = tool.get("function")
        if isinstance(inner, dict) and isinstance(inner.get("name"), str):
            return {"type": "function", **{key: value for key, value in tool.items() if key != "type"}}
        if isinstance(tool.get("name"), str):
            return {"type": "function", "function": tool}
    hint = 'Write each as {"name": ..., "parameters": ...}.'
    raise RowRefused("bad_tools", f"Tool {place} of {where!r} has no name.", hint)


def bare_tools(tools: str) -> list[Any]:
    """Return tools without what OpenAI's form puts around them, as ShareGPT files have them."""
    found = msgspec.json.decode(tools)
    return [tool["function"] if set(tool) == {"type", "function"} else tool for tool in found]


def calls_in(value: object, place: int) -> list[dict[str, Any]]:
    """Return calls in OpenAI's form, their arguments as JSON text; raises RowRefused naming the message."""
    calls = parsed(value) if isinstance(value, str) else value
    if isinstance(calls, dict):
        calls = [calls]
    if not isinstance(calls, list) or not calls:
        raise RowRefused("bad_tool_call", f"The tool call of message {place} is not valid JSON.", _HINT)
    return [_call(call, place) for call in calls]


def _call(call: object, place: int) -> dict[str, Any]:
    call = parsed(call) if isinstance(call, str) else call
    if not isinstance(call, dict):
        raise RowRefused("bad_tool_call", f"A tool call of message {place} is not an object.", _HINT)
    function = call.get("function", call)
    name = function.get("name") if isinstance(function, dict) else None
    if not isinstance(name, str):
        raise RowRefused("bad_tool_call", f"A tool call of message {place} names no function.", _HINT)
    arguments = function.get("arguments", function.get("parameters"))
    if is_nothing(arguments):
        arguments = {}
    text = arguments if isinstance(arguments, str) else as_json(arguments, f"The call in message {place}")
    identity = {"id": call["id"]} if not is_nothing(call.get("id")) else {}
    return {**identity, "type": "function", "function": {"name": name, "arguments": text}}


def bare_call(call: dict[str, Any]) -> dict[str, Any]:
    """Return a call with its arguments as JSON where that says the same, as ShareGPT files have it."""
    function = call["function"]
    arguments = parsed(function["arguments"])
    same = isinstance(arguments, dict | list) and as_json(arguments, "A call") == function["arguments"]
    return {"name": function["name"], "arguments": arguments if same else function["arguments"]}
