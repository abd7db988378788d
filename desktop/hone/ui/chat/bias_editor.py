"""Tokens that are made likelier or less likely, or banned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QVBoxLayout, QWidget

from hone.domain.sampling import BANNED, LogitBias
from hone.ui.chat.reply.stops import meant, shown
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.card import row
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space


class BiasEditor(QWidget):
    """A row per token: its text, or #id, and what is added to its logit. `changed` when the person did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._shown: tuple[LogitBias, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.XS)
        add = GhostButton(self.tr("Add a token"), "plus")
        add.setStyleSheet("padding-left: 0;")
        add.clicked.connect(self._on_add_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(StrongLabel(self.tr("Logit bias")))
        about = self.tr("Added before all samplers; -100 bans a token. Write a text, or # and a token's id.")
        layout.addWidget(CaptionLabel(about, "muted"))
        layout.addLayout(self._lines)
        layout.addLayout(row(add, None))

    def set_biases(self, biases: Sequence[LogitBias]) -> None:
        """Show biases; no signal."""
        if tuple(biases) == self._shown:
            return
        for line in list(self._rows):
            self._drop(line)
        for bias in biases:
            self._add(bias)
        self._shown = tuple(biases)

    def biases(self) -> tuple[LogitBias, ...]:
        """Return what is written; rows without a token are none."""
        return tuple(bias for line in self._rows if (bias := line.bias()) is not None)

    def _add(self, bias: LogitBias | None) -> _Row:
        line = _Row(bias)
        line.changed.connect(self._on_changed)
        line.removed.connect(self._on_removed)
        self._rows.append(line)
        self._lines.addWidget(line)
        return line

    def _drop(self, line: _Row) -> None:
        self._rows.remove(line)
        line.hide()
        line.deleteLater()

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add(None).focus_token()

    @Slot()
    def _on_removed(self) -> None:
        line = self.sender()
        if isinstance(line, _Row):
            self._drop(line)
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        if self.biases() != self._shown:
            self._shown = self.biases()
            self.changed.emit()


class _Row(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, bias: LogitBias | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = QLineEdit("" if bias is None else _written(bias.token))
        self._token.setAccessibleName(self.tr("Token: its text, or # and its id"))
        self._token.setPlaceholderText(self.tr("Text or #id"))
        self._token.editingFinished.connect(self.changed)
        self._bias = QDoubleSpinBox()
        self._bias.setProperty("kind", "number")
        self._bias.lineEdit().setTextMargins(Space.S, 0, Space.S, 0)
        self._bias.setRange(BANNED, -BANNED)
        self._bias.setDecimals(2)
        self._bias.setKeyboardTracking(False)
        self._bias.setFixedWidth(84)
        self._bias.setAccessibleName(self.tr("Added to its logit"))
        self._bias.setValue(BANNED if bias is None else bias.bias)
        self._bias.valueChanged.connect(self.changed)
        remove = IconButton("x", self.tr("Remove the token"), size=14)
        remove.clicked.connect(self.removed)
        line = row(self._token, self._bias, remove)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 1)
        self.setLayout(line)

    def bias(self) -> LogitBias | None:
        """Return what the row says; None without a token."""
        text = self._token.text()
        if not text:
            return None
        number = text[1:]
        is_id = text.startswith("#") and number.isascii() and number.isdigit() and len(number) < 10
        return LogitBias(int(number) if is_id else meant(text), self._bias.value())

    def focus_token(self) -> None:
        """Put the cursor into the token's field."""
        self._token.setFocus()


def _written(token: int | str) -> str:
    return f"#{token}" if isinstance(token, int) else shown(token)
