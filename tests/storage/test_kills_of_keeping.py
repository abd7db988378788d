"""SIGKILL at random moments: what was acknowledged is there, all is whole, and the search index is right."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.storage.killed_writer import library

from hone.domain.chat import Conversation
from hone.services.search import SearchService
from hone.services.typed import Typed, TypedService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.paths import Paths

WRITER = Path(__file__).with_name("killed_writer.py")
ROUNDS = int(os.environ.get("HONE_KILL_ROUNDS", "1"))
pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL"),
]


def acknowledged(kind: str, home: Path, run: str, draw: random.Random) -> int:
    """Let the writer work, kill it a little after its first word, and return the last thing it told."""
    command = [sys.executable, str(WRITER), kind, str(home), run]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    try:
        first = writer.stdout.readline()
        assert first
        time.sleep(draw.uniform(0.0, 0.3))
        writer.send_signal(signal.SIGKILL)
        told = [first, *writer.stdout.read().splitlines(keepends=True)]
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    return max(int(line) for line in told if line.endswith("\n"))


def check_whole(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


def test_nothing_acknowledged_is_missing_after_kills(tmp_path: Path) -> None:
    draw = random.Random(4)
    paths = Paths(tmp_path, tmp_path / "cache")
    for number in range(ROUNDS):
        for kind in ("import", "prompts", "drafts", "folders"):
            run = f"{kind}{number}"
            least = acknowledged(kind, tmp_path, run, draw)
            database = Database(paths.database, paths.backups)
            try:
                if kind == "import":
                    check_import(database, run, least)
                elif kind == "prompts":
                    made = library(database).find(run)
                    versions = library(database).versions(made.id)
                    assert [each.number for each in versions] == list(range(len(versions), 0, -1))
                    assert len(versions) >= least
                elif kind == "drafts":
                    assert int(TypedService(database).load("k").text.split()[0]) >= least
                else:
                    folders = {each.folder for each in ConversationStore(database).conversations()}
                    moved = [int(each.split("/")[1]) for each in folders if each.startswith(run)]
                    assert len(moved) == 1  # all of them, or none
                    assert moved[0] >= least
            finally:
                database.close()
            check_whole(paths.database)


def check_import(database: Database, run: str, least: int) -> None:
    """Whole conversations only, at least as many as were told, and all of them are found."""
    store = ConversationStore(database)
    talks = store.conversations()
    assert len(talks) >= least
    assert all(len(store.messages(talk.id)) == 2 for talk in draw_some(talks))
    search = SearchService(database)
    assert search.catch_up() == 0
    like = database.query("SELECT count(*) AS n FROM messages WHERE text LIKE '%needle%'")[0]["n"]
    index = database.query("SELECT count(*) AS n FROM message_search WHERE message_search MATCH 'needle'")
    assert index[0]["n"] == like == len(talks)


def draw_some(talks: list[Conversation]) -> list[Conversation]:
    return random.Random(1).sample(talks, min(50, len(talks)))


def test_nothing_is_lost_when_two_processes_write_at_once(tmp_path: Path) -> None:
    paths = Paths(tmp_path, tmp_path / "cache")
    Database(paths.database, paths.backups).close()
    command = [sys.executable, str(WRITER)]
    others = [
        subprocess.Popen([*command, kind, str(tmp_path), kind], stdout=subprocess.PIPE, text=True)
        for kind in ("import", "prompts")
    ]
    database = Database(paths.database, paths.backups)
    try:
        count = 0
        while others[0].poll() is None:
            count += 1
            TypedService(database).save("k", Typed(text=f"{count} words"))
            time.sleep(0.001)
        assert others[0].returncode == 0
        assert others[1].poll() is None, "the writer of prompts ended"
        others[1].kill()
        told = others[1].communicate()[0].splitlines()
        assert TypedService(database).load("k").text == f"{count} words"
        assert len(library(database).versions(library(database).find("prompts").id)) >= len(told) - 1 > 0
        assert len(ConversationStore(database).conversations()) == 2000
        check_import(database, "import", 2000)
    finally:
        database.close()
        for each in others:
            each.kill()
            each.wait()
            assert each.stdout is not None
            each.stdout.close()
    check_whole(paths.database)
