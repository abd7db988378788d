"""The folder of data sets: each is there whole or not at all, and so is every version of it.

A version is written in a place of its own, then renamed to its number and listed in `dataset.json`; both
happen under a lock, so that window and command line may work at the same time.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from hone.domain.dataset_library import DataSet, Version
from hone.domain.datasets import Reading
from hone.domain.plan import slug
from hone.errors import BadInput
from hone.storage.atomic import cannot_read, cannot_write, replace, set_aside, sync_folder, write_whole
from hone.storage.data_set_files import (
    DESCRIPTION,
    TRASHED,
    VERSIONS,
    Kept,
    found_again,
    read_description,
    strays,
    sync_file,
    version_files,
    version_path,
    write_description,
)
from hone.storage.owner import Owner, this_process
from hone.storage.writer_lock import WriterLock

KEPT_IN_TRASH = timedelta(days=30)
_BEING_MADE = ".making"
_LOCK = ".library.lock"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
_LONGEST_SLUG = 50


class DataSetFolders:
    """All data sets below one folder. Safe from any thread and for two programs at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, tuple[tuple[int, ...], Kept]] = {}

    def found(self) -> list[Kept]:
        """Return all data sets, also those in the trash and those that cannot be read."""
        found = [self._look(name) for name in self._names()]
        return [kept for kept in found if (self.folder / kept.data_set.id).exists()]  # not removed meanwhile

    def get(self, data_set_id: str) -> Kept:
        """Return one; raises BadInput when it is not there."""
        if data_set_id not in self._names():
            raise BadInput(
                f"The data set {data_set_id!r} is not there any more.",
                hint="It was deleted, or its folder was moved. Look at the list of data sets.",
            )
        return self._look(data_set_id)

    def create(self, kept: Kept, made: Path | None = None, unless_source: Path | None = None) -> Kept:
        """Add a data set, whose id is chosen here; `made` becomes the file of its only version.

        When there is one already of the file `unless_source`, that is returned.
        """
        with self._held(), self.making() as place:
            if unless_source is not None:
                for other in self.found():
                    if other.data_set.source == unless_source and not other.data_set.trouble:
                        return other
            name = self._free_name(kept.data_set.name)
            inner = place / name
            target = version_path(inner, 1)
            self._make_folder(target.parent)
            data_set = msgspec.structs.replace(kept.data_set, id=name)
            if made is not None:
                version = _moved(made, target, data_set.version)
                data_set = msgspec.structs.replace(data_set, versions=(version,))
            write_description(inner, msgspec.structs.replace(kept, data_set=data_set))
            try:
                replace(inner, self.folder / name)
                sync_folder(self.folder)
            except OSError as error:
                raise cannot_write(self.folder / name, error) from error
            return self._look(name)

    def discard(self, data_set_id: str) -> None:
        """Delete a data set at once."""
        self._remove(data_set_id, lambda data_set: True)

    def update(self, data_set_id: str, change: Callable[[Kept], Kept]) -> Kept:
        """Change the description of a data set; raises BadInput when it cannot be read."""
        with self._held():
            kept = change(self._usable(data_set_id))
            write_description(self.folder / data_set_id, kept)
            return self._look(data_set_id)

    def seal(
        self,
        data_set_id: str,
        version: Version,
        made: Path | None = None,
        taken: tuple[str, ...] = (),
        use: bool = True,
    ) -> Version:
        """List a version, whose number is chosen here, and use it; `made` becomes its file.

        `taken` are names of collected rows that came in with it. When the disk is full, nothing changes.
        """
        with self._held():
            kept = self._usable(data_set_id)
            folder = self.folder / data_set_id
            number = max([*version_files(folder), *(each.number for each in kept.data_set.versions), 0]) + 1
            numbered = msgspec.structs.replace(version, number=number)
            if made is not None:
                target = version_path(folder, number)
                self._make_folder(target.parent)
                numbered = _moved(made, target, numbered)
            known = {**kept.taken, number: taken} if taken else kept.taken
            data_set = msgspec.structs.replace(
                kept.data_set,
                versions=(*kept.data_set.versions, numbered),
                current=number if use else kept.data_set.current,
            )
            try:
                write_description(folder, Kept(data_set=data_set, taken=known))
            except BaseException:
                if made is not None:
                    with contextlib.suppress(OSError):  # it is found again as a stray file
                        numbered.path.unlink()
                raise
            return numbered

    def mark_trashed(self, data_set_id: str, trashed: bool) -> Kept:
        """Put a data set whose description cannot be read into the trash, or take it out again."""
        with self._held():
            self.get(data_set_id)
            mark = self.folder / data_set_id / TRASHED
            if trashed:
                write_whole(mark, b"")
            else:
                mark.unlink(missing_ok=True)
            return self._look(data_set_id)

    def repair(self, data_set_id: str, reading: Reading) -> Kept:
        """Describe a data set anew by its version files; the damaged description is set aside.

        Raises BadInput when there is nothing to repair, or no version to do it with.
        """
        with self._held():
            kept = self.get(data_set_id)
            folder = self.folder / data_set_id
            files = version_files(folder)
            if not kept.is_damaged or not files:
                raise BadInput(
                    f"The data set {kept.data_set.name!r} cannot be repaired.",
                    hint="Only a damaged description with versions beside it can be made anew.",
                )
            versions = tuple(found_again(number, path, reading) for number, path in files.items())
            if (folder / DESCRIPTION).exists():
                set_aside(folder / DESCRIPTION)
            data_set = msgspec.structs.replace(
                kept.data_set, versions=versions, current=max(files), trouble=""
            )
            write_description(folder, Kept(data_set=data_set))
            return self._look(data_set_id)

    @contextmanager
    def making(self) -> Iterator[Path]:
        """Give an empty folder to write in; it is removed afterwards, or when its process has died."""
        owner = this_process()
        name = f"{owner.pid}-{owner.started:.3f}-{secrets.token_hex(6)}"
        place = self.folder / _BEING_MADE / name
        self._make_folder(place)
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def tidy(self, now: datetime | None = None) -> None:
        """Remove what killed processes left half written, and what was in the trash for 30 days."""
        for place in _children(self.folder / _BEING_MADE):
            if not _is_in_use(place.name):
                shutil.rmtree(place, ignore_errors=True)
        before = (now or datetime.now(UTC)) - KEPT_IN_TRASH
        for kept in self.found():
            if _is_old(kept.data_set, before):
                self._remove(kept.data_set.id, lambda data_set: _is_old(data_set, before))

    def take_up_strays(self, data_set_id: str) -> Kept:
        """List the version files of a data set that its description does not name."""
        with self._held():
            kept = self._usable(data_set_id)
            data_set = kept.data_set
            reading = Reading(format=data_set.version.reading.format)
            found = strays(self.folder / data_set_id, data_set)
            versions = (*data_set.versions, *(found_again(n, path, reading) for n, path in found.items()))
            ordered = tuple(sorted(versions, key=lambda each: each.number))
            changed = msgspec.structs.replace(data_set, versions=ordered)
            write_description(self.folder / data_set_id, msgspec.structs.replace(kept, data_set=changed))
            return self._look(data_set_id)

    def has_strays(self, data_set: DataSet) -> bool:
        """Whether there are version files that the description does not name."""
        return not data_set.trouble and bool(strays(self.folder / data_set.id, data_set))

    def _remove(self, name: str, is_meant: Callable[[DataSet], bool]) -> None:
        """Delete one that is still meant: out of sight at once, then piece by piece."""
        with self.making() as place:
            with self._held():
                if name not in self._names() or not is_meant(self._look(name).data_set):
                    return
                try:
                    replace(self.folder / name, place / name)
                    sync_folder(self.folder)
                except OSError as error:
                    raise cannot_write(self.folder / name, error) from error
            shutil.rmtree(place / name, ignore_errors=True)

    def _usable(self, data_set_id: str) -> Kept:
        kept = self.get(data_set_id)
        if kept.data_set.trouble:
            raise BadInput(kept.data_set.trouble, hint="It can be shown, but not changed.")
        return kept

    def _names(self) -> list[str]:
        found = (each for each in _children(self.folder) if not each.name.startswith("."))
        return [
            each.name for each in found if any((each / inner).exists() for inner in (DESCRIPTION, VERSIONS))
        ]

    def _look(self, name: str) -> Kept:
        """Read a description, unless it is the one read last."""
        state = _state(self.folder / name / DESCRIPTION)
        known = self._read.get(name)
        if known is not None and state is not None and known[0] == state:
            return known[1]
        kept = read_description(self.folder / name)
        if state is not None and not kept.data_set.trouble:
            self._read[name] = (state, kept)
        return kept

    def _free_name(self, name: str) -> str:
        wanted = slug(name)[:_LONGEST_SLUG].strip("-") if re.search(r"[a-z0-9]", name.lower()) else "data"
        if _RESERVED.fullmatch(wanted):
            wanted = f"{wanted}-data"
        taken = {each.name.lower() for each in _children(self.folder)}
        number, free = 1, wanted
        while free in taken:
            number += 1
            free = f"{wanted}-{number}"
        return free

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from error

    @contextmanager
    def _held(self) -> Iterator[None]:
        self._make_folder(self.folder)
        with WriterLock(self.folder / _LOCK, "the data sets").held():
            yield


def _moved(made: Path, target: Path, version: Version) -> Version:
    """Put a written file in its place for good, and say in the version where it is."""
    try:
        sync_file(made)
        replace(made, target)
        sync_folder(target.parent)
        state = target.stat()
    except OSError as error:
        raise cannot_write(target, error) from error
    return msgspec.structs.replace(
        version, path=target, size_bytes=state.st_size, written_ns=state.st_mtime_ns
    )


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot_read(folder, error) from error


def _state(path: Path) -> tuple[int, ...] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _is_old(data_set: DataSet, before: datetime) -> bool:
    return data_set.trashed_at is not None and data_set.trashed_at < before


def _is_in_use(name: str) -> bool:
    """Whether the process still runs that a place was made by."""
    pid, _, rest = name.partition("-")
    started = rest.rpartition("-")[0]
    try:
        return Owner(pid=int(pid), started=float(started)).is_alive()
    except ValueError:
        return False
