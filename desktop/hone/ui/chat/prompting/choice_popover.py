"""A list to choose from, below the button that asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.ui.kit.icons import icon
from hone.ui.kit.option_list import Option, OptionList
from hone.ui.kit.popover import Popover


class ChoicePopover(Popover):
    """Shows options with a search field; `taken(key)` when one is taken."""

    taken = Signal(str)

    def __init__(self, anchor: QWidget, name: str, options: Sequence[Option]) -> None:
        super().__init__(anchor, width=380)
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search in {0}").replace("{0}", name))
        self._search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search.installEventFilter(self)
        self._list = OptionList(name)
        self._list.set_options(options, "")
        self._list.taken.connect(self._on_taken)
        self._search.textChanged.connect(self._list.filter)
        self.body.addWidget(self._search)
        self.body.addWidget(self._list)

    def open(self, above: bool = False) -> None:
        super().open(above)
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._list.take_current()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_taken(self, key: str) -> None:
        self.close_panel()
        self.taken.emit(key)
