"""Where a data file is dropped or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from hone.domain.feedback import MadeDataset
from hone.ui.data_files import ask_for_data_file
from hone.ui.kit.buttons import LinkButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_MOST_OWN = 5  # those written last; others are files in Hone's folder


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
        self._own = QWidget()
        self._own_column = column(self._own, spacing=Space.XS)
        self._own.hide()
        layout.addWidget(self._own)
        layout.addStretch(1)

    def show_sample(self, available: bool) -> None:
        """Offer the sample only where it is there."""
        self._sample.setVisible(available)

    def show_own(self, datasets: Sequence[MadeDataset]) -> None:
        """Offer the data sets that were made of conversations, last written first."""
        while (item := self._own_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._own.setVisible(bool(datasets))
        if not datasets:
            return
        title = CaptionLabel(self.tr("Made of your conversations"), "muted")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._own_column.addSpacing(Space.M)
        self._own_column.addWidget(title)
        for made in datasets[:_MOST_OWN]:
            said = self.tr("{0} · rows: {1}").replace("{1}", count_text(made.rows))
            button = LinkButton(said.replace("{0}", made.name))
            button.clicked.connect(partial(self._on_own_clicked, made.path))
            self._own_column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _on_own_clicked(self, path: Path, _checked: bool = False) -> None:
        self.file_chosen.emit(path)

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
