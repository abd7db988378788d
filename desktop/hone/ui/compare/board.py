"""The columns beside each other, as the desk has them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from hone.domain.chat import Role
from hone.domain.comparing import FEWEST_COLUMNS, MOST_COLUMNS, ColumnSettings
from hone.services import Services
from hone.ui.chat.entries import Entry
from hone.ui.chat.library import Catalogue
from hone.ui.compare.column import LEAST_WIDTH, ColumnView
from hone.ui.compare.column_settings import ColumnSettingsPopover
from hone.ui.compare.desk import CompareDesk
from hone.ui.compare.difference_finder import DifferenceFinder
from hone.ui.compare.linked_scrolling import LinkedScrolling
from hone.ui.compare.prompt_choice import prompt_choice
from hone.ui.compare.remarks import remarks_of
from hone.ui.compare.words import settings_line
from hone.ui.kit.theme import Theme


class Board(QScrollArea):
    """Scrolls sideways where the columns do not fit. `column_action(column id, key)` of a column's menu."""

    column_action = Signal(str, str)
    edit_requested = Signal(int, str)  # round, text
    link_requested = Signal(QUrl)
    copied = Signal()

    def __init__(self, desk: CompareDesk, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._catalogue = Catalogue()
        self._views: dict[str, ColumnView] = {}
        self._popover: ColumnSettingsPopover | None = None
        self._fresh = True
        self._finder = DifferenceFinder(self)
        self._scrolling = LinkedScrolling(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_messages)
        self._inside = QWidget()
        self._inside.setProperty("kind", "plain")
        self._layout = QHBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._connect()

    @property
    def views(self) -> tuple[ColumnView, ...]:
        """The columns from left to right."""
        return tuple(self._views[identity] for identity in self._desk.columns)

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Offer these models and adapters."""
        self._catalogue = catalogue
        self.show_settings()

    def width_for(self, columns: int) -> int:
        """Return the width that so many columns need."""
        return columns * round(LEAST_WIDTH * max(1.0, Theme.current().scale))

    def go_to_round(self, number: int) -> None:
        """Bring a round to the top of every column."""
        self._scrolling.go_to_round(number)

    def open_settings(self, identity: str) -> None:
        """Show the settings of a column."""
        letter = self._desk.letter(identity)
        title = self.tr("Column {0}").replace("{0}", letter)
        view = self._views[identity]
        if self._popover is not None:
            self._popover.deleteLater()
        settings = self._desk.settings(identity)
        popover = ColumnSettingsPopover(view.header.settings, title, settings, prompt_choice(self._services))
        popover.changed.connect(partial(self._on_settings_changed, identity))
        popover.for_all_requested.connect(self._on_settings_for_all)
        self._popover = popover
        popover.open()

    def _connect(self) -> None:
        desk = self._desk
        desk.switched.connect(self._on_switched)
        desk.columns_changed.connect(self._on_columns_changed)
        desk.settings_changed.connect(self.show_settings)
        desk.rounds_changed.connect(self._soon.start)
        desk.busy_changed.connect(self._show_missed)
        desk.sessions.branch_changed.connect(self._on_branch_changed)
        desk.sessions.entry_changed.connect(self._on_entry_changed)
        Theme.current().theme_changed.connect(self._fit_columns)
        self._finder.found.connect(self._soon.start)
        self._finder.failed.connect(desk.failed)

    # ---- showing

    @Slot()
    def _on_switched(self) -> None:
        self._fresh = True
        self._on_columns_changed()
        self.show_settings()
        self.show_messages()

    @Slot()
    def _on_columns_changed(self) -> None:
        """Have a view for each column, in order."""
        wanted = self._desk.columns
        for identity in [known for known in self._views if known not in wanted]:
            view = self._views.pop(identity)
            self._layout.removeWidget(view)
            view.hide()
            view.deleteLater()
        for identity in wanted:
            if identity not in self._views:
                self._views[identity] = self._made(identity)
        for place, identity in enumerate(wanted):
            self._layout.removeWidget(self._views[identity])
            self._layout.insertWidget(place, self._views[identity], 1)
            self._views[identity].set_first(place == 0)
        self._fit_columns()
        self._scrolling.set_columns(self.views)

    @Slot()
    def _fit_columns(self) -> None:
        for view in self._views.values():
            view.setMinimumWidth(self.width_for(1))

    @Slot()
    def show_settings(self) -> None:
        """Show model, adapter and what differs, of each column."""
        desk = self._desk
        settings = {identity: desk.settings(identity) for identity in desk.columns}
        everyone = list(settings.values())
        for identity, mine in settings.items():
            view, header = self._views[identity], self._views[identity].header
            header.set_models(self._catalogue, mine.model_id, mine.adapter_id)
            header.set_line(settings_line(mine, everyone))
            is_reference = desk.sheet.differences and identity == desk.reference_id
            header.set_letter(desk.letter(identity), desk.sheet.hidden, is_reference)
            header.set_actions(self._actions_of(identity))
            model = self._catalogue.model(mine.model_id)
            desk.sessions.get(identity).speaker = model.name if model else ""
            view.setAccessibleName(self.tr("Column {0}").replace("{0}", desk.letter(identity)))

    @Slot()
    def show_messages(self) -> None:
        """Show the messages of each column, with what is said of them."""
        desk = self._desk
        rounds = desk.rounds()
        remarks = remarks_of(desk, self._finder, rounds)
        for identity in desk.columns:
            entries = desk.sessions.get(identity).entries()
            first = _last_said(entries) if desk.sheet.hidden else 0
            self._views[identity].show_branch(
                entries, remarks[identity], desk.sheet.hidden, first, self._fresh
            )
        self._fresh = False
        self._show_missed()

    @Slot()
    def _show_missed(self) -> None:
        busy = self._desk.busy
        for identity in self._desk.columns:
            loaded = self._desk.sessions.get(identity).loaded
            missed = len(self._desk.asking.unheard(identity)) if loaded and not busy else 0
            self._views[identity].set_missed(missed, not busy)

    @Slot(str)
    def _on_branch_changed(self, identity: str) -> None:
        if identity in self._views:
            self._soon.start()

    @Slot(str, object)
    def _on_entry_changed(self, identity: str, entry: Entry) -> None:
        if identity in self._views:
            self._views[identity].update_entry(entry)

    def _made(self, identity: str) -> ColumnView:
        view = ColumnView(identity)
        desk, transcript = self._desk, view.transcript
        view.header.picked.connect(partial(self._on_picked, identity))
        view.header.settings_requested.connect(partial(self.open_settings, identity))
        view.header.action_requested.connect(partial(self.column_action.emit, identity))
        view.catch_up_requested.connect(partial(desk.asking.catch_up, identity))
        transcript.regenerate_requested.connect(partial(desk.asking.regenerate_one, identity))
        transcript.branch_requested.connect(partial(self._on_branch_requested, identity))
        transcript.edit_requested.connect(partial(self._on_edit_requested, identity))
        transcript.link_requested.connect(self.link_requested)
        transcript.copied.connect(self.copied)
        return view

    def _actions_of(self, identity: str) -> tuple[tuple[str, str, str], ...]:
        order = self._desk.named_order
        place, count = order.index(identity), len(order)
        actions = []
        if count < MOST_COLUMNS:
            actions.append(("duplicate", self.tr("Duplicate with its messages"), "copy-simple"))
        if place > 0:
            actions.append(("left", self.tr("Move to the left"), "arrow-left"))
        if place < count - 1:
            actions.append(("right", self.tr("Move to the right"), "arrow-right"))
        actions.append(("reference", self.tr("Show differences from this column"), "git-diff"))
        actions.append(("", "", ""))
        actions.append(("chat", self.tr("Go on with this column in chat"), "chat-circle"))
        if count > FEWEST_COLUMNS:
            actions.append(("", "", ""))
            actions.append(("remove", self.tr("Remove column"), "trash"))
        return tuple(actions)

    # ---- what columns ask for

    def _on_picked(self, identity: str, model_id: str, adapter_id: str) -> None:
        self._desk.changing.change_column(identity, model_id=model_id, adapter_id=adapter_id)

    def _on_settings_changed(self, identity: str, settings: ColumnSettings) -> None:
        if identity not in self._views:
            return
        now = self._desk.settings(identity)
        if (settings.system_prompt, settings.sampling, settings.setup) != (
            now.system_prompt,
            now.sampling,
            now.setup,
        ):
            self._desk.changing.change_column(
                identity,
                system_prompt=settings.system_prompt,
                sampling=settings.sampling,
                setup=settings.setup,
            )

    def _on_settings_for_all(self, settings: ColumnSettings) -> None:
        for identity in self._desk.columns:
            self._on_settings_changed(identity, settings)

    def _on_branch_requested(self, identity: str, message_id: str) -> None:
        session = self._desk.sessions.get(identity)
        if not session.busy:
            session.select(message_id)

    def _on_edit_requested(self, identity: str, message_id: str) -> None:
        """A message of the user is edited for all columns; a reply is not edited here."""
        path = self._desk.sessions.path(identity)
        said = [message for message in path if message.role is Role.USER]
        number = next((n for n, message in enumerate(said) if message.id == message_id), None)
        if number is not None:
            self.edit_requested.emit(number + 1, said[number].text)


def _last_said(entries: list[Entry]) -> int:
    rows = [row for row, entry in enumerate(entries) if entry.from_user]
    return rows[-1] if rows else 0
