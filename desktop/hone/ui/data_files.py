"""The dialogs for files with rows: data to train on, examples for the chat, test cases."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_ROWS = "*.jsonl *.ndjson *.json *.csv *.tsv *.xlsx *.parquet *.arrow *.feather *.txt *.md"
_PACKED = "*.gz *.zst *.zip"


def ask_for_data_file(parent: QWidget) -> Path | None:
    """Let the person choose a data file; None when given up."""
    name, _ = QFileDialog.getOpenFileName(
        parent, QCoreApplication.translate("DropZone", "Data file"), "", data_filter()
    )
    return Path(name) if name else None


def ask_for_data_files(parent: QWidget) -> tuple[Path, ...]:
    """Let the person choose data files; none when given up."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, QCoreApplication.translate("DropZone", "Data files"), "", data_filter()
    )
    return tuple(Path(name) for name in names)


def ask_for_data_folder(parent: QWidget) -> Path | None:
    """Let the person choose a folder with data; None when given up."""
    title = QCoreApplication.translate("DropZone", "Folder with data")
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def data_filter() -> str:
    """Return the endings of files that hold rows, as Qt's dialogs want them."""
    data = QCoreApplication.translate("DropZone", "Data")
    every = QCoreApplication.translate("DropZone", "All files")
    return f"{data} ({_ROWS} {_PACKED});;{every} (*)"
