"""Beside the conversation: tabs of panels, of which one is open; as wide as the person drags it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hone.ui.chat.header import HEADER_HEIGHT
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.panels import PANELS
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.icons import icon
from hone.ui.kit.text import HeadingLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_NARROWEST = 300


class ChatSide(QWidget):
    """Builds each panel when it is first shown. `opened(key)` when another panel comes to the front."""

    close_requested = Signal()
    opened = Signal(str)

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inspector")
        self.setAccessibleName(self.tr("Panels of the conversation"))
        self._context = context
        self._built: dict[str, ChatPanel] = {}
        self._current = ""
        self._title = HeadingLabel("")
        self._title.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        strip = QWidget()
        strip.setProperty("kind", "header")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setFixedHeight(HEADER_HEIGHT)
        tabs = QHBoxLayout(strip)
        tabs.setContentsMargins(Space.M, 0, Space.M, 0)
        tabs.setSpacing(Space.XS)
        for index, entry in enumerate(PANELS):
            button = IconButton(entry.icon, entry.title(), size=18)
            button.setIcon(icon(entry.icon, "text_muted", "accent_text", f"{entry.icon}-fill"))
            button.setCheckable(True)
            button.setProperty("kind", "tab")
            self._group.addButton(button, index)
            tabs.addWidget(button)
        close = IconButton("x", self.tr("Close the panel"), size=16)
        close.clicked.connect(self.close_requested)
        tabs.addStretch(1)
        tabs.addWidget(close)
        self._group.idClicked.connect(self._on_tab_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self._title)
        layout.addWidget(self._stack, 1)
        Theme.current().theme_changed.connect(self._fit_width)

    @property
    def current_key(self) -> str:
        """The key of the panel that is in front; "" before the first."""
        return self._current

    def panel(self, key: str) -> ChatPanel:
        """Return a panel, built now when it was never shown."""
        if key not in self._built:
            entry = next(entry for entry in PANELS if entry.key == key)
            self._built[key] = entry.build(self._context)
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def open_panel(self, key: str) -> None:
        """Bring a panel to the front; an unknown key opens the first."""
        keys = [entry.key for entry in PANELS]
        self._current = key if key in keys else keys[0]
        panel = self.panel(self._current)
        self._stack.setCurrentWidget(panel)
        tab = self._group.button(keys.index(self._current))
        tab.setChecked(True)
        self.setFocusProxy(tab)
        if self.focusWidget() in self._group.buttons() and self.focusWidget().hasFocus():
            tab.setFocus()
        self._title.setText(next(entry.title() for entry in PANELS if entry.key == self._current))
        panel.shown()
        self._fit_width()
        self.opened.emit(self._current)

    @Slot()
    def flush(self) -> None:
        """Let every panel tell changes that wait."""
        for panel in self._built.values():
            panel.flush()

    def finish(self) -> None:
        """Let every panel end its background work."""
        for panel in self._built.values():
            panel.finish()

    @Slot(int)
    def _on_tab_clicked(self, index: int) -> None:
        self.open_panel(PANELS[index].key)

    def minimumSizeHint(self) -> QSize:
        least, hint = Theme.current().length(_NARROWEST), super().minimumSizeHint()
        panel = self._built.get(self._current)
        needed = _needed(panel) if panel is not None else 0
        return QSize(max(least, hint.width(), needed), hint.height())

    @Slot()
    def _fit_width(self) -> None:
        self.updateGeometry()


def _needed(panel: ChatPanel) -> int:
    """Return the width that what scrolls in a panel needs: a scroll area tells its layout nothing of it."""
    needed = 0
    for area in panel.findChildren(QScrollArea):
        inside, bar = area.widget(), area.verticalScrollBar().sizeHint().width()
        if inside is not None:
            needed = max(needed, inside.minimumSizeHint().width() + bar)
    return needed
