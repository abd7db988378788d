"""Mistral: `[TOOL_CALLS][{"name": ..., "arguments": {...}}]`, later `[TOOL_CALLS]NAME[ARGS]{...}`."""

from __future__ import annotations

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, arguments_of, calls_in, reader
from hone.workers.tool_call_formats.format import ToolCallFormat


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    if cursor.rest[:1] in ("[", "{"):
        return calls_in(cursor.json(), ("name",), ("arguments",))
    name = cursor.name()
    cursor.skip_space()
    if cursor.takes("[CALL_ID]"):
        cursor.name()
        cursor.skip_space()
    cursor.takes("[ARGS]")
    cursor.skip_space()
    return (ToolCallPart(name, arguments_of(cursor.json())),)


MISTRAL = ToolCallFormat("Mistral", ("[TOOL_CALLS]",), "[TOOL_CALLS]", reader(_parse), "]}")
