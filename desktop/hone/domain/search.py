"""What a search in conversations finds."""

from __future__ import annotations

from datetime import datetime

import msgspec

from hone.domain.chat import Conversation, Role


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A message that holds what was searched for; `marks` are (start, end) in `snippet`."""

    message_id: str
    conversation_id: str
    role: Role
    created_at: datetime
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation with its hits, best first; `title_marks` are (start, end) in its title."""

    conversation: Conversation
    title_marks: tuple[tuple[int, int], ...] = ()
    hits: tuple[Hit, ...] = ()


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """Conversations, best first. `pending` messages are not in the index yet, so they were not looked at."""

    found: tuple[Found, ...] = ()
    pending: int = 0

    @property
    def hit_count(self) -> int:
        """The number of messages that were found."""
        return sum(len(each.hits) for each in self.found)
