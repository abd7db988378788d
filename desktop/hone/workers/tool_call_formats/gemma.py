"""Gemma 4: `<|tool_call>call:NAME{KEY:<|"|>text<|"|>,KEY:5,KEY:[true]}<tool_call|>`."""

from __future__ import annotations

import json
import re

from hone.workers.part_kinds import ToolCallPart
from hone.workers.tool_call_formats.cursor import Cursor, Unfinished, Unfit, reader
from hone.workers.tool_call_formats.format import ToolCallFormat

_QUOTE = '<|"|>'
_PLAIN = re.compile(r"[^\s,{}\[\]<:]+")
_KEY = re.compile(r"[^,{}\[\]<:]+")


def _parse(cursor: Cursor) -> tuple[ToolCallPart, ...]:
    cursor.skip_space()
    cursor.take("call:")
    name = cursor.name()
    if not cursor.sees("{"):
        raise Unfit
    arguments = _value(cursor)
    cursor.close("<tool_call|>")
    return (ToolCallPart(name, json.dumps(arguments, ensure_ascii=False)),)


def _value(cursor: Cursor) -> object:
    cursor.skip_space()
    if cursor.takes(_QUOTE):
        return cursor.until(_QUOTE)
    if cursor.takes("{"):
        return _members(cursor)
    if cursor.takes("["):
        return _items(cursor)
    match = _PLAIN.match(cursor.rest)
    if match is None:
        raise Unfit
    if match.end() == len(cursor.rest):
        raise Unfinished
    cursor.place += match.end()
    try:
        value: object = json.loads({"None": "null", "True": "true", "False": "false"}.get(match[0], match[0]))
    except ValueError as error:
        raise Unfit from error
    return value


def _members(cursor: Cursor) -> dict[str, object]:
    found: dict[str, object] = {}
    cursor.skip_space()
    while not cursor.takes("}"):
        key = _key(cursor)
        cursor.skip_space()
        cursor.take(":")
        found[key] = _value(cursor)
        _comma(cursor, "}")
    return found


def _items(cursor: Cursor) -> list[object]:
    found: list[object] = []
    cursor.skip_space()
    while not cursor.takes("]"):
        found.append(_value(cursor))
        _comma(cursor, "]")
    return found


def _key(cursor: Cursor) -> str:
    if cursor.takes(_QUOTE):
        return cursor.until(_QUOTE)
    match = _KEY.match(cursor.rest)
    if match is None:
        raise Unfit
    if match.end() == len(cursor.rest):
        raise Unfinished
    cursor.place += match.end()
    return match[0].strip()


def _comma(cursor: Cursor, closing: str) -> None:
    cursor.skip_space()
    if cursor.takes(","):
        cursor.skip_space()
    elif not cursor.sees(closing):
        raise Unfit


GEMMA = ToolCallFormat("Gemma 4", ("<|tool_call>call:",), "<|tool_call>", reader(_parse), ">")
