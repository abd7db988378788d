"""A session with an MCP server: greeting, tools, calls with progress, time limits and cancelling."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from hone.domain.tools import Tool
from hone.errors import HoneError
from hone.workers.tools.mcp.http import failure_of
from hone.workers.tools.mcp.protocol import (
    KNOWN_VERSIONS,
    MOST_TOOLS,
    Message,
    hello,
    one_line,
    refusal,
    result_of,
    text_of,
    tool_of,
)
from hone.workers.tools.mcp.transport import Transport

_MOST_PAGES = 50
_CLOSING_SECONDS = 2.0
_LONGEST_NOTE = 200

Tell = Callable[[str, float, float], None]
"""Takes a note, how much is done, and of how much (0: not known)."""


class McpClient:
    """One server. Not for several threads at once."""

    def __init__(self, name: str, transport: Transport, on_changed: Callable[[], None]) -> None:
        self._name = name
        self._transport = transport
        self._on_changed = on_changed
        self._last_id = 0
        self.title = ""
        self.version = ""

    def greet(self, seconds: float) -> None:
        """Agree on a version of the protocol; raises HoneError."""
        result = self._ask("initialize", hello(), seconds)
        version = result.get("protocolVersion")
        if version not in KNOWN_VERSIONS:
            raise HoneError(
                f"{self._name} speaks version {str(version)[:40]!r} of MCP, which Hone does not know.",
                hint=f"Known: {', '.join(KNOWN_VERSIONS)}.",
            )
        info = result.get("serverInfo")
        info = info if isinstance(info, dict) else {}
        self.title = one_line(str(info.get("title") or info.get("name") or ""), 80)
        self.version = one_line(str(info.get("version") or ""), 40)
        self._transport.agreed(version)
        self._transport.send({"method": "notifications/initialized"}, seconds)

    def tools(self, seconds: float, tell: Tell) -> tuple[Tool, ...]:
        """Return the tools, page by page; raises HoneError."""
        found: dict[str, Tool] = {}
        cursor: object = None
        end = time.monotonic() + seconds
        for _ in range(_MOST_PAGES):
            parameters = {"cursor": cursor} if cursor else {}
            result = self._ask("tools/list", parameters, end - time.monotonic())
            listed = result.get("tools")
            for item in listed if isinstance(listed, list) else ():
                tool = tool_of(item, self._name)
                if tool is not None and tool.name not in found and len(found) < MOST_TOOLS:
                    found[tool.name] = tool
            tell(f"{self._name}: {len(found)} tools", len(found), 0.0)
            cursor = result.get("nextCursor")
            if not cursor:
                break
        return tuple(found.values())

    def call(self, tool: str, arguments: dict[str, Any], seconds: float, tell: Tell) -> tuple[str, bool]:
        """Call a tool; returns its text and whether it says that it failed. Raises HoneError."""
        parameters = {"name": tool, "arguments": arguments, "_meta": {"progressToken": self._last_id + 1}}
        return text_of(self._ask("tools/call", parameters, seconds, tell))

    def look(self, seconds: float) -> None:
        """Take what the server says unasked, such as that its tools changed; raises HoneError at its end."""
        message = self._transport.receive(seconds)
        if message is not None:
            self._take(message, None)

    def close(self) -> None:
        """End the session."""
        self._transport.close()

    def _ask(
        self, method: str, parameters: Message, seconds: float, tell: Tell | None = None
    ) -> dict[str, Any]:
        self._last_id += 1
        number = self._last_id
        end = time.monotonic() + seconds
        self._transport.send({"id": number, "method": method, "params": parameters}, max(seconds, 0.1))
        while (left := end - time.monotonic()) > 0:
            message = self._transport.receive(min(left, 1.0))
            if message is None:
                continue
            if "method" not in message and message.get("id") == number:
                failure = failure_of(message)
                if failure is not None:
                    raise failure
                return result_of(message, self._name)
            self._take(message, tell)
        cancelled = {"requestId": number, "reason": "It took too long."}
        self._transport.send({"method": "notifications/cancelled", "params": cancelled}, _CLOSING_SECONDS)
        raise HoneError(
            f"{self._name} did not answer within {seconds:.0f} seconds.",
            hint="Try again, or restart the server in the Tools panel.",
        )

    def _take(self, message: Message, tell: Tell | None) -> None:
        """Take a message that answers nothing: a request, progress, or that the tools changed."""
        method = message.get("method")
        if method == "notifications/tools/list_changed":
            self._on_changed()
        elif method == "notifications/progress" and tell is not None:
            told = message.get("params")
            told = told if isinstance(told, dict) else {}
            note = one_line(str(told.get("message") or self._name), _LONGEST_NOTE)
            tell(note, _number(told.get("progress")), _number(told.get("total")))
        elif method is not None and "id" in message:
            self._transport.send(refusal(message), _CLOSING_SECONDS)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0
