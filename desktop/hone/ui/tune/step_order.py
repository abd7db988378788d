"""Which steps are done and which may be opened: `tuning.flow`, and what the services found out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hone.tuning.flow import WizardFlow
from hone.ui.tune.session import TuneSession

STEPS = ("base", "data", "method", "check", "run")


def step_name(key: str) -> str:
    """Name a step."""
    return {
        "base": QCoreApplication.translate("Steps", "Base model"),
        "data": QCoreApplication.translate("Steps", "Data"),
        "method": QCoreApplication.translate("Steps", "Method"),
        "check": QCoreApplication.translate("Steps", "Check"),
        "run": QCoreApplication.translate("Steps", "Run"),
    }[key]


class StepOrder:
    """The wizard's flow, and beside it what only the session knows: whether the data can be used."""

    def __init__(self, session: TuneSession) -> None:
        self._session = session
        self.current = ""

    @property
    def _flow(self) -> WizardFlow:
        return self._session.plan.choices.flow

    def open(self, step: str) -> bool:
        """Open a step when it may be opened; whether it was."""
        if not self.may_open(step):
            return False
        self._flow.open(step)
        self.current = step
        return True

    def may_open(self, step: str) -> bool:
        """Whether a step was open before, or all that comes before it is settled."""
        if not self._flow.can_open(step):
            return False
        if step in self.visited and step != "run":
            return True
        return not any(self.missing(earlier) for earlier in STEPS[: STEPS.index(step)])

    @property
    def visited(self) -> frozenset[str]:
        """The steps that were open before."""
        return self._flow.visited

    def missing(self, step: str) -> str:
        """Say what a step still needs before one can go on; empty when nothing."""
        session = self._session
        if step == "base" and session.models.current is None:
            return QCoreApplication.translate("Steps", "Choose a base model.")
        if step == "data" and session.data.path is None:
            return QCoreApplication.translate("Steps", "Choose a data file.")
        if step == "data" and session.data.inspecting:
            return QCoreApplication.translate("Steps", "The file is being looked at.")
        if step == "data" and not session.data.usable:
            return QCoreApplication.translate("Steps", "This file has no rows that can be trained on.")
        problem = self._flow.problem(step)
        return problem.message if problem is not None else ""

    def done(self, step: str) -> bool:
        """Whether a step was seen and needs nothing more."""
        until = STEPS[: STEPS.index(step) + 1]
        return step in self.visited and step != "run" and not any(self.missing(each) for each in until)

    def after(self, step: str) -> str:
        """Return the step that follows; empty after the last."""
        place = STEPS.index(step) + 1
        return STEPS[place] if place < len(STEPS) else ""

    def before(self, step: str) -> str:
        """Return the step in front; empty before the first."""
        place = STEPS.index(step)
        return STEPS[place - 1] if place else ""
