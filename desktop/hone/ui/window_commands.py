"""The commands that work on every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hone.domain.settings import TEXT_SCALES
from hone.domain.settings import Theme as Mode
from hone.ui.commands import Command, shown_keys
from hone.ui.kit.theme import Theme
from hone.ui.page import Shell
from hone.ui.page_preparation import PagePreparation
from hone.ui.pages import PAGES
from hone.ui.palette.entry import PaletteEntry
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.ui.main_window import MainWindow
    from hone.ui.palette.palette import Palette
    from hone.ui.shortcuts.sheet import ShortcutSheet
    from hone.ui.tour.tour import Tour


class WindowCommands(QObject):
    """Pages, palette, keys, tour, looks. What they open is imported when it is first asked for."""

    def __init__(self, window: MainWindow, shell: Shell) -> None:
        super().__init__(window)
        self._window, self._shell = window, shell
        self._preparation = PagePreparation(window.page, self)
        self._palette: Palette | None = None
        self._sheet: ShortcutSheet | None = None
        self._tour: Tour | None = None
        shell.commands.wanted.connect(window.open_page)
        shell.tour_requested.connect(self.start_tour)
        shell.shortcuts_requested.connect(self.open_shortcuts)
        self._add_pages()
        self._add_helpers()
        self._add_looks()
        shell.commands.changed.connect(self._tell_keys)
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Show the present shortcuts of the pages at the rail."""
        for entry in PAGES:
            keys = shown_keys(self._shell.commands.keys_of(f"go.{entry.key}"))
            self._window.rail.set_keys(entry.key, keys)

    def open_palette(self) -> None:
        """Open the command palette over the window."""
        from hone.ui.palette.palette import Palette

        if self._palette is None:
            self._palette = Palette(self._window, self._shell, self._entries)
            self._palette.typed.connect(self._preparation.hold)
        self._palette.open()
        self._preparation.begin(PAGES)

    def open_shortcuts(self) -> None:
        """Open the list of all shortcuts."""
        from hone.ui.shortcuts.sheet import ShortcutSheet

        if self._sheet is None:
            self._sheet = ShortcutSheet(self._window, self._shell)
        self._sheet.open()
        self._preparation.begin(PAGES)

    def start_tour(self) -> None:
        """Begin the tour from its first step."""
        from hone.ui.tour.tour import Tour

        if self._tour is not None:
            self._tour.end()
        self._tour = Tour(self._window, self._shell)
        self._tour.start()

    def offer_tour(self) -> None:
        """Begin the tour where it was never seen, once the first page stands."""
        if not self._shell.services.settings.get().tour_seen:
            QTimer.singleShot(0, self, self.start_tour)

    def _entries(self) -> list[PaletteEntry]:
        """Return the commands: those of the page that is shown first."""
        commands = self._shell.commands
        working = {command.key for command in commands.available()}
        here = {command.key for command in commands.available() if command.scope}
        known = sorted(commands.all(), key=lambda command: command.key not in here)
        return [
            PaletteEntry(
                key=command.key,
                title=command.title,
                group=command.group,
                run=partial(commands.run, command.key),
                icon=command.icon or "caret-right",
                keys=commands.keys_of(command.key),
                here=command.key in working,
            )
            for command in known
            if command.key != "window.palette"
        ]

    def _add(
        self, key: str, title: str, keys: str, icon: str, call: Callable[[], object], *also: str
    ) -> None:
        group = self.tr("Window")
        self._shell.commands.add(Command(f"window.{key}", title, group, keys, icon, also), call, self._window)

    def _add_pages(self) -> None:
        go = self.tr("Go to")
        for index, entry in enumerate(PAGES):
            keys = "Ctrl+," if entry.key == "settings" else f"Ctrl+{index + 1}"
            command = Command(f"go.{entry.key}", entry.title(), go, keys, entry.icon)
            self._shell.commands.add(command, partial(self._window.open_page, entry.key), self._window)

    def _add_helpers(self) -> None:
        self._add("palette", self.tr("Command palette"), "Ctrl+K", "command", self.open_palette)
        self._add("shortcuts", self.tr("Keyboard shortcuts"), "F1", "keyboard", self.open_shortcuts)
        self._add("tour", self.tr("Take the tour"), "", "compass", self.start_tour)
        self._add("full_screen", self.tr("Full screen"), "F11", "arrows-out", self._window.toggle_full_screen)
        notice = self.tr("Undo, or what else the notice offers")
        self._add("notice", notice, "Alt+Z", "arrow-counter-clockwise", self._window.act_on_notice)
        self._add("quit", self.tr("Quit Hone"), "Ctrl+Q", "sign-out", self._window.close)

    def _add_looks(self) -> None:
        larger = partial(self._step_scale, 1)
        self._add("larger", self.tr("Larger text"), "Ctrl++", "text-aa", larger, "Ctrl+=")
        self._add("smaller", self.tr("Smaller text"), "Ctrl+-", "text-aa", partial(self._step_scale, -1))
        self._add("normal_size", self.tr("Normal text size"), "Ctrl+0", "text-aa", self._reset_scale)
        for mode, title, icon in (
            (Mode.LIGHT, self.tr("Light theme"), "sun"),
            (Mode.DARK, self.tr("Dark theme"), "moon"),
            (Mode.SYSTEM, self.tr("Theme of the system"), "circle-half"),
        ):
            self._add(f"theme_{mode.value}", title, "", icon, partial(self._set_theme, mode))

    def _step_scale(self, by: int) -> None:
        """Take the next larger (1) or smaller (-1) size."""
        now = Theme.current().scale
        further = [scale for scale in TEXT_SCALES if (scale - now) * by > 0.001]
        if further:
            self._set_scale(min(further, key=lambda scale: abs(scale - now)))

    def _reset_scale(self) -> None:
        self._set_scale(1.0)

    def _set_scale(self, scale: float) -> None:
        Theme.current().set_scale(scale)
        said = self.tr("Text size {0} %").replace("{0}", str(round(scale * 100)))
        self._shell.notify(said)
        self._keep(text_scale=scale)

    def _set_theme(self, mode: Mode) -> None:
        Theme.current().set_mode(mode.value)
        self._keep(theme=mode)

    def _keep(self, **values: object) -> None:
        settings = self._shell.services.settings
        start_task(self, lambda: settings.change(**values), self._on_kept, self._shell.tell_error)

    def _on_kept(self, result: object) -> None:
        self._shell.settings_changed.emit()
