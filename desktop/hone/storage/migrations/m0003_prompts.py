"""Saved prompts and their versions; setup, order and marks of conversations; what was attached and judged.

Values with structure are JSON: `setup`, `tags`, `attachments`, `tool`, `body`. A pick says which of two
replies was better.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE conversations ADD COLUMN setup TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE conversations ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversations ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN comparison_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE messages ADD COLUMN reasoning_seconds REAL",
    "ALTER TABLE messages ADD COLUMN given INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE messages ADD COLUMN edited_from TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE messages ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE messages ADD COLUMN tool TEXT",
    "ALTER TABLE messages ADD COLUMN rating TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE messages ADD COLUMN correction TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE prompts (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        folder TEXT NOT NULL,
        tags TEXT NOT NULL,
        about TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE prompt_versions (
        id TEXT PRIMARY KEY NOT NULL,
        prompt_id TEXT NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        note TEXT NOT NULL,
        created_at TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (prompt_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE picks (
        id TEXT PRIMARY KEY NOT NULL,
        chosen_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        rejected_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX picks_by_chosen ON picks (chosen_id)",
    """
    CREATE TABLE drafts (
        place TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX conversations_by_comparison ON conversations (comparison_id) WHERE comparison_id <> ''",
)
