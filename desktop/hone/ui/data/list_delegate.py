"""How a data set is painted in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hone.domain.dataset_library import DataSet
from hone.ui.data.words import ORIGIN_ICONS, fresh_text, size_in_words
from hone.ui.kit.icons import IconFont
from hone.ui.kit.quantities import day_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_SIDE = 8


class DataSetDelegate(QStyledItemDelegate):
    """Icon of the origin, name, a badge for new rows, and below rows and when it was changed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = Theme.current()
        return QSize(100, round(16 + theme.size(Type.BODY) * 1.5 + theme.size(Type.CAPTION) * 1.5))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        each: DataSet = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(option.rect).adjusted(_SIDE, 1, -_SIDE, -1)  # type: ignore[attr-defined]
        chosen = _paint_ground(painter, body, option.state)  # type: ignore[attr-defined]
        _paint_words(painter, body, each, chosen)
        painter.restore()


def _paint_ground(painter: QPainter, body: QRectF, state: QStyle.StateFlag) -> bool:
    theme = Theme.current()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(body, 8, 8)
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour("focus"))
        painter.drawRoundedRect(body, 8, 8)
    return chosen


def _paint_words(painter: QPainter, body: QRectF, each: DataSet, chosen: bool) -> None:
    theme = Theme.current()
    side = theme.icon_length(18)
    words = body.adjusted(10, 7, -10, -7)
    line = QRectF(words.left(), words.top(), words.width(), theme.size(Type.BODY) * 1.5)
    mark = QRectF(line.left(), line.center().y() - side / 2, side, side)
    IconFont.current().draw(painter, mark, *_sign(each))
    line.setLeft(line.left() + side + Space.S)
    below = QRectF(line.left(), line.bottom(), words.right() - line.left(), theme.size(Type.CAPTION) * 1.5)
    fresh = fresh_text(each)
    if fresh:
        line.setRight(_paint_badge(painter, line, fresh) - Space.S)
    _paint_line(painter, line, each.name, Type.STRONG if chosen else Type.BODY, "text")
    said = f"{size_in_words(each)} · {day_text(each.changed_at)}"
    _paint_line(painter, below, said, Type.CAPTION, "text_faint")


def _sign(each: DataSet) -> tuple[str, str]:
    """Return icon and colour: where the rows came from, or that the data set is damaged."""
    return ("warning-circle", "warning_text") if each.trouble else (ORIGIN_ICONS[each.origin], "text_muted")


def _paint_badge(painter: QPainter, line: QRectF, text: str) -> float:
    theme = Theme.current()
    painter.setFont(theme.font(Type.OVERLINE))
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
    badge = QRectF(line.right() - width, line.center().y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent_soft"))
    painter.drawRoundedRect(badge, 6, 6)
    painter.setPen(theme.colour("accent_text"))
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)
    return badge.left()


def _paint_line(painter: QPainter, rect: QRectF, text: str, style: Type, role: str) -> None:
    painter.setFont(Theme.current().font(style))
    painter.setPen(Theme.current().colour(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
