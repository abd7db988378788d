"""Making versions of data sets: looking at a file, having rows rewritten, taking up rows that came since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.data_changes import AnyChange, AppendRows, KeepPart
from hone.domain.dataset_library import DataSet, Version
from hone.domain.datasets import Reading, Report
from hone.errors import BadInput
from hone.services.data import DataService
from hone.services.source_state import SourceState, digest_of, state_of
from hone.storage.atomic import write_whole
from hone.storage.data_set_files import Kept
from hone.storage.data_sets import DataSetFolders
from hone.storage.made_datasets import Collected

Tell = Callable[[int, int], None]
"""Hears how many rows are done, and of how many (0: not known)."""


class VersionMaker:
    """Has the inspector write versions, and seals them. Safe from any thread."""

    def __init__(self, data: DataService, folders: DataSetFolders) -> None:
        self._data = data
        self._folders = folders

    def glance_at(self, path: Path, reading: Reading) -> Version:
        """Describe a file by its first rows: they are not counted yet, and it has no hash.

        A file whose first rows do not tell what it holds is read through.
        """
        state = state_of(path)
        found = self._data.columns(path, reading).reading
        if state is None or not found.format:
            return self.look_at(path, reading)
        return Version(
            number=1,
            made_at=datetime.now(UTC),
            path=path,
            reading=found,
            rows=0,
            sha256="",
            size_bytes=state.size_bytes,
            written_ns=state.written_ns,
        )

    def counted(self, version: Version, report: Report) -> Version:
        """Fill in what a file that was glanced at turned out to hold."""
        state = state_of(version.path)
        if state is None or not is_of(version, state):
            raise _written_to(version.path)
        return msgspec.structs.replace(
            version, reading=report.reading, rows=report.rows, sha256=report.sha256
        )

    def look_at(self, path: Path, reading: Reading, tell: Tell | None = None) -> Version:
        """Read a file through and describe it as a version, which is not kept yet."""
        before = state_of(path)
        report = self._data.inspect(path, reading, tell=tell)
        if state_of(path) != before:
            raise _written_to(path)
        state = before or SourceState()
        return Version(
            number=1,
            made_at=datetime.now(UTC),
            path=path,
            reading=report.reading,
            rows=report.rows,
            sha256=report.sha256,
            size_bytes=state.size_bytes,
            written_ns=state.written_ns,
        )

    def write(
        self,
        path: Path,
        reading: Reading,
        changes: Sequence[AnyChange],
        target: Path,
        tell: Tell | None = None,
        total: int = 0,
        shape: str = "",
    ) -> Version:
        """Have rows written as `target` and describe them as a version, which is not kept yet."""
        written = self._data.rewrite(path, target, reading, changes, shape, _with_total(tell, total))
        return Version(
            number=1,
            made_at=datetime.now(UTC),
            path=target,
            reading=written.reading,
            rows=written.rows,
            sha256=written.sha256,
            changes=tuple(changes),
            left_out=written.left_out,
            remarks=written.remarks,
        )

    def change(
        self, data_set: DataSet, changes: Sequence[AnyChange], note: str = "", tell: Tell | None = None
    ) -> Version:
        """Make a version of the one in use, and use it."""
        with self._folders.making() as place:
            version = self._of_parent(data_set.version, changes, place / "rows.jsonl", tell)
            return self._folders.seal(data_set.id, msgspec.structs.replace(version, note=note), version.path)

    def convert(self, data_set: DataSet, shape: str, note: str, tell: Tell | None = None) -> Version:
        """Make a version of the one in use in another shape, and use it."""
        with self._folders.making() as place:
            version = self._of_parent(data_set.version, (), place / "rows.jsonl", tell, shape)
            return self._folders.seal(data_set.id, msgspec.structs.replace(version, note=note), version.path)

    def part_of(self, data_set: DataSet, part: KeepPart, place: Path, tell: Tell | None = None) -> Version:
        """Write one side of a split as the first version of a data set of its own."""
        parent = data_set.version
        target = place / ("held_out.jsonl" if part.held_out else "training.jsonl")
        version = self._of_parent(parent, (part,), target, tell)
        remark = f"Made of version {parent.number} of {data_set.name}."
        return msgspec.structs.replace(version, parent=0, remarks=(remark, *version.remarks))

    def take_collected(self, data_set: DataSet, fresh: Sequence[Collected]) -> Version:
        """Add rows that chats collected at the end of the version in use."""
        if not fresh:
            raise BadInput(
                f"There are no new rows for {data_set.name!r}.",
                hint="Add replies to it on the Chat page first.",
            )
        with self._folders.making() as place:
            carrier = place / "fresh.jsonl"
            write_whole(carrier, b"".join(row.line + b"\n" for row in fresh))
            added = AppendRows(path=carrier, of="chats")
            version = self._of_parent(data_set.version, (added,), place / "rows.jsonl", None)
            told = msgspec.structs.replace(added, path=data_set.source or carrier)
            version = msgspec.structs.replace(version, changes=(told,))
            taken = tuple(dict.fromkeys(row.name for row in fresh))
            return self._folders.seal(data_set.id, version, version.path, taken)

    def take_written(self, data_set: DataSet) -> Version:
        """Take up what the user's file got since it was read last.

        Rows that stand after those that are known go to the end of the version in use; a file that was
        changed elsewhere, or whose own version is in use, becomes a version as it is.
        """
        source = data_set.source
        state = state_of(source) if source is not None else None
        read = [each for each in data_set.versions if each.path == source]
        if source is None or state is None or not read:
            raise BadInput(
                f"The file of {data_set.name!r} is not there: {source}."
                if source is not None
                else f"The data set {data_set.name!r} has no file that could get new rows.",
                hint="Put it back, or add another file.",
            )
        looked, last = self.look_at(source, read[-1].reading), read[-1]
        if looked.sha256 == last.sha256:
            raise BadInput(
                f"{source.name} holds the same rows as before.", hint="There is nothing to take over."
            )
        if data_set.version.path == source or not _only_grew(source, last, looked):
            return self._folders.seal(data_set.id, looked)
        added = AppendRows(path=source, reading=last.reading, after=last.rows)
        with self._folders.making() as place:
            version = self._of_parent(data_set.version, (added,), place / "rows.jsonl", None)
            self._folders.seal(data_set.id, looked, use=False)
            return self._folders.seal(data_set.id, version, version.path)

    def take_look(self, data_set: DataSet, looked: Version, last: Version | None) -> None:
        """Keep how a file was found now, when it is another than before or read in another way."""
        if last is None or (looked.sha256, looked.reading) != (last.sha256, last.reading):
            self._folders.seal(data_set.id, looked)
            return
        state = {"size_bytes": looked.size_bytes, "written_ns": looked.written_ns}
        same = last.number

        def noted(kept: Kept) -> Kept:
            versions = tuple(
                msgspec.structs.replace(each, **state) if each.number == same else each
                for each in kept.data_set.versions
            )
            return msgspec.structs.replace(
                kept, data_set=msgspec.structs.replace(kept.data_set, versions=versions)
            )

        self._folders.update(data_set.id, noted)

    def refuse_changed(self, version: Version) -> None:
        """Raise BadInput when a version's file is gone, or is another than when it was read."""
        state = state_of(version.path)
        if state is None:
            raise BadInput(
                f"The file of version {version.number} is not there: {version.path}.",
                hint="Put it back, or go to another version.",
            )
        if is_of(version, state) or (version.path.is_file() and digest_of(version.path) == version.sha256):
            return
        raise BadInput(
            f"{version.path} was changed since version {version.number} was made of it.",
            hint="Take the file over as it is now, then make the change.",
        )

    def _of_parent(
        self,
        parent: Version,
        changes: Sequence[AnyChange],
        target: Path,
        tell: Tell | None,
        shape: str = "",
    ) -> Version:
        self.refuse_changed(parent)
        version = self.write(parent.path, parent.reading, changes, target, tell, parent.rows, shape)
        state = state_of(parent.path)
        if state is None or not is_of(parent, state):
            self.refuse_changed(parent)
        return msgspec.structs.replace(version, parent=parent.number)


def is_of(version: Version, state: SourceState) -> bool:
    """Whether a file looks as it did when a version was made of it."""
    return (version.size_bytes, version.written_ns) == (state.size_bytes, state.written_ns)


def _only_grew(source: Path, before: Version, now: Version) -> bool:
    """Whether a file's earlier bytes are all still there, with rows after them."""
    if not source.is_file() or now.rows <= before.rows or now.size_bytes <= before.size_bytes:
        return False
    return digest_of(source, before.size_bytes) == before.sha256


def _with_total(tell: Tell | None, total: int) -> Tell | None:
    """Let a listener hear of how many rows, when only the caller knows."""
    if tell is None:
        return None
    return lambda done, of: tell(done, of or total)


def _written_to(path: Path) -> BadInput:
    return BadInput(
        f"{path.name} was written to while it was read.",
        hint="Wait until the program that writes it is done, and try again.",
    )
