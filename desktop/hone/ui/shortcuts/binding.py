"""What the user's own keys are after a change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt

from hone.ui.commands import Command, Commands

_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_unknown,
)
_ALONE = range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1)
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True)
class Wish:
    """A command that is to get `keys`, and the commands that have them now."""

    key: str
    keys: str
    held_by: tuple[Command, ...]


def is_modifier(key: Qt.Key) -> bool:
    """Whether this is Ctrl, Shift and the like alone: more is to come."""
    return key in _MODIFIERS


def is_usable(combination: QKeyCombination) -> bool:
    """Whether a combination leaves typing alone: letters need Ctrl, Alt or Meta, function keys do not."""
    return bool(combination.keyboardModifiers() & _WITH) or combination.key().value in _ALONE


def wish(commands: Commands, key: str, keys: str) -> Wish:
    """Ask for a command to have `keys`; "" for none."""
    return Wish(key, keys, commands.sharing(key, keys) if keys else ())


def granted(commands: Commands, wanted: Wish, *, swap: bool) -> dict[str, str]:
    """Return the user's own keys after a wish; with `swap`, who held the keys gets the old ones."""
    own = commands.own_keys()
    old = commands.keys_of(wanted.key)
    for other in wanted.held_by:
        now = commands.keys_of(other.key)
        # Held by a second key of the command: its first one stays.
        _put(own, other, now if now != wanted.keys else old if swap else "")
    _put(own, _command(commands, wanted.key), wanted.keys)
    return own


def reset(commands: Commands, wanted: str) -> Wish:
    """Ask for a command to have the keys it came with."""
    return wish(commands, wanted, _command(commands, wanted).keys)


def _put(own: dict[str, str], command: Command, keys: str) -> None:
    if keys == command.keys and not command.also:
        own.pop(command.key, None)
    else:
        own[command.key] = keys


def _command(commands: Commands, key: str) -> Command:
    return next(command for command in commands.all() if command.key == key)
