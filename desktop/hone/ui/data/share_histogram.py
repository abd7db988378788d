"""How much of each row is trained: rows counted in ten bins from nothing to all."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.ui.kit.quantities import count_text, share_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

_GAP = 3.0


class ShareHistogram(QWidget):
    """Bars over an axis from 0 to 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Trained share of the rows"))
        Theme.current().theme_changed.connect(self.updateGeometry)
        Theme.current().theme_changed.connect(self.update)

    def show_bins(self, bins: tuple[int, ...]) -> None:
        """Show how many rows are in each bin."""
        self._bins = bins
        width = len(bins) or 1
        said = (
            f"{share_text(number / width)}-{share_text((number + 1) / width)}: {count_text(rows)}"
            for number, rows in enumerate(bins)
            if rows
        )
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 76 + self._axis())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, 4, self.width(), self.height() - self._axis() - 4)
        most = max(self._bins, default=0)
        wide = room.width() / max(1, len(self._bins))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.setOpacity(0.8)
        for number, rows in enumerate(self._bins):
            if rows:
                high = max(2.0, room.height() * rows / most)
                painter.drawRoundedRect(
                    QRectF(number * wide + _GAP / 2, room.bottom() - high, wide - _GAP, high), 3, 3
                )
        painter.setOpacity(1.0)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("text_faint"))
        below = QRectF(0, room.bottom() + 4, self.width(), self._axis() - 4)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), share_text(0.0))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), share_text(1.0))

    @staticmethod
    def _axis() -> int:
        return round(Theme.current().size(Type.CAPTION) * 1.7)
