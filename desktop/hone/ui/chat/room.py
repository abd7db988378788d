"""Which of list and panel stand beside the conversation, where there is not room for all three."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from hone.ui.kit.theme import Theme

_LEAST_MIDDLE = 360
"""The narrowest conversation, in pixels at text scale 1, that still reads well."""


@dataclass(frozen=True)
class Places:
    """List, conversation and panel, and the buttons that show and hide the outer two."""

    left: QWidget
    middle: QWidget
    right: QWidget
    left_button: QAbstractButton
    right_button: QAbstractButton


class ChatRoom(QObject):
    """Closes what does not fit: the panel first, then the list, which comes back when there is room again.

    What a person opens stays open; the other one gives way. A panel that leaves no room at all takes the
    place of the conversation until it is closed.
    """

    def __init__(self, page: QWidget, places: Places) -> None:
        super().__init__(page)
        self._page = page
        self._left, self._middle, self._right = places.left, places.middle, places.right
        self._left_button, self._right_button = places.left_button, places.right_button
        self._gave_way = False
        self._own = False
        page.installEventFilter(self)
        places.left_button.toggled.connect(self._on_left_toggled)
        places.right_button.toggled.connect(self._on_right_toggled)
        Theme.current().theme_changed.connect(self._on_room_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._on_room_changed()
        return super().eventFilter(watched, event)

    def _fits(self, *, left: bool, right: bool) -> bool:
        beside = (_least(self._left) if left else 0) + (_least(self._right) if right else 0)
        return beside + Theme.current().length(_LEAST_MIDDLE) <= self._page.width()

    @Slot()
    def _on_room_changed(self) -> None:
        left, right = self._left_button.isChecked(), self._right_button.isChecked()
        if left and right and not self._fits(left=True, right=True):
            self._set(self._right_button, False)
            right = False
        if left and not self._fits(left=True, right=right):
            self._gave_way = True
            self._set(self._left_button, False)
        elif not left and self._gave_way and self._fits(left=True, right=right):
            self._gave_way = False
            self._set(self._left_button, True)
        self._cover()

    @Slot(bool)
    def _on_left_toggled(self, shown: bool) -> None:
        if self._own:
            return
        self._gave_way = False
        if shown and self._right_button.isChecked() and not self._fits(left=True, right=True):
            self._set(self._right_button, False)
        self._cover()

    @Slot(bool)
    def _on_right_toggled(self, shown: bool) -> None:
        if self._own:
            return
        if shown and self._left_button.isChecked() and not self._fits(left=True, right=True):
            self._gave_way = True
            self._set(self._left_button, False)
        elif not shown and self._gave_way and self._fits(left=True, right=False):
            self._gave_way = False
            self._set(self._left_button, True)
        self._cover()

    def _cover(self) -> None:
        """Show the conversation, but where a panel needs its place too."""
        roomy = not self._right_button.isChecked() or self._fits(left=False, right=True)
        if not roomy and self._middle.isAncestorOf(self._page.window().focusWidget() or self._page):
            self._right.setFocus()  # else it goes to whatever comes next in the window
        self._middle.setVisible(roomy)

    def _set(self, button: QAbstractButton, shown: bool) -> None:
        """Toggle a button for the page alone: this is no wish of the person."""
        self._own = True
        button.setChecked(shown)
        self._own = False


def _least(widget: QWidget) -> int:
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())
