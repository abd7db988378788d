"""All shortcuts, grouped, found by typing, and changed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hone.ui.commands import shown_keys
from hone.ui.kit.buttons import GhostButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import CaptionLabel, OverlineLabel, TitleLabel
from hone.ui.kit.tokens import Space
from hone.ui.page import Shell
from hone.ui.palette.fuzzy import Query, Searched
from hone.ui.shortcuts.binding import Wish, granted, reset, wish
from hone.ui.shortcuts.row import ShortcutRow
from hone.ui.supervisor import start_task

_WIDTH, _HEIGHT = 620, 640
_ROOM_FOR_QUESTION = 160


class ShortcutSheet(Sheet):
    """The list under F1."""

    def __init__(self, window: QWidget, shell: Shell) -> None:
        super().__init__(window, _WIDTH, _HEIGHT)
        self._shell, self._commands = shell, shell.commands
        self.rows: dict[str, ShortcutRow] = {}
        self._groups: dict[str, list[QWidget]] = {}
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Search commands or keys"))
        self._search.setAccessibleName(self.tr("Search commands or keys"))
        self._search.textChanged.connect(self._on_searched)
        self._list = QVBoxLayout()
        self._none = CaptionLabel(self.tr("No command fits."))
        self._none.hide()
        self._reset_all = GhostButton(self.tr("Reset all"), "arrow-counter-clockwise")
        self._reset_all.clicked.connect(self._on_reset_all_clicked)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._rebuild)
        self._lay_out()
        self._commands.changed.connect(self._on_commands_changed)

    def open(self) -> None:
        self._rebuild()
        self._search.clear()
        super().open()
        self._search.setFocus()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.body.setSpacing(Space.M)
        hint = self.tr(
            "Choose a shortcut to change it: press the new keys, Backspace for none, Esc to leave it."
        )
        inside = QWidget()
        inside.setProperty("kind", "plain")
        self._list.setContentsMargins(0, 0, Space.M, 0)
        self._list.setSpacing(Space.XS)
        inside.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        close = SecondaryButton(self.tr("Close"))
        close.clicked.connect(self.close_sheet)
        for widget in (TitleLabel(self.tr("Keyboard shortcuts")), CaptionLabel(hint), self._search):
            self.body.addWidget(widget)
        self.body.addWidget(area, 1)
        self.body.addLayout(row(self._reset_all, None, close))

    @Slot()
    def _on_commands_changed(self) -> None:
        """Show keys that changed at once; commands of a page that was built now, when it stands."""
        if not self.isVisible():
            return
        if {command.key for command in self._commands.all()} == set(self.rows):
            self._show_keys()
        else:
            self._later.start(0)

    @Slot()
    def _rebuild(self) -> None:
        if {command.key for command in self._commands.all()} != set(self.rows):
            self._make_rows()
            self._on_searched(self._search.text())
        self._show_keys()

    def _make_rows(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._none:
                widget.deleteLater()
        self.rows, self._groups = {}, {}
        by_group: dict[str, list[ShortcutRow]] = {}
        for command in self._commands.all():
            made = ShortcutRow(command)
            made.keys_wished.connect(self._on_keys_wished)
            made.reset_wished.connect(self._on_reset_wished)
            made.settled.connect(self._on_settled)
            self.rows[command.key] = made
            by_group.setdefault(command.group, []).append(made)
        self._list.addWidget(self._none)
        for group, rows in by_group.items():
            heading = OverlineLabel(group)
            heading.setContentsMargins(0, Space.M, 0, 0)
            self._groups[group] = [heading, *rows]
            for widget in self._groups[group]:
                self._list.addWidget(widget)
        self._list.addStretch(1)

    def _show_keys(self) -> None:
        own = self._commands.own_keys()
        for key, shown in self.rows.items():
            shown.show_keys(self._commands.keys_of(key), key in own)
        self._reset_all.setEnabled(bool(own))

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        query = Query.of(text)
        for heading, *rows in self._groups.values():
            some = False
            for shown in rows:
                assert isinstance(shown, ShortcutRow)
                keys = shown_keys(self._commands.keys_of(shown.command.key))
                searched = Searched.of(shown.command.title, f"{shown.command.group} {keys}")
                fits = query.match(searched) is not None
                shown.setVisible(fits)
                some = some or fits
            heading.setVisible(some)
        self._none.setVisible(all(heading.isHidden() for heading, *_rows in self._groups.values()))

    # ---- changes

    @Slot(str, str)
    def _on_keys_wished(self, key: str, keys: str) -> None:
        self._settle_or_ask(wish(self._commands, key, keys))

    @Slot(str)
    def _on_reset_wished(self, key: str) -> None:
        self._settle_or_ask(reset(self._commands, key))

    def _settle_or_ask(self, wanted: Wish) -> None:
        if wanted.held_by:
            shown = self.rows[wanted.key]
            shown.ask(wanted)
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(shown, 0, _ROOM_FOR_QUESTION))
        else:
            self._on_settled(wanted, False)

    @Slot(object, bool)
    def _on_settled(self, wanted: Wish, swap: bool) -> None:
        self._keep(granted(self._commands, wanted, swap=swap))
        self.rows[wanted.key].button.setFocus()

    @Slot()
    def _on_reset_all_clicked(self) -> None:
        before = self._commands.own_keys()
        self._keep({})
        self._shell.notify(
            self.tr("All shortcuts are as Hone comes"), self.tr("Undo"), lambda: self._keep(before)
        )

    def _keep(self, own: dict[str, str]) -> None:
        self._commands.rebind(own)
        settings = self._shell.services.settings
        start_task(self, lambda: settings.change(shortcuts=own), None, self._shell.tell_error)
