"""What can be done in the window, by name: for shortcuts, the command palette and the list of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Command:
    """One thing that can be done. `key` is kept in the settings, `title` and `group` are translated.

    `keys` is the shortcut as Hone comes ("" for none), in Qt's portable text.
    """

    key: str
    title: str
    group: str
    keys: str = ""
    icon: str = ""


class _Bound:
    def __init__(self, command: Command, call: Callable[[], object], owner: QWidget) -> None:
        self.command, self.call, self.owner = command, call, owner
        self.shortcut = QShortcut(owner)
        self.shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        self.shortcut.activated.connect(lambda: call())


class Commands(QObject):
    """Knows the commands of the window and of all pages built so far, and holds their shortcuts."""

    changed = Signal()

    def __init__(self, own_keys: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own_keys = dict(own_keys)
        self._bound: dict[str, _Bound] = {}

    def add(self, command: Command, call: Callable[[], object], owner: QWidget) -> None:
        """Make a command available; its shortcut works while `owner` is visible."""
        assert command.key not in self._bound, f"two commands are called {command.key}"
        self._bound[command.key] = _Bound(command, call, owner)
        self._bound[command.key].shortcut.setKey(QKeySequence(self.keys_of(command.key)))
        self.changed.emit()

    def all(self) -> tuple[Command, ...]:
        """Return every command, in the order of coming."""
        return tuple(bound.command for bound in self._bound.values())

    def available(self) -> tuple[Command, ...]:
        """Return the commands whose place is on the screen now."""
        return tuple(bound.command for bound in self._bound.values() if bound.owner.isVisible())

    def run(self, key: str) -> None:
        """Do what a command says."""
        self._bound[key].call()

    def keys_of(self, key: str) -> str:
        """Return a command's shortcut in portable text: the user's own, else as Hone comes."""
        return self._own_keys.get(key, self._bound[key].command.keys)

    def rebind(self, own_keys: Mapping[str, str]) -> None:
        """Take the user's own shortcuts, by command key; "" takes a shortcut away."""
        self._own_keys = dict(own_keys)
        for key, bound in self._bound.items():
            bound.shortcut.setKey(QKeySequence(self.keys_of(key)))
        self.changed.emit()
