"""What examples cost in tokens, counted beside the window a moment after the last change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.models import Model
from hone.domain.prompts import ExampleLayout, FewShot
from hone.domain.setup import Setup
from hone.errors import HoneError
from hone.services import Services
from hone.ui.supervisor import start_task

_AFTER_MS = 600
_Wanted = tuple[Model, tuple[FewShot, ...], ExampleLayout, Setup]


class ExampleCosts(QObject):
    """Tells `counted(list of int, or None)`; None where the model's tokenizer is not on this machine."""

    counted = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted: _Wanted | None = None
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    def want(
        self, model: Model | None, examples: Sequence[FewShot], layout: ExampleLayout, setup: Setup
    ) -> None:
        """Count these soon, in the place of what was wanted before."""
        self._asked += 1
        self._wanted = (model, tuple(examples), layout, setup) if model is not None and examples else None
        if self._wanted is None:
            self._timer.stop()
            self.counted.emit(None)
        else:
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        if self._wanted is None:
            return
        asked, (model, examples, layout, setup) = self._asked, self._wanted
        service = self._services.examples
        start_task(
            self,
            lambda: (asked, service.tokens(model, examples, layout, setup)),
            self._on_counted,
            self._on_not_counted,
        )

    @Slot(object)
    def _on_counted(self, found: tuple[int, list[int] | None]) -> None:
        asked, counts = found
        if asked == self._asked:
            self.counted.emit(counts)

    @Slot(object)
    def _on_not_counted(self, error: HoneError) -> None:
        """A tokenizer that cannot be used is told by the exact view; here the counts are just not known."""
        self.counted.emit(None)
