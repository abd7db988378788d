"""Say things in a conversation: each adds to its tree of messages, and most ask for a reply."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from hone.domain.chat import (
    Attachment,
    Conversation,
    Message,
    MessageState,
    ReplyEvent,
    Role,
    ToolAnswer,
    ToolResult,
    UserNotSaved,
    UserSaved,
    branch,
)
from hone.domain.prompts import fill
from hone.errors import BadInput, HoneError
from hone.services.replies import Making, Replies
from hone.storage.conversations import ConversationStore

MOST_COMPLETIONS = 8
_LONGEST_TITLE = 60


class Speaking:
    """What is said is committed before it is told, and before an engine is asked.

    All methods are iterators of what happens, to be looped over in a thread of the caller's own.
    """

    def __init__(self, store: ConversationStore, replies: Replies) -> None:
        self._store = store
        self._replies = replies

    def send(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment]
    ) -> Iterator[ReplyEvent]:
        """Keep what the user says at the end of the shown branch, then make the reply."""
        talk = self._store.get(conversation_id)
        message = _new(talk, talk.leaf_id, Role.USER, text, attachments=tuple(attachments))
        yield from self._say(talk, message)

    def edit(
        self,
        conversation_id: str,
        message_id: str,
        text: str,
        attachments: Sequence[Attachment] | None,
    ) -> Iterator[ReplyEvent]:
        """Put another text beside a message, as a branch; what a user or a tool says is then replied to."""
        talk = self._store.get(conversation_id)
        old = find_message(self._store.messages(conversation_id), message_id)
        if old.role is Role.ASSISTANT:
            yield from self._edit_reply(talk, old, text)
            return
        kept = old.attachments if attachments is None else tuple(attachments)
        message = _new(talk, old.parent_id, old.role, text, attachments=kept, tool=old.tool)
        yield from self._say(talk, message)

    def regenerate(self, conversation_id: str, message_id: str) -> Iterator[ReplyEvent]:
        """Make other replies beside a reply; or, for what a user or a tool said, replies to it."""
        talk = self._store.get(conversation_id)
        messages = self._store.messages(conversation_id)
        message = find_message(messages, message_id)
        parent_id = message.parent_id if message.role is Role.ASSISTANT else message.id
        with self._replies.turn(conversation_id):
            yield from self._reply(talk, branch(messages, parent_id))

    def continue_reply(self, conversation_id: str, message_id: str) -> Iterator[ReplyEvent]:
        """Let the model go on where a reply ended.

        The same message grows; where the conversation went on after it, a reply beside it does.
        """
        talk = self._store.get(conversation_id)
        messages = self._store.messages(conversation_id)
        before = find_message(messages, message_id)
        _check_can_grow(before)
        if any(message.parent_id == message_id for message in messages):
            yield from self.branch_from(conversation_id, message_id, before.text)
            return
        given = before.given
        if before.edited_from and (before.origin is None or not before.origin.continued):
            given = len(before.text)
        reply = msgspec.structs.replace(before, state=MessageState.STREAMING, problem="", given=given)
        with self._replies.turn(conversation_id):
            self._store.write_message(reply)
            said = branch(messages, before.parent_id)
            making = Making(conversation=talk, replies=(reply,), said=said, before=before)
            yield from self._replies.stream(making)

    def branch_from(self, conversation_id: str, message_id: str, beginning: str) -> Iterator[ReplyEvent]:
        """Make a reply that begins with `beginning`, beside a reply or to what a user or a tool said."""
        talk = self._store.get(conversation_id)
        messages = self._store.messages(conversation_id)
        message = find_message(messages, message_id)
        parent_id = message.parent_id if message.role is Role.ASSISTANT else message.id
        with self._replies.turn(conversation_id):
            yield from self._reply(talk, branch(messages, parent_id), beginning)

    def answer_calls(
        self, conversation_id: str, message_id: str, answers: Sequence[ToolAnswer]
    ) -> Iterator[ReplyEvent]:
        """Keep what tools answered to the calls of a reply, then make the next reply."""
        talk = self._store.get(conversation_id)
        messages = self._store.messages(conversation_id)
        caller = find_message(messages, message_id)
        if not answers or any(not 0 <= answer.call < len(caller.tool_calls) for answer in answers):
            raise BadInput("These answers belong to no tool call of this reply.", detail=message_id)
        with self._replies.turn(conversation_id):
            kept: list[Message] = []
            for answer in answers:
                result = ToolResult(
                    name=answer.name, call=answer.call, failed=answer.failed, seconds=answer.seconds
                )
                parent_id = kept[-1].id if kept else caller.id
                kept.append(_new(talk, parent_id, Role.TOOL, answer.text, tool=result))
            self._store.add_answers(caller.id, kept)
            for message in kept:
                yield UserSaved(message=message)
            yield from self._reply(talk, (*branch(messages, caller.id), *kept))

    def _say(self, talk: Conversation, message: Message) -> Iterator[ReplyEvent]:
        if not (message.text.strip() or message.attachments or message.tool):
            raise BadInput("There is nothing to send.", hint="Type a message first.")
        with self._replies.turn(talk.id):
            earlier = self._store.messages(talk.id)
            try:
                self._store.add_message(message, title=None if earlier else title_of(message))
            except HoneError:
                yield UserNotSaved(text=message.text, attachments=message.attachments)
                raise
            yield UserSaved(message=message)
            said = (*branch(earlier, message.parent_id), message)
            yield from self._reply(talk, said)

    def _edit_reply(self, talk: Conversation, old: Message, text: str) -> Iterator[ReplyEvent]:
        if not text.strip():
            raise BadInput("The reply would be empty.", hint="Type what it should say.")
        message = _new(talk, old.parent_id, Role.ASSISTANT, text, edited_from=old.id, origin=old.origin)
        with self._replies.turn(talk.id):
            try:
                self._store.add_message(message)
            except HoneError:
                yield UserNotSaved(text=text)
                raise
            yield UserSaved(message=message)

    def _reply(
        self, talk: Conversation, said: tuple[Message, ...], beginning: str | None = None
    ) -> Iterator[ReplyEvent]:
        """Commit the replies with their beginning, and let them be made; several only where none is given."""
        setup = talk.setup
        count = min(MOST_COMPLETIONS, max(1, setup.completions)) if beginning is None else 1
        text = fill(setup.prefill, setup.variables, setup.values).text if beginning is None else beginning
        parent_id = said[-1].id if said else None
        first = _new(talk, parent_id, Role.ASSISTANT, text, state=MessageState.STREAMING, given=len(text))
        others = [
            msgspec.structs.replace(
                first, id=secrets.token_hex(8), created_at=first.created_at + timedelta(microseconds=place)
            )
            for place in range(1, count)
        ]
        for reply in (*others, first):  # the last one that is added is shown
            self._store.add_message(reply)
        yield from self._replies.stream(Making(conversation=talk, replies=(first, *others), said=said))


def find_message(messages: Sequence[Message], message_id: str) -> Message:
    """Return a message by its id; raises BadInput when it is gone."""
    for message in messages:
        if message.id == message_id:
            return message
    raise BadInput("This message does not exist any more.", detail=message_id)


def title_of(message: Message) -> str:
    """Make a title of a conversation's first message: its first line, cut between words."""
    text = message.text if message.text.strip() else message.attachments[0].name
    return title_from(text)


def title_from(text: str) -> str:
    """Return the first line of a text, cut between words."""
    first = " ".join(next(line for line in text.splitlines() if line.strip()).split())
    if len(first) <= _LONGEST_TITLE:
        return first
    cut = first[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > _LONGEST_TITLE // 2 else first[: _LONGEST_TITLE - 1]).rstrip(" ,.;:") + "…"


def _check_can_grow(message: Message) -> None:
    """Raise BadInput for what cannot be continued."""
    if message.role is not Role.ASSISTANT:
        raise BadInput("Only replies can be continued.", hint="Ask for a reply to this message.")
    if message.tool_calls:
        raise BadInput("This reply ended with a tool call.", hint="Answer the call; the next reply goes on.")
    if not message.text:
        raise BadInput("This reply has no text to go on from.", hint="Ask for another one.")


def _new(talk: Conversation, parent_id: str | None, role: Role, text: str, **values: object) -> Message:
    fixed: dict[str, object] = {
        "id": secrets.token_hex(8),
        "conversation_id": talk.id,
        "parent_id": parent_id,
        "role": role,
        "text": text,
        "state": MessageState.COMPLETE,
        "created_at": datetime.now(UTC),
    }
    return msgspec.structs.replace(_BLANK, **(fixed | values))


_BLANK = Message(
    id="",
    conversation_id="",
    parent_id=None,
    role=Role.USER,
    text="",
    state=MessageState.COMPLETE,
    created_at=datetime.min.replace(tzinfo=UTC),
)
