"""Conversations in the palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hone.ui.page import Shell
from hone.ui.palette.entry import PaletteEntry


def conversation_entries(shell: Shell) -> list[PaletteEntry]:
    """Return an entry per conversation that opens it."""
    group = QCoreApplication.translate("PaletteGroups", "Conversation")
    untitled = QCoreApplication.translate("PaletteGroups", "Untitled")
    return [
        PaletteEntry(
            key=f"conversation:{kept.id}",
            title=kept.title or untitled,
            group=group,
            run=partial(shell.conversation_requested.emit, kept.id),
            icon="chat-circle",
        )
        for kept in shell.services.chat.conversations()
    ]
