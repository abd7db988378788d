"""How many columns of the page of prompts fit beside each other, and which are shown."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from hone.ui.kit.theme import Theme
from hone.ui.prompts.history import WIDTH as HISTORY_WIDTH
from hone.ui.prompts.prompt_list import WIDTH as LIST_WIDTH

if TYPE_CHECKING:
    from hone.ui.prompts.page import PromptsPage

_MIDDLE = 560  # what a text needs to be written in comfort, at text scale 1


class _Room(Enum):
    FOR_ONE = 1
    FOR_TWO = 2
    FOR_ALL = 3


class Columns(QObject):
    """Shows list and history as the bar's buttons say; where one column fits, the one asked for last."""

    def __init__(self, page: PromptsPage, middle: QWidget) -> None:
        super().__init__(page)
        self._page, self._middle = page, middle
        self._room = _Room.FOR_ALL
        page.bar.list.toggled.connect(self._on_list_toggled)
        page.bar.history.toggled.connect(self._on_history_toggled)
        Theme.current().theme_changed.connect(self._fit)
        page.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def show_sides(self) -> None:
        """Show what is asked for; without a prompt there is always the list, and no history."""
        page = self._page
        opened = page.desk.open_prompt is not None
        listed = page.bar.list.isChecked() or not opened
        history = page.bar.history.isChecked() and opened
        page.list.setVisible(listed)
        for side in (page.list, page.history):
            side.fill_room(self._room is _Room.FOR_ONE)
        page.history.setVisible(history)
        self._middle.setVisible(self._room is not _Room.FOR_ONE or not (listed or history))

    def leave_list(self) -> None:
        """Make room for the text where the list would hide it."""
        if self._room is _Room.FOR_ONE:
            self._page.bar.list.setChecked(False)

    @Slot()
    def _fit(self) -> None:
        """Find how many columns fit, and leave out the sides when that changed."""
        scale = max(1.0, Theme.current().scale)
        needed = (LIST_WIDTH + _MIDDLE) * scale
        if self._page.width() < needed:
            room = _Room.FOR_ONE
        elif self._page.width() < needed + HISTORY_WIDTH * scale:
            room = _Room.FOR_TWO
        else:
            room = _Room.FOR_ALL
        if room is not self._room:
            self._room = room
            self._page.bar.list.setChecked(room is not _Room.FOR_ONE)
            self._page.bar.history.setChecked(room is _Room.FOR_ALL)
            self.show_sides()

    @Slot(bool)
    def _on_list_toggled(self, shown: bool) -> None:
        if shown and self._room is _Room.FOR_ONE:
            self._page.bar.history.setChecked(False)
        self.show_sides()

    @Slot(bool)
    def _on_history_toggled(self, shown: bool) -> None:
        if shown and self._room is _Room.FOR_ONE:
            self._page.bar.list.setChecked(False)
        self.show_sides()
