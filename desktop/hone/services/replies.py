"""Make one reply: find the model, follow the engine's events, keep the text, say what went wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

import msgspec

from hone.domain.chat import (
    Conversation,
    Message,
    MessageState,
    Origin,
    ReplyEnded,
    ReplyEvent,
    ReplyReasoning,
    ReplyStarted,
    ReplyText,
    ReplyToolCalled,
    ReplyWaiting,
    ToolCall,
    Turn,
    Usage,
)
from hone.domain.generation import (
    Generate,
    GenerationEnded,
    Progress,
    Prompt,
    Provenance,
    ReasoningChunk,
    RequestFailed,
    TextChunk,
    ToolCalled,
)
from hone.domain.generation import ReplyEvent as EngineEvent
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.services.reply_writer import ReplyWriter
from hone.services.state_files import StateFiles
from hone.storage.conversations import ConversationStore

_FULL = "The conversation fills the model's window of {window} tokens, so the reply was cut."
_FULL_HINT = "Start a new conversation, or remove long messages by editing one."


class Engines(Protocol):
    """What a reply needs of the engines."""

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[EngineEvent]:
        """Load the model when needed and stream the reply."""

    def cancel(self, request_id: str) -> None:
        """End one request from any thread."""

    def made_by(self, model: Model) -> Provenance:
        """Return what the engine that holds a model tells of itself."""


class Catalogue(Protocol):
    """What a reply needs of the models on disk."""

    def find_model(self, name_or_path: str) -> Model:
        """Return a model by its id, name or path."""

    def find_adapter(self, name_or_path: str) -> Adapter:
        """Return an adapter by its id, name or path."""


class _Outcome(msgspec.Struct, kw_only=True):
    """How a reply ended; STOPPED until the engine says otherwise."""

    state: MessageState = MessageState.STOPPED
    problem: str = ""
    hint: str = ""
    usage: Usage | None = None


class _Turn:
    """One reply in the making; `request_id` is empty until the engine was asked."""

    def __init__(self) -> None:
        self.request_id = ""
        self.stopped = False


class Replies:
    """Replies in the making, at most one per conversation; `states` keeps what an engine has read of each."""

    def __init__(
        self, store: ConversationStore, models: Catalogue, engines: Engines, states: StateFiles | None
    ) -> None:
        self._store = store
        self._states = states
        self._models = models
        self._engines = engines
        self._lock = threading.Lock()
        self._turns: dict[str, _Turn] = {}

    @contextmanager
    def turn(self, conversation_id: str) -> Iterator[None]:
        """Hold a conversation for one reply; raises BadInput while another is made."""
        with self._lock:
            if conversation_id in self._turns:
                raise BadInput("A reply is still being written here.", hint="Wait until it ends, or stop it.")
            self._turns[conversation_id] = _Turn()
        try:
            yield
        finally:
            with self._lock:
                del self._turns[conversation_id]

    def stop(self, conversation_id: str) -> None:
        """End the reply of one conversation, if there is one."""
        with self._lock:
            turn = self._turns.get(conversation_id)
            if turn is None:
                return
            turn.stopped = True
            request_id = turn.request_id
        if request_id:
            self._engines.cancel(request_id)

    def stop_all(self) -> None:
        """End every reply."""
        for conversation_id in list(self._turns):
            self.stop(conversation_id)

    def stream(
        self, conversation: Conversation, reply: Message, turns: tuple[Turn, ...]
    ) -> Iterator[ReplyEvent]:
        """Fill the committed `reply`: ReplyStarted first, ReplyEnded last, whatever the engine does.

        A caller that closes the iterator early ends the reply as STOPPED.
        """
        writer, outcome = ReplyWriter(self._store, reply), _Outcome()
        over = False
        try:
            yield ReplyStarted(message=reply)
            yield from self._follow(conversation, reply, turns, writer, outcome)
            over = True
        finally:
            if not over:
                self._engines.cancel(reply.id)
                _end(writer, outcome)
        message = _end(writer, outcome)
        yield ReplyEnded(message=message, hint=outcome.hint)

    def _follow(
        self,
        conversation: Conversation,
        reply: Message,
        turns: tuple[Turn, ...],
        writer: ReplyWriter,
        outcome: _Outcome,
    ) -> Iterator[ReplyEvent]:
        try:
            model = self._model_of(conversation)
            adapter = self._models.find_adapter(conversation.adapter_id) if conversation.adapter_id else None
            writer.came_from(
                Origin(
                    model_name=model.name,
                    model_fingerprint=model.fingerprint,
                    adapter_name=adapter.name if adapter else "",
                    sampling=conversation.sampling,
                )
            )
            if self._begin(conversation.id, reply.id):
                request = Generate(
                    request_id=reply.id,
                    prompt=Prompt(turns=turns),
                    sampling=conversation.sampling,
                    state=self._states.path_for(conversation.id) if self._states else None,
                )
                chosen = [AdapterChoice(adapter=adapter)] if adapter else []
                for event in self._engines.reply(model, request, chosen):
                    began = writer.began
                    yield from _heard(event, reply.id, writer, outcome)
                    if writer.began and not began:  # its end may never come
                        writer.was_made(max(0, request.sampling.seed), self._engines.made_by(model))
        except Stopped:
            outcome.state = MessageState.STOPPED
        except HoneError as error:
            cut = isinstance(error, WorkerLost) and writer.began
            outcome.state = MessageState.INTERRUPTED if cut else MessageState.FAILED
            outcome.problem, outcome.hint = error.message, error.hint

    def _model_of(self, conversation: Conversation) -> Model:
        if not conversation.model_id:
            raise BadInput(
                "No model is chosen for this conversation.", hint="Choose a model, then try again."
            )
        return self._models.find_model(conversation.model_id)

    def _begin(self, conversation_id: str, request_id: str) -> bool:
        """Tell `stop` whom to cancel; False when it was called already."""
        with self._lock:
            turn = self._turns[conversation_id]
            turn.request_id = request_id
            return not turn.stopped


def _end(writer: ReplyWriter, outcome: _Outcome) -> Message:
    """Commit the reply as it ended; when that fails, return it saying so: its text is still on the screen."""
    try:
        return writer.end(outcome.state, outcome.problem, outcome.usage)
    except HoneError as error:
        outcome.hint = error.hint
        return msgspec.structs.replace(
            writer.message,
            state=MessageState.INTERRUPTED,
            problem=f"This reply is not saved. {error.message}",
        )


def _heard(event: EngineEvent, reply_id: str, writer: ReplyWriter, outcome: _Outcome) -> Iterator[ReplyEvent]:
    """Take one event of the engine into the reply."""
    match event:
        case Progress():
            yield ReplyWaiting(note=event.note, done=event.done, total=event.total)
        case TextChunk():
            writer.add(event.text, len(event.token_ids))
            yield ReplyText(
                message_id=reply_id,
                text=event.text,
                tokens=writer.tokens,
                tokens_per_second=writer.tokens_per_second,
            )
        case ReasoningChunk():
            writer.add_reasoning(event.text, len(event.token_ids))
            yield ReplyReasoning(
                message_id=reply_id,
                text=event.text,
                tokens=writer.tokens,
                tokens_per_second=writer.tokens_per_second,
            )
        case ToolCalled():
            call = ToolCall(event.name, event.arguments)
            writer.add_call(call, len(event.token_ids))
            yield ReplyToolCalled(message_id=reply_id, call=call)
        case GenerationEnded():
            outcome.usage = event.usage
            if event.provenance != Provenance():  # none is told by an engine that was killed
                writer.was_made(event.seed, event.provenance)
            outcome.state = _STATES.get(event.reason, MessageState.COMPLETE)
            if event.reason == "context_full":
                outcome.problem = _FULL.format(window=event.usage.context_length)
                outcome.hint = _FULL_HINT
        case RequestFailed():
            raise HoneError(event.message, event.hint, event.detail)
        case _:
            return


_STATES = {
    "stop": MessageState.COMPLETE,
    "length": MessageState.CUT,
    "context_full": MessageState.CUT,
    "cancelled": MessageState.STOPPED,
}
