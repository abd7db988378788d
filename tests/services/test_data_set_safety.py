"""What is kept of data sets when they are deleted, damaged, moved, or written by two at once."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tests.services.library_in_process import files, library_in, write_rows

from hone.domain.data_changes import (
    DropRows,
    Sample,
)
from hone.errors import BadInput, HoneError
from hone.services.data_sets import DataSetService
from hone.storage.data_set_files import read_description, write_description
from hone.storage.data_sets import DataSetFolders


def test_trash_is_undone_and_emptied_after_thirty_days(
    library: DataSetService, source: Path, home: Path
) -> None:
    made = library.add(source)
    library.change(made.id, [DropRows(rows=(1,))])
    library.trash(made.id)
    assert library.all() == []
    assert [each.id for each in library.all(trashed=True)] == [made.id]
    restored = library.restore(made.id)
    assert (restored.trashed_at, restored.current) == (None, 2)
    library.trash(made.id)
    assert library.add(source).trashed_at is None
    library.trash(made.id)
    folders = DataSetFolders(home / "datasets")
    folders.tidy(datetime.now(UTC) + timedelta(days=29))
    assert len(library.all(trashed=True)) == 1
    folders.tidy(datetime.now(UTC) + timedelta(days=31))
    assert library.all(trashed=True) == []
    assert files(home / "datasets") == []
    assert source.exists()
    with pytest.raises(BadInput, match="not there any more"):
        library.get(made.id)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "damaged"),
        ("", "damaged"),
        ('{"format": 1}', "damaged"),
        ('{"format": 0, "data_set": {}}', "damaged"),
        ('{"format": 7, "whatever": true}', "newer Hone"),
        (None, "missing"),
    ],
)
def test_damaged_or_newer_description_is_shown_and_never_overwritten(
    library: DataSetService, source: Path, home: Path, text: str | None, said: str
) -> None:
    made = library.add(source)
    library.change(made.id, [DropRows(rows=(1,))])
    library.change(made.id, [DropRows(rows=(1,))])
    path = home / "datasets" / made.id / "dataset.json"
    path.unlink() if text is None else path.write_text(text)
    shown = library.all()[0]
    assert said in shown.trouble
    assert str(path.parent) in shown.trouble
    assert [each.number for each in shown.versions] == [2, 3]
    actions: list[Callable[[], object]] = [
        lambda: library.change(made.id, [DropRows(rows=(1,))]),
        lambda: library.rename(made.id, "x"),
        lambda: library.use(made.id, 2),
    ]
    for action in actions:
        with pytest.raises(BadInput, match=said):
            action()
    library.trash(made.id)
    assert (library.all(), [each.id for each in library.all(trashed=True)]) == ([], [made.id])
    assert library.restore(made.id) == shown == library.all()[0]
    assert (path.read_text() if path.exists() else None) == text
    if said == "newer Hone":
        with pytest.raises(BadInput, match="cannot be repaired"):
            library.repair(made.id)
        return
    repaired = library.repair(made.id)
    assert (repaired.trouble, repaired.current) == ("", 3)
    assert [each.rows for each in repaired.versions] == [29, 28]
    if text is not None:
        assert [each.read_text() for each in path.parent.glob("dataset.json.corrupt-*")] == [text]


def test_stray_version_is_found_again_and_its_number_is_not_given_twice(
    library: DataSetService, source: Path, home: Path
) -> None:
    made = library.add(source)
    version = library.change(made.id, [DropRows(rows=(1,))])
    shutil.copy(version.path, version.path.with_name("0005.jsonl"))
    now = library.get(made.id)
    assert ([each.number for each in now.versions], now.current) == ([1, 2, 5], 2)
    assert (now.of(5).rows, now.of(5).sha256) == (29, version.sha256)
    assert "ended before" in now.of(5).remarks[0]
    assert library.change(made.id, [DropRows(rows=(1,))]).number == 6


def test_home_may_be_moved(source: Path, home: Path, tmp_path: Path) -> None:
    library = library_in(home)
    made = library.add(source)
    library.change(made.id, [DropRows(rows=(1,))])
    home.rename(tmp_path / "moved")
    library = library_in(tmp_path / "moved")
    assert library.get(made.id).version.path.read_bytes().count(b"\n") == 29
    assert library.change(made.id, [DropRows(rows=(1,))]).rows == 28


def test_half_made_folders_of_dead_processes_are_removed_and_living_ones_stay(
    library: DataSetService, home: Path
) -> None:
    folders = DataSetFolders(home / "datasets")
    dead = home / "datasets" / ".making" / "999999-123.000-abcdef"
    dead.mkdir(parents=True)
    (dead / "rows.jsonl").write_text("half")
    with folders.making() as place:
        (place / "rows.jsonl").write_text("being written")
        library.all()
        assert (place / "rows.jsonl").exists()
        assert not dead.exists()
    assert not place.exists()


def test_two_programs_at_once_lose_no_version(home: Path, source: Path) -> None:
    made = library_in(home).add(source)
    problems: list[BaseException] = []

    def work() -> None:
        library = library_in(home)
        try:
            for _ in range(6):
                library.change(made.id, [DropRows(rows=(1,))])
                library.set_note(made.id, "note")
        except BaseException as error:  # noqa: BLE001 (told below)
            problems.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    now = library_in(home).get(made.id)
    assert [each.number for each in now.versions] == list(range(1, 26))
    assert all(each.path.exists() for each in now.versions)


def test_file_that_is_written_to_while_it_is_read_makes_no_version(home: Path, source: Path) -> None:
    made = library_in(home).add(source)
    library = library_in(home, before_writing=lambda: write_rows(source, 12))
    with pytest.raises(BadInput, match="was changed since"):
        library.change(made.id, [Sample(count=3)])
    assert len(library.get(made.id).versions) == 1


def test_descriptions_keep_everything(home: Path, source: Path) -> None:
    made = library_in(home).add(source)
    folder = home / "datasets" / made.id
    kept = read_description(folder)
    changed = msgspec.structs.replace(kept.data_set, note="x", trashed_at=datetime.now(UTC))
    write_description(
        folder, msgspec.structs.replace(kept, data_set=changed, taken={1: ("a", "b"), 3: ("c",)})
    )
    assert read_description(folder) == msgspec.structs.replace(
        kept, data_set=changed, taken={1: ("a", "b"), 3: ("c",)}
    )


def test_full_disk_or_refused_write_leaves_the_data_set_as_it_was(
    library: DataSetService, source: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = library.add(source)

    def refuse(folder: Path, kept: object) -> None:
        raise HoneError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("hone.storage.data_sets.write_description", refuse)
        with pytest.raises(HoneError, match="The disk is full"):
            library.change(made.id, [DropRows(rows=(1,))])
    assert library.get(made.id) == made
    assert files(home / "datasets") == ["my-rows/dataset.json"]
