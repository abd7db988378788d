"""What all tests share: a home of their own, and no collection of what this installation cannot run."""

from __future__ import annotations

import gc
import importlib.util
import json
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hone.storage.paths import Paths

HAS_QT = importlib.util.find_spec("PySide6") is not None
MUCH_GARBAGE = 100_000  # containers made and not freed since the last collection
HAS_ENGINES = all(importlib.util.find_spec(name) is not None for name in ("torch", "llama_cpp"))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the window's tests out when there is no PySide6: the core must be provable without it."""
    root = config.rootpath / "tests"
    if HAS_QT or not collection_path.is_relative_to(root):
        return None
    parts = collection_path.relative_to(root).parts
    return True if parts and parts[0].startswith("ui") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests whose libraries are missing, by their marker."""
    for item in items:
        if item.get_closest_marker("worker") and not HAS_ENGINES:
            item.add_marker(pytest.mark.skip(reason="torch or llama-cpp-python is not installed"))
        if item.get_closest_marker("window") and not HAS_QT:
            item.add_marker(pytest.mark.skip(reason="PySide6 is not installed"))


@pytest.fixture(autouse=True, scope="session")
def collecting_by_hand() -> Iterator[None]:
    """Let no other thread than the tests' own collect garbage: widgets among it would end the process."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect after a test when there is enough of it."""
    yield
    if gc.get_count()[0] > MUCH_GARBAGE:
        gc.collect()


@pytest.fixture(autouse=True)
def hone_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, so that none can touch a user's data."""
    home = tmp_path / "hone-home"
    monkeypatch.setenv("HONE_HOME", str(home))
    return home


@pytest.fixture
def paths(hone_home: Path) -> Paths:
    """Return the places of this test's home, made."""
    places = Paths.of_user()
    places.make()
    return places


@pytest.fixture(autouse=True)
def close_log_files() -> Iterator[None]:
    """Close log files that a test's commands opened."""
    before = list(logging.getLogger("hone").handlers)
    yield
    for handler in list(logging.getLogger("hone").handlers):
        if handler not in before:
            logging.getLogger("hone").removeHandler(handler)
            handler.close()


@dataclass
class WebAnswer:
    """What the web server of a test answers; a piece that raises ConnectionError cuts the line there."""

    pieces: Iterable[bytes] = ()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    type: str = "application/json"


@dataclass
class WebRequest:
    """What the web server of a test was asked."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


class WebServer:
    """A server on loopback that answers each path with what `on` gave; anything else is 404."""

    def __init__(self) -> None:
        self.asked: list[WebRequest] = []
        self.answers: dict[str, Callable[[WebRequest], WebAnswer]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def on(self, path: str, answer: Callable[[WebRequest], WebAnswer]) -> None:
        """Answer a path from now on."""
        self.answers[path] = answer

    def json(self, path: str, value: object, status: int = 200, **headers: str) -> None:
        """Answer a path with JSON from now on."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        self.on(path, lambda request: self.answer(json.dumps(value).encode(), status=status, headers=named))

    def stream(self, path: str, *events: object) -> None:
        """Answer a path with server-sent events from now on: objects as JSON, texts as they are."""
        self.on(path, lambda request: self.events(*events))

    def answer(self, *pieces: bytes, **values: Any) -> WebAnswer:
        """Return an answer for a function given to `on`."""
        return WebAnswer(pieces, **values)

    def events(self, *events: object) -> WebAnswer:
        """Return a stream of server-sent events for a function given to `on`."""
        texts = (event if isinstance(event, str) else json.dumps(event) for event in events)
        return self.slowly(f"data: {text}\n\n".encode() for text in texts)

    def slowly(self, pieces: Iterable[bytes]) -> WebAnswer:
        """Return a stream of pieces that are made while they are sent."""
        return WebAnswer(pieces, type="text/event-stream")

    def posted(self) -> list[Any]:
        """Return the bodies of all POSTs."""
        return [request.body for request in self.asked if request.method == "POST"]

    def close(self) -> None:
        """End the server."""
        self._server.shutdown()
        self._server.server_close()


def _handler(web: WebServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Be silent."""

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                self.close_connection = True

        def finish(self) -> None:
            try:
                super().finish()
            except ConnectionError:
                self.close_connection = True

        def do_GET(self) -> None:
            self._answer("GET")

        def do_POST(self) -> None:
            self._answer("POST")

        def _answer(self, method: str) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): text for name, text in self.headers.items()}
            request = WebRequest(method, self.path, headers, json.loads(sent) if sent else None)
            web.asked.append(request)
            missing = WebAnswer([b'{"error": {"message": "nothing here"}}'], 404)
            answer = web.answers.get(self.path, lambda request: missing)(request)
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Transfer-Encoding", "chunked")
            for name, text in answer.headers.items():
                self.send_header(name, text)
            self.end_headers()
            for piece in answer.pieces:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")

    return Handler


@pytest.fixture
def web() -> Iterator[WebServer]:
    """Return a web server on loopback."""
    server = WebServer()
    yield server
    server.close()
