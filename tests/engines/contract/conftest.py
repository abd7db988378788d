"""The three backends with one tiny model: two workers, and a real server on loopback."""

from __future__ import annotations

import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.chat import Turn
from hone.domain.endpoints import Endpoint
from hone.domain.generation import (
    Feature,
    Generate,
    GenerationEnded,
    Prompt,
    ReplyEvent,
    Request,
    TextChunk,
    TokenReport,
)
from hone.domain.models import Model, ModelFormat, endpoint_model
from hone.domain.sampling import Sampling
from hone.inference.endpoint.engine import EndpointEngine
from hone.services.engines import EngineService
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

if TYPE_CHECKING:
    from conftest import Backend as WorkerBackend
    from conftest import TinyModels

NAMES = ("llama", "huggingface", "endpoint")
START_SECONDS = 60.0


@dataclass(frozen=True)
class Reply:
    """One completion as it came."""

    text: str
    token_ids: tuple[int, ...]
    reports: tuple[TokenReport, ...]
    ended: GenerationEnded


@dataclass
class Candidate:
    """One backend under the contract."""

    name: str
    engines: EngineService
    model: Model

    def needs(self, feature: Feature) -> None:
        """Skip a test of what this backend does not claim."""
        if feature not in self.engines.features(self.model):
            pytest.skip(f"{self.name} does not claim {feature.value}")

    def request(self, prompt: Prompt | None = None, **values: Any) -> Generate:
        """Build a greedy request for 12 tokens, unless told otherwise."""
        sampling = {"temperature": 0.0, "max_tokens": 12, "seed": 7, **values.pop("sampling", {})}
        known = self.engines.samplers(self.model)
        default = Sampling()
        neutral = {name: getattr(default, name) for name in Sampling.__struct_fields__ if name not in known}
        return Generate(
            request_id=secrets.token_hex(8),
            prompt=prompt or Prompt(turns=(Turn("user", "What is a good question?"),)),
            sampling=Sampling(**{**sampling, **{k: v for k, v in neutral.items() if k not in sampling}}),
            **values,
        )

    def events(self, request: Request) -> list[ReplyEvent]:
        """Ask and collect everything."""
        return list(self.engines.reply(self.model, request))

    def replies(self, request: Generate) -> list[Reply]:
        """Ask and put the completions together."""
        return replies_of(self.events(request), request.request_id, request.completions)

    def reply_in(self, events: list[ReplyEvent], request: Generate) -> Reply:
        """Put the one completion of a request together from the events of many."""
        return replies_of(events, request.request_id, 1)[0]

    def ask(self, prompt: Prompt | None = None, **values: Any) -> Reply:
        """Ask for one completion."""
        return self.replies(self.request(prompt, **values))[0]


def replies_of(events: list[ReplyEvent], request_id: str, count: int) -> list[Reply]:
    """Put the completions of one request together from its events."""
    found = []
    mine = [event for event in events if getattr(event, "request_id", "") == request_id]
    for index in range(count):
        chunks = [event for event in mine if isinstance(event, TextChunk) and event.index == index]
        ends = [event for event in mine if isinstance(event, GenerationEnded) and event.index == index]
        assert len(ends) == 1
        found.append(
            Reply(
                "".join(chunk.text for chunk in chunks),
                tuple(token for chunk in chunks for token in chunk.token_ids),
                tuple(report for chunk in chunks for report in chunk.tokens),
                ends[0],
            )
        )
    return found


@pytest.fixture(scope="session")
def endpoint_candidate(tiny: TinyModels, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Candidate]:
    """llama-cpp-python's own server with the tiny model, reached through the endpoint backend."""
    pytest.importorskip("uvicorn")
    home = tmp_path_factory.mktemp("endpoint")
    paths = Paths(home, home / "cache")
    paths.make()
    with _server(tiny.gguf, home / "server.log") as url:
        engine = EndpointEngine(lambda endpoint: "")
        endpoint = Endpoint(name="tiny", url=url, model="tiny")
        engines = EngineService(
            paths, SettingsStore(paths.settings), remote=((ModelFormat.ENDPOINT, engine),)
        )
        yield Candidate("endpoint", engines, endpoint_model(endpoint))
        engines.close()


@pytest.fixture(params=NAMES)
def candidate(request: pytest.FixtureRequest) -> Candidate:
    """Each backend in turn."""
    if request.param == "endpoint":
        found: Candidate = request.getfixturevalue("endpoint_candidate")
        return found
    backends: dict[str, WorkerBackend] = request.getfixturevalue("backends")
    backend = backends[request.param]
    for _ in backend.engines.reply(backend.model, backend.request(sampling={"max_tokens": 1})):
        pass  # so that the engine tells what it claims
    return Candidate(f"contract-{request.param}", backend.engines, backend.model)


@contextmanager
def _server(gguf: Path, log: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(gguf), "--model_alias", "tiny"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "1024", "--logits_all", "true"]
    with log.open("wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink)
    try:
        _wait(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=2), process, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(knock: Callable[[], Any], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            knock().close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(log.read_text(errors="replace")[-2000:])
