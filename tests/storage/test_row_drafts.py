"""Drafted rows are on the disk as they come, also when the program is killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from hone.domain.chat import Turn
from hone.domain.row_drafts import (
    DraftBatch,
    DraftFacts,
    DraftOrder,
    DraftProvenance,
    DraftRow,
    DraftState,
    content_of,
)
from hone.domain.sampling import Sampling
from hone.storage.database import Database
from hone.storage.migrations import MIGRATIONS
from hone.storage.row_drafts import RowDraftStore

NOW = datetime(2026, 1, 2, tzinfo=UTC)
KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_row_drafts import draft
from hone.storage.database import Database
from hone.storage.row_drafts import RowDraftStore
folder = Path(sys.argv[1])
store = RowDraftStore(Database(folder / "hone.db", folder / "backups"))
for number in range(5):
    store.add(draft(f"d{number}"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def draft(identity: str, data_set_id: str = "tickets", **values: object) -> DraftRow:
    provenance = DraftProvenance(
        way="self_instruct", model="Tiny", made_at=NOW, seeds=(3, 5), sampling=Sampling(seed=4), seed=4
    )
    known: dict[str, object] = {
        "content": content_of((Turn("user", f"Question {identity}"), Turn("assistant", "Answer"))),
        "provenance": provenance,
        "facts": DraftFacts(similarity=0.4, like_row=3, support=0.9, passage="Some text."),
    }
    return DraftRow(
        id=identity,
        data_set_id=data_set_id,
        batch="b",
        made_at=NOW,
        **(known | values),  # type: ignore[arg-type]
    )


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield made
    made.close()


@pytest.fixture
def store(database: Database) -> RowDraftStore:
    return RowDraftStore(database)


def test_a_draft_comes_back_as_it_was_kept(store: RowDraftStore) -> None:
    kept = draft("a")
    store.add(kept)
    assert store.drafts("tickets") == [kept] and store.get(["a", "gone"]) == [kept]
    assert kept.prompt == "Question a" and kept.reply == "Answer"


def test_drafts_are_found_by_data_set_and_state_in_the_order_of_coming(store: RowDraftStore) -> None:
    for identity, state in (("c", DraftState.PENDING), ("a", DraftState.REJECTED), ("b", DraftState.PENDING)):
        store.add(draft(identity, state=state))
    store.add(draft("other", "letters"))
    assert [each.id for each in store.drafts("tickets")] == ["c", "a", "b"]
    assert [each.id for each in store.drafts("tickets", [DraftState.PENDING])] == ["c", "b"]


def test_what_was_decided_is_kept_together(store: RowDraftStore) -> None:
    first, second = draft("a"), draft("b")
    store.add(first)
    store.add(second)
    edited = msgspec.structs.replace(
        first,
        state=DraftState.EDITED,
        original=first.content,
        content=content_of((Turn("user", "Q"), Turn("assistant", "Better"))),
    )
    store.replace([edited, msgspec.structs.replace(second, state=DraftState.REJECTED)])
    store.note_looked_at(["b"])
    found = store.drafts("tickets")
    assert found[0] == edited
    assert (found[1].state, found[1].looked_at) == (DraftState.REJECTED, True)


def test_no_draft_is_lost_when_the_program_is_killed(database: Database, tmp_path: Path) -> None:
    database.close()
    here = str(Path(__file__).parent)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), here], timeout=60)
    assert killed.returncode == -9
    assert [each.id for each in RowDraftStore(database).drafts("tickets")] == [f"d{n}" for n in range(5)]


def test_a_draft_that_cannot_be_read_hides_no_other(store: RowDraftStore, database: Database) -> None:
    store.add(draft("a"))
    store.add(draft("b"))
    with database.transaction() as connection:
        connection.execute("UPDATE row_drafts SET provenance = '{}' WHERE id = 'a'")
    assert [each.id for each in store.drafts("tickets")] == ["b"]


def test_the_last_batch_of_a_data_set_is_known(store: RowDraftStore) -> None:
    assert store.last_batch("tickets") is None
    batch = DraftBatch(
        id="b", data_set_id="tickets", made_at=NOW, order=DraftOrder(way="variations", model_id="m")
    )
    store.put_batch(batch)
    ended = msgspec.structs.replace(batch, made=3, dropped={"cut": 2}, over=True)
    store.put_batch(ended)
    assert store.last_batch("tickets") == ended


def test_a_database_of_the_version_before_gets_the_tables(tmp_path: Path) -> None:
    old = Database(tmp_path / "old.db", tmp_path / "backups", MIGRATIONS[:5])
    old.open()
    old.close()
    new = Database(tmp_path / "old.db", tmp_path / "backups")
    store = RowDraftStore(new)
    store.add(draft("a"))
    assert [each.id for each in store.drafts("tickets")] == ["a"]
    new.close()
