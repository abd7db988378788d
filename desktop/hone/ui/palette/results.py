"""The palette's list: entries with the letters that were meant, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hone.ui.commands import shown_keys
from hone.ui.kit.icons import IconFont
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type
from hone.ui.palette.entry import PaletteEntry

_ICON = 18
_MARGIN = 12


@dataclass(frozen=True)
class Result:
    """An entry, and the places of the letters in its title that were typed."""

    entry: PaletteEntry
    positions: tuple[int, ...] = ()


class ResultModel(QAbstractListModel):
    """The results in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: tuple[Result, ...] = ()

    def set_results(self, results: Sequence[Result]) -> None:
        """Show other results."""
        self.beginResetModel()
        self.results = tuple(results)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.results)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        result = self.results[index.row()]
        entry = result.entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.UserRole:
            return result
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(
                part for part in (entry.title, entry.group, entry.detail, shown_keys(entry.keys)) if part
            )
        return None


class ResultDelegate(QStyledItemDelegate):
    """Paints icon, title with the typed letters strong, group, and the shortcut at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, round(Theme.current().size(Type.BODY) * 1.5) + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        result: Result = index.data(Qt.ItemDataRole.UserRole)
        theme = Theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, 8, 8)
        side = theme.icon_length(_ICON)
        place = QRectF(rect.left() + _MARGIN, rect.center().y() - side / 2, side, side)
        if result.entry.icon:
            IconFont.current().draw(
                painter, place, result.entry.icon, "accent_text" if chosen else "text_muted"
            )
        left, right = place.right() + _MARGIN, rect.right() - _MARGIN
        right = _paint_keys(painter, rect, right, shown_keys(result.entry.keys))
        _paint_title(painter, QRectF(left, rect.top(), right - left, rect.height()), result)
        painter.restore()


def _paint_title(painter: QPainter, room: QRectF, result: Result) -> None:
    """Paint the title, then group and detail in small type where there is room for them."""
    theme, entry = Theme.current(), result.entry
    plain, strong = theme.font(Type.BODY), theme.font(Type.BODY)
    strong.setWeight(strong.Weight.Bold)
    title = QFontMetricsF(plain).elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width() * 0.9)
    meant, x = set(result.positions), room.left()
    for start, end, is_meant in _pieces(title, meant):
        piece = title[start:end]
        painter.setFont(strong if is_meant else plain)
        painter.setPen(theme.colour("accent_text" if is_meant else "text"))
        width = painter.fontMetrics().horizontalAdvance(piece)
        painter.drawText(
            QRectF(x, room.top(), width + 2, room.height()), int(Qt.AlignmentFlag.AlignVCenter), piece
        )
        x += width
    beside = " · ".join(part for part in (entry.group, entry.detail) if part)
    x += 10
    if beside and room.right() - x > 40:
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("text_faint"))
        left = painter.fontMetrics().elidedText(beside, Qt.TextElideMode.ElideRight, int(room.right() - x))
        rest = QRectF(x, room.top() + 1, room.right() - x, room.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), left)


def _pieces(text: str, meant: set[int]) -> list[tuple[int, int, bool]]:
    """Cut `text` into runs of letters that were and were not meant."""
    pieces: list[tuple[int, int, bool]] = []
    for place in range(len(text)):
        is_meant = place in meant
        if pieces and pieces[-1][2] is is_meant:
            pieces[-1] = (pieces[-1][0], place + 1, is_meant)
        else:
            pieces.append((place, place + 1, is_meant))
    return pieces


def _paint_keys(painter: QPainter, rect: QRectF, right: float, keys: str) -> float:
    """Paint a shortcut as a key cap that ends at `right`; returns where the room for the title ends."""
    if not keys:
        return right
    theme = Theme.current()
    painter.setFont(theme.font(Type.CAPTION))
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(keys) + 14, metrics.height() + 4
    cap = QRectF(right - width, rect.center().y() - height / 2, width, height)
    painter.setPen(theme.colour("border_strong"))
    painter.setBrush(theme.colour("card"))
    painter.drawRoundedRect(cap, 5, 5)
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), keys)
    return cap.left() - _MARGIN
