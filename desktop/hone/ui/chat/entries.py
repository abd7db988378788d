"""What the transcript shows of a message: the message, its place among its siblings, what it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hone.domain.chat import Message, MessageState, Role
from hone.services.constraint_check import SchemaVerdict
from hone.ui.chat.tool_calls import CallState


@dataclass(frozen=True)
class Remarks:
    """What is said of a message beside others that answer the same.

    `speaker` stands in the place of the model's name, which is then told nowhere. `badge` (in `tone`) says
    what was thought of it, `figures` what it cost; `different` are the words that the reference has not.
    """

    speaker: str = ""
    badge: str = ""
    tone: str = ""
    figures: str = ""
    different: frozenset[int] = frozenset()


NO_REMARKS = Remarks()


@dataclass(frozen=True)
class Entry:
    """One message of the shown branch. `position` counts from 1 among `count` siblings.

    `waiting` says what happens before the first word, `share` how far it is (None: not known);
    `hint` is the next step after a failure; `speaker` is who answers until the reply itself says it.
    `thought_seconds` is how long the reasoning took, None where nobody watched. `remarks` are made where
    replies are compared. `calls` are its tool calls as long as they are not all answered. `verdict` is
    whether it matches the schema that it was asked with. With `goes_on` the answers of its tools are kept
    and no reply to them was made.
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
    speaker: str = ""
    thought_seconds: float | None = None
    remarks: Remarks | None = None
    calls: tuple[CallState, ...] = ()
    verdict: SchemaVerdict | None = None
    goes_on: bool = False

    @property
    def growing(self) -> bool:
        """Whether its text is still being made."""
        return self.message.state is MessageState.STREAMING

    @property
    def can_grow(self) -> bool:
        """Whether the model could go on with it."""
        message = self.message
        whole = message.role is Role.ASSISTANT and not self.growing and not message.tool_calls
        return whole and bool(message.text)

    @property
    def is_cut(self) -> bool:
        """Whether it ended before the model was done with it."""
        cut = (MessageState.CUT, MessageState.STOPPED, MessageState.INTERRUPTED)
        return self.can_grow and self.message.state in cut

    @property
    def from_user(self) -> bool:
        """Whether the user said it."""
        return self.message.role is Role.USER


def entry_of(message: Message, fork: Sequence[Message], last: bool) -> Entry:
    """Place a message among those that were said, or might have been said, at the same moment."""
    if len(fork) == 1:
        return Entry(message=message, last=last, thought_seconds=message.reasoning_seconds)
    same = sorted(fork, key=lambda other: (other.created_at, other.id))
    place = next(number for number, other in enumerate(same) if other.id == message.id)
    return Entry(
        message=message,
        position=place + 1,
        count=len(same),
        previous_id=same[place - 1].id if place > 0 else "",
        next_id=same[place + 1].id if place + 1 < len(same) else "",
        last=last,
        thought_seconds=message.reasoning_seconds,
    )
