"""One data set in its folder: its description as JSON, written whole, and the files of its versions."""

from __future__ import annotations

import hashlib
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.codec import decode_path
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import AS_FOUND, Reading
from hone.storage.atomic import cannot_read, sync_folder, write_whole

DESCRIPTION = "dataset.json"
VERSIONS = "versions"
TRASHED = "trashed"
"""A file that puts a data set into the trash whose description must not be touched."""
FORMAT = 1
_NEVER = datetime.fromtimestamp(0, UTC)
_VERSION_FILE = re.compile(r"(\d{4,9})\.jsonl")


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A data set with what only its own file needs.

    `taken` names, by the number of a version, the collected rows that came in with it; `is_damaged` when
    its description is no description any more, so that it may be made anew.
    """

    data_set: DataSet
    taken: dict[int, tuple[str, ...]] = {}
    is_damaged: bool = False

    @property
    def held(self) -> frozenset[str]:
        """The names of collected rows that came into the version in use, or into one that it was made of."""
        parents = {each.number: each.parent for each in self.data_set.versions}
        number, names, root = self.data_set.current, set[str](), 0
        while number in parents:
            names.update(self.taken.get(number, ()))
            number, root = parents.pop(number), number
        if root not in self.taken:  # nobody knows what it was made of
            names.update(name for each in self.taken.values() for name in each)
        return frozenset(names)


class _Head(msgspec.Struct):
    """As much of a description as tells whether it can be read."""

    format: int = 0


class _Description(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the file; paths of its own versions are relative to the folder."""

    format: int
    data_set: DataSet
    taken: dict[int, tuple[str, ...]] = {}


def version_path(folder: Path, number: int) -> Path:
    """Return the place of a version's file."""
    return folder / VERSIONS / f"{number:04d}.jsonl"


def version_files(folder: Path) -> dict[int, Path]:
    """Return the version files that are there, by number."""
    try:
        paths = sorted((folder / VERSIONS).iterdir())
    except OSError:
        return {}
    found = ((_VERSION_FILE.fullmatch(path.name), path) for path in paths)
    return {int(match[1]): path for match, path in found if match}


def write_description(folder: Path, kept: Kept) -> None:
    """Write the description whole; raises HoneError when the disk is full."""
    data_set = kept.data_set
    versions = (
        msgspec.structs.replace(each, path=_relative(each.path, folder)) for each in data_set.versions
    )
    told = msgspec.structs.replace(
        data_set,
        versions=tuple(versions),
        source=_relative(data_set.source, folder) if data_set.source is not None else None,
        fresh_rows=0,
        source_changed=False,
        source_missing=False,
        trouble="",
    )
    described = _Description(format=FORMAT, data_set=told, taken=kept.taken)
    text = msgspec.json.encode(described, enc_hook=_path_text)
    write_whole(folder / DESCRIPTION, msgspec.json.format(text, indent=1))


def read_description(folder: Path) -> Kept:
    """Read a data set; one that cannot be read has its `trouble` and the versions that were found."""
    path = folder / DESCRIPTION
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        trouble = f"The description {DESCRIPTION} of the data set in {folder} is missing."
        return _troubled(folder, trouble, is_damaged=True)
    except OSError as error:
        return _troubled(folder, cannot_read(path, error).message)
    try:
        head = msgspec.json.decode(content, type=_Head)
        if head.format > FORMAT:
            return _troubled(
                folder,
                f"The data set in {folder} was written by a newer Hone. Update Hone to use it; nothing of it "
                "was changed.",
            )
        described = msgspec.json.decode(content, type=_Description, dec_hook=decode_path)
        data_set = described.data_set
        if described.format < 1 or data_set.current not in {each.number for each in data_set.versions}:
            raise msgspec.ValidationError(f"the version in use, {data_set.current}, is not listed")
    except msgspec.MsgspecError as error:
        return _troubled(
            folder,
            f"The description {DESCRIPTION} of the data set in {folder} is damaged: {error}. "
            "Nothing of it was changed; its versions are in that folder.",
            is_damaged=True,
        )
    versions = tuple(
        msgspec.structs.replace(each, path=_absolute(each.path, folder)) for each in data_set.versions
    )
    source = _absolute(data_set.source, folder) if data_set.source is not None else None
    whole = msgspec.structs.replace(data_set, id=folder.name, versions=versions, source=source)
    return Kept(data_set=whole, taken=described.taken)


def strays(folder: Path, data_set: DataSet) -> dict[int, Path]:
    """Return version files that the description does not list: Hone was ended before it could."""
    listed = {each.number for each in data_set.versions}
    return {number: path for number, path in version_files(folder).items() if number not in listed}


def found_again(number: int, path: Path, reading: Reading) -> Version:
    """Describe a version file by reading it: its rows and its digest."""
    digest, rows = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(2**20):
                digest.update(chunk)
                rows += chunk.count(b"\n")
        state = path.stat()
    except OSError as error:
        raise cannot_read(path, error) from error
    return Version(
        number=number,
        made_at=datetime.fromtimestamp(state.st_mtime, UTC),
        path=path,
        reading=reading,
        rows=rows,
        sha256=digest.hexdigest(),
        remarks=("Hone was ended before it could note how this version was made.",),
        size_bytes=state.st_size,
        written_ns=state.st_mtime_ns,
    )


def sync_file(path: Path) -> None:
    """Make a file durable that another process wrote."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


def _troubled(folder: Path, trouble: str, is_damaged: bool = False) -> Kept:
    files = version_files(folder)
    versions = tuple(
        Version(
            number=number, made_at=_time_of(path) or _NEVER, path=path, reading=AS_FOUND, rows=0, sha256=""
        )
        for number, path in files.items()
    )
    moment = versions[0].made_at if versions else _time_of(folder) or _NEVER
    return Kept(
        data_set=DataSet(
            id=folder.name,
            name=folder.name,
            made_at=moment,
            origin=DataOrigin.MADE,
            versions=versions,
            current=max(files, default=0),
            trashed_at=_time_of(folder / TRASHED),
            trouble=trouble,
        ),
        is_damaged=is_damaged,
    )


def _time_of(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _relative(path: Path, folder: Path) -> Path:
    """Name a path from the data set's folder when it stands there, or beside it, so that both may move."""
    if path.is_relative_to(folder):
        return path.relative_to(folder)
    return Path("..") / path.name if path.parent == folder.parent else path


def _absolute(path: Path, folder: Path) -> Path:
    if path.is_absolute():
        return path
    return folder.parent / path.name if path.parts[:1] == ("..",) else folder / path


def _path_text(value: object) -> str:
    if isinstance(value, Path):
        return value.as_posix() if not value.is_absolute() else str(value)
    raise TypeError(f"{type(value).__name__} has no place in {DESCRIPTION}")
