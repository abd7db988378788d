"""What the wizard's steps share: a title, a sentence, room that scrolls, and a place for problems."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from hone.ui.kit.card import column
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.text import BodyLabel, TitleLabel
from hone.ui.kit.tokens import Space

WIDEST = 1140


class StepPage(QWidget):
    """Put the step's widgets into `body`; `banner` says what went wrong and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = MessageBanner()
        self._title = TitleLabel()
        self._sentence = BodyLabel("", "muted")
        inner = QWidget()
        inner.setProperty("kind", "plain")
        inner.setMaximumWidth(WIDEST)
        self.body = column(inner, margin=0, spacing=Space.M)
        self.body.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XL)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addSpacing(Space.S)
        self.body.addWidget(self.banner)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout = column(self)
        layout.addWidget(self._area)

    def set_heading(self, title: str, sentence: str) -> None:
        """Say what the step is about."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)

    def entered(self) -> None:
        """Called each time the step is opened."""

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a widget into view."""
        self._area.ensureWidgetVisible(widget, 0, Space.XL)
