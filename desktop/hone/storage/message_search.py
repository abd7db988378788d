"""Search in all messages through SQLite's FTS5.

Measured on 2 shared cores with 100,000 messages of 200 words, 123 MB of text, 3 % of it Chinese: this index
takes 105 MB, a third of it for beginnings of two letters, and finds words, beginnings, phrases and single
Chinese characters within 75 ms (tests/bench/search.py).
An index of three letters each (FTS5's trigram) takes 275 MB and 21 s, and finds nothing shorter than three
characters, while most Chinese words have two.
"""

from __future__ import annotations

import math
import sqlite3
import time
from datetime import UTC, datetime

from hone.domain.chat import Conversation, Role
from hone.domain.search import Found, Hit, SearchResult
from hone.storage.conversation_rows import CONVERSATION, conversation_of
from hone.storage.database import Database
from hone.storage.search_query import SearchQuery
from hone.storage.word_breaks import set_apart

NEWEST_LOOKED_AT = 1000
MOST_HITS = 100
MOST_IN_ONE = 20
_BATCH = 500
_BEFORE, _AROUND = 28, 180
_SIGNS = str.maketrans("", "", "*`#")  # of Markdown: they would only disturb in one line
_HALF_LIFE_DAYS = 30.0


class MessageSearch:
    """Finds messages of living conversations, on all their branches. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self) -> int:
        """Return the number of messages that are not in the index as they are now."""
        return int(self._database.query("SELECT count(*) FROM search_pending")[0][0])

    def catch_up(self, seconds: float = 3600.0) -> int:
        """Take noted changes into the index, for so long; return how many are left. A kill loses none."""
        self._database.open()  # bringing the tables up to date is not counted
        until = time.monotonic() + seconds
        while self._database.query("SELECT 1 FROM search_pending LIMIT 1"):
            if time.monotonic() >= until:
                return self.pending()
            with self._database.transaction() as connection:
                _take_in(connection)
        return 0

    def find(self, text: str) -> SearchResult:
        """Return the conversations with `text` in their title or in messages, best first.

        Of a search that very many messages match, the newest are looked at.
        """
        query = SearchQuery(text)
        if not query.terms:
            return SearchResult()
        pending = self.catch_up(seconds=0.05)
        scores = self._scores(query)
        hits = self._hits(query, scores)
        titled = self._titled(query)
        return SearchResult(found=tuple(self._grouped(query, titled, hits)), pending=pending)

    def _scores(self, query: SearchQuery) -> dict[int, float]:
        """Return row and relevance (FTS5's bm25, higher is better) of matches, newest rows first."""
        rows = self._database.query(
            "SELECT s.rowid AS row, -bm25(message_search) AS relevance FROM message_search AS s"
            " WHERE message_search MATCH ? ORDER BY s.rowid DESC LIMIT ?",
            (query.expression, NEWEST_LOOKED_AT),
        )
        return {row["row"]: row["relevance"] for row in rows}

    def _hits(self, query: SearchQuery, scores: dict[int, float]) -> list[Hit]:
        """Return hits, best first: the relevance counts most, and half as much how new a message is."""
        if not scores:
            return []
        rows = self._database.query(
            "SELECT m.rowid AS row, m.created_at FROM messages AS m"
            " JOIN conversations AS c ON c.id = m.conversation_id"
            f" WHERE m.rowid IN ({', '.join(map(str, scores))})"
            " AND c.deleted_at IS NULL AND c.comparison_id = ''"
        )
        best = max(scores.values()) or 1.0
        now = datetime.now(UTC)
        places = {row["row"]: scores[row["row"]] / best + _newness(row["created_at"], now) for row in rows}
        chosen = sorted(places, key=lambda row: (-places[row], -row))[:MOST_HITS]
        texts = self._database.query(
            "SELECT rowid AS row, id, conversation_id, role, created_at, text FROM messages"
            f" WHERE rowid IN ({', '.join(map(str, chosen))})"
        )
        by_row = {row["row"]: _hit(query, row) for row in texts}
        return [by_row[row] for row in chosen if row in by_row]

    def _titled(self, query: SearchQuery) -> list[str]:
        rows = self._database.query(
            "SELECT id, title FROM conversations WHERE deleted_at IS NULL AND comparison_id = ''"
            " ORDER BY updated_at DESC"
        )
        titles = [row["title"] for row in rows]
        return [rows[place]["id"] for place in query.matching(titles)]

    def _grouped(self, query: SearchQuery, titled: list[str], hits: list[Hit]) -> list[Found]:
        """Put hits together by conversation: those with it in their title first, then by their best hit."""
        groups: dict[str, list[Hit]] = {identity: [] for identity in titled[:MOST_HITS]}
        for hit in hits:
            group = groups.setdefault(hit.conversation_id, [])
            if len(group) < MOST_IN_ONE:
                group.append(hit)
        conversations = self._conversations(list(groups))
        return [
            Found(
                conversation=conversations[identity],
                title_marks=query.marks(conversations[identity].title),
                hits=tuple(group),
            )
            for identity, group in groups.items()
            if identity in conversations
        ]

    def _conversations(self, identities: list[str]) -> dict[str, Conversation]:
        marks = ", ".join("?" for _ in identities)
        rows = self._database.query(
            f"SELECT {CONVERSATION} FROM conversations WHERE id IN ({marks})", identities
        )
        return {row["id"]: conversation_of(row) for row in rows}


def _take_in(connection: sqlite3.Connection) -> None:
    """Index one batch of what the triggers noted, inside a transaction."""
    pending = connection.execute(
        "SELECT p.row, p.removed, p.wanted, m.text FROM search_pending AS p"
        " LEFT JOIN messages AS m ON m.rowid = p.row AND m.state <> 'streaming' ORDER BY p.row LIMIT ?",
        (_BATCH,),
    ).fetchall()
    for row in pending:
        if row["removed"] is not None:
            connection.execute(
                "INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)",
                (row["row"], set_apart(row["removed"])),
            )
        if row["wanted"] and row["text"] is not None:
            connection.execute(
                "INSERT INTO message_search (rowid, text) VALUES (?, ?)", (row["row"], set_apart(row["text"]))
            )
    connection.executemany("DELETE FROM search_pending WHERE row = ?", [(row["row"],) for row in pending])


def _newness(created_at: str, now: datetime) -> float:
    """Return 0.5 for a message of now, half as much after thirty days, and so on."""
    days = (now - datetime.fromisoformat(created_at)).total_seconds() / 86400
    return 0.5 * math.exp2(-max(0.0, days) / _HALF_LIFE_DAYS)


def _hit(query: SearchQuery, row: sqlite3.Row) -> Hit:
    snippet, marks = snippet_of(query, row["text"])
    return Hit(
        message_id=row["id"],
        conversation_id=row["conversation_id"],
        role=Role(row["role"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        snippet=snippet,
        marks=marks,
    )


def snippet_of(query: SearchQuery, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return one line of a text around the first place that was searched for, and the marks in it."""
    places = query.marks(text)
    first = places[0][0] if places else 0
    start = max(0, first - _BEFORE)
    if start:  # begin at a word
        gap = text.find(" ", start, first)
        start = gap + 1 if gap >= 0 else start
    piece = " ".join(text[start : start + _AROUND].translate(_SIGNS).split())
    if start:
        piece = "…" + piece
    if start + _AROUND < len(text):
        piece += "…"
    return piece, query.marks(piece)
