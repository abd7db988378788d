"""Rows that a model drafted for a data set, each on the disk as soon as it is there, and their batches.

`row_drafts.provenance` and `facts` are JSON, `row_draft_batches.body` is a JSON DraftBatch. Drafts that were
rejected stay, so that they are not offered again.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE row_draft_batches (
        id TEXT PRIMARY KEY NOT NULL,
        data_set_id TEXT NOT NULL,
        made_at TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE row_drafts (
        id TEXT PRIMARY KEY NOT NULL,
        data_set_id TEXT NOT NULL,
        batch TEXT NOT NULL,
        made_at TEXT NOT NULL,
        state TEXT NOT NULL,
        looked_at INTEGER NOT NULL,
        content TEXT NOT NULL,
        original TEXT NOT NULL,
        facts TEXT NOT NULL,
        provenance TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX row_drafts_of_data_set ON row_drafts (data_set_id, made_at)",
)
