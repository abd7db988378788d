"""How likely a model finds each token of a reply, under the prompt that the reply answers."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Protocol

import msgspec

from hone.domain.chat import Conversation, Message, Role, branch
from hone.domain.generation import (
    Feature,
    Progress,
    Prompt,
    Reporting,
    Score,
    Scored,
    ScoredChoice,
)
from hone.domain.generation import ReplyEvent as EngineEvent
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.prompt_snapshot import PromptSnapshot, hashes_of
from hone.domain.sampling import Sampling
from hone.domain.token_reports import Reader, TokenReading, reply_tokens
from hone.errors import BadInput, HoneError
from hone.services.as_made import made_with
from hone.services.assembling import assemble
from hone.services.prompt_request import prompt_of
from hone.services.reply_sources import Catalogue, ContextWindow, ToolBox

ALTERNATIVES = 8
_KEPT = 64


class Conversations(Protocol):
    """What is needed of the chat."""

    def get(self, conversation_id: str) -> Conversation:
        """Return a conversation."""

    def messages(self, conversation_id: str) -> list[Message]:
        """Return the whole tree of messages."""


class Engines(Protocol):
    """What is needed of the engines."""

    def reply(
        self, model: Model, request: Score, adapters: Sequence[AdapterChoice] = ()
    ) -> Iterator[EngineEvent]:
        """Answer a request."""

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what can be asked of a model."""

    def cancel(self, request_id: str) -> None:
        """End a request."""


class Snapshots(Protocol):
    """Knows the prompts that replies were made with."""

    def get(self, hashes: Iterable[str]) -> dict[str, PromptSnapshot]:
        """Return those that there are, by hash."""


class TokenReportService:
    """Reads replies token by token; the last readings are kept in memory. Safe from any thread."""

    def __init__(
        self,
        chat: Conversations,
        models: Catalogue,
        engines: Engines,
        fitting: ContextWindow | None = None,
        tools: ToolBox | None = None,
        snapshots: Snapshots | None = None,
    ) -> None:
        self._snapshots = snapshots
        self._prompts: dict[str, PromptSnapshot] = {}
        self._asked_for: set[str] = set()
        self._chat = chat
        self._models = models
        self._engines = engines
        self._fitting = fitting
        self._tools = tools
        self._lock = threading.Lock()
        self._kept: OrderedDict[bytes, TokenReading] = OrderedDict()

    def reader_of(self, conversation: Conversation, reply: Message | None = None) -> Reader:
        """Return the reader that a conversation is set to; for a `reply` under the prompt it was made with.

        Where that prompt is not in memory yet, see `knows`, it is read from the database.
        """
        now = Reader(
            model_id=conversation.model_id,
            adapter_id=conversation.adapter_id,
            system_prompt=conversation.system_prompt,
            setup=conversation.setup,
        )
        if reply is None:
            return now
        self.learn(reply)
        made = made_with(conversation, reply, self._prompts)
        return msgspec.structs.replace(
            now, system_prompt=made.system_prompt, setup=made.setup, tools=made.tools, record=made.record
        )

    def knows(self, reply: Message) -> bool:
        """Whether the prompt that a reply was made with is in memory, or is known to be lost."""
        return self._snapshots is None or self._asked_for >= set(hashes_of(reply))

    def learn(self, reply: Message) -> None:
        """Read the prompt that a reply was made with into memory, unless it is there."""
        if self._snapshots is None or self.knows(reply):
            return
        hashes = hashes_of(reply)
        found = self._snapshots.get(hashes)
        with self._lock:
            self._prompts |= found
            self._asked_for |= set(hashes)

    def read(
        self, request_id: str, conversation_id: str, message_id: str, reader: Reader | None = None
    ) -> Iterator[Progress | TokenReading]:
        """Read a reply's text as it stands, without its reasoning; Progress, and at last a TokenReading.

        The prompt is put together as for the reply, from what was said before it; `reader` None is the
        conversation's model under the prompt that the reply was made with. Raises BadInput for what cannot
        be read, Stopped when `cancel` was called with the `request_id`, HoneError when the engine fails.
        """
        conversation = self._chat.get(conversation_id)
        messages = self._chat.messages(conversation_id)
        message = _reply_in(messages, message_id)
        reader = reader or self.reader_of(conversation, message)
        model = self._model(reader)
        adapter = self._models.find_adapter(reader.adapter_id) if reader.adapter_id else None
        said = branch(messages, message.parent_id)
        prompt = self._prompt(model, adapter, reader, said, conversation.sampling)
        key = _key(model, adapter, prompt, message.text)
        known = self._known(key)
        if known is not None:
            yield msgspec.structs.replace(known, reader=reader)
            return
        self._check(model)
        for event in self._scored(request_id, model, adapter, prompt, message.text):
            if isinstance(event, Progress):
                yield event
                continue
            yield self._keep(key, _reading(reader, model, adapter, event))

    def cancel(self, request_id: str) -> None:
        """End a reading at any moment; never waits."""
        self._engines.cancel(request_id)

    def _model(self, reader: Reader) -> Model:
        if not reader.model_id:
            raise BadInput("No model is chosen.", hint="Choose the model that is to read the reply.")
        return self._models.find_model(reader.model_id)

    def _check(self, model: Model) -> None:
        if Feature.SCORING not in self._engines.features(model):
            raise BadInput(
                f"{model.name} runs on a server that does not tell how likely it finds a given text.",
                hint="Choose a model of this computer to read the reply with.",
            )

    def _prompt(
        self,
        model: Model,
        adapter: Adapter | None,
        reader: Reader,
        said: Sequence[Message],
        sampling: Sampling,
    ) -> Prompt:
        tools = reader.tools
        if tools is None:
            tools = self._tools.describe(reader.setup) if self._tools else ()
        assembly = assemble(reader.system_prompt, reader.setup, said, given="")
        if self._fitting is not None:
            assembly = self._fitting.fit(model, adapter, assembly, reader.setup, sampling, tools)
        return prompt_of(assembly, reader.setup, tools)

    def _scored(
        self, request_id: str, model: Model, adapter: Adapter | None, prompt: Prompt, text: str
    ) -> Iterator[Progress | Scored]:
        request = Score(
            request_id=request_id,
            prompt=prompt,
            choices=(text,),
            report=Reporting(alternatives=ALTERNATIVES),
        )
        chosen = [AdapterChoice(adapter=adapter)] if adapter else []
        for event in self._engines.reply(model, request, chosen):
            if isinstance(event, Progress | Scored):
                yield event
            if isinstance(event, Scored):
                return
        raise HoneError("The engine ended without an answer.", hint="Try again.")

    def _known(self, key: bytes) -> TokenReading | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: bytes, reading: TokenReading) -> TokenReading:
        with self._lock:
            self._kept[key] = reading
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return reading


def _reply_in(messages: Sequence[Message], message_id: str) -> Message:
    message = next((message for message in messages if message.id == message_id), None)
    if message is None:
        raise BadInput("This message does not exist any more.", detail=message_id)
    if message.role is not Role.ASSISTANT:
        raise BadInput("Only replies are read token by token.", hint="Choose a reply.")
    if not message.text:
        raise BadInput("This reply has no text to read.", hint="Choose another reply.")
    return message


def _reading(reader: Reader, model: Model, adapter: Adapter | None, scored: Scored) -> TokenReading:
    choice: ScoredChoice = scored.choices[0]
    return TokenReading(
        reader=reader,
        model_name=model.name,
        adapter_name=adapter.name if adapter else "",
        text="".join(choice.pieces),
        tokens=reply_tokens(choice),
        prompt_tokens=scored.usage.prompt_tokens,
    )


def _key(model: Model, adapter: Adapter | None, prompt: Prompt, text: str) -> bytes:
    """Name a reading by all that it depends on; of the reader that is what went into the prompt."""
    parts = (
        model.id,
        model.fingerprint,
        str(adapter.path) if adapter else "",
        adapter.created_at if adapter else None,
        prompt,
        text,
    )
    return sha256(msgspec.json.encode(parts)).digest()
