"""Asks in which shape, and as which kind of file, the version in use is to be written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from hone.data.formats import FORMATS
from hone.errors import HoneError
from hone.ipc.row_messages import RowsFound
from hone.ui.data.sheet_parts import add_line
from hone.ui.data.tab import DataContext
from hone.ui.data.words import shape_text, version_rows_text
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, Label
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

LOOK = 20_000  # rows that are looked at before the file is written
SHOWN = 8
_FILES = (("jsonl", "JSON lines"), ("json", "JSON"), ("csv", "CSV"), ("parquet", "Parquet"))


class ExportSheet(Sheet):
    """`export_requested(Path, shape)` once the person has said where to."""

    export_requested = Signal(object, str)

    def __init__(self, context: DataContext, window: QWidget) -> None:
        super().__init__(window, 480)
        assert context.data_set is not None, "there is nothing to export"
        self._data = context.services.data
        self._asked = 0
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
        self.shape.picked.connect(self._look)
        self.fits = CaptionLabel(tone="muted")
        self.file = Segmented(self.tr("Kind of file"), _FILES)
        self.file.set_current("jsonl")
        save = PrimaryButton(self.tr("Write the file…"), "export")
        save.clicked.connect(self._on_save_clicked)
        leave = GhostButton(self.tr("Cancel"))
        leave.clicked.connect(self.close_sheet)
        said = self.tr("{0} of {1}, as they are in version {2}.")
        said = said.replace("{0}", version_rows_text(self._data_set.version))
        said = said.replace("{2}", str(self._data_set.current)).replace("{1}", self._data_set.name)
        self.body.addWidget(HeadingLabel(self.tr("Export or convert")))
        self.body.addWidget(BodyLabel(said, "muted"))
        self.body.addSpacing(Space.S)
        add_line(self.body, self.tr("Shape of the rows"), self.shape)
        self.body.addWidget(self.fits)
        self.body.addWidget(Label(self.tr("Kind of file")))
        self.body.addWidget(self.file)
        self.body.addSpacing(Space.S)
        self.body.addLayout(row(None, leave, save))
        self.closed.connect(self._on_closed)
        self._look()

    def open(self) -> None:
        """Show the sheet."""
        super().open()
        self.shape.setFocus()

    @Slot()
    def _look(self) -> None:
        """Find the rows that cannot be written in the chosen shape."""
        version = self._data_set.version
        self._asked += 1
        self._data.stop_finding()
        if self.shape.current() == version.reading.format:
            self._say("")
            return
        self._say(self.tr("Looking whether all rows can be written so…"))
        find = partial(
            self._data.find, version.path, version.reading, no_shape=self.shape.current(), look=LOOK
        )
        start_task(self, find, partial(self._on_found, self._asked), partial(self._on_failed, self._asked))

    def _on_found(self, asked: int, found: RowsFound) -> None:
        if asked != self._asked:
            return
        whole = found.looked < LOOK
        if not found.rows:
            said = self.tr("All rows can be written so.")
            first = self.tr("The first {0} rows can be written so.").replace("{0}", count_text(found.looked))
            self._say(said if whole else first)
            return
        first_rows = ", ".join(count_text(row) for row in found.rows[:SHOWN])
        more = "…" if len(found.rows) > SHOWN else ""
        said = self.tr("{0} of {1} rows cannot be written so and are left out: {2}")
        said = said.replace("{0}", count_text(len(found.rows))).replace("{1}", count_text(found.looked))
        self._say(said.replace("{2}", first_rows + more), "warning")

    def _on_failed(self, asked: int, error: HoneError) -> None:
        if asked == self._asked:
            self._say(f"{error.message} {error.hint}".strip(), "danger")

    def _say(self, text: str, tone: str = "muted") -> None:
        self.fits.set_tone(tone)
        self.fits.setText(text)
        self.fits.setVisible(bool(text))
        if self.isVisible():
            self.refit()

    @Slot()
    def _on_closed(self) -> None:
        self._data.stop_finding()
        self.deleteLater()

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
