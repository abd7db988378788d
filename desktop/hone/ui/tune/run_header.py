"""The head of a run: its name, its state, and the button that its state allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.domain.runs import Run, RunState
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.text import Badge
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.tune.run_words import STATE_TONES, state_word, subject


class RunHeader(QWidget):
    """`stop` while a run trains here, `start` for one that was never started."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", Type.TITLE)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._badge = Badge()
        self._subject = ElidedLabel("", Type.CAPTION, "muted")
        self.stop = SecondaryButton(self.tr("Stop"), "stop")
        self.start = SecondaryButton(self.tr("Start"), "play")
        self.stop.setToolTip(
            self.tr("Saves a checkpoint, then ends. The run can be resumed from exactly there.")
        )
        words = column(spacing=2)
        words.addLayout(row(self._title, self._badge, None, spacing=Space.M))
        words.addWidget(self._subject)
        heading = row()
        heading.addLayout(words, 1)
        for button in (self.stop, self.start):
            button.hide()
            heading.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(heading)

    def show_run(self, run: Run, state: RunState) -> None:
        """Show a run that stands at `state`."""
        self._title.setText(run.name)
        self._badge.setText(state_word(state))
        self._badge.set_tone(STATE_TONES[state])
        self._subject.setText(subject(run))
        self.stop.setVisible(state is RunState.RUNNING)
        self.start.setVisible(state is RunState.CREATED)

    def show_stopping(self, live: bool, stopping: bool) -> None:
        """Say that a stop was asked for; asking again changes nothing."""
        self.stop.setEnabled(live and not stopping)
        self.stop.setText(self.tr("Stopping…") if stopping else self.tr("Stop"))
        self.stop.setAccessibleName(self.stop.text())
