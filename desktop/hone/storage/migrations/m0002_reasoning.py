"""What a model thought before it spoke, and the tools that it called (a JSON list of name and arguments)."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE messages ADD COLUMN reasoning TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE messages ADD COLUMN tool_calls TEXT NOT NULL DEFAULT '[]'",
)
