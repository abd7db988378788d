"""Full-text search over messages, and folders that stand empty.

`message_search` holds no texts, only where each word stands. SQLite refuses virtual tables in triggers where
the schema is not trusted, so triggers only note in `search_pending` what `hone.storage.message_search` then
takes into the index: `removed` is the text that the index still has of a row (NULL: nothing), `wanted` says
whether its present text belongs in. A reply is noted when it has ended, not each time it grew.
"""

from __future__ import annotations

_CHANGED = "(old.text IS NOT new.text OR (old.state = 'streaming') <> (new.state = 'streaming'))"
_TAKE_OUT = """
    INSERT INTO search_pending (row, removed, wanted) VALUES (old.rowid, old.text, 0)
    ON CONFLICT (row) DO UPDATE SET wanted = 0
"""
_TAKE_IN = """
    INSERT INTO search_pending (row, removed, wanted) VALUES (new.rowid, NULL, 1)
    ON CONFLICT (row) DO UPDATE SET wanted = 1
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE VIRTUAL TABLE message_search USING fts5 (
        text, content = '', prefix = '2',
        tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
    )
    """,
    """
    CREATE TABLE search_pending (
        row INTEGER PRIMARY KEY NOT NULL,
        removed TEXT,
        wanted INTEGER NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO search_pending (row, removed, wanted)
    SELECT rowid, NULL, 1 FROM messages WHERE state <> 'streaming'
    """,
    f"""
    CREATE TRIGGER message_search_insert AFTER INSERT ON messages WHEN new.state <> 'streaming'
    BEGIN {_TAKE_IN}; END
    """,
    f"""
    CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.state <> 'streaming'
    BEGIN {_TAKE_OUT}; END
    """,
    f"""
    CREATE TRIGGER message_search_leave BEFORE UPDATE OF text, state ON messages
    WHEN old.state <> 'streaming' AND {_CHANGED}
    BEGIN {_TAKE_OUT}; END
    """,
    f"""
    CREATE TRIGGER message_search_enter AFTER UPDATE OF text, state ON messages
    WHEN new.state <> 'streaming' AND {_CHANGED}
    BEGIN {_TAKE_IN}; END
    """,
    """
    CREATE TABLE folders (
        path TEXT PRIMARY KEY NOT NULL,
        collapsed INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
)
