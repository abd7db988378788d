"""The data file that was chosen: its report, its token counts, and rows as the model sees them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hone.domain.datasets import AS_FOUND, Reading, RenderedRow, Report, TokenCounts
from hone.domain.models import Model
from hone.errors import BadInput, HoneError
from hone.services.data import DataService
from hone.ui.tune.inquiries import Inquiries


class DataDesk(QObject):
    """Asks the data service beside the window. `path` is what was chosen, `report` what was found.

    `untrainable` when the rows compare or judge replies: then there is no report.
    """

    report_changed = Signal()
    counts_changed = Signal()
    rendered = Signal(object)
    problem_found = Signal(object)

    def __init__(self, service: DataService, inquiries: Inquiries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._inquiries = inquiries
        self.path: Path | None = None
        self.report: Report | None = None
        self.counts: TokenCounts | None = None
        self.untrainable = False
        self._counted: tuple[Path, Reading, Path, int] | None = None

    @property
    def inspecting(self) -> bool:
        """Whether the file is being looked at."""
        return self._inquiries.is_open("inspect")

    @property
    def counting(self) -> bool:
        """Whether tokens are being counted."""
        return self._inquiries.is_open("counts")

    @property
    def usable(self) -> bool:
        """Whether there is anything to train on."""
        return self.report is not None and self.report.usable_rows > 0

    def open(self, path: Path | None, reading: Reading = AS_FOUND) -> None:
        """Look at a file; None forgets it."""
        self.path, self.report, self.counts, self._counted = path, None, None, None
        self.untrainable = False
        self._inquiries.drop("inspect", "counts", "preview")
        if path is not None:
            service = self._service
            self._inquiries.ask(
                "inspect", lambda: service.inspect(path, reading), self._on_inspected, self._on_problem
            )
        self.report_changed.emit()

    def count(self, model: Model, context_length: int) -> None:
        """Count tokens for a model, unless that is what was counted last."""
        report = self.report
        if report is None or not report.usable_rows:
            return
        wanted = (report.path, report.reading, model.path, context_length)
        if self._counted == wanted:
            return
        self._counted, self.counts = wanted, None
        service = self._service
        self._inquiries.ask("counts", lambda: service.measure(*wanted), self._on_counted, self._on_problem)
        self.counts_changed.emit()

    def render(self, rows: Sequence[int], model: Model, context_length: int) -> None:
        """Render rows with the model's template; `rendered` follows, with None for a row left out."""
        report = self.report
        if report is None:
            return
        service, wanted = self._service, tuple(rows)
        self._inquiries.ask(
            "preview",
            lambda: service.preview(report.path, report.reading, model.path, wanted, context_length),
            self._on_rendered,
            self._on_problem,
        )

    def _on_inspected(self, report: Report) -> None:
        if not report.trainable:
            self.untrainable = True
            self._on_problem(_not_for_replies(report))
            return
        self.report = report
        self.report_changed.emit()

    def _on_counted(self, counts: TokenCounts) -> None:
        self.counts = counts
        self.counts_changed.emit()

    def _on_rendered(self, rows: tuple[RenderedRow, ...]) -> None:
        self.rendered.emit(rows[0] if rows else None)

    def _on_problem(self, problem: HoneError) -> None:
        self._counted = None
        self.problem_found.emit(problem)
        self.report_changed.emit()


def _not_for_replies(report: Report) -> BadInput:
    return BadInput(
        f"{report.path.name} compares or judges replies: fine-tuning on it would learn the bad ones too.",
        hint="Keep the good replies alone: they make a version that can be trained on.",
    )
