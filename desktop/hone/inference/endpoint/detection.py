"""Ask a server what it is and which models it has."""

from __future__ import annotations

import contextlib
from typing import Any
from urllib.parse import urlsplit

import msgspec

from hone.domain.endpoints import Endpoint
from hone.errors import HoneError
from hone.inference.endpoint.client import Client, NoSuchPage
from hone.inference.endpoint.kinds import KINDS
from hone.inference.endpoint.wire import MODELS, ListedModel


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """What a server is: its kind with a label for people, the models it lists, what it says of itself."""

    kind: str
    label: str
    models: tuple[str, ...]
    context_length: int = 0
    build: str = ""

    def of(self, endpoint: Endpoint) -> Endpoint:
        """Return the endpoint with what was found."""
        return msgspec.structs.replace(
            endpoint, kind=self.kind, context_length=self.context_length, build=self.build
        )


class _Answers:
    """Asks a server each question once."""

    def __init__(self, client: Client, models: tuple[ListedModel, ...]) -> None:
        self._client = client
        self._root = client.endpoint.url.rpartition("/")[0]
        self._known: dict[str, dict[str, Any]] = {}
        self.host = urlsplit(client.endpoint.url).hostname or ""
        self.wanted = client.endpoint.model
        self.models = models

    def get(self, path: str) -> dict[str, Any]:
        if path not in self._known:
            self._known[path] = {}
            with contextlib.suppress(HoneError, msgspec.DecodeError, UnicodeDecodeError):
                found = msgspec.json.decode(self._client.get(self._root + path))
                self._known[path] = found if isinstance(found, dict) else {}
        return self._known[path]


def survey(client: Client) -> Survey:
    """Look at the server; raises HoneError when it cannot be asked or is none of the kind.

    A server without a list of models is taken when the endpoint names its model: some hosted ones have none.
    """
    listed = _listed(client)
    answers = _Answers(client, listed)
    for kind in KINDS:
        seen = kind.recognise(answers)
        if seen is not None:
            return Survey(
                kind=kind.name,
                label=kind.label,
                models=tuple(model.id for model in listed),
                context_length=seen.context_length,
                build=seen.build,
            )
    raise AssertionError("the last kind takes every server")


def _listed(client: Client) -> tuple[ListedModel, ...]:
    endpoint = client.endpoint
    try:
        answer = client.get(f"{endpoint.url}/models")
        listed = MODELS.decode(answer).data
    except NoSuchPage:
        if endpoint.model:
            return ()
        raise
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise client.unreadable("its list of models cannot be read", answer) from error
    if listed is None:
        raise client.unreadable("it has no list of models", answer)
    return tuple(listed)
