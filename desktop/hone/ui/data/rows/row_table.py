"""The table of rows: numbers and marks at the left, prompt and reply beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hone.ui.data.rows.row_model import RowColumn, RowModel, RowView
from hone.ui.kit.icons import IconFont
from hone.ui.kit.lengths import follow
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

_HEIGHT = 34
_PADDING = 10


class RowTable(QTableView):
    """`chosen(row)` when another row is current; `menu_requested(place)` for a menu about those selected."""

    chosen = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(self.tr("Rows"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.setMinimumWidth(220)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(20)
        model.modelReset.connect(self._fit)
        follow(self, lambda theme: self._fit())

    @property
    def current_row(self) -> int:
        """The current row; 0 when there is none."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else 0

    def selected_rows(self) -> tuple[int, ...]:
        """Return the selected rows, in the order of the table."""
        spans = sorted((each.top(), each.bottom()) for each in self._spans())
        rows: dict[int, None] = {}
        for top, bottom in spans:
            for place in range(top, bottom + 1):
                rows[self._rows.row_at(place)] = None
        return tuple(rows)

    def selected_count(self) -> int:
        """Return how many rows are selected, without listing them."""
        return sum(each.height() for each in self._spans())

    def _spans(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def go_to(self, row: int) -> bool:
        """Make a row current and bring it into sight; whether it is shown here."""
        place = self._rows.place(row)
        if place < 0:
            return False
        index = self._rows.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def select(self, rows: Sequence[int]) -> None:
        """Select rows, the first of them current."""
        selection = QItemSelection()
        for place in map(self._rows.place, rows):
            if place >= 0:
                index = self._rows.index(place, 0)
                selection.select(index, index)
        if rows:
            self.go_to(rows[0])
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row."""
        count = self._rows.rowCount()
        if count:
            place = min(max(self.currentIndex().row() + by, 0), count - 1)
            self.go_to(self._rows.row_at(place))

    def first_in_sight(self) -> int:
        """Return the place of the first row in sight."""
        return max(0, self.rowAt(0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._rows.row_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Give number and turns what they need, and prompt and reply the rest."""
        theme = Theme.current()
        self.verticalHeader().setDefaultSectionSize(theme.length(_HEIGHT))
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 3 * theme.length(_HEIGHT))
        metrics = self.fontMetrics()
        widest = metrics.horizontalAdvance("0" * max(4, len(f"{self._rows.rowCount():,}")))
        number = widest + theme.icon_length(16) + 3 * _PADDING
        turns = max(
            metrics.horizontalAdvance("00") + 2 * _PADDING, self.horizontalHeader().sectionSizeHint(3)
        )
        room = max(80, self.viewport().width() - number - turns)
        header = self.horizontalHeader()
        header.resizeSection(RowColumn.NUMBER, number)
        header.resizeSection(RowColumn.PROMPT, room // 2)
        header.resizeSection(RowColumn.REPLY, room - room // 2)
        header.resizeSection(RowColumn.TURNS, turns)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(place))


class _RowDelegate(QStyledItemDelegate):
    """Paints a cell: what is changed has a mark, what is gone is struck through."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._fonts: dict[tuple[Type, bool], QFont] = {}
        Theme.current().theme_changed.connect(self._fonts.clear)

    def _font(self, style: Type, struck: bool = False) -> QFont:
        """Return a font, made once: a cell is painted in less time than a font is made."""
        font = self._fonts.get((style, struck))
        if font is None:
            font = self._fonts[(style, struck)] = Theme.current().font(style)
            font.setStrikeOut(struck)
        return font

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view: RowView = index.data(Qt.ItemDataRole.UserRole)
        theme = Theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif view.state in ("changed", "new"):
            painter.fillRect(rect, theme.colour("warning_soft"))
        if index.column() == RowColumn.NUMBER:
            self._paint_number(painter, rect, view, str(index.data()))
        else:
            self._paint_text(painter, rect, view, str(index.data() or ""), RowColumn(index.column()))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        edit = QLineEdit(parent)
        edit.setProperty("kind", "inline")
        names = {RowColumn.PROMPT: self.tr("Prompt"), RowColumn.REPLY: self.tr("Reply")}
        edit.setAccessibleName(names.get(RowColumn(index.column()), ""))
        return edit

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def _paint_number(self, painter: QPainter, rect: QRectF, view: RowView, number: str) -> None:
        theme = Theme.current()
        side = theme.icon_length(14)
        mark = QRectF(rect.left() + _PADDING, rect.center().y() - side / 2, side, side)
        if view.state == "gone":
            IconFont.current().draw(painter, mark, "trash", "text_faint")
        elif view.problem:
            tone = "danger_text" if view.fatal else "warning_text"
            IconFont.current().draw(painter, mark, "prohibit" if view.fatal else "warning", tone)
        elif view.state:
            IconFont.current().draw(painter, mark, "pencil-simple", "warning_text")
        elif view.synthetic:
            IconFont.current().draw(painter, mark, "sparkle", "accent_text")
        painter.setFont(self._font(Type.CAPTION))
        painter.setPen(theme.colour("text_faint"))
        words = rect.adjusted(0, 0, -_PADDING, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), number)

    def _paint_text(
        self, painter: QPainter, rect: QRectF, view: RowView, text: str, column: RowColumn
    ) -> None:
        theme = Theme.current()
        style = Type.CAPTION if column is RowColumn.TURNS else Type.BODY
        painter.setFont(self._font(style, view.state == "gone"))
        faint = view.loading or view.state == "gone" or column is RowColumn.TURNS
        strong = column is RowColumn.PROMPT and not view.fatal
        painter.setPen(theme.colour("text_faint" if faint else "text" if strong else "text_muted"))
        words = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
        align = Qt.AlignmentFlag.AlignRight if column is RowColumn.TURNS else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | align), shown)
