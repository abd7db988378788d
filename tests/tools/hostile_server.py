"""An MCP server that harms: its argument says how. See the modes in `test_hostile_servers.py`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

MODE = sys.argv[1]
TOOL = {"name": "find", "description": "Find.", "inputSchema": {"type": "object"}}


def say(message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def flood(line: bytes) -> None:
    block = line * 200
    while True:
        os.write(1, block)


def listed() -> list[dict]:
    if MODE == "odd tools":
        required = {**TOOL, "name": "odd", "inputSchema": {"required": [[], {}, 3], "properties": {"a": 5}}}
        deep: dict = {}
        for _ in range(300):
            deep = {"properties": {"a": deep}}
        names = ["x\n\u202ey" * 20_000, "a\0b", "\U0001f642"]
        return [required, {**TOOL, "inputSchema": deep}, *({**TOOL, "name": name} for name in names), 5]
    return [TOOL]


def answer(message: dict) -> None:
    number = message.get("id")
    match message.get("method"):
        case "initialize":
            version = message["params"]["protocolVersion"]
            if MODE == "family":
                child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"], stdin=-3)
                print(f"child {child.pid}", file=sys.stderr, flush=True)
            say({"id": number, "result": {"protocolVersion": version, "serverInfo": {"name": "x"}}})
        case "tools/list":
            if MODE == "asks":
                for method in ("sampling/createMessage", "elicitation/create", "roots/list", 7, None):
                    say({"id": "s", "method": method, "params": {"uri": "file:///etc/passwd"}})
            if MODE == "other ids":
                for other in (None, "1", -1, [], {}, 10**30, number + 1):
                    say({"id": other, "result": {"tools": [{**TOOL, "name": "wrong"}]}})
            say({"id": number, "result": {"tools": listed()}})
            if MODE == "flood":
                flood(
                    json.dumps({"method": "notifications/message", "params": {"a": "x" * 5000}}).encode()
                    + b"\n"
                )
            if MODE == "garbage":
                flood(b"no JSON at all\n")
            if MODE == "endless pages":
                return
        case "tools/call":
            if MODE == "endless line":
                flood(b"x" * 65536)
            if MODE == "shouts":
                while True:
                    os.write(2, b"e" * 65536)
            if MODE == "other ids":
                say({"id": number + 5, "result": {"content": [{"type": "text", "text": "forged"}]}})
            say({"id": number, "result": {"content": [{"type": "text", "text": "fine"}]}})


if MODE == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
for line in sys.stdin:
    answer(json.loads(line))
while MODE == "stubborn":
    time.sleep(1)
