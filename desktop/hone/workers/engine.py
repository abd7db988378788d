"""What both engines have in common: the loop over commands, and the way a reply is written.

An engine reads a prompt, then gives one token after another; stop strings, limits, counting and the text
that is sent are the same for all of them, and so they are here.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from hone.domain.chat import Usage
from hone.domain.generation import Generate, GenerationEnded, ModelLoaded, Progress, RequestFailed, TextChunk
from hone.errors import BadInput, HoneError
from hone.ipc.channel import Channel
from hone.ipc.messages import LoadModel, Ready, Stop
from hone.workers.stop_strings import StopStrings

DEFAULT_CONTEXT = 8192
PENALTY_WINDOW = 64
_LARGEST_SEED = 2**32 - 2  # llama.cpp takes 2**32 - 1 to mean "draw one"

Report = Callable[[str, float, float], None]


class Interrupted(Exception):
    """The request was cancelled while its prompt was read."""


class Broken(BadInput):
    """A request could not be served and may have left the model changed: the worker has to end."""


class TextStream(Protocol):
    """Turns tokens into text as they come; bytes of an unfinished character wait."""

    def add(self, token: int) -> str:
        """Return the text that is certain now."""
        ...

    def end(self) -> str:
        """Return what waited."""
        ...


class Session(Protocol):
    """One reply in the making."""

    def read(self, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> int:
        """Evaluate the prompt and return how many of its tokens were known; raises Interrupted."""
        ...

    def sample(self) -> int:
        """Choose the next token."""
        ...

    def feed(self, token: int) -> None:
        """Evaluate a chosen token."""
        ...

    def close(self) -> None:
        """Give back what belongs to this reply alone."""
        ...


class Engine(Protocol):
    """A loaded model."""

    context_length: int
    stop_ids: frozenset[int]

    def prompt(self, request: Generate) -> list[int]:
        """Return the tokens of a request's turns or text; raises BadInput."""
        ...

    def session(self, request: Generate, prompt: list[int], seed: int) -> Session:
        """Prepare a reply; raises BadInput when the adapter cannot be used."""
        ...

    def text_stream(self) -> TextStream:
        """Return a fresh stream of text."""
        ...

    def close(self) -> None:
        """Give the memory back."""
        ...


class Loader(Protocol):
    """Loads models of one format."""

    name: str

    def build(self) -> str:
        """Return the library and its version; must not import it."""
        ...

    def load(
        self, command: LoadModel, report: Report, stopped: Callable[[], bool]
    ) -> tuple[Engine, ModelLoaded]:
        """Load a model; raises BadInput when it cannot be used."""
        ...


def serve_engine(channel: Channel, loader: Loader, pid: int) -> None:
    """Answer commands until the parent stops this worker; loading that fails ends it."""
    channel.send(Ready(worker=loader.name, pid=pid, build=loader.build()))
    channel.start_heartbeat()
    engine: Engine | None = None
    while True:
        channel.work_is_done()
        command = channel.next_command()
        channel.step_begins()
        if command is None or isinstance(command, Stop):
            break
        if isinstance(command, LoadModel):
            if engine is not None:
                engine.close()
            engine, loaded = loader.load(
                command,
                lambda note, done, total: channel.send(Progress(note=note, done=done, total=total)),
                channel.stop_requested.is_set,
            )
            channel.send(loaded)
        elif isinstance(command, Generate):
            _answer(channel, engine, command)
    if engine is not None:
        engine.close()


def _answer(channel: Channel, engine: Engine | None, request: Generate) -> None:
    try:
        if engine is None:
            raise HoneError("No model is loaded yet.", hint="Load a model first.")
        channel.send(write_reply(channel, engine, request))
    except Broken:
        raise
    except HoneError as error:
        channel.send(
            RequestFailed(
                request_id=request.request_id,
                message=error.message,
                hint=error.hint,
                detail=error.detail,
                bad_input=isinstance(error, BadInput),
            )
        )


def write_reply(channel: Channel, engine: Engine, request: Generate) -> GenerationEnded:
    """Read the prompt, then send text until something ends the reply; raises HoneError."""
    seed = _seed(request.sampling.seed)
    prompt = engine.prompt(request)
    if len(prompt) >= engine.context_length:
        raise BadInput(
            f"This conversation has {len(prompt):,} tokens, and the model's window is "
            f"{engine.context_length:,} tokens.",
            hint="Start a new conversation, shorten it, or raise the context length in the settings.",
        )
    session = engine.session(request, prompt, seed)
    started = time.monotonic()
    try:
        reused = session.read(
            lambda: channel.is_cancelled(request.request_id),
            lambda done, total: channel.send(
                Progress(note="Reading the prompt", done=done, total=total, request_id=request.request_id)
            ),
        )
        read = time.monotonic()
        reason, count = _write(channel, engine, session, request, len(prompt))
    except Interrupted:
        reason, count, reused, read = "cancelled", 0, 0, time.monotonic()
    finally:
        session.close()
    return GenerationEnded(
        request_id=request.request_id,
        reason=reason,
        seed=seed,
        usage=Usage(
            prompt_tokens=len(prompt),
            reused_tokens=reused,
            reply_tokens=count,
            prompt_seconds=read - started,
            reply_seconds=time.monotonic() - read,
            context_length=engine.context_length,
        ),
    )


def _write(
    channel: Channel, engine: Engine, session: Session, request: Generate, prompt_tokens: int
) -> tuple[str, int]:
    """Send the reply's text; return why it ended and how many tokens it has."""
    stream, stops = engine.text_stream(), StopStrings(request.stop)
    waiting: list[int] = []
    count = 0
    while True:
        if channel.is_cancelled(request.request_id):
            reason = "cancelled"
            break
        token = session.sample()
        if token in engine.stop_ids:
            reason = "stop"
            break
        count += 1
        waiting.append(token)
        text = stops.add(stream.add(token))
        if text:
            channel.send(TextChunk(request_id=request.request_id, text=text, token_ids=tuple(waiting)))
            waiting.clear()
        if stops.found:
            reason = "stop"
            break
        if count >= request.sampling.max_tokens:
            reason = "length"
            break
        if prompt_tokens + count >= engine.context_length:
            reason = "context_full"
            break
        session.feed(token)
    rest = stops.end(stream.end())
    if rest or waiting:
        channel.send(TextChunk(request_id=request.request_id, text=rest, token_ids=tuple(waiting)))
    return reason, count


def _seed(wanted: int) -> int:
    """Return the seed to use and to report; -1 draws one."""
    return secrets.randbelow(_LARGEST_SEED + 1) if wanted < 0 else wanted % (_LARGEST_SEED + 1)


def context_for(wanted: int, trained: int) -> int:
    """Return the window in tokens: what was asked for, at most what the model was trained for.

    With nothing asked for, what it was trained for, at most 8192, so that the cache fits in memory.
    """
    if wanted <= 0:
        return min(trained, DEFAULT_CONTEXT) if trained > 0 else DEFAULT_CONTEXT
    return min(wanted, trained) if trained > 0 else wanted


def common_prefix(known: Sequence[int], wanted: Sequence[int]) -> int:
    """Return how many tokens two sequences begin with in common."""
    for index, (one, other) in enumerate(zip(known, wanted, strict=False)):
        if one != other:
            return index
    return min(len(known), len(wanted))


def file_stamp(path: Path) -> tuple[str, int, int]:
    """Return what changes when an adapter's file or folder is replaced; raises BadInput when it is gone."""
    try:
        newest = max(
            (file.stat() for file in ([path, *path.iterdir()] if path.is_dir() else [path])),
            key=lambda status: status.st_mtime_ns,
        )
    except OSError as error:
        raise BadInput(
            f"The adapter {path} does not exist.", hint="Was its run deleted? Choose another adapter."
        ) from error
    return str(path), newest.st_mtime_ns, newest.st_size
