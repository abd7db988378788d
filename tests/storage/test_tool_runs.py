"""Which tool calls were begun, and what they gave, is known after a kill."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hone.domain.chat import Conversation, Message, MessageState, Role, ToolAnswer, ToolCall
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.tool_runs import ToolRunStore

NOW = datetime(2026, 1, 2, tzinfo=UTC)
KILLED = """
import os, signal, sys
from pathlib import Path
from hone.domain.chat import ToolAnswer
from hone.storage.database import Database
from hone.storage.tool_runs import ToolRunStore
folder = Path(sys.argv[1])
runs = ToolRunStore(Database(folder / "hone.db", folder / "backups"))
runs.begin("a", 0)
runs.keep("a", ToolAnswer(call=0, name="look", text="seen"))
runs.begin("a", 1)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "hone.db", tmp_path / "backups")
    store = ConversationStore(made)
    store.add(Conversation(id="c", title="T", created_at=NOW, updated_at=NOW))
    store.add_message(message("a", Role.ASSISTANT, tool_calls=(ToolCall("look", "{}"),) * 2))
    yield made
    made.close()


def message(identity: str, role: Role, **values: object) -> Message:
    return Message(
        id=identity,
        conversation_id="c",
        parent_id=None if identity == "a" else "a",
        role=role,
        text="",
        state=MessageState.COMPLETE,
        created_at=NOW,
        **values,  # type: ignore[arg-type]
    )


def test_a_call_that_was_begun_is_known_after_a_kill(database: Database, tmp_path: Path) -> None:
    database.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], timeout=30)
    assert killed.returncode == -9
    answer = ToolAnswer(call=0, name="look", text="seen")
    assert ToolRunStore(database).of("a") == {0: answer, 1: None}


def test_runs_are_forgotten_with_the_answers_and_with_their_message(database: Database) -> None:
    runs, store = ToolRunStore(database), ConversationStore(database)
    runs.begin("a", 0)
    store.add_answers("a", [message("r", Role.TOOL)])
    assert runs.of("a") == {} and store.get("c").leaf_id == "r"
    runs.keep("gone", ToolAnswer(call=0, name="look", text=""))
    assert runs.of("gone") == {}
    runs.begin("a", 1)
    store.forget(["c"])
    assert database.query("SELECT * FROM tool_runs") == []
