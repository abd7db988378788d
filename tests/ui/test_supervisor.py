"""Long work beside the window."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from hone.errors import HoneError, Stopped
from hone.ui.supervisor import InOrder, Mailbox, Supervisor, start_task

pytestmark = pytest.mark.window


def join(first: object, second: object) -> object | None:
    if isinstance(first, str) and isinstance(second, str):
        return first + second
    return None


def test_events_come_in_order_in_the_threads_they_belong_to(qtbot: Any) -> None:
    supervisor = Supervisor()
    got: list[object] = []
    threads: set[int | None] = set()

    def work() -> Iterator[object]:
        threads.add(threading.get_ident())
        assert supervisor.thread_of_loop is not supervisor.thread()
        yield from range(1000)

    supervisor.arrived.connect(lambda event: (got.append(event), threads.add(threading.get_ident())))
    with qtbot.waitSignal(supervisor.ended):
        supervisor.run(work)
    assert got == list(range(1000))
    assert len(threads) == 2
    assert supervisor.thread_of_loop is None, "an idle supervisor has no thread that must be ended"
    assert supervisor.close()


def test_a_supervisor_that_is_dropped_while_it_runs_harms_nothing(qtbot: Any) -> None:
    gate = threading.Event()
    ended = threading.Event()

    def work() -> Iterator[object]:
        yield 1
        gate.wait(5)
        ended.set()

    owner = QObject()
    supervisor = Supervisor(parent=owner)
    supervisor.run(work)
    del supervisor
    owner.deleteLater()
    qtbot.wait(20)
    del owner
    gc.collect()
    gate.set()
    assert ended.wait(5)


def test_a_closed_supervisor_runs_nothing(qtbot: Any) -> None:
    supervisor = Supervisor()
    assert supervisor.close()
    supervisor.run(lambda: pytest.fail("it was closed"))
    assert not supervisor.busy


def test_a_flood_of_text_is_merged_and_its_start_is_told_at_once(qtbot: Any) -> None:
    supervisor = Supervisor(merge=join)
    got: list[str] = []
    begun = time.monotonic()
    first: list[float] = []

    def work() -> Iterator[object]:
        for _ in range(200):
            yield "x"
            time.sleep(0.001)

    def note(event: str) -> None:
        first.append(time.monotonic() - begun)
        got.append(event)

    supervisor.arrived.connect(note)
    with qtbot.waitSignal(supervisor.ended):
        supervisor.run(work)
    assert "".join(got) == "x" * 200
    assert len(got) < 60
    assert first[0] < first[-1] / 2
    supervisor.close()


def test_an_unexpected_error_becomes_one_that_can_be_told(
    qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    supervisor = Supervisor()
    told: list[HoneError] = []
    supervisor.failed.connect(told.append)

    def work() -> Iterator[object]:
        yield 1
        raise ZeroDivisionError("by nought")

    with qtbot.waitSignal(supervisor.ended):
        supervisor.run(work)
    assert "ZeroDivisionError" in told[0].message
    assert "Traceback" in told[0].detail
    assert "by nought" in caplog.text
    supervisor.close()


def test_stopping_is_no_failure(qtbot: Any) -> None:
    supervisor = Supervisor()
    told: list[object] = []
    supervisor.failed.connect(told.append)

    def work() -> Iterator[object]:
        yield 1
        raise Stopped("as asked")

    with qtbot.waitSignal(supervisor.ended):
        supervisor.run(work)
    assert told == []
    supervisor.close()


def test_a_task_answers_in_the_window_and_dies_with_its_owner(qtbot: Any) -> None:
    owner = QObject()
    answers: list[tuple[object, int]] = []
    start_task(owner, threading.get_ident, lambda ident: answers.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(answers))
    worker, receiver = answers[0]
    assert worker != receiver == threading.main_thread().ident
    gate = threading.Event()
    start_task(owner, gate.wait, lambda result: answers.append((result, 0)))
    owner.deleteLater()
    qtbot.wait(20)
    gate.set()
    qtbot.wait(50)
    assert len(answers) == 1


def test_a_mailbox_merges_only_neighbours() -> None:
    box = Mailbox(join)
    assert box.put("a")
    assert not box.put("b")
    box.put(1)
    box.put("c")
    assert box.take() == ["ab", 1, "c"]
    assert box.take() == []


def test_calls_that_are_in_order_end_in_the_order_they_were_asked_for(qtbot: Any) -> None:
    owner, in_order = QObject(), InOrder()
    said: list[str] = []
    gate = threading.Event()

    def first() -> None:
        gate.wait(5)
        said.append("first")

    start_task(owner, in_order(first), None)
    start_task(owner, in_order(lambda: said.append("second")), None)
    later = in_order.afterwards(lambda: said.append("after both"))
    assert said == []
    gate.set()
    later()
    assert said == ["first", "second", "after both"]


def test_a_call_in_order_runs_when_the_one_before_it_failed(qtbot: Any) -> None:
    owner, in_order = QObject(), InOrder()
    told: list[object] = []

    def fail() -> None:
        raise HoneError("no")

    start_task(owner, in_order(fail), None, told.append)
    start_task(owner, in_order(lambda: "second"), told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == "second"


class Witness:
    """Notes in which thread it was let go."""

    def __init__(self, seen: list[str]) -> None:
        self._seen = seen

    def __del__(self) -> None:
        self._seen.append(threading.current_thread().name)


def test_what_a_task_refers_to_is_let_go_in_the_windows_thread(qtbot: Any) -> None:
    """A widget that a pool thread is the last to hold is destroyed there, and the program ends."""
    let_go: list[str] = []
    told: list[object] = []

    def ask(fails: bool) -> None:
        witness = Witness(let_go)

        def call() -> object:
            if fails:
                raise HoneError(f"no {type(witness)}")
            return type(witness)

        start_task(owner, call, note, note)

    def note(outcome: object) -> None:
        told.append(type(outcome))  # an error's traceback would hold on to the witness

    owner = QObject()
    for number in range(100):
        ask(fails=number % 3 == 0)
    qtbot.waitUntil(lambda: len(told) == 100)
    owner.deleteLater()
    qtbot.waitUntil(lambda: len(let_go) == 100)
    assert set(let_go) == {threading.main_thread().name}
