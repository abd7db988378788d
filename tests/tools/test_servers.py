"""MCP servers: listing, calling, dying, changing, and what they are given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.tools.conftest import all_on, wait_until

from hone.domain.chat import ToolCall
from hone.domain.setup import Setup
from hone.domain.tools import has_changed, with_permission, with_server
from hone.errors import BadInput, HoneError
from hone.services.tools import ToolBox
from hone.services.tools.server_hall import ServerStatus
from hone.services.tools.toolbox import Verdict
from hone.workers.tools.mcp import protocol

CALL = ToolCall("notes__find", '{"text": "tea"}')


def test_tools_of_a_server_are_described_and_called(box: ToolBox, add_server: Callable) -> None:
    add_server()
    setup = all_on(box)
    assert [each["function"]["name"] for each in box.describe(setup)] == ["notes__find", "notes__add"]
    notes: list[Any] = []
    outcome = box.run(setup, CALL, notes.append)
    assert outcome.text == "find: tea\n[image of 3 bytes, image/png: left out]"
    assert not outcome.failed
    assert [note.note for note in notes] == ["Looking"]
    assert box.run(setup, ToolCall("notes__find", '{"text": "fail"}')).failed


def test_no_server_runs_until_it_is_switched_on(family: Callable, box: ToolBox, add_server: Callable) -> None:
    add_server()
    assert box.describe(Setup(tools=("calculator",)))
    assert [state.status for state in box.servers.states()] == [ServerStatus.OFF]
    assert not family()[1:]


def test_calls_ask_first_until_they_are_allowed(box: ToolBox, add_server: Callable) -> None:
    add_server()
    setup = all_on(box)
    checked = box.check(setup, CALL)
    assert checked.verdict is Verdict.ASKS and checked.tool is not None
    assert box.check(with_permission(setup, checked.tool, True), CALL).verdict is Verdict.RUNS
    assert box.check(with_server(setup, "notes", on=False), CALL).verdict is Verdict.REFUSED


def test_a_tool_with_other_words_needs_permission_again(
    box: ToolBox, add_server: Callable, listed: Any
) -> None:
    add_server()
    setup = all_on(box)
    setup = with_permission(setup, box.servers.opened("notes").tools[0], True)
    box.servers.end("notes")
    listed.remove("notes")
    add_server("renamed")
    changed, same = box.servers.opened("notes").tools
    assert has_changed(setup, changed) and not has_changed(setup, same)
    assert [each["function"]["name"] for each in box.describe(setup)] == ["notes__add"]
    assert box.check(setup, CALL).verdict is Verdict.REFUSED


def test_a_server_that_dies_is_told_and_starts_again(box: ToolBox, add_server: Callable) -> None:
    add_server("dying")
    setup = all_on(box)
    outcome = box.run(setup, CALL)
    assert outcome.failed and "has ended (exit code 3)" in outcome.text
    assert wait_until(lambda: box.servers.states()[0].status is ServerStatus.FAILED)
    (state,) = box.servers.states()
    assert "ended" in state.problem
    assert box.servers.opened("notes").status is ServerStatus.RUNNING


def test_a_server_gets_only_what_it_is_given(
    box: ToolBox, add_server: Callable, vault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HONE_ENDPOINT_KEY_X", "secret")
    server = add_server("env", NOTES_KEY="12345")
    assert "12345" in vault.kept["mcp server notes"]
    assert "12345" not in box.listed._settings.path.read_text() and server.secrets == ("NOTES_KEY",)
    environment = json.loads(box.run(all_on(box), CALL).text.splitlines()[0])
    assert environment["NOTES_KEY"] == "12345"
    assert "HONE_ENDPOINT_KEY_X" not in environment and "HONE_HOME" not in environment


def test_a_long_result_is_cut_and_says_so(box: ToolBox, add_server: Callable) -> None:
    add_server("long")
    text = box.run(all_on(box), CALL).text
    assert len(text) < 61_000
    assert "140,040 more characters were left out" in text


def test_a_silent_server_fails_in_time(
    box: ToolBox, add_server: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hone.services.tools.server_hall.OPEN_SECONDS", 0.8)
    add_server("silent")
    with pytest.raises(HoneError, match="did not answer within"):
        box.servers.opened("notes")
    (state,) = box.servers.states()
    assert state.status is ServerStatus.FAILED and state.log.endswith("mcp-notes.log")


def test_a_greeting_on_stdout_does_no_harm(box: ToolBox, add_server: Callable) -> None:
    add_server("noisy")
    state = box.servers.opened("notes")
    assert (state.title, state.version, len(state.tools)) == ("notes", "1.0", 2)
    log = Path(state.log).read_text()
    assert "started" in log and "Welcome" in log


def test_changed_tools_are_read_again(box: ToolBox, add_server: Callable) -> None:
    add_server()
    setup = all_on(box)
    box.run(setup, ToolCall("notes__add", '{"text": "change"}'))
    process = box.servers._process("notes")
    assert wait_until(lambda: bool(box.servers.states()) and process.tools_changed)
    assert len(box.servers.opened("notes").tools) == 2
    assert not process.tools_changed


def test_a_missing_program_is_named(box: ToolBox, listed: Any) -> None:
    from hone.services.tools.server_snippet import wanted_server

    listed.add(wanted_server("gone", "no-such-program --x"))
    with pytest.raises(BadInput, match="'no-such-program' of the server gone was not found"):
        box.servers.opened("gone")
    with pytest.raises(HoneError, match="not found") as told:
        box.describe(with_server(Setup(), "gone", on=True))
    assert "switch gone off" in told.value.hint


@pytest.mark.parametrize("line", [b"", b"hello", b"[1, 2]", b'{"id": 1', b"[" * 10_000, b"\xff"])
def test_a_broken_message_is_refused(line: bytes) -> None:
    try:
        assert protocol.decoded(line, "notes") == []
    except HoneError as error:
        assert "no message of MCP" in error.message
