"""Asks in which shape, and as which kind of file, the version in use is to be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from hone.data.formats import FORMATS
from hone.ui.data.tab import DataContext
from hone.ui.data.words import rows_text, shape_text
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_FILES = (("jsonl", "JSON lines"), ("json", "JSON"), ("csv", "CSV"), ("parquet", "Parquet"))


class ExportSheet(Sheet):
    """`export_requested(Path, shape)` once the person has said where to."""

    export_requested = Signal(object, str)

    def __init__(self, context: DataContext, window: QWidget) -> None:
        super().__init__(window, 480)
        assert context.data_set is not None, "there is nothing to export"
        self._data_set = context.data_set
        shape = self._data_set.version.reading.format
        self.shape = Picker(self.tr("Shape"), width=260, list_width=420)
        self.shape.set_options(
            [
                Option(known.name, shape_text(known.name), known.shape)
                for known in FORMATS
                if known.write is not None
            ],
            shape,
        )
        self.file = Segmented(self.tr("Kind of file"), _FILES)
        self.file.set_current("jsonl")
        save = PrimaryButton(self.tr("Write the file…"), "export")
        save.clicked.connect(self._on_save_clicked)
        leave = GhostButton(self.tr("Cancel"))
        leave.clicked.connect(self.close_sheet)
        said = self.tr("{0} of {1}, as they are in version {2}.")
        said = said.replace("{0}", rows_text(self._data_set.version.rows))
        said = said.replace("{2}", str(self._data_set.current)).replace("{1}", self._data_set.name)
        self.body.addWidget(HeadingLabel(self.tr("Export or convert")))
        self.body.addWidget(BodyLabel(said, "muted"))
        self.body.addSpacing(Space.S)
        self.body.addLayout(row(CaptionLabel(self.tr("Shape of the rows"), wrap=False), None, self.shape))
        self.body.addWidget(CaptionLabel(self.tr("Kind of file")))
        self.body.addWidget(self.file)
        self.body.addSpacing(Space.S)
        self.body.addLayout(row(None, leave, save))
        self.closed.connect(self.deleteLater)

    def open(self) -> None:
        """Show the sheet."""
        super().open()
        self.shape.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        ending = self.file.current()
        proposed = f"{self._data_set.name}.{ending}"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the rows to"), proposed, f"{dict(_FILES)[ending]} (*.{ending})"
        )
        if name:
            path = Path(name)
            target = path if path.suffix else path.with_suffix(f".{ending}")
            self.close_sheet()
            self.export_requested.emit(target, self.shape.current())
