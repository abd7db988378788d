"""The conversations at the left: search, folders, tags, several at once; all its signals are requests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hone.domain.arrangement import Folder
from hone.domain.chat import Conversation
from hone.domain.search import SearchResult
from hone.ui.chat.conversation_chosen import ChosenBar, TagBar
from hone.ui.chat.conversation_delegate import ConversationDelegate
from hone.ui.chat.conversation_model import ConversationModel
from hone.ui.chat.conversation_rows import RowKind
from hone.ui.chat.conversation_view import ConversationView
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.icons import icon
from hone.ui.kit.side_panel import SidePanel
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

WIDTH = 256
_SEARCH_AFTER_MS = 120


class ConversationList(SidePanel):
    """The page answers its requests with `set_conversations` or `set_result`."""

    chosen = Signal(str)
    hit_chosen = Signal(str, str)  # conversation, message
    new_requested = Signal()
    rename_requested = Signal(str, str)
    delete_requested = Signal(str)
    delete_many_requested = Signal(list)
    search_requested = Signal(str)
    move_requested = Signal(list, str)
    folder_rename_requested = Signal(str, str)
    folder_delete_requested = Signal(str)
    fold_requested = Signal(str, bool)
    menu_requested = Signal(object, QPoint)  # the row or None, where on the screen
    action_requested = Signal(str, list)  # see conversation_menu.py

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", WIDTH, parent)
        self._conversations: Sequence[Conversation] = ()
        self._folders: Sequence[Folder] = ()
        self._current = ""
        self._model = ConversationModel(self)
        self._model.rename_requested.connect(self.rename_requested)
        self._model.folder_rename_requested.connect(self.folder_rename_requested)
        self._model.move_requested.connect(self.move_requested)
        self._view = self._make_view()
        self._search = self._make_search()
        self.tags = TagBar()
        self.tags.changed.connect(self._show)
        self.bar = ChosenBar()
        self.bar.action_requested.connect(self._on_bar_action)
        self._empty = CaptionLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._told = CaptionLabel(tone="faint")
        self._told.hide()
        self._lay_out()

    def set_conversations(
        self, conversations: Sequence[Conversation], current: str, folders: Sequence[Folder] | None = None
    ) -> None:
        """Show these and mark one; folders stay as they were when none are given."""
        self._conversations, self._current = conversations, current
        if folders is not None:
            self._folders = folders
        self.tags.set_known(conversations)
        self._show()

    def set_result(self, result: SearchResult) -> None:
        """Show what a search found."""
        self._model.set_result(result)
        self._select(self._model.index_of(self._current))
        found = bool(result.found)
        self._view.setVisible(found)
        self._empty.setVisible(not found)
        self._empty.setText(
            self.tr('Nothing matches. Try fewer words, their beginnings, or "a phrase in quotes".')
        )
        waiting = self.tr("Not all messages are indexed yet: {0} are left.")
        self._told.setText(waiting.replace("{0}", str(result.pending)))
        self._told.setVisible(result.pending > 0)

    def set_current(self, identity: str) -> None:
        """Mark a conversation without a signal."""
        self._current = identity
        if len(self.chosen_ids()) > 1 and identity in self.chosen_ids():
            return
        chosen = self._model.conversation(self._view.currentIndex())
        if chosen is None or chosen.id != identity:
            self._select(self._model.index_of(identity))

    def set_busy(self, identities: frozenset[str]) -> None:
        """Mark the conversations whose reply is being made."""
        self._model.set_busy(identities)

    def chosen_ids(self) -> list[str]:
        """Return the conversations that are chosen."""
        return self._view.chosen_ids()

    def conversations(self) -> Sequence[Conversation]:
        """Return all conversations that are listed."""
        return self._conversations

    def folders(self) -> list[str]:
        """Return the paths of all folders."""
        named = {each.folder for each in self._conversations if each.folder}
        return sorted(named | {folder.path for folder in self._folders}, key=str.casefold)

    def search_text(self) -> str:
        """Return what is searched for."""
        return self._search.text().strip()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the cursor into the list."""
        self._view.setFocus()

    def rename_chosen(self) -> None:
        """Edit the name of what is chosen, in its place."""
        self._view.edit(self._view.currentIndex())

    def edit_folder(self, path: str) -> None:
        """Edit the name of a folder, in its place."""
        index = self._model.index_of_folder(path)
        self._select(index)
        self._view.edit(index)

    def anchor(self) -> QWidget:
        """Return what small questions are shown beside."""
        return self._search

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._go_to_first()
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_entered(self._first_index(hits=True))
                return True
        return super().eventFilter(watched, event)

    def _make_view(self) -> ConversationView:
        delegate = ConversationDelegate(self)
        delegate.delete_requested.connect(self._on_delete_clicked)
        delegate.edit_requested.connect(self._on_edit_requested)
        delegate.folded.connect(self._on_folded)
        view = ConversationView(self._model)
        view.setItemDelegate(delegate)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        view.opened.connect(self._on_opened)
        view.entered.connect(self._on_entered)
        view.fold_requested.connect(self._on_fold_requested)
        view.delete_requested.connect(self._on_delete_pressed)
        view.chosen_changed.connect(self._on_chosen_changed)
        view.left_upwards.connect(self.focus_search)
        return view

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setProperty("kind", "search")
        search.setPlaceholderText(self.tr("Search conversations"))
        search.setAccessibleName(self.tr("Search conversations"))
        search.setClearButtonEnabled(True)
        search.addAction(icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition)
        search.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._on_search_due)
        search.textChanged.connect(self._on_search_typed)
        return search

    def _lay_out(self) -> None:
        new = IconButton("note-pencil", self.tr("New conversation"))
        new.set_name(self.tr("New conversation"), "Ctrl+N")
        new.clicked.connect(self.new_requested)
        self._more = IconButton("dots-three", self.tr("Folders, import, export and trash"))
        self._more.clicked.connect(self._on_more_clicked)
        top = row(HeadingLabel(self.tr("Conversations")), None, self._more, new, spacing=Space.XS)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.XS)
        head.setSpacing(Space.S)
        head.addLayout(top)
        head.addWidget(self._search)
        head.addWidget(self.tags)
        head.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, Space.S)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._view, 1)
        layout.addSpacing(Space.L)
        layout.addWidget(self._empty)
        layout.addStretch(0)
        layout.addWidget(self.bar)
        self._empty.setContentsMargins(Space.L, 0, Space.L, 0)

    @Slot()
    def _show(self) -> None:
        """Show the conversations with the chosen tags; what a search found stays until it is read again."""
        if self.search_text():
            return
        self._told.hide()
        self._model.set_conversations(self._conversations, self._folders, self.tags.chosen())
        self._select(self._model.index_of(self._current))
        any_row = self._model.rowCount() > 0
        self._view.setVisible(any_row)
        self._empty.setVisible(not any_row)
        filtered = bool(self.tags.chosen())
        self._empty.setText(
            self.tr("No conversation has these tags.")
            if filtered
            else self.tr("Your conversations will be listed here.")
        )

    def _select(self, index: QModelIndex) -> None:
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._view.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self._view.viewport().update()
        self._on_chosen_changed()

    def _first_index(self, hits: bool) -> QModelIndex:
        wanted = (RowKind.HIT,) if hits else (RowKind.CONVERSATION, RowKind.FOLDER)
        for place in range(self._model.rowCount()):
            index = self._model.index(place, 0)
            shown = self._model.row(index)
            if shown is not None and shown.kind in wanted:
                return index
        return self._first_index(hits=False) if hits else QModelIndex()

    def _go_to_first(self) -> None:
        index = self._first_index(hits=False)
        if index.isValid():
            self._view.setFocus()
            self._view.setCurrentIndex(index)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        conversation = self._model.conversation(index)
        if conversation is not None:
            self._current = conversation.id
            self.chosen.emit(conversation.id)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        shown = self._model.row(index)
        if shown is None or shown.conversation is None:
            return
        self._current = shown.conversation.id
        if shown.hit is not None:
            self.hit_chosen.emit(shown.conversation.id, shown.hit.message_id)
        else:
            self.chosen.emit(shown.conversation.id)

    @Slot(QModelIndex)
    def _on_folded(self, index: QModelIndex) -> None:
        shown = self._model.row(index)
        if shown is not None:
            self.fold_requested.emit(shown.path, not shown.collapsed)

    @Slot(QModelIndex, bool)
    def _on_fold_requested(self, index: QModelIndex, close: bool) -> None:
        shown = self._model.row(index)
        if shown is not None:
            self.fold_requested.emit(shown.path, close)

    @Slot(QModelIndex)
    def _on_delete_clicked(self, index: QModelIndex) -> None:
        shown = self._model.row(index)
        if shown is not None and shown.kind is RowKind.FOLDER:
            self.folder_delete_requested.emit(shown.path)
        elif shown is not None and shown.conversation is not None:
            self.delete_requested.emit(shown.conversation.id)

    @Slot()
    def _on_delete_pressed(self) -> None:
        chosen = self.chosen_ids()
        if len(chosen) > 1:
            self.delete_many_requested.emit(chosen)
        else:
            self._on_delete_clicked(self._view.currentIndex())

    @Slot(QModelIndex)
    def _on_edit_requested(self, index: QModelIndex) -> None:
        self._view.edit(index)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        shown = self._model.row(self._view.indexAt(place))
        self.menu_requested.emit(shown, self._view.viewport().mapToGlobal(place))

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu_requested.emit(None, self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @Slot()
    def _on_chosen_changed(self) -> None:
        self.bar.show_count(len(self.chosen_ids()))

    @Slot(str)
    def _on_bar_action(self, key: str) -> None:
        self.action_requested.emit(key, self.chosen_ids())

    @Slot()
    def _on_search_typed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_search_due(self) -> None:
        self.search_requested.emit(self.search_text())
