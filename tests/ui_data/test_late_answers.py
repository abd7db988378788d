"""What is asked beside the window: in turn, ended when not wanted; late answers count for nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.errors import HoneError, Stopped
from hone.services import Services
from hone.ui.data.work import LongWork

pytestmark = pytest.mark.window
LONG = 30_000


class SlowService:
    """A call that waits until it is let go or stopped, as an inspector's does."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.stopped = threading.Event()
        self.begun: list[str] = []

    def call(self, name: str) -> Callable[[Callable[[int, int], None]], str]:
        def run(tell: Callable[[int, int], None]) -> str:
            self.begun.append(name)
            tell(10, 100)
            while not self.go.wait(0.01):
                if self.stopped.is_set():
                    self.stopped.clear()
                    raise Stopped("It was stopped.")
            return name

        return run

    def stop(self, _asker: object) -> None:
        self.stopped.set()


@pytest.fixture
def slow() -> SlowService:
    return SlowService()


@pytest.fixture
def work(slow: SlowService, qtbot: Any) -> Any:
    made = LongWork(slow.stop)
    yield made
    made.closing()
    slow.go.set()
    made.finish()


def ask(work: LongWork, slow: SlowService, kind: str, answers: list[object], first: bool = False) -> None:
    work.ask(kind, f"Doing {kind}", slow.call(kind), answers.append, answers.append, first)


def test_calls_run_one_after_another_with_their_progress(work: Any, slow: SlowService, qtbot: Any) -> None:
    answers: list[object] = []
    ask(work, slow, "one", answers)
    ask(work, slow, "two", answers)
    qtbot.waitUntil(lambda: work.total == 100, timeout=LONG)
    assert (work.note, work.done) == ("Doing one", 10)
    assert slow.begun == ["one"]
    slow.go.set()
    qtbot.waitUntil(lambda: answers == ["one", "two"], timeout=LONG)
    assert work.note == ""


def test_an_older_question_of_a_kind_answers_no_more(work: Any, slow: SlowService, qtbot: Any) -> None:
    old: list[object] = []
    new: list[object] = []
    ask(work, slow, "report", old)
    qtbot.waitUntil(lambda: slow.begun == ["report"], timeout=LONG)
    ask(work, slow, "report", new)
    qtbot.waitUntil(lambda: slow.begun == ["report", "report"], timeout=LONG)
    slow.go.set()
    qtbot.waitUntil(lambda: new == ["report"], timeout=LONG)
    assert old == []


def test_stop_ends_what_runs_and_what_waits(work: Any, slow: SlowService, qtbot: Any) -> None:
    answers: list[object] = []
    told: list[str] = []
    work.stopped.connect(told.append)
    ask(work, slow, "report", answers)
    ask(work, slow, "counts", answers)
    qtbot.waitUntil(lambda: slow.begun == ["report"], timeout=LONG)
    work.stop()
    assert told == ["report", "counts"]
    assert work.note == ""
    ask(work, slow, "again", answers)
    slow.go.set()
    qtbot.waitUntil(lambda: answers == ["again"], timeout=LONG)


def test_a_problem_is_told_and_the_next_call_runs(work: Any, slow: SlowService, qtbot: Any) -> None:
    answers: list[object] = []

    def fail(_tell: object) -> object:
        raise HoneError("It broke.")

    work.ask("bad", "Breaking", fail, answers.append, answers.append)
    ask(work, slow, "good", answers)
    slow.go.set()
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=LONG)
    assert [str(each) for each in answers] == ["It broke.", "good"]


@pytest.mark.worker
def test_a_report_of_a_data_set_that_was_left_is_dropped(
    page: Any, services: Services, messy: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    """The first inspection answers although it was given up: as one would that had just ended."""
    other = messy.with_name("other.jsonl")
    other.write_text(messy.read_text().splitlines()[0] + "\n")
    first, second = services.data_sets.add(messy), services.data_sets.add(other)
    held, inside, inspect = threading.Event(), threading.Event(), services.data.inspect

    def slowly(path: Path, *rest: Any) -> Any:
        report = inspect(path, *rest[:-1])
        if path == messy:
            inside.set()
            held.wait(20)
        return report

    monkeypatch.setattr(services.data, "inspect", slowly)
    page.open_data_set(first.id)
    qtbot.waitUntil(inside.is_set, timeout=LONG)
    page.open_data_set(second.id)
    qtbot.waitUntil(lambda: page.desk.open_id == second.id, timeout=LONG)
    held.set()
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=LONG)
    assert page.context.report.path == other


@pytest.mark.worker
def test_only_the_data_set_that_was_chosen_last_is_shown(
    page: Any, services: Services, messy: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    other = messy.with_name("other.jsonl")
    other.write_text(messy.read_text())
    first, second = services.data_sets.add(messy), services.data_sets.add(other)
    held, get = threading.Event(), services.data_sets.get

    def slowly(data_set_id: str) -> Any:
        if data_set_id == first.id:
            held.wait(20)
        return get(data_set_id)

    monkeypatch.setattr(services.data_sets, "get", slowly)
    page.open_data_set(first.id)
    page.open_data_set(second.id)
    qtbot.waitUntil(lambda: page.desk.open_id == second.id, timeout=LONG)
    held.set()
    qtbot.wait(200)
    assert page.desk.open_id == second.id


@pytest.mark.worker
def test_an_inspection_is_stopped_and_begun_again(
    opened: Any, services: Services, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    inspect = services.data.inspect
    begun = threading.Event()

    def endless(_path: Path, *rest: Any) -> Any:
        begun.set()
        while True:
            rest[-1](1, 10)

    monkeypatch.setattr(services.data, "inspect", endless)
    opened.look_again()
    qtbot.waitUntil(lambda: begun.is_set() and opened.strip.isVisible(), timeout=LONG)
    opened.strip.stop.click()
    banner = opened.tabs.tab("overview").banner
    qtbot.waitUntil(banner.isVisible, timeout=LONG)
    assert opened.context.report is None and not opened.context.looking
    monkeypatch.setattr(services.data, "inspect", inspect)
    opened.look_again()
    qtbot.waitUntil(lambda: opened.context.report is not None, timeout=LONG)
    assert not banner.isVisible()
