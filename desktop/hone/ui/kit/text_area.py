"""A field for a longer text, as high as the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from hone.ui.kit.theme import Theme

_ROOM = 18  # padding and border of a field, above and below


class TextArea(QPlainTextEdit):
    """A field as high as its text, between `least` and `most` lines. `edited` when the person writes.

    With `leaves_undo` the keys that undo and redo go to the window, which undoes more than this text.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        least: int = 2,
        most: int = 14,
        leaves_undo: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._leaves_undo = leaves_undo
        self._showing = False
        self.setProperty("kind", "field")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setUndoRedoEnabled(not leaves_undo)
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        Theme.current().theme_changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without a signal; the cursor stays where the text is the same."""
        if text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def event(self, event: QEvent) -> bool:
        if (
            self._leaves_undo
            and event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit()

    @Slot()
    def _fit(self) -> None:
        lines = self._lines()
        full = lines >= self._most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        height = self.fontMetrics().lineSpacing() * max(self._least, lines) + _ROOM
        if height != self.height():
            self.setFixedHeight(height)

    def _lines(self) -> int:
        """Return the lines of the text at this width, up to the most that are shown."""
        block, lines = self.document().begin(), 0
        while block.isValid() and lines < self._most:
            # Asking for its place lays a block out; its number of lines alone may be an old one.
            self.blockBoundingGeometry(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return min(lines, self._most)
