"""Below the composer: the seed that all columns draw with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.ui.kit.buttons import IconButton
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space


class SeedLine(QWidget):
    """`rolled` for another seed, `same_toggled(bool)` for one seed for all or one for each."""

    rolled = Signal()
    same_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = CaptionLabel(tone="faint", wrap=False)
        self._seed = CaptionLabel(wrap=False)
        self._roll = IconButton("dice-three", self.tr("Draw another seed"), size=16)
        self._lock = IconButton("lock-simple", self.tr("One seed for all columns"), size=16)
        self._lock.setCheckable(True)
        self._roll.clicked.connect(self.rolled)
        self._lock.clicked.connect(self.same_toggled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.XS, 0, Space.XS, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.note)
        layout.addStretch(1)
        for widget in (self._seed, self._roll, self._lock):
            layout.addWidget(widget)

    def set_seed(self, seed: int, same: bool) -> None:
        """Show the seed, or that each reply draws one of its own."""
        shared = self.tr("Seed {0} for all columns").replace("{0}", str(seed))
        self._seed.setText(shared if same else self.tr("A new seed for each reply"))
        self._lock.set_icon("lock-simple" if same else "lock-simple-open")
        self._lock.setChecked(same)
