"""What the trainer reports, as sentences for the event log."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hone.domain.generation import Progress
from hone.ipc.messages import Finished, WasStopped
from hone.ipc.training_messages import CheckpointSaved, HeldOutMeasured, TrainingFacts
from hone.ui.kit.quantities import amount_text, count_text, number_text, share_text, size_text


def sentence(event: object) -> str:
    """Say in a sentence what happened; empty for events that are shown elsewhere (each step)."""
    if isinstance(event, Progress):
        return event.note.strip()
    if isinstance(event, TrainingFacts):
        return facts_sentence(event)
    if isinstance(event, HeldOutMeasured):
        return _held_out(event)
    if isinstance(event, CheckpointSaved):
        text = QCoreApplication.translate("EventWords", "Checkpoint at step {step} saved ({size}).")
        return text.format(step=count_text(event.step), size=size_text(event.bytes))
    if isinstance(event, Finished):
        return QCoreApplication.translate("EventWords", "The run has finished.")
    if isinstance(event, WasStopped):
        return QCoreApplication.translate(
            "EventWords", "Stopped. The checkpoint is kept; the run can be resumed from it."
        )
    return ""


def facts_sentence(facts: TrainingFacts) -> str:
    """Say what is trained on what."""
    text = QCoreApplication.translate(
        "EventWords",
        "Training {adapter} of {all} parameters on {rows} rows ({tokens} trained tokens) with {device}; "
        "{held_out} rows are held out.",
    ).format(
        adapter=amount_text(facts.trainable_parameters),
        all=amount_text(facts.all_parameters),
        rows=count_text(facts.rows),
        tokens=amount_text(facts.trained_tokens),
        device=facts.device,
        held_out=count_text(facts.held_out_rows),
    )
    extra = ""
    if facts.rows_cut:
        extra += QCoreApplication.translate("EventWords", " {n} rows are cut to the context length.").format(
            n=count_text(facts.rows_cut)
        )
    if facts.rows_dropped:
        extra += QCoreApplication.translate("EventWords", " {n} rows cannot be used.").format(
            n=count_text(facts.rows_dropped)
        )
    if facts.resumed_from:
        extra += QCoreApplication.translate("EventWords", " Resumed from step {n}.").format(
            n=count_text(facts.resumed_from)
        )
    return text + extra


def _held_out(event: HeldOutMeasured) -> str:
    measured = event.held_out
    if measured.step == 0:
        text = QCoreApplication.translate(
            "EventWords", "The base model on the held-out rows: loss {loss}, token accuracy {accuracy}."
        )
    else:
        text = QCoreApplication.translate(
            "EventWords", "Step {step}: held-out loss {loss}, token accuracy {accuracy}."
        )
    return text.format(
        step=count_text(measured.step),
        loss=number_text(measured.loss, 3),
        accuracy=share_text(measured.token_accuracy, digits=1),
    )
