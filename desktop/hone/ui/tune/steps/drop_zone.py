"""Where a data file is dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from hone.ui.data_files import ask_for_data_file
from hone.ui.kit.buttons import LinkButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space


class DropZone(QFrame):
    """Takes one file by drop or by dialog. `file_chosen(Path)`, or `sample_requested`."""

    file_chosen = Signal(object)
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
            self.tr("JSONL, JSON, CSV or text: chats, prompt and reply, instructions, or plain text.")
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
        layout.addStretch(1)

    def show_sample(self, available: bool) -> None:
        """Offer the sample only where it is there."""
        self._sample.setVisible(available)

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
