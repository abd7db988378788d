"""The order of the samplers, and which of them act."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.sampling import ORDER
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel, Label, StrongLabel
from hone.ui.kit.tokens import Space


class OrderEditor(QWidget):
    """A row per sampler, the first above; `changed` when the person moved one or switched it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[str, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._reset = IconButton("arrow-counter-clockwise", self.tr("Reset the order of samplers"), size=16)
        self._reset.clicked.connect(partial(self._take, ORDER))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(row(StrongLabel(self.tr("Order of the samplers")), None, self._reset))
        about = self.tr("Each gets what the one above leaves. One that is off does not act.")
        layout.addWidget(CaptionLabel(about, "muted"))
        layout.addLayout(self._lines)
        self._rows: list[QWidget] = []
        self.set_order(ORDER)

    def set_order(self, order: Sequence[str]) -> None:
        """Show an order; no signal."""
        if tuple(order) == self._order:
            return
        self._order = tuple(order)
        for old in self._rows:
            old.hide()
            old.deleteLater()
        off = [name for name in ORDER if name not in self._order]
        self._rows = [self._make_row(name) for name in (*self._order, *off)]
        for line in self._rows:
            self._lines.addWidget(line)
        self._reset.setVisible(self._order != ORDER)

    def order(self) -> tuple[str, ...]:
        """Return the samplers that act, in order."""
        return self._order

    def _make_row(self, name: str) -> QWidget:
        acts = name in self._order
        title = self._title(name)
        up = IconButton("arrow-up", self.tr("Move {0} up").replace("{0}", title), size=14)
        down = IconButton("arrow-down", self.tr("Move {0} down").replace("{0}", title), size=14)
        up.clicked.connect(partial(self._move, name, -1))
        down.clicked.connect(partial(self._move, name, 1))
        up.setEnabled(acts and name != self._order[0])
        down.setEnabled(acts and name != self._order[-1])
        switch = Switch(self.tr("Use {0}").replace("{0}", title), acts)
        switch.toggled.connect(partial(self._switch, name))
        holder = QWidget()
        line = row(Label(title, tone="" if acts else "faint"), None, up, down, switch)
        line.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(line)
        return holder

    def _title(self, name: str) -> str:
        titles = {
            "penalties": self.tr("Penalties"),
            "dry": self.tr("DRY"),
            "top_n_sigma": self.tr("Top-n-sigma"),
            "top_k": self.tr("Top-k"),
            "typical_p": self.tr("Typical-p"),
            "top_p": self.tr("Top-p"),
            "min_p": self.tr("Min-p"),
            "xtc": self.tr("XTC"),
            "temperature": self.tr("Temperature"),
        }
        return titles[name]

    def _move(self, name: str, by: int) -> None:
        place = self._order.index(name)
        order = [other for other in self._order if other != name]
        order.insert(place + by, name)
        self._take(tuple(order))

    def _switch(self, name: str, acts: bool) -> None:
        rest = tuple(other for other in self._order if other != name)
        self._take((*rest, name) if acts else rest)

    def _take(self, order: tuple[str, ...]) -> None:
        self.set_order(order)
        self.changed.emit()
