"""Requests answered through endpoints: many at once, each ended by any thread."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import msgspec

from hone.domain.endpoints import Endpoint
from hone.domain.generation import (
    Embed,
    Embedded,
    Feature,
    Generate,
    ModelLoaded,
    Progress,
    Provenance,
    ReplyEvent,
    Request,
)
from hone.domain.models import Model
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.inference.endpoint.call import Call, CallCancelled, Calls
from hone.inference.endpoint.client import LARGEST_ANSWER, Busy, Client
from hone.inference.endpoint.connection import Connections, Incoming
from hone.inference.endpoint.detection import Survey, survey
from hone.inference.endpoint.kinds import ServerKind, kind_named, label_of
from hone.inference.endpoint.problems import Lost, reason_of
from hone.inference.endpoint.reply import Reply
from hone.inference.endpoint.request_body import check, post_of
from hone.inference.endpoint.server_events import TooLarge, events_in
from hone.inference.endpoint.wire import CHUNK, VECTORS, Chunk

MOST_RETRIES = 6
LONGEST_WAIT = 60.0
_TEXTS_AT_ONCE = 64


class Answering:
    """Answers requests as `EndpointEngine` says. Safe from any thread; every method but `cancel` may wait."""

    def __init__(self, key_of: Callable[[Endpoint], str]) -> None:
        self._key_of = key_of
        self._connections = Connections()
        self._calls = Calls()
        self._known: dict[Endpoint, Endpoint] = {}
        self._told: set[Endpoint] = set()

    def open(self, model: Model, request: Request) -> Iterator[ReplyEvent]:
        """Answer a request; `cancel` finds it from now on."""
        return self._events(model, request, self._calls.begin(request.request_id))

    def cancel(self, request_id: str) -> None:
        """End a request from any thread: its connection is shut at once."""
        self._calls.cancel(request_id)

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what can be asked of a model; a server that is not known yet is asked what it is."""
        return self._kind(self._known_endpoint(_endpoint_of(model), Call())).features

    def samplers(self, model: Model) -> frozenset[str]:
        """Return the fields of Sampling that act; as `features`."""
        return frozenset(self._kind(self._known_endpoint(_endpoint_of(model), Call())).samplers)

    def survey(self, endpoint: Endpoint, key: str) -> Survey:
        """Look at a server anew; raises HoneError saying why it cannot be used."""
        return survey(Client(self._connections, Call(), endpoint, key))

    def close(self) -> None:
        """End all requests and close all connections."""
        self._calls.cancel_all()
        self._connections.close()

    def _events(self, model: Model, request: Request, call: Call) -> Iterator[ReplyEvent]:
        endpoint = _endpoint_of(model)
        try:
            if not endpoint.kind and endpoint not in self._known:
                yield Progress(note=f"Asking {endpoint.name} what it is", request_id=request.request_id)
            endpoint = self._known_endpoint(endpoint, call)
            kind = self._kind(endpoint)
            check(request, endpoint, kind)
            if endpoint not in self._told:
                self._told.add(endpoint)
                yield _loaded(model, endpoint, kind)
            client = Client(self._connections, call, endpoint, self._key_of(endpoint))
            if isinstance(request, Generate):
                for index in range(request.completions):
                    yield from _Completion(client, call, request, kind, index).events()
            elif isinstance(request, Embed):
                yield self._embedded(client, request, kind)
        except CallCancelled:
            if not isinstance(request, Generate):
                raise Stopped(f"The request to {endpoint.name} was stopped.") from None
            for index in range(request.completions):
                yield Reply(request, index).ended("cancelled", 0, Provenance(), endpoint)

    def _known_endpoint(self, endpoint: Endpoint, call: Call) -> Endpoint:
        """Return the endpoint with its kind; a server is asked once."""
        if kind_named(endpoint.kind) is not None:
            return endpoint
        if endpoint not in self._known:
            client = Client(self._connections, call, endpoint, self._key_of(endpoint))
            self._known[endpoint] = survey(client).of(endpoint)
        return self._known[endpoint]

    def _kind(self, endpoint: Endpoint) -> ServerKind:
        kind = kind_named(endpoint.kind)
        assert kind is not None
        return kind

    def _embedded(self, client: Client, request: Embed, kind: ServerKind) -> Embedded:
        vectors: list[tuple[float, ...]] = []
        body = {"model": client.endpoint.model, **({} if request.normalise else kind.raw_vectors)}
        for start in range(0, len(request.texts), _TEXTS_AT_ONCE):
            texts = request.texts[start : start + _TEXTS_AT_ONCE]
            answer = client.post("/embeddings", {**body, "input": list(texts)})
            try:
                found = sorted(VECTORS.decode(answer).data, key=lambda vector: vector.index)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise client.unreadable("its embeddings cannot be read", answer) from error
            if len(found) != len(texts):
                raise client.unreadable("embeddings are missing")
            vectors += [_normal(vector.embedding, request.normalise) for vector in found]
        return Embedded(request_id=request.request_id, vectors=tuple(vectors))


class _Completion:
    """One completion of a request."""

    def __init__(self, client: Client, call: Call, request: Generate, kind: ServerKind, index: int) -> None:
        self._client = client
        self._call = call
        self._request = request
        self._kind = kind
        self._endpoint = client.endpoint
        self._reply = Reply(request, index)
        self._seed = _seed(request, kind, index)

    def events(self) -> Iterator[ReplyEvent]:
        """Ask, and yield what comes, until the end; a busy server is asked again for a while."""
        waited = 0.0
        for attempt in range(MOST_RETRIES + 1):
            try:
                yield from self._once()
                return
            except Busy as busy:
                seconds = busy.seconds or 2.0**attempt
                if attempt == MOST_RETRIES or waited + seconds > LONGEST_WAIT:
                    raise
                note = f"{self._endpoint.name} is busy; asking again in {seconds:.0f} s"
                yield Progress(note=note, request_id=self._request.request_id)
                try:
                    self._call.wait(seconds)
                except CallCancelled:
                    yield self._ended("cancelled")
                    return
                waited += seconds

    def _once(self) -> Iterator[ReplyEvent]:
        post = post_of(self._request, self._endpoint, self._kind, self._seed)
        try:
            with self._client.answer(post.path, post.body, self._kind.at_once) as incoming:
                for chunk in self._chunks(incoming):
                    yield from self._reply.take(chunk)
            yield from self._reply.rest()
            self._check_end()
            yield self._ended(self._reply.finish)
        except CallCancelled:
            yield from self._reply.rest()
            yield self._ended("cancelled")
        except Lost as lost:
            raise self._cut(self._client.lost(lost)) from lost.error

    def _chunks(self, incoming: Incoming) -> Iterator[Chunk]:
        """Yield the chunks of a stream, or the whole answer of a server that does not stream."""
        kind = incoming.header("Content-Type").partition(";")[0].strip().lower()
        if kind == "application/json":
            yield self._decoded(incoming.whole(LARGEST_ANSWER))
            return
        if kind != "text/event-stream":
            what = f"it sends {kind or 'no type of content'}, no stream of events"
            raise self._client.unreadable(what, incoming.whole(LARGEST_ANSWER))
        try:
            for data in events_in(incoming.pieces()):
                if data.strip() == b"[DONE]":
                    incoming.finish()
                    return
                yield self._decoded(data)
        except TooLarge as error:
            raise self._cut(self._client.unreadable("a part of its reply is too large")) from error

    def _decoded(self, data: bytes) -> Chunk:
        try:
            chunk = CHUNK.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            what = "a part of its reply cannot be read"
            raise self._cut(self._client.unreadable(what, data)) from error
        if chunk.error:
            said = HoneError(
                f"{self._endpoint.name} gave up the reply. It says: {reason_of(chunk.error)}",
                hint="Look at the server, or try again.",
            )
            raise self._client.told(self._cut(said))
        return chunk

    def _check_end(self) -> None:
        """Raise HoneError when the stream is over but the reply is not, or not as it was asked for."""
        reply, name = self._reply, self._endpoint.name
        if not reply.finish:
            early = HoneError(
                f"{name} ended the reply before it was complete.",
                hint="The server may have failed, or serve one request at a time; its log may say.",
            )
            raise self._cut(early)
        if reply.finish == "content_filter":
            raise HoneError(f"A filter of {name} ended the reply.", hint="Put the question differently.")
        if self._request.report.wants_logprobs and reply.text and not reply.reported:
            raise HoneError(
                f"{name} was asked for log-probabilities and sent none.",
                hint="Ask without them, or choose another model.",
            )
        if self._request.constraint.json_schema is not None and reply.finish == "stop":
            try:
                msgspec.json.decode(self._request.prompt.prefill + reply.text)
            except msgspec.DecodeError as error:
                raise HoneError(
                    f"{name} was given a JSON schema, and its reply is no JSON: it seems not to know them.",
                    hint="Choose another model, or ask for JSON in the prompt.",
                    detail=reply.text[:400],
                ) from error

    def _cut(self, error: HoneError) -> HoneError:
        """Return the error as the loss of an engine when a part of the reply came, which is kept then."""
        return WorkerLost(error.message, error.hint, error.detail) if self._reply.began else error

    def _ended(self, reason: str) -> ReplyEvent:
        provenance = Provenance(
            build=label_of(self._endpoint),
            device=urlsplit(self._endpoint.url).netloc,
        )
        return self._reply.ended(reason, self._seed, provenance, self._endpoint)


def _endpoint_of(model: Model) -> Endpoint:
    if model.endpoint is None:
        raise BadInput(f"{model.name} is not behind an endpoint.", hint="Choose another model.")
    return model.endpoint


def _loaded(model: Model, endpoint: Endpoint, kind: ServerKind) -> ModelLoaded:
    return ModelLoaded(
        path=model.path,
        context_length=endpoint.context_length,
        seconds=0.0,
        device=urlsplit(endpoint.url).netloc,
        features=tuple(sorted(kind.features)),
        samplers=tuple(sorted(kind.samplers)),
        build=label_of(endpoint),
    )


def _seed(request: Generate, kind: ServerKind, index: int) -> int:
    """Return the seed of a completion, -1 where the server draws one itself."""
    if request.sampling.seed >= 0:
        return (request.sampling.seed + index) % 2**32
    return secrets.randbelow(2**31) if kind.draws_seed else -1


def _normal(vector: list[float], normalise: bool) -> tuple[float, ...]:
    """Return the vector, of length 1 when asked for: servers differ in what they send."""
    length = math.sqrt(math.fsum(value * value for value in vector)) if normalise else 1.0
    return tuple(value / length for value in vector) if length else tuple(vector)
