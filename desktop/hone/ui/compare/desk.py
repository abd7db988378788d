"""Which comparison is on the desk: its columns, its sheet, and what can be done with them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.chat import Conversation
from hone.domain.comparing import (
    ColumnSettings,
    Comparison,
    Judgement,
    Round,
    Sheet,
    Tally,
    Verdict,
    rounds_of,
    tally_of,
)
from hone.services import Services
from hone.services.comparing import new_seed
from hone.ui.compare.asking import Asking
from hone.ui.compare.changing import Changing
from hone.ui.compare.judging import made_differently, made_judgement
from hone.ui.compare.keeping import SheetKeeper
from hone.ui.compare.sessions import ColumnSessions
from hone.ui.supervisor import InOrder, start_task

LETTERS = "ABCD"


class CompareDesk(QObject):
    """All changes go through here; what is shown is told by signals, and read from the properties."""

    switched = Signal()
    columns_changed = Signal()
    settings_changed = Signal()
    rounds_changed = Signal()
    busy_changed = Signal()
    comparisons_changed = Signal()
    revealed = Signal(str)  # the column that was picked while names were hidden, "" for none
    failed = Signal(object)
    not_sent = Signal(object, str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._comparison: Comparison | None = None
        self._columns: tuple[str, ...] = ()
        self._asked = 0
        self._fresh: Comparison | None = None
        self.in_order = InOrder()  # of what is kept for the columns
        self.sessions = ColumnSessions(services.chat, self)
        self.asking, self.changing = Asking(self, services), Changing(self, services)
        self._keeper = SheetKeeper(services, self)
        self._keeper.failed.connect(self.failed)
        self.sessions.busy_changed.connect(self._on_session_busy)
        self.sessions.branch_changed.connect(self._on_branch_changed)
        self.sessions.failed.connect(self.failed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.rounds_changed)

    # ---- what is on the desk

    @property
    def comparison_id(self) -> str:
        """The id of the comparison that is shown; "" without one."""
        return self._comparison.id if self._comparison else ""

    @property
    def untouched(self) -> bool:
        """Whether nothing was asked for yet."""
        return self._asked == 0

    @property
    def title(self) -> str:
        """The title that a person gave, else that of the first message."""
        if self._comparison is None:
            return ""
        return self.sheet.title or self._comparison.title

    @property
    def sheet(self) -> Sheet:
        """What belongs to the comparison as a whole."""
        return self._comparison.sheet if self._comparison else Sheet()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' ids as they stand beside each other."""
        return self._columns

    @property
    def named_order(self) -> tuple[str, ...]:
        """The columns' ids in the order of their letters, also while the names are hidden."""
        known = [identity for identity in self.sheet.order if identity in self._columns]
        return (*known, *(identity for identity in self._columns if identity not in known))

    @property
    def busy(self) -> bool:
        """Whether a reply is being made, or asked for."""
        return self.asking.starting or self.sessions.any_busy(self._columns)

    def letter(self, identity: str) -> str:
        """Return a column's letter, or its number while the names are hidden."""
        if self.sheet.hidden:
            return str(self._columns.index(identity) + 1)
        return LETTERS[self.named_order.index(identity)]

    def settings(self, identity: str) -> ColumnSettings:
        """Return what a column asks with."""
        return ColumnSettings.of(self.sessions.get(identity).conversation)

    def rounds(self) -> tuple[Round, ...]:
        """Return the rounds; the places in each are those of `columns`."""
        return rounds_of([self.sessions.path(identity) for identity in self._columns])

    def judgement(self, given: Round) -> Judgement | None:
        """Return what was thought of a round."""
        return self.sheet.judgement_of(reply.id for reply in given.judgeable)

    def tally(self) -> Tally:
        """Return what the judgements add up to."""
        return tally_of(self.sheet.judgements, self.named_order)

    def settings_changed_between(self) -> bool:
        """Whether judged replies of one column were made with different models, adapters or parameters."""
        replies = (
            self.sessions.get(judged.column_id).message(judged.reply_id)
            for judgement in self.sheet.judgements
            for judged in judgement.replies
            if judged.column_id in self._columns
        )
        return made_differently(reply for reply in replies if reply is not None)

    # ---- which comparison

    def open(self, comparison_id: str) -> None:
        """Show a comparison."""
        self._ask(lambda: self._services.comparing.get(comparison_id))

    def create(self, columns: Sequence[ColumnSettings]) -> None:
        """Begin a comparison and show it."""
        wanted = list(columns)

        self._ask(lambda: self._services.comparing.create(wanted), fresh=True)

    def begin_from(self, conversation_id: str, message_id: str) -> None:
        """Begin a comparison with the branch of a chat up to a message."""
        self._ask(lambda: self._services.comparing.begin_from(conversation_id, message_id))

    def show_none(self) -> None:
        """Show no comparison: the ways to begin one."""
        self._asked += 1
        self._leave()
        self._keeper.flush()
        self._comparison, self._columns = None, ()
        self.switched.emit()

    def delete(self, comparison_id: str, on_done: Callable[[tuple[str, ...]], None]) -> None:
        """Put a comparison into the trash; `on_done` gets what `restore` needs."""
        if comparison_id == self.comparison_id:
            self.sessions.stop(self._columns)
            self.show_none()
        comparing = self._services.comparing

        def done(gone: tuple[str, ...]) -> None:
            self.comparisons_changed.emit()
            on_done(gone)

        start_task(self, lambda: comparing.delete(comparison_id), done, self.failed.emit)

    def restore(self, comparison_id: str, column_ids: tuple[str, ...]) -> None:
        """Take a comparison out of the trash and show it."""

        def back() -> Comparison:
            self._services.comparing.restore(column_ids)
            return self._services.comparing.get(comparison_id)

        self._ask(back)

    def rename(self, title: str) -> None:
        """Give the comparison a title; an empty one goes back to that of the first message."""
        self.change_sheet(title=" ".join(title.split())[:200])
        self._keeper.flush(self.comparisons_changed.emit)

    def take_title(self, title: str) -> None:
        """Show the title that the first message gave."""
        if self._comparison is not None:
            self._comparison = msgspec.structs.replace(self._comparison, title=title)

    # ---- the sheet

    def change_sheet(self, **values: object) -> None:
        """Change what belongs to the comparison as a whole, and keep it."""
        if self._comparison is None:
            return
        sheet = msgspec.structs.replace(self.sheet, **values)
        self._comparison = msgspec.structs.replace(self._comparison, sheet=sheet)
        self._keeper.keep(self._comparison.id, sheet)

    def keep_elsewhere(self, comparison_id: str, sheet: Sheet) -> None:
        """Keep the sheet of a comparison that is not shown any more."""
        self._keeper.keep(comparison_id, sheet)

    def keep_draft(self, text: str) -> None:
        """Keep the message that is being typed."""
        if text != self.sheet.draft:
            self.change_sheet(draft=text)

    def set_differences(self, shown: bool) -> None:
        """Mark the words that differ, or not."""
        self.change_sheet(differences=shown)
        self.rounds_changed.emit()

    def set_reference(self, identity: str) -> None:
        """Let differences be from this column."""
        self.change_sheet(reference_id=identity, differences=True)
        self.settings_changed.emit()
        self.rounds_changed.emit()

    @property
    def reference_id(self) -> str:
        """The column that differences are from; while names are hidden the first one, which tells nothing."""
        if self.sheet.hidden:
            return self._columns[0]
        wanted = self.sheet.reference_id
        return wanted if wanted in self._columns else next(iter(self.named_order), "")

    def set_same_seed(self, same: bool) -> None:
        """Let all columns draw with one seed, or each reply with one of its own."""
        self.change_sheet(same_seed=same)
        self.settings_changed.emit()

    def roll_seed(self) -> None:
        """Draw another seed."""
        self.change_sheet(seed=new_seed(), same_seed=True)
        self.settings_changed.emit()

    def set_blind(self, blind: bool) -> None:
        """Shuffle columns and hide names from the next message on; without it, show them at once."""
        self.change_sheet(blind=blind)
        if not blind:
            self.reveal()
        self.settings_changed.emit()

    def reveal(self) -> None:
        """Show the names."""
        if self.sheet.hidden:
            self.change_sheet(hidden=False)
            self.order_columns()

    def stop(self) -> None:
        """End all replies."""
        self.sessions.stop(self._columns)

    # ---- judging

    def judge(self, number: int, verdict: Verdict, place: int = -1) -> None:
        """Keep which reply of a round is the better; judging the same again takes it back."""
        given = self.round(number)
        if given is None or not given.ready or self.busy:
            return
        chosen = given.replies[place] if verdict is Verdict.BETTER else None
        if verdict is Verdict.BETTER and (chosen is None or not chosen.text.strip()):
            return
        before = self.judgement(given)
        chosen_id = chosen.id if chosen else ""
        if before is not None and (before.verdict, before.chosen_id) == (verdict, chosen_id):
            self.take_back(number)
            return
        hidden = self.sheet.hidden
        judgement = made_judgement(self._columns, given, verdict, chosen_id, hidden)
        self.change_sheet(judgements=self.sheet.with_judgement(judgement).judgements)
        self._keeper.flush(self.comparisons_changed.emit)
        if hidden:
            self.reveal()
            self.revealed.emit(judgement.winner_id)
        self.rounds_changed.emit()

    def take_back(self, number: int) -> None:
        """Forget what was thought of a round."""
        given = self.round(number)
        judgement = self.judgement(given) if given else None
        if judgement is not None:
            self.change_sheet(judgements=self.sheet.without_judgement(judgement.id).judgements)
            self._keeper.flush(self.comparisons_changed.emit)
            self.rounds_changed.emit()

    # ---- the end

    def closing(self) -> None:
        """Keep what waits to be kept, and ask replies to end."""
        self._keeper.flush()
        self.sessions.stop_all()

    def finish(self) -> None:
        """Wait for the background threads."""
        self.sessions.finish()

    # ---- inside

    def _ask(self, get: Callable[[], Comparison], fresh: bool = False) -> None:
        """Read or make a comparison and show it, unless something else was asked for meanwhile.

        One that is `fresh` goes into the trash when it is left before it was used.
        """
        self._asked += 1
        asked = self._asked
        self._leave()

        def show(comparison: Comparison) -> None:
            if asked == self._asked:
                self._fresh = comparison if fresh else None
                self._show(comparison)
            self.comparisons_changed.emit()

        self._keeper.flush(lambda: start_task(self, get, show, self.failed.emit))

    def _leave(self) -> None:
        """Put a comparison that was begun and never used into the trash: there is nothing in it to lose."""
        fresh, self._fresh = self._fresh, None
        if fresh is None or fresh.id != self.comparison_id:
            return
        sheet = msgspec.structs.replace(fresh.sheet, differences=self.sheet.differences)
        same = [self.settings(column.id) for column in fresh.columns if column.id in self._columns]
        untouched = same == [ColumnSettings.of(column) for column in fresh.columns] and not self.rounds()
        if untouched and sheet == self.sheet and len(same) == len(self._columns) and not self.busy:
            comparing = self._services.comparing
            start_task(self, lambda: comparing.delete(fresh.id), self._on_left, self.failed.emit)

    def _on_left(self, gone: object) -> None:
        self.comparisons_changed.emit()

    def _show(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._columns = tuple(column.id for column in comparison.columns)
        self.sessions.take(comparison.columns)
        self.switched.emit()

    def take_in(self, comparison_id: str, column: Conversation, order: tuple[str, ...]) -> None:
        """Put another column on the desk, if its comparison is still there."""
        if comparison_id != self.comparison_id:
            return
        conversations = [self.sessions.get(identity).conversation for identity in self._columns]
        self.sessions.take([*conversations, column])
        self._columns = (*self._columns, column.id)
        self.change_sheet(order=order)
        self.order_columns()

    def drop_column(self, identity: str) -> None:
        """Take a column off the desk."""
        if identity in self._columns:
            self._columns = tuple(each for each in self._columns if each != identity)
            self._tell_columns()

    def order_columns(self) -> None:
        """Let the columns stand as the sheet says."""
        conversations = [self.sessions.get(identity).conversation for identity in self._columns]
        self._columns = tuple(each.id for each in self.sheet.ordered(conversations))
        self._tell_columns()

    def _tell_columns(self) -> None:
        self.columns_changed.emit()
        self.settings_changed.emit()
        self.rounds_changed.emit()
        self.comparisons_changed.emit()

    def hide(self) -> None:
        """Shuffle the columns and hide their names."""
        shuffled = list(self._columns)
        secrets.SystemRandom().shuffle(shuffled)
        self.change_sheet(hidden=True, shuffled=tuple(shuffled))
        self.order_columns()

    def round(self, number: int) -> Round | None:
        """Return a round by its number, from 1."""
        rounds = self.rounds()
        return rounds[number - 1] if 0 < number <= len(rounds) else None

    @Slot(str)
    def _on_session_busy(self, identity: str) -> None:
        if identity not in self._columns:
            return
        self.busy_changed.emit()
        if not self.busy:
            self.rounds_changed.emit()
            self.comparisons_changed.emit()

    @Slot(str)
    def _on_branch_changed(self, identity: str) -> None:
        if identity in self._columns and not self._later.isActive():
            self._later.start(0)
