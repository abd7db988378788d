"""The palette itself: a line to type in over a list; everything by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from hone.errors import HoneError
from hone.ui.kit.card import Line
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.page import Shell
from hone.ui.palette.entry import PaletteEntry
from hone.ui.palette.index import PaletteIndex
from hone.ui.palette.providers import provided
from hone.ui.palette.results import ResultDelegate, ResultModel
from hone.ui.supervisor import start_task

_MOST_RECENT = 20
_WIDTH, _HEIGHT = 640, 460
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(Sheet):
    """Lists `commands()` and what the providers know. `typed` at every key."""

    typed = Signal()

    def __init__(self, window: QWidget, shell: Shell, commands: Callable[[], Sequence[PaletteEntry]]) -> None:
        super().__init__(window, _WIDTH, _HEIGHT)
        self._shell, self._commands = shell, commands
        self._things: list[PaletteEntry] = []
        self._index = PaletteIndex()
        self.setAccessibleName(self.tr("Command palette"))
        self._edit = QLineEdit()
        self._edit.setProperty("kind", "palette")
        self._edit.setPlaceholderText(self.tr("Type a command, a conversation, a model…"))
        self._edit.setAccessibleName(self.tr("Search commands, conversations and models"))
        self._edit.textEdited.connect(self._on_text_edited)
        self._edit.installEventFilter(self)
        self._model = ResultModel(self)
        self._list = _result_list(self._model, self.tr("Results"))
        self._list.clicked.connect(self._on_clicked)
        self._none = CaptionLabel(self.tr("Nothing fits. Fewer letters find more."))
        self._none.setContentsMargins(Space.M, Space.L, Space.M, Space.L)
        self.body.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        for widget in (self._edit, Line(), self._none):
            self.body.addWidget(widget)
        self.body.addWidget(self._list, 1)
        self.body.addStretch(0)
        shell.commands.changed.connect(self._on_commands_changed)
        Theme.current().theme_changed.connect(self._list.doItemsLayout)

    def open(self) -> None:
        self._edit.clear()
        self._model.set_results(())  # so that nothing is chosen from before
        self._fill()
        super().open()
        self._edit.setFocus()
        start_task(self, lambda: provided(self._shell), self._on_provided, self._on_failed)

    def eventFilter(self, watched: QObject, event: object) -> bool:
        if watched is self._edit and isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            if event.key() in _STEPS:
                self._step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close_sheet()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        recent = self._shell.services.settings.get().recent_commands
        chosen = self._chosen_key()
        self._index.fill(self._commands(), self._things, recent)
        self._show()
        self._choose(chosen)

    def _chosen_key(self) -> str:
        """Return the key of the entry that Enter would take."""
        row = self._list.currentIndex().row()
        return self._model.results[row].entry.key if 0 <= row < len(self._model.results) else ""

    def _choose(self, key: str) -> None:
        """Choose an entry again: what comes in late must not take its place under the finger."""
        rows = (row for row, result in enumerate(self._model.results) if result.entry.key == key)
        row = next(rows, None)
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _show(self) -> None:
        results = self._index.find(self._edit.text())
        self._model.set_results(results)
        self._none.setVisible(not results)
        self._list.setVisible(bool(results))
        if results:
            self._list.setCurrentIndex(self._model.index(0, 0))
            self._list.scrollToTop()

    def _step(self, by: int) -> None:
        """Move the choice; from the last entry on to the first, and back."""
        count = self._model.rowCount()
        if not count:
            return
        row = self._list.currentIndex().row() + by
        row = row % count if abs(by) == 1 else min(max(row, 0), count - 1)
        self._list.setCurrentIndex(self._model.index(row, 0))

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self.typed.emit()
        self._show()

    @Slot(object)
    def _on_provided(self, things: list[PaletteEntry]) -> None:
        self._things = things
        if self.isVisible():
            self._fill()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._shell.tell_error(error)

    @Slot()
    def _on_commands_changed(self) -> None:
        if self.isVisible():
            self._fill()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex) -> None:
        """Close, then do what was chosen, so that it finds the focus where it was."""
        if not index.isValid():
            return
        entry = self._model.results[index.row()].entry
        self.close_sheet()
        self._remember(entry.key)
        QTimer.singleShot(0, self, entry.run)

    def _remember(self, key: str) -> None:
        settings = self._shell.services.settings
        recent = (key, *(known for known in settings.get().recent_commands if known != key))[:_MOST_RECENT]
        start_task(self, lambda: settings.change(recent_commands=recent), None, self._on_failed)


def _result_list(model: ResultModel, name: str) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(ResultDelegate(view))
    view.setAccessibleName(name)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setMouseTracking(True)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setFont(Theme.current().font(Type.BODY))
    return view
