"""Checked copies of the database: one before each migration, one a day, the newest kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hone.errors import HoneError
from hone.storage.atomic import cannot_write, replace, sync_folder
from hone.storage.sqlite_files import connect

KEPT = 10
_EVERY = timedelta(days=1)
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Backup:
    """A copy of the database: when it was made, and at which version of the tables."""

    path: Path
    made_at: datetime
    version: int
    size_bytes: int


class Backups:
    """Copies in one folder, named `hone-<UTC time>-v<version>.db`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def found(self) -> list[Backup]:
        """Return the copies, newest first."""
        found = [_backup(path) for path in self.folder.glob("hone-*-v*.db")]
        return sorted((each for each in found if each), key=lambda each: each.made_at, reverse=True)

    def is_due(self) -> bool:
        """Whether the newest copy is older than a day (or dated in the future, by a clock that jumped)."""
        found = self.found()
        if not found:
            return True
        age = datetime.now(UTC) - found[0].made_at
        return age >= _EVERY or age < timedelta(0)

    def make(self, source: sqlite3.Connection, version: int) -> Backup:
        """Copy through SQLite, check the copy, give it its name, and drop copies beyond the newest ten."""
        moment = datetime.now(UTC)
        target = self.folder / f"hone-{moment:{_TIME}}-v{version}.db"
        beside = target.with_suffix(".tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            _copy(source, beside)
            replace(beside, target)
            sync_folder(self.folder)
        except OSError as error:
            raise cannot_write(target, error) from error
        finally:
            beside.unlink(missing_ok=True)
        for old in self.found()[KEPT:]:
            old.path.unlink(missing_ok=True)
        return Backup(target, moment, version, target.stat().st_size)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with closing(connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise HoneError(
                f"The copy of the database at {target} is not sound.",
                hint="Check the disk; the database itself was not changed.",
            )


def _backup(path: Path) -> Backup | None:
    """Read a copy's name; None for a file that is named otherwise."""
    parts = path.stem.rsplit("-", 2)
    try:
        made_at = datetime.strptime(parts[1], _TIME).replace(tzinfo=UTC)
        return Backup(path, made_at, int(parts[2].removeprefix("v")), path.stat().st_size)
    except (ValueError, IndexError, FileNotFoundError):
        return None
