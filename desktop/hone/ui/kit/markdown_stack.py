"""Markdown that grows: what is finished stays laid out, only the last block is laid out again.

Inserting HTML at the end of one document merges blocks and lists at the seams. So a growing text is a
stack of views that are each set as a whole, and when it has ended it becomes one view, with one selection.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hone.ui.kit.markdown import stable_length
from hone.ui.kit.markdown_view import MarkdownView

_SEGMENT = 6000


class MarkdownStack(QWidget):
    """Shows Markdown, whole or growing, at its full height; `tone` is the colour's role."""

    link_requested = Signal(QUrl)
    code_copied = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None, tone: str = "text") -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._views: list[MarkdownView] = []
        self._texts: list[str] = []
        self._source = ""
        self._view(0)

    @property
    def source(self) -> str:
        """The Markdown that is shown."""
        return self._source

    def set_name(self, name: str) -> None:
        """Name the text for screen readers."""
        self._name = name
        for view in self._views:
            view.setAccessibleName(name)

    def set_markdown(self, text: str) -> None:
        """Show a whole text in one view."""
        self._source = text
        self._show([text])

    def set_plain(self, text: str) -> None:
        """Show text as it was typed."""
        self._source = text
        self._texts = [text]
        self._view(0).set_plain(text)
        self._view(0).show()
        for view in self._views[1:]:
            view.hide()

    def ideal_width(self, room: int) -> int:
        """Return the width that a plain text wants, at most `room`."""
        return self._view(0).ideal_width(room)

    def mark_words(self, numbers: frozenset[int]) -> None:
        """Mark words of a text that has ended, by their numbers; see MarkdownView."""
        self._view(0).mark_words(numbers if len(self._texts) == 1 else frozenset())

    def mute_beginning(self, given: int) -> None:
        """Draw what the first `given` characters of the text show in a quieter colour."""
        start = 0
        for index, text in enumerate(self._texts):
            self._view(index).mute_beginning(min(len(text), max(0, given - start)))
            start += len(text)

    def mark_references(self, tooltip: str) -> int:
        """Mark links and references of a text that has ended; see MarkdownView."""
        return self._view(0).mark_references(tooltip) if len(self._texts) == 1 else 0

    def set_growing(self, text: str) -> None:
        """Show a text that grows at its end."""
        self._source = text
        stable = stable_length(text)
        texts: list[str] = []
        start = 0
        for known in self._texts[:-1]:
            if len(known) >= _SEGMENT and start + len(known) <= stable and text.startswith(known, start):
                texts.append(known)
                start += len(known)
            else:
                break
        if stable > start:
            texts.append(text[start:stable])
        texts.append(text[stable:])
        self._show(texts)

    def refresh(self) -> None:
        """Draw the text again in the theme's colours."""
        for view in self._views:
            view.refresh()

    def height_at(self, width: int) -> int:
        """Return the height of the text at a width."""
        return sum(
            self._view(index).height_at(width) for index, text in enumerate(self._texts) if text.strip()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the views below each other."""
        top = 0
        for index, text in enumerate(self._texts):
            view = self._view(index)
            if text.strip():
                height = view.height_at(self.width())
                view.setGeometry(0, top, self.width(), height)
                top += height

    def _show(self, texts: list[str]) -> None:
        for index, text in enumerate(texts):
            view = self._view(index)
            if index >= len(self._texts) or self._texts[index] != text or view.plain:
                view.set_markdown(text)
            view.setVisible(bool(text.strip()))
        for view in self._views[len(texts) :]:
            view.hide()
        self._texts = texts

    def _view(self, index: int) -> MarkdownView:
        while len(self._views) <= index:
            view = MarkdownView(self._name, self, self._tone)
            view.link_requested.connect(self.link_requested)
            view.code_copied.connect(self.code_copied)
            self._views.append(view)
        return self._views[index]
