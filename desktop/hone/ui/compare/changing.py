"""Change the columns: settings, number, order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from hone.domain.chat import Conversation
from hone.services import Services
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.ui.compare.desk import CompareDesk


class Changing(QObject):
    """Changes the columns of the comparison on the desk, and keeps the changes."""

    def __init__(self, desk: CompareDesk, services: Services) -> None:
        super().__init__(desk)
        self._desk, self._services = desk, services

    def change_column(self, identity: str, **values: object) -> None:
        """Change what a column asks with, and keep it."""
        session = self._desk.sessions.get(identity)
        session.conversation = msgspec.structs.replace(session.conversation, **values)
        self._desk.settings_changed.emit()
        kept = {identity: self._desk.settings(identity)}
        keep = self._desk.in_order(lambda: self._services.comparing.keep_settings(kept))
        start_task(self, keep, None, self._desk.failed.emit)

    def add_column(self, like: str = "", with_messages: bool = False) -> None:
        """Add a column with the settings of another (the last one), after it; or with its messages too."""
        source = like or next(reversed(self._desk.named_order), "")
        if not source:  # the command was called before there was a comparison
            return
        settings, comparison_id = self._desk.settings(source), self._desk.comparison_id
        comparing = self._services.comparing

        def added(column: Conversation) -> None:
            order = list(self._desk.named_order)
            order.insert(order.index(source) + 1 if source in order else len(order), column.id)
            self._desk.take_in(comparison_id, column, tuple(order))

        start_task(
            self,
            lambda: comparing.add_column(comparison_id, settings, source if with_messages else ""),
            added,
            self._desk.failed.emit,
        )

    def remove_column(self, identity: str, on_done: Callable[[], None]) -> None:
        """Put a column into the trash."""
        comparing = self._services.comparing

        def removed(result: object) -> None:
            self._desk.drop_column(identity)
            on_done()

        self._desk.sessions.stop([identity])
        start_task(self, lambda: comparing.remove_column(identity), removed, self._desk.failed.emit)

    def restore_column(self, identity: str) -> None:
        """Take a column back out of the trash, to where it stood."""
        comparing = self._services.comparing

        def restored(column: Conversation) -> None:
            self._desk.take_in(column.comparison_id, column, self._desk.sheet.order)

        start_task(self, lambda: comparing.restore_column(identity), restored, self._desk.failed.emit)

    def move_column(self, identity: str, by: int) -> None:
        """Let a column change places with its neighbour."""
        order = list(self._desk.named_order)
        place = order.index(identity)
        other = min(max(place + by, 0), len(order) - 1)
        order[place], order[other] = order[other], order[place]
        self._desk.change_sheet(order=tuple(order))
        self._desk.order_columns()

    def go_on_in_chat(self, identity: str, on_done: Callable[[Conversation], None]) -> None:
        """Make an ordinary conversation of a column."""
        comparing = self._services.comparing
        start_task(self, lambda: comparing.go_on_in_chat(identity), on_done, self._desk.failed.emit)
