"""What can be done in the tab of drafts, as commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hone.ui.commands import Command
from hone.ui.data.drafting.head import ACCEPTED, FORM, PENDING, REJECTED

if TYPE_CHECKING:
    from hone.ui.data.drafting.tab import DraftTab


class DraftActions(QObject):
    """Registers the commands of the tab when it is made. Letters act while the focus is among the drafts."""

    def __init__(self, tab: DraftTab) -> None:
        super().__init__(tab)
        self._tab = tab
        group = self.tr("Drafted rows")
        cards, show, again = tab.review.cards, tab.show_part, tab.decide_again
        reset_icon = "arrow-counter-clockwise"
        for key, title, keys, icon_name, call, among_cards in (
            ("accept", self.tr("Accept the draft"), "A", "check", tab.accept, True),
            ("reject", self.tr("Reject the draft"), "R", "x", tab.reject, True),
            ("edit", self.tr("Edit the draft"), "E", "pencil-simple", tab.edit, True),
            ("undo", self.tr("Take the last decision back"), "Ctrl+Z", "arrow-u-up-left", tab.undo, True),
            ("next", self.tr("Next draft"), "Down", "caret-down", partial(cards.step, 1), True),
            ("last", self.tr("Previous draft"), "Up", "caret-up", partial(cards.step, -1), True),
            ("passage", self.tr("Show or hide the passage"), "P", "quotes", tab.toggle_passage, True),
            ("again", self.tr("Decide about the draft again"), "", "arrow-u-up-left", again, False),
            ("accept_all", self.tr("Accept all drafts"), "", "checks", tab.accept_all, False),
            ("add", self.tr("Add the accepted drafts to the data set"), "", "plus", tab.add_rows, False),
            ("start", self.tr("Let a model draft rows"), "", "sparkle", tab.start, False),
            ("stop", self.tr("Stop drafting rows"), "", "stop", tab.stop, False),
            ("form", self.tr("Set up what is drafted"), "", "faders", partial(show, FORM), False),
            ("review", self.tr("Look at the new drafts"), "", "list-checks", partial(show, PENDING), False),
            ("accepted", self.tr("Look at the accepted drafts"), "", "check", partial(show, ACCEPTED), False),
            ("rejected", self.tr("Look at the rejected drafts"), "", "x", partial(show, REJECTED), False),
            ("seeds", self.tr("Choose rows to begin with for me"), "", "sparkle", tab.choose_seeds, False),
            ("documents", self.tr("Add documents to ask about"), "", "file-plus", tab.ask_documents, False),
            ("reset", self.tr("Reset the instructions of drafting"), "", reset_icon, tab.reset, False),
        ):
            command = Command(f"data.draft_{key}", title, group, keys, icon_name)
            within = cards if among_cards else None
            tab.context.shell.commands.add(command, self._in_front(call), tab, within)

    def _in_front(self, call: Callable[[], object]) -> Callable[[], None]:
        """Bring the tab to the front first; from the palette it may be another one that is shown."""

        def do() -> None:
            if not self._tab.isVisible():
                self._tab.context.tab_requested.emit("draft")
            call()

        return do
