"""What stopped a run, what to do about it, and the button that goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hone.domain.runs import Run, RunState
from hone.errors import HoneError
from hone.ui.kit.message_banner import MessageBanner


class WayOn(MessageBanner):
    """A banner with Resume."""

    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(dismissable=False, parent=parent)

    def show_ended(self, run: Run, problem: HoneError | None) -> None:
        """Show why a run that was not finished has ended; `problem` is what was raised just now."""
        message, hint, detail = run.problem, run.hint, ""
        if problem is not None:
            message, hint, detail = problem.message, problem.hint, problem.detail
        if not message:
            stopped = self.tr("The run was stopped at step {step} of {steps}.")
            message = stopped.format(step=run.step, steps=run.steps)
            hint = hint or self.tr("Its last checkpoint is kept; resume goes on from there.")
        self.clear_actions()
        self.add_action(self.tr("Resume"), self.resume_requested.emit, "play", "primary")
        self.show_message("danger" if run.state is RunState.FAILED else "warning", message, hint, detail)

    def show_busy(self) -> None:
        """Say that another run has to end first."""
        self.clear_actions()
        hint = self.tr("Resume this one when that has ended.")
        self.show_message("warning", self.tr("Another run is training."), hint)
