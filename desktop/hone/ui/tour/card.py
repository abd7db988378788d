"""The card that speaks during the tour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space


class TourCard(QFrame):
    """Title, text, and what can be pressed: `pressed` for the way on, `skipped` for the way out."""

    pressed = Signal()
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popover")
        self._place = CaptionLabel(tone="faint")
        self._title = HeadingLabel()
        self._title.setWordWrap(True)
        self._text = BodyLabel(tone="muted")
        self._waiting = CaptionLabel()
        self.skip = GhostButton(self.tr("Skip the tour"))
        self.go = PrimaryButton("")
        self.skip.clicked.connect(self.skipped)
        self.go.clicked.connect(self.pressed)
        inside = column(self, margin=Space.L, spacing=Space.S)
        for widget in (self._place, self._title, self._text, self._waiting):
            inside.addWidget(widget)
        inside.addSpacing(Space.XS)
        inside.addLayout(row(self.skip, None, self.go))

    def show_step(self, place: str, title: str, text: str, button: str, waiting: str) -> None:
        """Show a step; `waiting` says what the person may do instead of pressing the button."""
        self._place.setText(place)
        self._title.setText(title)
        self._text.setText(text)
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))
        self.go.setText(button)
        self.go.setAccessibleName(button)
        self.go.setEnabled(True)
        self.setAccessibleName(f"{place}. {title}")
        self.setAccessibleDescription(text)
        said = QAccessibleAnnouncementEvent(self, f"{title}. {text} {waiting}")
        QAccessible.updateAccessibility(said)

    def show_busy(self, waiting: str) -> None:
        """Say what is waited for; there is nothing to press meanwhile."""
        self._waiting.setText(waiting)
        self._waiting.show()
        self.go.setEnabled(False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:  # else a shortcut of the window would take it
                event.accept()
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
            return
        super().keyPressEvent(event)
