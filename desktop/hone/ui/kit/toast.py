"""A short notice at the bottom of the window, with one way back, and perhaps a way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hone.ui.kit.shadow import REACH, draw_shadow
from hone.ui.kit.text import Label
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_SECONDS = 7


class Toaster(QWidget):
    """Shows one notice at a time over its window; the newest replaces the one before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._on_action: Callable[[], object] | None = None
        self._on_further: Callable[[], object] | None = None
        self._label = Label()
        self._further, self._button = _link(), _link()
        self._button.setAccessibleName(self.tr("Undo"))
        self._further.setAccessibleName(self.tr("Another action"))
        self._button.clicked.connect(self._on_button_clicked)
        self._further.clicked.connect(self._on_further_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(REACH + Space.L, REACH + Space.M, REACH + Space.L, REACH + Space.M)
        layout.setSpacing(Space.L)
        layout.addWidget(self._label)
        layout.addWidget(self._further)
        layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        Theme.current().theme_changed.connect(self._take_colours)
        self._take_colours()
        self.hide()

    def show_notice(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        seconds: int = _SECONDS,
    ) -> None:
        """Show `text`, and a button `action` that calls `on_action` while the notice stands."""
        self._on_action, self._on_further = on_action, None
        self._further.hide()
        self._label.setText(text)
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(seconds * 1000)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offer_further(self, text: str, on_further: Callable[[], object] | None) -> None:
        """Put a second button beside the first of the notice that stands, such as a way to what was made."""
        self._on_further = on_further
        self._further.setText(text)
        self._further.setAccessibleName(text)
        self._further.show()
        self._place()

    def act(self) -> None:
        """Do what the notice offers, if one stands that offers something."""
        if self.isVisible() and self._on_action is not None:
            self._on_button_clicked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        draw_shadow(painter, body, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().colour("toast"))
        painter.drawRoundedRect(body, 10, 10)

    def _place(self) -> None:
        window = self.parentWidget()
        assert window is not None
        longest = window.width() - 2 * Space.XL
        beside = 160 if self._further.isHidden() else 160 + self._further.sizeHint().width()
        self._label.setWordWrap(self._label.sizeHint().width() > longest - beside)
        self.adjustSize()
        width = min(self.width(), longest)
        self.resize(width, self.height())
        self.move((window.width() - width) // 2, window.height() - self.height() - Space.XL + REACH)

    @Slot()
    def _take_colours(self) -> None:
        colours = Theme.current().colours
        self._label.setStyleSheet(f"color: {colours.on_toast};")
        for button in (self._button, self._further):
            button.setStyleSheet(f"color: {colours.toast_accent}; font-weight: 600;")

    @Slot()
    def _on_button_clicked(self) -> None:
        action, self._on_action = self._on_action, None
        self._timer.stop()
        self.hide()
        if action is not None:
            action()

    @Slot()
    def _on_further_clicked(self) -> None:
        further, self._on_further = self._on_further, None
        self._timer.stop()
        self.hide()
        if further is not None:
            further()


def _link() -> QPushButton:
    button = QPushButton()
    button.setProperty("kind", "link")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
