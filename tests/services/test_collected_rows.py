"""Rows that chats collect: a data set of their own, whose fresh rows are taken over when a person says so."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.services.library_in_process import library_in

from hone.domain.data_changes import AppendRows, DropRows
from hone.domain.dataset_library import DataOrigin
from hone.domain.datasets import Reading
from hone.domain.feedback import InstructionRow, PreferenceRow, RowProvenance
from hone.errors import BadInput
from hone.services.data_sets import DataSetService
from hone.storage.data_sets import DataSetFolders
from hone.storage.made_datasets import MadeDatasetFiles

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def row(name: str) -> InstructionRow:
    said = ({"role": "user", "content": f"Ask {name}"}, {"role": "assistant", "content": f"Say {name}"})
    return InstructionRow(
        messages=said, provenance=RowProvenance(row=name, conversation_id="c", message_id=name, made_at=NOW)
    )


@pytest.fixture
def chats(home: Path) -> MadeDatasetFiles:
    return MadeDatasetFiles(home / "datasets")


def names(path: Path) -> list[str]:
    return [json.loads(line)["provenance"]["row"] for line in path.read_text().splitlines()]


def test_file_of_chats_appears_as_a_data_set_once(
    library: DataSetService, chats: MadeDatasetFiles, home: Path
) -> None:
    chats.append("Good replies", [row("a"), row("b")])
    shown = library.all()
    assert [(each.name, each.origin, each.version.rows, each.fresh_rows) for each in shown] == [
        ("Good replies", DataOrigin.CHATS, 2, 0)
    ]
    assert shown[0].source == chats.path_of("Good replies")
    assert shown[0].version.path != shown[0].source
    assert [each.id for each in library_in(home).all()] == [shown[0].id]
    assert library.add(chats.path_of("Good replies")).id == shown[0].id


def test_later_rows_are_fresh_until_they_are_taken_also_after_cleaning(
    library: DataSetService, chats: MadeDatasetFiles
) -> None:
    chats.append("good", [row("a"), row("b"), row("c")])
    made = library.all()[0]
    library.change(made.id, [DropRows(rows=(2,))])
    chats.append("good", [row("d"), row("e")])
    assert library.get(made.id).fresh_rows == 2
    version = library.take_fresh(made.id)
    assert names(version.path) == ["a", "c", "d", "e"]
    assert (version.number, version.parent) == (3, 2)
    assert isinstance(version.changes[0], AppendRows)
    assert version.remarks == ("2 rows were added.",)
    assert library.get(made.id).fresh_rows == 0
    with pytest.raises(BadInput, match="no new rows"):
        library.take_fresh(made.id)
    chats.append("good", [row("f")])
    assert names(library.take_fresh(made.id).path) == ["a", "c", "d", "e", "f"]


def test_fresh_rows_are_offered_again_when_taking_them_is_undone(
    library: DataSetService, chats: MadeDatasetFiles
) -> None:
    chats.append("good", [row("a")])
    made = library.all()[0]
    chats.append("good", [row("b")])
    library.take_fresh(made.id)
    assert library.use(made.id, 1).fresh_rows == 1
    library.change(made.id, [])
    version = library.take_fresh(made.id)
    assert (version.number, names(version.path)) == (4, ["a", "b"])
    assert library.use(made.id, 2).fresh_rows == 0
    again = library.read_as(made.id, Reading(format="messages"))
    assert (again.current, again.version.rows, again.fresh_rows) == (5, 1, 1)


def test_row_that_a_person_takes_back_in_the_chat_stays_in_versions_that_have_it(
    library: DataSetService, chats: MadeDatasetFiles
) -> None:
    chats.append("good", [row("a"), row("b")])
    made = library.all()[0]
    chats.remove("good", ["b"])
    chats.append("good", [row("c")])
    assert library.get(made.id).fresh_rows == 1
    assert names(library.get(made.id).version.path) == ["a", "b"]
    assert names(library.take_fresh(made.id).path) == ["a", "b", "c"]
    chats.remove("good", ["a", "c"])
    assert library.get(made.id).fresh_rows == 0


def test_torn_line_that_is_being_written_is_no_row_yet(
    library: DataSetService, chats: MadeDatasetFiles
) -> None:
    chats.append("good", [row("a")])
    made = library.all()[0]
    with chats.path_of("good").open("ab") as file:
        file.write(b'{"messages": [{"role"')
    assert library.get(made.id).fresh_rows == 0


def test_trash_takes_the_file_out_of_the_chats_and_undo_gives_it_back(
    library: DataSetService, chats: MadeDatasetFiles
) -> None:
    chats.append("good", [row("a")])
    made = library.all()[0]
    chats.append("good", [row("b")])
    library.trash(made.id)
    assert chats.found() == []
    assert library.all() == []
    restored = library.restore(made.id)
    assert (restored.source, restored.fresh_rows) == (chats.path_of("good"), 1)
    assert [each.name for each in chats.found()] == ["good"]


def test_file_of_the_same_name_that_began_meanwhile_stays_apart(
    library: DataSetService, chats: MadeDatasetFiles
) -> None:
    chats.append("good", [row("a")])
    made = library.all()[0]
    library.trash(made.id)
    chats.append("good", [row("z")])
    assert [each.version.rows for each in library.all()] == [1]
    restored = library.restore(made.id)
    assert restored.source == chats.path_of("good 2")
    assert sorted((each.id, each.fresh_rows) for each in library.all()) == [("good", 0), ("good-2", 0)]


def test_file_goes_with_its_data_set_when_the_trash_is_emptied(
    library: DataSetService, chats: MadeDatasetFiles, home: Path
) -> None:
    chats.append("good", [row("a")])
    library.trash(library.all()[0].id)
    DataSetFolders(home / "datasets").tidy(datetime.now(UTC) + timedelta(days=31))
    assert library.all() == library.all(trashed=True) == []


def test_preferences_are_read_as_such(library: DataSetService, chats: MadeDatasetFiles) -> None:
    said = ({"role": "assistant", "content": "x"},)
    provenance = RowProvenance(row="p", conversation_id="c", message_id="m", made_at=NOW)
    prompt = ({"role": "user", "content": "q"},)
    chosen = ({"role": "assistant", "content": "better"},)
    chats.append("picks", [PreferenceRow(prompt=prompt, chosen=chosen, rejected=said, provenance=provenance)])
    made = library.all()[0]
    assert made.version.reading.format == "preference"
    version = library.change(made.id, [])
    assert version.path.read_bytes() == made.version.path.read_bytes()


def test_chats_append_while_rows_are_taken_over(library: DataSetService, chats: MadeDatasetFiles) -> None:
    chats.append("good", [row("0")])
    made = library.all()[0]
    writer = threading.Thread(target=lambda: [chats.append("good", [row(str(n))]) for n in range(1, 60)])
    writer.start()
    while writer.is_alive():
        if library.get(made.id).fresh_rows:
            library.take_fresh(made.id)
    writer.join()
    if library.get(made.id).fresh_rows:
        library.take_fresh(made.id)
    assert names(library.get(made.id).version.path) == [str(n) for n in range(60)]
