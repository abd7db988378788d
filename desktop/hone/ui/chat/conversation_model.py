"""Conversations as an item model: rows without widgets, so that ten thousand cost little."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hone.domain.arrangement import Folder
from hone.domain.chat import Conversation
from hone.domain.search import SearchResult
from hone.ui.chat.conversation_rows import Row, RowKind, rows_of, rows_of_search

RowRole = int(Qt.ItemDataRole.UserRole)
BusyRole = RowRole + 1
MIME = "application/x-hone-conversations"
Index = QModelIndex | QPersistentModelIndex


class ConversationModel(QAbstractListModel):
    """Headings, folders and conversations, or what a search found. Edits and drops are requests."""

    rename_requested = Signal(str, str)
    folder_rename_requested = Signal(str, str)
    move_requested = Signal(list, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._busy: frozenset[str] = frozenset()

    def set_conversations(
        self,
        conversations: Sequence[Conversation],
        folders: Sequence[Folder] = (),
        tags: frozenset[str] = frozenset(),
        today: date | None = None,
    ) -> None:
        """Show these, in this order."""
        self._set_rows(rows_of(conversations, folders, today or datetime.now().astimezone().date(), tags))

    def set_result(self, result: SearchResult) -> None:
        """Show what a search found."""
        self._set_rows(rows_of_search(result))

    def set_busy(self, identities: frozenset[str]) -> None:
        """Mark the conversations whose reply is being made."""
        changed = self._busy ^ identities
        self._busy = identities
        for identity in changed:
            index = self.index_of(identity)
            if index.isValid():
                self.dataChanged.emit(index, index, [BusyRole])

    def row(self, index: Index) -> Row | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def conversation(self, index: Index) -> Conversation | None:
        """Return the conversation of a row; None for a heading or folder."""
        row = self.row(index)
        return row.conversation if row is not None else None

    def index_of(self, identity: str) -> QModelIndex:
        """Return the row of a conversation."""
        place = self._places.get(identity)
        return QModelIndex() if place is None else self.index(place, 0)

    def index_of_folder(self, path: str) -> QModelIndex:
        """Return the row of a folder."""
        for place, row in enumerate(self._rows):
            if row.kind is RowKind.FOLDER and row.path == path:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role == BusyRole:
            return row.conversation is not None and row.conversation.id in self._busy
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.conversation is not None and row.hit is None:
            return " · ".join(
                part for part in (row.path, *(f"#{tag}" for tag in row.conversation.tags)) if part
            )
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, text = self._rows[index.row()], str(value).strip()
        if not text or text == row.text:
            return False
        if row.kind is RowKind.FOLDER:
            above = row.path.rpartition("/")[0]
            self.folder_rename_requested.emit(row.path, f"{above}/{text}" if above else text)
        elif row.conversation is not None:
            self.rename_requested.emit(row.conversation.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if row.kind is RowKind.HEADING:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        known = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row.kind is not RowKind.HIT:
            known |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
        return known | Qt.ItemFlag.ItemIsDragEnabled if row.kind is RowKind.CONVERSATION else known

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        found = [self.conversation(index) for index in indexes]
        data = QMimeData()
        data.setData(MIME, "\n".join(each.id for each in found if each).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask to move what was dropped into the folder of the row below it; a heading is no folder."""
        under = self.row(parent) if parent.isValid() else None
        if not data.hasFormat(MIME) or under is None:
            return False
        identities = bytes(data.data(MIME).data()).decode().split("\n")
        self.move_requested.emit(identities, under.path)
        return False  # the rows are made anew when the move is done

    def _set_rows(self, rows: list[Row]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {}
        for place, row in enumerate(rows):
            if row.kind is RowKind.CONVERSATION and row.conversation is not None:
                self._places.setdefault(row.conversation.id, place)
        self.endResetModel()

    def _said(self, row: Row) -> str:
        """Return what a screen reader says of a row."""
        if row.kind is RowKind.FOLDER:
            state = self.tr("closed") if row.collapsed else self.tr("open")
            said = self.tr("Folder {0}, {1}, conversations: {2}")
            return said.replace("{0}", row.text).replace("{1}", state).replace("{2}", str(row.count))
        if row.hit is not None:
            return row.hit.snippet
        tags = ", ".join(row.conversation.tags) if row.conversation else ""
        return f"{row.text}, {tags}" if tags else row.text
