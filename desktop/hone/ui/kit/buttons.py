"""Buttons: one primary action per view, the rest secondary, ghost or icon only."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from hone.ui.kit.icons import icon as themed_icon
from hone.ui.kit.lengths import follow, scale_icon
from hone.ui.kit.theme import Theme
from hone.ui.kit.tooltip import plain_tooltip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON_ROLE = {"primary": "on_accent", "danger": "on_accent", "link": "accent_text"}


class Button(QPushButton):
    """A push button; `kind` is primary, secondary, ghost, danger, link or chip, `icon` a Phosphor name.

    Clicking does not take the focus away from where the person types; Tab still reaches it.
    """

    def __init__(
        self, text: str, kind: str = "secondary", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._follows = False
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if text:
            self.setAccessibleName(text)
        if icon:
            self.set_icon(icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show a Phosphor icon before the text."""
        self.setIcon(themed_icon(name, _ICON_ROLE.get(str(self.property("kind")), "text_muted")))
        if not self._follows:
            self._follows = True
            follow(self, self._fit_icon)
        self._fit_icon(Theme.current())

    def _fit_icon(self, theme: Theme) -> None:
        """Grow the icon with the text; it is wider than the glyph at its left: that is the gap."""
        side = theme.icon_length(16)
        self.setIconSize(QSize(side + 4 if self.text() else side, side))

    def set_kind(self, kind: str) -> None:
        """Change the look."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)


class PrimaryButton(Button):
    """The one action that the view is about."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "primary", icon, parent)


class SecondaryButton(Button):
    """Another action."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "secondary", icon, parent)


class GhostButton(Button):
    """A quiet action without a frame."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "ghost", icon, parent)


class DangerButton(Button):
    """An action that ends or removes something."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "danger", icon, parent)


class LinkButton(Button):
    """An action inside a sentence."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "link", "", parent)


class IconButton(QToolButton):
    """An icon with a tooltip, which is also its accessible name."""

    def __init__(
        self, icon: str, name: str, role: str = "text_muted", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        scale_icon(self, size, size)
        self.set_icon(icon)
        self.set_name(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_icon(self, icon: str, role: str = "") -> None:
        """Show another icon, in another colour when `role` is given."""
        self._role = role or self._role
        self.setIcon(themed_icon(icon, self._role))

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Say what the button does; the tooltip shows the shortcut too."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(f"{name}  {shortcut}" if shortcut else name))


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click a button when the key is Enter, which Qt leaves to the default button of dialogs."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or not plain or event.isAutoRepeat():
        return False
    button.click()
    return True
