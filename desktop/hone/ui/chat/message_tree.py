"""The messages of a conversation and the branch that is shown, kept up to date step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from hone.domain.chat import Message, Role
from hone.ui.chat.entries import Entry, entry_of


class MessageTree:
    """A message that comes at the end costs the same after ten messages and after ten thousand.

    Entries that did not change stay the very same objects, so that who shows them can tell what did.
    """

    def __init__(self) -> None:
        self._messages: dict[str, Message] = {}
        self._forks: dict[tuple[str | None, Role], list[str]] = defaultdict(list)
        self._path: list[str] = []
        self._rows: dict[str, int] = {}
        self._entries: list[Entry] = []

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._messages

    def get(self, message_id: str) -> Message | None:
        """Return a message, on whatever branch."""
        return self._messages.get(message_id)

    def messages(self) -> tuple[Message, ...]:
        """Return every message, in the order of coming."""
        return tuple(self._messages.values())

    def load(self, messages: Iterable[Message], leaf_id: str | None) -> None:
        """Take the messages as they are kept; those that are known already are newer and stay."""
        known, self._messages = self._messages, {}
        self._forks.clear()
        for message in (*messages, *known.values()):
            self._put(known.get(message.id, message))
        self._path, self._rows, self._entries = [], {}, []
        self.show(leaf_id)

    def keep(self, message: Message) -> None:
        """Take a new message, or one as it is now."""
        is_new = message.id not in self._messages
        self._put(message)
        if is_new:
            siblings = self._forks[message.parent_id, message.role]
            for row in [self._rows[other] for other in siblings if other in self._rows]:
                self._make(row)
        elif message.id in self._rows:
            self._make(self._rows[message.id])

    def show(self, leaf_id: str | None) -> None:
        """Show the branch that ends at a message; an unknown one shows nothing."""
        new: list[str] = []
        current = self._messages.get(leaf_id) if leaf_id else None
        while current is not None and current.id not in self._rows:
            new.append(current.id)
            current = self._messages.get(current.parent_id) if current.parent_id else None
        kept = self._rows[current.id] + 1 if current is not None else 0
        for gone in self._path[kept:]:
            del self._rows[gone]
        del self._path[kept:], self._entries[kept:]
        for identity in reversed(new):
            self._rows[identity] = len(self._path)
            self._path.append(identity)
        self._entries += [self._entry(row) for row in range(kept, len(self._path))]
        if kept > 0:
            self._make(kept - 1)

    def entries(self) -> list[Entry]:
        """Return the branch that is shown."""
        return list(self._entries)

    def row_of(self, message_id: str) -> int | None:
        """Return the place of a message in the branch; None when another branch holds it."""
        return self._rows.get(message_id)

    def _put(self, message: Message) -> None:
        if message.id not in self._messages:
            self._forks[message.parent_id, message.role].append(message.id)
        self._messages[message.id] = message

    def _make(self, row: int) -> None:
        """Make the entry of a row anew, unless nothing of it has changed."""
        entry = self._entry(row)
        if entry != self._entries[row]:
            self._entries[row] = entry

    def _entry(self, row: int) -> Entry:
        message = self._messages[self._path[row]]
        fork = [self._messages[other] for other in self._forks[message.parent_id, message.role]]
        return entry_of(message, fork, last=row == len(self._path) - 1)
