"""A reply as its tokens, in reading layout, each on the ground of its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from hone.ui.kit.theme import Theme
from hone.ui.kit.token_flow import Box, Flow, flow
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.kit.value_scales import ink_on

_MARGIN, _TOP = float(Space.L), float(Space.XS)
_MOST_WIDTHS = 20_000

Ground = Callable[[int], QColor | None]
Describe = Callable[[int], str]


class TokenText(QAbstractScrollArea):
    """Only what is in sight is painted. Hovering points at a token; a click or a key keeps it.

    `pointed(index)` when another token is pointed at or kept, -1 for none; `taken(index)` on Enter;
    `height_changed(pixels)` when the whole text needs another height.
    """

    pointed = Signal(int)
    taken = Signal(int)
    height_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._given = 0
        self._flow = Flow()
        self._ground: Ground = _no_ground
        self._describe: Describe = _no_words
        self._notable: tuple[int, ...] = ()
        self._hovered = self._kept = -1
        self._places: dict[int, tuple[QColor | None, QColor]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The reply, token by token"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(320, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, int(2 * self._line + 2 * _TOP))

    @property
    def current(self) -> int:
        """The token that is kept, else the one pointed at; -1 for none."""
        return self._kept if self._kept >= 0 else self._hovered

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return len(self._texts)

    def show_tokens(self, texts: Sequence[str], given: int = 0) -> None:
        """Show other tokens from the start; the first `given` were given to the model."""
        self._texts, self._given = tuple(texts), given
        self._hovered = self._kept = -1
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription("".join(texts)[:4000])
        self._place()

    def dress(self, ground: Ground, describe: Describe, notable: Sequence[int]) -> None:
        """Colour the tokens, say what each is, and which of them the N key goes to."""
        self._ground, self._describe, self._notable = ground, describe, tuple(notable)
        self._places.clear()
        self.viewport().update()

    def keep(self, index: int) -> None:
        """Select a token and bring it into sight; -1 selects none."""
        if index >= len(self._texts):
            return
        self._kept, self._hovered = index, -1
        if index >= 0:
            self._bring_into_sight(index)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._describe(index)))
        self.pointed.emit(index)
        self.viewport().update()

    # ---- keys and mouse

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does, while a token is kept."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return super().event(event)
        if event.key() == Qt.Key.Key_Escape and self._kept >= 0:
            event.accept()
        return super().event(event) or event.isAccepted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self._after_key(event)
        if index is not None:
            self.keep(index)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.keep(self.current)
            self.taken.emit(self.current)
            return
        if event.key() == Qt.Key.Key_Escape and self._kept >= 0:
            self.keep(-1)
            return
        super().keyPressEvent(event)

    def _after_key(self, event: QKeyEvent) -> int | None:
        """Return the token that a key goes to; None when it goes nowhere."""
        if not self._texts:
            return None
        last, current = len(self._texts) - 1, self.current
        match event.key():
            case Qt.Key.Key_Right:
                return min(current + 1, last)
            case Qt.Key.Key_Left:
                return max(current - 1, 0)
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return last
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                return self._beside(current, 1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_N:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return self._next_notable(current, back)
        return None

    def _beside(self, index: int, lines: int) -> int:
        """Return the token above or below."""
        box = self._flow.box(max(0, index))
        if box is None or index < 0:
            return 0
        middle = box.x + box.width / 2
        found = self._flow.at(middle, (box.line + lines) * self._line, nearest=True)
        return index if found < 0 else found

    def _next_notable(self, index: int, back: bool) -> int | None:
        """Return the next token worth a look, around the end to the beginning."""
        if not self._notable:
            return None
        if back:
            return next((n for n in reversed(self._notable) if n < index), self._notable[-1])
        return next((n for n in self._notable if n > index), self._notable[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor
        )
        if index == self._hovered:
            return
        self._hovered = index
        if self._kept < 0 and index >= 0:
            self.pointed.emit(index)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self._index_at(event.position().toPoint())
        self.keep(-1 if index == self._kept else index)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            index = self._index_at(event.pos())
            QToolTip.showText(event.globalPos(), self._describe(index) if index >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        offset = self.verticalScrollBar().value() - _TOP
        painter.translate(_MARGIN, -offset)
        for box in self._flow.in_sight(offset, offset + self.viewport().height()):
            self._paint_box(painter, box)
        for index, strong in ((self._hovered, False), (self._kept, True)):
            self._paint_frame(painter, index, strong)
        painter.end()

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        ground, ink = self._look(box.index)
        top = box.line * self._line
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(box.x, top + 1.5, box.width - 0.75, self._line - 3), 3, 3)
        elif box.width > 3:  # a thin line shows where the token begins and ends
            painter.setPen(Theme.current().colour("border_strong"))
            y = top + self._line - 2.5
            painter.drawLine(QPointF(box.x + 0.5, y), QPointF(box.x + box.width - 2, y))
        faint = ground is None and not box.text.strip("·↵→")
        painter.setPen(Theme.current().colour("text_faint") if faint else ink)
        painter.drawText(QPointF(box.x, top + self._baseline), box.text)
        if box.index < self._given:
            painter.setPen(QPen(Theme.current().colour("text"), 1.5, Qt.PenStyle.DotLine))
            y = top + self._line - 2.5
            painter.drawLine(QPointF(box.x, y), QPointF(box.x + box.width, y))

    def _paint_frame(self, painter: QPainter, index: int, strong: bool) -> None:
        """Frame a token with a line that shows on every ground."""
        theme = Theme.current()
        for box in self._flow.boxes_of(index):
            frame = QRectF(box.x - 1, box.line * self._line + 0.5, box.width + 1, self._line - 1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text" if strong else "text_faint"), 2 if strong else 1))
            painter.drawRoundedRect(frame, 4, 4)

    def _look(self, index: int) -> tuple[QColor | None, QColor]:
        known = self._places.get(index)
        if known is None:
            ground = self._ground(index)
            ink = Theme.current().colour("text") if ground is None else ink_on(ground)
            known = self._places[index] = (ground, ink)
        return known

    # ---- places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = max(80.0, self.viewport().width() - 2 * _MARGIN)
        self._flow = flow(self._texts, width, self._line, self._advance)
        whole = int(self._flow.height + 2 * _TOP)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(int(self._line))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        self.viewport().update()
        self.height_changed.emit(whole)

    def _advance(self, text: str) -> float:
        wide = self._widths.get(text)
        if wide is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            wide = self._widths[text] = self._metrics.horizontalAdvance(text)
        return wide

    def _index_at(self, point: QPoint) -> int:
        y = point.y() + self.verticalScrollBar().value() - _TOP
        return self._flow.at(point.x() - _MARGIN, y)

    def _bring_into_sight(self, index: int) -> None:
        box = self._flow.box(index)
        if box is None:
            return
        bar, top = self.verticalScrollBar(), box.line * self._line
        if top < bar.value():
            bar.setValue(int(top))
        elif top + self._line + 2 * _TOP > bar.value() + self.viewport().height():
            bar.setValue(int(top + self._line + 2 * _TOP - self.viewport().height()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._font: QFont = Theme.current().font(Type.BODY)
        self._metrics = QFontMetricsF(self._font)
        self._line = float(round(self._metrics.height() * 1.35))
        self._baseline = (self._line - self._metrics.height()) / 2 + self._metrics.ascent()
        self._widths: dict[str, float] = {}
        self._places.clear()
        self._place()


def _no_ground(index: int) -> QColor | None:
    return None


def _no_words(index: int) -> str:
    return ""
