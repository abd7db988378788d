"""Models and adapters in the palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hone.ui.page import Shell
from hone.ui.palette.entry import PaletteEntry


def model_entries(shell: Shell) -> list[PaletteEntry]:
    """Return an entry per usable model and adapter that begins a conversation with it."""
    models = [model for model in shell.services.models.models() if not model.problem]
    chat = QCoreApplication.translate("PaletteGroups", "Chat with")
    entries = [
        PaletteEntry(
            key=f"model:{model.id}",
            title=model.name,
            group=chat,
            run=partial(shell.chat_requested.emit, model.id, ""),
            icon="cube",
        )
        for model in models
    ]
    for adapter in shell.services.models.adapters():
        base = next((model for model in models if adapter.fits(model)), None)
        if base is not None:
            start = partial(shell.chat_requested.emit, base.id, adapter.id)
            key = f"adapter:{adapter.id}"
            entries.append(PaletteEntry(key, adapter.name, chat, start, "puzzle-piece", base.name))
    return entries
