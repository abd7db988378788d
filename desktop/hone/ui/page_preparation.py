"""Pages that were never shown are built beside the person's work, once their commands are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from hone.ui.pages import PageEntry
from hone.ui.supervisor import start_task

_QUIET_MS = 250


class PagePreparation(QObject):
    """Imports each page's module in another thread, then lets it be built at a moment without keys.

    Building takes the window's thread for 50 to 100 ms a page; importing the largest takes half a second.
    """

    def __init__(self, build: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._build = build
        self._waiting: list[PageEntry] = []
        self._begun = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)

    def begin(self, entries: Sequence[PageEntry]) -> None:
        """Prepare these pages, once."""
        if not self._begun:
            self._begun = True
            self._waiting = list(entries)
            self._import_next()

    def hold(self) -> None:
        """Wait a little longer: the person is typing."""
        if self._quiet.isActive():
            self._quiet.start()

    def _import_next(self) -> None:
        if self._waiting:
            start_task(self, self._waiting[0].load, self._on_imported, self._on_not_imported)

    @Slot(object)
    def _on_imported(self, loaded: object) -> None:
        self._quiet.start()

    @Slot(object)
    def _on_not_imported(self, error: object) -> None:
        """Leave this page out: what is wrong is told when it is opened, and stands in the log already."""
        self._waiting.pop(0)
        self._import_next()

    @Slot()
    def _on_quiet(self) -> None:
        self._build(self._waiting.pop(0).key)
        self._import_next()
