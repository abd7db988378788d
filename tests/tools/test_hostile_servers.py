"""MCP servers that mean harm: floods, forged answers, odd descriptions, processes left behind."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from tests.tools.conftest import all_on, wait_until

from hone.domain.chat import ToolCall
from hone.domain.tools import McpServer
from hone.services.tools import ToolBox
from hone.services.tools.server_list import ServerList
from hone.services.tools.server_snippet import WantedServer

SERVER = Path(__file__).with_name("hostile_server.py")
CALL = ToolCall("bad__find", "{}")
Family = Callable[[], list[psutil.Process]]

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def hostile(listed: ServerList) -> Callable[[str], McpServer]:
    """Return a function that adds a server which harms in a way."""

    def add(mode: str) -> McpServer:
        server = McpServer(name="bad", command=(sys.executable, str(SERVER), mode))
        return listed.add(WantedServer(server=server))

    return add


@pytest.mark.parametrize("mode", ["flood", "garbage"])
def test_memory_and_log_stay_small_when_a_server_floods(
    family: Family, box: ToolBox, hostile: Callable[[str], McpServer], mode: str
) -> None:
    hostile(mode)
    all_on(box, "bad")
    time.sleep(2.0)
    box.servers.states()
    assert max(process.memory_info().rss for process in family()) < 200 * 2**20
    assert Path(box.servers.states()[0].log).stat().st_size < 2**20
    began = time.monotonic()
    box.servers.end("bad")
    assert time.monotonic() - began < 10
    assert wait_until(lambda: not any("hostile_server" in " ".join(each.cmdline()) for each in family()))


def test_an_endless_line_ends_the_call_with_a_sentence(
    box: ToolBox, hostile: Callable[[str], McpServer]
) -> None:
    hostile("endless line")
    setup = all_on(box, "bad")
    outcome = box.run(setup, CALL)
    assert outcome.failed
    assert "16 MB" in outcome.text


def test_the_log_ends_when_a_server_fills_it(
    box: ToolBox, hostile: Callable[[str], McpServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hone.services.tools.server_hall.CALL_SECONDS", 3.0)
    hostile("shouts")
    setup = all_on(box, "bad")
    assert box.run(setup, CALL).failed
    assert Path(box.servers.states()[0].log).stat().st_size < 6 * 2**20


def test_only_the_answer_with_the_right_id_counts(box: ToolBox, hostile: Callable[[str], McpServer]) -> None:
    hostile("other ids")
    setup = all_on(box, "bad")
    assert [tool.server_tool for tool in box.servers.opened("bad").tools] == ["find"]
    assert box.run(setup, CALL).text == "fine"


def test_nothing_is_given_when_a_server_asks_for_it(
    box: ToolBox, hostile: Callable[[str], McpServer]
) -> None:
    hostile("asks")
    assert box.run(all_on(box, "bad"), CALL).text == "fine"


def test_odd_descriptions_are_bounded_and_their_calls_are_answered(
    box: ToolBox, hostile: Callable[[str], McpServer]
) -> None:
    hostile("odd tools")
    setup = all_on(box, "bad")
    tools = box.servers.opened("bad").tools
    assert tools
    for tool in tools:
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", tool.name)
        assert len(tool.title) <= 120
        assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069]", tool.title)
        box.run(setup, ToolCall(tool.name, '{"a": {"a": [1]}}'))


@pytest.mark.skipif(sys.platform == "win32", reason="needs groups of processes")
@pytest.mark.parametrize("mode", ["family", "stubborn"])
def test_nothing_is_left_behind_when_a_server_is_ended(
    family: Family, box: ToolBox, hostile: Callable[[str], McpServer], mode: str
) -> None:
    hostile(mode)
    all_on(box, "bad")
    started = [each for each in family() if "resource_tracker" not in " ".join(each.cmdline())]
    assert len(started) >= (3 if mode == "family" else 2)
    box.servers.end("bad")
    _, alive = psutil.wait_procs(started, timeout=5)
    assert not alive
