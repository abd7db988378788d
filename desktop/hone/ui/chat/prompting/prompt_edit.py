"""A field for a prompt's text: as high as the text, with its variables coloured."""

from __future__ import annotations

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from hone.domain.prompts import places_in
from hone.ui.kit.text_area import TextArea
from hone.ui.kit.theme import Theme


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


class PromptEdit(TextArea):
    """A field as high as its text, between `least` and `most` lines, with its variables coloured."""

    def __init__(
        self, name: str, placeholder: str = "", least: int = 2, most: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder, least, most, parent=parent)
        self._highlighter = VariableHighlighter(self.document())
