"""Full collections wait until nothing streams; Python's own ways come back at the end."""

from __future__ import annotations

import gc
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject

from hone.ui.smoothness import QuietCollector
from hone.ui.supervisor import Supervisor


def test_full_collection_waits_while_something_streams(qtbot: Any) -> None:
    before = gc.get_threshold(), sys.getswitchinterval()
    owner = QObject()
    collector = QuietCollector(owner)
    full: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            full.append(phase)

    gate = threading.Event()
    supervisor = Supervisor(parent=owner)
    gc.callbacks.append(note)
    try:
        gc.collect(1)
        supervisor.run(lambda: [gate.wait(10)])
        collector._collect()
        assert full == []
        with qtbot.waitSignal(supervisor.ended):
            gate.set()
        assert not Supervisor.any_busy()
        gc.collect(1)
        collector._collect()
        assert full == ["start"]
    finally:
        gate.set()
        gc.callbacks.remove(note)
        collector.stop()
    assert (gc.get_threshold(), sys.getswitchinterval()) == before
