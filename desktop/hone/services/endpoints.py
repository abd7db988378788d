"""Endpoints that the user added: kept in the settings, their keys in the system's keyring."""

from __future__ import annotations

import threading

import msgspec

from hone.domain.endpoints import Endpoint, checked_name, checked_url, key_variable, key_warning
from hone.errors import BadInput, HoneError
from hone.inference.endpoint.engine import EndpointEngine
from hone.inference.endpoint.kinds import label_of
from hone.services.endpoint_keys import EndpointKeys
from hone.storage.settings import SettingsStore


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered: what it is, in words, the models that it lists, and what is unsafe."""

    server: str
    models: tuple[str, ...]
    context_length: int
    warning: str = ""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """An endpoint that is in the list now; `warning` says what is unsafe, `note` why it was not asked."""

    endpoint: Endpoint
    server: str = ""
    warning: str = ""
    note: str = ""


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """An endpoint that is off the list; `note` says what was left behind."""

    endpoint: Endpoint
    note: str = ""


class EndpointService:
    """Adds, tests and removes endpoints. Safe from any thread; adding and testing ask the server."""

    def __init__(self, settings: SettingsStore, engine: EndpointEngine, keys: EndpointKeys) -> None:
        self._settings = settings
        self._engine = engine
        self._keys = keys
        self._lock = threading.Lock()
        self._removed: dict[str, tuple[Endpoint, str]] = {}

    def endpoints(self) -> tuple[Endpoint, ...]:
        """Return all endpoints in the order of adding."""
        return self._settings.get().endpoints

    def find(self, name: str) -> Endpoint:
        """Return an endpoint by its name; raises BadInput."""
        for endpoint in self.endpoints():
            if endpoint.name.lower() == name.strip().lower():
                return endpoint
        known = ", ".join(endpoint.name for endpoint in self.endpoints())
        raise BadInput(
            f"There is no endpoint {name!r}.", hint=f"Known: {known}." if known else "There are none yet."
        )

    def try_out(self, url: str, key: str = "", name: str = "", model: str = "") -> Tested:
        """Ask a server that is not added yet what it is; nothing is kept."""
        endpoint = Endpoint(name=name.strip() or "the server", url=checked_url(url), model=model.strip())
        key = key.strip() or self._keys.key_of(endpoint)
        return self._tested(endpoint, key)

    def test(self, name: str) -> Tested:
        """Ask an endpoint again what it is, and keep what it says."""
        endpoint = self.find(name)
        survey = self._engine.survey(endpoint, self._keys.key_of(endpoint))
        self._put(survey.of(endpoint))
        return self._tested_words(survey.of(endpoint), survey.models, self._keys.key_of(endpoint))

    def add(self, name: str, url: str, model: str = "", key: str = "") -> Added:
        """Keep an endpoint. A server that cannot be reached now is kept when its model is named.

        Without `model` the only one of the server is taken; raises BadInput naming them when it has several.
        """
        name = checked_name(name, (endpoint.name for endpoint in self.endpoints()))
        key = key.strip()
        endpoint = Endpoint(name=name, url=checked_url(url), model=model.strip(), has_key=bool(key))
        used = key or self._keys.key_of(endpoint)
        note = ""
        try:
            survey = self._engine.survey(endpoint, used)
        except BadInput:
            raise
        except HoneError as error:
            if not endpoint.model:
                raise
            note = f"It could not be asked what it is. {error.message} {error.hint}".strip()
        else:
            model = endpoint.model or _only(name, survey.models)
            endpoint = msgspec.structs.replace(survey.of(endpoint), model=model)
        if key:
            self._keys.keep(name, key)
        self._put(endpoint)
        warning = key_warning(endpoint.url) if used else ""
        return Added(endpoint=endpoint, server=label_of(endpoint), warning=warning, note=note)

    def remove(self, name: str) -> Removed:
        """Take an endpoint out of the list and its key out of the keyring; `restore` brings both back."""
        endpoint = self.find(name)
        key = note = ""
        try:
            if endpoint.has_key:
                key = self._keys.key_of(endpoint)
                self._keys.forget(endpoint.name)
        except HoneError as error:
            note = f"Its key may still be in the keyring. {error.message}"
        with self._lock:
            self._removed[endpoint.name] = (endpoint, key)
            rest = tuple(other for other in self.endpoints() if other.name != endpoint.name)
            self._settings.change(endpoints=rest)
        return Removed(endpoint=endpoint, note=note)

    def restore(self, name: str) -> Endpoint:
        """Bring back an endpoint that was removed since the program started; raises BadInput."""
        with self._lock:
            found = self._removed.get(name)
        if found is None:
            raise BadInput(f"{name!r} was not removed just now.", hint="Add it again.")
        endpoint, key = found
        checked_name(name, (other.name for other in self.endpoints()))
        if endpoint.has_key and key:
            self._keys.keep(name, key)
        self._put(endpoint)
        with self._lock:
            self._removed.pop(name, None)
        return endpoint

    def close(self) -> None:
        """End the connections that testing left open; may be called twice."""
        self._engine.close()

    def key_place(self, endpoint: Endpoint) -> str:
        """Say in words where an endpoint's key is; never the key."""
        if endpoint.has_key:
            return "in the system's keyring"
        from_variable = self._keys.key_of(endpoint)
        return f"in {key_variable(endpoint.name)}" if from_variable else "none"

    def _tested(self, endpoint: Endpoint, key: str) -> Tested:
        survey = self._engine.survey(endpoint, key)
        return self._tested_words(survey.of(endpoint), survey.models, key)

    def _tested_words(self, endpoint: Endpoint, models: tuple[str, ...], key: str) -> Tested:
        return Tested(
            server=label_of(endpoint),
            models=models,
            context_length=endpoint.context_length,
            warning=key_warning(endpoint.url) if key else "",
        )

    def _put(self, endpoint: Endpoint) -> None:
        """Replace the endpoint of that name, or add it at the end."""
        with self._lock:
            known = self.endpoints()
            replaced = tuple(endpoint if other.name == endpoint.name else other for other in known)
            added = replaced if endpoint in replaced else (*known, endpoint)
            self._settings.change(endpoints=added)


def _only(name: str, models: tuple[str, ...]) -> str:
    """Return the only model of a server; raises BadInput."""
    if len(models) == 1:
        return models[0]
    if not models:
        raise BadInput(f"{name} lists no model.", hint="Name the one to use.")
    shown = ", ".join(models[:12]) + (f" and {len(models) - 12} more" if len(models) > 12 else "")
    raise BadInput(f"{name} has {len(models)} models.", hint=f"Name the one to use: {shown}.")
