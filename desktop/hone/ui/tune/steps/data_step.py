"""Step 2: the examples to learn from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import Reading, RenderedRow
from hone.errors import HoneError
from hone.ui.kit.card import Card
from hone.ui.kit.progress import ProgressView
from hone.ui.tune.session import TuneSession
from hone.ui.tune.steps.drop_zone import DropZone, local_file
from hone.ui.tune.steps.file_card import FileCard
from hone.ui.tune.steps.held_out_card import HeldOutCard
from hone.ui.tune.steps.lengths_card import LengthsCard
from hone.ui.tune.steps.preview_card import PreviewCard
from hone.ui.tune.steps.problem_list import ProblemList
from hone.ui.tune.steps.step_page import StepPage

_RENDER_AFTER_MILLISECONDS = 120


class DataStep(StepPage):
    """File, problems, preview, lengths, held-out rows: shown as they become known."""

    sample_requested = Signal()
    columns_requested = Signal(str)  # data set id

    def __init__(
        self, session: TuneSession, format_labels: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.set_heading(
            self.tr("Data"),
            self.tr(
                "Examples of good answers. A few hundred good ones do more than thousands of mixed ones."
            ),
        )
        self.setAcceptDrops(True)
        self.drop = DropZone()
        self.file = FileCard(format_labels)
        self.problems = ProblemList()
        self.preview = PreviewCard()
        self.lengths = LengthsCard()
        self.held_out = HeldOutCard()
        self._looking = Card()
        self._progress = ProgressView(self.tr("Looking at the file"))
        self._looking.body.addWidget(self._progress)
        for widget in (
            self.drop,
            self._looking,
            self.file,
            self.problems,
            self.preview,
            self.lengths,
            self.held_out,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RENDER_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._render)
        self._rendered_for: tuple[object, ...] = ()
        self._changing = False  # whether other rows are being chosen in the place of those that are
        self._connect()
        self._show_library()
        self._show_state()

    def entered(self) -> None:
        """Show the preview for the model that is chosen now, and which data sets there are."""
        self._session.library.read()
        self._show_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event)
        if path is not None:
            event.acceptProposedAction()
            self._on_file_chosen(path)

    def _connect(self) -> None:
        data = self._session.data
        self.drop.file_chosen.connect(self._on_file_chosen)
        self.drop.keep_requested.connect(self._on_kept)
        self.drop.data_set_chosen.connect(self._on_data_set_chosen)
        self.file.columns_requested.connect(self._on_columns_requested)
        self._session.library.listed.connect(self._show_library)
        self._session.library.current_changed.connect(self._on_library_current_changed)
        self._session.library.failed.connect(self._on_library_failed)
        self.drop.sample_requested.connect(self.sample_requested)
        self.file.change_requested.connect(self._on_change_requested)
        self.file.format_chosen.connect(self._on_format_chosen)
        self.problems.row_requested.connect(self._on_problem_row_requested)
        self.preview.row_requested.connect(self._on_row_requested)
        self.held_out.held_out_chosen.connect(self._on_held_out_chosen)
        data.report_changed.connect(self._on_data_report_changed)
        data.counts_changed.connect(self._show_lengths)
        data.rendered.connect(self._on_data_rendered)
        data.problem_found.connect(self._on_data_problem)
        self._session.models.chosen.connect(self._show_state)
        self._session.plan.plan_changed.connect(self._show_state)

    @Slot()
    def _show_state(self) -> None:
        data, taking = self._session.data, self._session.library.busy
        looking = data.inspecting or taking
        if looking or data.report is None:
            self._changing = False
        self.drop.setVisible(self._changing or (not looking and data.report is None))
        self.drop.show_keep(self._changing)
        self._looking.setVisible(looking)
        if taking:
            self._progress.set_progress(self.tr("Taking the rows up into your data sets"))
        elif data.inspecting and data.path is not None:
            self._progress.set_progress(self.tr("Looking at {name}").format(name=data.path.name))
        for widget in (self.file, self.held_out, self.lengths):
            widget.setVisible(data.report is not None and not taking and not self._changing)
        seen = data.usable and self._session.models.current is not None
        self.preview.setVisible(seen and not self._changing)
        self.problems.setVisible(self.problems.model.rowCount() > 0 and not self._changing)
        draft = self._session.draft
        self.held_out.show_choice(draft.held_out, draft.held_out_share)
        self._show_lengths()
        self._render_later()

    @Slot()
    def _show_lengths(self) -> None:
        data = self._session.data
        self.lengths.setVisible((data.counts is not None or data.counting) and not self._changing)
        self.lengths.show_counts(data.counts, self._session.plan.context_length, data.counting)

    def _render_later(self) -> None:
        data, model = self._session.data, self._session.models.current
        if not data.usable or model is None:
            return
        wanted = (data.report, model.path, self._session.plan.context_length, self.preview.row_number)
        if wanted != self._rendered_for:
            self._rendered_for = wanted
            self._timer.start()

    @Slot()
    def _render(self) -> None:
        self._session.render(self.preview.row_number)

    @Slot()
    def _show_library(self) -> None:
        self.drop.show_library(self._session.library.data_sets)

    @Slot(object)
    def _on_file_chosen(self, path: Path) -> None:
        self._hide_banner()
        self._session.library.add(path)

    @Slot(str)
    def _on_data_set_chosen(self, data_set_id: str) -> None:
        self._hide_banner()
        self._session.library.choose(data_set_id)

    @Slot()
    def _on_library_current_changed(self) -> None:
        report = self._session.data.report
        if report is not None:
            self.file.show_report(report, self._session.library.current)
        self._show_state()

    @Slot(object)
    def _on_library_failed(self, problem: HoneError) -> None:
        self.banner.clear_actions()
        self.banner.show_error(problem)

    @Slot()
    def _on_columns_requested(self) -> None:
        current = self._session.library.current
        if current is not None:
            self.columns_requested.emit(current.id)

    def _hide_banner(self) -> None:
        self.banner.clear_actions()
        self.banner.hide()

    @Slot()
    def _on_change_requested(self) -> None:
        self._changing = True
        self._show_state()

    @Slot()
    def _on_kept(self) -> None:
        self._changing = False
        self._show_state()

    @Slot(str)
    def _on_format_chosen(self, name: str) -> None:
        path, report = self._session.data.path, self._session.data.report
        if path is None:
            return
        self._hide_banner()
        part = report.reading.part if report is not None else ""
        if self._session.library.current is not None:
            self._session.library.read_as(Reading(format=name, part=part))
        else:
            self._session.choose_data(path, Reading(format=name, part=part))

    @Slot()
    def _on_data_report_changed(self) -> None:
        report = self._session.data.report
        self.problems.show_report(report)
        if report is not None:
            self._hide_banner()
            self.file.show_report(report, self._session.library.current)
            self.preview.set_rows(report.rows)
        else:
            self.preview.show_nothing(None)
        self._show_state()

    @Slot(int)
    def _on_row_requested(self, number: int) -> None:
        self._render_later()

    @Slot(int)
    def _on_problem_row_requested(self, number: int) -> None:
        self.preview.go_to(number)
        self.scroll_to(self.preview)

    @Slot(object)
    def _on_data_rendered(self, rendered: RenderedRow | None) -> None:
        if rendered is None:
            self.preview.show_left_out()
        else:
            self.preview.show_row(rendered)

    @Slot(object)
    def _on_data_problem(self, problem: HoneError) -> None:
        if self._session.data.report is None:
            self.banner.clear_actions()
            self.banner.show_error(problem)
            if self._session.data.untrainable and self._session.library.current is not None:
                self.banner.add_action(
                    self.tr("Train on the chosen replies"), self._keep_chosen_replies, "check", "primary"
                )
        else:
            self.preview.show_nothing(problem)

    def _keep_chosen_replies(self) -> None:
        self._hide_banner()
        self._session.library.keep_chosen_replies(self.tr("Only the good replies are kept"))

    @Slot(object, float)
    def _on_held_out_chosen(self, path: Path | None, share: float) -> None:
        self._session.choose_held_out(path, share)
