"""Requests to one endpoint with its key; whatever fails becomes an error that names the endpoint."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import msgspec

from hone.domain.endpoints import Endpoint, key_variable
from hone.errors import BadInput, HoneError
from hone.inference.endpoint.call import Call
from hone.inference.endpoint.connection import Connections, Incoming, Outgoing
from hone.inference.endpoint.kinds import MOST_AT_ONCE
from hone.inference.endpoint.problems import (
    LONGEST_REASON,
    Lost,
    no_answer_of_an_api,
    of_network,
    of_status,
    without,
)
from hone.inference.endpoint.samplers import Body

LARGEST_ANSWER = 64 * 2**20
SILENCE_SECONDS = 120.0
PROBE_SECONDS = 20.0
_NOT_THERE = (404, 405)
_BUSY = (429, 503, 529)


class Busy(HoneError):
    """The endpoint takes no request now; `seconds` is how long it asks to wait, 0 when it does not say."""

    def __init__(self, error: HoneError, seconds: float) -> None:
        super().__init__(error.message, error.hint, error.detail)
        self.seconds = seconds


class NoSuchPage(BadInput):
    """The server has nothing at an address."""


class Client:
    """One endpoint, asked in one call."""

    def __init__(self, connections: Connections, call: Call, endpoint: Endpoint, key: str) -> None:
        self._connections = connections
        self._call = call
        self.endpoint = endpoint
        self._key = checked_key(key, endpoint.name)

    @contextlib.contextmanager
    def answer(self, path: str, body: Body, at_once: int = MOST_AT_ONCE) -> Iterator[Incoming]:
        """Post `body` and give the answer; raises HoneError for a refusal, Busy when it may pass.

        Lost and CallCancelled while the answer is read pass through.
        """
        outgoing = Outgoing(
            url=f"{self.endpoint.url}{path}",
            headers={**self._headers(), "Content-Type": "application/json"},
            body=msgspec.json.encode(body),
            silence=SILENCE_SECONDS,
            at_once=at_once,
        )
        with self._connections.exchange(self._call, outgoing) as incoming:
            self._accept(incoming)
            yield incoming

    def post(self, path: str, body: Body) -> bytes:
        """Post `body` and return the whole answer."""
        try:
            with self.answer(path, body) as incoming:
                return incoming.whole(LARGEST_ANSWER)
        except Lost as lost:
            raise self.lost(lost) from lost.error

    def get(self, url: str) -> bytes:
        """Return what is at `url`; raises HoneError."""
        outgoing = Outgoing(url=url, headers=self._headers(), silence=PROBE_SECONDS, at_once=MOST_AT_ONCE)
        try:
            with self._connections.exchange(self._call, outgoing) as incoming:
                self._accept(incoming)
                return incoming.whole(LARGEST_ANSWER)
        except Lost as lost:
            raise self.lost(lost) from lost.error

    def lost(self, lost: Lost) -> HoneError:
        """Return the error for a failed connection."""
        return self.told(of_network(self.endpoint, lost.error))

    def unreadable(self, what: str, answer: bytes = b"") -> HoneError:
        """Return the error for an answer that is none of OpenAI's protocol."""
        return self.told(no_answer_of_an_api(self.endpoint, what, answer))

    def told(self, error: HoneError) -> HoneError:
        """Return an error that quotes the server, without the key."""
        return without(self._key, error)

    def _headers(self) -> dict[str, str]:
        accepted = {"Accept": "application/json, text/event-stream"}
        return {**accepted, "Authorization": f"Bearer {self._key}"} if self._key else accepted

    def _accept(self, incoming: Incoming) -> None:
        if incoming.status == 200:
            return
        body = incoming.whole(LONGEST_REASON * 100)
        location = incoming.header("Location")[:LONGEST_REASON]
        error = self.told(of_status(self.endpoint, incoming.status, body, location))
        if incoming.status in _NOT_THERE:
            raise NoSuchPage(error.message, error.hint, error.detail)
        if incoming.status in _BUSY:
            raise Busy(error, _seconds(incoming.header("Retry-After")))
        raise error


def checked_key(key: str, name: str) -> str:
    """Return a key without spaces around it; raises BadInput, which never shows it, for one that is none."""
    wanted = key.strip()
    if not wanted.isascii() or not wanted.isprintable() or " " in wanted:
        raise BadInput(
            f"The key of {name} holds characters that no key has.",
            hint=f"Copy it again; look also at {key_variable(name)}.",
        )
    return wanted


def _seconds(retry_after: str) -> float:
    """Read Retry-After: seconds, or a date; 0 when it says neither."""
    with contextlib.suppress(ValueError):
        return max(0.0, float(retry_after))
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return 0.0
