"""Reads conversations from a file, with progress, a way to stop, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from hone.domain.conversation_files import ImportProgress, ImportReport
from hone.errors import HoneError
from hone.ui.chat.panel import ChatContext
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, HeadingLabel
from hone.ui.supervisor import Supervisor, start_task

Changed = Callable[[], object]


def choose_file(context: ChatContext, page: QWidget, changed: Changed) -> None:
    """Ask for a file, then read it."""
    start = context.services.settings.get().last_folder or str(Path.home())
    title = QCoreApplication.translate("ConversationImport", "Import conversations")
    kinds = QCoreApplication.translate("ConversationImport", "Conversations ({0})").replace(
        "{0}", "*.json *.jsonl *.ndjson *.zip"
    )
    chosen, _filter = QFileDialog.getOpenFileName(page.window(), title, start, f"{kinds};;(*)")
    if chosen:
        ImportSheet(context, page.window(), Path(chosen), changed).start()


class ImportSheet(Sheet):
    """Shows how far the import is, then what came of it."""

    def __init__(self, context: ChatContext, window: QWidget, path: Path, changed: Changed) -> None:
        super().__init__(window, 520)
        self._context, self._path, self._changed = context, path, changed
        self._files = context.services.files
        self._report: ImportReport | None = None
        self._progress = ProgressView(self.tr("Import of {0}").replace("{0}", path.name))
        self._said = BodyLabel()
        self._said.hide()
        self._why = QPlainTextEdit()
        self._why.setReadOnly(True)
        self._why.setProperty("kind", "log")
        self._why.setMaximumHeight(160)
        self._why.setAccessibleName(self.tr("What did not come in"))
        self._why.hide()
        self._stop = SecondaryButton(self.tr("Stop"))
        self._stop.clicked.connect(self._files.stop_import)
        self._undo = GhostButton(self.tr("Undo the import"))
        self._undo.clicked.connect(self._on_undo_clicked)
        self._undo.hide()
        self._done = PrimaryButton(self.tr("Done"))
        self._done.clicked.connect(self.close_sheet)
        self._done.hide()
        self.body.addWidget(HeadingLabel(self.tr("Import conversations")))
        for widget in (self._progress, self._said, self._why):
            self.body.addWidget(widget)
        self.body.addLayout(row(self._undo, None, self._stop, self._done))
        self._supervisor = Supervisor(merge=_merged, parent=self)
        self._supervisor.arrived.connect(self._on_event)
        self._supervisor.failed.connect(self._on_failed)
        self._supervisor.ended.connect(self._on_ended)
        self.closed.connect(self._on_closed)

    def start(self) -> None:
        """Read the file."""
        self.open()
        self._progress.set_progress(self.tr("Reading {0}").replace("{0}", self._path.name), 0, 1)
        path = self._path
        self._supervisor.run(lambda: self._files.import_file(path))

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, ImportProgress):
            said = self.tr("{0} conversations").replace("{0}", str(event.conversations))
            self._progress.set_progress(said, event.done_bytes, event.total_bytes)
        elif isinstance(event, ImportReport):
            self._show_report(event)

    def _show_report(self, report: ImportReport) -> None:
        self._report = report
        self._progress.hide()
        self._stop.hide()
        self._done.show()
        self._undo.setVisible(bool(report.conversation_ids))
        self._said.setText("\n".join(self._sentences(report)))
        self._said.show()
        reasons = "\n".join(f"{each.place}: {each.why}" for each in report.refused)
        self._why.setPlainText(reasons)
        self._why.setVisible(bool(reasons))
        self._changed()
        self.refit()
        self._done.setFocus()

    def _sentences(self, report: ImportReport) -> list[str]:
        count = str(len(report.conversation_ids))
        said = [
            self.tr("{0} conversations with {1} messages came in ({2}).")
            .replace("{0}", count)
            .replace("{1}", str(report.messages))
            .replace("{2}", report.format)
        ]
        if report.was_stopped:
            said.append(self.tr("You stopped the import; the rest of the file was not read."))
        if report.known:
            said.append(self.tr("{0} were here already.").replace("{0}", str(report.known)))
        if report.left_out:
            parts = ", ".join(f"{number} {name}" for name, number in report.left_out.items())
            said.append(self.tr("Left out of messages: {0}.").replace("{0}", parts))
        if report.refused_count:
            said.append(self.tr("{0} entries could not be read:").replace("{0}", str(report.refused_count)))
        return said

    @Slot()
    def _on_undo_clicked(self) -> None:
        report = self._report
        if report is not None:
            files = self._files
            start_task(
                self._context,
                lambda: files.undo_import(report),
                partial(_undone, self._changed),
                self._failed,
            )
        self.close_sheet()

    def _failed(self, error: HoneError) -> None:
        self._context.dialogue.show_error(error)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.close_sheet()
        self._context.dialogue.show_error(error)

    @Slot()
    def _on_ended(self) -> None:
        if not self.isVisible():
            self.deleteLater()

    @Slot()
    def _on_closed(self) -> None:
        if self._supervisor.busy:
            self._files.stop_import()
        else:
            self.deleteLater()


def _undone(changed: Changed, removed: object) -> None:
    changed()


def _merged(first: object, second: object) -> object | None:
    both = isinstance(first, ImportProgress) and isinstance(second, ImportProgress)
    return second if both else None
