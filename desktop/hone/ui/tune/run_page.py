"""A run that was opened from the overview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import column, row
from hone.ui.kit.tokens import Space
from hone.ui.tune.run_view import RunView


class RunPage(QWidget):
    """The view of a run with the way back."""

    left = Signal()

    def __init__(self, view: RunView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        back = GhostButton(self.tr("All runs"), "arrow-left")
        back.clicked.connect(self.left)
        top = row(back, None)
        top.setContentsMargins(Space.XL, Space.M, Space.XL, 0)
        layout = column(self, spacing=0)
        layout.addLayout(top)
        layout.addWidget(view, 1)
