"""Files for import that were made to harm: each is told or read, none crashes or hangs."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hone.domain.conversation_files import ImportReport
from hone.errors import BadInput
from hone.services.conversation_files import ConversationFileService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

pytestmark = pytest.mark.timeout(20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield ConversationStore(database)
    database.close()


@pytest.fixture
def files(store: ConversationStore) -> ConversationFileService:
    return ConversationFileService(store.database)


def bring(files: ConversationFileService, path: Path) -> ImportReport:
    report = list(files.import_file(path))[-1]
    assert isinstance(report, ImportReport)
    return report


def chat(when: Any = 1700000000, text: str = "Hi", title: str = "T") -> dict[str, Any]:
    content = {"content_type": "text", "parts": [text]}
    message = {"author": {"role": "user"}, "create_time": when, "content": content}
    return {"title": title, "create_time": when, "mapping": {"a": {"parent": None, "message": message}}}


@pytest.mark.parametrize(
    "when",
    [
        float("inf"),
        float("nan"),
        float("-inf"),
        10**400,
        -1e300,
        1e308,
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "0000-01-01",
        "99999-01-01",
    ],
)
def test_a_conversation_comes_in_with_a_present_time_when_its_own_is_nonsense(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path, when: object
) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps([chat(when)]))
    identity = bring(files, path).conversation_ids[0]
    age = datetime.now(UTC) - store.get(identity).created_at
    assert abs(age.total_seconds()) < 60


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        (b'[{"a":' * 100_000, "nested too deeply"),
        (b'[{"mapping":{},"create_time":' + b"9" * 5000 + b"}]", "thousands of digits"),
        (b"\0" * 5000, "no JSON"),
        ("[]".encode("utf-32"), "no JSON"),
        (b"[\xff\xfe]", "not text in UTF-8"),
    ],
)
def test_a_hostile_file_is_told_when_it_is_read(
    files: ConversationFileService, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=said):
        bring(files, path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("place", range(60, 140, 8))
def test_a_damaged_archive_is_told_and_nothing_of_it_is_unpacked(
    files: ConversationFileService, tmp_path: Path, method: int, place: int
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr(
            "../../conversations.json", json.dumps([chat(text=f"{n} words") for n in range(200)])
        )
    data = bytearray(path.read_bytes())
    data[place : place + 20] = b"\xff" * 20
    path.write_bytes(data)
    with pytest.raises(BadInput):
        bring(files, path)
    assert not (tmp_path.parent.parent / "conversations.json").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_at_once(files: ConversationFileService, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(BadInput, match="is no file"):
        bring(files, tmp_path / "pipe.json")


def own(identity: str, message: str, text: str = "Hi") -> dict[str, Any]:
    when = "2026-01-02T03:04:05Z"
    said = {"id": message, "conversation_id": identity, "parent_id": None, "role": "user", "text": text}
    about = {"id": identity, "title": "T", "created_at": when, "updated_at": when, "leaf_id": message}
    return {"conversation": about, "messages": [{**said, "state": "complete", "created_at": when}]}


def test_a_conversation_with_messages_of_another_is_refused_and_the_rest_comes_in(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    entries = [own("a", "m"), own("b", "m"), own("c", "n", "\ud800"), own("d", "o")]
    path.write_text("\n".join(map(json.dumps, entries)))
    report = bring(files, path)
    assert report.conversation_ids == ("a", "d")
    assert [each.place for each in report.refused] == ["line 2", "line 3"]
    path.write_text("\n".join(map(json.dumps, [own("e", "m"), own("f", "p")])))
    assert bring(files, path).conversation_ids == ("f",)
