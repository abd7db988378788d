"""Say something to the columns: all with the same seed, each after what it has not heard yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from hone.domain.chat import Conversation
from hone.domain.comparing import ColumnSettings
from hone.errors import HoneError
from hone.services import Services
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.ui.compare.desk import CompareDesk


class Asking(QObject):
    """Speaks for the comparison on the desk. `starting` while settings are kept, before replies begin."""

    def __init__(self, desk: CompareDesk, services: Services) -> None:
        super().__init__(desk)
        self._desk, self._services = desk, services
        self.starting = False

    def send(self, text: str) -> None:
        """Say one text to all columns; those that have not heard an earlier message hear it first."""
        if self._desk.busy or not self._desk.columns:
            return
        behind = {identity: self.unheard(identity) for identity in self._desk.columns}
        if self._desk.sheet.blind:
            self._desk.hide()

        def say() -> None:
            for identity in self._desk.columns:
                if identity in behind:  # not one that was added while the settings were kept
                    self._desk.sessions.say(identity, [*behind[identity], text])

        self._with_seed(say, text)

    def catch_up(self, identity: str) -> None:
        """Say to a column what the others have heard and it has not."""
        unheard = self.unheard(identity)
        if not self._desk.busy:
            self._with_seed(lambda: self._desk.sessions.say(identity, unheard))

    def unheard(self, identity: str) -> list[str]:
        """Return the messages that other columns have heard and this one has not."""
        place = self._desk.columns.index(identity)
        return [
            next(asked.text for asked in given.asked if asked is not None)
            for given in self._desk.rounds()
            if given.asked[place] is None
        ]

    def edit(self, number: int, text: str) -> None:
        """Say something else in a round, to all columns, as a branch of each."""
        given = self._desk.round(number)
        if self._desk.busy or given is None:
            return
        columns = self._desk.columns

        def say() -> None:
            for identity, asked in zip(columns, given.asked, strict=True):
                if asked is not None:
                    self._desk.sessions.get(identity).edit(asked.id, text)

        self._with_seed(say, text)

    def regenerate(self, number: int) -> None:
        """Ask all columns for another reply in a round, with another seed."""
        given = self._desk.round(number)
        if self._desk.busy or given is None:
            return
        if self._desk.sheet.same_seed:
            self._desk.roll_seed()
        if self._desk.sheet.blind:
            self._desk.hide()
            given = self._desk.round(number) or given
        columns = self._desk.columns

        def say() -> None:
            for identity, asked, reply in zip(columns, given.asked, given.replies, strict=True):
                again = reply or asked
                if again is not None:
                    self._desk.sessions.get(identity).regenerate(again.id)

        self._with_seed(say)

    def regenerate_one(self, identity: str, message_id: str) -> None:
        """Ask one column for another reply, with a seed of its own: the shared one would give the same."""
        if not self._desk.busy:
            own = {identity: self._seeded(identity, -1)}
            self._prepare(own, lambda: self._desk.sessions.get(identity).regenerate(message_id))

    def _seeded(self, identity: str, seed: int) -> ColumnSettings:
        settings = self._desk.settings(identity)
        return msgspec.structs.replace(
            settings, sampling=msgspec.structs.replace(settings.sampling, seed=seed)
        )

    def _with_seed(self, say: Callable[[], object], text: str = "") -> None:
        seed = self._desk.sheet.seed if self._desk.sheet.same_seed else -1
        self._prepare({identity: self._seeded(identity, seed) for identity in self._desk.columns}, say, text)

    def _prepare(
        self, settings: dict[str, ColumnSettings], say: Callable[[], object], text: str = ""
    ) -> None:
        """Keep the settings first, so that the replies are asked for with them, then speak."""
        self.starting = True
        comparison_id, sheet = self._desk.comparison_id, self._desk.sheet
        self._desk.busy_changed.emit()

        def keep_text() -> None:
            """Another one was opened in the meantime: what was typed waits where it was typed."""
            if text:
                self._desk.keep_elsewhere(comparison_id, msgspec.structs.replace(sheet, draft=text))

        def kept(conversations: list[Conversation]) -> None:
            self.starting = False
            if comparison_id == self._desk.comparison_id:
                for conversation in conversations:
                    session = self._desk.sessions.get(conversation.id)
                    session.conversation = settings[conversation.id].applied_to(session.conversation)
                say()
            else:
                keep_text()
            self._desk.busy_changed.emit()

        def failed(error: HoneError) -> None:
            self.starting = False
            if comparison_id == self._desk.comparison_id:
                self._desk.not_sent.emit(error, text)
            else:
                keep_text()
                self._desk.failed.emit(error)
            self._desk.busy_changed.emit()

        keep = self._desk.in_order(lambda: self._services.comparing.keep_settings(settings))
        start_task(self, keep, kept, failed)
