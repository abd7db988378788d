"""The library of data sets: versions are made beside, checked, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.data_changes import AnyChange, KeepPart, Mix, SplitRule
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import AS_FOUND, Reading, Report, Shape
from hone.errors import BadInput, HoneError
from hone.services.collected_rows import CollectedRows
from hone.services.data import DataService
from hone.services.data_shelf import DataShelf
from hone.services.source_state import state_of
from hone.services.version_making import Tell, VersionMaker, is_of
from hone.storage.atomic import write_whole
from hone.storage.data_sets import DataSetFolders
from hone.storage.paths import Paths

__all__ = ["DataSetService", "Tell"]


class DataSetService:
    """Data sets and their versions. Safe from any thread.

    Calls that write rows run in the inspector, may take minutes and are ended by `DataService.stop`; what
    was half written is removed. All raise BadInput about what the user gave.
    """

    def __init__(self, paths: Paths, data: DataService) -> None:
        self._folders = DataSetFolders(paths.data / "datasets")
        self._collected = CollectedRows(self._folders)
        self._maker = VersionMaker(data, self._folders)
        self._shelf = DataShelf(self._folders, self._collected)

    def all(self, trashed: bool = False) -> list[DataSet]:
        """Return the data sets, last changed first; those in the trash when `trashed`."""
        wanted = [each for each in self._shelf.all() if (each.trashed_at is not None) == trashed]
        return sorted(wanted, key=lambda each: each.changed_at, reverse=True)

    def get(self, data_set_id: str) -> DataSet:
        """Return one; raises BadInput when it is not there any more."""
        return self._shelf.get(data_set_id)

    def add(self, path: Path, reading: Reading = AS_FOUND, name: str = "") -> DataSet:
        """Take a file, folder or workbook up; it is referred to, not copied.

        A file that is known already gives its data set, with a new version when its bytes have changed.
        """
        path = Path(path).expanduser().absolute()
        known = self._shelf.known(path, reading.part)
        if known is not None:
            return self._again(known, reading)
        version = self._maker.look_at(path, reading)
        wanted = name.strip() or path.stem
        return self._shelf.create(wanted, DataOrigin.FILE, version, path)

    def take_up(
        self, path: Path, reading: Reading = AS_FOUND, name: str = "", tell: Tell | None = None
    ) -> DataSet:
        """Take a file up as `add` does, at once: who looks at its rows next tells `note_look`."""
        path = Path(path).expanduser().absolute()
        known = self._shelf.known(path, reading.part)
        if known is not None:
            return self._again(known, reading, tell)
        version = self._maker.glance_at(path, reading)
        return self._shelf.create(name.strip() or path.stem, DataOrigin.FILE, version, path)

    def note_look(self, data_set_id: str, number: int, report: Report) -> DataSet:
        """Fill in the rows and the hash of a version that was taken up before they were counted."""

        def noted(data_set: DataSet) -> DataSet:
            versions = tuple(
                self._maker.counted(each, report) if each.number == number and not each.counted else each
                for each in data_set.versions
            )
            return msgspec.structs.replace(data_set, versions=versions)

        return self._shelf.update(data_set_id, noted)

    def create(
        self, name: str, contents: Sequence[str], shape: Shape, origin: DataOrigin, note: str = ""
    ) -> DataSet:
        """Make a data set of rows that are given, each as JSON in the columns of `shape`."""
        with self._folders.making() as place:
            given = place / "given.jsonl"
            write_whole(given, "".join(f"{content}\n" for content in contents))
            made = place / "rows.jsonl"
            version = self._maker.write(given, Reading(format=shape), (), made)
            return self._shelf.create(name, origin, msgspec.structs.replace(version, note=note))

    def read_as(self, data_set_id: str, reading: Reading) -> DataSet:
        """Read the source in another way (shape, columns, part): a new version, with the mapping kept."""
        data_set = self._shelf.usable(data_set_id)
        is_file = data_set.origin is DataOrigin.FILE and data_set.source is not None
        first = data_set.versions[0]
        path = data_set.source if is_file and data_set.source else first.path
        looked = self._maker.look_at(path, reading)
        parent = 0 if is_file else first.number
        self._folders.seal(data_set_id, msgspec.structs.replace(looked, parent=parent))
        return self.get(data_set_id)

    def change(
        self, data_set_id: str, changes: Sequence[AnyChange], note: str = "", tell: Tell | None = None
    ) -> Version:
        """Make a new version of the one in use, and use it."""
        return self._maker.change(self._shelf.usable(data_set_id), changes, note, tell)

    def convert(self, data_set_id: str, shape: Shape, note: str = "", tell: Tell | None = None) -> Version:
        """Make a version of the one in use in another shape, and use it.

        Of preferences and judgements only the good replies are kept where the shape has no place for more.
        """
        return self._maker.convert(self._shelf.usable(data_set_id), shape, note, tell)

    def use(self, data_set_id: str, number: int) -> DataSet:
        """Go to another version; nothing is lost."""

        def use(data_set: DataSet) -> DataSet:
            if number not in {each.number for each in data_set.versions}:
                raise BadInput(
                    f"The data set {data_set.name!r} has no version {number}.",
                    hint="Choose one of its list of versions.",
                )
            return msgspec.structs.replace(data_set, current=number)

        return self._shelf.update(data_set_id, use)

    def take_fresh(self, data_set_id: str) -> Version:
        """Make a version that also has the rows that chats collected, or the file got, since the last one."""
        data_set = self._shelf.usable(data_set_id)
        if data_set.origin is DataOrigin.CHATS:
            fresh = self._collected.fresh(self._folders.get(data_set_id))
            return self._maker.take_collected(data_set, fresh)
        return self._maker.take_written(data_set)

    def split(self, data_set_id: str, split: SplitRule, tell: Tell | None = None) -> tuple[DataSet, DataSet]:
        """Make two data sets of the version in use: rows to train on, and rows held out."""
        data_set = self._shelf.usable(data_set_id)
        with self._folders.making() as place:
            parts = [
                self._maker.part_of(data_set, KeepPart(split=split, held_out=held_out), place, tell)
                for held_out in (False, True)
            ]
            train = self._shelf.create(f"{data_set.name} (training)", DataOrigin.MADE, parts[0])
            try:
                return train, self._shelf.create(f"{data_set.name} (held out)", DataOrigin.MADE, parts[1])
            except HoneError:
                self._folders.discard(train.id)
                raise

    def mix(self, mix: Mix, name: str, tell: Tell | None = None) -> DataSet:
        """Make a data set of rows of several."""
        if not mix.sources:
            raise BadInput("There is nothing to mix.", hint="Choose at least two data sets.")
        mix = msgspec.structs.replace(mix, sources=tuple(self._shelf.named(part) for part in mix.sources))
        first = mix.sources[0]
        with self._folders.making() as place:
            made = place / "rows.jsonl"
            version = self._maker.write(first.path, first.reading, (mix,), made, tell, mix.rows)
            return self._shelf.create(name, DataOrigin.MADE, version)

    def export(self, data_set_id: str, target: Path, shape: Shape, tell: Tell | None = None) -> int:
        """Write the version in use as a file and return its rows; the ending of `target` says which kind."""
        data_set = self._shelf.usable(data_set_id)
        target = Path(target).expanduser().absolute()
        own = {each.path.resolve() for each in data_set.versions}
        if target.resolve() in own or target.resolve().is_relative_to(self._folders.folder.resolve()):
            raise BadInput(
                f"{target} belongs to the data set itself and is never written over.",
                hint="Choose another name or folder.",
            )
        version = data_set.version
        self._maker.refuse_changed(version)
        return self._maker.write(version.path, version.reading, (), target, tell, version.rows, shape).rows

    def rename(self, data_set_id: str, name: str) -> DataSet:
        """Give another name; the folder stays."""
        if not name.strip():
            raise BadInput("A data set needs a name.", hint="Type at least one letter.")
        return self._shelf.update(data_set_id, lambda each: msgspec.structs.replace(each, name=name.strip()))

    def set_note(self, data_set_id: str, note: str) -> DataSet:
        """Keep a note."""
        return self._shelf.update(data_set_id, lambda each: msgspec.structs.replace(each, note=note))

    def trash(self, data_set_id: str) -> None:
        """Put into the trash; the user's own file stays where it is."""
        data_set = self._shelf.get(data_set_id)
        if data_set.trouble:
            self._folders.mark_trashed(data_set_id, trashed=True)
            return
        collected = data_set.origin is DataOrigin.CHATS
        source = self._collected.put_away(data_set) if collected else data_set.source
        now = datetime.now(UTC)
        self._shelf.update(
            data_set_id, lambda each: msgspec.structs.replace(each, trashed_at=now, source=source)
        )

    def restore(self, data_set_id: str) -> DataSet:
        """Take out of the trash again."""
        data_set = self._shelf.get(data_set_id)
        if data_set.trouble:
            return self._shelf.shown(self._folders.mark_trashed(data_set_id, trashed=False))
        collected = data_set.origin is DataOrigin.CHATS
        source = self._collected.bring_back(data_set) if collected else data_set.source
        return self._shelf.update(
            data_set_id, lambda each: msgspec.structs.replace(each, trashed_at=None, source=source)
        )

    def repair(self, data_set_id: str) -> DataSet:
        """Describe a damaged data set anew by its versions; what was damaged is kept beside."""
        return self._shelf.shown(self._folders.repair(data_set_id, AS_FOUND))

    def _again(self, known: DataSet, reading: Reading, tell: Tell | None = None) -> DataSet:
        """Show a data set whose file is added again: out of the trash, its file looked at again."""
        if known.trashed_at is not None:
            known = self.restore(known.id)
        if known.origin is not DataOrigin.FILE or known.source is None:
            return self.get(known.id)
        read = [each for each in known.versions if each.path == known.source]
        state = state_of(known.source)
        unread = not read or state is None or not is_of(read[-1], state)
        other = read and any(
            getattr(reading, name) not in (getattr(AS_FOUND, name), getattr(read[-1].reading, name))
            for name in ("format", "columns")
        )
        if unread and not other:
            reading = read[-1].reading if read else reading
        if unread or other:
            version = self._maker.look_at(known.source, reading, tell)
            self._maker.take_look(known, version, read[-1] if read else None)
        return self.get(known.id)
