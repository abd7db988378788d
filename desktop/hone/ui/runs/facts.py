"""What is known of one run, or of several beside each other: results first, then the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hone.domain.run_comparison import RunComparison
from hone.domain.run_table import RunColumn, RunRow, RunSize
from hone.ui.kit.card import Line, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import count_text, day_text, number_text, share_text, size_text, time_text
from hone.ui.kit.text import CaptionLabel, Label, OverlineLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.runs.colours import RunMark
from hone.ui.runs.words import NOTHING, cell_text, column_title, entry_label, entry_value, steps_text
from hone.ui.tune.run_words import STATE_TONES, state_word

Values = Sequence[str]


class FactGrid(QWidget):
    """A line per fact, a column per run. Of several runs only what differs in their plans is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: dict[str, tuple[str, ...]] = {}
        self._body: QWidget | None = None
        self._layout = column(self)

    def show_comparison(self, comparison: RunComparison, sizes: dict[str, RunSize]) -> None:
        """Show runs; `sizes` are those that were counted."""
        self.told = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS + 2)
        rows = comparison.rows
        if len(rows) > 1:
            self._add_names(grid, rows)
        self._add_results(grid, rows, sizes)
        self._add_plan(grid, comparison)
        grid.setColumnStretch(0, 2 if len(rows) == 1 else 3)
        for place in range(len(rows)):
            grid.setColumnStretch(place + 1, 3 if len(rows) == 1 else 4)
        grid.setRowStretch(grid.rowCount(), 1)
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.addWidget(body)

    def _add_names(self, grid: QGridLayout, rows: Sequence[RunRow]) -> None:
        for place, run in enumerate(rows):
            name = ElidedLabel(run.name, Type.STRONG)
            cell = QWidget()
            cell.setLayout(row(RunMark(place), name, spacing=Space.XS + 2))
            grid.addWidget(cell, 0, place + 1)
        self._add_line(grid)

    def _add_results(self, grid: QGridLayout, rows: Sequence[RunRow], sizes: dict[str, RunSize]) -> None:
        losses = [run.best.loss if run.best is not None else None for run in rows]
        known = [loss for loss in losses if loss is not None]
        best = min(known) if len(known) > 1 and min(known) < max(known) else None
        tones = ["success" if best is not None and loss == best else "" for loss in losses]
        states = [state_word(run.state) for run in rows]
        self._add(grid, self.tr("State"), states, [STATE_TONES[run.state] for run in rows])
        scores = [_score(run) for run in rows]
        self._add(grid, self.tr("Best held-out loss"), scores, tones, strong=True)
        self._add(grid, self.tr("Against the base model"), [cell_text(run, RunColumn.CHANGE) for run in rows])
        accuracy = [share_text(run.best.token_accuracy) if run.best is not None else NOTHING for run in rows]
        self._add(grid, self.tr("Token accuracy"), accuracy)
        reached = [count_text(run.best.step) if run.best is not None else NOTHING for run in rows]
        self._add(grid, self.tr("Best step"), reached)
        self._add(grid, self.tr("Steps"), [steps_text(run) for run in rows])
        self._add(grid, column_title(RunColumn.TIME), [cell_text(run, RunColumn.TIME) for run in rows])
        found = [sizes.get(run.id) for run in rows]
        self._add(grid, self.tr("Adapter"), [_size(size.adapter_bytes if size else 0) for size in found])
        self._add(grid, self.tr("On disk"), [size_text(size.disk_bytes) if size else "…" for size in found])
        saved = [count_text(size.checkpoints) if size is not None else "…" for size in found]
        self._add(grid, self.tr("Checkpoints"), saved)
        made = [f"{day_text(run.created_at)}, {time_text(run.created_at)}" for run in rows]
        self._add(grid, self.tr("Made"), made)

    def _add_plan(self, grid: QGridLayout, comparison: RunComparison) -> None:
        several = len(comparison.rows) > 1
        self._add_line(grid)
        entries = comparison.differences if several else comparison.entries
        title = self.tr("What differs in the plans") if several else self.tr("The plan")
        grid.addWidget(OverlineLabel(title), grid.rowCount(), 0, 1, len(comparison.rows) + 1)
        if several and not entries:
            said = self.tr("Nothing: these runs have the same plan.")
            grid.addWidget(CaptionLabel(said, "muted"), grid.rowCount(), 0, 1, len(comparison.rows) + 1)
        for entry in entries:
            values = [entry_value(entry, value) for value in entry.values]
            if several or entry.values[0] is not None:
                self._add(grid, entry_label(entry), values)

    def _add_line(self, grid: QGridLayout) -> None:
        grid.addWidget(Line(), grid.rowCount(), 0, 1, -1)

    def _add(
        self,
        grid: QGridLayout,
        label: str,
        values: Values,
        tones: Sequence[str] = (),
        strong: bool = False,
    ) -> None:
        place = grid.rowCount()
        self.told[label] = tuple(values)
        name = Label(label, Type.CAPTION, "muted", wrap=True)
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        for number, value in enumerate(values):
            style = Type.STRONG if strong else Type.CAPTION
            shown = Label(_breakable(value), style, tones[number] if tones else "", wrap=True)
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            shown.setMinimumWidth(48)
            shown.set_selectable()
            shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            shown.setAccessibleName(f"{label}: {value}")
            grid.addWidget(shown, place, number + 1, Qt.AlignmentFlag.AlignTop)


def _score(run: RunRow) -> str:
    if run.best is None:
        return NOTHING
    if run.untrained is None:
        return number_text(run.best.loss, 3)
    return f"{number_text(run.untrained.loss, 3)} → {number_text(run.best.loss, 3)}"


def _size(count: int) -> str:
    return size_text(count) if count else NOTHING


def _breakable(text: str) -> str:
    """Let paths break behind a slash: a column is narrow."""
    return text.replace("/", "/\u200b")
