"""Hermes, Qwen and many others: `<tool_call>{"name": ..., "arguments": {...}}</tool_call>`."""

from __future__ import annotations

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, calls_in, reader
from hone.workers.tool_call_formats.format import ToolCallFormat

_END = "</tool_call>"


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    written = cursor.json(_END)
    cursor.close(_END)
    return calls_in(written, ("name",), ("arguments", "parameters"))


HERMES = ToolCallFormat("Hermes", ("<tool_call>",), "<tool_call>", reader(_parse), ">")
