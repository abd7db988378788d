"""The panels beside the conversation, in the order of their tabs: one line each."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.ui.chat.panel import ChatContext, ChatPanel


@dataclass(frozen=True)
class PanelEntry:
    """A panel: its key, label, icon, and the module and class it is imported from when first shown."""

    key: str
    label: object  # a str; Qt's stubs do not say what QT_TRANSLATE_NOOP returns
    icon: str
    module: str
    name: str

    def title(self) -> str:
        """Return the label in the user's language."""
        return QCoreApplication.translate("Panels", str(self.label))

    def build(self, context: ChatContext) -> ChatPanel:
        """Import and build the panel."""
        panel: ChatPanel = getattr(importlib.import_module(self.module), self.name)(context)
        return panel


PANELS: tuple[PanelEntry, ...] = (
    PanelEntry(
        "settings", QT_TRANSLATE_NOOP("Panels", "Settings"), "faders", "hone.ui.chat.inspector", "Inspector"
    ),
    PanelEntry(
        "prompt",
        QT_TRANSLATE_NOOP("Panels", "Prompt"),
        "book-open",
        "hone.ui.chat.prompt_panel",
        "PromptPanel",
    ),
    PanelEntry(
        "examples",
        QT_TRANSLATE_NOOP("Panels", "Examples"),
        "list-numbers",
        "hone.ui.chat.examples_panel",
        "ExamplesPanel",
    ),
    PanelEntry(
        "reply",
        QT_TRANSLATE_NOOP("Panels", "Reply"),
        "arrow-bend-up-left",
        "hone.ui.chat.reply_panel",
        "ReplyPanel",
    ),
    PanelEntry(
        "exact",
        QT_TRANSLATE_NOOP("Panels", "Exact view"),
        "brackets-curly",
        "hone.ui.chat.exact.panel",
        "ExactPanel",
    ),
    PanelEntry(
        "tokens", QT_TRANSLATE_NOOP("Panels", "Tokens"), "text-aa", "hone.ui.chat.tokens.panel", "TokensPanel"
    ),
    PanelEntry(
        "tools", QT_TRANSLATE_NOOP("Panels", "Tools"), "wrench", "hone.ui.chat.tools_panel", "ToolsPanel"
    ),
)
