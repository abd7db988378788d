"""The menu behind a message's "…" button."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from hone.ui.chat.entries import Entry
from hone.ui.chat.message_commands import MESSAGE_COMMANDS
from hone.ui.chat.panel import ChatContext
from hone.ui.kit.icons import icon


def open_menu(context: ChatContext, entry: Entry, anchor: QWidget) -> None:
    """Show what can be done with a message, below `anchor`."""
    menu = QMenu(anchor)
    for command in MESSAGE_COMMANDS:
        if command.applies(entry):
            action = menu.addAction(icon(command.icon, "text_muted"), command.title())
            action.triggered.connect(partial(command.run, context, entry))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
