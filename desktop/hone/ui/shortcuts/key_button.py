"""A button that shows a shortcut and takes a new one from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from hone.ui.kit.buttons import Button
from hone.ui.shortcuts.binding import is_modifier, is_usable

_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyButton(Button):
    """`keys_pressed(portable text)`, "" to take the shortcut away; `refused` for keys that are for typing."""

    keys_pressed = Signal(str)
    refused = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("", "keys", parent=parent)
        self._title, self._keys, self._own = title, "", False
        self._waiting = False
        self.clicked.connect(self.wait_for_keys)

    @property
    def waiting(self) -> bool:
        """Whether the next keys are taken."""
        return self._waiting

    def show_keys(self, keys: str, own: bool) -> None:
        """Show a shortcut; `own` when the person chose it."""
        self._keys, self._own = keys, own
        self._set_waiting(False)

    def wait_for_keys(self) -> None:
        """Take the next keys that are pressed."""
        self.setFocus()
        self._set_waiting(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._waiting:
            super().keyPressEvent(event)
            return
        event.accept()
        key = Qt.Key(event.key())
        if is_modifier(key):
            return
        if key is Qt.Key.Key_Escape:
            self._set_waiting(False)
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _CLEAR:
            self._tell("")
            return
        combination = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, key)
        if is_usable(combination):
            self._tell(QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText))
        else:
            self.refused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_waiting(False)
        super().focusOutEvent(event)

    def _tell(self, keys: str) -> None:
        self._set_waiting(False)
        self.keys_pressed.emit(keys)

    def _set_waiting(self, waiting: bool) -> None:
        self._waiting = waiting
        native = QKeySequence(self._keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(self.tr("Press the new keys…") if waiting else native or self.tr("None"))
        said = self.tr("Keys of {0}: {1}").replace("{0}", self._title)
        self.setAccessibleName(said.replace("{1}", native or self.tr("none")))
        self.setProperty("state", "waiting" if waiting else "own" if self._own else "")
        self.style().unpolish(self)
        self.style().polish(self)
