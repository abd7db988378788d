"""Garbage is collected in the window's thread only, and all of it only while nothing streams."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from hone.ui.smoothness import QuietCollector
from hone.ui.supervisor import Supervisor


@pytest.fixture
def collections() -> Iterator[list[tuple[int, str]]]:
    """Return the generation and the thread of each collection that begins during the test."""
    seen: list[tuple[int, str]] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append((info["generation"], threading.current_thread().name))

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


@pytest.fixture
def collector(qapp: Any) -> Iterator[QuietCollector]:
    """Return a collector whose timer does not run: the test says when it looks."""
    was_enabled, interval = gc.isenabled(), sys.getswitchinterval()
    owner = QObject()
    made = QuietCollector(owner)
    made._timer.stop()
    yield made
    made.stop()
    assert gc.isenabled()
    assert sys.getswitchinterval() == interval
    if not was_enabled:
        gc.disable()


def litter() -> None:
    """Make more garbage than a young collection waits for."""
    for _ in range(3000):
        knot: list[Any] = []
        knot.append(knot)


def test_garbage_of_another_thread_is_collected_in_the_windows(
    collector: QuietCollector, collections: list[tuple[int, str]]
) -> None:
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert collections == []
    collector.collect()
    assert collections == [(0, threading.main_thread().name)]
    collector.collect()
    assert len(collections) == 1, "there was nothing left"


def test_full_collection_waits_while_something_streams(
    collector: QuietCollector, collections: list[tuple[int, str]], qtbot: Any
) -> None:
    gate = threading.Event()
    supervisor = Supervisor(parent=collector)
    supervisor.run(lambda: [gate.wait(30)])
    try:
        for _ in range(70):
            litter()
            collector.collect()
        assert {generation for generation, _ in collections} == {0, 1}
    finally:
        with qtbot.waitSignal(supervisor.ended):
            gate.set()
    litter()
    collector.collect()
    assert collections[-1][0] == 2
