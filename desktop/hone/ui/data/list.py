"""The data sets at the left: searched, with what is new in them, and the trash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from hone.domain.dataset_library import DataSet
from hone.ui.data.list_delegate import DataSetDelegate
from hone.ui.data.words import fresh_text, origin_text, size_in_words
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.card import column, row
from hone.ui.kit.icons import icon
from hone.ui.kit.quantities import count_text
from hone.ui.kit.side_panel import SidePanel
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
WIDTH = 264


class DataSetRows(QAbstractListModel):
    """The data sets that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DataSet, ...] = ()

    def set_rows(self, rows: Sequence[DataSet]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, data_set_id: str) -> int:
        """Return the row of a data set; -1 when it is not shown."""
        return next((number for number, each in enumerate(self.rows) if each.id == data_set_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return each
        if role == Qt.ItemDataRole.DisplayRole:
            return each.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(each.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (each.name, size_in_words(each), fresh_text(each), origin_text(each.origin))
            return ", ".join(filter(None, said))
        return None


class _View(QListView):
    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)


class DataSetList(SidePanel):
    """All signals are requests; the page answers with `set_data_sets`."""

    chosen = Signal(str)
    open_requested = Signal()
    menu_requested = Signal(str, QPoint)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", WIDTH, parent)
        self._data_sets: tuple[DataSet, ...] = ()
        self._trash: tuple[DataSet, ...] = ()
        self._current = ""
        self.in_trash = False
        self.model = DataSetRows(self)
        self.view = self._make_view()
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Search data sets"))
        self.search.setAccessibleName(self.tr("Search data sets"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._show)
        self._title = HeadingLabel()
        self._none = CaptionLabel()
        self._add = IconButton("plus", self.tr("Add a file…"))
        keeps = self._add.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._add.setSizePolicy(keeps)
        self._add.clicked.connect(self.open_requested)
        self.trash_button = GhostButton(self.tr("Trash"), "trash")
        self.trash_button.clicked.connect(self.toggle_trash)
        self._lay_out()
        self._show()

    def set_data_sets(self, data_sets: Sequence[DataSet], trash: Sequence[DataSet], current: str) -> None:
        """Show the data sets and mark the open one."""
        self._data_sets, self._trash = tuple(data_sets), tuple(trash)
        if not trash:
            self.in_trash = False
        self._current = current
        self._show()

    def set_current(self, data_set_id: str) -> None:
        """Mark the open data set; no signal."""
        self._current = data_set_id
        place = self.model.row_of(data_set_id)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if place < 0:
            selection.clear()
        else:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self.model.index(place, 0), flag)
        selection.blockSignals(False)
        self.view.viewport().update()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def neighbour(self, by: int) -> str:
        """Return the data set below (1) or above (-1) the open one; "" when there is none."""
        place = self.model.row_of(self._current) + by
        return self.model.rows[place].id if 0 <= place < len(self.model.rows) else ""

    @Slot()
    def toggle_trash(self) -> None:
        """Show the trash, or the data sets again."""
        self.in_trash = not self.in_trash and bool(self._trash)
        self._show()

    def _make_view(self) -> _View:
        view = _View()
        view.setAccessibleName(self.tr("Data sets"))
        view.setModel(self.model)
        view.setItemDelegate(DataSetDelegate(self))
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        view.delete_requested.connect(self.delete_requested)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        return view

    def _lay_out(self) -> None:
        head = column(spacing=Space.S)
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.XS)
        head.addLayout(row(self._title, None, self._add, spacing=2))
        head.addWidget(self.search)
        self._none.setContentsMargins(Space.L, Space.S, Space.L, 0)
        foot = row(self.trash_button, None)
        foot.setContentsMargins(Space.S, Space.XS, Space.S, Space.S)
        layout = column(self, spacing=0)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    @Slot()
    def _show(self) -> None:
        words = self.search.text().casefold().split()
        listed = self._trash if self.in_trash else self._data_sets
        shown = [each for each in listed if all(word in each.name.casefold() for word in words)]
        self.model.set_rows(shown)
        self._title.setText(self.tr("Trash") if self.in_trash else self.tr("Data"))
        self._add.setVisible(not self.in_trash)
        self.trash_button.setVisible(bool(self._trash))
        left = self.tr("Trash ({0})").replace("{0}", count_text(len(self._trash)))
        self.trash_button.setText(self.tr("Back to the data sets") if self.in_trash else left)
        self.trash_button.setAccessibleName(self.trash_button.text())
        self.trash_button.set_icon("arrow-left" if self.in_trash else "trash")
        self._none.setVisible(not shown)
        nothing = self.tr("Nothing here yet. Drop a file anywhere on this page.")
        self._none.setText(self.tr("No data set is called that.") if words else nothing)
        self.set_current(self._current)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        each = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(each, DataSet):
            self._current = each.id
            self.chosen.emit(each.id)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        each = self.view.indexAt(place).data(Qt.ItemDataRole.UserRole)
        if isinstance(each, DataSet):
            self.menu_requested.emit(each.id, self.view.viewport().mapToGlobal(place))
