"""GLM: `<tool_call>NAME<arg_key>KEY</arg_key><arg_value>VALUE</arg_value>...</tool_call>`."""

from __future__ import annotations

import json

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, reader, value_of
from hone.workers.tool_call_formats.format import ToolCallFormat


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    name = cursor.name()
    arguments: dict[str, object] = {}
    cursor.skip_space()
    while cursor.takes("<arg_key>"):
        key = cursor.until("</arg_key>").strip()
        cursor.skip_space()
        cursor.take("<arg_value>")
        arguments[key] = value_of(cursor.until("</arg_value>"))
        cursor.skip_space()
    cursor.close("</tool_call>")
    return (ToolCallPart(name, json.dumps(arguments, ensure_ascii=False)),)


GLM = ToolCallFormat("GLM", ("<tool_call>", "<arg_key>"), "<tool_call>", reader(_parse), ">")
