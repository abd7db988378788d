"""A disk that fills up while prompts, drafts, imports and exports are written: told; what is kept stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.killed_writer import chats, library
from tests.storage.test_kills_of_keeping import check_whole

from hone.domain.conversation_files import ImportProgress
from hone.domain.prompts import PromptBody
from hone.errors import HoneError
from hone.services.conversation_files import ConversationFileService
from hone.services.typed import Typed, TypedService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or sys.platform != "linux", reason="needs root to mount"
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of one and a half megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(place)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this container may not mount")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def opened(disk: Path) -> Database:
    return Database(disk / "hone.db", disk / "backups")


def test_versions_of_a_prompt_and_what_is_typed_stay(disk: Path) -> None:
    database = opened(disk)
    made = library(database).create("p")
    written = typed = 0
    with pytest.raises(HoneError, match="disk is full"):
        for number in range(1, 4000):
            library(database).save(made.id, PromptBody(system=f"{number} " * 500))
            written = number
            TypedService(database).save("k", Typed(text=f"{number} " * 500))
            typed = number
    database.close()
    database = opened(disk)
    assert [each.number for each in library(database).versions(made.id)] == list(range(written, 0, -1))
    assert int(TypedService(database).load("k").text.split()[0]) == typed
    database.close()
    check_whole(disk / "hone.db")


def test_an_import_is_told_and_whole_conversations_stay(disk: Path, tmp_path: Path) -> None:
    path = chats(tmp_path, "run", 20_000)
    database = opened(disk)
    kept = 0
    with pytest.raises(HoneError, match="disk is full"):
        for told in ConversationFileService(database).import_file(path):
            assert isinstance(told, ImportProgress)
            kept = told.conversations
    store = ConversationStore(database)
    talks = store.conversations()
    assert len(talks) == kept > 0
    assert {len(store.messages(talk.id)) for talk in talks} == {2}
    database.close()
    check_whole(disk / "hone.db")


def test_an_export_is_told_and_the_old_file_stays(disk: Path, tmp_path: Path) -> None:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    files = ConversationFileService(database)
    list(files.import_file(chats(tmp_path, "run", 4000)))
    target = disk / "out.json"
    target.write_text("old")
    identities = [each.id for each in ConversationStore(database).conversations()]
    with pytest.raises(HoneError):
        files.export(identities, "json", target)
    assert target.read_text() == "old"
    assert [each.name for each in disk.iterdir()] == ["out.json"]
    database.close()
