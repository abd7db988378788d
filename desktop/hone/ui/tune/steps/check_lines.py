"""What the check says about a plan: one sentence per thing that was looked at."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from hone.domain.datasets import Report, TokenCounts
from hone.domain.forecast import Forecast
from hone.domain.memory import MemoryProspect
from hone.domain.models import Model
from hone.ipc.training_messages import Measured
from hone.ui.kit.quantities import count_text, size_text


class CheckLine(NamedTuple):
    """A sentence with its tone: success, warning or danger."""

    tone: str
    text: str


def data_lines(report: Report | None, counts: TokenCounts | None) -> list[CheckLine]:
    """Judge the rows."""
    lines: list[CheckLine] = []
    if report is not None and report.usable_rows < report.rows:
        text = QCoreApplication.translate(
            "CheckLines", "{n} of {rows} rows are left out because of problems."
        )
        left_out = report.rows - report.usable_rows
        lines.append(CheckLine("warning", text.format(n=count_text(left_out), rows=count_text(report.rows))))
    if counts is None:
        return lines
    if counts.refused_rows:
        text = QCoreApplication.translate("CheckLines", "{n} rows cannot be rendered: left out. {problem}")
        refused = text.format(n=count_text(counts.refused_rows), problem=counts.problem)
        lines.append(CheckLine("warning", refused.strip()))
    if counts.stop_token_trained:
        text = QCoreApplication.translate("CheckLines", "The stop token is trained: replies will end.")
        lines.append(CheckLine("success", text))
    else:
        text = QCoreApplication.translate(
            "CheckLines",
            "The stop token is not trained: replies may never end. Look at the preview of the rows.",
        )
        lines.append(CheckLine("danger", text))
    if counts.cut_rows:
        text = QCoreApplication.translate(
            "CheckLines",
            "{n} rows are longer than the context length and are cut; the end of them is not learned.",
        )
        lines.append(CheckLine("warning", text.format(n=count_text(counts.cut_rows))))
    else:
        text = QCoreApplication.translate("CheckLines", "Every row fits into the context length.")
        lines.append(CheckLine("success", text))
    return lines


def prospect_sentence(prospect: MemoryProspect | None) -> str:
    """Say that the chat's model is unloaded for the training; empty when it stays."""
    if prospect is None or prospect.fits_beside:
        return ""
    text = QCoreApplication.translate(
        "CheckLines",
        "The chat model {name} holds {size}. It is unloaded while this trains, and loaded again afterwards.",
    )
    return text.format(name=prospect.unloads, size=size_text(prospect.unloaded_bytes))


def model_lines(model: Model | None, context_length: int) -> list[CheckLine]:
    """Judge what the model says about itself."""
    lines: list[CheckLine] = []
    if model is None:
        return lines
    if model.context_length and context_length > model.context_length:
        text = QCoreApplication.translate(
            "CheckLines", "The context length is longer than the {n} tokens that this model was made for."
        )
        lines.append(CheckLine("warning", text.format(n=count_text(model.context_length))))
    if model.chat_template is None:
        text = QCoreApplication.translate(
            "CheckLines",
            "The model has no chat template: a plain one is used, in training and in chats with the result.",
        )
        lines.append(CheckLine("warning", text))
    return lines


def memory_line(forecast: Forecast, measured: Measured | None) -> CheckLine:
    """Say whether it fits."""
    need = max(forecast.peak_bytes, measured.peak_memory_bytes if measured else 0)
    values = {"need": size_text(need), "free": size_text(forecast.free_bytes)}
    if need <= forecast.free_bytes:
        text = QCoreApplication.translate("CheckLines", "It fits: {need} of {free} free memory.")
        return CheckLine("success", text.format(**values))
    text = QCoreApplication.translate("CheckLines", "It does not fit: {need} are needed, {free} are free.")
    return CheckLine("danger", text.format(**values))


def disk_line(forecast: Forecast) -> CheckLine:
    """Say whether checkpoints and adapter have room."""
    values = {"need": size_text(forecast.disk_bytes), "free": size_text(forecast.disk_free_bytes)}
    if forecast.fits_disk:
        text = QCoreApplication.translate(
            "CheckLines", "Checkpoints and adapter take {need}; {free} are free on the disk."
        )
        return CheckLine("success", text.format(**values))
    text = QCoreApplication.translate(
        "CheckLines", "The disk is too full: checkpoints and adapter take {need}, {free} are free."
    )
    return CheckLine("danger", text.format(**values))


def run_seconds(forecast: Forecast, measured: Measured | None, evaluations: int) -> float | None:
    """Reckon how long the run takes from what was measured; None before."""
    if measured is None:
        return forecast.seconds
    steps = forecast.steps * measured.seconds_per_step
    return measured.load_seconds + steps + evaluations * measured.evaluation_seconds
