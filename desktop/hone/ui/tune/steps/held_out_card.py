"""Which rows are kept from the training, to measure whether it helped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from hone.domain.fields import Field, Kind
from hone.ui.data_files import ask_for_data_file
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.fields import FieldRow
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_SHARE = Field(
    name="held_out_share",
    label="Share of the rows",
    kind=Kind.NUMBER,
    default=5.0,
    minimum=0.0,
    maximum=50.0,
    unit="%",
    help="These rows are drawn at random and not trained on.",
)


class HeldOutCard(Card):
    """`held_out_chosen(path or None, share)` when the person decides."""

    held_out_chosen = Signal(object, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self._path: Path | None = None
        self._share = 0.05
        self._mode = Segmented(
            self.tr("Held-out rows"),
            [("share", self.tr("Set rows apart")), ("file", self.tr("From a file"))],
        )
        self._mode.setMaximumWidth(280)
        self._row = FieldRow(_SHARE)
        self._row.setMaximumWidth(420)
        self._file = ElidedLabel("", tone="muted")
        self._choose = SecondaryButton(self.tr("Choose a file…"), "file-plus")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._row)
        file_row = QWidget()
        line = row(self._choose, self._file)
        line.setStretch(1, 1)
        file_row.setLayout(line)
        self._stack.addWidget(file_row)
        self.body.addWidget(HeadingLabel(self.tr("Held-out rows")))
        self.body.addWidget(
            CaptionLabel(
                self.tr("Rows the model never learns from. Their loss tells learning from memorising.")
            )
        )
        self.body.addLayout(row(self._mode, None))
        self.body.addWidget(self._stack)
        self._mode.chosen.connect(self._on_mode_chosen)
        self._row.value_changed.connect(self._on_share_changed)
        self._choose.clicked.connect(self._on_choose_clicked)

    def show_choice(self, path: Path | None, share: float) -> None:
        """Show what was chosen."""
        self._path, self._share = path, share
        self._row.set_value(round(self._share * 100, 2))
        self._file.setText(self._path.name if self._path else self.tr("No file yet"))
        if self._path is not None:
            self._show_mode("file")

    def _show_mode(self, mode: str) -> None:
        self._mode.set_current(mode)
        self._stack.setCurrentIndex(1 if mode == "file" else 0)

    @Slot(str)
    def _on_mode_chosen(self, mode: str) -> None:
        self._show_mode(mode)
        if mode == "share" and self._path is not None:
            self._path = None
            self.held_out_chosen.emit(None, self._share)

    @Slot(str, object)
    def _on_share_changed(self, name: str, value: object) -> None:
        assert isinstance(value, int | float)
        self._share = float(value) / 100
        self.held_out_chosen.emit(None, self._share)

    @Slot()
    def _on_choose_clicked(self) -> None:
        path = ask_for_data_file(self)
        if path is not None:
            self._path = path
            self._file.setText(path.name)
            self.held_out_chosen.emit(path, self._share)
