"""What a reply was made with, what was thought of a comparison's rounds, and which tool calls have run.

`prompt_snapshots.body` is a JSON PromptSnapshot, found by its hash. Judgements stood in the drafts of their
comparisons before; they are taken over from there. A row of `tool_runs` without an `answer` is a call that
was begun and of which nothing more is known.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE prompt_snapshots (
        hash TEXT PRIMARY KEY NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE judgements (
        comparison_id TEXT NOT NULL,
        id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        chosen_id TEXT NOT NULL,
        replies TEXT NOT NULL,
        blind INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        PRIMARY KEY (comparison_id, id)
    ) STRICT
    """,
    """
    INSERT OR IGNORE INTO judgements (id, comparison_id, verdict, chosen_id, replies, blind, created_at)
    SELECT
        json_extract(each.value, '$.id'),
        substr(place, 12),
        json_extract(each.value, '$.verdict'),
        coalesce(json_extract(each.value, '$.chosen_id'), ''),
        json_extract(each.value, '$.replies'),
        coalesce(json_extract(each.value, '$.blind'), 0),
        json_extract(each.value, '$.created_at')
    FROM
        drafts,
        json_each(CASE WHEN json_valid(drafts.value) THEN drafts.value ELSE '{}' END, '$.judgements') AS each
    WHERE substr(place, 1, 11) = 'comparison/'
        AND json_extract(each.value, '$.id') IS NOT NULL
        AND json_extract(each.value, '$.verdict') IS NOT NULL
        AND json_extract(each.value, '$.replies') IS NOT NULL
        AND json_extract(each.value, '$.created_at') IS NOT NULL
    """,
    """
    UPDATE drafts SET value = json_remove(value, '$.judgements')
    WHERE substr(place, 1, 11) = 'comparison/' AND json_valid(value)
    """,
    """
    CREATE TABLE tool_runs (
        message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        call INTEGER NOT NULL,
        begun_at TEXT NOT NULL,
        answer TEXT,
        PRIMARY KEY (message_id, call)
    ) STRICT
    """,
)
