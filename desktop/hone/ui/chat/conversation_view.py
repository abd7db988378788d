"""The rows of the conversation list on the screen, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from hone.ui.chat.conversation_model import ConversationModel
from hone.ui.chat.conversation_rows import Row, RowKind


class ConversationView(QListView):
    """F2 renames, Delete deletes, Enter opens, Left and Right fold; Shift and Ctrl choose several."""

    delete_requested = Signal()
    opened = Signal(QModelIndex)  # chosen alone, to be shown beside the list
    entered = Signal(QModelIndex)  # Enter or a click: to go there
    fold_requested = Signal(QModelIndex, bool)
    chosen_changed = Signal()
    left_upwards = Signal()

    def __init__(self, model: ConversationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Conversations"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed | QListView.EditTrigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)

    def chosen_ids(self) -> list[str]:
        """Return the chosen conversations from top to bottom, each once."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        found = [self._model.conversation(index) for index in rows]
        return list(dict.fromkeys(each.id for each in found if each is not None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        row = self._model.row(index)
        if row is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QListView.State.EditingState:
            self._enter(index, row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(index, row, key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Up and not self._any_above(index):
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        row = self._model.row(self.indexAt(event.position().toPoint()))
        event.setAccepted(row is not None)

    def dropIndicatorPosition(self) -> QAbstractItemView.DropIndicatorPosition:
        return QAbstractItemView.DropIndicatorPosition.OnItem

    def _enter(self, index: QModelIndex, row: Row) -> None:
        if row.kind is RowKind.FOLDER:
            self.fold_requested.emit(index, not row.collapsed)
        else:
            self.entered.emit(index)

    def _fold(self, index: QModelIndex, row: Row, close: bool) -> None:
        if row.kind is RowKind.FOLDER and row.collapsed != close:
            self.fold_requested.emit(index, close)
        elif close and row.path:
            above = row.path.rpartition("/")[0] if row.kind is RowKind.FOLDER else row.path
            place = self._model.index_of_folder(above)
            if place.isValid():
                self.setCurrentIndex(place)

    def _any_above(self, index: QModelIndex) -> bool:
        rows = (self._model.row(self._model.index(place, 0)) for place in range(index.row()))
        return any(row is not None and row.kind is not RowKind.HEADING for row in rows)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        chosen = self.selectionModel().selectedIndexes()
        if len(chosen) == 1:
            row = self._model.row(chosen[0])
            if row is not None and row.kind is RowKind.CONVERSATION:
                self.opened.emit(chosen[0])
        self.chosen_changed.emit()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None and row.kind is RowKind.HIT and len(self.selectionModel().selectedIndexes()) == 1:
            self.entered.emit(index)
