"""What keeps Python from stopping the window, or from ending it: garbage collection and waits for threads.

Python collects garbage in whichever thread makes some. Widgets that are collected in another thread than the
window's end the whole program, so collecting is left to this file, in the window's thread. Measured with a
conversation of 10,000 messages on 2 cores: a full collection takes 40 to 50 ms, and while another thread
reads the database each step of the window waits up to a switch interval, 5 ms as Python comes.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Slot

from hone.ui.supervisor import Supervisor

SWITCH_SECONDS = 0.0005
_LOOK_MS = 500
_YOUNG = 2_000
_MIDDLE_AFTER = 10  # young collections
_FULL_AFTER = 60  # young collections, while nothing is streamed


class QuietCollector(QObject):
    """Collects young garbage twice a second when there is some, and all of it while nothing is streamed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._interval = sys.getswitchinterval()
        self._collections = 0
        self._full_at = 0
        gc.disable()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def stop(self) -> None:
        """Give Python its own ways back."""
        self._timer.stop()
        gc.enable()
        sys.setswitchinterval(self._interval)

    @Slot()
    def collect(self) -> None:
        """Collect as much as there is time for."""
        if gc.get_count()[0] < _YOUNG:
            return
        self._collections += 1
        if self._collections - self._full_at >= _FULL_AFTER and not Supervisor.any_busy():
            self._full_at = self._collections
            gc.collect()
        else:
            gc.collect(1 if self._collections % _MIDDLE_AFTER == 0 else 0)
