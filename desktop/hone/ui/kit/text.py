"""Labels of the type scale. All are plain text: a model's or a file's words are never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hone.ui.kit.typography import Type


class Label(QLabel):
    """Plain text in a style of the type scale; `tone` is muted, faint, accent, danger, warning or success."""

    def __init__(
        self,
        text: str = "",
        style: Type = Type.BODY,
        tone: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style.name.lower())
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_selectable(self) -> None:
        """Let the text be selected with mouse and keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


class DisplayLabel(Label):
    """The largest text: one per empty page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.DISPLAY, parent=parent)


class TitleLabel(Label):
    """The title of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.TITLE, parent=parent)


class HeadingLabel(Label):
    """The heading of a section or card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.HEADING, parent=parent)


class BodyLabel(Label):
    """Running text; wraps."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.BODY, tone, wrap=True, parent=parent)


class StrongLabel(Label):
    """A name or a value that matters."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.STRONG, tone, parent=parent)


class CaptionLabel(Label):
    """Small muted text below or beside something; wraps."""

    def __init__(
        self, text: str = "", tone: str = "", wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, Type.CAPTION, tone, wrap, parent)


class OverlineLabel(Label):
    """A small heading above a group."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.OVERLINE, parent=parent)


class MonoLabel(Label):
    """Paths, numbers in columns, code."""

    def __init__(
        self, text: str = "", tone: str = "", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, Type.MONO, tone, wrap, parent)


class Badge(Label):
    """A short word on a soft ground."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.OVERLINE, tone, parent=parent)
        self.setProperty("kind", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
