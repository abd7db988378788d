"""What can be done in the window, by name: for shortcuts, the command palette and the list of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_EVERYWHERE = ("go", "window")


@dataclass(frozen=True)
class Command:
    """One thing that can be done. `key` is kept in the settings, `title` and `group` are translated.

    `key` begins with its page ("chat.new") or with "go" or "window" where it works on every page. `keys` is
    the shortcut as Hone comes ("" for none), in Qt's portable text; `also` are further keys that work until
    the person chooses others.
    """

    key: str
    title: str
    group: str
    keys: str = ""
    icon: str = ""
    also: tuple[str, ...] = ()

    @property
    def scope(self) -> str:
        """Where its shortcut works: a page's key, or "" for everywhere."""
        first = self.key.partition(".")[0]
        return "" if first in _EVERYWHERE else first


class _Bound:
    def __init__(
        self, command: Command, call: Callable[[], object], owner: QWidget, within: QWidget | None
    ) -> None:
        self.command, self.call, self.owner = command, call, owner
        self.shortcut = QShortcut(within or owner)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.shortcut.setContext(inside if within is not None else Qt.ShortcutContext.WindowShortcut)
        self.shortcut.activated.connect(lambda: call())


class Commands(QObject):
    """Knows the commands of the window and of all pages built so far, and holds their shortcuts.

    `wanted(page)` asks for a page before one of its commands is run.
    """

    changed = Signal()
    wanted = Signal(str)

    def __init__(self, own_keys: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own_keys = dict(own_keys)
        self._bound: dict[str, _Bound] = {}

    def add(
        self,
        command: Command,
        call: Callable[[], object],
        owner: QWidget,
        within: QWidget | None = None,
    ) -> None:
        """Make a command available; its shortcut works while `owner` is visible.

        With `within` the shortcut works only while the focus is in there: for keys that are letters.
        """
        assert command.key not in self._bound, f"two commands are called {command.key}"
        self._bound[command.key] = _Bound(command, call, owner, within)
        self._set_keys(command.key)
        self.changed.emit()

    def all(self) -> tuple[Command, ...]:
        """Return every command, in the order of coming."""
        return tuple(bound.command for bound in self._bound.values())

    def available(self) -> tuple[Command, ...]:
        """Return the commands whose place is on the screen now."""
        return tuple(bound.command for bound in self._bound.values() if bound.owner.isVisible())

    def run(self, key: str) -> None:
        """Do what a command says, on its page."""
        bound = self._bound[key]
        if bound.command.scope and not bound.owner.isVisible():
            self.wanted.emit(bound.command.scope)
        bound.call()

    def keys_of(self, key: str) -> str:
        """Return a command's shortcut in portable text: the user's own, else as Hone comes."""
        return self._own_keys.get(key, self._bound[key].command.keys)

    def own_keys(self) -> dict[str, str]:
        """Return the user's own shortcuts by command key."""
        return dict(self._own_keys)

    def sharing(self, key: str, keys: str) -> tuple[Command, ...]:
        """Return the other commands that `keys` would call where they call `key`."""
        scope = self._bound[key].command.scope
        return tuple(
            other
            for other in self.all()
            if other.key != key
            and keys in self._every_key(other.key)
            and (other.scope == scope or not other.scope or not scope)
        )

    def rebind(self, own_keys: Mapping[str, str]) -> None:
        """Take the user's own shortcuts, by command key; "" takes a shortcut away."""
        self._own_keys = dict(own_keys)
        for key in self._bound:
            self._set_keys(key)
        self.changed.emit()

    def _every_key(self, key: str) -> tuple[str, ...]:
        also = () if key in self._own_keys else self._bound[key].command.also
        return tuple(keys for keys in (self.keys_of(key), *also) if keys)

    def _set_keys(self, key: str) -> None:
        self._bound[key].shortcut.setKeys([QKeySequence(keys) for keys in self._every_key(key)])


def shown_keys(keys: str) -> str:
    """Return a shortcut in the words of the system and language: "Ctrl+K", "Strg+K", "⌘K"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
