"""What was done to rows and is not saved yet, with the ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hone.ui.commands import shown_keys
from hone.ui.kit.buttons import GhostButton, IconButton, PrimaryButton
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.quantities import count_text
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class PendingBar(QFrame):
    """Hidden while nothing was done and nothing can be redone."""

    save_requested = Signal()
    discard_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._icon = ToneIcon("warning")
        self._said = ElidedLabel(style=Type.STRONG)
        self.undo = IconButton("arrow-u-up-left", self.tr("Undo"), size=16)
        self.redo = IconButton("arrow-u-up-right", self.tr("Redo"), size=16)
        self.discard = GhostButton(self.tr("Discard"))
        self.save = PrimaryButton(self.tr("Save as new version"))
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.discard.clicked.connect(self.discard_requested)
        self.save.clicked.connect(self.save_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._icon)
        layout.addWidget(self._said, 1)
        for widget in (self.undo, self.redo, self.discard, self.save):
            layout.addWidget(widget)
        self.show_state(0, "", "")

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._said.text()

    def show_state(self, rows: int, undo: str, redo: str) -> None:
        """Say how many rows are different; `undo` and `redo` name what would be undone and redone."""
        if rows == 1:
            said = self.tr("1 row changed, not saved yet")
        elif rows:
            said = self.tr("{0} rows changed, not saved yet").replace("{0}", count_text(rows))
        else:
            said = self.tr("Nothing to save: all changes are undone")
        self._said.setText(said)
        self.setAccessibleName(said)
        self._icon.set_tone("warning" if rows else "")
        self.setProperty("tone", "warning" if rows else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.save.setVisible(bool(rows))
        self.discard.setVisible(bool(rows))
        self._name(self.undo, self.tr("Undo"), undo, "Ctrl+Z")
        self._name(self.redo, self.tr("Redo"), redo, "Ctrl+Shift+Z")
        self.setVisible(bool(rows or undo or redo))

    @staticmethod
    def _name(button: IconButton, verb: str, what: str, keys: str) -> None:
        button.setEnabled(bool(what))
        button.set_name(f"{verb}: {what}" if what else verb, shown_keys(keys))
