"""The page Compare: past comparisons at the left, the columns, and below them one message for all."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, QUrl, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hone.domain.chat import Conversation
from hone.domain.comparing import FEWEST_COLUMNS, MOST_COLUMNS, ColumnSettings, Comparison
from hone.errors import HoneError
from hone.ui.chat.composer import Composer
from hone.ui.chat.library import ChatLibrary
from hone.ui.chat.links import LinkPopover
from hone.ui.compare.board import Board
from hone.ui.compare.desk import CompareDesk
from hone.ui.compare.header import CompareHeader
from hone.ui.compare.judge_bar import JudgeBar
from hone.ui.compare.page_commands import CompareCommands
from hone.ui.compare.past import PastComparisons
from hone.ui.compare.round_judging import Judging
from hone.ui.compare.seed_line import SeedLine
from hone.ui.compare.start import CompareStart
from hone.ui.compare.starting_points import columns_for
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.tokens import Space
from hone.ui.page import Page, Shell
from hone.ui.supervisor import start_task

_KEEP_AFTER_MS = 300


class ComparePage(Page):
    """Compare models, adapters, prompts and parameters on the same messages."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.library = ChatLibrary(self.services, self)
        self.desk = CompareDesk(self.services, self)
        self.past = PastComparisons()
        self.header = CompareHeader()
        self.board = Board(self.desk, self.services)
        self.start = CompareStart()
        self.banner = MessageBanner()
        self.judge = JudgeBar()
        self.composer = Composer()
        self.seed = SeedLine()
        self._edited = 0
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_KEEP_AFTER_MS)
        self._draft_timer.timeout.connect(self._keep_draft)
        self._lay_out()
        self.judging = Judging(self)
        self._connect()
        CompareCommands(self)
        self._on_switched()

    def shown(self) -> None:
        """Read the lists again; the comparison that was used last is shown first."""
        self.library.read_catalogue()
        self._read_comparisons()

    def closing(self) -> None:
        """Keep what waits to be kept, and ask replies to end."""
        self._keep_draft()
        self.desk.closing()

    def finish(self) -> None:
        """Wait for the background threads."""
        self.desk.finish()

    def begin_from(self, conversation_id: str, message_id: str) -> None:
        """Begin a comparison with the branch of a chat up to a message."""
        self._keep_draft()
        self.desk.begin_from(conversation_id, message_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    # ---- building

    def _lay_out(self) -> None:
        bottom = QVBoxLayout()
        bottom.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        bottom.setSpacing(Space.XS + 2)
        for widget in (self.banner, self.judge, self.composer, self.seed):
            bottom.addWidget(widget)
        self._bottom = QWidget()
        self._bottom.setProperty("kind", "compare_bottom")
        self._bottom.setLayout(bottom)
        columns = QWidget()
        inside = QVBoxLayout(columns)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.board, 1)
        inside.addWidget(self._bottom)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(columns)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.header)
        middle.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.past)
        layout.addLayout(middle, 1)

    def _connect(self) -> None:
        desk = self.desk
        self.library.catalogue_read.connect(self._on_catalogue_read)
        self.library.failed.connect(self._on_failed)
        self.shell.models_changed.connect(self.library.read_catalogue)
        desk.switched.connect(self._on_switched)
        desk.columns_changed.connect(self._on_columns_changed)
        desk.settings_changed.connect(self._show_settings)
        desk.busy_changed.connect(self._on_busy_changed)
        desk.comparisons_changed.connect(self._read_comparisons)
        desk.failed.connect(self._on_failed)
        desk.not_sent.connect(self._on_not_sent)
        desk.sessions.reply_ended.connect(self._on_reply_ended)
        self.past.chosen.connect(self._on_comparison_chosen)
        self.past.new_requested.connect(self.begin_new)
        self.past.delete_requested.connect(self._on_delete_requested)
        self.header.list_toggled.connect(self.past.setVisible)
        self.header.renamed.connect(desk.rename)
        self.header.differences_toggled.connect(self._on_differences_toggled)
        self.header.blind_toggled.connect(self._on_blind_toggled)
        self.header.add_requested.connect(lambda: desk.changing.add_column())
        self.start.chosen.connect(self._on_start_chosen)
        self.board.column_action.connect(self._on_column_action)
        self.board.edit_requested.connect(self._on_edit_requested)
        self.board.link_requested.connect(self._on_link_requested)
        self.board.copied.connect(lambda: self.shell.notify(self.tr("Copied")))
        self.composer.sent.connect(self._on_sent)
        self.composer.stop_requested.connect(desk.stop)
        self.composer.edit_cancelled.connect(self._on_edit_cancelled)
        self.composer.changed.connect(self._draft_timer.start)
        self.seed.rolled.connect(desk.roll_seed)
        self.seed.same_toggled.connect(desk.set_same_seed)

    # ---- showing

    @Slot()
    def _on_switched(self) -> None:
        is_open = bool(self.desk.comparison_id)
        self._stack.setCurrentIndex(int(is_open))
        self.header.set_open(is_open)
        self.banner.hide()
        self._end_editing()
        self.composer.set_text(self.desk.sheet.draft)
        self.judging.go_to_last()
        self._on_columns_changed()
        self._show_settings()
        self._on_busy_changed()
        if is_open:
            self.composer.focus_text()
        self._read_comparisons()

    @Slot()
    def _on_columns_changed(self) -> None:
        self.judge.set_columns([self.desk.letter(identity) for identity in self.desk.columns])
        self.header.add.setEnabled(len(self.desk.columns) < MOST_COLUMNS)
        self._fit_list()
        self.judging.show()

    @Slot()
    def _show_settings(self) -> None:
        desk, sheet = self.desk, self.desk.sheet
        self.header.title.show_text(desk.title)
        self.header.set_switches(sheet.differences, sheet.blind)
        self.seed.set_seed(sheet.seed, sheet.same_seed)
        self.judge.set_hidden(sheet.hidden)
        usable = [self.library.catalogue.model(desk.settings(each).model_id) for each in desk.columns]
        self.composer.set_allowed(bool(usable) and all(model is not None for model in usable))

    def _fit_list(self) -> None:
        """Give the room of the list to the columns where both do not fit."""
        needed = self.board.width_for(max(len(self.desk.columns), FEWEST_COLUMNS)) + self.past.width()
        if self.width() < needed and self.desk.columns:
            self.header.list_button.setChecked(False)

    @Slot()
    def _on_busy_changed(self) -> None:
        busy = self.desk.busy
        self.composer.set_replying(busy)
        note = self.tr("Esc stops all replies") if busy else self.tr("Enter sends to all columns")
        self.seed.note.setText(note)
        self.judging.show()

    @Slot(str, object)
    def _on_reply_ended(self, identity: str, message: object) -> None:
        if identity in self.desk.columns and not self.desk.sessions.any_busy(
            each for each in self.desk.columns if each != identity
        ):
            said = self.tr("All replies have ended.")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.board, said))

    # ---- lists

    @Slot()
    def _read_comparisons(self) -> None:
        comparing = self.services.comparing
        start_task(self, comparing.comparisons, self._on_comparisons_read, self._on_failed)

    def _on_comparisons_read(self, comparisons: list[Comparison]) -> None:
        self.past.set_comparisons(comparisons, self.desk.comparison_id)
        mine = next((each for each in comparisons if each.id == self.desk.comparison_id), None)
        if mine is not None:
            self.desk.take_title(mine.title)
            self.header.title.show_text(self.desk.title)
        if self.desk.untouched and comparisons:
            self.desk.open(comparisons[0].id)

    @Slot()
    def _on_catalogue_read(self) -> None:
        self.board.set_catalogue(self.library.catalogue)
        self._show_settings()

    @Slot(str)
    def _on_comparison_chosen(self, identity: str) -> None:
        if identity != self.desk.comparison_id:
            self._keep_draft()
            self.desk.open(identity)

    @Slot()
    def begin_new(self) -> None:
        """Show the ways to begin a comparison."""
        self._keep_draft()
        self.desk.show_none()
        self.header.list_button.setChecked(self.width() >= 3 * self.past.width())
        self.start.focus_first()

    @Slot(str)
    def _on_start_chosen(self, key: str) -> None:
        settings, catalogue, services = self.services.settings.get(), self.library.catalogue, self.services

        def columns() -> list[ColumnSettings]:
            return columns_for(key, catalogue, settings.last_model_id, settings.last_adapter_id, services)

        start_task(self, columns, self.desk.create, self.shell.tell_error)

    @Slot(str)
    def _on_delete_requested(self, identity: str) -> None:
        def deleted(gone: tuple[str, ...]) -> None:
            undo = partial(self.desk.restore, identity, gone)
            self.shell.notify(self.tr("Comparison deleted"), self.tr("Undo"), undo)

        self.desk.delete(identity, deleted)

    # ---- columns

    @Slot(str, str)
    def _on_column_action(self, identity: str, key: str) -> None:
        desk = self.desk
        match key:
            case "duplicate":
                desk.changing.add_column(identity, with_messages=True)
            case "left" | "right":
                desk.changing.move_column(identity, -1 if key == "left" else 1)
            case "reference":
                desk.set_reference(identity)
            case "remove":
                removed = self.tr("Column {0} removed").replace("{0}", desk.letter(identity))
                undo = partial(desk.changing.restore_column, identity)
                desk.changing.remove_column(
                    identity, lambda: self.shell.notify(removed, self.tr("Undo"), undo)
                )
            case "chat":
                desk.changing.go_on_in_chat(identity, self._on_gone_to_chat)

    def _on_gone_to_chat(self, conversation: Conversation) -> None:
        self.shell.conversation_requested.emit(conversation.id)

    @Slot(bool)
    def _on_differences_toggled(self, shown: bool) -> None:
        if shown != self.desk.sheet.differences:
            self.desk.set_differences(shown)
            self.board.show_settings()

    @Slot(bool)
    def _on_blind_toggled(self, blind: bool) -> None:
        if blind != self.desk.sheet.blind:
            self.desk.set_blind(blind)
            if blind:
                self.shell.notify(self.tr("From the next message on, columns are shuffled and unnamed."))

    # ---- messages

    @Slot(str)
    def _on_sent(self, text: str) -> None:
        if self.desk.busy:
            return
        self.banner.hide()
        edited = self._edited
        self._end_editing()
        self.composer.clear_text()
        self._draft_timer.stop()
        self.desk.keep_draft("")
        self.judging.go_to_last()
        for view in self.board.views:
            view.transcript.go_to_end()
        if edited:
            self.desk.asking.edit(edited, text)
        else:
            self.desk.asking.send(text)

    @Slot(int, str)
    def _on_edit_requested(self, number: int, text: str) -> None:
        self._edited = number
        self.composer.set_text(text)
        self.composer.set_editing(
            self.tr("Editing this message for all columns. The old version stays as a branch.")
        )
        self.composer.focus_text()

    @Slot()
    def _on_edit_cancelled(self) -> None:
        self._end_editing()

    def _end_editing(self) -> None:
        if self._edited:
            self._edited = 0
            self.composer.clear_text()

    @Slot()
    def escape(self) -> None:
        """Stop the replies; without any, leave the text field, so that digits judge."""
        if self.desk.busy:
            self.desk.stop()
        elif self.judge.isVisible():
            self.judge.focus_first()

    @Slot()
    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        if not self._edited:
            self.desk.keep_draft(self.composer.text())

    # ---- errors

    @Slot(QUrl)
    def _on_link_requested(self, url: QUrl) -> None:
        LinkPopover(self.composer, url).open(above=True)

    @Slot(object, str)
    def _on_not_sent(self, error: HoneError, text: str) -> None:
        self.banner.show_error(error)
        if text and not self.composer.text():
            self.composer.set_text(text)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        if self.desk.comparison_id:
            self.banner.show_error(error)
        else:
            self.shell.tell_error(error)
