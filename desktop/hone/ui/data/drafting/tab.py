"""The tab "Draft rows": order rows from a model, and decide about each that comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from hone.domain.data_changes import AddRows
from hone.domain.dataset_library import DataSet
from hone.domain.row_drafts import DraftBatch, DraftProgress, DraftRow, DraftState
from hone.errors import BadInput, HoneError
from hone.ui.data.drafting.actions import DraftActions
from hone.ui.data.drafting.desk import DraftDesk
from hone.ui.data.drafting.form import DraftFormView
from hone.ui.data.drafting.form_keeper import FormKeeper
from hone.ui.data.drafting.head import FORM, PENDING, DraftHead
from hone.ui.data.drafting.review import DraftReview
from hone.ui.data.drafting.run_bar import RunBar
from hone.ui.data.drafting.ways import way_title
from hone.ui.data.tab import DataContext, DataTab
from hone.ui.kit.card import column
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import count_text
from hone.ui.kit.tokens import Space


class DraftTab(DataTab):
    """Two parts, the form and the drafts; the bar at the bottom belongs to both."""

    def __init__(self, context: DataContext) -> None:
        super().__init__(context)
        self._opened_id = ""
        self._fresh = True
        self._told_dropped: dict[str, int] = {}
        self.desk = DraftDesk(context.services.row_drafts, self)
        self.form = DraftFormView()
        self.keeper = FormKeeper(self.form, context.services, self)
        self.review = DraftReview(self.desk)
        self.bar = RunBar()
        self.banner = MessageBanner()
        self.head = DraftHead()
        self._lay_out()
        self._connect()
        self.actions_of_tab = DraftActions(self)
        self._on_opened()

    def shown(self) -> None:
        """Read the models again, and what is drafted."""
        self.keeper.read_models()
        if self.context.data_set is not self.desk.data_set:
            self._on_opened()

    def flush(self) -> None:
        """Keep what is filled in."""
        self.keeper.flush()

    def closing(self) -> None:
        """Keep what is filled in, and ask what runs to stop."""
        self.flush()
        self.desk.stop()

    def finish(self) -> None:
        """Wait for the background thread."""
        self.desk.finish()

    # ---- what can be done

    def show_part(self, key: str) -> None:
        """Show the form, the new drafts, the accepted or the rejected ones."""
        self.head.set_current(key)
        self._stack.setCurrentWidget(self.form if key == FORM else self.review)
        if key != FORM:
            self.review.show_list(key)
            self.review.cards.focus_current()

    def start(self) -> None:
        """Draft what is filled in."""
        if self.desk.running or self.context.data_set is None:
            return
        missing = self.form.missing()
        if missing:
            self.show_part(FORM)
            return
        self._hide_banners()
        self.keeper.keep_now()
        self.desk.start(self.form.order())
        self.show_part(PENDING)

    def stop(self) -> None:
        """End the drafting; what came stays."""
        if self.desk.running:
            self.bar.show_stopping()
            self.desk.stop()

    def accept(self) -> None:
        """Accept the framed draft."""
        self._decide_current(DraftState.ACCEPTED)

    def reject(self) -> None:
        """Reject the framed draft."""
        self._decide_current(DraftState.REJECTED)

    def decide_again(self) -> None:
        """Put the framed draft back to those that are to be looked at."""
        self._decide_current(DraftState.PENDING)

    def edit(self) -> None:
        """Write the framed draft anew."""
        card = self.review.cards.current
        if card is not None:
            card.edit()

    def toggle_passage(self) -> None:
        """Show or hide what the framed draft was asked about."""
        card = self.review.cards.current
        if card is not None:
            card.toggle_passage()

    def undo(self) -> None:
        """Take the last decision back."""
        self.desk.undo()

    def accept_all(self) -> None:
        """Accept all that nobody has decided about, and say how many were looked at."""
        drafts = self.desk.pending()
        if not drafts:
            return
        seen = self.desk.looked_at(drafts)
        self.desk.decide(drafts, DraftState.ACCEPTED, looked_at=False)
        said = self.tr("{0} rows accepted; you had looked at {1} of them")
        said = said.replace("{0}", count_text(len(drafts))).replace("{1}", count_text(seen))
        self.context.shell.notify(said, self.tr("Undo"), self.desk.undo)

    def add_rows(self) -> None:
        """Make a version with the accepted drafts."""
        self._hide_banners()
        self.desk.rows_to_add(self._on_rows_made, self._on_rows_refused)

    def choose_seeds(self) -> None:
        """Take rows that differ from each other."""
        self.keeper.choose_seeds()

    def ask_documents(self) -> None:
        """Ask for documents."""
        self.show_part(FORM)
        self.form.take_way("from_documents")
        self.form.documents.ask()

    def reset(self) -> None:
        """Show the instructions as they come with Hone."""
        self.form.instructions.reset()

    # ---- building

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.review)
        head = column(spacing=0)
        head.addWidget(self.head)
        head.setContentsMargins(Space.XL, Space.M, Space.XL, 0)
        notices = column(spacing=0)
        notices.setContentsMargins(Space.XL, 0, Space.XL, 0)
        notices.addWidget(self.banner)
        layout = column(self, spacing=Space.S)
        layout.addLayout(head)
        layout.addLayout(notices)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        cards, desk = self.review.cards, self.desk
        self.head.chosen.connect(self.show_part)
        self.keeper.changed.connect(self._tell_bar)
        self.keeper.failed.connect(self._show_error)
        self.bar.start_requested.connect(self.start)
        self.bar.stop_requested.connect(self.stop)
        self.head.accept_all_requested.connect(self.accept_all)
        self.head.add_requested.connect(self.add_rows)
        self.review.form_requested.connect(partial(self.show_part, FORM))
        cards.accept_requested.connect(partial(self._decide, DraftState.ACCEPTED))
        cards.reject_requested.connect(partial(self._decide, DraftState.REJECTED))
        cards.back_requested.connect(partial(self._decide, DraftState.PENDING))
        cards.edited.connect(desk.edit)
        cards.seen.connect(desk.note_seen)
        desk.opened.connect(self._on_drafts_read)
        desk.changed.connect(self._tell_counts)
        desk.progressed.connect(self._on_progressed)
        desk.running_changed.connect(self._tell_bar)
        desk.ended.connect(self._on_ended)
        desk.failed.connect(self._show_error)
        self.context.opened.connect(self._on_opened)
        self.context.shell.models_changed.connect(self.keeper.read_models)

    # ---- opening

    @Slot()
    def _on_opened(self) -> None:
        """Another data set, or another version of the same: then the part that is shown stays."""
        data_set = self.context.data_set
        opened = data_set.id if data_set is not None else ""
        self.keeper.open(data_set)
        if opened != self._opened_id:
            self._opened_id, self._fresh = opened, True
            self._hide_banners()
        self.desk.open(data_set)

    @Slot()
    def _on_drafts_read(self) -> None:
        self._tell_bar()
        self._tell_counts()
        desk = self.desk
        if self._fresh and desk.data_set is not None:
            self._fresh = False
            left = desk.pending() or desk.waiting() or desk.runs_here
            self.show_part(PENDING if left else FORM)
        self.form.about.setVisible(not (desk.pending() or desk.accepted() or desk.rejected()))
        batch = self.desk.batch
        if batch is not None and batch.over and not self.desk.running:
            self.review.show_end(batch)

    @Slot()
    def _tell_counts(self) -> None:
        desk = self.desk
        self.head.show_counts(
            len(desk.pending()), len(desk.accepted()), len(desk.rejected()), len(desk.waiting())
        )

    # ---- what happens

    @Slot(object)
    def _on_progressed(self, progress: DraftProgress) -> None:
        self._tell_bar()
        if self.desk.runs_here and progress.dropped != self._told_dropped:
            self._told_dropped = progress.dropped
            self.review.refresh()

    @Slot()
    def _tell_bar(self) -> None:
        if self.desk.running:
            progress = self.desk.progress
            note = progress.note if progress is not None else self.tr("Reading what is drafted from")
            if not self.desk.runs_here:
                note = self.tr("Drafting for another data set. {0}").replace("{0}", note)
            self.bar.show_progress(note, progress)
            return
        self.bar.show_idle(self._summary(), self.form.missing())

    def _summary(self) -> str:
        order, model = self.form.order(), self.form.model.current()
        if model is None:
            return ""
        said = self.tr("{0} rows · {1} · {2}").replace("{0}", count_text(order.rows))
        return said.replace("{1}", way_title(order.way)).replace("{2}", model.name)

    @Slot(object)
    def _on_ended(self, batch: DraftBatch) -> None:
        self.review.refresh()
        self.review.show_end(batch)

    def _decide_current(self, state: DraftState) -> None:
        card = self.review.cards.current
        if card is not None and not card.editing:
            self._decide(state, card.draft)

    def _decide(self, state: DraftState, draft: DraftRow) -> None:
        self.desk.decide([draft], state)
        self.review.cards.focus_current()

    def _on_rows_made(self, change: AddRows | None) -> None:
        if change is None:
            return
        count = len(change.contents)
        said = self.tr("{0} drafted rows were added").replace("{0}", count_text(count))
        if count == 1:
            said = self.tr("1 drafted row was added")
        self.context.request_change(change, said=said)

    def _on_rows_refused(self, error: HoneError) -> None:
        self._show_error(error)
        if isinstance(error, BadInput):
            self.banner.add_action(self.tr("Make a new data set"), self.make_data_set, "plus")

    def make_data_set(self) -> None:
        """Make a data set of the accepted drafts, for a shape that cannot hold them."""
        data_set = self.context.data_set
        if data_set is not None:
            name = self.tr("{0} (drafted)").replace("{0}", data_set.name)
            self.desk.as_data_set(name, self._on_data_set_made)

    def _on_data_set_made(self, made: DataSet) -> None:
        self._hide_banners()
        self.context.library_changed.emit()
        self.context.open_requested.emit(made.id)

    @Slot(object)
    def _show_error(self, error: HoneError) -> None:
        self.banner.clear_actions()
        self.banner.show_error(error)

    def _hide_banners(self) -> None:
        self.banner.clear_actions()
        self.banner.hide()
        self.review.banner.hide()
