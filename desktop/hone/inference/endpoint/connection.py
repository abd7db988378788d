"""HTTP exchanges on http.client: connections that are kept, and that any thread can end.

The standard library, because ending a request from another thread needs its socket in every phase, and
because it is imported in 25 ms (httpx2 takes 70). Redirects are not followed, so that a key goes to no
other host.
"""

from __future__ import annotations

import contextlib
import http.client
import select
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, urlsplit

import msgspec

from hone.inference.endpoint.call import Call
from hone.inference.endpoint.problems import Lost

CONNECT_SECONDS = 10.0
_KEPT_SECONDS = 30.0
_END_SECONDS = 0.3
_POLL = 0.1
_PIECE = 64 * 1024


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A request: `body` empty is a GET, else a POST of JSON.

    An answer that is silent for `silence` seconds is lost. At most `at_once` requests that say so are with
    one server; the others wait.
    """

    url: str
    headers: Mapping[str, str] = {}
    body: bytes = b""
    silence: float
    at_once: int


class Incoming:
    """An answer that is being read; raises Lost when its connection fails, CallCancelled when ended."""

    def __init__(self, call: Call, response: http.client.HTTPResponse) -> None:
        self._call = call
        self._response = response
        self.status = response.status
        self._socket = call.held
        self.read_to_end = False

    def header(self, name: str) -> str:
        """Return a header's value, empty when it is not there."""
        return self._response.headers.get(name) or ""

    def pieces(self) -> Iterator[bytes]:
        """Yield the body as it comes."""
        while piece := self._read():
            yield piece
        self.read_to_end = True

    def finish(self) -> None:
        """Read the end that should follow at once, so that the connection can serve again."""
        if self._socket is not None:
            self._socket.settimeout(_END_SECONDS)
        with contextlib.suppress(Lost):
            self.read_to_end = not self._read()

    def whole(self, limit: int) -> bytes:
        """Return the body, cut after `limit` bytes."""
        body = bytearray()
        for piece in self.pieces():
            body += piece
            if len(body) >= limit:
                return bytes(body[:limit])
        return bytes(body)

    def _read(self) -> bytes:
        try:
            piece = self._response.read1(_PIECE)
        except (OSError, http.client.HTTPException) as error:
            self._call.check()
            raise Lost(error) from error
        if not piece:  # where the end of the body is that of the connection, cancelling looks like it
            self._call.check()
        return piece


class Connections:
    """Connections to any number of servers. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: dict[str, list[tuple[float, http.client.HTTPConnection]]] = {}
        self._slots: dict[tuple[str, int], threading.BoundedSemaphore] = {}
        self._tls: ssl.SSLContext | None = None

    @contextlib.contextmanager
    def exchange(self, call: Call, outgoing: Outgoing) -> Iterator[Incoming]:
        """Send a request and give its answer; raises Lost or CallCancelled."""
        parts = urlsplit(outgoing.url)
        place = f"{parts.scheme}://{parts.netloc}"
        slots = self._slots_of(place, outgoing.at_once)
        while not slots.acquire(timeout=_POLL):
            call.check()
        try:
            call.check()
            connection, response = self._answer(call, parts, place, outgoing)
            incoming = Incoming(call, response)
            try:
                yield incoming
            finally:
                call.hold(None)
                if _reusable(incoming, response, call):
                    self._keep(place, connection)
                else:
                    connection.close()
        finally:
            slots.release()

    def close(self) -> None:
        """Close what is kept."""
        with self._lock:
            kept, self._idle = self._idle, {}
        for connections in kept.values():
            for _, connection in connections:
                connection.close()

    def _answer(
        self, call: Call, parts: SplitResult, place: str, outgoing: Outgoing
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """Return the answer's beginning; a kept connection that the server closed is replaced once."""
        kept = self._take(place)
        if kept is not None:
            try:
                return kept, _sent(call, kept, parts, outgoing)
            except Lost as lost:
                if not isinstance(lost.error, ConnectionError):
                    raise
        fresh = self._open(call, parts)
        return fresh, _sent(call, fresh, parts, outgoing)

    def _open(self, call: Call, parts: SplitResult) -> http.client.HTTPConnection:
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection = http.client.HTTPConnection(host, port)
        connection.auto_open = 0
        plain: socket.socket | None = None
        try:
            plain = _connected(call, host, port)
            if parts.scheme == "https":
                plain = self._tls_context().wrap_socket(
                    plain, server_hostname=host, do_handshake_on_connect=False
                )
                call.hold(plain)
                plain.do_handshake()
        except OSError as error:
            call.hold(None)
            if plain is not None:
                plain.close()
            call.check()
            raise Lost(error) from error
        connection.sock = plain
        return connection

    def _tls_context(self) -> ssl.SSLContext:
        """Return the settings of encrypted connections: the system's own list of trusted certificates."""
        with self._lock:
            if self._tls is None:
                import truststore

                self._tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            return self._tls

    def _slots_of(self, place: str, at_once: int) -> threading.BoundedSemaphore:
        with self._lock:
            return self._slots.setdefault((place, at_once), threading.BoundedSemaphore(at_once))

    def _take(self, place: str) -> http.client.HTTPConnection | None:
        """Return a kept connection that looks alive; those that are not are closed."""
        with self._lock:
            kept = self._idle.get(place, [])
            while kept:
                since, connection = kept.pop()
                if time.monotonic() - since < _KEPT_SECONDS and not _readable(connection.sock):
                    return connection
                connection.close()
        return None

    def _keep(self, place: str, connection: http.client.HTTPConnection) -> None:
        with self._lock:
            self._idle.setdefault(place, []).append((time.monotonic(), connection))


def _connected(call: Call, host: str, port: int) -> socket.socket:
    """Return a connected socket, by the first of the host's addresses that answers."""
    problem = OSError(f"{host} has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        call.check()
        plain = socket.socket(family, kind, protocol)
        plain.settimeout(CONNECT_SECONDS)
        call.hold(plain)
        try:
            plain.connect(address)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as error:
            call.hold(None)
            plain.close()
            problem = error
        else:
            return plain
    raise problem


def _sent(
    call: Call, connection: http.client.HTTPConnection, parts: SplitResult, outgoing: Outgoing
) -> http.client.HTTPResponse:
    """Send the request and return the answer's head; the connection is closed when that fails."""
    headers = {"Host": parts.netloc, "Accept-Encoding": "identity", "User-Agent": "Hone", **outgoing.headers}
    method = "POST" if outgoing.body else "GET"
    try:
        if connection.sock is None:
            raise ConnectionResetError("the connection was closed")
        connection.sock.settimeout(outgoing.silence)
        call.hold(connection.sock)
        connection.request(method, parts.path or "/", outgoing.body or None, headers)
        return connection.getresponse()
    except (OSError, http.client.HTTPException) as error:
        call.hold(None)
        connection.close()
        call.check()
        raise Lost(error) from error


def _reusable(incoming: Incoming, response: http.client.HTTPResponse, call: Call) -> bool:
    """Whether another request may follow; the library closes chunked answers by itself, others not."""
    if response.length == 0:
        response.close()
    return incoming.read_to_end and response.isclosed() and not response.will_close and not call.cancelled


def _readable(waiting: socket.socket | None) -> bool:
    """Whether something came on a connection that should be silent: its end, most likely."""
    if waiting is None:
        return True
    try:
        return bool(select.select([waiting], [], [], 0)[0])
    except (OSError, ValueError):
        return True
