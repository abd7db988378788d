"""Keeps sheets in the background: in order, the latest state of each, half a second after typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.comparing import Sheet
from hone.errors import HoneError
from hone.services import Services
from hone.ui.supervisor import start_task

_AFTER_MS = 400


class SheetKeeper(QObject):
    """One write at a time; a change that comes meanwhile is written after it."""

    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting: dict[str, Sheet] = {}
        self._then: list[Callable[[], object]] = []
        self._writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, comparison_id: str, sheet: Sheet) -> None:
        """Write a sheet soon."""
        self._waiting[comparison_id] = sheet
        self._timer.start()

    @Slot()
    def flush(self, then: Callable[[], object] | None = None) -> None:
        """Write what waits, now; call `then` when it is written, or could not be."""
        self._timer.stop()
        if then is not None:
            self._then.append(then)
        if self._writing:
            return
        if not self._waiting:
            self._tell()
            return
        sheets, self._waiting = self._waiting, {}
        self._writing = True
        comparing = self._services.comparing

        def write() -> None:
            for identity, sheet in sheets.items():
                comparing.keep_sheet(identity, sheet)

        start_task(self, write, self._on_written, self._on_failed)

    def _tell(self) -> None:
        calls, self._then = self._then, []
        for call in calls:
            call()

    def _on_written(self, result: object) -> None:
        self._writing = False
        if self._waiting:
            self.flush()
        else:
            self._tell()

    def _on_failed(self, error: HoneError) -> None:
        self._writing = False
        self.failed.emit(error)
        self._tell()
