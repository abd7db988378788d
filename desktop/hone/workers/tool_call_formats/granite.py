"""Granite: `<|tool_call|>[{"name": ..., "arguments": {...}}]` up to the end of the list."""

from __future__ import annotations

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, calls_in, reader
from hone.workers.tool_call_formats.format import ToolCallFormat


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    return calls_in(cursor.json(), ("name",), ("arguments",))


GRANITE = ToolCallFormat("Granite", ("<|tool_call|>",), "<|tool_call|>", reader(_parse), "]}")
