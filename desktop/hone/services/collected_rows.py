"""Rows that chats collect, as data sets: each file of them is one, and its rows are known by their names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import Reading, Shape
from hone.domain.feedback import RowKind
from hone.services.source_state import digest_of
from hone.storage.atomic import write_whole
from hone.storage.data_set_files import Kept
from hone.storage.data_sets import DataSetFolders
from hone.storage.made_datasets import Collected, MadeDatasetFiles, collected, kind_in

_PUT_AWAY = "collected"


class CollectedRows:
    """Takes files of collected rows up into the library. Safe from any thread."""

    def __init__(self, folders: DataSetFolders) -> None:
        self._folders = folders
        self._files = MadeDatasetFiles(folders.folder)
        self._counts: dict[tuple[Path, int, int, int], int] = {}

    def adopt(self, known: list[Kept]) -> bool:
        """Make data sets of files that are none yet, and tell whether there were any."""
        sources = {kept.data_set.source for kept in known}
        fresh = [each for each in self._files.found() if each.rows and each.path not in sources]
        for each in fresh:
            self._adopt_file(each.path)
        return bool(fresh)

    def fresh(self, kept: Kept) -> list[Collected]:
        """Return the rows of a data set's file that are not in the version in use, as they were collected."""
        source = self._source_of(kept.data_set)
        held = kept.held
        return [row for row in collected(source) if row.name not in held] if source is not None else []

    def fresh_count(self, kept: Kept) -> int:
        """Count them; remembered until the file or the data set changes."""
        source = self._source_of(kept.data_set)
        if source is None:
            return 0
        try:
            state = source.stat()
        except OSError:
            return 0
        key = (source, state.st_mtime_ns, state.st_size, kept.data_set.current)
        if key not in self._counts:
            self._counts = {old: count for old, count in self._counts.items() if old[0] != source}
            self._counts[key] = len(self.fresh(kept))
        return self._counts[key]

    def put_away(self, data_set: DataSet) -> Path | None:
        """Move the file of a data set into its folder, so that chats begin another; return its place."""
        source = data_set.source
        if source is None or not source.exists():
            return self._source_of(data_set)
        target = self._folders.folder / data_set.id / _PUT_AWAY / source.name
        if source != target:
            self._files.move_away(source, target)
        return target

    def bring_back(self, data_set: DataSet) -> Path | None:
        """Undo `put_away`; when chats began another file of that name, it gets another name."""
        place = self._put_away_file(data_set)
        return self._files.move_back(place, place.stem) if place is not None else data_set.source

    def reading_of(self, path: Path) -> Reading:
        """Return how collected rows are read."""
        kind = kind_in(path)
        return Reading(format=Shape.PREFERENCE if kind is RowKind.PREFERENCE else Shape.MESSAGES)

    def _source_of(self, data_set: DataSet) -> Path | None:
        """Return the file of a data set, also when Hone was ended while it was moved."""
        if data_set.origin is not DataOrigin.CHATS:
            return None
        return self._put_away_file(data_set) or data_set.source

    def _put_away_file(self, data_set: DataSet) -> Path | None:
        folder = self._folders.folder / data_set.id / _PUT_AWAY
        return next(iter(sorted(folder.glob("*.jsonl"))), None)

    def _adopt_file(self, path: Path) -> None:
        """Make the first version of the rows that are there now."""
        rows = collected(path)
        now = datetime.now(UTC)
        with self._folders.making() as place:
            target = place / "rows.jsonl"
            write_whole(target, b"".join(row.line + b"\n" for row in rows))
            version = Version(
                number=1,
                made_at=now,
                path=target,
                reading=self.reading_of(path),
                rows=len(rows),
                sha256=digest_of(target),
            )
            data_set = DataSet(
                id="",
                name=path.stem,
                made_at=now,
                origin=DataOrigin.CHATS,
                versions=(version,),
                current=1,
                source=path,
            )
            kept = Kept(data_set=data_set, taken={1: tuple(dict.fromkeys(row.name for row in rows))})
            self._folders.create(kept, target, unless_source=path)
