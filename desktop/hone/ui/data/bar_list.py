"""Names with a bar each: which languages, which labels, how many rows of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.domain.datasets import Share
from hone.ui.kit.quantities import count_text, share_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

_NAME_SHARE, _GAP = 0.42, 12
_FEW, _LEAST = 0.005, 0.01  # what would be rounded to nothing is told as less than 1 %


class BarList(QWidget):
    """Draws one line per name; the longest bar is the most frequent name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        self._whole = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().theme_changed.connect(self.updateGeometry)
        Theme.current().theme_changed.connect(self.update)

    def show_shares(self, shares: Sequence[Share], whole: int) -> None:
        """Show names with their rows, of `whole` rows in all."""
        self._shares, self._whole = tuple(shares), whole
        said = (f"{each.name}: {count_text(each.rows)}" for each in self._shares)
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self._line() * len(self._shares))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, most = self._line(), max((each.rows for each in self._shares), default=1)
        for number, each in enumerate(self._shares):
            place = QRectF(0, number * line, self.width(), line)
            if place.intersects(QRectF(event.rect())):
                self._paint_share(painter, place, each, max(1, most))

    def _paint_share(self, painter: QPainter, place: QRectF, each: Share, most: int) -> None:
        theme = Theme.current()
        share = each.rows / self._whole if self._whole else 0.0
        few = 0 < share < _FEW
        value = f"{count_text(each.rows)}  {'<' if few else ''}{share_text(_LEAST if few else share)}"
        painter.setFont(theme.font(Type.CAPTION))
        metrics = painter.fontMetrics()
        value_width = metrics.horizontalAdvance(f"{count_text(most)}  100%") + 4
        name = QRectF(place.left(), place.top(), place.width() * _NAME_SHARE, place.height())
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(theme.colour("text"))
        shown = metrics.elidedText(each.name, Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, middle, shown)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight) | middle, value)
        bar = QRectF(name.right() + _GAP, place.center().y() - 4, 0, 8)
        bar.setRight(place.right() - value_width - _GAP)
        if bar.width() < 8:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(bar, 4, 4)
        bar.setWidth(max(8.0, bar.width() * each.rows / most))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(bar, 4, 4)

    @staticmethod
    def _line() -> int:
        return round(Theme.current().size(Type.CAPTION) * 2.1)
