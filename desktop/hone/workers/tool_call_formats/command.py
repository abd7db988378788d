"""Command: `<|START_ACTION|>[{"tool_name": ..., "parameters": {...}}]<|END_ACTION|>`, before that
a list in a block of JSON after `Action:`.
"""

from __future__ import annotations

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, calls_in, reader
from hone.workers.tool_call_formats.format import ToolCallFormat

_END = "<|END_ACTION|>"


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    written = cursor.json(_END)
    cursor.close(_END)
    return calls_in(written, ("tool_name", "name"), ("parameters",))


def _parse_old(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    cursor.take("```json")
    cursor.skip_space()
    written = cursor.json("```")
    cursor.close("```")
    return calls_in(written, ("tool_name", "name"), ("parameters",))


ACTION = ToolCallFormat("Command R7B", ("<|START_ACTION|>",), "<|START_ACTION|>", reader(_parse), ">]")
OLD_ACTION = ToolCallFormat("Command R", ("Write 'Action:' followed by",), "Action:", reader(_parse_old), "`")
