"""Read what can still be read of a damaged database into a sound one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hone.storage.sqlite_files import connect

_TABLES = (
    "conversations",
    "messages",
    "prompts",
    "prompt_versions",
    "prompt_snapshots",
    "picks",
    "judgements",
    "tool_runs",
    "drafts",
    "folders",
)


def salvage(damaged: Path, target: sqlite3.Connection) -> int:
    """Copy readable rows and return the number of messages among them.

    Messages whose conversation is lost get one with the title "Recovered"; those whose parent is lost
    start a branch. Columns that this version does not know are left out.
    """
    target.execute("PRAGMA foreign_keys=OFF")
    target.execute("BEGIN IMMEDIATE")
    try:
        with closing(connect(damaged, read_only=True)) as source:
            for table in _TABLES:
                for row in _readable_rows(source, table):
                    _insert(target, table, row)
    except sqlite3.DatabaseError:
        # Not even the list of tables can be read: what was copied until here is kept.
        pass
    _mend(target)
    saved = int(target.execute("SELECT count(*) FROM messages").fetchone()[0])
    target.execute("COMMIT")
    target.execute("PRAGMA foreign_keys=ON")
    return saved


def _readable_rows(source: sqlite3.Connection, table: str) -> Iterator[dict[str, object]]:
    """Give rows one by one by their number, jumping over those that lie on broken pages."""
    if not source.execute(f"PRAGMA table_info({table})").fetchone():
        return  # an older file does not have it
    last = _last_row(source, table)
    for number in range(1, last + 1):
        try:
            row = source.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.DatabaseError:
            continue
        if row is not None:
            yield dict(row)


def _last_row(source: sqlite3.Connection, table: str) -> int:
    try:
        return int(source.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0)
    except sqlite3.DatabaseError:
        # The end of the tree is broken: look as far as rows can have been written into this file.
        pages = int(source.execute("PRAGMA page_count").fetchone()[0])
        return min(pages * 40, 1_000_000)


def _insert(target: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    known = {each["name"] for each in target.execute(f"PRAGMA table_info({table})")}
    columns = [name for name in row if name in known]
    marks = ", ".join("?" for _ in columns)
    try:
        target.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            [row[name] for name in columns],
        )
    except (sqlite3.IntegrityError, sqlite3.InterfaceError):
        return


def _mend(target: sqlite3.Connection) -> None:
    target.execute(
        """
        INSERT INTO conversations
            (id, title, created_at, updated_at, model_id, adapter_id, system_prompt, sampling, leaf_id)
        SELECT conversation_id, 'Recovered', min(created_at), max(created_at), '', '', '', '{}', NULL
        FROM messages WHERE conversation_id NOT IN (SELECT id FROM conversations) GROUP BY conversation_id
        """
    )
    target.execute(
        """
        INSERT INTO prompts (id, name, folder, tags, about, created_at, updated_at)
        SELECT prompt_id, 'Recovered', '', '[]', '', min(created_at), max(created_at)
        FROM prompt_versions WHERE prompt_id NOT IN (SELECT id FROM prompts) GROUP BY prompt_id
        """
    )
    target.execute(
        "DELETE FROM picks WHERE chosen_id NOT IN (SELECT id FROM messages)"
        " OR rejected_id NOT IN (SELECT id FROM messages)"
    )
    target.execute("DELETE FROM tool_runs WHERE message_id NOT IN (SELECT id FROM messages)")
    target.execute("UPDATE messages SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM messages)")
    target.execute(
        """
        UPDATE conversations SET leaf_id = (
            SELECT id FROM messages WHERE conversation_id = conversations.id ORDER BY created_at DESC LIMIT 1
        ) WHERE leaf_id IS NULL OR leaf_id NOT IN (SELECT id FROM messages)
        """
    )
