"""A worker's life as the window sees it: speaks, stops, crashes, hangs, floods, loses its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import psutil
import pytest

from hone.domain.generation import Generate, Progress, Prompt, RequestFailed
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Finished, Heartbeat, Ready
from hone.ipc.process import WorkerProcess

CHILD_HEAD = """
import os, sys, time
from hone.ipc.channel import Channel
from hone.ipc.messages import *
channel = Channel.of_this_process()
channel.send(Ready(worker="fake", pid=os.getpid()))
"""


def start(tmp_path: Path, body: str) -> WorkerProcess:
    command = [sys.executable, "-c", CHILD_HEAD + textwrap.dedent(body)]
    return WorkerProcess("fake", tmp_path / "fake.log", command)


def test_events_arrive_in_order_when_the_worker_finishes(tmp_path: Path) -> None:
    worker = start(tmp_path, "channel.send(Progress(note='a')); channel.send(Finished())")
    assert isinstance(worker.next_event(20), Ready)
    assert worker.next_event(20) == Progress(note="a")
    assert worker.next_event(20) == Finished()
    worker.close()
    assert not worker.alive


def test_stray_output_goes_to_the_log_when_a_library_prints(tmp_path: Path) -> None:
    worker = start(
        tmp_path,
        """
        print("a stray print")
        os.write(1, b"a stray write\\n")
        channel._sink.write(b"half an event {\\n")
        channel.send(Finished())
        """,
    )
    assert isinstance(worker.next_event(20), Ready)
    assert worker.next_event(20) == Finished()
    worker.close()
    log = (tmp_path / "fake.log").read_text()
    assert "a stray print" in log
    assert "a stray write" in log
    assert "half an event" in log


def test_loss_is_told_with_the_log_when_the_worker_aborts(tmp_path: Path) -> None:
    worker = start(tmp_path, "print('about to abort'); os.abort()")
    assert isinstance(worker.next_event(20), Ready)
    with pytest.raises(WorkerLost) as caught:
        worker.next_event(20)
    assert "aborted" in caught.value.message
    assert "about to abort" in caught.value.detail
    with pytest.raises(WorkerLost):
        worker.next_event(20)
    worker.close()


def test_worker_goes_on_when_a_command_cannot_be_written_down(tmp_path: Path) -> None:
    worker = start(
        tmp_path, "command = channel.next_command(); channel.send(Progress(note=command.request_id))"
    )
    assert isinstance(worker.next_event(20), Ready)
    with pytest.raises(BadInput, match="surrogates"):
        worker.send(Generate(request_id="bad", prompt=Prompt(text="\ud83d")))
    worker.send(Generate(request_id="good", prompt=Prompt(text="a")))
    assert worker.next_event(20) == Progress(note="good")
    worker.close()


def test_request_fails_when_its_answer_is_too_large(tmp_path: Path) -> None:
    worker = start(
        tmp_path,
        """
        channel.send(Embedded(request_id="r", vectors=((0.123456789,) * 6_000_000,)))
        channel.send(Finished())
        """,
    )
    assert isinstance(worker.next_event(20), Ready)
    failed = worker.next_event(30)
    assert isinstance(failed, RequestFailed)
    assert failed.request_id == "r"
    assert worker.next_event(20) == Finished()
    worker.close()


def test_failure_is_raised_as_a_sentence_when_the_worker_says_why(tmp_path: Path) -> None:
    worker = start(tmp_path, "channel.send(Failed(message='No such model.', hint='Choose another.'))")
    assert isinstance(worker.next_event(20), Ready)
    with pytest.raises(HoneError, match="No such model") as caught:
        worker.next_event(20)
    assert caught.value.hint == "Choose another."
    worker.close()


def test_worker_ends_by_itself_when_stopped_twice(tmp_path: Path) -> None:
    worker = start(tmp_path, "channel.stop_requested.wait(); channel.send(WasStopped())")
    assert isinstance(worker.next_event(20), Ready)
    worker.request_stop()
    worker.request_stop()
    assert type(worker.next_event(20)).__name__ == "WasStopped"
    worker.close()
    worker.request_stop()
    assert not worker.alive


def test_tree_is_gone_when_a_hanging_worker_is_killed(tmp_path: Path) -> None:
    worker = start(
        tmp_path,
        """
        import subprocess
        grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        channel.send(Progress(note=str(grandchild.pid)))
        time.sleep(600)
        """,
    )
    assert isinstance(worker.next_event(20), Ready)
    event = worker.next_event(20)
    assert isinstance(event, Progress)
    grandchild = psutil.Process(int(event.note))
    os.kill(worker.pid, signal.SIGSTOP)
    worker.kill()
    psutil.wait_procs([grandchild], timeout=5)
    assert not worker.alive
    assert not grandchild.is_running() or grandchild.status() == psutil.STATUS_ZOMBIE


def test_nothing_locks_up_when_the_worker_floods_both_pipes(tmp_path: Path) -> None:
    worker = start(
        tmp_path,
        """
        sys.stderr.write("x" * 1_400_000)
        channel.send(Progress(note="y" * 500_000))
        for i in range(30_000):
            channel.send(Progress(note="n", done=i))
        channel.send(Finished())
        """,
    )
    seen = 0
    while worker.next_event(30) != Finished():
        seen += 1
    assert seen == 30_002
    worker.close()


def test_worker_lives_when_the_thread_that_started_it_ends(tmp_path: Path) -> None:
    made: list[WorkerProcess] = []
    thread = threading.Thread(target=lambda: made.append(start(tmp_path, "time.sleep(60)")))
    thread.start()
    thread.join()
    assert isinstance(made[0].next_event(20), Ready)
    time.sleep(0.3)
    assert made[0].alive
    made[0].close()


def test_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(
                f"""
                import sys, time
                from pathlib import Path
                from hone.ipc.process import WorkerProcess
                child = [sys.executable, "-c", {CHILD_HEAD + "time.sleep(600)"!r}]
                worker = WorkerProcess("fake", Path({str(tmp_path / "fake.log")!r}), child)
                worker.next_event(20)
                print(worker.pid, flush=True)
                time.sleep(600)
                """
            ),
        ],
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    psutil.wait_procs([child], timeout=5)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_worker_ends_with_code_zero_when_its_pipe_is_still_open(tmp_path: Path) -> None:
    worker = start(tmp_path, "channel.send(Finished())")
    worker.next_event(20)
    worker.next_event(20)
    with pytest.raises(WorkerLost, match="exit code 0"):
        worker.next_event(20)
    worker.close()


def test_loss_is_told_when_the_log_is_gone_too(tmp_path: Path) -> None:
    body = "channel.next_command(20); channel._sink.write(b'no event\\n'); channel._sink.flush()"
    worker = start(tmp_path, body)
    assert isinstance(worker.next_event(20), Ready)
    worker.log.unlink()
    worker.log.mkdir()
    worker.request_stop()
    with pytest.raises(WorkerLost, match="exit code 0"):
        worker.next_event(20)
    worker.close()


def test_nobody_else_is_killed_when_the_worker_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = start(tmp_path, "channel.send(Finished())")
    worker.close()
    monkeypatch.setattr("hone.ipc.process._tree", lambda pid: pytest.fail("its number may be a stranger's"))
    worker.kill()


def test_reason_is_told_when_the_program_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(HoneError, match=r"fake worker could not be started: No such file") as caught:
        WorkerProcess("fake", tmp_path / "fake.log", [str(tmp_path / "nothing")])
    assert caught.value.hint
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HoneError, match="could not be started"):
        WorkerProcess("fake", tmp_path / "file" / "fake.log", [sys.executable, "-c", ""])


def test_closing_ends_when_the_worker_reads_nothing(tmp_path: Path) -> None:
    worker = start(tmp_path, "time.sleep(600)")
    assert isinstance(worker.next_event(20), Ready)
    os.kill(worker.pid, signal.SIGSTOP)
    full = Generate(request_id="r", prompt=Prompt(text="x" * 4_000_000))
    lost: list[WorkerLost] = []

    def write() -> None:
        try:
            worker.send(full)
        except WorkerLost as error:
            lost.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    time.sleep(0.2)
    worker.close(timeout=1.0)
    thread.join(10)
    assert not worker.alive
    assert lost


def test_events_come_at_once_when_they_are_delivered(tmp_path: Path) -> None:
    got: list[object] = []
    over = threading.Event()

    def deliver(worker: WorkerProcess, event: object) -> None:
        got.append(event)
        if event is None:
            over.set()

    command = [sys.executable, "-c", CHILD_HEAD + "channel.send(Finished())"]
    worker = WorkerProcess("fake", tmp_path / "fake.log", command, deliver=deliver)
    assert over.wait(20)
    worker.close()
    assert [type(event) for event in got] == [Ready, Finished, type(None)]


def test_heartbeats_come_only_while_there_is_work(tmp_path: Path) -> None:
    worker = start(
        tmp_path,
        """
        import hone.ipc.channel
        hone.ipc.channel.HEARTBEAT_SECONDS = 0.1
        channel.start_heartbeat()
        time.sleep(0.5)
        channel.send(Progress(note="rested"))
        channel.step_begins()
        time.sleep(0.5)
        channel.work_is_done()
        time.sleep(0.3)
        channel.send(Finished())
        """,
    )
    assert isinstance(worker.next_event(20), Ready)
    assert worker.next_event(20) == Progress(note="rested")
    beats = []
    while isinstance(event := worker.next_event(20), Heartbeat):
        beats.append(event.step_seconds)
    assert event == Finished()
    assert 2 <= len(beats) <= 6
    assert beats == sorted(beats)
    worker.close()
