"""JSON-RPC messages of MCP, read without trust: sizes, names and contents are bounded."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from hone import __version__
from hone.domain.tools import LONGEST_RESULT, Tool, ToolGroup, cut_result, tool_name
from hone.errors import HoneError

VERSION = "2025-06-18"
KNOWN_VERSIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
LONGEST_MESSAGE = 16 * 2**20
MOST_TOOLS = 200
_LONGEST_DESCRIPTION = 8000
_LONGEST_SCHEMA = 40_000
_METHOD_NOT_FOUND = -32601
# Controls, and marks that turn the direction of reading, so that a name reads as another.
_MISLEADING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Message = dict[str, Any]


def decoded(line: bytes, name: str) -> list[Message]:
    """Return the messages in a line; older versions send several in a list. Raises HoneError."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise HoneError(
            f"{name} sent something that is no message of MCP: {line[:80].decode('utf-8', 'replace')!r}",
            hint="Programs print to stderr, not stdout. Check that this is the command of an MCP server.",
        ) from error
    many = value if isinstance(value, list) else [value]
    return [message for message in many if isinstance(message, dict)]


def encoded(message: Message) -> bytes:
    """Return a message as one line, without the newline."""
    return json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode("utf-8", "replace")


def hello() -> Message:
    """Return what a client says first: it offers no abilities that a server could use."""
    client = {"name": "hone", "title": "Hone", "version": __version__}
    return {"protocolVersion": VERSION, "capabilities": {}, "clientInfo": client}


def refusal(request: Message) -> Message:
    """Answer a request of the server: a ping with nothing, everything else is not offered."""
    if request.get("method") == "ping":
        return {"id": request.get("id"), "result": {}}
    error = {"code": _METHOD_NOT_FOUND, "message": "This client does not offer that."}
    return {"id": request.get("id"), "error": error}


def error_of(message: Message, name: str) -> HoneError:
    """Return a server's error as one that can be told; its words are shown, never followed."""
    error = message.get("error")
    said = error.get("message") if isinstance(error, dict) else None
    return HoneError(f"{name} answered with an error: {str(said or 'none told')[:600]}")


def tool_of(listed: Any, server: str) -> Tool | None:
    """Return a listed tool; None for one that has no name or no usable schema."""
    if not isinstance(listed, dict) or not isinstance(listed.get("name"), str) or not listed["name"]:
        return None
    schema = listed.get("inputSchema")
    if not isinstance(schema, dict) or len(json.dumps(schema)) > _LONGEST_SCHEMA:
        return None
    notes = listed.get("annotations")
    notes = notes if isinstance(notes, dict) else {}
    title = _text(listed.get("title")) or _text(notes.get("title")) or listed["name"]
    return Tool(
        name=tool_name(server, listed["name"]),
        title=one_line(title, 120),
        description=_MISLEADING.sub("", _text(listed.get("description")))[:_LONGEST_DESCRIPTION],
        parameters=schema if schema.get("type") == "object" else {**schema, "type": "object"},
        group=ToolGroup.SERVER,
        server=server,
        server_tool=listed["name"],
        read_only=notes.get("readOnlyHint") is True,
    )


def result_of(message: Message, name: str) -> Message:
    """Return the result of an answer; raises HoneError with the server's words for an error."""
    if "error" in message:
        raise error_of(message, name)
    result = message.get("result")
    return result if isinstance(result, dict) else {}


def text_of(result: Message) -> tuple[str, bool]:
    """Return a call's result as text, and whether the server says that it failed.

    Pictures and sounds become a line that says what was left out; nothing is loaded.
    """
    content = result.get("content")
    parts = [_part(item) for item in content if isinstance(item, dict)] if isinstance(content, list) else []
    if not any(parts) and isinstance(result.get("structuredContent"), dict):
        parts = [json.dumps(result["structuredContent"], ensure_ascii=False, indent=1)]
    text = "\n".join(part for part in parts if part)
    return cut_result(text, LONGEST_RESULT), result.get("isError") is True


def one_line(text: str, most: int) -> str:
    """Return a server's words for one line of the window: nothing in them may reorder or break it."""
    return " ".join(_MISLEADING.sub("", text[: most * 4]).split())[:most]


def _part(item: Message) -> str:
    kind = item.get("type")
    if kind == "text":
        return _text(item.get("text"))
    if kind in ("image", "audio"):
        size = len(_text(item.get("data"))) * 3 // 4
        return f"[{kind} of {size:,} bytes, {_text(item.get('mimeType'))[:80]}: left out]"
    if kind == "resource_link":
        return f"[link to {_text(item.get('uri'))[:300]}: not opened]"
    inside = item.get("resource")
    if kind == "resource" and isinstance(inside, dict):
        where = _text(inside.get("uri"))[:300]
        text = _text(inside.get("text"))
        return f"{where}\n{text}" if text else f"[{where}: no text, left out]"
    return f"[{str(kind)[:40]}: left out]"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
