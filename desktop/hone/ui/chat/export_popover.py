"""Asks for a format, then for a place, and writes conversations into files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from hone.errors import HoneError
from hone.services.conversation_files.exporters.base import Exporter
from hone.services.conversation_files.service import file_stem
from hone.ui.chat.panel import ChatContext
from hone.ui.declared_texts import export_label
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.popover import Popover
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

_ICONS = {"markdown": "file-text", "html": "code", "json": "brackets-curly"}


class ExportPopover(Popover):
    """One button per format."""

    def __init__(self, context: ChatContext, anchor: QWidget, identities: Sequence[str]) -> None:
        super().__init__(anchor, 320)
        self._context, self._identities = context, list(identities)
        self._told = anchor.window()
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        count = len(identities)
        title = self.tr("Export {0} conversations").replace("{0}", str(count))
        self.body.addWidget(HeadingLabel(self.tr("Export conversation") if count == 1 else title))
        for exporter in context.services.files.exporters():
            button = GhostButton(export_label(exporter.label), _ICONS[exporter.key])
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(partial(self._on_format_taken, exporter))
            self.body.addWidget(button)
        hint = self.tr("Markdown and HTML hold the branch that is shown; JSON holds everything.")
        self.body.addWidget(CaptionLabel(hint, "muted"))
        self.closed.connect(self.deleteLater)

    def _on_format_taken(self, exporter: Exporter, _checked: bool = False) -> None:
        self.close_panel()
        target = self._ask_place(exporter)
        if target is None:
            return
        files, identities = self._context.services.files, self._identities
        start_task(
            self._context,
            lambda: files.export(identities, exporter.key, target),
            partial(_on_written, self._context),
            self._context.dialogue.show_error,
        )

    def _ask_place(self, exporter: Exporter) -> Path | None:
        start = Path(self._context.services.settings.get().last_folder or Path.home())
        if len(self._identities) > 1 and not exporter.many:
            chosen = QFileDialog.getExistingDirectory(self._told, self.tr("Folder for the files"), str(start))
            return Path(chosen) if chosen else None
        known = self._context.library.conversation(self._identities[0])
        many = len(self._identities) > 1 or known is None
        name = self.tr("Conversations") if many or known is None else known.title
        proposed = start / (file_stem(name) + exporter.suffix)
        chosen, _filter = QFileDialog.getSaveFileName(self._told, self.tr("Export"), str(proposed))
        if not chosen:
            return None
        return Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(exporter.suffix)


def _on_written(context: ChatContext, written: list[Path]) -> None:
    """Say where the files are, and offer to show them."""
    settings, folder = context.services.settings, written[0].parent
    start_task(context, lambda: settings.change(last_folder=str(folder)), None, _ignored)
    said = QCoreApplication.translate("ExportPopover", "Exported to {0}").replace("{0}", written[0].name)
    if len(written) > 1:
        said = QCoreApplication.translate("ExportPopover", "{0} files written").replace(
            "{0}", str(len(written))
        )
    url = QUrl.fromLocalFile(str(folder))
    context.shell.notify(
        said, QCoreApplication.translate("ExportPopover", "Show"), lambda: QDesktopServices.openUrl(url)
    )


def _ignored(error: HoneError) -> None:
    """The last folder is a convenience: the export itself has worked."""
