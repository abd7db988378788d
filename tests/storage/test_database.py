"""What the database promises: nothing acknowledged is lost, nothing is emptied or overwritten in silence."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from hone.domain.chat import ToolCall
from hone.errors import HoneError
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.migrations import MIGRATIONS

_COLUMNS = "(id, title, created_at, updated_at, model_id, adapter_id, system_prompt, sampling)"

WRITER = """
import sys
from pathlib import Path
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

folder = Path(sys.argv[1])
database = Database(folder / "hone.db", folder / "backups")
first = int(sys.argv[2])
for number in range(first, first + 100_000):
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO conversations (id, title, created_at, updated_at, model_id, adapter_id,"
            " system_prompt, sampling) VALUES (?, ?, '', '', '', '', '', '{}')",
            (str(number), "x" * 2000),
        )
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""

FIRST_TWO = (
    (
        "CREATE TABLE conversations (id TEXT PRIMARY KEY, title TEXT) STRICT",
        "CREATE TABLE messages (id TEXT PRIMARY KEY) STRICT",
    ),
    ("ALTER TABLE conversations ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'",),
)


def database_in(folder: Path, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> Database:
    return Database(folder / "hone.db", folder / "backups", migrations)


def insert(database: Database, number: int) -> None:
    moment = f"2026-01-01T00:{number // 60:02}:{number % 60:02}+00:00"
    with database.transaction() as connection:
        connection.execute(
            f"INSERT INTO conversations {_COLUMNS} VALUES (?, ?, ?, ?, '', '', '', '{{}}')",
            (f"c{number}", "x" * 500, moment, moment),
        )
        connection.execute(
            "INSERT INTO messages (id, conversation_id, role, text, state, created_at, problem)"
            " VALUES (?, ?, 'user', ?, 'complete', ?, '')",
            (f"m{number}", f"c{number}", f"text {number} " * 30, moment),
        )


def ids(database: Database) -> set[str]:
    return {row["id"] for row in database.query("SELECT id FROM conversations")}


def filled(folder: Path, rows: int) -> Path:
    database = database_in(folder)
    for number in range(rows):
        insert(database, number)
    database.close()
    return folder / "hone.db"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_kills_during_inserts_lose_nothing_acknowledged(tmp_path: Path) -> None:
    acknowledged: set[str] = set()
    chooser = random.Random(5)
    for kill in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(kill * 100_000)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        for _ in range(chooser.randint(1, 40)):
            acknowledged.add(child.stdout.readline().strip())
        child.kill()
        acknowledged.update(line.strip() for line in child.stdout if line.endswith("\n"))
        child.wait()
        child.stdout.close()
    database = database_in(tmp_path)
    assert acknowledged <= ids(database)
    assert len(acknowledged) >= 12
    assert database.damage() == ""
    assert database.notice == ""
    database.close()


def test_two_processes_write_by_turns(tmp_path: Path) -> None:
    first, second = database_in(tmp_path), database_in(tmp_path)
    threads = [
        threading.Thread(
            target=lambda which=which, start=start: [insert(which, start + n) for n in range(50)]
        )
        for which, start in ((first, 0), (second, 1000), (first, 2000))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids(first)) == len(ids(second)) == 150
    assert first.damage() == ""
    first.close()
    second.close()


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = database_in(tmp_path)
    with pytest.raises(ZeroDivisionError), database.transaction() as connection:
        connection.execute(
            f"INSERT INTO conversations {_COLUMNS} VALUES ('c', '', '', '', '', '', '', '{{}}')"
        )
        raise ZeroDivisionError
    assert ids(database) == set()
    insert(database, 1)
    database.close()


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = filled(tmp_path, 3)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
        connection.commit()
    before = digest(path)
    database = database_in(tmp_path)
    for _ in range(2):
        with pytest.raises(HoneError, match="newer Hone"):
            database.open()
    assert digest(path) == before
    assert [each.name for each in tmp_path.iterdir() if "corrupt" in each.name] == []


@pytest.mark.parametrize("content", [b"no database at all" * 500, b"\x00" * 8192])
def test_a_file_that_is_no_database_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hone.db"
    path.write_bytes(content)
    database = database_in(tmp_path)
    insert(database, 1)
    kept = [each for each in tmp_path.iterdir() if ".corrupt-" in each.name]
    assert [each.read_bytes() for each in kept] == [content]
    assert str(kept[0]) in database.notice
    database.close()


def test_rows_on_sound_pages_survive_a_broken_one(tmp_path: Path) -> None:
    path = filled(tmp_path, 300)
    content = bytearray(path.read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle : middle + 4096] = b"\x55" * 4096
    path.write_bytes(content)
    database = database_in(tmp_path)
    saved = {row["id"] for row in database.query("SELECT id FROM messages")}
    assert len(saved) > 200
    assert database.damage() == ""
    assert f"{len(saved)} messages" in database.notice
    assert content in [each.read_bytes() for each in tmp_path.iterdir() if ".corrupt-" in each.name]
    database.close()


def test_a_foreign_database_is_not_written_into(tmp_path: Path) -> None:
    path = tmp_path / "hone.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    before = digest(path)
    database = database_in(tmp_path)
    database.open()
    assert [digest(each) for each in tmp_path.iterdir() if ".corrupt-" in each.name] == [before]
    database.close()


def test_a_lost_database_is_told_and_can_be_restored(tmp_path: Path) -> None:
    path = filled(tmp_path, 5)
    database = database_in(tmp_path)
    backup = database.back_up()
    insert(database, 99)
    database.close()
    path.unlink()
    database = database_in(tmp_path)
    database.open()
    assert "is gone" in database.notice
    database.restore(backup.path)
    assert ids(database) == {f"c{number}" for number in range(5)}
    assert database.notice == ""
    database.close()


def test_restoring_keeps_the_present_file(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    database = database_in(tmp_path)
    backup = database.back_up()
    insert(database, 50)
    database.restore(backup.path)
    assert ids(database) == {"c0", "c1"}
    replaced = next(each for each in tmp_path.iterdir() if ".replaced-" in each.name)
    with closing(sqlite3.connect(replaced)) as connection:
        assert connection.execute("SELECT count(*) FROM conversations").fetchone() == (3,)
    database.close()


def test_a_migration_makes_a_checked_backup_first(tmp_path: Path) -> None:
    old = database_in(tmp_path, FIRST_TWO[:1])
    with old.transaction() as connection:
        connection.execute("INSERT INTO conversations VALUES ('c1', 'kept')")
    old.close()
    new = database_in(tmp_path, FIRST_TWO)
    assert [tuple(row) for row in new.query("SELECT * FROM conversations")] == [("c1", "kept", "calm")]
    backup = new.backups()[0]
    assert backup.version == 1
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("SELECT * FROM conversations").fetchall() == [("c1", "kept")]
    new.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    old = database_in(tmp_path, FIRST_TWO[:1])
    with old.transaction() as connection:
        connection.execute("INSERT INTO conversations VALUES ('c1', 'kept')")
    old.close()
    broken = (*FIRST_TWO, ("CREATE TABLE extra (id TEXT)", "CREATE TABLE extra (id TEXT)"))
    with pytest.raises(HoneError):
        database_in(tmp_path, broken).open()
    again = database_in(tmp_path, FIRST_TWO[:1])
    assert [tuple(row) for row in again.query("SELECT * FROM conversations")] == [("c1", "kept")]
    again.close()


@pytest.mark.parametrize("statement", range(4))
def test_a_kill_inside_a_migration_changes_nothing(tmp_path: Path, statement: int) -> None:
    old = database_in(tmp_path, FIRST_TWO[:1])
    with old.transaction() as connection:
        connection.execute("INSERT INTO conversations VALUES ('c1', 'kept')")
    old.close()
    script = f"""
import os, signal
from pathlib import Path
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

def statements():
    for number, sql in enumerate(["CREATE TABLE a (i)", "CREATE TABLE b (i)", "DROP TABLE conversations"]):
        if number == {statement}:
            os.kill(os.getpid(), signal.SIGKILL)
        yield sql
    os.kill(os.getpid(), signal.SIGKILL)

class Lazy:
    def __iter__(self):
        return statements()

first = {FIRST_TWO[0]!r}
Database(Path({str(tmp_path)!r}) / "hone.db", Path({str(tmp_path)!r}) / "backups", (first, Lazy())).open()
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    again = database_in(tmp_path, FIRST_TWO[:1])
    assert [tuple(row) for row in again.query("SELECT * FROM conversations")] == [("c1", "kept")]
    assert again.notice == ""
    assert again.backups()
    again.close()


def test_backups_are_made_daily_and_thinned(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    backups = tmp_path / "backups"
    backups.mkdir(exist_ok=True)
    yesterday = datetime.now(UTC) - timedelta(days=1, minutes=1)
    for day in range(12):
        stamp = (yesterday - timedelta(days=day)).strftime("%Y%m%dT%H%M%S")
        (backups / f"hone-{stamp}-v1.db").write_bytes(b"")
    database = database_in(tmp_path)
    database.open()
    found = database.backups()
    assert len(found) == 10
    assert found[0].size_bytes > 0
    database.close()
    database.open()
    assert database.backups() == found
    database.close()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or sys.platform != "linux", reason="needs root to mount"
)
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this container may not mount")
    try:
        database = database_in(disk)
        written = 0
        with pytest.raises(HoneError, match="disk is full"):
            for number in range(2000):
                insert(database, number)
                written += 1
        assert written > 10
        assert ids(database) == {f"c{number}" for number in range(written)}
        database.close()
        reopened = database_in(disk)
        assert ids(reopened) == {f"c{number}" for number in range(written)}
        assert reopened.damage() == ""
        reopened.close()
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)  # lazy: also when a test failed


def test_conversations_of_the_first_version_are_read_and_backed_up(tmp_path: Path) -> None:
    old = database_in(tmp_path, MIGRATIONS[:1])
    insert(old, 1)
    old.close()
    new = database_in(tmp_path)
    store = ConversationStore(new)
    message = store.messages("c1")[0]
    assert (message.id, message.reasoning, message.tool_calls) == ("m1", "", ())
    assert [backup.version for backup in new.backups()] == [1]
    changed = msgspec.structs.replace(
        message, reasoning="because", tool_calls=(ToolCall("look", '{"at": 1}'),)
    )
    store.write_message(changed)
    assert store.messages("c1") == [changed]
    new.close()


def test_rows_of_the_first_version_are_saved_from_a_damaged_file(tmp_path: Path) -> None:
    old = database_in(tmp_path, MIGRATIONS[:1])
    for number in range(100):
        insert(old, number)
    old.close()
    path = tmp_path / "hone.db"
    content = bytearray(path.read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle : middle + 4096] = b"\x55" * 4096
    path.write_bytes(content)
    new = database_in(tmp_path)
    messages = [
        message
        for talk in ConversationStore(new).conversations()
        for message in ConversationStore(new).messages(talk.id)
    ]
    assert len(messages) > 50
    assert {(message.reasoning, message.tool_calls) for message in messages} == {("", ())}
    assert new.damage() == ""
    new.close()
