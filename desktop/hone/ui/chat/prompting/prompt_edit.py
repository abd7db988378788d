"""A field for a prompt's text: as high as the text, with its variables coloured."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFocusEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
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
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
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

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._least, min(self._most, int(self.document().size().height())))
        height = line * lines + _ROOM
        if height != self.height():
            self.setFixedHeight(height)
