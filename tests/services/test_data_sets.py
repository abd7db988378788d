from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tests.services.library_in_process import content, files, library_in, write_rows

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
from hone.domain.dataset_library import DataOrigin
from hone.domain.datasets import Reading, Shape
from hone.errors import BadInput
from hone.services.data_sets import DataSetService


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


def test_rows_that_are_given_become_a_data_set(library: DataSetService) -> None:
    rows = ['{"prompt": "a", "completion": "b"}', '{"prompt": "c", "completion": "d", "extra": 1}']
    made = library.create("Drafts", rows, Shape.PROMPT_COMPLETION, DataOrigin.MODEL, note="By a model.")
    assert (made.origin, made.version.rows, made.version.note) == (DataOrigin.MODEL, 2, "By a model.")
    assert content(made).decode().splitlines() == rows
