"""A rich drop-down: a searchable list with title, subtitle and badge per entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Line
from hone.ui.kit.icons import IconFont, icon
from hone.ui.kit.option_list import Option, OptionList
from hone.ui.kit.popover import Popover
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.kit.typography import Type

__all__ = ["Option", "Picker", "PickerAction"]

_SEARCH_FROM = 6
_ROOM_FOR_BADGE = 200  # pixels at text scale 1; in a narrower picker the title matters more


@dataclass(frozen=True)
class PickerAction:
    """A line below the list, such as "Add a model…"."""

    key: str
    text: str
    icon: str


class Picker(QPushButton):
    """Shows the current option; a click, Down or Space opens the list. `picked(key)` when one is taken."""

    picked = Signal(str)
    action_requested = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        icon_name: str = "",
        width: int = 220,
        list_width: int = 360,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "picker")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._placeholder = placeholder
        self._icon_name = icon_name
        self._list_width = list_width
        self._options: tuple[Option, ...] = ()
        self._actions: tuple[PickerAction, ...] = ()
        self._current = ""
        self._popover: Popover | None = None
        self.setMinimumWidth(min(width, 120))
        self._hint_width = width
        self.clicked.connect(self.open_list)
        Theme.current().theme_changed.connect(self.updateGeometry)
        Theme.current().theme_changed.connect(self.update)
        self._describe()

    def set_options(self, options: Sequence[Option], current: str | None = None) -> None:
        """Replace the options; `current` None keeps the current key."""
        self._options = tuple(options)
        if current is not None:
            self._current = current
        self._describe()

    def set_actions(self, actions: Sequence[PickerAction]) -> None:
        """Set the lines below the list; `action_requested(key)` when one is clicked."""
        self._actions = tuple(actions)

    def set_current(self, key: str) -> None:
        """Take an option without a signal."""
        self._current = key
        self._describe()

    def current(self) -> str:
        """Return the key of the current option."""
        return self._current

    def option(self) -> Option | None:
        """Return the current option."""
        return next((option for option in self._options if option.key == self._current), None)

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().length(self._hint_width), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            self.open_list()
            return
        super().keyPressEvent(event)

    @Slot()
    def open_list(self) -> None:
        """Show the list."""
        if self._popover is not None:
            self._popover.deleteLater()
        own = round(self.width() / max(1.0, Theme.current().scale))
        popover = Popover(self, max(self._list_width, own))
        panel = _PickerPanel(self._options, self._current, self._actions, self._name, popover)
        panel.taken.connect(self._on_panel_taken)
        panel.action_taken.connect(self._on_panel_action)
        popover.body.addWidget(panel)
        self._popover = popover
        popover.open()
        panel.focus_first()

    @Slot(str)
    def _on_panel_taken(self, key: str) -> None:
        self._close()
        if key != self._current:
            self._current = key
            self._describe()
            self.picked.emit(key)

    @Slot(str)
    def _on_panel_action(self, key: str) -> None:
        self._close()
        self.action_requested.emit(key)

    def _close(self) -> None:
        if self._popover is not None:
            self._popover.close_panel()

    def _describe(self) -> None:
        option = self.option()
        title = option.title if option else self._placeholder
        self.setAccessibleName(f"{self._name}: {title}")
        self.setToolTip(plain_tooltip(f"{self._name}: {title}"))
        self.setText("")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, glyphs = Theme.current(), IconFont.current()
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        option = self.option()
        left, right = 11.0, self.width() - 11.0
        middle = self.height() / 2
        caret, side = theme.icon_length(12), theme.icon_length(16)
        glyphs.draw(
            painter, QRectF(right - caret, middle - caret / 2, caret, caret), "caret-down", "text_faint"
        )
        right -= caret + 6
        if self._icon_name:
            glyphs.draw(painter, QRectF(left, middle - side / 2, side, side), self._icon_name, "text_muted")
            left += side + Space.S
        if option is not None and option.badge and self.width() > theme.length(_ROOM_FOR_BADGE):
            right = _draw_badge(painter, right, middle, option.badge, option.badge_tone) - 6
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour("text" if option else "text_faint"))
        text = option.title if option else self._placeholder
        rect = QRectF(left, 0, max(0.0, right - left), self.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _draw_badge(painter: QPainter, right: float, middle: float, text: str, tone: str) -> float:
    theme = Theme.current()
    font = theme.font(Type.OVERLINE)
    font.setWeight(font.Weight.Medium)
    painter.setFont(font)
    width, height = painter.fontMetrics().horizontalAdvance(text) + 12, painter.fontMetrics().height() + 4
    rect = QRectF(right - width, middle - height / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_soft" if tone else "hover"))
    painter.drawRoundedRect(rect, 6, 6)
    painter.setPen(theme.colour(f"{tone}_text" if tone else "text_muted"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    return rect.left()


class _PickerPanel(QWidget):
    """What the popover of a picker holds: search, list, actions."""

    taken = Signal(str)
    action_taken = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        current: str,
        actions: Sequence[PickerAction],
        name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        from hone.ui.kit.card import column

        layout = column(self, spacing=Space.XS)
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search in {0}").replace("{0}", name))
        self._search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search.textChanged.connect(self._on_search_changed)
        self._search.installEventFilter(self)
        self._search.setVisible(len(options) >= _SEARCH_FROM)
        self._list = OptionList(name)
        self._list.set_options(options, current)
        self._list.taken.connect(self.taken)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        if actions:
            layout.addWidget(Line())
        for action in actions:
            button = GhostButton(action.text, action.icon)
            button.setStyleSheet("text-align: left;")
            button.setProperty("key", action.key)
            button.clicked.connect(self._on_action_clicked)
            layout.addWidget(button)
        layout.addStretch(1)  # the search stays where it is when fewer options are left

    def focus_first(self) -> None:
        """Put the keyboard into the search field, or into the list when it is short."""
        (self._search if self._search.isVisibleTo(self) else self._list).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._list.take_current()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_search_changed(self, text: str) -> None:
        self._list.filter(text)

    @Slot()
    def _on_action_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.action_taken.emit(str(sender.property("key")))
