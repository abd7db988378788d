"""How Hone opens SQLite files, and SQLite's errors in a person's words."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hone.errors import BadInput, HoneError

APPLICATION_ID = 0x486F6E65  # "Hone"

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A commit is on the disk when it returns: 4 ms for a message, and no power cut loses it.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
)


class NotOurs(Exception):
    """A sound SQLite file that some other program wrote."""


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """Open `path` in autocommit mode, with rows that know their columns' names."""
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    if read_only:
        return connection
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync=1")
        if version_of(connection) == 0:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of migrations that this database has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def stamp_of(connection: sqlite3.Connection) -> int:
    """Return the database's version, or raise NotOurs when another program wrote it."""
    version = version_of(connection)
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    is_empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if mark == APPLICATION_ID or is_empty:
        return version
    raise NotOurs


def is_damage(error: sqlite3.Error) -> bool:
    """Whether this error says that the file's content is broken."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about `path` into sentences with a next step."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise _explain(path, error) from error
    except UnicodeEncodeError as error:
        raise BadInput(
            "A text has broken characters (lone surrogates), so it cannot be kept.",
            hint="Write or paste it again.",
            detail=ascii(error.object[max(0, error.start - 40) : error.end + 40]),
        ) from error


def _explain(path: Path, error: sqlite3.Error) -> HoneError:
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return HoneError(
            f"The disk is full: {path} could not be written.",
            hint="Free some space and try again; what was saved before is unharmed.",
            detail=str(error),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return HoneError(
            f"{path} cannot be opened for writing.",
            hint="Check that the folder exists and that you may write to it.",
            detail=str(error),
        )
    if code == sqlite3.SQLITE_BUSY:
        return HoneError(
            f"{path} is in use by another program.",
            hint="Close the other Hone and try again.",
            detail=str(error),
        )
    if is_damage(error):
        return HoneError(
            f"{path} is damaged.",
            hint="Start Hone again: it keeps the damaged file, and saves what can be read.",
            detail=str(error),
        )
    return HoneError(
        f"{path} could not be read or written: {error}.",
        hint="Check that the disk works and has free space.",
        detail=str(error),
    )


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code, 0 when the error did not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
