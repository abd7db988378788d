"""What happened in a run, as sentences; the trainer's own log is folded away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.quantities import time_text
from hone.ui.kit.text import HeadingLabel
from hone.ui.kit.tokens import Space

_MOST_SENTENCES = 2000
_REFRESH_MILLISECONDS = 2000


class EventLog(Card):
    """Sentences with their time. `log_wanted` asks for the raw log while it is unfolded."""

    log_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self._sentences = self._text_box(self.tr("What happened"))
        self._sentences.setMaximumBlockCount(_MOST_SENTENCES)
        self._sentences.setMinimumHeight(140)
        self._raw = self._text_box(self.tr("Technical log"))
        self._raw.setProperty("kind", "log")
        self._raw.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._raw.setMinimumHeight(220)
        self._raw.hide()
        self._fold = GhostButton(self.tr("Technical log"), "caret-right")
        self._fold.clicked.connect(self._on_fold_clicked)
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MILLISECONDS)
        self._timer.timeout.connect(self.log_wanted)
        self.body.addWidget(HeadingLabel(self.tr("What happened")))
        self.body.addWidget(self._sentences, 1)
        self.body.addLayout(row(self._fold, None))
        self.body.addWidget(self._raw)

    def clear(self) -> None:
        """Forget the sentences of another run."""
        self._sentences.clear()
        self._raw.clear()

    @Slot(str)
    def add(self, text: str) -> None:
        """Add a sentence."""
        self._sentences.appendPlainText(f"{time_text(datetime.now(), seconds=True)}   {text}")

    def text(self) -> str:
        """Return all sentences."""
        return self._sentences.toPlainText()

    def show_raw(self, text: str) -> None:
        """Show the end of the trainer's log; stays at the end while the person is there."""
        bar = self._raw.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        if text != self._raw.toPlainText():
            self._raw.setPlainText(text)
        if at_end:
            bar.setValue(bar.maximum())

    def _text_box(self, name: str) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(name)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return box

    @Slot()
    def _on_fold_clicked(self) -> None:
        shown = not self._raw.isVisibleTo(self)
        self._raw.setVisible(shown)
        self._fold.set_icon("caret-down" if shown else "caret-right")
        if shown:
            self.log_wanted.emit()
            self._timer.start()
        else:
            self._timer.stop()
