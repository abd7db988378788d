"""An MCP server behind an address: "streamable HTTP", over https or on this machine.

Each message is POSTed; the answer is JSON, or a stream of server-sent events. Redirections are not followed:
they could lead what the user gave to a stranger.
"""

from __future__ import annotations

import contextlib
import http.client
import ssl
import threading
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from hone.domain.endpoints import is_loopback
from hone.errors import BadInput, HoneError
from hone.workers.tools.mcp.protocol import LONGEST_MESSAGE, Message, decoded, encoded
from hone.workers.tools.mcp.transport import Inbox

_ACCEPTED = (200, 202)
_CONNECT_SECONDS = 15.0


class HttpTransport:
    """Speaks to one address; a session id that the server gives is sent back to it."""

    def __init__(self, name: str, url: str, headers: Mapping[str, str]) -> None:
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(url)):
            raise BadInput(f"{url} is neither https nor on this machine.", hint="Use an https address.")
        self._name = name
        self._parts = parts
        self._headers = dict(headers)
        self._session = ""
        self._version = ""
        self._inbox = Inbox()

    def send(self, message: Message, seconds: float) -> None:
        """POST a message; a thread reads the answer."""
        line = encoded(message)
        thread = threading.Thread(target=self._post, args=(line, message, seconds), daemon=True)
        thread.start()
        if "method" not in message or "id" not in message:
            thread.join(seconds)  # nothing answers it, and what follows must come later

    def receive(self, seconds: float) -> Message | None:
        """Wait for a message of any answer."""
        return self._inbox.take(seconds)

    def agreed(self, version: str) -> None:
        """Tell the version with every later message."""
        self._version = version

    def close(self) -> None:
        """Give the session back."""
        if not self._session:
            return
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = self._connection(2.0)
            connection.request("DELETE", self._path(), headers=self._all_headers())
            connection.getresponse().read(1)
            connection.close()

    def _post(self, line: bytes, message: Message, seconds: float) -> None:
        connection = self._connection(min(seconds, _CONNECT_SECONDS))
        try:
            connection.connect()
            assert connection.sock is not None
            connection.sock.settimeout(seconds)
            connection.request("POST", self._path(), line, self._all_headers())
            response = connection.getresponse()
            self._session = response.getheader("Mcp-Session-Id") or self._session
            if response.status not in _ACCEPTED:
                raise self._refused(response)
            for found in self._messages(response):
                self._inbox.put(found)
                if "method" not in found and found.get("id") == message.get("id"):
                    return  # a stream may stay open after its answer
        except HoneError as error:
            self._tell(message, error)
        except (OSError, http.client.HTTPException) as error:
            self._tell(message, self._unreachable(error))
        finally:
            connection.close()

    def _tell(self, message: Message, error: HoneError) -> None:
        """Make a failure the answer of its request, so that the next request is tried anew."""
        if "id" in message:
            self._inbox.put({"id": message["id"], "hone_failure": (error.message, error.hint)})

    def _messages(self, response: http.client.HTTPResponse) -> Iterator[Message]:
        kind = (response.getheader("Content-Type") or "").split(";")[0].strip().lower()
        if kind == "text/event-stream":
            for data in _events(response, self._name):
                yield from decoded(data, self._name)
            return
        body = response.read(LONGEST_MESSAGE + 1)
        if len(body) > LONGEST_MESSAGE:
            raise HoneError(f"{self._name} sent a message of more than 16 MB.")
        if body.strip():
            yield from decoded(body, self._name)

    def _connection(self, seconds: float) -> http.client.HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=seconds, context=_trusting_the_system())
        return http.client.HTTPConnection(host, port, timeout=seconds)

    def _path(self) -> str:
        query = f"?{self._parts.query}" if self._parts.query else ""
        return (self._parts.path or "/") + query

    def _all_headers(self) -> dict[str, str]:
        own = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
        if self._session:
            own["Mcp-Session-Id"] = self._session
        if self._version:
            own["MCP-Protocol-Version"] = self._version
        return {**self._headers, **own}

    def _refused(self, response: http.client.HTTPResponse) -> HoneError:
        said = response.read(2000).decode("utf-8", "replace").strip()
        if response.status in (401, 403):
            return HoneError(
                f"{self._name} wants to know who asks ({response.status}).",
                hint="Give it the header that it needs, such as Authorization: Bearer …",
                detail=said,
            )
        if 300 <= response.status < 400:
            hint = "Redirections are not followed; write the address that it leads to."
            return HoneError(f"{self._name} sends us elsewhere ({response.status}).", hint=hint)
        return HoneError(f"{self._name} answered {response.status} {response.reason}.", detail=said)

    def _unreachable(self, error: Exception) -> HoneError:
        reason = "it did not answer in time" if isinstance(error, TimeoutError) else str(error)
        return HoneError(f"{self._name} cannot be reached: {reason}."[:300], hint="Check its address.")


def _events(response: http.client.HTTPResponse, name: str) -> Iterator[bytes]:
    """Return the data of server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html"""
    data: list[bytes] = []
    size = 0
    while line := response.readline(LONGEST_MESSAGE):
        size += len(line)
        if size > LONGEST_MESSAGE:
            raise HoneError(f"{name} sent a message of more than 16 MB.")
        text = line.rstrip(b"\r\n")
        if text.startswith(b"data:"):
            data.append(text[5:].removeprefix(b" "))
        elif not text:
            if data:
                yield b"\n".join(data)
            data, size = [], 0


def _trusting_the_system() -> ssl.SSLContext:
    """Trust what the system trusts, as company networks need it."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def failure_of(message: Message) -> HoneError | None:
    """Return the failure that stands for an answer; None for a real answer."""
    found = message.get("hone_failure")
    return HoneError(found[0], found[1]) if isinstance(found, tuple) else None
