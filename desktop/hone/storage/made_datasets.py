"""Data sets made of conversations: JSON lines, appended so that a kill loses no row that was acknowledged."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from hone.domain.feedback import InstructionRow, MadeDataset, PreferenceRow, Row, RowKind
from hone.errors import BadInput
from hone.storage.atomic import cannot_read, cannot_write, replace, sync_folder, write_whole
from hone.storage.writer_lock import WriterLock

SUFFIX = ".jsonl"


class _Line(msgspec.Struct):
    """As much of a row as tells its kind, its name and what it says."""

    messages: msgspec.Raw = msgspec.Raw()
    prompt: msgspec.Raw = msgspec.Raw()
    chosen: msgspec.Raw = msgspec.Raw()
    rejected: msgspec.Raw = msgspec.Raw()
    provenance: dict[str, object] = {}

    @property
    def kind(self) -> RowKind:
        return RowKind.PREFERENCE if bytes(self.chosen) else RowKind.INSTRUCTION

    @property
    def content(self) -> tuple[object, ...]:
        """What makes two rows the same: the reply that they were made of, and what they say."""
        parts = (self.messages, self.prompt, self.chosen, self.rejected)
        said = tuple(bytes(part) for part in parts)
        return self.provenance.get("message_id"), self.provenance.get("rejected_id"), said


class Collected(msgspec.Struct, frozen=True):
    """One row as it stands in a file, and its name."""

    name: str
    line: bytes


class MadeDatasetFiles:
    """The folder with these data sets. Safe from any thread and for two programs at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def found(self) -> list[MadeDataset]:
        """Return the data sets, last written first."""
        paths = sorted(self.folder.glob(f"*{SUFFIX}"), key=_written_at, reverse=True)
        return [self._described(path) for path in paths]

    def path_of(self, name: str) -> Path:
        """Return the file of a data set by name."""
        return self.folder / f"{name}{SUFFIX}"

    def append(self, name: str, rows: Sequence[Row], twice: bool = False) -> tuple[MadeDataset, list[str]]:
        """Add rows and return the data set with the names of those that were added.

        Rows of the same message that say the same are left out unless `twice`. Raises BadInput when the data
        set holds rows of the other kind, and HoneError when the disk is full; then nothing was added.
        """
        path = self.path_of(name)
        with self._held():
            lines = _read(path)
            _refuse_mixing(name, lines, rows)
            known = set() if twice else {line.content for line in lines}
            fresh = [row for row in rows if twice or _line(row).content not in known]
            _append(path, b"".join(msgspec.json.encode(row) + b"\n" for row in fresh))
        return self._described(path), [row.provenance.row for row in fresh]

    def remove(self, name: str, rows: Sequence[str]) -> int:
        """Take rows out again by their names; return how many there were. An empty data set goes too."""
        path, gone = self.path_of(name), set(rows)
        with self._held():
            content = _content(path)
            kept = [line for line in content.splitlines(keepends=True) if _name_of(line) not in gone]
            removed = len(content.splitlines()) - len(kept)
            if not kept:
                path.unlink(missing_ok=True)
            elif removed:
                write_whole(path, b"".join(kept))
        return removed

    def move_away(self, path: Path, target: Path) -> None:
        """Move a data set's file to `target`, so that it is none of those in the folder any more."""
        with self._held():
            _move(path, target)

    def move_back(self, path: Path, name: str) -> Path:
        """Make a file that was moved away a data set again and return its place; a name in use is varied."""
        with self._held():
            number, target = 1, self.path_of(name)
            while target.exists():
                number += 1
                target = self.path_of(f"{name} {number}")
            _move(path, target)
            return target

    @contextmanager
    def _held(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        with WriterLock(self.folder / ".lock", "the data sets").held():
            yield

    def _described(self, path: Path) -> MadeDataset:
        lines = _read(path)
        kind = lines[0].kind if lines else None
        return MadeDataset(name=path.stem, path=path, rows=len(lines), kind=kind)


def collected(path: Path) -> list[Collected]:
    """Return the whole rows of a file with their names; a row without a name is known by what it says."""
    lines = (line.strip() for line in _content(path).splitlines())
    parsed = ((line, _parsed(line)) for line in lines if line)
    return [Collected(_name_in(row, line), line) for line, row in parsed if row is not None]


def kind_in(path: Path) -> RowKind | None:
    """Return the kind of a file's rows; None while it has none."""
    lines = _read(path)
    return lines[0].kind if lines else None


def _name_in(row: _Line, line: bytes) -> str:
    name = row.provenance.get("row")
    return name if isinstance(name, str) and name else f"said-{hashlib.sha256(line).hexdigest()[:16]}"


def _move(path: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace(path, target)
        sync_folder(target.parent)
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(target, error) from error


def _append(path: Path, data: bytes) -> None:
    """Write at the end and sync; a torn line that a crash left there is mended first."""
    if not data:
        return
    is_new = not path.exists()
    try:
        with path.open("r+b" if not is_new else "wb") as file:
            end = file.seek(0, os.SEEK_END)
            whole, closing = (end, b"") if is_new else _sound_end(path.read_bytes())
            file.truncate(whole)
            file.seek(whole)
            try:
                file.write(closing + data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(whole)
                raise
        if is_new:
            sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def _sound_end(content: bytes) -> tuple[int, bytes]:
    """Return where a file's whole lines end, and what closes the last one: a torn line is cut away."""
    if not content or content.endswith(b"\n"):
        return len(content), b""
    start = content.rfind(b"\n") + 1
    if _parsed(content[start:]) is not None:
        return len(content), b"\n"
    return start, b""


def _read(path: Path) -> list[_Line]:
    """Return the rows of a file; lines that are none are passed over."""
    found = (_parsed(line) for line in _content(path).splitlines() if line.strip())
    return [line for line in found if line is not None]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise cannot_read(path, error) from error


def _parsed(line: bytes) -> _Line | None:
    try:
        return msgspec.json.decode(line, type=_Line)
    except msgspec.MsgspecError:
        return None


def _line(row: Row) -> _Line:
    return msgspec.json.decode(msgspec.json.encode(row), type=_Line)


def _name_of(line: bytes) -> object:
    parsed = _parsed(line)
    return parsed.provenance.get("row") if parsed is not None else None


def _refuse_mixing(name: str, lines: Sequence[_Line], rows: Sequence[Row]) -> None:
    if not lines or not rows:
        return
    wanted = RowKind.PREFERENCE if isinstance(rows[0], PreferenceRow) else RowKind.INSTRUCTION
    assert all(isinstance(row, InstructionRow) == (wanted is RowKind.INSTRUCTION) for row in rows)
    if lines[0].kind is not wanted:
        raise BadInput(
            f"The data set {name!r} holds rows of another kind ({lines[0].kind.value}).",
            hint="Choose or name another data set: good replies and preferences are trained differently.",
        )


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
