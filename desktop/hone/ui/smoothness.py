"""What keeps Python from stopping the window: long garbage collections and long waits for other threads.

Measured with a conversation of 10,000 messages on 2 cores: a full collection takes 40 to 50 ms, and while
another thread reads the database each step of the window waits up to a switch interval, 5 ms as Python comes.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Slot

from hone.ui.supervisor import Supervisor

SWITCH_SECONDS = 0.0005
_LOOK_MS = 30_000
_YOUNG, _MIDDLE = 2_000, 10
_NEVER = 1_000_000_000


class QuietCollector(QObject):
    """Lets only short collections happen by themselves; full ones come while nothing is streamed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Give Python its own ways back."""
        self._timer.stop()
        gc.set_threshold(*self._thresholds)
        sys.setswitchinterval(self._interval)

    @Slot()
    def _collect(self) -> None:
        if gc.get_count()[2] and not Supervisor.any_busy():
            gc.collect()
