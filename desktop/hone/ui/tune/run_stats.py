"""The big numbers of a run."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hone.domain.runs import HeldOut, Run, Step
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import amount_text, count_text, number_text, share_text, size_text, value_text
from hone.ui.kit.tokens import Space
from hone.ui.tune.stat_tile import StatTile

_ONE_ROW_FROM = 780


class RunStats(QWidget):
    """Six tiles, in one row where there is room, else in two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = StatTile(self.tr("Step"))
        self.loss = StatTile(self.tr("Training loss"))
        self.held_out = StatTile(self.tr("Held-out loss"))
        self.speed = StatTile(self.tr("Tokens per second"))
        self.time = StatTile(self.tr("Time left"))
        self.memory = StatTile(self.tr("Memory"))
        self._tiles = (self.step, self.loss, self.held_out, self.speed, self.time, self.memory)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        self._columns = 0
        self._base: HeldOut | None = None
        self._peak = 0
        self._arrange(6)

    def show_run(self, run: Run, last: Step | None) -> None:
        """Show where a run stands."""
        self._base, self._peak = run.base, 0
        for tile in self._tiles:
            tile.set_value("")
        if last is not None:
            self.show_step(last)
        elif run.steps:
            self.step.set_value(count_text(run.step), self._of(run.steps))
        if run.best is not None:
            self.show_held_out(run.best)

    def show_step(self, step: Step) -> None:
        """Show a step's numbers."""
        self._peak = max(self._peak, step.memory_bytes)
        self.step.set_value(
            count_text(step.step),
            self._of(step.steps) + "  ·  " + self.tr("epoch {n}").format(n=number_text(step.epoch, 1)),
        )
        self.loss.set_value(
            number_text(step.loss, 3),
            self.tr("rate {rate}").format(rate=value_text(float(f"{step.learning_rate:.1e}"))),
        )
        self.speed.set_value(amount_text(step.tokens_per_second))
        left = duration(step.seconds_left) if step.seconds_left > 0 else self.tr("none")
        self.time.set_value(left, self.tr("{time} so far").format(time=duration(step.seconds)))
        self.memory.set_value(
            size_text(step.memory_bytes), self.tr("peak {size}").format(size=size_text(self._peak))
        )

    def show_held_out(self, measured: HeldOut) -> None:
        """Show the newest held-out loss against the base's."""
        if measured.step == 0:
            self._base = measured
            self.held_out.set_value(number_text(measured.loss, 3), self.tr("the base model"))
            return
        note, tone = "", ""
        if self._base is not None and self._base.loss:
            change = measured.loss / self._base.loss - 1.0
            note = self.tr("{change} against base {base}").format(
                change=share_text(change, signed=True), base=number_text(self._base.loss, 3)
            )
            tone = "success" if change < 0 else "warning"
        self.held_out.set_value(number_text(measured.loss, 3), note, tone)

    def show_ended(self, run: Run) -> None:
        """Say how long it took, once nothing is left."""
        self.time.set_value(self.tr("none"), self.tr("{time} in all").format(time=duration(run.seconds)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(6 if event.size().width() >= _ONE_ROW_FROM else 3)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, index // columns, index % columns)
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _of(self, steps: int) -> str:
        return self.tr("of {steps}").format(steps=count_text(steps))
