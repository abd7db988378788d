"""The rail at the left: pages as icons with labels, and what runs in the background."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from hone.storage.paths import resources
from hone.ui.kit.icons import IconFont
from hone.ui.kit.lengths import fix_height, follow
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.kit.typography import Type
from hone.ui.pages import PageEntry

_NARROWEST, _ICON, _PADDING, _EDGE = 64, 22, 7, 6
_TIGHT_PADDING, _TIGHT_ICON = 3, 16


class RailButton(QAbstractButton):
    """An icon over a small label; filled and on a soft ground when its page is shown."""

    def __init__(self, label: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._label = label
        self._share = -1.0
        self._padding, self._side = _PADDING, _ICON
        self.setText(label)
        self.setCheckable(True)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        Theme.current().theme_changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Show progress as a ring around the icon; below 0 for none."""
        self._share = share
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Take less room above and below, with a smaller icon."""
        self._padding, self._side = (_TIGHT_PADDING, _TIGHT_ICON) if tight else (_PADDING, _ICON)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        label = QFontMetrics(_label_font())
        wide = max(_NARROWEST, label.horizontalAdvance(self._label) + 10)
        return QSize(wide, 2 * self._padding + theme.icon_length(self._side) + 3 + label.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if on else "hover"))
            painter.drawRoundedRect(body, 10, 10)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRoundedRect(body, 10, 10)
        role = "accent_text" if on else "text_muted"
        side = theme.icon_length(self._side)
        place = QRectF((self.width() - side) / 2, self._padding, side, side)
        IconFont.current().draw(painter, place, f"{self._icon}-fill" if on else self._icon, role)
        if self._share >= 0:
            self._paint_ring(painter, place)
        painter.setFont(_label_font())
        painter.setPen(theme.colour("text" if on else "text_muted"))
        below = QRectF(0, place.bottom() + 3, self.width(), painter.fontMetrics().height())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._label)

    def _paint_ring(self, painter: QPainter, place: QRectF) -> None:
        theme = Theme.current()
        dot = QRectF(place.right() - 4, place.top() - 4, 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawEllipse(dot)
        painter.setBrush(theme.colour("accent"))
        painter.drawPie(dot, 90 * 16, -round(self._share * 360 * 16))


class EngineDot(QWidget):
    """A dot and a word on what the engine does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = "text_faint"
        self._text = ""
        fix_height(self, 34)
        Theme.current().theme_changed.connect(self.update)
        self.set_state("", "")

    def set_state(self, text: str, tone: str) -> None:
        """Show `text` as tooltip; tone "" (nothing loaded), accent (works), success (ready) or danger."""
        roles = {"accent": "accent", "success": "success", "danger": "danger"}
        words = {"accent": self.tr("Working"), "success": self.tr("Ready"), "danger": self.tr("Failed")}
        self._role = roles.get(tone, "text_faint")
        self._text = words.get(tone, self.tr("Idle"))
        said = text or self.tr("No model is in memory.")
        self.setToolTip(plain_tooltip(said))
        self.setAccessibleName(self.tr("Engine: {0}").replace("{0}", said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._role))
        painter.drawEllipse(QRectF(self.width() / 2 - 4, 3, 8, 8))
        painter.setPen(theme.colour("text_faint"))
        painter.setFont(theme.font(Type.OVERLINE))
        below = QRectF(0, 15, self.width(), self.height() - 17)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._text)


class Rail(QWidget):
    """The rail. `chosen(key)` when a page is clicked."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        self._keys = [entry.key for entry in entries]
        self._group = QButtonGroup(self)
        self.engine = EngineDot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, Space.M, _EDGE, Space.S)
        layout.setSpacing(Space.XS)
        self._logo = _logo()
        self._tight = False
        layout.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Space.S)
        for index, entry in enumerate(entries):
            if entry.at_bottom:
                layout.addStretch(1)
                layout.addWidget(self.engine)
            button = RailButton(entry.title(), entry.icon)
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        follow(self, self._fit)

    def button(self, key: str) -> QAbstractButton:
        """Return a page's button."""
        return self._group.button(self._keys.index(key))

    def set_keys(self, key: str, keys: str) -> None:
        """Tell a page's shortcut in the tooltip; "" for none."""
        button = self.button(key)
        button.setToolTip(plain_tooltip(f"{button.text()}  {keys}".rstrip()))

    def set_current(self, key: str) -> None:
        """Show which page is shown."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def set_share(self, key: str, share: float) -> None:
        """Show progress at a page's icon."""
        button = self._group.button(self._keys.index(key))
        assert isinstance(button, RailButton)
        button.set_share(share)

    def _fit(self, theme: Theme) -> None:
        """Be as wide as the longest label needs."""
        widest = max(button.sizeHint().width() for button in self._group.buttons())
        self.setFixedWidth(widest + 2 * _EDGE)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Move closer together, without the logo, where large text and a low window leave no room."""
        buttons = [button for button in self._group.buttons() if isinstance(button, RailButton)]
        theme = Theme.current()
        smaller = theme.icon_length(_ICON) - theme.icon_length(_TIGHT_ICON)
        saved = 2 * (_PADDING - _TIGHT_PADDING) + smaller if self._tight else 0
        pages = sum(button.sizeHint().height() + saved + Space.XS for button in buttons)
        others = self._logo.height() + self.engine.height() + Space.M + 2 * Space.S + 3 * Space.XS
        tight = pages + others > self.height()
        if tight != self._tight:
            self._tight = tight
            self._logo.setVisible(not tight)
            layout = self.layout()
            assert layout is not None
            layout.setSpacing(1 if tight else Space.XS)
            for button in buttons:
                button.set_tight(tight)

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._keys[index])


def _label_font() -> QFont:
    font = Theme.current().font(Type.OVERLINE)
    font.setWeight(font.Weight.Medium)
    return font


def _logo() -> QLabel:
    label = QLabel()
    label.setFixedSize(QSize(32, 32))
    picture = QPixmap(str(resources() / "icons" / "hone-64.png"))
    if not picture.isNull():
        picture.setDevicePixelRatio(2.0)
        label.setPixmap(picture)
    return label
