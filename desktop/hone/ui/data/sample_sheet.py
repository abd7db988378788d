"""Asks how many rows to keep."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.data_changes import Sample
from hone.ui.data.sheet_parts import MOST, add_line, number_box
from hone.ui.data.tab import DataContext
from hone.ui.data.words import rows_text
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, HeadingLabel
from hone.ui.kit.tokens import Space


class SampleSheet(Sheet):
    """Keeps rows drawn by their content and a seed: the same rows each time."""

    def __init__(self, context: DataContext, window: QWidget) -> None:
        super().__init__(window, 440)
        self._context = context
        version = context.data_set.version if context.data_set is not None else None
        rows = version.rows if version is not None and version.counted else MOST
        self.count = number_box(self.tr("Rows to keep"), 1, max(1, rows), max(1, rows // 10))
        self.seed = number_box(self.tr("Seed"), 0, MOST, 0)
        said = self.tr(
            "A part of the {0}, drawn at random and in their order. The same seed draws the same rows."
        )
        take = PrimaryButton(self.tr("Keep the sample"), "dice-five")
        take.clicked.connect(self._on_take_clicked)
        leave = GhostButton(self.tr("Cancel"))
        leave.clicked.connect(self.close_sheet)
        self.body.addWidget(HeadingLabel(self.tr("Sample")))
        self.body.addWidget(BodyLabel(said.replace("{0}", rows_text(rows)), "muted"))
        self.body.addSpacing(Space.S)
        for name, box in ((self.tr("Rows to keep"), self.count), (self.tr("Seed"), self.seed)):
            add_line(self.body, name, box)
        self.body.addSpacing(Space.S)
        self.body.addLayout(row(None, leave, take))
        self.closed.connect(self.deleteLater)

    def open(self) -> None:
        """Show the sheet with the number ready to be written over."""
        super().open()
        self.count.setFocus()
        self.count.selectAll()

    @Slot()
    def _on_take_clicked(self) -> None:
        count = self.count.value()
        self.close_sheet()
        said = self.tr("A sample of {0} is in use").replace("{0}", rows_text(count))
        self._context.request_change(Sample(count=count, seed=self.seed.value()), said=said)
