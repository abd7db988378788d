"""The speed that is shown while a reply streams."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from hone.domain.chat import Message, MessageState, Role
from hone.services.reply_writer import ReplyWriter


class Store:
    """Keeps nothing."""

    def write_message(self, message: Message, prompt: object = None) -> None:
        """Take a message."""


@pytest.fixture
def writer() -> Iterator[ReplyWriter]:
    message = Message(
        id="m",
        conversation_id="c",
        parent_id=None,
        role=Role.ASSISTANT,
        text="",
        state=MessageState.STREAMING,
        created_at=datetime.now(UTC),
    )
    store: Any = Store()
    made = ReplyWriter(store, message)
    yield made
    made.end(MessageState.COMPLETE)


def test_pieces_of_text_count_when_a_server_tells_no_token_ids(writer: ReplyWriter) -> None:
    for text in ("One ", "two ", "", "three"):
        writer.add(text, 0)
    assert writer.tokens == 3
    assert writer.tokens_per_second > 0


def test_told_tokens_alone_count_when_an_engine_tells_them(writer: ReplyWriter) -> None:
    writer.add("Some text", 3)
    assert writer.tokens_per_second == 0.0
    writer.add(" held back", 0)
    assert writer.tokens == 3
    writer.add_reasoning("and more", 2)
    assert writer.tokens == 5
