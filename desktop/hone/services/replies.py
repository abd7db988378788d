"""Make replies: find the model, follow the engine's events, keep the text, say what went wrong."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from hone.domain.assembly import Assembly
from hone.domain.chat import (
    Conversation,
    Message,
    Origin,
    ReplyEvent,
    ReplyFitted,
    ReplyStarted,
    ReplyWaiting,
)
from hone.domain.generation import (
    Generate,
    GenerationEnded,
    Progress,
    ReasoningChunk,
    RequestFailed,
    TextChunk,
    ToolCalled,
)
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.prompt_snapshot import PromptSnapshot
from hone.domain.setup import Setup
from hone.errors import BadInput, HoneError, Stopped
from hone.services.assembling import assemble
from hone.services.prompt_request import prompt_of
from hone.services.reply_part import ReplyPart
from hone.services.reply_sources import Catalogue, ContextWindow, Engines, ToolBox
from hone.services.state_files import StateFiles
from hone.storage.conversations import ConversationStore


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """Committed `replies` that begin alike and are to be filled at once, after what was `said`.

    `before` is what the one reply was when it is continued.
    """

    conversation: Conversation
    replies: tuple[Message, ...]
    said: tuple[Message, ...]
    before: Message | None = None


class _Turn:
    """The replies in the making of one conversation; `request_id` is empty until the engine was asked."""

    def __init__(self) -> None:
        self.request_id = ""
        self.stopped = False


class Replies:
    """Replies in the making, one request per conversation; `states` keeps what an engine has read of each.

    Without a `window` the engine refuses what does not fit; without `tools` none is offered to a model.
    """

    def __init__(
        self,
        store: ConversationStore,
        models: Catalogue,
        engines: Engines,
        states: StateFiles | None,
        window: ContextWindow | None,
        tools: ToolBox | None,
    ) -> None:
        self._store = store
        self._states = states
        self._models = models
        self._engines = engines
        self._window = window
        self._tools = tools
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
        """End the replies of one conversation, if there are any."""
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

    def stream(self, making: Making) -> Iterator[ReplyEvent]:
        """Fill committed replies: ReplyStarted first, ReplyEnded last for each, whatever the engine does.

        A caller that closes the iterator early ends them as STOPPED.
        """
        parts = [ReplyPart(self._store, reply, making.before) for reply in making.replies]
        # A reply that is continued has used its own id up: it may have been cancelled by that name.
        request_id = making.replies[0].id if making.before is None else secrets.token_hex(8)
        over = False
        try:
            for reply in making.replies:
                yield ReplyStarted(message=reply)
            yield from self._follow(making, request_id, parts)
            over = True
        finally:
            if not over:
                self._engines.cancel(request_id)
                for part in _open(parts):
                    part.end()
        for part in _open(parts):
            yield part.end()

    def _follow(self, making: Making, request_id: str, parts: Sequence[ReplyPart]) -> Iterator[ReplyEvent]:
        try:
            model, adapter = self._chosen(making.conversation)
            talk = making.conversation
            origin = _origin_of(talk, model, adapter)
            for part in parts:
                part.came_from(origin)
            tools = self._tools_of(talk.setup)
            prompt = PromptSnapshot.of(talk.system_prompt, talk.setup, tools)
            origin = msgspec.structs.replace(origin, prompt_hash=prompt.hash)
            for part in parts:
                part.came_from(origin, prompt)
            assembly = self._assembled(making, model, adapter, tools)
            if assembly.dropped_ids:
                for part in parts:
                    part.came_from(
                        msgspec.structs.replace(origin, left_out=len(assembly.dropped_ids)), prompt
                    )
                yield ReplyFitted(dropped_ids=assembly.dropped_ids)
            if self._begin(talk.id, request_id):
                request = self._request(making, request_id, assembly, tools)
                yield from self._hear(model, adapter, request, parts)
        except Stopped:
            return
        except HoneError as error:
            for part in parts:
                if not part.over:
                    part.fail(error)

    def _hear(
        self, model: Model, adapter: Adapter | None, request: Generate, parts: Sequence[ReplyPart]
    ) -> Iterator[ReplyEvent]:
        """Pass the engine's events to their parts; a part that is over before others is committed at once."""
        chosen = [AdapterChoice(adapter=adapter)] if adapter else []
        for event in self._engines.reply(model, request, chosen):
            match event:
                case Progress():
                    yield ReplyWaiting(note=event.note, done=event.done, total=event.total)
                case TextChunk() | ReasoningChunk() | ToolCalled() | GenerationEnded():
                    part = parts[event.index]
                    began = part.began
                    yield from part.hear(event)
                    if part.began and not began:  # its end may never come
                        seed = max(0, request.sampling.seed) + event.index
                        part.was_made(seed, self._engines.made_by(model))
                    if part.over and not all(other.over for other in parts):
                        yield part.end()
                case RequestFailed():
                    raise HoneError(event.message, event.hint, event.detail)
                case _:
                    continue

    def _tools_of(self, setup: Setup) -> tuple[dict[str, Any], ...]:
        return self._tools.describe(setup) if self._tools is not None and setup.tools else ()

    def _assembled(
        self, making: Making, model: Model, adapter: Adapter | None, tools: tuple[dict[str, Any], ...]
    ) -> Assembly:
        """Return what will be said to the model, with the beginning that the replies have."""
        talk = making.conversation
        assembly = assemble(talk.system_prompt, talk.setup, making.said, making.replies[0].text)
        if self._window is None:
            return assembly
        return self._window.fit(model, adapter, assembly, talk.setup, talk.sampling, tools)

    def _request(
        self, making: Making, request_id: str, assembly: Assembly, tools: tuple[dict[str, Any], ...]
    ) -> Generate:
        talk, setup = making.conversation, making.conversation.setup
        return Generate(
            request_id=request_id,
            prompt=prompt_of(assembly, setup, tools),
            sampling=talk.sampling,
            stop=setup.stop,
            constraint=setup.constraint,
            completions=len(making.replies),
            exact=setup.exact,
            state=self._states.path_for(talk.id) if self._states else None,
        )

    def _chosen(self, conversation: Conversation) -> tuple[Model, Adapter | None]:
        if not conversation.model_id:
            raise BadInput(
                "No model is chosen for this conversation.", hint="Choose a model, then try again."
            )
        model = self._models.find_model(conversation.model_id)
        adapter_id = conversation.adapter_id
        return model, self._models.find_adapter(adapter_id) if adapter_id else None

    def _begin(self, conversation_id: str, request_id: str) -> bool:
        """Tell `stop` whom to cancel; False when it was called already."""
        with self._lock:
            turn = self._turns[conversation_id]
            turn.request_id = request_id
            return not turn.stopped


def _open(parts: Sequence[ReplyPart]) -> list[ReplyPart]:
    return [part for part in parts if not part.committed]


def _origin_of(conversation: Conversation, model: Model, adapter: Adapter | None) -> Origin:
    return Origin(
        model_name=model.name,
        model_fingerprint=model.fingerprint,
        adapter_name=adapter.name if adapter else "",
        sampling=conversation.sampling,
        prompt_version_id=conversation.setup.prompt_version_id,
        stop=conversation.setup.stop,
        constraint=conversation.setup.constraint,
        template_variables=conversation.setup.template_variables,
    )
