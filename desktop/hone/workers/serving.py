"""The loop of an engine's process: commands in, steps of the engine, events out.

An engine works in steps of at most about half a second, so that new requests join and cancelled ones
leave between two steps.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hone.domain.generation import (
    Embed,
    Generate,
    MeasureText,
    ModelLoaded,
    Progress,
    RenderPrompt,
    Request,
    RequestFailed,
    Score,
)
from hone.errors import BadInput, HoneError
from hone.ipc.channel import Channel
from hone.ipc.messages import Command, LoadModel, Ready, Stop

IDLE_SECONDS = 2.0

Report = Callable[[str, float, float], None]


class Broken(BadInput):
    """A request could not be served and may have left the model changed: the worker has to end."""


class Outlet:
    """Where an engine's events go, and where it learns what was cancelled. Safe from any thread."""

    def __init__(self, channel: Channel) -> None:
        self.send = channel.send
        self.is_cancelled = channel.is_cancelled

    def fail(self, request_id: str, error: HoneError) -> None:
        """Tell that one request could not be served."""
        self.send(
            RequestFailed(
                request_id=request_id,
                message=error.message,
                hint=error.hint,
                detail=error.detail,
                bad_input=isinstance(error, BadInput),
            )
        )


class Engine(Protocol):
    """A loaded model that works on many requests at once.

    It answers every request that `submit` took: with GenerationEnded for each completion, with the
    struct that the request asks for, or with one RequestFailed. Cancelled requests end too.
    """

    def submit(self, request: Request) -> None:
        """Take a request; raises HoneError when it cannot be served, then nothing else is told of it."""
        ...

    def step(self) -> bool:
        """Work for a moment; returns whether there is more to do. Raises Broken to end the worker."""
        ...

    def rest(self) -> None:
        """Do what may wait, such as keeping state on disk; called when nothing was asked for a while."""
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
        self, command: LoadModel, outlet: Outlet, report: Report, stopped: Callable[[], bool]
    ) -> tuple[Engine, ModelLoaded]:
        """Load a model; raises BadInput when it cannot be used."""
        ...

    def render(self, command: RenderPrompt, outlet: Outlet) -> None:
        """Send the PromptRendered of a prompt without loading weights; raises BadInput."""
        ...


def serve_engine(channel: Channel, loader: Loader, pid: int) -> None:
    """Answer commands until the parent stops this worker; loading that fails ends it."""
    channel.send(Ready(worker=loader.name, pid=pid, build=loader.build()))
    channel.start_heartbeat()
    service = _Service(channel, loader)
    try:
        service.run()
    finally:
        service.close()


class _Service:
    """The loop's state: the engine, and whether it has work."""

    def __init__(self, channel: Channel, loader: Loader) -> None:
        self._channel = channel
        self._loader = loader
        self._outlet = Outlet(channel)
        self._engine: Engine | None = None
        self._busy = False
        self._rested = True

    def run(self) -> None:
        """Loop until a Stop."""
        while True:
            command = self._channel.next_command(timeout=self._patience())
            while command is not None:
                if isinstance(command, Stop):
                    return
                self._channel.step_begins()
                self._obey(command)
                command = self._channel.next_command(timeout=0)
            if self._engine is not None and self._busy:
                self._channel.step_begins()
                self._busy, self._rested = self._engine.step(), False
            elif self._engine is not None and not self._rested:
                self._engine.rest()
                self._rested = True
            if not self._busy:
                self._channel.work_is_done()

    def close(self) -> None:
        """Give back the model, if there is one."""
        if self._engine is not None:
            self._engine.close()

    def _patience(self) -> float | None:
        if self._busy:
            return 0
        return None if self._rested else IDLE_SECONDS

    def _obey(self, command: Command) -> None:
        match command:
            case LoadModel():
                self._load(command)
            case Generate() | Score() | MeasureText() | Embed():
                self._try(command.request_id, lambda: self._submit(command))
            case RenderPrompt():
                self._try(command.request_id, lambda: self._loader.render(command, self._outlet))
            case _:
                return

    def _load(self, command: LoadModel) -> None:
        self.close()
        self._engine = None
        self._engine, loaded = self._loader.load(
            command,
            self._outlet,
            lambda note, done, total: self._channel.send(Progress(note=note, done=done, total=total)),
            self._channel.stop_requested.is_set,
        )
        self._channel.send(loaded)

    def _submit(self, request: Request) -> None:
        if self._engine is None:
            raise HoneError("No model is loaded yet.", hint="Load a model first.")
        self._engine.submit(request)
        self._busy = True

    def _try(self, request_id: str, act: Callable[[], None]) -> None:
        try:
            act()
        except Broken:
            raise
        except HoneError as error:
            self._outlet.fail(request_id, error)


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
