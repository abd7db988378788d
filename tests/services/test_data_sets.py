from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.services.library_in_process import library_in

from hone.domain.change_words import describe
from hone.domain.data_changes import (
    AddRows,
    AppendRows,
    ApplyFix,
    DataFilter,
    DropRows,
    KeepMatching,
    KeepPart,
    Mix,
    MixPart,
    ReplaceRow,
    Sample,
    SplitRule,
)
from hone.domain.dataset_library import DataOrigin, DataSet
from hone.domain.datasets import Reading, Shape
from hone.errors import BadInput, HoneError
from hone.services.data_sets import DataSetService
from hone.storage.data_set_files import read_description, write_description
from hone.storage.data_sets import DataSetFolders


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> DataSetService:
    return library_in(home)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "My rows.jsonl", 30)


def write_rows(path: Path, count: int, first: int = 1) -> Path:
    rows = ({"prompt": f"Question {n}?", "completion": f"Answer {n}."} for n in range(first, first + count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def content(data_set: DataSet) -> bytes:
    return data_set.version.path.read_bytes()


def files(folder: Path) -> list[str]:
    found = (each for each in folder.rglob("*") if each.is_file() and not each.name.endswith(".lock"))
    return sorted(str(each.relative_to(folder)) for each in found)


def test_file_is_taken_up_without_a_copy_and_known_again(
    library: DataSetService, source: Path, home: Path
) -> None:
    before = source.stat()
    made = library.add(source)
    assert (made.id, made.name, made.origin, made.source) == ("my-rows", "My rows", DataOrigin.FILE, source)
    assert (made.version.path, made.version.rows, made.version.reading.format) == (
        source,
        30,
        "prompt_completion",
    )
    assert library.add(source) == made
    assert library.all() == [made] == library_in(home).all()
    assert files(home / "datasets") == ["my-rows/dataset.json"]
    assert (source.stat().st_mtime_ns, source.stat().st_size) == (before.st_mtime_ns, before.st_size)


def test_every_change_makes_a_version_and_the_file_of_the_user_stays(
    library: DataSetService, source: Path
) -> None:
    before = source.read_bytes()
    made = library.add(source)
    version = library.change(made.id, [DropRows(rows=(1, 2))], note="The first two were wrong.")
    assert (version.number, version.parent, version.rows, version.note) == (
        2,
        1,
        28,
        "The first two were wrong.",
    )
    assert version.path.name == "0002.jsonl"
    now = library.get(made.id)
    assert now.version == version
    assert content(now) == b"".join(before.splitlines(keepends=True)[2:])
    assert source.read_bytes() == before


def test_ten_versions_are_undone_exactly_after_a_restart(home: Path, source: Path) -> None:
    made = library_in(home).add(source)
    contents = [content(made)]
    changes: list[Any] = [
        DropRows(rows=(5,)),
        ReplaceRow(row=2, content='{"prompt": "new", "completion": "row"}'),
        AddRows(contents=('{"prompt": "a", "completion": "b"}',)),
        Sample(count=25),
        KeepMatching(filter=DataFilter(lacks="Question 7")),
        KeepPart(split=SplitRule(share=0.2)),
        DropRows(rows=(1, 3)),
        Sample(count=12, seed=4),
        AddRows(contents=('{"prompt": "c", "completion": "d"}',) * 2),
        ApplyFix(kind="duplicate"),
    ]
    for change in changes:
        library = library_in(home)
        library.change(made.id, [change])
        contents.append(content(library.get(made.id)))
    assert len(set(contents)) == 11
    for number in range(11, 0, -1):
        library = library_in(home)
        now = library.get(made.id)
        assert now.current == number
        assert content(now) == contents[number - 1]
        assert [each.changes for each in now.versions[1:]] == [(change,) for change in changes]
        if now.version.parent:
            library.use(made.id, now.version.parent)
    library_in(home).use(made.id, 11)
    assert content(library_in(home).get(made.id)) == contents[10]


def test_version_of_an_older_one_does_not_take_the_place_of_later_ones(
    library: DataSetService, source: Path
) -> None:
    made = library.add(source)
    library.change(made.id, [DropRows(rows=(1,))])
    library.use(made.id, 1)
    version = library.change(made.id, [DropRows(rows=(2,))])
    assert (version.number, version.parent) == (3, 1)
    assert [each.number for each in library.get(made.id).versions] == [1, 2, 3]
    with pytest.raises(BadInput, match="no version 9"):
        library.use(made.id, 9)


def test_nothing_changes_when_a_change_is_refused(library: DataSetService, source: Path, home: Path) -> None:
    made = library.add(source)
    with pytest.raises(BadInput, match="There is no row 77"):
        library.change(made.id, [DropRows(rows=(77,))])
    assert library.get(made.id) == made
    assert files(home / "datasets") == ["my-rows/dataset.json"]
    assert list((home / "datasets" / ".making").iterdir()) == []


def test_known_file_gets_a_version_when_its_bytes_have_changed(library: DataSetService, source: Path) -> None:
    made = library.add(source)
    os.utime(source, ns=(1, 1))
    assert library.get(made.id).source_changed
    assert len(library.add(source).versions) == 1
    assert not library.get(made.id).source_changed
    write_rows(source, 31)
    assert library.get(made.id).source_changed
    with pytest.raises(BadInput, match="was changed since version 1"):
        library.change(made.id, [DropRows(rows=(1,))])
    again = library.add(source)
    assert ([each.rows for each in again.versions], again.current) == ([30, 31], 2)
    source.unlink()
    assert library.get(made.id).source_missing
    with pytest.raises(BadInput, match="is not there"):
        library.change(made.id, [DropRows(rows=(1,))])


def test_rows_that_a_file_got_go_to_the_end_of_the_version_in_use(
    library: DataSetService, source: Path
) -> None:
    made = library.add(source)
    library.change(made.id, [DropRows(rows=tuple(range(1, 29)))])
    with source.open("a") as file:
        file.write('{"prompt": "Fresh?", "completion": "Yes."}\n')
    version = library.take_fresh(made.id)
    assert (version.rows, version.parent) == (3, 2)
    assert content(library.get(made.id)).splitlines()[-1] == b'{"prompt": "Fresh?", "completion": "Yes."}'
    assert isinstance(version.changes[0], AppendRows)
    with pytest.raises(BadInput, match="same rows as before"):
        library.take_fresh(made.id)
    write_rows(source, 5, first=100)
    version = library.take_fresh(made.id)
    assert (version.rows, version.parent, version.path) == (5, 0, source)


def test_source_is_read_in_another_way_as_a_version_with_its_mapping(
    library: DataSetService, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text("one,two\nSome words here,Other words there\nAnd more words,Even more of them\n")
    made = library.add(path)
    reading = Reading(format="prompt_completion", columns={"prompt": "two", "completion": "one"})
    again = library.read_as(made.id, reading)
    assert again.current == 2
    assert again.version.reading.columns == {"prompt": "two", "completion": "one"}
    version = library.change(made.id, [DropRows(rows=(1,))])
    assert json.loads(version.path.read_text()) == {
        "prompt": "Even more of them",
        "completion": "And more words",
    }


def test_split_makes_two_data_sets(library: DataSetService, source: Path) -> None:
    made = library.add(source)
    train, held_out = library.split(made.id, SplitRule(share=0.2, seed=1))
    assert (train.name, held_out.name) == ("My rows (training)", "My rows (held out)")
    assert (train.version.rows, held_out.version.rows) == (24, 6)
    assert sorted([*content(train).splitlines(), *content(held_out).splitlines()]) == sorted(
        source.read_bytes().splitlines()
    )
    assert held_out.version.remarks == ("Made of version 1 of My rows.",)
    assert {each.origin for each in (train, held_out)} == {DataOrigin.MADE}


def test_mix_makes_a_data_set_and_names_the_sets(
    library: DataSetService, source: Path, tmp_path: Path
) -> None:
    one = library.add(source)
    two = library.add(write_rows(tmp_path / "b.jsonl", 10, first=100))
    parts = tuple(MixPart(path=each.version.path, reading=each.version.reading) for each in (one, two))
    made = library.mix(Mix(sources=parts, rows=20), "Both")
    assert (made.name, made.version.rows) == ("Both", 20)
    assert made.version.remarks[1] == "All 10 rows of b are in it; it ran out."
    assert describe(made.version.changes[0]) == "Mixed My rows (1) and b (1) (seed 0)."


def test_version_is_exported_but_never_over_what_belongs_to_the_library(
    library: DataSetService, source: Path, tmp_path: Path
) -> None:
    made = library.add(source)
    target = tmp_path / "out.jsonl"
    assert library.export(made.id, target, Shape.MESSAGES) == 30
    assert b'"messages"' in target.read_bytes()
    version = library.change(made.id, [DropRows(rows=(1,))])
    for place in (source, version.path):
        before = place.read_bytes()
        with pytest.raises(BadInput, match="never written over"):
            library.export(made.id, place, Shape.MESSAGES)
        assert place.read_bytes() == before


def test_names_and_notes_are_kept_and_names_differ(
    library: DataSetService, source: Path, tmp_path: Path
) -> None:
    made = library.add(source)
    (tmp_path / "other").mkdir()
    twin = library.add(write_rows(tmp_path / "other" / "My rows.jsonl", 3))
    assert (twin.name, twin.id) == ("My rows 2", "my-rows-2")
    assert library.rename(made.id, " Données ").name == "Données"
    assert library.set_note(made.id, "From March.").note == "From March."
    assert library.get(made.id).id == "my-rows"
    with pytest.raises(BadInput, match="needs a name"):
        library.rename(made.id, "  ")


@pytest.mark.parametrize("name", ["日本語", "con", "../../etc", "a" * 300, "x\ny"])
def test_any_name_gives_a_folder(library: DataSetService, source: Path, name: str, home: Path) -> None:
    made = library.add(source, name=name)
    assert made.name == name
    assert (home / "datasets" / made.id / "dataset.json").is_file()
    assert library.get(made.id) == made


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


def test_rows_that_are_given_become_a_data_set(library: DataSetService) -> None:
    rows = ['{"prompt": "a", "completion": "b"}', '{"prompt": "c", "completion": "d", "extra": 1}']
    made = library.create("Drafts", rows, Shape.PROMPT_COMPLETION, DataOrigin.MODEL, note="By a model.")
    assert (made.origin, made.version.rows, made.version.note) == (DataOrigin.MODEL, 2, "By a model.")
    assert content(made).decode().splitlines() == rows


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


def test_changes_are_said_in_words() -> None:
    said = [
        (DropRows(rows=(3,)), "Left out row 3."),
        (DropRows(rows=(3, 4)), "Left out rows 3, 4."),
        (DropRows(rows=tuple(range(1, 2001))), "Left out 2,000 rows."),
        (ReplaceRow(row=1200, content="{}"), "Edited row 1,200."),
        (AddRows(contents=("{}",)), "Added 1 row."),
        (AppendRows(path=Path("more.jsonl")), "Added the rows of more.jsonl."),
        (ApplyFix(kind="null_character"), "Fixed “Null characters”."),
        (ApplyFix(kind="duplicate", rows=(2, 5)), "Fixed “Exact duplicates” in rows 2, 5."),
        (
            KeepMatching(filter=DataFilter(contains="a", most_turns=2)),
            "Kept the rows that contain “a” and with at most 2 turns.",
        ),
        (Sample(count=500, seed=3), "Drew 500 rows (seed 3)."),
        (
            KeepPart(split=SplitRule(by="group", column="author", share=0.2)),
            "Kept the part to train on of a split by the groups of “author” (0.2 held out, seed 0).",
        ),
        (
            KeepPart(split=SplitRule(by="time", column="date"), held_out=True),
            "Kept the part held out of a split by the time in “date” (0.1 held out).",
        ),
    ]
    for change, words in said:
        assert describe(change) == words
