"""Room that scrolls inside a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hone.ui.kit.card import row


def fill_scrolling(page: QWidget, inside: QWidget) -> None:
    """Fill `page` with `inside`, which scrolls up and down only and shows the page's own ground."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)


def fill_scrolling_centred(page: QWidget, inside: QWidget) -> None:
    """Fill `page` as `fill_scrolling` does, with `inside` in the middle of a wide window."""
    holder = QWidget()
    holder.setProperty("kind", "plain")
    centred = row(None, inside, None)
    centred.setStretch(1, 1000)
    holder.setLayout(centred)
    fill_scrolling(page, holder)
