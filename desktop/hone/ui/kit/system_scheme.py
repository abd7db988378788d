"""Whether the desktop is dark, and whether it wants things to move.

Qt knows the scheme on Windows, macOS and GNOME; for the rest the desktop's portal is asked.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_SCHEME = ("org.freedesktop.appearance", "color-scheme")
_MOTION = ("org.gnome.desktop.interface", "enable-animations")
_PREFERS_DARK = 1


class SystemScheme(QObject):
    """Follows the desktop's colour scheme. Until something answers, it is light."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._portal_dark = False
        self._moves = True
        self._asked: list[QObject] = []
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_hints_changed)
        QTimer.singleShot(0, self, self._ask_portal)

    @property
    def dark(self) -> bool:
        """Whether the desktop is dark as far as is known."""
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._portal_dark
        return scheme is Qt.ColorScheme.Dark

    @property
    def moves(self) -> bool:
        """Whether the desktop lets things move, as far as is known."""
        return self._moves

    @Slot()
    def _on_hints_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _ask_portal(self) -> None:
        """Ask without waiting; a desktop without the portal answers with errors, which change nothing."""
        if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Unknown:
            self._ask(_SCHEME, self._on_scheme_told)
        self._ask(_MOTION, self._on_motion_told)

    def _ask(self, setting: tuple[str, str], tell: Callable[[object], None]) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        call = QDBusMessage.createMethodCall(_PORTAL, _PATH, _SETTINGS, "Read")
        call.setArguments(list(setting))
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call, 2000), self)
        watcher.finished.connect(lambda answered: _tell_value(answered, tell))
        self._asked.append(watcher)

    def _on_scheme_told(self, value: object) -> None:
        dark = value == _PREFERS_DARK
        if dark != self._portal_dark:
            self._portal_dark = dark
            self.changed.emit()

    def _on_motion_told(self, value: object) -> None:
        self._moves = value is not False


def _tell_value(watcher: object, tell: Callable[[object], None]) -> None:
    """Hand on what the portal answered, out of its wrappings; an error is no answer."""
    from PySide6.QtDBus import QDBusPendingCallWatcher, QDBusVariant

    assert isinstance(watcher, QDBusPendingCallWatcher)
    if watcher.isError():
        return
    value: object = (watcher.reply().arguments() or [None])[0]
    while isinstance(value, QDBusVariant):
        value = value.variant()
    tell(value)
