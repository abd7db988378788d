"""The documents that a model is asked about: dropped here, or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from hone.domain.row_drafts import file_name
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.chips import Chips
from hone.ui.kit.text import BodyLabel, CaptionLabel
from hone.ui.kit.tokens import Space


class DocumentField(QFrame):
    """Files, as chips; `changed` when one came or went."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setProperty("kind", "inset")
        self.setAccessibleName(self.tr("Drop documents here"))
        self._paths: tuple[Path, ...] = ()
        title = BodyLabel(self.tr("Drop documents here"))
        formats = CaptionLabel(
            self.tr("Text, Markdown, PDF or Word. They are read on this computer."), "muted"
        )
        for label in (title, formats):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = SecondaryButton(self.tr("Add documents…"), "file-plus")
        self._choose.clicked.connect(self.ask)
        self._chips = Chips(self.tr("Documents"), "file-text", removable=True)
        self._chips.removed.connect(self._on_removed)
        inside = column(self, margin=Space.L, spacing=Space.S)
        inside.addWidget(title)
        inside.addWidget(formats)
        inside.addLayout(row(None, self._choose, None))
        inside.addWidget(self._chips)
        self._chips.hide()

    def paths(self) -> tuple[Path, ...]:
        """Return the files."""
        return self._paths

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Show files, each once."""
        self._paths = tuple(dict.fromkeys(paths))
        self._chips.set_texts([file_name(path) for path in self._paths])

    @Slot()
    def ask(self) -> None:
        """Let the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Documents"),
            "",
            self.tr("Documents (*.txt *.md *.pdf *.docx *.rst *.html);;All files (*)"),
        )
        self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Add files."""
        if paths:
            self.set_paths((*self._paths, *paths))
            self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event):
            event.acceptProposedAction()
            self._show_kind("drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_kind("inset")

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_kind("inset")
        paths = _files_of(event)
        if paths:
            event.acceptProposedAction()
            self.add(paths)

    def _show_kind(self, kind: str) -> None:
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot(int)
    def _on_removed(self, index: int) -> None:
        self.set_paths([path for place, path in enumerate(self._paths) if place != index])
        self.changed.emit()


def _files_of(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
