"""Below the form and the drafts: what would be drafted, or how far it is, with Start and Stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hone.domain.row_drafts import DraftProgress
from hone.ui.data.drafting.words import compared_words, pace_words
from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import Line, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class RunBar(QWidget):
    """`start_requested` and `stop_requested`; one of the two buttons is shown."""

    start_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = PrimaryButton(self.tr("Draft rows"), "sparkle")
        self.stop = SecondaryButton(self.tr("Stop"), "stop")
        self._note = ElidedLabel(style=Type.STRONG)
        self._pace = ElidedLabel(style=Type.CAPTION, tone="muted")
        self._compared = CaptionLabel("", "faint", wrap=False)
        self._bar = SlimBar(self.tr("Drafting"))
        self.start.clicked.connect(self.start_requested)
        self.stop.clicked.connect(self.stop_requested)
        words = column(spacing=0)
        words.addWidget(self._note)
        words.addWidget(self._pace)
        line = row(None, self._compared, self.start, self.stop, spacing=Space.M)
        line.takeAt(0)
        line.insertLayout(0, words, 1)
        line.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        inside = column(self, spacing=0)
        inside.addWidget(Line())
        inside.addWidget(self._bar)
        inside.addLayout(line)
        self.show_idle("", "")

    def show_idle(self, summary: str, missing: str) -> None:
        """Say what would be drafted, or what must be given before."""
        self._note.setText(missing or summary)
        self._note.set_tone("muted" if missing else "")
        self._pace.setText("")
        self._pace.hide()
        self._compared.hide()
        self._bar.hide()
        self.start.show()
        self.start.setEnabled(not missing)
        self.stop.hide()

    def show_progress(self, note: str, progress: DraftProgress | None) -> None:
        """Say how far it is."""
        self._note.setText(note)
        self._note.set_tone("")
        self._pace.setText(pace_words(progress) if progress is not None else "")
        self._pace.setVisible(progress is not None)
        compared = compared_words(progress) if progress is not None else ""
        self._compared.setText(compared)
        self._compared.setVisible(bool(compared))
        self._bar.show()
        share = progress.made / progress.wanted if progress is not None and progress.made else None
        self._bar.set_share(share)
        self.start.hide()
        self.stop.show()
        self.stop.setEnabled(True)

    def show_stopping(self) -> None:
        """Say that it is being stopped."""
        self._note.setText(self.tr("Stopping…"))
        self.stop.setEnabled(False)
