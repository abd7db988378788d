"""Search finds words, beginnings and phrases in every script, and follows every change of a message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.domain.chat import Conversation, Message, MessageState, Role
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.message_search import MessageSearch
from hone.storage.migrations import MIGRATIONS
from hone.storage.search_query import SearchQuery

START = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield ConversationStore(database)
    database.close()


def fill(store: ConversationStore, *texts: str, conversation: str = "c1", title: str = "Talk") -> None:
    store.add(Conversation(id=conversation, title=title, created_at=START, updated_at=START))
    for number, text in enumerate(texts):
        store.add_message(
            Message(
                id=f"{conversation}-{number}",
                conversation_id=conversation,
                parent_id=None,
                role=Role.USER,
                text=text,
                state=MessageState.COMPLETE,
                created_at=START + timedelta(seconds=number),
            )
        )


def found(store: ConversationStore, text: str) -> set[str]:
    result = MessageSearch(store.database).find(text)
    return {hit.message_id for each in result.found for hit in each.hits}


def index_is_sound(database: Database) -> None:
    """The index holds exactly what the messages say: raises when FTS5's own count differs."""
    with database.transaction() as connection:
        connection.execute("INSERT INTO message_search (message_search) VALUES ('integrity-check')")
        indexed = connection.execute("SELECT count(*) FROM message_search_docsize").fetchone()[0]
        ended = connection.execute("SELECT count(*) FROM messages WHERE state <> 'streaming'").fetchone()[0]
    assert indexed == ended


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("fox", {0}),
        ("qui", {0, 1}),
        ('"qui"', set()),
        ("quick fox", {0}),
        ('"brown quick"', set()),
        ('"quick brown fox"', {0}),
        ("FOX BROWN", {0}),
        ("cafe", {1}),
        ("CAFÉ", {1}),
        ("模型", {2, 7}),
        ("言模", {2}),
        ("型语", set()),
        ("テスト", {3}),
        ("ส", {4}),
        ("สวัสดี", {4}),
        ("전용", {5}),
        ("训练 fox", set()),
        ("हिन्दी", {6}),
        ("gpt模型", {7}),
        ("gpt", {7}),
    ],
)
def test_what_is_typed_is_found_when_it_stands_in_a_message(
    store: ConversationStore, typed: str, numbers: set[int]
) -> None:
    fill(
        store,
        "The quick, brown fox.",
        "Quiet café",
        "训练一个语言模型很难",
        "これはテストです",
        "สวัสดีครับ",
        "운전용 모델",
        "यह हिन्दी है",
        "用GPT模型",
    )
    assert found(store, typed) == {f"c1-{number}" for number in numbers}


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "*", "NEAR(a b)", "a AND", "OR", "-x", "a:b", "^a", "\x00", "(", "%", "\ud800", "{}", "   "],
)
def test_no_error_comes_when_special_characters_are_typed(store: ConversationStore, typed: str) -> None:
    fill(store, "a and x or near b")
    MessageSearch(store.database).find(typed)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_a_text_is_never_an_error_when_it_is_searched_for(text: str) -> None:
    query = SearchQuery(text)
    for start, end in query.marks(text):
        assert 0 <= start < end <= len(text)


def test_marks_cover_what_was_found_when_a_long_text_is_shortened(store: ConversationStore) -> None:
    fill(store, "word " * 200 + "The Needle\nis here. " + "word " * 200)
    hit = MessageSearch(store.database).find("need").found[0].hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Need"]
    assert "Needle is here" in hit.snippet
    assert len(hit.snippet) < 200


def test_a_reply_is_indexed_when_it_has_ended_and_not_before(store: ConversationStore) -> None:
    fill(store, "Question")
    reply = Message(
        id="r",
        conversation_id="c1",
        parent_id="c1-0",
        role=Role.ASSISTANT,
        text="",
        state=MessageState.STREAMING,
        created_at=START,
    )
    store.add_message(reply)
    search = MessageSearch(store.database)
    search.catch_up()
    for text in ("Green", "Green apples"):
        store.write_message(msgspec.structs.replace(reply, text=text))
        assert search.pending() == 0
    assert found(store, "green") == set()
    store.write_message(msgspec.structs.replace(reply, text="Green apples fall", state=MessageState.COMPLETE))
    assert found(store, "apples fall") == {"r"}
    store.write_message(msgspec.structs.replace(reply, text="Red", state=MessageState.STREAMING))
    assert found(store, "apples") == set()
    store.interrupt_unfinished()
    assert found(store, "red") == {"r"}
    index_is_sound(store.database)


def test_deleted_conversations_are_not_found_and_come_back_when_restored(store: ConversationStore) -> None:
    fill(store, "pear tree")
    fill(store, "pear", conversation="c2")
    store.delete("c1")
    assert found(store, "pear") == {"c2-0"}
    store.restore("c1")
    assert found(store, "pear") == {"c1-0", "c2-0"}
    store.forget(["c1"])
    assert found(store, "pear") == {"c2-0"}
    fill(store, "plum", conversation="c3")  # may get the row number that became free
    assert found(store, "plum") == {"c3-0"}
    assert found(store, "tree") == set()
    index_is_sound(store.database)


def test_a_title_is_found_before_messages_when_both_match(store: ConversationStore) -> None:
    fill(store, "tickets everywhere, tickets", conversation="c1", title="Other")
    fill(store, "nothing", conversation="c2", title="Sorting tickets")
    result = MessageSearch(store.database).find("ticket")
    assert [each.conversation.id for each in result.found] == ["c2", "c1"]
    assert result.found[0].title_marks == ((8, 14),)


def test_old_messages_are_found_when_the_database_is_brought_up_to_date(tmp_path: Path) -> None:
    old = Database(tmp_path / "hone.db", tmp_path / "backups", MIGRATIONS[:3])
    fill(ConversationStore(old), "an old apple", "旧的苹果")
    old.close()
    store = ConversationStore(Database(tmp_path / "hone.db", tmp_path / "backups"))
    assert found(store, "apple") == {"c1-0"}
    assert found(store, "苹果") == {"c1-1"}
    index_is_sound(store.database)
    store.database.close()


def test_messages_are_found_when_they_were_saved_from_a_damaged_file(tmp_path: Path) -> None:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    fill(ConversationStore(database), *(f"apple {number} " + "filler " * 300 for number in range(80)))
    MessageSearch(database).catch_up()
    database.close()
    content = bytearray(database.path.read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle : middle + 4096] = b"\x55" * 4096
    database.path.write_bytes(content)
    store = ConversationStore(Database(database.path, tmp_path / "backups"))
    saved = {message.id for message in store.messages("c1")}
    assert store.database.notice
    assert found(store, "apple") <= saved
    assert len(saved) > 40
    index_is_sound(store.database)
    store.database.close()
