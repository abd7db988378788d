"""The table of runs and what is compared, in words."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from hone.domain.fields import Value
from hone.domain.run_comparison import PlanEntry
from hone.domain.run_table import RunColumn, RunRow
from hone.tuning.methods import METHODS
from hone.ui.declared_texts import field_words, method_text
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import count_text, number_text, share_text, size_text, value_text
from hone.ui.tune.run_words import age, state_word

NOTHING = "–"
NUMBERS = frozenset(
    {RunColumn.SCORE, RunColumn.CHANGE, RunColumn.STEPS, RunColumn.TIME, RunColumn.SIZE, RunColumn.DISK}
)


def column_title(column: RunColumn) -> str:
    """Name a column."""
    return {
        RunColumn.NAME: QCoreApplication.translate("RunTableWords", "Name"),
        RunColumn.STATE: QCoreApplication.translate("RunTableWords", "State"),
        RunColumn.BASE: QCoreApplication.translate("RunTableWords", "Base model"),
        RunColumn.DATA: QCoreApplication.translate("RunTableWords", "Data set"),
        RunColumn.METHOD: QCoreApplication.translate("RunTableWords", "Method"),
        RunColumn.SCORE: QCoreApplication.translate("RunTableWords", "Held-out loss"),
        RunColumn.CHANGE: QCoreApplication.translate("RunTableWords", "Change"),
        RunColumn.STEPS: QCoreApplication.translate("RunTableWords", "Steps"),
        RunColumn.TIME: QCoreApplication.translate("RunTableWords", "Time"),
        RunColumn.SIZE: QCoreApplication.translate("RunTableWords", "Adapter"),
        RunColumn.DISK: QCoreApplication.translate("RunTableWords", "On disk"),
        RunColumn.MADE: QCoreApplication.translate("RunTableWords", "Made"),
    }[column]


def column_hint(column: RunColumn) -> str:
    """Say what a column holds where its title leaves that open."""
    return {
        RunColumn.SCORE: QCoreApplication.translate(
            "RunTableWords",
            "The lowest loss on the held-out rows, in nats per trained token: less is better.",
        ),
        RunColumn.CHANGE: QCoreApplication.translate(
            "RunTableWords", "How the held-out loss changed from the untrained model to the best step."
        ),
        RunColumn.TIME: QCoreApplication.translate("RunTableWords", "How long it has trained."),
        RunColumn.SIZE: QCoreApplication.translate(
            "RunTableWords", "The size of the adapter that came of it."
        ),
        RunColumn.DISK: QCoreApplication.translate(
            "RunTableWords", "What the run's folder takes on the disk, with its checkpoints."
        ),
    }.get(column, "")


def cell_text(row: RunRow, column: RunColumn) -> str:
    """Write a cell; what is not known, or not counted yet, is a dash."""
    plain = {RunColumn.NAME: row.name, RunColumn.BASE: row.base, RunColumn.DATA: row.data}
    if column in plain:
        return plain[column]
    if column is RunColumn.STATE:
        return state_word(row.state)
    if column is RunColumn.METHOD:
        return method_word(row.method).partition(" (")[0]
    if column is RunColumn.SCORE:
        return number_text(row.best.loss, 3) if row.best is not None else NOTHING
    if column is RunColumn.CHANGE:
        return share_text(row.change, signed=True) if row.change is not None else NOTHING
    if column is RunColumn.STEPS:
        return steps_text(row)
    if column is RunColumn.TIME:
        return duration(row.seconds) if row.seconds else NOTHING
    if column is RunColumn.SIZE:
        return size_text(row.adapter_bytes) if row.adapter_bytes else NOTHING
    if column is RunColumn.DISK:
        return size_text(row.disk_bytes) if row.disk_bytes is not None else "…"
    return age(row.created_at)


def steps_text(row: RunRow) -> str:
    """Write how far a run came: "40", or "12 of 40"."""
    if not row.steps:
        return NOTHING
    if row.step == row.steps:
        return count_text(row.step)
    of = QCoreApplication.translate("RunTableWords", "{0} of {1}")
    return of.replace("{0}", count_text(row.step)).replace("{1}", count_text(row.steps))


def method_word(name: str) -> str:
    """Return the label of a tuning method; one that this Hone does not know stays as it is."""
    known = next((method for method in METHODS if method.name == name), None)
    return method_text(known.label) if known is not None else name


def entry_label(entry: PlanEntry) -> str:
    """Name a key of a plan."""
    if entry.field is not None:
        return field_words(entry.field).label
    return {
        "base.model": QCoreApplication.translate("RunTableWords", "Base model"),
        "data.train": QCoreApplication.translate("RunTableWords", "Data set"),
        "data.part": QCoreApplication.translate("RunTableWords", "Part of the data"),
        "data.format": QCoreApplication.translate("RunTableWords", "Shape of the rows"),
        "data.columns": QCoreApplication.translate("RunTableWords", "Columns"),
        "data.held_out": QCoreApplication.translate("RunTableWords", "Held-out file"),
        "data.held_out_share": QCoreApplication.translate("RunTableWords", "Held-out share"),
        "data.seed": QCoreApplication.translate("RunTableWords", "Seed of the held-out rows"),
        "method.name": QCoreApplication.translate("RunTableWords", "Method"),
    }.get(entry.path, entry.path.rpartition(".")[2])


def entry_value(entry: PlanEntry, value: Value | None) -> str:
    """Write the value of a key."""
    if value is None:
        return NOTHING
    if entry.path == "method.name":
        return method_word(str(value))
    if entry.path == "data.held_out_share" and isinstance(value, float):
        return share_text(value)
    if entry.path == "data.held_out" and not entry.differs:
        return PurePath(str(value)).name
    if isinstance(value, bool):
        yes = QCoreApplication.translate("RunTableWords", "yes")
        return yes if value else QCoreApplication.translate("RunTableWords", "no")
    unit = field_words(entry.field).unit if entry.field is not None else ""
    return f"{value_text(value)} {unit}".strip()
