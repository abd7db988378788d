"""Whether the list stands beside the open data set, or in its place where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from hone.ui.data.header import DataHeader
from hone.ui.data.list import WIDTH, DataSetList
from hone.ui.kit.theme import Theme

if TYPE_CHECKING:
    from hone.ui.data.page import DataPage

_BESIDE = 600  # what a data set needs to be worked on in comfort, at text scale 1


class Room(QObject):
    """Shows the list as the header's button says, and always while no data set is open."""

    def __init__(self, page: DataPage, data_sets: DataSetList, beside: QWidget, header: DataHeader) -> None:
        super().__init__(page)
        self._page, self._list, self._beside, self._header = page, data_sets, beside, header
        self._button = header.list_button
        self._narrow = False
        self._button.toggled.connect(self.show_sides)
        Theme.current().theme_changed.connect(self.fit)
        page.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    @Slot()
    def fit(self) -> None:
        """Find whether both fit; the list gives way when they do not any more."""
        narrow = self._page.width() < (WIDTH + _BESIDE) * max(1.0, Theme.current().scale)
        if narrow != self._narrow:
            self._narrow = narrow
            self._button.setChecked(not narrow)
            self._header.set_narrow(narrow)
        self.show_sides()

    @Slot()
    def show_sides(self) -> None:
        """Show what is asked for; while there is nothing to list, a narrow window shows the welcome."""
        opened = self._page.context.data_set is not None
        empty = not self._page.desk.data_sets and not self._page.desk.trash
        listed = self._button.isChecked() if opened else not (self._narrow and empty)
        self._list.setVisible(listed)
        self._list.fill_room(self._narrow)
        self._beside.setVisible(not (self._narrow and listed))

    def leave_list(self) -> None:
        """Make room for the data set where the list would hide it."""
        if self._narrow:
            self._button.setChecked(False)
