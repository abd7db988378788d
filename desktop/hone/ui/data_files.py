"""The dialog for a file with rows: the wizard asks for data to train on, the chat for examples."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_data_file(parent: QWidget) -> Path | None:
    """Let the person choose a data file; None when given up."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("DropZone", "Data file"),
        "",
        QCoreApplication.translate(
            "DropZone", "Data (*.jsonl *.json *.csv *.tsv *.txt *.md *.parquet);;All files (*)"
        ),
    )
    return Path(name) if name else None
