"""What is being done now, below everything: a sentence, a bar, the time left, and Stop."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from hone.ui.data.work import LongWork
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Line, column, row
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

_SHOW_AFTER_MS = 500


class WorkStrip(QWidget):
    """Hidden while nothing runs, and for the first half second of what does."""

    def __init__(self, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.view = ProgressView(self.tr("Progress"))
        self.stop = GhostButton(self.tr("Stop"), "stop")
        self.stop.clicked.connect(work.stop)
        self._count = CaptionLabel("", wrap=False)
        line = row(self.view, self._count, self.stop, spacing=Space.M)
        line.setStretch(0, 1)
        line.setContentsMargins(Space.XL, Space.S, Space.L, Space.S)
        layout = column(self, spacing=0)
        layout.addWidget(Line())
        layout.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOW_AFTER_MS)
        self._timer.timeout.connect(self._show_now)
        work.changed.connect(self._on_work_changed)
        self.hide()

    @Slot()
    def _on_work_changed(self) -> None:
        if not self._work.note:
            self._timer.stop()
            self.hide()
        elif self.isHidden() and not self._timer.isActive():
            self._timer.start()
        elif not self.isHidden():
            self._fill()

    @Slot()
    def _show_now(self) -> None:
        if self._work.note:
            self._fill()
            self.show()

    def _fill(self) -> None:
        """The note stays the same while it runs: the time left is reckoned from its beginning."""
        work = self._work
        self.view.set_progress(work.note, work.done, work.total)
        said = ""
        if work.done and work.total:
            said = self.tr("{0} of {1} rows").replace("{0}", count_text(work.done))
            said = said.replace("{1}", count_text(work.total))
        elif work.done:
            said = self.tr("{0} rows").replace("{0}", count_text(work.done))
        self._count.setText(said)
