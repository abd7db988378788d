"""A row of the data as the trainer sees it, token by token; trained tokens are coloured."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
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

from hone.domain.datasets import RenderedRow, Token
from hone.ui.kit.theme import Theme
from hone.ui.kit.token_layout import Look, PlacedToken, TokenLayout, place_tokens
from hone.ui.kit.typography import Type

_MARGIN = 12
_PILL_PADDING = 7.0
_PILL_GAP = 3.0
_TOKEN_PADDING = 1.5


class TokenView(QAbstractScrollArea):
    """Paints one rendered row. Arrow keys walk over the tokens, which are then read out one by one."""

    token_pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: RenderedRow | None = None
        self._layout = TokenLayout((), 0.0)
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(160)
        self.setAccessibleName(self.tr("Row as the model sees it"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    @property
    def shown(self) -> RenderedRow | None:
        """The row that is shown."""
        return self._row

    def show_row(self, row: RenderedRow | None) -> None:
        """Show a row from its start."""
        self._row = row
        self._current = -1
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(self._read_out(row))
        self._place()

    def colour_of(self, token: Token) -> QColor:
        """Return the ground a token is drawn on; tells trained from untrained ones."""
        theme = Theme.current()
        if token.special:
            return theme.colour("accent" if token.trained else "pressed")
        return theme.colour("accent_soft" if token.trained else "hover")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalScrollBar().value()
        top, bottom = offset - self._line, offset + self.viewport().height()
        painter.translate(_MARGIN, _MARGIN - offset)
        for placed in self._layout.tokens:
            if top <= placed.y + _MARGIN <= bottom:
                self._paint_token(painter, placed)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index != self._current:
            self._point_at(index)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        count = len(self._layout.tokens)
        if event.key() in moves and count:
            index = min(max(self._current + moves[Qt.Key(event.key())], 0), count - 1)
            self._point_at(index)
            self._scroll_to(index)
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            index = self._index_at(event.pos())
            QToolTip.showText(event.globalPos(), self.describe(index) if index >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def describe(self, index: int) -> str:
        """Say what token `index` is."""
        if self._row is None or not 0 <= index < len(self._row.tokens):
            return ""
        token = self._row.tokens[index]
        trained = (
            self.tr("trained: the model learns to write it")
            if token.trained
            else self.tr("read, not trained")
        )
        return self.tr("Token {n}, id {id}: {text} ({trained})").format(
            n=index + 1, id=token.id, text=repr(token.text), trained=trained
        )

    def _paint_token(self, painter: QPainter, placed: PlacedToken) -> None:
        assert self._row is not None
        theme = Theme.current()
        token = self._row.tokens[placed.index]
        box = QRectF(placed.x, placed.y + 2, placed.width - 1, self._line - 4)
        pill = placed.look in (Look.SPECIAL, Look.SPECIAL_TRAINED)
        if pill:
            box = box.adjusted(_PILL_GAP / 2, 0, -_PILL_GAP / 2, 0)
        radius = box.height() / 2 if pill else 3.0
        current = placed.index == self._current
        painter.setPen(QPen(theme.colour("accent"), 1.5) if current else Qt.PenStyle.NoPen)
        painter.setBrush(self.colour_of(token))
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(self._small if pill else self._font)
        painter.setPen(theme.colour(_INK[placed.look]))
        align = Qt.AlignmentFlag.AlignCenter if pill else Qt.AlignmentFlag.AlignVCenter
        inner = box if pill else box.adjusted(_TOKEN_PADDING, 0, 0, 0)
        painter.drawText(inner, int(align | Qt.AlignmentFlag.AlignVCenter), placed.text)

    def _place(self) -> None:
        tokens = self._row.tokens if self._row is not None else ()
        width = max(80, self.viewport().width() - 2 * _MARGIN)
        self._layout = place_tokens(tokens, width, self._line, self._advance)
        whole = int(self._layout.height) + 2 * _MARGIN
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(int(self._line))
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))
        self.viewport().update()

    def _advance(self, text: str, look: Look) -> float:
        key = (text, look in (Look.SPECIAL, Look.SPECIAL_TRAINED))
        if key not in self._widths:
            if key[1]:
                wide = self._small_metrics.horizontalAdvance(text) + 2 * _PILL_PADDING + _PILL_GAP
            else:
                wide = self._metrics.horizontalAdvance(text) + 2 * _TOKEN_PADDING + 1
            self._widths[key] = wide
        return self._widths[key]

    def _index_at(self, point: QPoint) -> int:
        at = QPointF(point) + QPointF(-_MARGIN, self.verticalScrollBar().value() - _MARGIN)
        index = self._layout.at(at.x(), at.y(), self._line)
        return -1 if index is None else index

    def _point_at(self, index: int) -> None:
        self._current = index
        self.token_pointed.emit(index)
        self.viewport().update()

    def _scroll_to(self, index: int) -> None:
        y = self._layout.tokens[index].y
        bar = self.verticalScrollBar()
        if y < bar.value():
            bar.setValue(int(y))
        elif y + self._line + 2 * _MARGIN > bar.value() + self.viewport().height():
            bar.setValue(int(y + self._line + 2 * _MARGIN - self.viewport().height()))

    def _read_out(self, row: RenderedRow | None) -> str:
        if row is None:
            return ""
        text = "".join(token.text for token in row.tokens)
        counts = self.tr("{tokens} tokens, {trained} of them trained.")
        return counts.format(tokens=len(row.tokens), trained=row.trained_tokens) + " " + text[:2000]

    def _on_theme_changed(self) -> None:
        theme = Theme.current()
        self._font = _without_ligatures(theme.font(Type.MONO))
        self._small = _without_ligatures(theme.font(Type.MONO))
        self._small.setPixelSize(max(9, self._font.pixelSize() - 2))
        self._metrics = QFontMetricsF(self._font)
        self._small_metrics = QFontMetricsF(self._small)
        self._line = float(round(self._metrics.height() + 8))
        self._widths: dict[tuple[str, bool], float] = {}
        self._place()


def _without_ligatures(font: QFont) -> QFont:
    """Draw `<|im_end|>` as it is written: code fonts join such characters."""
    for tag in ("calt", "liga"):
        font.setFeature(QFont.Tag(tag), 0)
    return font


_INK = {
    Look.CONTEXT: "text_muted",
    Look.TRAINED: "accent_text",
    Look.SPECIAL: "text_muted",
    Look.SPECIAL_TRAINED: "on_accent",
}
