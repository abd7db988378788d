"""The wizard: steps at the left, the open step at the right, the way on below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hone.domain.runs import Run
from hone.errors import HoneError
from hone.tuning.draft import Draft
from hone.tuning.methods import find_method
from hone.ui.declared_texts import method_text
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import column
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.run_view import RunView
from hone.ui.tune.session import TuneSession
from hone.ui.tune.start_page import StartPage
from hone.ui.tune.step_list import StepList
from hone.ui.tune.step_order import STEPS, StepOrder, step_name
from hone.ui.tune.steps.base_step import BaseStep
from hone.ui.tune.steps.check_step import CheckStep
from hone.ui.tune.steps.data_step import DataStep
from hone.ui.tune.steps.method_step import MethodStep
from hone.ui.tune.steps.run_step import ReadyPage
from hone.ui.tune.steps.step_page import WIDEST


class Wizard(QWidget):
    """Walks over a session. `start_requested` when a run is to be made of the plan."""

    start_requested = Signal()
    sample_requested = Signal()
    sample_data_requested = Signal()
    columns_requested = Signal(str)
    left = Signal()

    def __init__(
        self, session: TuneSession, format_labels: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.order = StepOrder(session)
        self._run: Run | None = None
        self.start = StartPage()
        self.base = BaseStep(session.models)
        self.data = DataStep(session, format_labels)
        self.method = MethodStep(session)
        self.check = CheckStep(session)
        self.ready = ReadyPage(session)
        self.run_view: RunView | None = None
        self.list = StepList([(step, step_name(step)) for step in STEPS])
        self.banner = MessageBanner()
        self._stack = QStackedWidget()
        for page in (self.start, self.base, self.data, self.method, self.check, self.ready):
            self._stack.addWidget(page)
        self._pages = {"": self.start, "base": self.base, "data": self.data}
        self._pages |= {"method": self.method, "check": self.check, "run": self.ready}
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def step(self) -> str:
        """The open step; empty on the start page."""
        return self.order.current

    @property
    def has_run(self) -> bool:
        """Whether a run was made of the plan."""
        return self._run is not None

    def show_start(self, draft: Draft) -> None:
        """Show the start page, with the way back into `draft`."""
        self._run = None
        self.order.current = ""
        self.start.show_draft(draft)
        self._stack.setCurrentWidget(self.start)
        self._show_state()

    def begin(self, draft: Draft, step: str = "base") -> None:
        """Walk from these choices, at `step` when it may be opened already."""
        self._run = None
        self.session.begin(draft)
        self.ready.setEnabled(True)
        self.open_step("base")
        self._wanted = step

    @Slot(str)
    def open_step(self, step: str) -> None:
        """Open a step, if what comes before it is settled."""
        previous = self.order.current
        if not self.order.open(step):
            return
        if previous == "check" and step != "check":
            self.check.left()
        self._wanted = ""
        self.banner.hide()
        page = self._pages[step]
        if step == "run" and self._run is not None and self.run_view is not None:
            page = self.run_view
        self._stack.setCurrentWidget(page)
        if hasattr(page, "entered"):
            page.entered()
        self.session.keep()
        self._show_state()

    def attach_run_view(self, view: RunView) -> None:
        """Give the view of the run; it is made when the first run starts."""
        self.run_view = view
        self._stack.addWidget(view)

    def show_run(self, run: Run) -> None:
        """Show the run that was made of the plan."""
        assert self.run_view is not None
        self._run = run
        self.run_view.show_run(run.id)
        self.open_step("run")

    def show_problem(self, problem: HoneError) -> None:
        """Say why no run could be made."""
        self.banner.show_error(problem)

    def _lay_out(self) -> None:
        self.back_button = GhostButton(self.tr("Back"), "arrow-left")
        self.continue_button = PrimaryButton(self.tr("Continue"))
        self._reason = CaptionLabel("", wrap=False)
        self._footer = QWidget()
        self._footer.setMaximumWidth(WIDEST)
        footer = QHBoxLayout(self._footer)
        footer.setContentsMargins(Space.XL, Space.M, Space.XXL, Space.M)
        footer.setSpacing(Space.M)
        footer.addWidget(self.back_button)
        footer.addStretch(1)
        footer.addWidget(self._reason)
        footer.addWidget(self.continue_button)
        over = column(margin=0)
        over.setContentsMargins(Space.XXL, Space.M, Space.XXL, 0)
        over.addWidget(self.banner)
        right = column(spacing=0)
        right.addLayout(over)
        right.addWidget(self._stack, 1)
        right.addWidget(self._footer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)
        self._wanted = ""

    def _connect(self) -> None:
        self.list.step_chosen.connect(self.open_step)
        self.list.left.connect(self.left)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.continue_button.clicked.connect(self._on_continue_clicked)
        self.start.sample_requested.connect(self.sample_requested)
        self.data.sample_requested.connect(self.sample_data_requested)
        self.data.columns_requested.connect(self.columns_requested)
        self.ready.start_requested.connect(self.start_requested)
        self.session.changed.connect(self._on_session_changed)
        self.session.models.chosen.connect(self._on_session_changed)
        self.session.problem_found.connect(self.show_problem)
        self.session.draft_loaded.connect(self._on_draft_loaded)

    @Slot()
    def _on_session_changed(self) -> None:
        if self._wanted and self._wanted != self.order.current and self.order.may_open(self._wanted):
            self.open_step(self._wanted)
        self._show_state()

    @Slot()
    def _on_draft_loaded(self) -> None:
        self.start.show_draft(self.session.draft)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.open_step(self.order.before(self.order.current))

    @Slot()
    def _on_continue_clicked(self) -> None:
        self.open_step(self.order.after(self.order.current))

    def _show_state(self) -> None:
        current, running = self.order.current, self._run is not None
        for step in STEPS:
            self.list.item(step).show_state(
                step == current,
                bool(current) and (self.order.done(step) or (running and step != "run")),
                bool(current) and not (running and step != "run") and self.order.may_open(step),
                self._summary(step) if current else "",
            )
        self._footer.setVisible(bool(current) and not running)
        if not current or running:
            self.list.set_note(self.tr("The run has begun; its plan is settled.") if running else "")
            return
        self.list.set_note(self.tr("Your choices are kept when you leave."))
        missing = self.order.missing(current)
        self.back_button.setEnabled(bool(self.order.before(current)))
        self.continue_button.setVisible(current != "run")
        self.continue_button.setEnabled(not missing)
        self._reason.setText(missing)
        self._show_continue(current)

    def _show_continue(self, current: str) -> None:
        forecast = self.session.plan.forecast
        doubtful = current == "check" and forecast is not None
        unfit = doubtful and not (forecast.fits_memory and forecast.fits_disk)  # type: ignore[union-attr]
        self.continue_button.setText(self.tr("Continue anyway") if unfit else self.tr("Continue"))
        self.continue_button.setAccessibleName(self.continue_button.text())

    def _summary(self, step: str) -> str:
        session = self.session
        if step == "base" and session.models.current is not None:
            return session.models.current.name
        if step == "data" and session.data.path is not None:
            current = session.library.current
            return current.name if current is not None else session.data.path.name
        if step == "method" and "method" in self.order.visited:
            return method_text(find_method(session.draft.method.name).label)
        return ""
