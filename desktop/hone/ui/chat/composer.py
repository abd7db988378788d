"""Where the user writes: grows to eight lines, Enter sends, Shift+Enter makes a new line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hone.domain.chat import Attachment
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.popover import Popover
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_LINES = 8


class GrowingEdit(QPlainTextEdit):
    """A plain text field as high as its text, up to eight lines."""

    submitted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        Theme.current().theme_changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(1, min(_LINES, int(self.document().size().height())))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == _LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(line * lines + 4)


class AttachmentSource(Protocol):
    """What holds the texts that go with the next message."""

    def attachments(self) -> tuple[Attachment, ...]:
        """Return what is attached now."""

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Attach these in the place of what was; nothing takes all away."""


class Composer(QFrame):
    """The field with its send or stop button. `sent(text)`; the text stays until `clear_text`."""

    sent = Signal(str)
    changed = Signal()
    stop_requested = Signal()
    edit_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "composer")
        self._replying = False
        self._allowed = True
        self._source: AttachmentSource | None = None
        self._edit = GrowingEdit()
        self._edit.setAccessibleName(self.tr("Message"))
        self._edit.installEventFilter(self)
        self._edit.submitted.connect(self._on_submitted)
        self._edit.escaped.connect(self._on_escaped)
        self._edit.textChanged.connect(self._show_button)
        self._edit.textChanged.connect(self.changed)
        self._button = IconButton("arrow-up", self.tr("Send"), "on_accent", 18)
        self._button.setProperty("kind", "filled")
        self._button.clicked.connect(self._on_button_clicked)
        self._editing = self._make_editing_line()
        self._line = QHBoxLayout()
        self._line.setSpacing(Space.S)
        self._line.addWidget(self._edit, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignBottom)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(Space.XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._editing)
        layout.addLayout(self._bars)
        layout.addLayout(self._line)
        self.set_placeholder("")
        self._show_button()

    def text(self) -> str:
        """Return what is written."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Write a text, with the cursor at its end."""
        self._edit.setPlainText(text)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)

    def clear_text(self) -> None:
        """Empty the field, and take away what is attached."""
        self._edit.clear()
        self.set_attachments(())
        self.set_editing("")

    def add_bar(self, widget: QWidget) -> None:
        """Put something above the text."""
        self._bars.addWidget(widget)

    def add_button(self, widget: QWidget) -> None:
        """Put a button at the left of the one that sends."""
        self._line.insertWidget(self._line.count() - 1, widget, 0, Qt.AlignmentFlag.AlignBottom)

    def set_attachment_source(self, source: AttachmentSource) -> None:
        """Say who holds the texts that go with the message; it calls `attachments_changed`."""
        self._source = source

    def attachments(self) -> tuple[Attachment, ...]:
        """Return what goes with the message."""
        return self._source.attachments() if self._source is not None else ()

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Attach these in the place of what was."""
        if self._source is not None:
            self._source.set_attachments(attachments)

    @Slot()
    def attachments_changed(self) -> None:
        """Look again whether there is something to send."""
        self._show_button()
        self.changed.emit()

    def set_placeholder(self, name: str) -> None:
        """Say whom the message goes to."""
        said = self.tr("Message {0}").replace("{0}", name) if name else self.tr("Write a message")
        self._edit.setPlaceholderText(said)

    def set_replying(self, replying: bool) -> None:
        """Offer to stop instead of to send."""
        self._replying = replying
        self._show_button()

    def set_allowed(self, allowed: bool) -> None:
        """Whether there is a model to send to; writing is always possible."""
        self._allowed = allowed
        self._show_button()

    def set_editing(self, note: str) -> None:
        """Show that the text replaces an earlier one, in the words of `note`; "" when it does not."""
        self._editing_note.setText(note)
        self._editing.setVisible(bool(note))

    def focus_text(self) -> None:
        """Put the cursor into the field, unless something that lies over the window has the keys."""
        over: QWidget | None = self.window().focusWidget()
        while over is not None and not isinstance(over, Sheet | Popover):
            over = over.parentWidget()
        if over is None or not over.isVisible():
            self._edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("state", "focus" if event.type() is QEvent.Type.FocusIn else "")
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus()
        super().mousePressEvent(event)

    def _make_editing_line(self) -> QWidget:
        holder = QWidget()
        cancel = IconButton("x", self.tr("Cancel editing"), size=14)
        cancel.clicked.connect(self._on_cancel_clicked)
        self._editing_note = CaptionLabel(wrap=False)
        layout = row(self._editing_note, None, cancel)
        holder.setLayout(layout)
        holder.hide()
        return holder

    @Slot()
    def _show_button(self) -> None:
        if self._replying:
            self._button.set_icon("stop-fill")
            self._button.set_name(self.tr("Stop the reply"), "Esc")
            self._button.setEnabled(True)
            return
        self._button.set_icon("arrow-up")
        self._button.set_name(self.tr("Send"), self.tr("Enter"))
        self._button.setEnabled(self._allowed and self._has_something())

    def _has_something(self) -> bool:
        return bool(self.text().strip() or self.attachments())

    @Slot()
    def _on_submitted(self) -> None:
        if not self._replying and self._allowed and self._has_something():
            self.sent.emit(self.text())

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._replying:
            self.stop_requested.emit()
        else:
            self._on_submitted()

    @Slot()
    def _on_escaped(self) -> None:
        if self._replying:
            self.stop_requested.emit()
        elif self._editing.isVisibleTo(self):
            self._on_cancel_clicked()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.clear_text()
        self.edit_cancelled.emit()
