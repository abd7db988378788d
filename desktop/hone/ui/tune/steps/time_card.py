"""Time in the check: measured with a few real steps, not guessed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.domain.forecast import Forecast
from hone.domain.generation import Progress
from hone.domain.plan import Plan
from hone.ui.kit.buttons import GhostButton, SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.progress import ProgressView, duration
from hone.ui.kit.quantities import count_text, number_text, size_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.measurement import Measurement
from hone.ui.tune.stat_tile import StatTile
from hone.ui.tune.steps.check_lines import run_seconds


class TimeCard(Card):
    """Steps, time per step, whole time, disk. `cancel_requested`, `measure_requested`."""

    cancel_requested = Signal()
    measure_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.XL, Space.S, parent)
        self.banner = MessageBanner()
        self.time = StatTile(self.tr("Time"))
        self.steps = StatTile(self.tr("Steps"))
        self.pace = StatTile(self.tr("One step"))
        self.disk = StatTile(self.tr("Disk"))
        self._progress = ProgressView(self.tr("Measuring"))
        self._cancel = GhostButton(self.tr("Cancel"), "x")
        self._measure = SecondaryButton(self.tr("Measure"), "timer")
        self._note = CaptionLabel("")
        self._cancel.clicked.connect(self.cancel_requested)
        self._measure.clicked.connect(self.measure_requested)
        tiles = QHBoxLayout()
        tiles.setSpacing(Space.S)
        for tile in (self.time, self.steps, self.pace, self.disk):
            tiles.addWidget(tile)
        working = row(self._progress, self._cancel)
        working.setStretch(0, 1)
        self.body.addLayout(row(HeadingLabel(self.tr("Time and disk")), None, self._measure))
        self.body.addWidget(self._note)
        self.body.addWidget(self.banner)
        self.body.addLayout(working)
        self.body.addLayout(tiles)

    def show_progress(self, progress: Progress) -> None:
        """Show what the measuring trainer does."""
        self._progress.set_progress(progress.note, progress.done, progress.total)

    def show_state(self, plan: Plan | None, forecast: Forecast | None, measurement: Measurement) -> None:
        """Show what is known."""
        measured = measurement.result
        self._progress.setVisible(measurement.busy)
        self._cancel.setVisible(measurement.busy)
        self._measure.setVisible(not measurement.busy and plan is not None)
        self._measure.setText(self.tr("Measure again") if measured else self.tr("Measure"))
        self._note.setText(self._words(measurement))
        if plan is None or forecast is None:
            return
        seconds = run_seconds(forecast, measured, plan.training.evaluations)
        self.time.set_value(
            duration(seconds) if seconds else "", self.tr("from measured steps") if measured else ""
        )
        self.steps.set_value(
            count_text(forecast.steps),
            self.tr("{n} rows each").format(n=count_text(plan.training.effective_batch)),
        )
        self.pace.set_value(
            f"{number_text(measured.seconds_per_step, 2)} s" if measured else "",
            self.tr("loading {time}").format(time=duration(measured.load_seconds)) if measured else "",
        )
        self.disk.set_value(
            size_text(forecast.disk_bytes),
            self.tr("of {n} free").format(n=size_text(forecast.disk_free_bytes)),
        )

    def _words(self, measurement: Measurement) -> str:
        if measurement.busy:
            return self.tr(
                "Hone runs a few real steps to know, instead of guessing. Nothing of them is kept."
            )
        if measurement.result is not None:
            return self.tr("Measured with a few real steps on this machine.")
        return self.tr("Not measured. Time is known once a few real steps have run.")
