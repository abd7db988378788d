"""Conversations and their trees of messages. Values with structure are JSON; times are UTC, ISO 8601."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE conversations (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        model_id TEXT NOT NULL,
        adapter_id TEXT NOT NULL,
        system_prompt TEXT NOT NULL,
        sampling TEXT NOT NULL,
        leaf_id TEXT,
        deleted_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE messages (
        id TEXT PRIMARY KEY NOT NULL,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        parent_id TEXT REFERENCES messages (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        text TEXT NOT NULL,
        state TEXT NOT NULL,
        created_at TEXT NOT NULL,
        origin TEXT,
        usage TEXT,
        problem TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX messages_by_conversation ON messages (conversation_id, created_at)",
    "CREATE INDEX messages_by_parent ON messages (parent_id)",
    "CREATE INDEX messages_unfinished ON messages (state) WHERE state = 'streaming'",
    "CREATE INDEX conversations_by_update ON conversations (deleted_at, updated_at)",
)
