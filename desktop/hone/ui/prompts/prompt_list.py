"""The prompts at the left: by folder, searched, filtered by a tag."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hone.domain.prompts import SavedPrompt
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import column, row
from hone.ui.kit.icons import icon
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.side_panel import SidePanel
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

Index = QModelIndex | QPersistentModelIndex
WIDTH = 256
_SEARCH_AFTER_MS = 150
_SIDE = 8


class PromptRows(QAbstractListModel):
    """Prompts with a heading before each folder; a row is a SavedPrompt or a heading's text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SavedPrompt | str] = []
        self.drafts: Collection[str] = ()

    def set_prompts(self, prompts: Sequence[SavedPrompt], drafts: Collection[str]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows, self.drafts = [], drafts
        folder = ""
        for prompt in prompts:
            if prompt.folder != folder:
                self.rows.append(prompt.folder)
                folder = prompt.folder
            self.rows.append(prompt)
        self.endResetModel()

    def row_of(self, prompt_id: str) -> int:
        """Return the row of a prompt; -1 when it is not shown."""
        return next(
            (n for n, each in enumerate(self.rows) if isinstance(each, SavedPrompt) and each.id == prompt_id),
            -1,
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return each
        if role == Qt.ItemDataRole.DisplayRole:
            return each if isinstance(each, str) else each.name
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(each, SavedPrompt):
            unsaved = self.tr("unsaved changes") if each.id in self.drafts else ""
            return ". ".join(filter(None, (each.name, ", ".join(each.tags), unsaved)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: PromptRows, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, each = Theme.current(), index.data(Qt.ItemDataRole.UserRole)
        if isinstance(each, str):
            return QSize(100, round(34 * theme.scale))
        tags = theme.size(Type.CAPTION) * 1.5 if each.tags else 0
        return QSize(100, round(14 + theme.size(Type.BODY) * 1.5 + tags))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, each = Theme.current(), index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(each, str):
            painter.setFont(theme.font(Type.OVERLINE))
            painter.setPen(theme.colour("text_faint"))
            place = rect.adjusted(_SIDE + 10, 8, -_SIDE - 10, 0)
            shown = painter.fontMetrics().elidedText(each, Qt.TextElideMode.ElideLeft, int(place.width()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        else:
            self._paint_prompt(painter, rect, each, option.state)  # type: ignore[attr-defined]
        painter.restore()

    def _paint_prompt(
        self, painter: QPainter, rect: QRectF, prompt: SavedPrompt, state: QStyle.StateFlag
    ) -> None:
        theme = Theme.current()
        body = rect.adjusted(_SIDE, 1, -_SIDE, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(body, 8, 8)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRoundedRect(body, 8, 8)
        words = body.adjusted(10, 6, -10, -6)
        if prompt.id in self._model.drafts:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QRectF(body.right() - 16, words.top() + 6, 6, 6))
            words.setRight(words.right() - 14)
        line = QRectF(words.left(), words.top(), words.width(), theme.size(Type.BODY) * 1.5)
        self._line(painter, line, prompt.name, Type.STRONG if chosen else Type.BODY, "text")
        below = QRectF(line.left(), line.bottom(), line.width(), theme.size(Type.CAPTION) * 1.5)
        self._line(painter, below, ", ".join(prompt.tags), Type.CAPTION, "text_faint")

    @staticmethod
    def _line(painter: QPainter, rect: QRectF, text: str, style: Type, role: str) -> None:
        painter.setFont(Theme.current().font(style))
        painter.setPen(Theme.current().colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)


class _View(QListView):
    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)


class PromptList(SidePanel):
    """All signals are requests; the page answers with `set_prompts`."""

    chosen = Signal(str)
    new_requested = Signal()
    import_requested = Signal()
    search_requested = Signal(str)
    delete_requested = Signal()
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", WIDTH, parent)
        self._prompts: tuple[SavedPrompt, ...] = ()
        self._drafts: Collection[str] = ()
        self._model = PromptRows(self)
        self._view = self._make_view()
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Search prompts"))
        self._search.setAccessibleName(self.tr("Search prompts"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._on_search_due)
        self._search.textChanged.connect(self._on_search_typed)
        self._tag = Picker(self.tr("Tag"), self.tr("All tags"), "tag", 200, 240)
        self._tag.picked.connect(self._show)
        self._none = CaptionLabel(self.tr("No prompt holds these words."))
        self._lay_out()

    def set_prompts(self, prompts: Sequence[SavedPrompt], drafts: Collection[str], current: str) -> None:
        """Show prompts and mark those with unsaved changes."""
        self._prompts, self._drafts = tuple(prompts), drafts
        tags = sorted({tag for prompt in prompts for tag in prompt.tags}, key=str.casefold)
        kept = self._tag.current() if self._tag.current() in tags else ""
        self._tag.set_options([Option("", self.tr("All tags")), *(Option(tag, tag) for tag in tags)], kept)
        self._tag.setVisible(bool(tags))
        self._show()
        self.set_current(current)

    def set_current(self, prompt_id: str) -> None:
        """Mark the open prompt; no signal."""
        place = self._model.row_of(prompt_id)
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        if place < 0:
            selection.clear()
        else:
            selection.setCurrentIndex(
                self._model.index(place, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        selection.blockSignals(False)
        self._view.viewport().update()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def _make_view(self) -> _View:
        view = _View()
        view.setAccessibleName(self.tr("Prompts"))
        view.setModel(self._model)
        view.setItemDelegate(_Delegate(self._model, self))
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        view.delete_requested.connect(self.delete_requested)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        return view

    def _lay_out(self) -> None:
        new = IconButton("plus", self.tr("New prompt"))
        new.clicked.connect(self.new_requested)
        bring = IconButton("download-simple", self.tr("Import prompts"))
        bring.clicked.connect(self.import_requested)
        head = column(margin=0, spacing=Space.S)
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.XS)
        head.addLayout(row(HeadingLabel(self.tr("Prompts")), None, bring, new, spacing=2))
        head.addWidget(self._search)
        head.addWidget(self._tag)
        self._none.setContentsMargins(Space.L, Space.S, Space.L, 0)
        layout = column(self, spacing=0)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self._view, 1)

    @Slot()
    def _show(self) -> None:
        tag = self._tag.current()
        shown = [prompt for prompt in self._prompts if not tag or tag in prompt.tags]
        current = self._view.currentIndex().data(Qt.ItemDataRole.UserRole)
        self._model.set_prompts(shown, self._drafts)
        self._none.setVisible(not shown)
        if isinstance(current, SavedPrompt):
            self.set_current(current.id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        prompt = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(prompt, SavedPrompt):
            self.chosen.emit(prompt.id)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        prompt = self._view.indexAt(place).data(Qt.ItemDataRole.UserRole)
        if isinstance(prompt, SavedPrompt):
            self.menu_requested.emit(prompt.id, self._view.viewport().mapToGlobal(place))

    @Slot()
    def _on_search_typed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_search_due(self) -> None:
        self.search_requested.emit(self._search.text())
