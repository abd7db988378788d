"""A file whose columns fit nothing by themselves: a person says what they are, and it is taken up."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import Reading
from hone.ui.data.mapping.view import MappingView
from hone.ui.data.tab import DataContext
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import HeadingLabel


class MappingSheet(Sheet):
    """`keep_requested(Path, Reading)` when it is said how the file is read."""

    keep_requested = Signal(object, object)

    def __init__(self, context: DataContext, window: QWidget, path: Path) -> None:
        super().__init__(window, 1080, 720)
        self._path = path
        self.view = MappingView(context)
        leave = IconButton("x", self.tr("Do not add the file"))
        leave.clicked.connect(self.close_sheet)
        said = self.tr("What does {0} hold?").replace("{0}", path.name)
        self.body.addLayout(row(HeadingLabel(said), None, leave))
        self.body.addWidget(self.view, 1)
        self.view.keep_requested.connect(self._on_keep_requested)
        self.closed.connect(self.deleteLater)
        self.view.desk.open_file(path)

    def open(self) -> None:
        """Show the sheet with the shape ready to be chosen."""
        super().open()
        self.view.choices.shape.setFocus()

    @Slot(object)
    def _on_keep_requested(self, reading: Reading) -> None:
        self.close_sheet()
        self.keep_requested.emit(self._path, reading)


def map_file(context: DataContext, window: QWidget, path: Path) -> MappingSheet:
    """Ask what a file holds; the file is taken up with the answer."""
    sheet = MappingSheet(context, window, path)
    sheet.keep_requested.connect(partial(_add, context))
    sheet.open()
    return sheet


def _add(context: DataContext, path: Path, reading: Reading) -> None:
    context.file_requested.emit(path, reading)
