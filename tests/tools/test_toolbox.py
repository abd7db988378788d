"""The toolbox: built-in tools in their process, limits of time and memory, crashes, folders."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.tools.conftest import wait_until

from hone.domain.chat import ToolCall
from hone.domain.models import Model, ModelFormat
from hone.domain.setup import Setup
from hone.domain.tools import with_permission
from hone.errors import HoneError, Stopped
from hone.ipc.messages import RunTool, ToolRan
from hone.services.tools import ToolBox
from hone.services.tools.tool_process import ToolProcess
from hone.services.tools.toolbox import ToolSupport, Verdict

SUM = ToolCall("calculator", '{"expression": "2 + 3 * 4"}')
ALL = ("calculator", "current_time", "time_between", "list_files", "read_file", "search_files")


def test_built_in_tools_are_described_and_run(box: ToolBox) -> None:
    setup = Setup(tools=ALL)
    assert [each["function"]["name"] for each in box.describe(setup)] == list(ALL[:3])
    assert box.check(setup, SUM).verdict is Verdict.ASKS
    outcome = box.run(setup, SUM)
    assert (outcome.text, outcome.failed) == ("14", False)
    assert outcome.seconds > 0
    (calculator, *_) = box.built_in()
    assert box.check(with_permission(setup, calculator, True), SUM).verdict is Verdict.RUNS


def test_without_tools_no_process_is_started(box: ToolBox) -> None:
    assert box.describe(Setup()) == ()
    assert not box._process.alive


def test_files_are_read_only_where_a_folder_is_granted(box: ToolBox, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    call = ToolCall("read_file", '{"path": "a.txt"}')
    assert box.run(Setup(tools=ALL), call).text.startswith("There is no tool 'read_file'")
    assert box.run(Setup(tools=ALL, folder=str(tmp_path)), call).text == "hello"


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("nothing", "{}", "There is no tool 'nothing'. Known: calculator"),
        ("calculator", "{}", "'expression' is missing"),
        ("calculator", '{"expression": "1/0"}', "divides by zero"),
        ("calculator", "no json", "no valid JSON"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(box: ToolBox, name: str, arguments: str, said: str) -> None:
    outcome = box.run(Setup(tools=("calculator",)), ToolCall(name, arguments))
    assert outcome.failed and said in outcome.text


def test_a_crash_is_told_and_the_next_call_runs(box: ToolBox) -> None:
    setup = Setup(tools=("calculator",))
    box.run(setup, SUM)
    assert box._process._worker is not None
    os.kill(box._process._worker.pid, signal.SIGKILL)
    assert wait_until(lambda: not box._process.alive)
    assert box.run(setup, SUM).text == "14"


def scripted(paths: object, tmp_path: Path, body: str, **limits: int) -> ToolProcess:
    """Return a process whose worker says that it is ready, and then does what a test wants."""
    script = tmp_path / "worker.py"
    ready = '{"type": "Ready", "worker": "tools", "pid": 1}'
    script.write_text(f"import os, sys, time\nprint('{ready}', flush=True)\nsys.stdin.readline()\n{body}\n")
    return ToolProcess("The tool", tmp_path / "log", command=[sys.executable, str(script)], **limits)


def ask(process: ToolProcess, seconds: float) -> ToolRan:
    return process.ask(RunTool(request_id="1", name="x", arguments="{}"), ToolRan, seconds)


def test_a_call_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    process = scripted(None, tmp_path, "time.sleep(60)")
    with pytest.raises(HoneError, match="longer than 1 seconds and was ended"):
        ask(process, 1.0)
    assert not process.alive


def test_a_call_that_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    process = scripted(None, tmp_path, "x = bytearray(300_000_000); time.sleep(60)", memory_bytes=200_000_000)
    with pytest.raises(HoneError, match="too much memory"):
        ask(process, 30)
    assert not process.alive


def test_a_worker_that_crashes_is_told(tmp_path: Path) -> None:
    process = scripted(None, tmp_path, "os.abort()")
    with pytest.raises(HoneError, match="The tool crashed"):
        ask(process, 30)


def test_stop_ends_a_call(tmp_path: Path) -> None:
    process = scripted(None, tmp_path, "time.sleep(60)")
    timer = threading.Timer(0.6, process.stop)
    timer.start()
    began = time.monotonic()
    with pytest.raises(Stopped):
        ask(process, 30)
    assert time.monotonic() - began < 10
    timer.join()


@pytest.mark.parametrize(
    ("template", "support"),
    [("{% if tools %}{{ tools }}{% endif %}", ToolSupport.YES), ("{{ messages }}", ToolSupport.NO)],
)
def test_a_template_that_writes_no_tools_is_told(box: ToolBox, template: str, support: ToolSupport) -> None:
    model = Model(
        id="m", name="M", path=Path("/m"), format=ModelFormat.GGUF, size_bytes=1, chat_template=template
    )
    assert box.support_of(model) is support


def test_stop_ends_only_the_call_that_is_meant(box: ToolBox, tmp_path: Path) -> None:
    setup = Setup(tools=("calculator",))
    box.built_in()
    box._process.close()
    box._process = scripted(None, tmp_path, "time.sleep(60)")
    ended: dict[str, float] = {}

    def run(run_id: str) -> None:
        with pytest.raises(Stopped):
            box.run(setup, SUM, None, run_id)
        ended[run_id] = time.monotonic()

    threads = [threading.Thread(target=run, args=(run_id,)) for run_id in ("one", "two")]
    threads[0].start()
    wait_until(lambda: box._process.alive)
    threads[1].start()
    time.sleep(0.3)
    box.stop("two")  # it waits for the first
    threads[1].join(5)
    assert list(ended) == ["two"] and box._process.alive
    box.stop("nothing that runs")
    box.stop("one")
    threads[0].join(5)
    assert list(ended) == ["two", "one"]
