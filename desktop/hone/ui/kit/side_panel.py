"""A panel beside the page: as wide as its text needs at the chosen text size."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from hone.ui.kit.theme import Theme

_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX, which PySide does not have


class SidePanel(QWidget):
    """A widget of a fixed width, given for the designed text size; it grows with the text.

    `kind` chooses its look in the style sheet.
    """

    def __init__(self, kind: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._designed_width = width
        self._fills = False
        Theme.current().theme_changed.connect(self._fit_width)
        self._fit_width()

    def fill_room(self, fills: bool) -> None:
        """Take all the width there is, where the panel stands alone."""
        if fills != self._fills:
            self._fills = fills
            self._fit_width()

    @Slot()
    def _fit_width(self) -> None:
        width = Theme.current().length(self._designed_width)
        self.setMinimumWidth(width)
        self.setMaximumWidth(_UNBOUNDED if self._fills else width)
