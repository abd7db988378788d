"""What came of a run, in a sentence that does not flatter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hone.domain.runs import Run
from hone.ui.kit.quantities import share_text
from hone.ui.tune.run_words import relative_change

REAL_CHANGE = 0.02


def verdict_tone(run: Run) -> str:
    """Return success, warning or neutral."""
    change = relative_change(run)
    if change is None:
        return ""
    return "success" if change < -REAL_CHANGE else "warning"


def verdict_title(run: Run) -> str:
    """Say whether the run helped."""
    change = relative_change(run)
    if change is None:
        return QCoreApplication.translate("Verdict", "Your adapter is ready")
    if change < -REAL_CHANGE:
        return QCoreApplication.translate(
            "Verdict", "It learned: {n} less loss on rows it has never seen"
        ).format(n=share_text(-change))
    if change > REAL_CHANGE:
        return QCoreApplication.translate("Verdict", "It got worse on rows it has never seen")
    return QCoreApplication.translate("Verdict", "No real change on rows it has never seen")


def verdict_advice(run: Run) -> str:
    """Say what to make of it."""
    change = relative_change(run)
    if change is None:
        return QCoreApplication.translate(
            "Verdict",
            "There was no held-out measurement, so whether it helped shows only when you chat with it.",
        )
    if change < -REAL_CHANGE and _guesses_worse(run):
        return QCoreApplication.translate(
            "Verdict",
            "Yet it guesses fewer tokens exactly than before: it has only begun to learn. Train longer.",
        )
    if change < -REAL_CHANGE:
        return QCoreApplication.translate(
            "Verdict",
            "The model now finds such replies likelier. Chat with it to hear whether they are good.",
        )
    if change > REAL_CHANGE:
        return QCoreApplication.translate(
            "Verdict", "Try a lower learning rate or fewer epochs, and look at the preview of the rows again."
        )
    return QCoreApplication.translate(
        "Verdict", "Try more rows, more epochs or a higher learning rate; or the base may already know this."
    )


def _guesses_worse(run: Run) -> bool:
    return run.best is not None and run.base is not None and run.best.token_accuracy < run.base.token_accuracy
