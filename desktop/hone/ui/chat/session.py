"""One conversation as it is now: its messages, and the reply that is being made, shown or not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.chat import (
    Attachment,
    Conversation,
    Message,
    MessageState,
    Rating,
    ReplyEnded,
    ReplyEvent,
    ReplyFitted,
    ReplyReasoning,
    ReplyStarted,
    ReplyText,
    ReplyToolCalled,
    ReplyWaiting,
    ToolAnswer,
    UserNotSaved,
    UserSaved,
    newest_leaf,
)
from hone.services.chat import ChatService
from hone.services.constraint_check import SchemaVerdict, schema_of, verdicts_on
from hone.ui.chat.entries import Entry
from hone.ui.chat.message_tree import MessageTree
from hone.ui.chat.tool_calls import CallState
from hone.ui.supervisor import InOrder, Supervisor, start_task

Start = Callable[[], Iterable[ReplyEvent]]


class ChatSession(QObject):
    """Drives the replies of one conversation; goes on when another conversation is shown."""

    branch_changed = Signal()
    entry_changed = Signal(object)
    busy_changed = Signal(bool)
    reply_ended = Signal(object)
    text_not_saved = Signal(str, object)  # the text, and what was attached
    left_out = Signal(int)  # how many messages the model does not read
    message_saved = Signal()
    waiting_told = Signal(str)
    go_on_wanted = Signal(str)  # the reply whose tools have answered, or the last answer
    failed = Signal(object)

    def __init__(self, chat: ChatService, conversation: Conversation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self.conversation = conversation
        self.loaded = False
        self.speaker = ""
        self._tree = MessageTree()
        self.call_states: dict[str, tuple[CallState, ...]] = {}
        self.waits_at = ""
        self._hints: dict[str, str] = {}
        self._verdicts: dict[str, SchemaVerdict] = {}
        self._making: set[str] = set()
        self._stop_wanted = False
        self._growing: Entry | None = None
        self._waiting: tuple[str, float | None] = ("", None)
        self._speed = 0.0
        self._tokens = 0
        self._in_order = InOrder()
        self._thinking_since: dict[str, float] = {}
        self._thought: dict[str, float] = {}
        self._supervisor = Supervisor(merge=merge_texts, parent=self)
        self._supervisor.arrived.connect(self._on_event)
        self._supervisor.failed.connect(self.failed)
        self._supervisor.ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether a reply is being made."""
        return self._supervisor.busy

    @property
    def pace(self) -> tuple[int, float]:
        """Tokens of the reply that is being made, and tokens per second."""
        return self._tokens, self._speed

    @property
    def supervisor(self) -> Supervisor:
        """What runs the replies."""
        return self._supervisor

    def load(self) -> None:
        """Read the messages; `branch_changed` when they are there."""
        identity = self.conversation.id
        start_task(self, lambda: self._chat.messages(identity), self._on_messages_loaded, self.failed.emit)

    def entries(self) -> list[Entry]:
        """Return the branch that is shown."""
        entries = self._tree.entries()
        self._growing = entries[-1] if entries and entries[-1].growing else None
        known = {*self._hints, *self._verdicts, *self._making, *self.call_states, self.waits_at}
        for identity in known:
            row = self._tree.row_of(identity)
            if row is not None:
                entries[row] = self._dressed(entries[row])
        return entries

    def message(self, message_id: str) -> Message | None:
        """Return a message of the tree."""
        return self._tree.get(message_id)

    def send(self, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Say something at the end of the branch."""
        identity = self.conversation.id
        self._begin(lambda: self._chat.send(identity, text, attachments))

    def regenerate(self, message_id: str) -> None:
        """Ask for another reply."""
        identity = self.conversation.id
        self._begin(lambda: self._chat.regenerate(identity, message_id))

    def edit(self, message_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        """Say something else at an earlier place, or let a reply say something else."""
        identity = self.conversation.id
        self._begin(lambda: self._chat.edit(identity, message_id, text, attachments))

    def continue_reply(self, message_id: str) -> None:
        """Let the model go on with a reply."""
        identity = self.conversation.id
        self._begin(lambda: self._chat.continue_reply(identity, message_id))

    def branch_from(self, message_id: str, beginning: str) -> None:
        """Ask for another reply, with a given beginning."""
        identity = self.conversation.id
        self._begin(lambda: self._chat.branch_from(identity, message_id, beginning))

    def answer_calls(self, message_id: str, answers: Sequence[ToolAnswer]) -> None:
        """Say what tools answered to the calls of a reply."""
        identity = self.conversation.id
        self._begin(lambda: self._chat.answer_calls(identity, message_id, answers))

    def tree(self) -> tuple[Message, ...]:
        """Return every message of the conversation, on whatever branch."""
        return self._tree.messages()

    def take_judgement(self, message_id: str, rating: Rating, correction: str) -> None:
        """Show what the user thinks of a reply; it is kept already."""
        message = self._tree.get(message_id)
        if message is not None:
            self._tree.keep(msgspec.structs.replace(message, rating=rating, correction=correction))
            self.branch_changed.emit()

    def select(self, message_id: str) -> None:
        """Show the branch through a message."""
        identity = self.conversation.id
        leaf = newest_leaf(self._tree.messages(), message_id)
        self._show_leaf(leaf)
        select = self._in_order(lambda: self._chat.select(identity, message_id))
        start_task(self, select, None, self.failed.emit)

    def stop(self) -> None:
        """End the reply; a direct call, safe at any time.

        It may come before the background thread has begun the reply, so it is said again at the first event.
        """
        if self.busy:
            self._stop_wanted = True
            self._chat.stop(self.conversation.id)

    def change(self, **values: object) -> None:
        """Change settings of the conversation and keep them."""
        changed = msgspec.structs.replace(self.conversation, **values)
        self.conversation = changed
        start_task(self, self._in_order(lambda: self._chat.update(changed)), None, self.failed.emit)

    def finish(self) -> None:
        """Wait for the background thread; ask to stop first."""
        self._supervisor.close()

    def _begin(self, start: Start) -> None:
        if self.busy:
            return
        self._tokens, self._speed = 0, 0.0
        self._stop_wanted = False
        self._thinking_since = {}
        self._making.clear()
        self._supervisor.run(self._in_order.afterwards(start))  # with the settings that were just changed
        self.busy_changed.emit(True)

    def _dressed(self, entry: Entry) -> Entry:
        """Add what only the running reply knows."""
        hint = self._hints.get(entry.message.id, "")
        message = entry.message
        if entry.growing:
            entry = replace(entry, thought_seconds=self._thought.get(message.id))
        if message.id == self.waits_at:
            entry = replace(entry, goes_on=True)
        if message.id in self.call_states:
            entry = replace(entry, calls=self.call_states[message.id])
        if message.id not in self._making:
            return replace(entry, hint=hint, verdict=self._verdicts.get(message.id))
        note, share = self._waiting
        return replace(entry, hint=hint, waiting=note, share=share, speaker=self.speaker)

    def _show_leaf(self, leaf_id: str) -> None:
        self.conversation = msgspec.structs.replace(self.conversation, leaf_id=leaf_id)
        self._tree.show(leaf_id)
        self.branch_changed.emit()

    def _keep(self, message: Message) -> None:
        self._tree.keep(message)

    @Slot(object)
    def _on_messages_loaded(self, messages: list[Message]) -> None:
        self._tree.load(messages, self.conversation.leaf_id)
        self.loaded = True
        self.branch_changed.emit()
        self._check_forms(messages)

    @Slot(object)
    def _on_event(self, event: ReplyEvent) -> None:
        if self._stop_wanted:
            self._stop_wanted = False
            self._chat.stop(self.conversation.id)
        match event:
            case UserSaved(message=message):
                self._keep(message)
                self._show_leaf(message.id)
                self.message_saved.emit()
            case UserNotSaved(text=text, attachments=attachments):
                self.text_not_saved.emit(text, attachments)
            case ReplyStarted(message=message):
                self._on_started(message)
            case ReplyFitted(dropped_ids=dropped):
                self.left_out.emit(len(dropped))
            case ReplyWaiting(note=note, done=done, total=total):
                self._waiting = (note, done / total if total > 0 else None)
                self.waiting_told.emit(note)
                if self._growing is not None:
                    self._tell_entry(self._growing.message.id)
            case ReplyText() | ReplyReasoning() | ReplyToolCalled():
                self._on_piece(event)
            case ReplyEnded(message=message, hint=hint):
                self._end_thinking(message.id)
                self._making.discard(message.id)
                self._keep(message)
                if hint:
                    self._hints[message.id] = hint
                self._check_forms([message])
                self.branch_changed.emit()
                self.reply_ended.emit(message)

    def _on_started(self, message: Message) -> None:
        """Show the first of the replies that are made at once; the others stand beside it."""
        first = not self._making
        self._making.add(message.id)
        self._keep(message)
        if first:
            self._waiting = ("", None)
            self._show_leaf(message.id)
        else:
            self.branch_changed.emit()

    def _on_piece(self, event: ReplyText | ReplyReasoning | ReplyToolCalled) -> None:
        message = self._tree.get(event.message_id)
        if message is None:
            return
        match event:
            case ReplyToolCalled(call=call):
                self._end_thinking(message.id)
                changed = msgspec.structs.replace(message, tool_calls=(*message.tool_calls, call))
            case ReplyReasoning(text=text):
                self._thinking_since.setdefault(message.id, time.monotonic())
                changed = msgspec.structs.replace(message, reasoning=message.reasoning + text)
            case ReplyText(text=text):
                self._end_thinking(message.id)
                changed = msgspec.structs.replace(message, text=message.text + text)
        if not isinstance(event, ReplyToolCalled):
            self._tokens, self._speed = event.tokens, event.tokens_per_second
        self._keep(changed)
        self._tell_entry(event.message_id)

    def _check_forms(self, messages: Sequence[Message]) -> None:
        """Compare replies with the schemas that they were asked with, beside the window."""
        asked = [message for message in messages if schema_of(message) is not None]
        if asked:
            start_task(self, lambda: verdicts_on(asked), self._on_checked, self.failed.emit)

    @Slot(object)
    def _on_checked(self, verdicts: dict[str, SchemaVerdict]) -> None:
        self._verdicts |= verdicts
        self.branch_changed.emit()

    def _end_thinking(self, message_id: str) -> None:
        """Note how long the reasoning took; after it, other pieces take no part in it."""
        since = self._thinking_since.pop(message_id, None)
        if since is not None:
            self._thought[message_id] = self._thought.get(message_id, 0.0) + time.monotonic() - since

    def _tell_entry(self, message_id: str) -> None:
        """Tell of the growing message; the branch was made when it began, and only this changes."""
        entry = self._growing
        message = self._tree.get(message_id)
        if entry is None or message is None or entry.message.id != message_id:
            return
        self.entry_changed.emit(self._dressed(replace(entry, message=message)))

    @Slot()
    def _on_ended(self) -> None:
        left = [self._tree.get(identity) for identity in self._making]
        self._making.clear()
        for message in left:
            if message is not None and message.state is MessageState.STREAMING:
                self._keep(msgspec.structs.replace(message, state=MessageState.INTERRUPTED))
        if left:
            self.branch_changed.emit()
        self.busy_changed.emit(False)


def merge_texts(first: object, second: object) -> object | None:
    """Join two pieces of one reply or of its reasoning; None when they do not belong together."""
    if not isinstance(second, ReplyText | ReplyReasoning) or type(first) is not type(second):
        return None
    assert isinstance(first, ReplyText | ReplyReasoning)
    if first.message_id != second.message_id:
        return None
    return msgspec.structs.replace(second, text=first.text + second.text)
