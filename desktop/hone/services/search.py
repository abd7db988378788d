"""Search in all conversations."""

from __future__ import annotations

from hone.domain.search import SearchResult
from hone.storage.database import Database
from hone.storage.message_search import MessageSearch
from hone.storage.search_query import SearchQuery


class SearchService:
    """Finds words, beginnings of words, and "phrases in quotes". Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._search = MessageSearch(database)

    def find(self, text: str) -> SearchResult:
        """Return the living conversations with `text` in their title or in messages, best first."""
        return self._search.find(text)

    def marks(self, query: str, text: str) -> tuple[tuple[int, int], ...]:
        """Return where in a text stands what a query asks for, as (start, end)."""
        return SearchQuery(query).marks(text)

    def catch_up(self, seconds: float = 3600.0) -> int:
        """Index what is not indexed yet, for so long; return how many messages are left."""
        return self._search.catch_up(seconds)
