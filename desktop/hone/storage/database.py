"""The database: SQLite in WAL mode, one connection, every commit synced, never silently empty."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from hone.errors import HoneError
from hone.storage.atomic import cannot_write, replace, set_aside
from hone.storage.backups import Backup, Backups
from hone.storage.migrations import MIGRATIONS
from hone.storage.salvage import salvage
from hone.storage.sqlite_files import NotOurs, connect, explained, is_damage, stamp_of, version_of
from hone.storage.writer_lock import WriterLock

Value = str | int | float | bytes | None


class Database:
    """Opened at its first use; safe from any thread.

    A damaged file is renamed to `.corrupt-<time>`, what can be read of it goes into a new one, and
    `notice` tells the user; a file of a newer Hone is refused and left as it is.
    """

    def __init__(self, path: Path, backups: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
        self.path = path
        self.notice = ""
        self._backups = Backups(backups)
        self._migrations = migrations
        self._lock = threading.RLock()
        self._writer = WriterLock(path.with_name(path.name + ".lock"))
        self._connection: sqlite3.Connection | None = None

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """Return all rows of one SELECT."""
        with self._lock, explained(self.path):
            return self._opened().execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction: on return everything is on the disk, or nothing is.

        Raises HoneError when it cannot be committed, for example because the disk is full.
        """
        with self._lock, explained(self.path):
            connection = self._opened()
            with self._writer.held():
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")

    def open(self) -> None:
        """Open the database now instead of at its first use."""
        with self._lock, explained(self.path):
            self._opened()

    def close(self) -> None:
        """Close the database; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                with self._writer.held():
                    self._connection.close()
                self._connection = None

    def damage(self) -> str:
        """Check every page; return what is wrong, empty when nothing is."""
        with self._lock, explained(self.path):
            rows = self._opened().execute("PRAGMA integrity_check(5)").fetchall()
        found = "; ".join(str(row[0]) for row in rows)
        return "" if found == "ok" else found

    def backups(self) -> list[Backup]:
        """Return the copies that can be restored, newest first."""
        return self._backups.found()

    def back_up(self) -> Backup:
        """Copy the database to the backups and check the copy."""
        with self._lock, explained(self.path):
            return self._backups.make(self._opened(), version_of(self._opened()))

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the database; the present file is kept as `.replaced-<time>`."""
        with self._lock, explained(self.path):
            self.close()
            fresh = self.path.with_name(self.path.name + ".restoring")
            fresh.unlink(missing_ok=True)
            with closing(connect(backup, read_only=True)) as source, closing(connect(fresh)) as target:
                source.backup(target)
            if self.path.exists():
                _set_database_aside(self.path, "replaced")
            replace(fresh, self.path)
            self._opened()
            self.notice = ""

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            with self._writer.held():
                self._connection = self._open()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        damaged = self._set_damaged_aside()
        is_new = not self.path.exists()
        connection = connect(self.path)
        try:
            self._migrate(connection)
            if damaged is not None:
                self.notice = self._account_of_damage(damaged, salvage(damaged, connection))
            elif is_new and self._backups.found():
                self.notice = self._account_of_loss()
            else:
                self._back_up_daily(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_damaged_aside(self) -> Path | None:
        """Look at the file without writing to it; rename it when it is no sound database of ours."""
        if not self.path.exists():
            return None
        if self.path.stat().st_size == 0 and not self._backups.found():
            return None
        try:
            with closing(connect(self.path, read_only=True)) as probe:
                version = stamp_of(probe)
                found = probe.execute("PRAGMA quick_check(1)").fetchone()[0]
        except (sqlite3.DatabaseError, NotOurs) as error:
            if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
                raise
            return _set_database_aside(self.path, "corrupt")
        if version > len(self._migrations):
            raise self._too_new(version)
        return None if found == "ok" else _set_database_aside(self.path, "corrupt")

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring the schema up to date in one transaction, after a checked backup."""
        version = version_of(connection)
        if version == len(self._migrations):
            return
        if version:
            self._backups.make(connection, version)
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN EXCLUSIVE")
        try:
            for number in range(version, len(self._migrations)):
                for statement in self._migrations[number]:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version={len(self._migrations)}")
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise HoneError(
                    f"{self.path} could not be brought up to date: its tables would not fit together.",
                    hint=f"Nothing was changed. A copy is in {self._backups.folder}.",
                )
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys=ON")

    def _back_up_daily(self, connection: sqlite3.Connection) -> None:
        """Keep yesterday's state; a backup that fails is told, and does not keep the program from working."""
        if not self._backups.is_due() or not connection.execute("SELECT 1 FROM conversations").fetchone():
            return
        try:
            self._backups.make(connection, version_of(connection))
        except (OSError, sqlite3.Error) as error:
            self.notice = f"The daily backup of the conversations could not be written: {error}."

    def _account_of_damage(self, damaged: Path, saved: int) -> str:
        return (
            f"The conversations' database was damaged. {saved} messages could be read from it and are here; "
            f"the damaged file is kept as {damaged}. {self._account_of_backups()}"
        )

    def _account_of_loss(self) -> str:
        return f"The conversations' database {self.path} is gone. {self._account_of_backups()}"

    def _account_of_backups(self) -> str:
        found = self._backups.found()
        if not found:
            return "There is no backup."
        return f"{len(found)} backups can be restored, the newest of {found[0].made_at:%Y-%m-%d %H:%M} UTC."

    def _too_new(self, version: int) -> HoneError:
        return HoneError(
            f"{self.path} was written by a newer Hone (version {version} of its tables, "
            f"this one knows {len(self._migrations)}).",
            hint="Install the newer Hone again, or restore a backup. The file was left as it is.",
        )


def _set_database_aside(path: Path, why: str) -> Path:
    """Rename a database with its log of recent changes, which belongs to it; the index is made again."""
    try:
        target = set_aside(path, why)
        log = path.with_name(path.name + "-wal")
        if log.exists():
            replace(log, target.with_name(target.name + "-wal"))
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    return target
