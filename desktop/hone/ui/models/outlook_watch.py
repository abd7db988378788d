"""Ask in the background, model by model, whether each would fit into memory now."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.models import Model
from hone.errors import HoneError
from hone.services import Services
from hone.services.fitting import Outlook
from hone.ui.supervisor import Supervisor


class OutlookWatch(QObject):
    """`told(Outlook)` for each model, one after another; headers of large files take a moment."""

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._next: tuple[Model, ...] | None = None
        self._stop = threading.Event()
        self._supervisor = Supervisor(parent=self)
        self._supervisor.arrived.connect(self.told)
        self._supervisor.failed.connect(self._on_failed)
        self._supervisor.ended.connect(self._on_ended)

    def look(self, models: Sequence[Model]) -> None:
        """Ask about these models; what is still asked about others is given up."""
        if self._supervisor.busy:
            self._next = tuple(models)
            self._stop.set()
            return
        self._stop = threading.Event()
        asked, stop = tuple(models), self._stop
        self._supervisor.run(lambda: self._outlooks(asked, stop))

    def stop(self) -> None:
        """Ask no more; what is being read is read to its end."""
        self._next = None
        self._stop.set()

    def close(self) -> None:
        """Wait for the thread."""
        self.stop()
        self._supervisor.close()

    def _outlooks(self, models: Sequence[Model], stop: threading.Event) -> Iterator[Outlook]:
        """Leave out what is in memory now: what it holds counts as taken, so it would seem not to fit."""
        loaded = self._services.engines.loaded()
        others = [model for model in models if loaded is None or model.id != loaded.id]
        for outlook in self._services.fitting.outlooks(others, self._services.settings.get()):
            if stop.is_set():
                return
            yield outlook

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_ended(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.look(waiting)
