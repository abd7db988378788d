"""The rows of a version, fetched a page at a time beside the window: only what is looked at is there."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.datasets import Reading, ShownRow
from hone.errors import HoneError
from hone.ipc.data_messages import RowsListed
from hone.services.data import DataService
from hone.ui.supervisor import start_task

PAGE = 100
KEPT_ROWS = 6000
_WAITING = 256


class RowPages(QObject):
    """`row` gives what is there and fetches what is not, the last asked for first.

    `arrived(numbers)` tells which came. Answers about another file than the one that is open are dropped.
    """

    arrived = Signal(object)  # tuple of row numbers
    failed = Signal(object)

    def __init__(self, data: DataService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._path: Path | None = None
        self._reading = Reading()
        self._opened = 0
        self._rows: OrderedDict[int, ShownRow] = OrderedDict()
        self._missing: set[int] = set()
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._busy = False
        self.sparse = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fetch)

    def open(self, path: Path | None, reading: Reading) -> None:
        """Begin with another file; what was fetched of the one before is forgotten."""
        self._opened += 1
        self._path, self._reading = path, reading
        self._busy = False
        self.sparse = False
        for kept in (self._rows, self._missing, self._waiting):
            kept.clear()

    def row(self, number: int) -> ShownRow | None:
        """Return a row, None until it `arrived`."""
        found = self._rows.get(number)
        if found is not None:
            self._rows.move_to_end(number)
            return found
        if self._path is not None and number not in self._missing:
            self._waiting[number] = None
            self._waiting.move_to_end(number)
            while len(self._waiting) > _WAITING:  # scrolled past: asked for again when it is in sight
                self._waiting.popitem(last=False)
            if not self._busy:
                self._timer.start()
        return None

    def known(self, number: int) -> ShownRow | None:
        """Return a row if it is there, and fetch nothing."""
        return self._rows.get(number)

    @Slot()
    def _fetch(self) -> None:
        if self._busy or not self._waiting or self._path is None:
            return
        self._busy = True
        path, reading = self._path, self._reading
        if self.sparse:
            wanted = tuple(self._waiting)[-PAGE:]
            call = partial(self._data.rows_at, path, reading, sorted(wanted))
        else:
            # A page may come in parts, where its rows are very large: go on where it ended.
            start = (next(reversed(self._waiting)) - 1) // PAGE * PAGE + 1
            first = next(row for row in range(start, start + PAGE) if row not in self._rows)
            wanted = tuple(range(first, start + PAGE))
            call = partial(self._data.rows, path, reading, first, len(wanted))
        for number in wanted:
            self._waiting.pop(number, None)
        opened = self._opened
        start_task(
            self, call, partial(self._on_listed, opened, wanted), partial(self._on_failed, opened, wanted)
        )

    def _on_listed(self, opened: int, wanted: tuple[int, ...], listed: RowsListed) -> None:
        if opened != self._opened:
            return
        for shown in listed.rows:
            self._rows[shown.row] = shown
            self._waiting.pop(shown.row, None)
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)
        # A row that the file does not have is not asked for again and again.
        if not listed.rows:
            self._missing.update(wanted)
        self._go_on()
        self.arrived.emit(tuple(wanted))

    def _on_failed(self, opened: int, wanted: tuple[int, ...], error: HoneError) -> None:
        if opened != self._opened:
            return
        self._missing.update(wanted)
        self._go_on()
        self.failed.emit(error)

    def _go_on(self) -> None:
        self._busy = False
        if self._waiting:
            self._timer.start()
