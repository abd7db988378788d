"""Rows that are being edited: read as their shape reads them, and begun empty. Needs no file."""

from __future__ import annotations

import json
from typing import Any

from hone.data.formats import FORMATS, known_format
from hone.data.formats.base import Format, FormatField
from hone.data.written_rows import read_content
from hone.domain.datasets import Shape
from hone.domain.row_content import parse_content, write_content

__all__ = ["blank_content", "check_tools", "fields_of", "formats", "read_content"]

_BLANKS: dict[str, dict[str, Any]] = {
    Shape.MESSAGES: {"messages": [{"role": "user", "content": ""}, {"role": "assistant", "content": ""}]},
    Shape.SHAREGPT: {"conversations": [{"from": "human", "value": ""}, {"from": "gpt", "value": ""}]},
    Shape.ALPACA: {"instruction": "", "input": "", "output": ""},
    Shape.PROMPT_COMPLETION: {"prompt": "", "completion": ""},
    Shape.PREFERENCE: {"prompt": "", "chosen": "", "rejected": ""},
    Shape.KTO: {"prompt": "", "completion": "", "label": True},
    Shape.TEXT: {"text": ""},
    Shape.CLASSIFICATION: {"text": "", "label": ""},
}


def formats() -> tuple[Format, ...]:
    """Return all formats."""
    return FORMATS


def fields_of(shape: str) -> tuple[FormatField, ...]:
    """Return the fields of a shape."""
    known = known_format(shape)
    return known.fields if known is not None else ()


def blank_content(shape: str, like: str = "") -> str:
    """Return an empty row of a shape; with the fields of `like`, another row's content, where that is one."""
    values = _BLANKS.get(shape) or {field.name: "" for field in fields_of(shape)} or {"text": ""}
    if like:
        known = parse_content(like)
        if set(known) >= set(values):
            return write_content(
                {key: values[key] if key in values else _emptied(known[key]) for key in known}
            )
    return write_content(values)


def check_tools(text: str) -> str:
    """Return what is wrong with tools written as JSON, "" for nothing."""
    if not text.strip():
        return ""
    try:
        tools = json.loads(text)
    except json.JSONDecodeError as error:
        return f"Line {error.lineno}, column {error.colno}: {error.msg}."
    except RecursionError:
        return "This is nested too deeply."
    if not isinstance(tools, list):
        return "Tools are a list in square brackets."
    for number, tool in enumerate(tools, start=1):
        if not isinstance(tool, dict):
            return f"Tool {number} is not an object in curly brackets."
        function = tool.get("function", tool)
        if not isinstance(function, dict) or not isinstance(function.get("name"), str):
            return f"Tool {number} has no name."
        if "parameters" in function and not isinstance(function["parameters"], dict):
            return f"The parameters of tool {number} are not a JSON schema in curly brackets."
    return ""


def _emptied(value: object) -> object:
    """Return an empty value of the same kind; numbers and flags have none."""
    return type(value)() if isinstance(value, str | list | dict) else None
