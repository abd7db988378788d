"""A field for a prompt's text: as high as the text, with its variables coloured."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from hone.domain.prompts import places_in
from hone.ui.kit.theme import Theme

_ROOM = 18  # padding and border of a field, above and below


class VariableHighlighter(QSyntaxHighlighter):
    """Colours each `{{variable}}` of a document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        Theme.current().theme_changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if "{{" not in text:
            return
        theme = Theme.current()
        style = QTextCharFormat()
        style.setForeground(theme.colour("accent_text"))
        style.setBackground(theme.colour("accent_soft"))
        for start, end, _ in places_in(text):
            # Qt counts in UTF-16, Python in characters: they differ after an emoji.
            before = len(text[:start].encode("utf-16-le")) // 2
            self.setFormat(before, len(text[start:end].encode("utf-16-le")) // 2, style)


class PromptEdit(QPlainTextEdit):
    """A field as high as its text, between `least` and `most` lines. `edited` when the person writes."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, name: str, placeholder: str = "", least: int = 2, most: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._showing = False
        self.setProperty("kind", "field")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(1)
        self._highlighter = VariableHighlighter(self.document())
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
