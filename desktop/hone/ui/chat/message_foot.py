"""What stands below a message: what is attached to it, or whether it has the form that was asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hone.ui.chat.entries import Entry
from hone.ui.chat.reply.form import ANY_OBJECT
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.chips import Chips
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.tokens import Space


class MessageFoot(QWidget):
    """Chips of attachments, the verdict on a reply under a schema, "Go on"; no height where there is none."""

    go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = Chips(self.tr("Attached"), "paperclip", at_right=True)
        self.badge = Badge()
        self.problem = CaptionLabel(tone="danger")
        self.problem.set_selectable()
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.problem, 1)
        line.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XS, 0, Space.XS)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.chips)
        layout.addLayout(line)
        self.go_on = SecondaryButton(self.tr("Go on"), "caret-double-right")
        self.go_on.setToolTip(self.tr("The tools have answered: let the model reply to them"))
        self.go_on.clicked.connect(self.go_on_requested)
        layout.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_entry(self, entry: Entry) -> None:
        """Show what belongs below a message."""
        self.chips.set_texts([attachment.name for attachment in entry.message.attachments])
        self.chips.setVisible(bool(entry.message.attachments))
        verdict = None if entry.growing else entry.verdict
        self.badge.setVisible(verdict is not None)
        self.problem.setVisible(verdict is not None and not verdict.valid)
        if verdict is not None:
            self.badge.set_tone("success" if verdict.valid else "danger")
            self.badge.setText(self._words(entry, verdict.valid))
            self.problem.setText(verdict.problem)
        self.go_on.setVisible(entry.goes_on)
        self.setVisible(bool(entry.message.attachments) or verdict is not None or entry.goes_on)

    def height_at(self, width: int) -> int:
        """Return the height at a width, 0 when nothing is shown."""
        layout = self.layout()
        if self.isHidden() or layout is None:
            return 0
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()

    def _words(self, entry: Entry, valid: bool) -> str:
        origin = entry.message.origin
        if origin is not None and origin.constraint.json_schema == ANY_OBJECT:
            return self.tr("Valid JSON") if valid else self.tr("Not JSON")
        return self.tr("Valid JSON for the schema") if valid else self.tr("Does not match the schema")
