"""Paints the list of conversations, and its two buttons under the mouse."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hone.domain.chat import Conversation
from hone.ui.chat.conversation_model import BusyRole, ConversationRole
from hone.ui.kit.icons import IconFont
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEADING, _SIDE = 36, 34, 8


class ConversationDelegate(QStyledItemDelegate):
    """`delete_requested` and `edit_requested` when the icons of a row are clicked."""

    delete_requested = Signal(QModelIndex)
    edit_requested = Signal(QModelIndex)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = index.data(ConversationRole) is None
        scale = Theme.current().scale
        return QSize(100, round((_HEADING if heading else _ROW) * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = Theme.current()
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(ConversationRole) is None:
            painter.setFont(theme.font(Type.OVERLINE))
            painter.setPen(theme.colour("text_faint"))
            place = rect.adjusted(_SIDE + 10, 8, -_SIDE, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
            painter.restore()
            return
        state = option.state  # type: ignore[attr-defined]
        self._paint_row(painter, rect, index, state)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = QLineEdit(parent)
        edit.setProperty("kind", "inline")
        edit.setAccessibleName(self.tr("Title"))
        return edit

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(_SIDE, 2, -_SIDE, -2))  # type: ignore[attr-defined]

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        released = event.type() is QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and index.data(ConversationRole) is not None:
            rect = QRectF(option.rect)  # type: ignore[attr-defined]
            here = model.index(index.row(), 0)
            if _bin(rect).contains(event.position()):
                self.delete_requested.emit(here)
                return True
            if _pencil(rect).contains(event.position()):
                self.edit_requested.emit(here)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_row(self, painter: QPainter, rect: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        theme = Theme.current()
        body = rect.adjusted(_SIDE, 1, -_SIDE, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        near = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or near:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(body, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRoundedRect(body, 8, 8)
        words = body.adjusted(10, 0, -10, 0)
        if near:
            words.setRight(_pencil(rect).left() - 4)
            for place, name in ((_pencil(rect), "pencil-simple"), (_bin(rect), "trash")):
                IconFont.current().draw(painter, place.adjusted(4, 4, -4, -4), name, "text_muted")
        elif index.data(BusyRole):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QRectF(body.right() - 16, body.center().y() - 3, 6, 6))
            words.setRight(body.right() - 22)
        conversation: Conversation = index.data(ConversationRole)
        painter.setFont(theme.font(Type.STRONG if chosen else Type.BODY))
        painter.setPen(theme.colour("text" if chosen else "text_muted"))
        text = painter.fontMetrics().elidedText(
            conversation.title, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)


def _bin(rect: QRectF) -> QRectF:
    return QRectF(rect.right() - _SIDE - 28, rect.center().y() - 12, 24, 24)


def _pencil(rect: QRectF) -> QRectF:
    return _bin(rect).translated(-24, 0)
