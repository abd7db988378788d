"""Questions to the services, asked beside the window; the answer to an older question is dropped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hone.errors import HoneError
from hone.ui.supervisor import start_task

Answer = Callable[..., object]


class Inquiries(QObject):
    """One open question per kind: asking again makes the earlier answer count for nothing."""

    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: dict[str, int] = {}
        self._open: set[str] = set()

    def is_open(self, kind: str) -> bool:
        """Whether an answer of this kind is still to come."""
        return kind in self._open

    def ask(self, kind: str, question: Callable[[], object], on_answer: Answer, on_problem: Answer) -> None:
        """Ask; `on_answer(result)` or `on_problem(HoneError)` is called in the window's thread."""
        number = self._newest.get(kind, 0) + 1
        self._newest[kind] = number
        self._open.add(kind)

        def answered(result: object) -> None:
            if self._newest[kind] == number:
                self._open.discard(kind)
                on_answer(result)
                self.busy_changed.emit()

        def failed(problem: HoneError) -> None:
            if self._newest[kind] == number:
                self._open.discard(kind)
                on_problem(problem)
                self.busy_changed.emit()

        start_task(self, question, answered, failed)
        self.busy_changed.emit()

    def drop(self, *kinds: str) -> None:
        """Let the answers to these questions count for nothing."""
        for kind in kinds:
            self._newest[kind] = self._newest.get(kind, 0) + 1
            self._open.discard(kind)
