"""The calls of one reply while they are answered, and what a call gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from hone.domain.chat import Message, ToolAnswer
from hone.domain.tools import Tool, ToolOutcome
from hone.errors import HoneError
from hone.ui.chat.tool_calls import CallState


@dataclass
class CallWork:
    """The calls of one reply, as far as they are answered; `by_itself` when allowed ones may run unasked.

    With `waits` all answers are from before the program started, and the model goes on only when asked to.
    """

    message: Message
    by_itself: bool
    states: list[CallState]
    tools: dict[int, Tool] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)
    answers: dict[int, ToolAnswer] = field(default_factory=dict)
    queue: list[int] = field(default_factory=list)
    waits: bool = False
    running: int | None = None

    @property
    def whole(self) -> bool:
        """Whether every call has an answer."""
        return len(self.answers) == len(self.states)

    def run_id(self, number: int) -> str:
        """Name the running of a call, to stop it and no other."""
        return f"{self.message.id}/{number}"


@dataclass(frozen=True)
class CallRan:
    """What a call gave, and why that could not be kept."""

    outcome: ToolOutcome
    not_kept: HoneError | None = None
