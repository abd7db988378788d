"""Picks examples out of many: rows of a data file, or exchanges of a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hone.domain.prompts import FewShot
from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.icons import IconFont, icon
from hone.ui.kit.popover import Popover
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

Index = QModelIndex | QPersistentModelIndex
_MOST = 100


class ExampleRows(QAbstractListModel):
    """The examples with their check marks, filtered by words."""

    def __init__(self, examples: Sequence[FewShot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(examples)
        self._searched = [f"{each.input}\n{each.output}".casefold() for each in self._all]
        self._shown = list(range(len(self._all)))
        self._checked: dict[int, None] = {}

    def filter(self, text: str) -> None:
        """Show those that hold every word."""
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [n for n, said in enumerate(self._searched) if all(word in said for word in words)]
        self.endResetModel()

    def toggle(self, index: Index) -> None:
        """Take an example, or leave it."""
        number = self._shown[index.row()]
        if number in self._checked:
            del self._checked[number]
        elif len(self._checked) < _MOST:
            self._checked[number] = None
        self.dataChanged.emit(index, index)

    def taken(self) -> tuple[FewShot, ...]:
        """Return what was taken, in the order of taking."""
        return tuple(self._all[number] for number in self._checked)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number = self._shown[index.row()]
        example = self._all[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return example.input
        if role == Qt.ItemDataRole.UserRole:
            return example
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{example.input}. {example.output}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if number in self._checked else Qt.CheckState.Unchecked
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = Theme.current()
        return QSize(100, round(16 + theme.size(Type.BODY) * 1.4 + theme.size(Type.CAPTION) * 1.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = Theme.current()
        example: FewShot = index.data(Qt.ItemDataRole.UserRole)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(rect, 8, 8)
        mark = QRectF(rect.left() + 10, rect.center().y() - 9, 18, 18)
        name, role = ("check-square-fill", "accent") if checked else ("square", "text_faint")
        IconFont.current().draw(painter, mark, name, role)
        top = QRectF(rect.left() + 38, rect.top() + 8, rect.width() - 48, theme.size(Type.BODY) * 1.4)
        below = QRectF(top.left(), top.bottom(), top.width(), theme.size(Type.CAPTION) * 1.5)
        for place, text, style, colour in (
            (top, example.input, Type.STRONG, "text"),
            (below, example.output, Type.CAPTION, "text_muted"),
        ):
            painter.setFont(theme.font(style))
            painter.setPen(theme.colour(colour))
            line = " ".join(text[:400].split())
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class _View(QListView):
    toggled = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class ExamplePicker(Popover):
    """Offers examples; `taken(tuple of FewShot)` when the person adds some."""

    taken = Signal(object)

    def __init__(self, anchor: QWidget, title: str, examples: Sequence[FewShot], note: str = "") -> None:
        super().__init__(anchor, width=600)
        self._model = ExampleRows(examples, self)
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search examples"))
        self._search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search.textChanged.connect(self._model.filter)
        self._view = _View()
        self._view.setAccessibleName(self.tr("Examples that can be taken"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(_Delegate(self))
        self._view.setMouseTracking(True)
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFixedHeight(340)
        self._view.clicked.connect(self._on_toggled)
        self._view.toggled.connect(self._on_toggled)
        self._add = PrimaryButton(self.tr("Add"), "plus")
        self._add.setEnabled(False)
        self._add.clicked.connect(self._on_add_clicked)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.addWidget(HeadingLabel(title))
        self.body.addWidget(CaptionLabel(note or self.tr("Space or a click takes one.")))
        self.body.addWidget(self._search)
        self.body.addWidget(self._view)
        self.body.addLayout(row(None, cancel, self._add))

    def open(self, above: bool = False) -> None:
        super().open(above)
        self._search.setFocus()

    @Slot(QModelIndex)
    def _on_toggled(self, index: QModelIndex) -> None:
        self._model.toggle(index)
        number = len(self._model.taken())
        self._add.setEnabled(number > 0)
        said = self.tr("Add {0}").replace("{0}", count_text(number)) if number else self.tr("Add")
        self._add.setText(said)

    @Slot()
    def _on_add_clicked(self) -> None:
        taken = self._model.taken()
        self.close_panel()
        self.taken.emit(taken)
