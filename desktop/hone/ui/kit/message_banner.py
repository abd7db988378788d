"""A card that says what went wrong, what to do next, and, folded away, the details."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from hone.errors import HoneError
from hone.ui.kit.buttons import Button, GhostButton, IconButton
from hone.ui.kit.card import column
from hone.ui.kit.icons import IconFont
from hone.ui.kit.lengths import fix_size
from hone.ui.kit.text import BodyLabel, Label
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_ICONS = {
    "danger": "warning-circle",
    "warning": "warning",
    "success": "check-circle",
    "accent": "info",
    "": "info",
}


class ToneIcon(QWidget):
    """A small icon in the colour of a tone."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        fix_size(self, 20, 20)
        Theme.current().theme_changed.connect(self.update)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = f"{self._tone}_text" if self._tone else "text_muted"
        IconFont.current().draw(painter, QRectF(self.rect()), _ICONS[self._tone], role)


class MessageBanner(QFrame):
    """Tones: danger, warning, success, accent or "" (neutral). Hidden until something is shown."""

    dismissed = Signal()

    def __init__(self, dismissable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._detail = ""
        self._icon = ToneIcon("")
        self._message = Label(style=Type.STRONG, wrap=True)
        self._hint = BodyLabel(tone="muted")
        self._message.set_selectable()
        self._hint.set_selectable()
        self._message.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close = IconButton("x", self.tr("Dismiss"), size=14)
        self._close.setVisible(dismissable)
        self._close.clicked.connect(self._on_close_clicked)
        self._details = QPlainTextEdit()
        self._details.setProperty("kind", "log")
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFixedHeight(160)
        self._details.hide()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        self._buttons: list[Button] = []
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._fold = GhostButton(self.tr("Details"), "caret-down")
        self._fold.setStyleSheet("padding-left: 0;")
        self._fold.clicked.connect(self._on_fold_clicked)
        self._copy = GhostButton(self.tr("Copy details"), "copy")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._actions.addWidget(self._fold)
        self._actions.addWidget(self._copy)
        self._actions.addStretch(1)
        words = column(spacing=Space.XS)
        words.addWidget(self._message)
        words.addWidget(self._hint)
        words.addLayout(self._actions)
        self._actions.setContentsMargins(0, Space.XS, 0, 0)
        words.addWidget(self._details)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.S, Space.M)
        layout.setSpacing(Space.M)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def show_error(self, error: HoneError) -> None:
        """Show an error: its sentence, its hint, and its detail folded away."""
        self.show_message("danger", error.message, error.hint, error.detail)

    def show_message(self, tone: str, message: str, hint: str = "", detail: str = "") -> None:
        """Show a sentence in a tone."""
        self._detail = detail
        self._icon.set_tone(tone)
        self._message.setText(message)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._details.setPlainText(detail)
        self._details.hide()
        for button in (self._fold, self._copy):
            button.setVisible(bool(detail))
        self._fold.set_icon("caret-down")
        self.setAccessibleName(f"{message} {hint}".strip())
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def add_action(
        self, text: str, on_click: Callable[[], object], icon: str = "", kind: str = "secondary"
    ) -> Button:
        """Add a button before the details."""
        button = Button(text, kind, icon)
        button.clicked.connect(lambda: on_click())
        self._actions.insertWidget(len(self._buttons), button)
        self._buttons.append(button)
        return button

    def clear_actions(self) -> None:
        """Remove the buttons that were added."""
        for button in self._buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()

    @Slot()
    def _on_fold_clicked(self) -> None:
        shown = not self._details.isVisibleTo(self)
        self._details.setVisible(shown)
        self._fold.set_icon("caret-up" if shown else "caret-down")

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._message.text()}\n{self._hint.text()}\n\n{self._detail}")
