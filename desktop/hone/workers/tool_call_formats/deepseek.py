"""DeepSeek: a list of calls between marks, each between marks of its own."""

from __future__ import annotations

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, Unfit, arguments_of, reader
from hone.workers.tool_call_formats.format import ToolCallFormat

_ALL, _ALL_END = "<｜tool▁calls▁begin｜>", "<｜tool▁calls▁end｜>"
_ONE, _BETWEEN, _ONE_END = "<｜tool▁call▁begin｜>", "<｜tool▁sep｜>", "<｜tool▁call▁end｜>"


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    calls: list[ToolCallPart] = []
    cursor.skip_space()
    while cursor.takes(_ONE):
        calls.append(_one(cursor))
        cursor.skip_space()
        if cursor.ended and not cursor.rest:
            return tuple(calls)
    if not calls:
        raise Unfit
    cursor.close(_ALL_END)
    return tuple(calls)


def _one(cursor: Cursor) -> ToolCallPart:
    """Read `function<sep>NAME`, then the arguments in a block of JSON; or `NAME<sep>{...}` as in V3.1."""
    name = cursor.until(_BETWEEN).strip()
    cursor.skip_space()
    if cursor.rest[:1] not in ("", "{"):
        name = cursor.until("\n").strip()
        cursor.skip_space()
        cursor.take("```json")
        cursor.skip_space()
        written = cursor.json(_ONE_END)
        cursor.close("```")
    else:
        written = cursor.json(_ONE_END)
    cursor.close(_ONE_END)
    return ToolCallPart(name, arguments_of(written))


DEEPSEEK = ToolCallFormat("DeepSeek", (_ALL,), _ALL, reader(_parse), "｜>")
