"""Reads replies beside the window: under one reader, or under two that are compared."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.generation import Progress
from hone.domain.token_reports import Reader, TokenDifference, TokenReading, difference
from hone.errors import HoneError
from hone.services.token_reports import TokenReportService
from hone.ui.supervisor import Supervisor


@dataclass(frozen=True)
class Wanted:
    """A reply, who is to read it, and whom to compare with; `text` tells its states apart."""

    conversation_id: str
    message_id: str
    text: str
    reader: Reader
    other: Reader | None = None


@dataclass(frozen=True)
class Found:
    """What was found out; `difference` when it was asked for."""

    wanted: Wanted
    reading: TokenReading
    difference: TokenDifference | None = None


class Readings(QObject):
    """One reading at a time; another one that is asked for ends the present one."""

    progressed = Signal(object)
    found = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, service: TokenReportService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._request_ids: tuple[str, ...] = ()
        self._next: Wanted | None = None
        self._cancelled = False
        self._supervisor = Supervisor(parent=self)
        self._supervisor.arrived.connect(self._on_arrived)
        self._supervisor.failed.connect(self._on_failed)
        self._supervisor.ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether a reply is being read."""
        return self._supervisor.busy

    @property
    def supervisor(self) -> Supervisor:
        """What runs the readings."""
        return self._supervisor

    def ask(self, wanted: Wanted) -> None:
        """Read a reply."""
        if self.busy:
            self._next = wanted
            self._end_present()
            return
        self._cancelled = False
        self._request_ids = (secrets.token_hex(8), secrets.token_hex(8))
        first, second = self._request_ids
        self._supervisor.run(lambda: _read(self._service, wanted, first, second))
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """End the reading that runs; nothing is told of it any more."""
        self._next = None
        self._end_present()

    def finish(self) -> None:
        """End the reading for good, and wait for its thread."""
        self.cancel()
        self._supervisor.close()

    def _end_present(self) -> None:
        if self.busy:
            self._cancelled = True
            for request_id in self._request_ids:
                self._service.cancel(request_id)

    @Slot(object)
    def _on_arrived(self, event: Progress | Found) -> None:
        if self._cancelled:
            return
        if isinstance(event, Found):
            self.found.emit(event)
        else:
            self.progressed.emit(event)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        if not self._cancelled:
            self.failed.emit(error)

    @Slot()
    def _on_ended(self) -> None:
        wanted, self._next = self._next, None
        if wanted is not None:
            self.ask(wanted)
        else:
            self.busy_changed.emit(False)


def _read(
    service: TokenReportService, wanted: Wanted, first_id: str, second_id: str
) -> Iterator[Progress | Found]:
    """Read once or twice; the reading itself comes first, so that it is seen while the other is made."""
    reading: TokenReading | None = None
    for event in service.read(first_id, wanted.conversation_id, wanted.message_id, wanted.reader):
        if isinstance(event, TokenReading):
            reading = event
            yield Found(wanted, reading)
        else:
            yield event
    if wanted.other is None or reading is None:
        return
    for event in service.read(second_id, wanted.conversation_id, wanted.message_id, wanted.other):
        if isinstance(event, TokenReading):
            yield Found(wanted, reading, difference(reading, event))
        else:
            yield event
