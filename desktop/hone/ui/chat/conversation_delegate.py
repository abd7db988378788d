"""Paints the list of conversations: headings, folders, titles with tags, and what a search found."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hone.domain.chat import Role
from hone.ui.chat.conversation_model import BusyRole, RowRole
from hone.ui.chat.conversation_rows import Row, RowKind
from hone.ui.kit.icons import IconFont
from hone.ui.kit.quantities import day_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

Index = QModelIndex | QPersistentModelIndex
_HEIGHTS = {RowKind.HEADING: 34, RowKind.FOLDER: 34, RowKind.CONVERSATION: 36, RowKind.HIT: 60}
_SIDE, _INDENT = 8, 16
_MOST_TAGS = 2


class ConversationDelegate(QStyledItemDelegate):
    """`delete_requested` and `edit_requested` when the icons of a row are clicked, `folded` its caret."""

    delete_requested = Signal(QModelIndex)
    edit_requested = Signal(QModelIndex)
    folded = Signal(QModelIndex)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(RowRole)
        return QSize(100, round(_HEIGHTS[row.kind] * Theme.current().scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RowRole)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.HEADING:
            _paint_heading(painter, rect, row)
        else:
            body = rect.adjusted(_SIDE, 1, -_SIDE, -1)
            _paint_ground(painter, body, state)
            words = body.adjusted(10 + row.depth * _INDENT * Theme.current().scale, 0, -10, 0)
            if row.kind is RowKind.HIT:
                self._paint_hit(painter, words, row)
            elif row.kind is RowKind.FOLDER:
                self._paint_folder(painter, rect, words, row, state)
            else:
                self._paint_conversation(painter, rect, words, index, state)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = QLineEdit(parent)
        edit.setProperty("kind", "inline")
        edit.setAccessibleName(self.tr("Name"))
        return edit

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RowRole)
        left = _SIDE + round(row.depth * _INDENT * Theme.current().scale)
        editor.setGeometry(option.rect.adjusted(left, 2, -_SIDE, -2))  # type: ignore[attr-defined]

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row: Row = index.data(RowRole)
        released = event.type() is QEvent.Type.MouseButtonRelease
        if (
            not (released and isinstance(event, QMouseEvent))
            or event.button() is not Qt.MouseButton.LeftButton
        ):
            return super().editorEvent(event, model, option, index)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        here = model.index(index.row(), 0)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if row.kind in (RowKind.CONVERSATION, RowKind.FOLDER) and plain:
            if _bin(rect).contains(event.position()):
                self.delete_requested.emit(here)
                return True
            if _pencil(rect).contains(event.position()):
                self.edit_requested.emit(here)
                return True
            if row.kind is RowKind.FOLDER:
                self.folded.emit(here)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_folder(
        self, painter: QPainter, rect: QRectF, words: QRectF, row: Row, state: QStyle.StateFlag
    ) -> None:
        theme, icons = Theme.current(), IconFont.current()
        side = 16 * theme.scale
        for name in ("caret-right" if row.collapsed else "caret-down", "folder"):
            size = side * (0.75 if name.startswith("caret") else 1.0)
            place = QRectF(words.left(), words.center().y() - size / 2, size, size)
            icons.draw(painter, place, name, "text_muted")
            words.setLeft(place.right() + 6)
        near = bool(state & QStyle.StateFlag.State_MouseOver)
        if near:
            words.setRight(_paint_buttons(painter, rect))
        elif row.count:
            painter.setFont(theme.font(Type.CAPTION))
            painter.setPen(theme.colour("text_faint"))
            painter.drawText(words, _right(), str(row.count))
            words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(str(row.count)) - 6)
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text"))
        _draw_elided(painter, words, row.text)

    def _paint_hit(self, painter: QPainter, words: QRectF, row: Row) -> None:
        """Say who said it and when, above the piece of text with its marks."""
        theme = Theme.current()
        hit = row.hit
        assert hit is not None
        speakers = {
            Role.USER: self.tr("You"),
            Role.ASSISTANT: self.tr("Reply"),
            Role.TOOL: self.tr("Tool"),
            Role.SYSTEM: self.tr("System"),
        }
        when = day_text(hit.created_at)
        painter.setFont(theme.font(Type.OVERLINE))
        painter.setPen(theme.colour("text_faint"))
        top = QRectF(words.left(), words.top() + 3, words.width(), painter.fontMetrics().height())
        _draw_elided(painter, top, f"{speakers[hit.role]} · {when}")
        place = QRectF(words.left(), top.bottom(), words.width(), words.bottom() - top.bottom() - 2)
        _draw_marked(painter, place, row.text, row.marks, theme.font(Type.CAPTION), "text_muted", lines=2)

    def _paint_conversation(
        self, painter: QPainter, rect: QRectF, words: QRectF, index: Index, state: QStyle.StateFlag
    ) -> None:
        theme = Theme.current()
        row: Row = index.data(RowRole)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if state & QStyle.StateFlag.State_MouseOver:
            words.setRight(_paint_buttons(painter, rect))
        else:
            if index.data(BusyRole):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent"))
                painter.drawEllipse(QRectF(words.right() - 6, words.center().y() - 3, 6, 6))
                words.setRight(words.right() - 12)
            if not row.found:
                _paint_tags(painter, words, row)
        font = theme.font(Type.STRONG if chosen or row.found else Type.BODY)
        role = "text" if chosen or row.found else "text_muted"
        _draw_marked(painter, words, row.text, row.marks, font, role, lines=1)


def _paint_heading(painter: QPainter, rect: QRectF, row: Row) -> None:
    theme = Theme.current()
    painter.setFont(theme.font(Type.OVERLINE))
    painter.setPen(theme.colour("text_faint"))
    place = rect.adjusted(_SIDE + 10, 8, -_SIDE, 0)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), row.text)


def _paint_ground(painter: QPainter, body: QRectF, state: QStyle.StateFlag) -> None:
    theme = Theme.current()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(body, 8, 8)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour("focus"))
        painter.drawRoundedRect(body, 8, 8)


def _paint_buttons(painter: QPainter, rect: QRectF) -> float:
    """Draw what can be done with a row under the mouse, and return where its text must end."""
    for place, name in ((_pencil(rect), "pencil-simple"), (_bin(rect), "trash")):
        IconFont.current().draw(painter, place.adjusted(4, 4, -4, -4), name, "text_muted")
    return _pencil(rect).left() - 4


def _paint_tags(painter: QPainter, words: QRectF, row: Row) -> None:
    """Draw the first tags at the right, as far as the title keeps most of the room."""
    theme = Theme.current()
    tags = row.conversation.tags[:_MOST_TAGS] if row.conversation else ()
    painter.setFont(theme.font(Type.OVERLINE))
    metrics = painter.fontMetrics()
    least = words.left() + words.width() * 0.6
    for tag in reversed(tags):
        width = metrics.horizontalAdvance(tag) + 12
        if words.right() - width < least:
            break
        chip = QRectF(
            words.right() - width, words.center().y() - metrics.height() / 2 - 1, width, metrics.height() + 2
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(theme.colour("accent_text"))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), tag)
        words.setRight(chip.left() - 6)


def _draw_marked(
    painter: QPainter,
    place: QRectF,
    text: str,
    marks: tuple[tuple[int, int], ...],
    font: QFont,
    role: str,
    lines: int,
) -> None:
    """Draw a text in up to two lines with the places that were searched for on a soft ground."""
    theme = Theme.current()
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    if not marks and lines == 1:
        _draw_elided(painter, place, text)
        return
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(start, end - start) for start, end in marks])
    layout.beginLayout()
    height = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(place.width() if lines > 1 else 1e5)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    painter.save()
    painter.setClipRect(place)
    layout.draw(painter, QPointF(place.left(), place.center().y() - height / 2))
    painter.restore()


def _mark(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    look = QTextCharFormat()
    look.setBackground(Theme.current().colour("warning_soft"))
    look.setForeground(Theme.current().colour("warning_text"))
    found.format = look
    return found


def _draw_elided(painter: QPainter, place: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _right() -> int:
    return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


def _bin(rect: QRectF) -> QRectF:
    return QRectF(rect.right() - _SIDE - 28, rect.center().y() - 12, 24, 24)


def _pencil(rect: QRectF) -> QRectF:
    return _bin(rect).translated(-24, 0)
