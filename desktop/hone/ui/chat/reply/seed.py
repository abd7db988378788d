"""The seed: drawn anew for each reply, or fixed."""

from __future__ import annotations

import random

from PySide6.QtCore import QRegularExpression, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.card import row
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space

LARGEST = 2**32 - 2
_RANDOM = -1


class SeedPart(QWidget):
    """A number, a dice, and the seed of the reply that is shown. `changed(seed)`; -1 draws anew."""

    changed = Signal(object)  # a seed does not fit Qt's int

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = _RANDOM
        self._edit = QLineEdit()
        self._edit.setAccessibleName(self.tr("Seed"))
        self._edit.setPlaceholderText(self.tr("Random each time"))
        self._edit.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,10}"), self))
        self._edit.editingFinished.connect(self._on_edited)
        dice = IconButton("dice-five", self.tr("Draw a seed and keep it"))
        dice.clicked.connect(self._on_dice_clicked)
        self._clear = IconButton("x", self.tr("Draw a new seed for each reply"), size=16)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._keep = GhostButton("", "push-pin")
        self._keep.setStyleSheet("padding-left: 0;")
        self._keep.clicked.connect(self._on_keep_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(StrongLabel(self.tr("Seed")))
        about = self.tr("The same seed makes the same choices. Empty, each reply draws its own.")
        layout.addWidget(CaptionLabel(about, "muted"))
        layout.addSpacing(Space.XS)
        line = row(self._edit, dice, self._clear)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addLayout(row(self._keep, None))

    def set_seed(self, seed: int) -> None:
        """Show a seed; no signal."""
        self._edit.setText("" if seed < 0 else str(seed))
        self._clear.setVisible(seed >= 0)
        self._show_keep(seed)

    def set_last(self, seed: int) -> None:
        """Offer the seed of the reply that is shown; -1 for none."""
        self._last = seed
        self._show_keep(self.seed())

    def seed(self) -> int:
        """Return the seed as it is written."""
        text = self._edit.text()
        return min(LARGEST, int(text)) if text else _RANDOM

    def _show_keep(self, seed: int) -> None:
        said = self.tr("Keep the seed of this reply, {0}").replace("{0}", str(self._last))
        self._keep.setText(said)
        self._keep.setAccessibleName(said)
        self._keep.setVisible(self._last >= 0 and self._last != seed)

    def _take(self, seed: int) -> None:
        self.set_seed(seed)
        self.changed.emit(seed)

    @Slot()
    def _on_edited(self) -> None:
        self._take(self.seed())

    @Slot()
    def _on_dice_clicked(self) -> None:
        self._take(random.randint(0, LARGEST))

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._take(_RANDOM)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._take(self._last)
