"""Where a data file is dropped or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from hone.domain.dataset_library import DataSet
from hone.ui.data.words import fresh_text, shape_text, version_rows_text
from hone.ui.data_files import ask_for_data_file
from hone.ui.kit.buttons import LinkButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space


class DropZone(QFrame):
    """Takes one file by drop or by dialog: `file_chosen(Path)`; or a data set: `data_set_chosen(id)`."""

    file_chosen = Signal(object)
    data_set_chosen = Signal(str)
    keep_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setProperty("kind", "inset")
        self.setAccessibleName(self.tr("Drop a data file here"))
        self._choose = PrimaryButton(self.tr("Choose a file…"), "file-plus")
        self._sample = LinkButton(self.tr("Use the sample tickets"))
        self._choose.clicked.connect(self._on_choose_clicked)
        self._sample.clicked.connect(self.sample_requested)
        title = HeadingLabel(self.tr("Drop your examples here"))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        formats = CaptionLabel(
            self.tr("A file or a folder: chats, prompt and reply, tables, instructions, or plain text.")
        )
        formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(300)
        layout = column(self, margin=Space.XXL, spacing=Space.S)
        layout.addStretch(1)
        layout.addWidget(IconTile("file-text", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title)
        layout.addWidget(formats)
        layout.addSpacing(Space.S)
        layout.addLayout(row(None, self._choose, self._sample, None))
        self.library = Picker(
            self.tr("Data sets"), self.tr("Choose one of your data sets"), "database", 300, 420
        )
        self.library.picked.connect(self._on_picked)
        self.keep = LinkButton(self.tr("Keep the present data"))
        self.keep.clicked.connect(self.keep_requested)
        self._own = QWidget()
        self._own.setLayout(row(None, self.library, None))
        self._own.hide()
        layout.addSpacing(Space.S)
        layout.addWidget(self._own)
        layout.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignHCenter)
        self.keep.hide()
        layout.addStretch(1)

    def show_keep(self, shown: bool) -> None:
        """Offer the way back where data were chosen already."""
        self.keep.setVisible(shown)

    def show_sample(self, available: bool) -> None:
        """Offer the sample only where it is there."""
        self._sample.setVisible(available)

    def show_library(self, data_sets: Sequence[DataSet]) -> None:
        """Offer the data sets of the library, last changed first."""
        options = [
            Option(
                each.id,
                each.name,
                f"{version_rows_text(each.version)} · {shape_text(each.version.reading.format)}",
                fresh_text(each),
                "accent",
            )
            for each in data_sets
        ]
        self.library.set_options(options, "")
        self._own.setVisible(bool(options))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event) is not None:
            event.acceptProposedAction()
            self._show_kind("drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_kind("inset")

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_kind("inset")
        path = local_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)

    def _show_kind(self, kind: str) -> None:
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot(str)
    def _on_picked(self, data_set_id: str) -> None:
        self.library.set_current("")
        self.data_set_chosen.emit(data_set_id)

    @Slot()
    def _on_choose_clicked(self) -> None:
        path = ask_for_data_file(self)
        if path is not None:
            self.file_chosen.emit(path)


def local_file(event: QDropEvent) -> Path | None:
    """Return the one local file that is dragged; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
