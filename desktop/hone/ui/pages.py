"""The pages of the window, in the order of the rail: one line each."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.ui.page import Page, Shell


@dataclass(frozen=True)
class PageEntry:
    """A page: its key, label, icon, and the module and class it is imported from when first shown."""

    key: str
    label: object  # a str; Qt's stubs do not say what QT_TRANSLATE_NOOP returns
    icon: str
    module: str
    name: str
    at_bottom: bool = False

    def title(self) -> str:
        """Return the label in the user's language."""
        return QCoreApplication.translate("Pages", str(self.label))

    def load(self) -> type[Page]:
        """Import the page's class; safe in any thread."""
        kind: type[Page] = getattr(importlib.import_module(self.module), self.name)
        return kind

    def build(self, shell: Shell) -> Page:
        """Import and build the page."""
        return self.load()(shell)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("chat", QT_TRANSLATE_NOOP("Pages", "Chat"), "chat-circle", "hone.ui.chat.page", "ChatPage"),
    PageEntry(
        "prompts", QT_TRANSLATE_NOOP("Pages", "Prompts"), "book-open", "hone.ui.prompts.page", "PromptsPage"
    ),
    PageEntry(
        "compare", QT_TRANSLATE_NOOP("Pages", "Compare"), "columns", "hone.ui.compare.page", "ComparePage"
    ),
    PageEntry("data", QT_TRANSLATE_NOOP("Pages", "Data"), "database", "hone.ui.data.page", "DataPage"),
    PageEntry("tune", QT_TRANSLATE_NOOP("Pages", "Tune"), "sliders", "hone.ui.tune.page", "TunePage"),
    PageEntry("runs", QT_TRANSLATE_NOOP("Pages", "Runs"), "chart-line-up", "hone.ui.runs.page", "RunsPage"),
    PageEntry("models", QT_TRANSLATE_NOOP("Pages", "Models"), "cube", "hone.ui.models.page", "ModelsPage"),
    PageEntry(
        "settings",
        QT_TRANSLATE_NOOP("Pages", "Settings"),
        "gear",
        "hone.ui.settings.page",
        "SettingsPage",
        at_bottom=True,
    ),
)
