"""Numbered changes of the database, in order: entry N leads from version N - 1 to version N.

An entry that was released is never edited; a change is a new file and one line here.
"""

from __future__ import annotations

from hone.storage.migrations import (
    m0001_conversations,
    m0002_reasoning,
    m0003_prompts,
    m0004_search,
    m0005_as_made,
    m0006_row_drafts,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    m0001_conversations.STATEMENTS,
    m0002_reasoning.STATEMENTS,
    m0003_prompts.STATEMENTS,
    m0004_search.STATEMENTS,
    m0005_as_made.STATEMENTS,
    m0006_row_drafts.STATEMENTS,
)
