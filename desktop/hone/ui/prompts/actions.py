"""What can be done on the page of prompts: its commands, and the menu of a prompt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from hone.domain.prompt_library import is_starter
from hone.services.prompt_files import FileFormat
from hone.ui.commands import Command
from hone.ui.kit.icons import icon

if TYPE_CHECKING:
    from hone.ui.prompts.page import PromptsPage


class PromptActions(QObject):
    """Registers the commands of a page when it is made."""

    def __init__(self, page: PromptsPage) -> None:
        super().__init__(page)
        self._page = page
        group = self.tr("Prompts")
        as_toml, as_markdown = (partial(page.export, form) for form in FileFormat)
        with_history = partial(page.export, FileFormat.TOML, True)
        find, compared = page.list.focus_search, page.comparison
        for key, title, keys, icon_name, call in (
            ("new", self.tr("New prompt"), "Ctrl+N", "plus", page.new_prompt),
            ("save", self.tr("Save a version"), "Ctrl+S", "floppy-disk", page.save),
            ("use", self.tr("Use in a new conversation"), "Ctrl+Return", "chat-circle", page.use_in_chat),
            ("use_here", self.tr("Use in the present conversation"), "", "chats", page.use_here),
            ("search", self.tr("Search prompts"), "Ctrl+F", "magnifying-glass", find),
            ("compare", self.tr("Compare versions"), "Ctrl+D", "git-diff", page.compare),
            ("next", self.tr("Next change"), "F7", "caret-down", compared.go_on),
            ("last", self.tr("Last change"), "Shift+F7", "caret-up", compared.go_back),
            ("discard", self.tr("Discard what is not saved"), "", "arrow-u-up-left", page.discard),
            ("duplicate", self.tr("Duplicate the prompt"), "", "copy", page.duplicate),
            ("delete", self.tr("Delete the prompt"), "", "trash", page.delete_prompt),
            ("import", self.tr("Import prompts"), "Ctrl+O", "download-simple", page.import_prompts),
            ("export_toml", self.tr("Export as TOML"), "", "export", as_toml),
            ("export_md", self.tr("Export as Markdown"), "", "export", as_markdown),
            ("export_history", self.tr("Export with all versions"), "", "export", with_history),
            ("export_all", self.tr("Export all prompts"), "", "export", page.export_all),
            ("list", self.tr("Show or hide the list"), "", "list", page.bar.list.toggle),
            ("history", self.tr("Show or hide the history"), "Ctrl+I", "clock", page.bar.history.toggle),
        ):
            page.shell.commands.add(Command(f"prompts.{key}", title, group, keys, icon_name), call, page)

    def open_menu(self, prompt_id: str, place: QPoint) -> None:
        """Show what can be done with the open prompt, at a place on the screen."""
        page, own = self._page, not is_starter(prompt_id)
        as_toml, as_markdown = (partial(page.export, form) for form in FileFormat)
        menu = QMenu(page)
        for icon_name, text, call, allowed in (
            ("chats", self.tr("Use in the present conversation"), page.use_here, True),
            ("git-diff", self.tr("Compare versions"), page.compare, own),
            ("copy", self.tr("Duplicate"), page.duplicate, True),
            ("export", self.tr("Export as TOML…"), as_toml, True),
            ("export", self.tr("Export as Markdown…"), as_markdown, True),
            ("export", self.tr("Export with all versions…"), partial(as_toml, True), own),
            ("trash", self.tr("Delete"), page.delete_prompt, own),
        ):
            action = menu.addAction(icon(icon_name, "text_muted"), text)
            action.triggered.connect(lambda _=False, call=call: call())
            action.setEnabled(allowed)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
