"""The conversations at the left: new, search, rename in place, delete with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QVBoxLayout, QWidget

from hone.domain.chat import Conversation
from hone.ui.chat.conversation_delegate import ConversationDelegate
from hone.ui.chat.conversation_model import ConversationModel
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.icons import icon
from hone.ui.kit.side_panel import SidePanel
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

WIDTH = 256
_SEARCH_AFTER_MS = 150


class ConversationView(QListView):
    """The list itself: F2 renames, Delete deletes."""

    delete_requested = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.delete_requested.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class ConversationList(SidePanel):
    """All signals are requests; the page answers with `set_conversations`."""

    chosen = Signal(str)
    new_requested = Signal()
    rename_requested = Signal(str, str)
    delete_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", WIDTH, parent)
        self._model = ConversationModel(self)
        self._model.rename_requested.connect(self.rename_requested)
        delegate = ConversationDelegate(self)
        delegate.delete_requested.connect(self._on_delete_requested)
        delegate.edit_requested.connect(self._on_edit_requested)
        self._view = self._make_view(delegate)
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Search conversations"))
        self._search.setAccessibleName(self.tr("Search conversations"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._on_search_due)
        self._search.textChanged.connect(self._on_search_typed)
        self._empty = CaptionLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()

    def set_conversations(self, conversations: Sequence[Conversation], current: str) -> None:
        """Show these and mark one."""
        self._model.set_conversations(conversations)
        self.set_current(current)
        self._empty.setVisible(not conversations)
        searched = bool(self._search.text().strip())
        self._empty.setText(
            self.tr("Nothing matches.") if searched else self.tr("Your conversations will be listed here.")
        )
        self._view.setVisible(bool(conversations))

    def set_current(self, identity: str) -> None:
        """Mark a conversation without a signal."""
        index = self._model.index_of(identity)
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._view.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self._view.viewport().update()

    def set_busy(self, identities: frozenset[str]) -> None:
        """Mark the conversations whose reply is being made."""
        self._model.set_busy(identities)

    def search_text(self) -> str:
        """Return what is searched for."""
        return self._search.text().strip()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def _make_view(self, delegate: ConversationDelegate) -> ConversationView:
        view = ConversationView()
        view.setModel(self._model)
        view.setItemDelegate(delegate)
        view.setAccessibleName(self.tr("Conversations"))
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QListView.EditTrigger.EditKeyPressed | QListView.EditTrigger.DoubleClicked)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.delete_requested.connect(self._on_delete_requested)
        return view

    def _lay_out(self) -> None:
        new = IconButton("note-pencil", self.tr("New conversation"))
        new.set_name(self.tr("New conversation"), "Ctrl+N")
        new.clicked.connect(self.new_requested)
        top = row(HeadingLabel(self.tr("Conversations")), None, new)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.XS)
        head.setSpacing(Space.S)
        head.addLayout(top)
        head.addWidget(self._search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, Space.S)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._view, 1)
        layout.addSpacing(Space.L)
        layout.addWidget(self._empty)
        layout.addStretch(0)
        self._empty.setContentsMargins(Space.L, 0, Space.L, 0)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        conversation = self._model.conversation(current)
        if conversation is not None:
            self.chosen.emit(conversation.id)

    @Slot(QModelIndex)
    def _on_delete_requested(self, index: QModelIndex) -> None:
        conversation = self._model.conversation(index)
        if conversation is not None:
            self.delete_requested.emit(conversation.id)

    @Slot(QModelIndex)
    def _on_edit_requested(self, index: QModelIndex) -> None:
        self._view.edit(index)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if self._model.conversation(index) is None:
            return
        menu = QMenu(self)
        rename = menu.addAction(icon("pencil-simple"), self.tr("Rename"))
        delete = menu.addAction(icon("trash"), self.tr("Delete"))
        taken = menu.exec(self._view.viewport().mapToGlobal(place))
        if taken is rename:
            self._view.edit(index)
        elif taken is delete:
            self._on_delete_requested(index)

    @Slot()
    def _on_search_typed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_search_due(self) -> None:
        self.search_requested.emit(self.search_text())
