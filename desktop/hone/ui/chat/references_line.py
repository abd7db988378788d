"""The line below a reply that refers to something elsewhere: how often, and that nobody has checked it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hone.ui.kit.card import row
from hone.ui.kit.icons import IconFont
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip


class _Mark(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(14, 14))
        Theme.current().theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        IconFont.current().draw(QPainter(self), QRectF(self.rect()), "link-break", "text_faint")


class ReferencesLine(QWidget):
    """Shown only where there are references."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = CaptionLabel(tone="faint", wrap=False)
        layout = row(_Mark(), self._label, None, spacing=Space.XS)
        self.setLayout(layout)
        self.tooltip = self.tr("Written by the model. Not checked: nothing was fetched.")
        self.setToolTip(plain_tooltip(self.tooltip))

    def show_count(self, count: int) -> None:
        """Say how many references a reply has."""
        if count == 1:
            said = self.tr("1 reference, unverified")
        else:
            said = self.tr("{0} references, unverified").replace("{0}", str(count))
        self._label.setText(said)
        self.setAccessibleName(f"{said}. {self.tooltip}")
        self.setVisible(count > 0)

    def height_now(self) -> int:
        """Return the height; 0 while nothing is shown."""
        return 0 if self.isHidden() else self.sizeHint().height() + Space.S
