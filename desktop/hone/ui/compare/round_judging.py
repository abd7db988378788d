"""The round that is looked at: judging it, going to others, and what the judgements add up to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from hone.domain.comparing import ColumnSettings, Verdict
from hone.ui.compare.dataset_sheet import add_picks
from hone.ui.compare.desk import LETTERS
from hone.ui.compare.tally_popover import TallyPopover
from hone.ui.compare.words import tally_line

if TYPE_CHECKING:
    from hone.ui.compare.page import ComparePage


class Judging(QObject):
    """Follows the desk of a page; the last round is looked at until another one is asked for."""

    def __init__(self, page: ComparePage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._number = 0  # of the round, from 1; 0 for the last one
        page.desk.rounds_changed.connect(self.show)
        page.desk.revealed.connect(self._on_revealed)
        page.judge.judged.connect(self._on_judged)
        page.judge.round_requested.connect(self.go_by)
        page.judge.regenerate_requested.connect(self.regenerate)
        page.judge.reveal_requested.connect(page.desk.reveal)
        page.header.tally_requested.connect(self._on_tally_requested)

    def go_to_last(self) -> None:
        """Look at the last round from now on."""
        self._number = 0

    @Slot()
    def show(self) -> None:
        """Show which round is judged: the last one, until another is asked for."""
        rounds, busy = self._desk.rounds(), self._desk.busy
        self._page.judge.setVisible(bool(rounds))
        if self._desk.sheet.hidden:
            self._number = 0  # an earlier round would tell which column is which
        number = self._number or len(rounds)
        if not 0 < number <= len(rounds):
            number, self._number = len(rounds), 0
        if rounds:
            given = rounds[number - 1]
            judgement = self._desk.judgement(given)
            self._page.judge.set_round(number, len(rounds), given.ready and not busy, busy, judgement)
            ids = [reply.id if reply else "" for reply in given.replies]
            chosen = judgement.chosen_id if judgement else ""
            place = ids.index(chosen) if chosen in ids else -1
            self._page.judge.set_taken(judgement.verdict if judgement else None, place)
        self._show_tally()

    def _show_tally(self) -> None:
        letters = self._letters()
        text = "" if self._desk.sheet.hidden else tally_line(self._desk.tally(), letters)
        self._page.header.set_tally(text, self.tr("Tally: {0}").replace("{0}", text) if text else "")

    def _letters(self) -> dict[str, str]:
        return dict(zip(self._desk.named_order, LETTERS, strict=False))

    @Slot(str, int)
    def _on_judged(self, verdict: str, place: int) -> None:
        self.judge(Verdict(verdict), place)

    def judge(self, verdict: Verdict, place: int = -1) -> None:
        """Keep what is thought of the shown round; `place` is that of the better reply."""
        if place < len(self._desk.columns):
            self._desk.judge(self._number or len(self._desk.rounds()), verdict, place)

    @Slot(int)
    def go_by(self, by: int) -> None:
        """Show the round before (-1) or after (1)."""
        count = len(self._desk.rounds())
        if self._desk.sheet.hidden:
            return
        number = min(max((self._number or count) + by, 1), count)
        self._number = number if number < count else 0
        self.show()
        if number:
            self._page.board.go_to_round(number)

    @Slot(str)
    def _on_revealed(self, identity: str) -> None:
        if identity:
            settings = self._desk.settings(identity)
            said = self.tr("You picked {0}: {1}").replace("{0}", self._desk.letter(identity))
            self._page.shell.notify(said.replace("{1}", self._name_of(settings)))

    def _name_of(self, settings: ColumnSettings) -> str:
        model = self._page.library.catalogue.model(settings.model_id)
        adapter = self._page.library.catalogue.adapter(settings.adapter_id)
        return " + ".join(each.name for each in (model, adapter) if each is not None)

    @Slot()
    def _on_tally_requested(self) -> None:
        desk, letters = self._desk, self._letters()
        names = {identity: self._name_of(desk.settings(identity)) for identity in desk.columns}
        tally = desk.tally()
        popover = TallyPopover(
            self._page.header.tally, tally, letters, names, desk.settings_changed_between()
        )
        popover.dataset_requested.connect(partial(add_picks, self._page))
        popover.open()

    @Slot()
    def regenerate(self) -> None:
        """Ask for the shown round again, in all columns."""
        self._desk.asking.regenerate(self._number or len(self._desk.rounds()))
