"""What goes with the next message: chosen, dropped or pasted texts, as chips with what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from hone.domain.chat import Attachment
from hone.errors import HoneError
from hone.ui.chat.composer import Composer, GrowingEdit
from hone.ui.chat.panel import ChatContext
from hone.ui.commands import Command
from hone.ui.kit.buttons import IconButton, LinkButton
from hone.ui.kit.card import column, row
from hone.ui.kit.chips import Chips
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.services.attaching import AttachmentFit, ReadAttachment

LONG_PASTE = 4000
"""Characters from which on a pasted text is offered as an attachment."""

_COUNT_AFTER_MS = 200


class AttachmentBar(QWidget):
    """Holds the attachments of the composer, and stands above its text while there are any."""

    def __init__(self, context: ChatContext) -> None:
        super().__init__()
        self._context = context
        self._composer: Composer = context.dialogue.composer
        self._attached: list[Attachment] = []
        self._fit: AttachmentFit | None = None
        self._reading: list[str] = []
        self._pasted = ""
        self._counting = 0
        self.button = IconButton("paperclip", self.tr("Attach a file"), size=18)
        self.button.clicked.connect(self.choose)
        self.chips = Chips(self.tr("Attached to the message"), "file-text", removable=True)
        self.chips.removed.connect(self._on_removed)
        self._progress = ProgressView(self.tr("Reading the file"))
        self.warning = CaptionLabel(tone="warning")
        self.keep = LinkButton(self.tr("Keep the beginning"))
        self.keep.clicked.connect(self._on_keep_clicked)
        self.offer = CaptionLabel(wrap=False)
        self.accept = LinkButton(self.tr("Attach it instead"))
        self.accept.clicked.connect(self._on_accept_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_AFTER_MS)
        self._timer.timeout.connect(self._count)
        self._lay_out()
        self._connect()

    def attachments(self) -> tuple[Attachment, ...]:
        """Return what is attached now."""
        return tuple(self._attached)

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Attach these in the place of what was; nothing takes all away."""
        self._pasted = ""
        self._set(list(attachments))

    @Slot()
    def choose(self) -> None:
        """Let the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._composer,
            self.tr("Attach files"),
            "",
            self.tr("Texts and documents (*.txt *.md *.csv *.json *.py *.html *.pdf *.docx);;All files (*)"),
        )
        self.add_files([Path(name) for name in names])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files beside the window and attach their text."""
        service = self._context.services.attaching
        for path in paths:
            self._reading.append(path.name)
            start_task(
                self,
                partial(service.read, path),
                partial(self._on_read, path.name, self._context.desk.place),
                partial(self._on_not_read, path.name),
            )
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        ):  # fmt: skip
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if paths:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.Drop:
                    self.add_files(paths)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layout = column(self, spacing=Space.XS)
        layout.addWidget(self.chips)
        layout.addWidget(self._progress)
        layout.addLayout(row(self.offer, self.accept, None))
        layout.addWidget(self.warning)
        layout.addLayout(row(self.keep, None))
        self._show()

    def _connect(self) -> None:
        composer, context = self._composer, self._context
        composer.set_attachment_source(self)
        composer.add_bar(self)
        composer.add_button(self.button)
        edit = composer.findChild(GrowingEdit)
        assert isinstance(edit, GrowingEdit)
        edit.document().contentsChange.connect(self._on_contents_change)
        composer.setAcceptDrops(True)
        for target in (composer, edit.viewport(), context.dialogue.transcript.viewport()):
            target.setAcceptDrops(True)
            target.installEventFilter(self)
        context.settings_changed.connect(self._timer.start)
        attach = Command("chat.attach", self.tr("Attach a file"), self.tr("Chat"), "Ctrl+U", "paperclip")
        context.shell.commands.add(attach, self.choose, composer)

    def _set(self, attachments: list[Attachment]) -> None:
        self._attached = attachments
        self._fit = None
        self._show()
        self._timer.start()
        self._composer.attachments_changed()

    def _show(self) -> None:
        self.chips.set_texts([self._words(place) for place in range(len(self._attached))])
        self.chips.setVisible(bool(self._attached))
        self._progress.setVisible(bool(self._reading))
        if self._reading:
            self._progress.set_progress(self.tr("Reading {0}").replace("{0}", self._reading[0]))
        self.offer.setVisible(bool(self._pasted))
        self.accept.setVisible(bool(self._pasted))
        said = self.tr("You pasted {0} characters.")
        self.offer.setText(said.replace("{0}", count_text(len(self._pasted))))
        self._show_warning()
        self.setVisible(bool(self._attached or self._reading or self._pasted))

    def _words(self, place: int) -> str:
        name = self._attached[place].name
        if self._fit is None or place >= len(self._fit.counts):
            return name
        count = self._fit.counts[place]
        said = self.tr("{0} · {1} tokens") if count.exact else self.tr("{0} · about {1} tokens")
        return said.replace("{0}", name).replace("{1}", count_text(count.tokens))

    def _show_warning(self) -> None:
        fit = self._fit
        too_long = fit is not None and fit.is_too_long and bool(self._attached)
        self.warning.setVisible(too_long)
        self.keep.setVisible(too_long and fit is not None and bool(fit.kept))
        if not too_long or fit is None:
            return
        said = self.tr("Too long for this model: {0} tokens, and there is room for {1}.")
        said = said.replace("{0}", count_text(fit.tokens)).replace("{1}", count_text(fit.room))
        cut = next(
            ((old, new) for old, new in zip(self._attached, fit.kept, strict=False) if old != new), None
        )
        if cut is not None:
            kept = self.tr("The first {0} of {1} characters of {2} would be kept.")
            kept = kept.replace("{0}", count_text(len(cut[1].text))).replace(
                "{1}", count_text(len(cut[0].text))
            )
            said = f"{said} {kept.replace('{2}', cut[0].name)}"
        self.warning.setText(said)

    # ---- reading and counting

    def _on_read(self, name: str, place: int, read: ReadAttachment) -> None:
        self._reading.remove(name)
        if place != self._context.desk.place:  # it belonged to a message in another conversation
            self._show()
            return
        self._set([*self._attached, read.attachment])
        if read.note:
            self._context.shell.notify(f"{name}: {read.note}")

    def _on_not_read(self, name: str, error: HoneError) -> None:
        self._reading.remove(name)
        self._show()
        self._context.dialogue.show_error(error)

    @Slot()
    def _count(self) -> None:
        if not self._attached:
            return
        self._counting += 1
        context, attachments = self._context, self.attachments()
        service, model, sampling = context.services.attaching, context.model, context.desk.settings.sampling
        start_task(
            self,
            lambda: service.fit(model, sampling, attachments),
            partial(self._on_counted, self._counting),
            partial(self._on_not_counted, self._counting),
        )

    def _on_counted(self, number: int, fit: AttachmentFit) -> None:
        if number == self._counting and len(fit.counts) == len(self._attached):
            self._fit = fit
            self._show()

    def _on_not_counted(self, number: int, error: HoneError) -> None:
        """The names stand alone then; sending says what is wrong with the model."""

    # ---- what a person does

    @Slot(int)
    def _on_removed(self, place: int) -> None:
        gone = self._attached[place]
        self._set([*self._attached[:place], *self._attached[place + 1 :]])
        said = self.tr("{0} is not attached any more").replace("{0}", gone.name)
        undo = self._context.while_here(lambda: self._set([*self._attached, gone]))
        self._context.shell.notify(said, self.tr("Undo"), undo)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._fit is not None and self._fit.kept:
            self._set(list(self._fit.kept))

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        """Offer to attach a long text that came at once; forget the offer when the text goes."""
        edit = self._composer.findChild(GrowingEdit)
        if not isinstance(edit, GrowingEdit):
            return
        before, self._pasted = self._pasted, ""
        if added >= LONG_PASTE:
            self._pasted = edit.toPlainText()[position : position + added]
        elif before and before in edit.toPlainText():
            self._pasted = before
        if before != self._pasted:
            self._show()

    @Slot()
    def _on_accept_clicked(self) -> None:
        edit = self._composer.findChild(GrowingEdit)
        text, self._pasted = self._pasted, ""
        if not text or not isinstance(edit, GrowingEdit):
            return
        start = edit.toPlainText().find(text)
        if start >= 0:
            cursor = QTextCursor(edit.document())
            cursor.setPosition(start)
            cursor.setPosition(start + len(text), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        number = sum(1 for each in self._attached if each.name.startswith("pasted")) + 1
        self._set([*self._attached, Attachment(name=f"pasted text {number}", text=text)])
        self._composer.focus_text()
