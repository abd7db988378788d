"""What a reply should have said, written beside what it said."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hone.domain.chat import Message
from hone.ui.chat.feedback_commands import show_again
from hone.ui.chat.panel import ChatContext
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import CaptionLabel, HeadingLabel, OverlineLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task


class CorrectionSheet(Sheet):
    """The original at the left, the correction at the right; Ctrl+Enter keeps it."""

    def __init__(self, context: ChatContext, message: Message) -> None:
        super().__init__(context.dialogue.window(), 920, 560)
        self._context, self._message = context, message
        self._original = QPlainTextEdit(message.text)
        self._original.setReadOnly(True)
        self._original.setAccessibleName(self.tr("What the reply said"))
        self._edit = QPlainTextEdit(message.correction or message.text)
        self._edit.setAccessibleName(self.tr("What it should have said"))
        for text in (self._original, self._edit):
            text.setProperty("kind", "field")
        self._edit.setTabChangesFocus(True)
        self._original.setTabChangesFocus(True)
        self._edit.textChanged.connect(self._show_buttons)
        self._keep = PrimaryButton(self.tr("Keep correction"))
        self._keep.clicked.connect(self._on_keep_clicked)
        self._add = SecondaryButton(self.tr("Keep and add to data set…"))
        self._add.clicked.connect(self._on_add_clicked)
        self._remove = GhostButton(self.tr("Remove correction"), "trash")
        self._remove.clicked.connect(self._on_remove_clicked)
        if not message.correction:
            self._remove.hide()
        cancel = GhostButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        self.body.addLayout(row(HeadingLabel(self.tr("Correct this reply")), None, cancel))
        said = self.tr("The reply stays as it is. The correction is what a data set learns instead.")
        self.body.addWidget(CaptionLabel(said, "muted"))
        sides = QHBoxLayout()
        sides.setSpacing(Space.M)
        sides.addLayout(_side(self.tr("Original"), self._original), 1)
        sides.addLayout(_side(self.tr("Correction"), self._edit), 1)
        self.body.addLayout(sides, 1)
        self.body.addLayout(row(self._remove, None, self._add, self._keep))
        self.closed.connect(self.deleteLater)
        self._show_buttons()

    def open(self) -> None:
        """Show the editor with the cursor in it."""
        super().open()
        self._edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._keep.isEnabled():
            self._on_keep_clicked()
            return
        super().keyPressEvent(event)

    @Slot()
    def _show_buttons(self) -> None:
        text = self._edit.toPlainText()
        usable = bool(text.strip()) and text != self._message.text
        self._keep.setEnabled(usable)
        self._add.setEnabled(usable)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._save(self._edit.toPlainText(), then_add=False)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._save(self._edit.toPlainText(), then_add=True)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._save("", then_add=False)

    def _save(self, text: str, then_add: bool) -> None:
        context, before = self._context, self._message
        feedback = context.services.feedback
        changed = msgspec.structs.replace(before, correction=text)
        start_task(
            context,
            lambda: feedback.correct(before.id, text),
            partial(_kept, context, before, changed, then_add),
            context.dialogue.show_error,
        )
        self.close_sheet()


def _side(title: str, widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(Space.XS)
    layout.addWidget(OverlineLabel(title))
    layout.addWidget(widget, 1)
    return layout


def _kept(context: ChatContext, before: Message, after: Message, then_add: bool, _result: object) -> None:
    show_again(context, after)
    if then_add:
        from hone.ui.chat.feedback_datasets import DatasetSheet

        DatasetSheet(context, after).open()
        return
    feedback = context.services.feedback

    def undo() -> None:
        start_task(
            context,
            lambda: feedback.correct(before.id, before.correction),
            partial(show_again, context, before),
            context.dialogue.show_error,
        )

    said = (
        QCoreApplication.translate("FeedbackCorrection", "Correction kept")
        if after.correction
        else QCoreApplication.translate("FeedbackCorrection", "Correction removed")
    )
    context.shell.notify(said, QCoreApplication.translate("FeedbackCorrection", "Undo"), undo)
