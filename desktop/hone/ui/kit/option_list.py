"""A list whose entries have a title, a subtitle and a badge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hone.ui.kit.icons import IconFont
from hone.ui.kit.theme import Theme
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.kit.typography import Type

_PADDING = 8
_LONGEST_LIST = 380
_GROUP = 26  # the height of a group's heading at text scale 1


@dataclass(frozen=True)
class Option:
    """One entry. `problem` says why it cannot be taken; `group` is a heading above the first of a group."""

    key: str
    title: str
    subtitle: str = ""
    badge: str = ""
    badge_tone: str = ""
    problem: str = ""
    group: str = ""


class OptionModel(QAbstractListModel):
    """The options as an item model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options: tuple[Option, ...] = ()

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace all options."""
        self.beginResetModel()
        self.options = tuple(options)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.title
        if role == Qt.ItemDataRole.UserRole:
            return option
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (option.title, option.subtitle, option.badge) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(option.problem) or None
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.options[index.row()].problem:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OptionDelegate(QStyledItemDelegate):
    """Paints an option."""

    def __init__(self, current: str, parent: QObject) -> None:
        super().__init__(parent)
        self.current = current

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry = index.data(Qt.ItemDataRole.UserRole)
        theme = Theme.current()
        height = 2 * _PADDING + round(theme.size(Type.BODY) * 1.4)
        if entry.subtitle or entry.problem:
            height += round(theme.size(Type.CAPTION) * 1.5)
        return QSize(100, height + (theme.length(_GROUP) if self._starts_group(index) else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Option = index.data(Qt.ItemDataRole.UserRole)
        theme = Theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        if self._starts_group(index):
            painter.setFont(theme.font(Type.OVERLINE))
            painter.setPen(theme.colour("text_faint"))
            heading = QRectF(rect.left() + 10, rect.top() + 6, rect.width() - 20, theme.length(18))
            painter.drawText(heading, int(Qt.AlignmentFlag.AlignVCenter), entry.group)
            rect.setTop(rect.top() + theme.length(_GROUP))
        wanted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if option.state & wanted and not entry.problem:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(rect, 8, 8)
        painter.setOpacity(0.55 if entry.problem else 1.0)
        self._paint_words(painter, rect, entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, entry: Option) -> None:
        theme = Theme.current()
        left, right = rect.left() + 10, rect.right() - 10
        if entry.key == self.current:
            side = theme.icon_length(16)
            mark = QRectF(right - side, rect.center().y() - side / 2, side, side)
            IconFont.current().draw(painter, mark, "check", "accent_text")
            right -= side + _PADDING
        line = QRectF(left, rect.top() + _PADDING, right - left, theme.size(Type.BODY) * 1.4)
        if entry.badge:
            line.setRight(self._paint_badge(painter, line, entry) - 8)
        self._paint_line(painter, line, entry.title, Type.STRONG, "text")
        subtitle = entry.problem or entry.subtitle
        if subtitle:
            below = QRectF(left, line.bottom(), right - left, theme.size(Type.CAPTION) * 1.5)
            self._paint_line(painter, below, subtitle, Type.CAPTION, "text_muted")

    @staticmethod
    def _paint_line(painter: QPainter, rect: QRectF, text: str, style: Type, role: str) -> None:
        theme = Theme.current()
        painter.setFont(theme.font(style))
        painter.setPen(theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    @staticmethod
    def _paint_badge(painter: QPainter, line: QRectF, entry: Option) -> float:
        theme = Theme.current()
        painter.setFont(theme.font(Type.OVERLINE))
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(entry.badge) + 12, metrics.height() + 4
        badge = QRectF(line.right() - width, line.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{entry.badge_tone}_soft" if entry.badge_tone else "pressed"))
        painter.drawRoundedRect(badge, 6, 6)
        painter.setPen(theme.colour(f"{entry.badge_tone}_text" if entry.badge_tone else "text_muted"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), entry.badge)
        return badge.left()

    @staticmethod
    def _starts_group(index: QModelIndex | QPersistentModelIndex) -> bool:
        group = index.data(Qt.ItemDataRole.UserRole).group
        if not group:
            return False
        if index.row() == 0:
            return True
        above = index.model().index(index.row() - 1, 0)
        return bool(above.data(Qt.ItemDataRole.UserRole).group != group)


class OptionList(QListView):
    """The list of a picker; `taken(key)` on click or Enter."""

    taken = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._all: tuple[Option, ...] = ()
        self._model = OptionModel(self)
        self._delegate = OptionDelegate("", self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_options(self, options: Sequence[Option], current: str) -> None:
        """Show options and mark `current`."""
        self._all = tuple(options)
        self._delegate.current = current
        self._show(self._all)
        keys = [option.key for option in self._all]
        if current in keys:
            self.setCurrentIndex(self._model.index(keys.index(current), 0))

    def filter(self, text: str) -> None:
        """Show only the options that hold every word of `text`."""
        words = text.lower().split()
        matching = [
            option
            for option in self._all
            if all(word in f"{option.title} {option.subtitle} {option.badge}".lower() for word in words)
        ]
        self._show(matching)
        if matching:
            self.setCurrentIndex(self._model.index(0, 0))

    def step(self, by: int) -> None:
        """Select the next (1) or previous (-1) entry."""
        count = self._model.rowCount()
        if count:
            row = min(max(self.currentIndex().row() + by, 0), count - 1)
            self.setCurrentIndex(self._model.index(row, 0))

    def take_current(self) -> None:
        """Take the selected entry."""
        if self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.take_current()
            return
        super().keyPressEvent(event)

    def _show(self, options: Sequence[Option]) -> None:
        self._model.set_options(options)
        height = sum(self.sizeHintForRow(row) for row in range(len(options)))
        self.setFixedHeight(min(max(height, 40), Theme.current().length(_LONGEST_LIST)) + 2)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        option = self._model.options[index.row()]
        if not option.problem:
            self.taken.emit(option.key)
