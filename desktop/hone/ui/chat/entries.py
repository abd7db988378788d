"""What the transcript shows of a message: the message, its place among its siblings, what it waits for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hone.domain.chat import Message, MessageState, Role, branch, siblings


@dataclass(frozen=True)
class Entry:
    """One message of the shown branch. `position` counts from 1 among `count` siblings.

    `waiting` says what happens before the first word, `share` how far it is (None: not known);
    `hint` is the next step after a failure.
    """

    message: Message
    position: int = 1
    count: int = 1
    previous_id: str = ""
    next_id: str = ""
    waiting: str = ""
    share: float | None = None
    hint: str = ""
    last: bool = False

    @property
    def growing(self) -> bool:
        """Whether its text is still being made."""
        return self.message.state is MessageState.STREAMING

    @property
    def from_user(self) -> bool:
        """Whether the user said it."""
        return self.message.role is Role.USER


def entries_of(messages: Iterable[Message], leaf_id: str | None) -> list[Entry]:
    """Return the entries of the branch that ends at `leaf_id`."""
    tree = list(messages)
    path = branch(tree, leaf_id)
    entries = []
    for index, message in enumerate(path):
        same = [other for other in siblings(tree, message) if other.role is message.role]
        place = next(number for number, other in enumerate(same) if other.id == message.id)
        entries.append(
            Entry(
                message=message,
                position=place + 1,
                count=len(same),
                previous_id=same[place - 1].id if place > 0 else "",
                next_id=same[place + 1].id if place + 1 < len(same) else "",
                last=index == len(path) - 1,
            )
        )
    return entries
