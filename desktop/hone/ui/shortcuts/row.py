"""One command in the list of shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from hone.ui.commands import Command, shown_keys
from hone.ui.kit.buttons import GhostButton, IconButton, SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.lengths import fix_size
from hone.ui.kit.text import BodyLabel, Label
from hone.ui.kit.tokens import Space
from hone.ui.shortcuts.binding import Wish
from hone.ui.shortcuts.key_button import KeyButton


class ShortcutRow(QWidget):
    """Title and keys; below them, when another command has the keys wished for, what can be done about it.

    `keys_wished(key, keys)`, `reset_wished(key)`, `settled(Wish, swap)`.
    """

    keys_wished = Signal(str, str)
    reset_wished = Signal(str)
    settled = Signal(object, bool)

    def __init__(self, command: Command, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = command
        self.button = KeyButton(command.title)
        self.button.keys_pressed.connect(self._on_keys_pressed)
        self.button.refused.connect(self._on_refused)
        name = self.tr("Reset the keys of {0}").replace("{0}", command.title)
        self.reset = IconButton("arrow-counter-clockwise", name, "text_faint", size=14)
        fix_size(self.reset, 24, 24)
        self.reset.clicked.connect(self._on_reset_clicked)
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keep)
        title = Label(command.title, wrap=True)
        line = row(spacing=Space.S)
        line.addWidget(title, 1)
        line.addWidget(self.reset)
        line.addWidget(self.button)
        self._layout = column(self, spacing=Space.XS)
        self._layout.addLayout(line)
        self._said: QFrame | None = None

    def show_keys(self, keys: str, own: bool) -> None:
        """Show the command's keys."""
        self.drop_question()
        self.button.show_keys(keys, own)
        self.reset.setVisible(own)

    def ask(self, wanted: Wish) -> None:
        """Say who has the keys, and offer to swap or to take them."""
        other = wanted.held_by[0]
        said = self.tr("{0} is already “{1}” ({2}).").replace("{0}", shown_keys(wanted.keys))
        said = said.replace("{1}", other.title).replace("{2}", other.group)
        swap = SecondaryButton(self.tr("Swap"), "swap")
        swap.clicked.connect(lambda: self.settled.emit(wanted, True))
        take = SecondaryButton(self.tr("Take it"))
        take.setAccessibleName(self.tr("Take it; the other command has no keys then"))
        take.clicked.connect(lambda: self.settled.emit(wanted, False))
        leave = GhostButton(self.tr("Leave it"))
        leave.clicked.connect(self.drop_question)
        self._show_banner(said, "warning", (swap, take, leave))
        swap.setFocus()

    @Slot()
    def drop_question(self) -> None:
        """Take the question away."""
        if self._said is not None:
            had_focus = self._said.isAncestorOf(self.window().focusWidget() or self)
            self._layout.removeWidget(self._said)
            self._said.deleteLater()
            self._said = None
            if had_focus:
                self.button.setFocus()

    def _show_banner(self, text: str, tone: str, buttons: tuple[QWidget, ...]) -> None:
        self.drop_question()
        frame = QFrame(self)
        frame.setProperty("kind", "banner")
        frame.setProperty("tone", tone)
        inside = column(frame, margin=Space.M, spacing=Space.S)
        inside.addWidget(BodyLabel(text))
        if buttons:
            inside.addLayout(row(*buttons, None))
        self._said = frame
        self._layout.addWidget(frame)

    @Slot(str)
    def _on_keys_pressed(self, keys: str) -> None:
        self.keys_wished.emit(self.command.key, keys)

    @Slot()
    def _on_refused(self) -> None:
        said = self.tr("Add Ctrl or Alt, or press a function key: letters alone are for typing.")
        self._show_banner(said, "accent", ())

    @Slot()
    def _on_reset_clicked(self) -> None:
        self.reset_wished.emit(self.command.key)
