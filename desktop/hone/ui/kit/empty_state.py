"""What an empty place says: what belongs here and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hone.ui.kit.card import column
from hone.ui.kit.icons import IconFont
from hone.ui.kit.lengths import cap_width, fix_size
from hone.ui.kit.text import BodyLabel, TitleLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space


class IconTile(QWidget):
    """An icon on a soft square."""

    def __init__(self, name: str, side: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side = name, side
        fix_size(self, side, side)
        Theme.current().theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().colour("accent_soft"))
        radius = Radius.LARGE + 2 if self._side > 40 else Radius.MEDIUM
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        inset = self.width() * 0.26
        IconFont.current().draw(
            painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._name, "accent_text"
        )


class EmptyState(QWidget):
    """Icon, title, a sentence, and buttons, in the middle of the room."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleLabel(title)
        self.text = BodyLabel(text, "muted")
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap_width(self.text, 440)
        self._column = layout = column(self, margin=Space.XL, spacing=Space.S)
        layout.addStretch(1)
        layout.addWidget(IconTile(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Space.S)
        layout.addWidget(self.title)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text, 100)
        middle.addStretch(1)
        layout.addLayout(middle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        self._actions.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Space.S)
        layout.addLayout(self._actions)
        layout.addStretch(1)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the buttons."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_action(self, button: QPushButton) -> None:
        """Put a button below the sentence."""
        self._actions.addWidget(button)
