"""MCP servers behind an address: JSON and event streams, sessions, refusals, headers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.tools.conftest import all_on

from hone.domain.chat import ToolCall
from hone.errors import HoneError
from hone.services.tools import ToolBox
from hone.services.tools.server_hall import ServerStatus
from hone.services.tools.server_snippet import wanted_server

SCHEMA = {"type": "object", "properties": {"text": {"type": "string"}}}


def answers(web: Any, streamed: bool) -> None:
    """Let the test's web server speak MCP, as JSON or as events."""

    def answer(request: Any) -> Any:
        message = request.body
        results = {
            "initialize": {"protocolVersion": "2025-03-26", "serverInfo": {"name": "remote"}},
            "tools/list": {"tools": [{"name": "find", "description": "Find.", "inputSchema": SCHEMA}]},
            "tools/call": {"content": [{"type": "text", "text": "found"}]},
        }
        if "id" not in message:
            return web.answer(status=202)
        said = {"jsonrpc": "2.0", "id": message["id"], "result": results[message["method"]]}
        if streamed:
            return web.events({"jsonrpc": "2.0", "method": "notifications/message", "params": {}}, said)

        return web.answer(json.dumps(said).encode(), headers={"Mcp-Session-Id": "abc"})

    web.on("/mcp", answer)


@pytest.mark.parametrize("streamed", [False, True])
def test_a_server_behind_an_address_is_listed_and_called(
    box: ToolBox, listed: Any, web: Any, streamed: bool
) -> None:
    answers(web, streamed)
    listed.add(wanted_server("notes", f"{web.url}/mcp", {"Authorization": "Bearer abc"}))
    assert box.run(all_on(box), ToolCall("notes__find", '{"text": "tea"}')).text == "found"
    first, *_, last = web.asked
    assert first.headers["authorization"] == "Bearer abc"
    assert last.headers["mcp-protocol-version"] == "2025-03-26"
    assert last.headers.get("mcp-session-id", "") == ("" if streamed else "abc")


@pytest.mark.parametrize(
    ("status", "said"), [(401, "wants to know who asks"), (302, "sends us elsewhere"), (500, "answered 500")]
)
def test_a_refusal_is_told(box: ToolBox, listed: Any, web: Any, status: int, said: str) -> None:
    web.on("/mcp", lambda request: web.answer(b"no", status=status, headers={"Location": "http://x.org"}))
    listed.add(wanted_server("notes", f"{web.url}/mcp"))
    with pytest.raises(HoneError, match=said):
        box.servers.opened("notes")
    assert box.servers.states()[0].status is ServerStatus.FAILED
    assert len(web.asked) == 1


def test_an_address_where_nobody_answers_is_told(box: ToolBox, listed: Any) -> None:
    listed.add(wanted_server("notes", "http://127.0.0.1:9/mcp"))
    with pytest.raises(HoneError, match="cannot be reached"):
        box.servers.opened("notes")
