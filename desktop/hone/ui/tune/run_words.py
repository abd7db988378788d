"""Runs in words: their state, their result, their place."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from hone.domain.runs import Run, RunState
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import day_text, number_text

STATE_TONES = {
    RunState.CREATED: "",
    RunState.RUNNING: "accent",
    RunState.STOPPED: "warning",
    RunState.INTERRUPTED: "warning",
    RunState.FAILED: "danger",
    RunState.FINISHED: "success",
}
RESUMABLE = frozenset({RunState.STOPPED, RunState.INTERRUPTED, RunState.FAILED})


def state_word(state: RunState) -> str:
    """Name a state."""
    return {
        RunState.CREATED: QCoreApplication.translate("RunWords", "Not started"),
        RunState.RUNNING: QCoreApplication.translate("RunWords", "Running"),
        RunState.STOPPED: QCoreApplication.translate("RunWords", "Stopped"),
        RunState.INTERRUPTED: QCoreApplication.translate("RunWords", "Interrupted"),
        RunState.FAILED: QCoreApplication.translate("RunWords", "Failed"),
        RunState.FINISHED: QCoreApplication.translate("RunWords", "Finished"),
    }[state]


def subject(run: Run) -> str:
    """Say what is trained on what."""
    train = run.plan.data.train
    # Versions of data sets have numbers for names; the folder above says whose version it is.
    data = f"{train.parent.parent.name}/{train.name}" if train.parent.name == "versions" else train.name
    return f"{run.plan.base.model.name}  ·  {data}"


def loss_change(run: Run) -> str:
    """Say how the held-out loss changed, or that it is not known yet."""
    if run.best is None:
        return QCoreApplication.translate("RunWords", "not measured yet")
    if run.base is None:
        return number_text(run.best.loss, 3)
    return f"{number_text(run.base.loss, 3)} → {number_text(run.best.loss, 3)}"


def relative_change(run: Run) -> float | None:
    """Return the change of the held-out loss as a share of the base's; negative is better."""
    if run.best is None or run.base is None or not run.base.loss:
        return None
    return run.best.loss / run.base.loss - 1.0


def when(run: Run) -> str:
    """Say when the run was made and how long it trained."""
    made = age(run.created_at)
    return f"{made}  ·  {duration(run.seconds)}" if run.seconds else made


def age(moment: datetime) -> str:
    """Say how long ago something was."""
    minutes = int((datetime.now(UTC) - moment).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("RunWords", "just now")
    if minutes < 60:
        return QCoreApplication.translate("RunWords", "{n} min ago").format(n=minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("RunWords", "{n} h ago").format(n=minutes // 60)
    if minutes < 2 * 24 * 60:
        return QCoreApplication.translate("RunWords", "yesterday")
    if minutes < 14 * 24 * 60:
        return QCoreApplication.translate("RunWords", "{n} days ago").format(n=minutes // (24 * 60))
    return day_text(moment)
