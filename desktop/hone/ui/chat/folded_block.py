"""A quiet line in a reply that opens on click or Enter: what a model thought, or a tool that it calls."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.markdown_stack import MarkdownStack
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_LINE = 28
_INSET = 18


class _FoldButton(GhostButton):
    """A button that Enter presses too; Qt leaves that to dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class FoldedBlock(QWidget):
    """Places its parts by hand, as the message does. What is folded is not laid out, however it grows."""

    toggled = Signal(bool)
    link_requested = Signal(QUrl)
    code_copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._growing = False
        self._is_open = False
        self._grew = False
        self._text: MarkdownStack | None = None
        self.button = _FoldButton("", "caret-right", self)
        self.button.setStyleSheet("text-align: left; padding: 2px 6px;")
        self.button.clicked.connect(self._on_button_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the text is shown."""
        return self._is_open

    @property
    def title(self) -> str:
        """The line that is always shown."""
        return self.button.text()

    @property
    def source(self) -> str:
        """The text inside, shown or not."""
        return self._source

    def show_text(self, title: str, source: str, growing: bool, is_open: bool) -> None:
        """Show a title and, when it is open, the Markdown `source`."""
        self._source, self._growing = source, growing
        if title != self.button.text():
            self.button.setText(title)
            self.button.adjustSize()
        self._show_state(is_open)

    def height_at(self, width: int) -> int:
        """Return the height at a width."""
        if not self._is_open or self._text is None:
            return _line()
        return _line() + self._text.height_at(max(60, width - _INSET)) + Space.S

    def refresh(self) -> None:
        """Draw again in the theme's colours."""
        if self._text is not None:
            self._text.refresh()

    def arrange(self) -> None:
        """Place the parts."""
        self.button.setGeometry(-6, 0, min(self.width() + 6, self.button.sizeHint().width()), _line() - 2)
        if self._is_open and self._text is not None:
            inner = max(60, self.width() - _INSET)
            self._text.setGeometry(_INSET, _line(), inner, self._text.height_at(inner))
            self._text.arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_open:
            painter = QPainter(self)
            rule = Theme.current().colour("border_strong")
            painter.fillRect(4, _line(), 2, self.height() - _line() - Space.S, rule)

    def _show_state(self, is_open: bool) -> None:
        if is_open != self._is_open or not self.button.accessibleDescription():
            self._is_open = is_open
            self.button.set_icon("caret-down" if is_open else "caret-right")
        said = (
            self.tr("Open. Press Enter to fold it.") if is_open else self.tr("Folded. Press Enter to open.")
        )
        self.button.setAccessibleName(self.title)
        self.button.setAccessibleDescription(said)
        if is_open:
            self._show_inside()
        elif self._text is not None:
            self._text.hide()

    def _show_inside(self) -> None:
        if self._text is None:
            self._text = MarkdownStack(tone="text_muted", parent=self)
            self._text.link_requested.connect(self.link_requested)
            self._text.code_copied.connect(self.code_copied)
        self._text.set_name(self.title)
        if self._growing:
            self._text.set_growing(self._source)
        elif self._grew or self._text.source != self._source:
            self._text.set_markdown(self._source)
        self._grew = self._growing
        self._text.show()

    @Slot()
    def _on_button_clicked(self) -> None:
        self._show_state(not self._is_open)
        self.toggled.emit(self._is_open)


def _line() -> int:
    """Return the height of the line that is always shown."""
    return Theme.current().length(_LINE)
