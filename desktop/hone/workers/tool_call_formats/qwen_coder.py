"""Qwen3-Coder, Qwen3.5: `<function=NAME><parameter=KEY>VALUE</parameter></function>` in `<tool_call>`."""

from __future__ import annotations

import json

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, reader, value_of
from hone.workers.tool_call_formats.format import ToolCallFormat


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    cursor.take("<function=")
    name = cursor.until(">").strip()
    arguments: dict[str, object] = {}
    cursor.skip_space()
    while cursor.takes("<parameter="):
        key = cursor.until(">").strip()
        value = cursor.until("</parameter>")
        arguments[key] = value_of(value.removeprefix("\n").removesuffix("\n"))
        cursor.skip_space()
    cursor.take("</function>")
    cursor.close("</tool_call>")
    return (ToolCallPart(name, json.dumps(arguments, ensure_ascii=False)),)


QWEN_CODER = ToolCallFormat("Qwen3-Coder", ("<tool_call>", "<function="), "<tool_call>", reader(_parse), ">")
