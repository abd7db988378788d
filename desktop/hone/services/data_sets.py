"""The library of data sets: versions are made beside, checked, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.change_words import describe
from hone.domain.data_changes import AnyChange, KeepPart, Mix, MixPart, SplitRule
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import AS_FOUND, Reading, Shape
from hone.errors import BadInput, HoneError
from hone.services.collected_rows import CollectedRows
from hone.services.data import DataService
from hone.services.source_state import state_of
from hone.services.version_making import Tell, VersionMaker, is_of
from hone.storage.atomic import write_whole
from hone.storage.data_set_files import Kept
from hone.storage.data_sets import DataSetFolders
from hone.storage.paths import Paths

__all__ = ["DataSetService", "Tell", "describe"]


class DataSetService:
    """Data sets and their versions. Safe from any thread.

    Calls that write rows run in the inspector, may take minutes and are ended by `DataService.stop`; what
    was half written is removed. All raise BadInput about what the user gave.
    """

    def __init__(self, paths: Paths, data: DataService) -> None:
        self._data = data
        self._folders = DataSetFolders(paths.data / "datasets")
        self._collected = CollectedRows(self._folders)
        self._maker = VersionMaker(data, self._folders)

    def all(self, trashed: bool = False) -> list[DataSet]:
        """Return the data sets, last changed first; those in the trash when `trashed`."""
        self._folders.tidy()
        found = self._folders.found()
        if self._collected.adopt(found):
            found = self._folders.found()
        shown = [self._shown(kept) for kept in found]
        wanted = [each for each in shown if (each.trashed_at is not None) == trashed]
        return sorted(wanted, key=lambda each: each.changed_at, reverse=True)

    def get(self, data_set_id: str) -> DataSet:
        """Return one; raises BadInput when it is not there any more."""
        return self._shown(self._folders.get(data_set_id))

    def add(self, path: Path, reading: Reading = AS_FOUND, name: str = "") -> DataSet:
        """Take a file, folder or workbook up; it is referred to, not copied.

        A file that is known already gives its data set, with a new version when its bytes have changed.
        """
        path = Path(path).expanduser().absolute()
        known = self._known(path, reading.part)
        if known is not None:
            return self._again(known, reading)
        version = self._maker.look_at(path, reading)
        data_set = DataSet(
            id="",
            name=name.strip() or self._free_name(path.stem),
            made_at=version.made_at,
            origin=DataOrigin.FILE,
            versions=(version,),
            current=1,
            source=path,
        )
        return self._shown(self._folders.create(Kept(data_set=data_set)))

    def create(
        self, name: str, contents: Sequence[str], shape: Shape, origin: DataOrigin, note: str = ""
    ) -> DataSet:
        """Make a data set of rows that are given, each as JSON in the columns of `shape`."""
        with self._folders.making() as place:
            given = place / "given.jsonl"
            write_whole(given, "".join(f"{content}\n" for content in contents))
            made = place / "rows.jsonl"
            version = self._maker.write(given, Reading(format=shape), (), made)
            return self._created(name, origin, msgspec.structs.replace(version, note=note))

    def read_as(self, data_set_id: str, reading: Reading) -> DataSet:
        """Read the source in another way (shape, columns, part): a new version, with the mapping kept."""
        data_set = self._usable(data_set_id)
        is_file = data_set.origin is DataOrigin.FILE and data_set.source is not None
        path = data_set.source if is_file and data_set.source else data_set.versions[0].path
        self._folders.seal(data_set_id, self._maker.look_at(path, reading))
        return self.get(data_set_id)

    def change(
        self, data_set_id: str, changes: Sequence[AnyChange], note: str = "", tell: Tell | None = None
    ) -> Version:
        """Make a new version of the one in use, and use it."""
        return self._maker.change(self._usable(data_set_id), changes, note, tell)

    def convert(self, data_set_id: str, shape: Shape, note: str = "", tell: Tell | None = None) -> Version:
        """Make a version of the one in use in another shape, and use it.

        Of preferences and judgements only the good replies are kept where the shape has no place for more.
        """
        return self._maker.convert(self._usable(data_set_id), shape, note, tell)

    def use(self, data_set_id: str, number: int) -> DataSet:
        """Go to another version; nothing is lost."""

        def use(data_set: DataSet) -> DataSet:
            if number not in {each.number for each in data_set.versions}:
                raise BadInput(
                    f"The data set {data_set.name!r} has no version {number}.",
                    hint="Choose one of its list of versions.",
                )
            return msgspec.structs.replace(data_set, current=number)

        return self._update(data_set_id, use)

    def take_fresh(self, data_set_id: str) -> Version:
        """Make a version that also has the rows that chats collected, or the file got, since the last one."""
        data_set = self._usable(data_set_id)
        if data_set.origin is DataOrigin.CHATS:
            fresh = self._collected.fresh(self._folders.get(data_set_id))
            return self._maker.take_collected(data_set, fresh)
        return self._maker.take_written(data_set)

    def split(self, data_set_id: str, split: SplitRule, tell: Tell | None = None) -> tuple[DataSet, DataSet]:
        """Make two data sets of the version in use: rows to train on, and rows held out."""
        data_set = self._usable(data_set_id)
        with self._folders.making() as place:
            parts = [
                self._maker.part_of(data_set, KeepPart(split=split, held_out=held_out), place, tell)
                for held_out in (False, True)
            ]
            train = self._created(f"{data_set.name} (training)", DataOrigin.MADE, parts[0])
            try:
                return train, self._created(f"{data_set.name} (held out)", DataOrigin.MADE, parts[1])
            except HoneError:
                self._folders.discard(train.id)
                raise

    def mix(self, mix: Mix, name: str, tell: Tell | None = None) -> DataSet:
        """Make a data set of rows of several."""
        if not mix.sources:
            raise BadInput("There is nothing to mix.", hint="Choose at least two data sets.")
        mix = msgspec.structs.replace(mix, sources=tuple(self._named(part) for part in mix.sources))
        first = mix.sources[0]
        with self._folders.making() as place:
            made = place / "rows.jsonl"
            version = self._maker.write(first.path, first.reading, (mix,), made, tell, mix.rows)
            return self._created(name, DataOrigin.MADE, version)

    def export(self, data_set_id: str, target: Path, shape: Shape, tell: Tell | None = None) -> int:
        """Write the version in use as a file and return its rows; the ending of `target` says which kind."""
        data_set = self._usable(data_set_id)
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
        return self._update(data_set_id, lambda each: msgspec.structs.replace(each, name=name.strip()))

    def set_note(self, data_set_id: str, note: str) -> DataSet:
        """Keep a note."""
        return self._update(data_set_id, lambda each: msgspec.structs.replace(each, note=note))

    def trash(self, data_set_id: str) -> None:
        """Put into the trash; the user's own file stays where it is."""
        data_set = self._usable(data_set_id)
        collected = data_set.origin is DataOrigin.CHATS
        source = self._collected.put_away(data_set) if collected else data_set.source
        now = datetime.now(UTC)
        self._update(data_set_id, lambda each: msgspec.structs.replace(each, trashed_at=now, source=source))

    def restore(self, data_set_id: str) -> DataSet:
        """Take out of the trash again."""
        data_set = self._usable(data_set_id)
        collected = data_set.origin is DataOrigin.CHATS
        source = self._collected.bring_back(data_set) if collected else data_set.source
        return self._update(
            data_set_id, lambda each: msgspec.structs.replace(each, trashed_at=None, source=source)
        )

    def repair(self, data_set_id: str) -> DataSet:
        """Describe a damaged data set anew by its versions; what was damaged is kept beside."""
        return self._shown(self._folders.repair(data_set_id, AS_FOUND))

    def _shown(self, kept: Kept) -> DataSet:
        """Return a data set as it stands now: fresh rows, and what became of its source."""
        data_set = kept.data_set
        if data_set.trouble:
            return data_set
        if self._folders.has_strays(data_set):
            kept = self._folders.take_up_strays(data_set.id)
            data_set = kept.data_set
        if data_set.origin is DataOrigin.CHATS:
            return msgspec.structs.replace(data_set, fresh_rows=self._collected.fresh_count(kept))
        if data_set.source is None:
            return data_set
        state = state_of(data_set.source)
        read = [each for each in data_set.versions if each.path == data_set.source]
        same = state is not None and bool(read) and is_of(read[-1], state)
        return msgspec.structs.replace(
            data_set, source_missing=state is None, source_changed=state is not None and not same
        )

    def _usable(self, data_set_id: str) -> DataSet:
        data_set = self.get(data_set_id)
        if data_set.trouble:
            raise BadInput(data_set.trouble, hint="It can be shown, but not changed.")
        return data_set

    def _update(self, data_set_id: str, change: Callable[[DataSet], DataSet]) -> DataSet:
        def changed(kept: Kept) -> Kept:
            return msgspec.structs.replace(kept, data_set=change(kept.data_set))

        return self._shown(self._folders.update(data_set_id, changed))

    def _created(self, name: str, origin: DataOrigin, version: Version) -> DataSet:
        data_set = DataSet(
            id="",
            name=self._free_name(name.strip() or origin.value),
            made_at=version.made_at,
            origin=origin,
            versions=(version,),
            current=1,
        )
        return self._shown(self._folders.create(Kept(data_set=data_set), version.path))

    def _named(self, part: MixPart) -> MixPart:
        """Name a part of a mix after its data set."""
        for kept in self._folders.found():
            if not part.name and part.path in {each.path for each in kept.data_set.versions}:
                return msgspec.structs.replace(part, name=kept.data_set.name)
        return part

    def _known(self, path: Path, part: str) -> DataSet | None:
        """Return the data set of a file, one that is not in the trash before others."""
        self._collected.adopt(self._folders.found())
        found = [
            kept.data_set
            for kept in self._folders.found()
            if not kept.data_set.trouble and _is_of_file(kept.data_set, path, part)
        ]
        return min(found, key=lambda each: each.trashed_at is not None, default=None)

    def _again(self, known: DataSet, reading: Reading) -> DataSet:
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
            version = self._maker.look_at(known.source, reading)
            self._maker.take_look(known, version, read[-1] if read else None)
        return self.get(known.id)

    def _free_name(self, name: str) -> str:
        """Vary a name that another data set has."""
        taken = {kept.data_set.name for kept in self._folders.found()}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} {number}"
        return free


def _is_of_file(data_set: DataSet, path: Path, part: str) -> bool:
    if data_set.source is None or data_set.source.resolve() != path.resolve():
        return False
    parts = {each.reading.part for each in data_set.versions if each.path == data_set.source}
    return not part or data_set.origin is not DataOrigin.FILE or part in parts
