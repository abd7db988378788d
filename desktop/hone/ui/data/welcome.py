"""What the page says while there are no data sets, and of one in the trash."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hone.domain.dataset_library import DataSet
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import column
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space


class Welcome(QWidget):
    """Where to begin: what can be dropped, and rows to try things with."""

    open_requested = Signal()
    folder_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = QFrame()
        frame.setProperty("kind", "inset")
        empty = EmptyState(
            "database",
            self.tr("Drop your data here"),
            self.tr(
                "A file, a folder or a workbook: Hone finds out by itself what its rows are, shows what a"
                " model would learn of each, and what is wrong with them. Your file stays as it is."
            ),
        )
        choose = PrimaryButton(self.tr("Open…"), "file-plus")
        folder = SecondaryButton(self.tr("Open a folder…"), "folder-open")
        self.sample = GhostButton(self.tr("Use the sample data"), "sparkle")
        choose.clicked.connect(self.open_requested)
        folder.clicked.connect(self.folder_requested)
        self.sample.clicked.connect(self.sample_requested)
        for button in (choose, folder, self.sample):
            empty.add_action(button)
        kinds = CaptionLabel(
            self.tr("JSON lines, JSON, CSV, TSV, Excel, Parquet, Arrow, text and Markdown, packed or not"),
            "faint",
        )
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.add_below(kinds)
        layout = column(frame, margin=Space.L)
        layout.addWidget(empty, 1)
        outside = column(self, margin=Space.XL)
        outside.addWidget(frame)


class InTrash(QWidget):
    """A data set that lies in the trash, with the way back."""

    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState(
            "trash",
            "",
            self.tr(
                "It lies in the trash. Its versions are kept for now, and your own file was never touched."
            ),
        )
        back = PrimaryButton(self.tr("Put it back"), "arrow-u-up-left")
        back.clicked.connect(self.restore_requested)
        self._empty.add_action(back)
        column(self).addWidget(self._empty)

    def show_data_set(self, data_set: DataSet) -> None:
        """Say which one it is."""
        self._empty.title.setText(data_set.name)


class Damaged(QWidget):
    """A data set whose description cannot be read: why, and what can be done."""

    repair_requested = Signal()
    trash_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState("warning-circle", "", "")
        repair = PrimaryButton(self.tr("Repair it"), "wrench")
        away = SecondaryButton(self.tr("Move to the trash"), "trash")
        repair.clicked.connect(self.repair_requested)
        away.clicked.connect(self.trash_requested)
        self._empty.add_action(repair)
        self._empty.add_action(away)
        about = CaptionLabel(self.tr("Repairing finds the versions that are in the folder again."), "faint")
        about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.add_below(about)
        column(self).addWidget(self._empty)

    def show_data_set(self, data_set: DataSet) -> None:
        """Say which one it is, and what is wrong with it."""
        self._empty.title.setText(data_set.name)
        self._empty.text.setText(data_set.trouble)


class DropSign(QFrame):
    """Lies over the page while something is dragged there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drop")
        label = HeadingLabel(self.tr("Drop to add"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(label)
        self.hide()

    def cover(self) -> None:
        """Show it over all of the page."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect().adjusted(Space.L, Space.L, -Space.L, -Space.L))
        self.show()
        self.raise_()
