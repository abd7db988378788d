"""Which files prompts are read from and written to: asked for here, read and written by the service."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from hone.services.prompt_files import FileFormat, file_name

_ENDINGS = (".toml", ".md", ".markdown")


def ask_for_prompts(parent: QWidget) -> list[Path]:
    """Let the person choose prompt files; none when given up."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("PromptFiles", "Import prompts"),
        "",
        QCoreApplication.translate("PromptFiles", "Prompts (*.toml *.md *.markdown);;All files (*)"),
    )
    return [Path(name) for name in names]


def ask_where(parent: QWidget, name: str, form: FileFormat) -> Path | None:
    """Let the person choose the file a prompt is written to; None when given up."""
    kinds = {
        FileFormat.TOML: QCoreApplication.translate("PromptFiles", "TOML (*.toml)"),
        FileFormat.MARKDOWN: QCoreApplication.translate("PromptFiles", "Markdown (*.md)"),
    }
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("PromptFiles", "Export the prompt"),
        file_name(name, form),
        kinds[form],
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(f".{form.value}")


def ask_for_folder(parent: QWidget) -> Path | None:
    """Let the person choose a folder for many prompts; None when given up."""
    chosen = QFileDialog.getExistingDirectory(
        parent, QCoreApplication.translate("PromptFiles", "Export all prompts")
    )
    return Path(chosen) if chosen else None


def prompt_files(data: QMimeData) -> list[Path]:
    """Return the prompt files among what is dragged."""
    paths: Iterable[Path] = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in _ENDINGS]
