"""Conversations as an item model, grouped by when they were last used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hone.domain.chat import Conversation

ConversationRole = int(Qt.ItemDataRole.UserRole)
GroupRole = ConversationRole + 1
BusyRole = ConversationRole + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A heading (no conversation) or a conversation."""

    group: str
    conversation: Conversation | None = None


class ConversationModel(QAbstractListModel):
    """Rows are headings and conversations, newest first. Editing a title is a request."""

    rename_requested = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._busy: frozenset[str] = frozenset()

    def set_conversations(self, conversations: Sequence[Conversation], today: date | None = None) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._rows = []
        group = ""
        for conversation in conversations:
            found = self._group_of(conversation.updated_at, today or datetime.now().astimezone().date())
            if found != group:
                group = found
                self._rows.append(Row(group))
            self._rows.append(Row(group, conversation))
        self.endResetModel()

    def set_busy(self, identities: frozenset[str]) -> None:
        """Mark the conversations whose reply is being made."""
        self._busy = identities
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0), [BusyRole])

    def conversation(self, index: Index) -> Conversation | None:
        """Return the conversation of a row; None for a heading."""
        return self._rows[index.row()].conversation if index.isValid() else None

    def index_of(self, identity: str) -> QModelIndex:
        """Return the row of a conversation."""
        for row, entry in enumerate(self._rows):
            if entry.conversation is not None and entry.conversation.id == identity:
                return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        conversation = row.conversation
        if role == ConversationRole:
            return conversation
        if role == GroupRole:
            return row.group
        if role == BusyRole:
            return conversation is not None and conversation.id in self._busy
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return conversation.title if conversation else row.group
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        conversation = self.conversation(index)
        title = str(value).strip()
        if conversation is None or not title or title == conversation.title:
            return False
        self.rename_requested.emit(conversation.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.conversation(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def _group_of(self, used: datetime, today: date) -> str:
        day = used.astimezone().date()
        if day >= today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        if day > today - timedelta(days=7):
            return self.tr("Last seven days")
        if day > today - timedelta(days=30):
            return self.tr("Last thirty days")
        return self.tr("Earlier")
