"""Whether the desktop is dark. Qt knows on Windows, macOS and GNOME; elsewhere the portal is asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_PREFERS_DARK = 1


class SystemScheme(QObject):
    """Follows the desktop's colour scheme. Until something answers, it is light."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._portal_dark = False
        self._watcher: QObject | None = None
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_hints_changed)
        if hints.colorScheme() is Qt.ColorScheme.Unknown:
            QTimer.singleShot(0, self, self._ask_portal)

    @property
    def dark(self) -> bool:
        """Whether the desktop is dark as far as is known."""
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._portal_dark
        return scheme is Qt.ColorScheme.Dark

    @Slot()
    def _on_hints_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _ask_portal(self) -> None:
        """Ask without waiting; a desktop without the portal answers with an error, which leaves it light."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        call = QDBusMessage.createMethodCall(_PORTAL, _PATH, _SETTINGS, "Read")
        call.setArguments(["org.freedesktop.appearance", "color-scheme"])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call, 2000), self)
        watcher.finished.connect(self._on_portal_answered)
        self._watcher = watcher

    @Slot(object)
    def _on_portal_answered(self, watcher: object) -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher, QDBusVariant

        assert isinstance(watcher, QDBusPendingCallWatcher)
        if watcher.isError():
            return
        value: object = (watcher.reply().arguments() or [0])[0]
        while isinstance(value, QDBusVariant):
            value = value.variant()
        dark = value == _PREFERS_DARK
        if dark != self._portal_dark:
            self._portal_dark = dark
            self.changed.emit()
