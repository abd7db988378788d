"""What the table shows of each run, remembered, so that only folders that changed are read again.

The runs themselves are their folders; this file is made from them and may be deleted at any time.
"""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

import msgspec

from hone.domain.codec import decode_path
from hone.domain.run_table import RunRow, RunSize
from hone.domain.runs import RunState
from hone.errors import HoneError
from hone.storage.atomic import write_whole
from hone.storage.run_folders import RunFolders

_FORMAT = 1
_WATCHED = (
    "run.json",
    "plan.toml",
    "outcome.json",
    "owner.json",
    "metrics.jsonl",
    "note.txt",
    "adapter/adapter_config.json",
)
_OWNER = _WATCHED.index("owner.json")
_log = logging.getLogger(__name__)

Stamp = tuple[tuple[int, int, int], ...]


class _Remembered(msgspec.Struct, frozen=True):
    stamp: Stamp
    row: RunRow


class _Kept(msgspec.Struct, frozen=True):
    format: int
    root: str
    runs: dict[str, _Remembered]


class RunIndex:
    """Rows of all runs below `root`. Safe from any thread."""

    def __init__(self, folders: RunFolders, root: Path, remembered_at: Path) -> None:
        self._folders = folders
        self._root = root
        self._file = remembered_at
        self._lock = threading.Lock()
        self._known: dict[str, _Remembered] | None = None

    def rows(self) -> list[RunRow]:
        """Return a row for every run that can be read, the newest first."""
        with self._lock:
            known = self._load() if self._known is None else self._known
            found: dict[str, _Remembered] = {}
            for run_id in self._ids():
                fresh = self._look(run_id, known.get(run_id))
                if fresh is not None:
                    found[run_id] = fresh
            changed = found.keys() != known.keys() or any(found[each] is not known[each] for each in found)
            self._known = found
            if changed:
                self._save(found)
        return sorted(
            (each.row for each in found.values()), key=lambda row: (row.created_at, row.id), reverse=True
        )

    def _ids(self) -> list[str]:
        try:
            with os.scandir(self._root) as entries:
                return [entry.name for entry in entries if entry.is_dir()]
        except FileNotFoundError:
            return []

    def _look(self, run_id: str, known: _Remembered | None) -> _Remembered | None:
        """Return what is remembered of a run, or read it; None for what is no run.

        A run with an owner is always read: whether that process lives is written in no file.
        """
        stamp = _stamp(self._root / run_id)
        if stamp is None:
            return None
        if known is not None and known.stamp == stamp and not any(stamp[_OWNER]):
            return known
        try:
            return _Remembered(stamp, self._read(run_id, stamp))
        except HoneError as error:
            _log.warning("%s is not listed: %s", self._root / run_id, error.message)
            return None

    def _read(self, run_id: str, stamp: Stamp) -> RunRow:
        run, record = self._folders.read(run_id), self._folders.record(run_id)
        return RunRow(
            id=run.id,
            name=run.name,
            state=run.state,
            folder=run.folder,
            created_at=run.created_at,
            base=record.base_name or run.plan.base.model.name,
            base_path=run.plan.base.model,
            data=run.plan.data.train.name,
            data_path=run.plan.data.train,
            method=run.plan.method.name,
            step=run.step,
            steps=run.steps,
            best=run.best,
            untrained=run.base,
            seconds=run.seconds,
            problem=run.problem if run.state is not RunState.FINISHED else "",
            note=self._folders.note(run_id),
            has_adapter=run.adapter is not None,
            changed_ns=max(each[0] for each in stamp),
        )

    def _load(self) -> dict[str, _Remembered]:
        """Return what was remembered; nothing when the file is of another Hone, another home, or damaged."""
        try:
            kept = msgspec.msgpack.decode(self._file.read_bytes(), type=_Kept, dec_hook=decode_path)
        except (OSError, msgspec.MsgspecError):
            return {}
        return kept.runs if (kept.format, kept.root) == (_FORMAT, str(self._root)) else {}

    def _save(self, found: dict[str, _Remembered]) -> None:
        try:
            kept = _Kept(format=_FORMAT, root=str(self._root), runs=found)
            write_whole(self._file, msgspec.msgpack.encode(kept, enc_hook=str))
        except HoneError as error:  # it is only read faster with it
            _log.warning("%s", error.message)


def size_of(folder: Path) -> RunSize:
    """Count what a run's folder takes on the disk; what goes away meanwhile is not counted."""
    total = adapter = checkpoints = 0
    for place, folders, files in os.walk(folder):
        for name in files:
            try:
                size = Path(place, name).lstat().st_size
            except OSError:
                continue
            total += size
            if Path(place) == folder / "adapter":
                adapter += size
        if Path(place) == folder / "checkpoints":
            checkpoints = len([each for each in folders if not each.startswith(".")])
    return RunSize(run_id=folder.name, disk_bytes=total, adapter_bytes=adapter, checkpoints=checkpoints)


def _stamp(folder: Path) -> Stamp | None:
    """Return time, size and inode of the files that a row is made of; None without a run.json."""
    stamp = []
    for name in _WATCHED:
        try:
            found = Path(folder, name).stat()
            stamp.append((found.st_mtime_ns, found.st_size, found.st_ino))
        except OSError:
            stamp.append((0, 0, 0))
    return tuple(stamp) if any(stamp[0]) else None
