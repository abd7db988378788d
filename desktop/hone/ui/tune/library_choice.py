"""Data sets of the library, for the wizard: one is chosen, a dropped file becomes one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Reading, Shape
from hone.errors import HoneError
from hone.services.data_sets import DataSetService
from hone.ui.tune.inquiries import Inquiries


class LibraryChoice(QObject):
    """`current` is what is trained on; None for a file that is in no data set (any more).

    `chosen(DataSet)` asks to train on its version in use. Answers to what was asked before are dropped.
    """

    listed = Signal()
    chosen = Signal(object)
    current_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        library: Callable[[], DataSetService],
        inquiries: Inquiries,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._inquiries = inquiries
        self.data_sets: tuple[DataSet, ...] = ()
        self.current: DataSet | None = None
        self._sought: Path | None = None

    @property
    def busy(self) -> bool:
        """Whether a data set is being taken up or changed."""
        return self._inquiries.is_open("choose")

    def read(self) -> None:
        """Read the list; the chosen one is taken anew when another version of it is in use now."""
        library = self._library
        self._inquiries.ask("library", lambda: library().all(), self._on_listed, self.failed.emit)

    def choose(self, data_set_id: str) -> None:
        """Take a data set."""
        library = self._library
        self._ask(lambda: library().get(data_set_id))

    def add(self, path: Path) -> None:
        """Take a file or folder up into the library, and choose it."""
        library = self._library
        self._ask(lambda: library().add(path))

    def read_as(self, reading: Reading) -> None:
        """Read the chosen data set in another way: a new version, which is chosen."""
        library, current = self._library, self.current
        if current is not None:
            self._ask(lambda: library().read_as(current.id, reading))

    def keep_chosen_replies(self, note: str) -> None:
        """Make a version of the chosen data set that can be trained on, and choose it."""
        library, current = self._library, self.current
        if current is not None:

            def convert() -> DataSet:
                library().convert(current.id, Shape.MESSAGES, note)
                return library().get(current.id)

            self._ask(convert)

    def find(self, path: Path) -> None:
        """Find the data set whose version in use is this file, after a restart; none is no error."""
        self.current, self._sought = None, path
        self.read()

    def forget(self) -> None:
        """Choose nothing."""
        self._inquiries.drop("choose")
        self.current = self._sought = None
        self.current_changed.emit()

    def _ask(self, question: Callable[[], DataSet]) -> None:
        self._inquiries.ask("choose", question, self._on_chosen, self._on_failed)
        self.current_changed.emit()

    def _on_chosen(self, data_set: DataSet) -> None:
        self.current, self._sought = data_set, None
        self.chosen.emit(data_set)
        self.current_changed.emit()
        self.read()

    def _on_failed(self, problem: HoneError) -> None:
        self.failed.emit(problem)
        self.current_changed.emit()

    def _on_listed(self, found: list[DataSet]) -> None:
        self.data_sets = tuple(each for each in found if not each.trouble)
        if self._sought is not None:
            sought, self._sought = self._sought, None
            self.current = next((each for each in self.data_sets if each.version.path == sought), None)
            self.current_changed.emit()
        before = self.current
        now = next((each for each in self.data_sets if before is not None and each.id == before.id), None)
        if before is not None and now is not None and now.version != before.version and not self.busy:
            self.current = now
            self.chosen.emit(now)
        self.listed.emit()
