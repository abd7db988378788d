"""Look at everything Hone needs and say what is missing and what to do."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from functools import partial

from hone.domain.checks import Check, Verdict
from hone.domain.generation import Generate, ModelLoaded, Prompt
from hone.domain.models import ModelFormat
from hone.domain.sampling import Sampling
from hone.errors import HoneError
from hone.ipc.messages import Ready
from hone.ipc.process import WorkerProcess
from hone.services import machine
from hone.services.engines import EngineService
from hone.services.models import ModelService
from hone.storage.atomic import write_whole
from hone.storage.database import Database
from hone.storage.paths import Paths

_START_SECONDS = 90.0
_PLAIN_WORKERS = ("trainer", "converter", "inspector")
_ENGINES = {ModelFormat.GGUF: "llama.cpp", ModelFormat.SAFETENSORS: "transformers"}


class DoctorService:
    """Checks this machine and this user's data; changes nothing."""

    def __init__(
        self, paths: Paths, models: ModelService, engines: EngineService, database: Database
    ) -> None:
        self._paths = paths
        self._models = models
        self._engines = engines
        self._database = database

    def checks(self) -> Iterator[Check]:
        """Make the checks one after another, the quick ones first."""
        yield machine.python()
        yield machine.libraries()
        yield machine.processor()
        yield machine.memory()
        yield machine.gpu()
        yield machine.window_libraries()
        yield machine.disk(self._paths.data)
        yield _guarded("Data folder", self._data_folder)
        yield _guarded("Conversations", self._conversations)
        yield _guarded("Embedded model", self._embedded_model)
        for name in _PLAIN_WORKERS:
            yield _guarded(f"Worker {name}", partial(self._worker, name))
        yield from self._engine_checks()

    def _data_folder(self) -> Check:
        probe = self._paths.data / ".doctor"
        write_whole(probe, "written by hone doctor\n")
        probe.unlink()
        cloud = machine.synchronised_by(self._paths.data)
        if cloud:
            return Check(
                name="Data folder",
                verdict=Verdict.WARNING,
                found=f"{self._paths.data} is kept by {cloud}.",
                hint="A database there can be damaged by the other side. Set HONE_HOME to a local folder.",
            )
        return Check(name="Data folder", verdict=Verdict.OK, found=str(self._paths.data))

    def _conversations(self) -> Check:
        if not self._paths.database.exists():
            return Check(name="Conversations", verdict=Verdict.OK, found="none yet")
        damage = self._database.damage()
        if damage or self._database.notice:
            return Check(
                name="Conversations",
                verdict=Verdict.PROBLEM if damage else Verdict.WARNING,
                found=damage or self._database.notice,
                hint="Backups are in " + str(self._paths.backups),
            )
        count = len(self._database.query("SELECT 1 FROM conversations WHERE deleted_at IS NULL"))
        return Check(
            name="Conversations", verdict=Verdict.OK, found=f"{count}, every page of the database is sound"
        )

    def _embedded_model(self) -> Check:
        name = "Embedded model"
        own = [model for model in self._models.models() if model.is_demo]
        folder = next((model for model in own if model.format is ModelFormat.SAFETENSORS), None)
        if folder is None or folder.problem:
            return Check(
                name=name,
                verdict=Verdict.PROBLEM,
                found=folder.problem if folder else f"not in {self._models.demo_folder()}",
                hint="Get the complete source or package again.",
            )
        if not any(model.format is ModelFormat.GGUF and not model.problem for model in own):
            return Check(
                name=name,
                verdict=Verdict.WARNING,
                found="its weights are here, its GGUF is not",
                hint="Make it with: hone models embed",
            )
        return Check(name=name, verdict=Verdict.OK, found="weights and GGUF")

    def _worker(self, name: str) -> Check:
        begun = time.monotonic()
        worker = WorkerProcess(name, self._paths.logs / f"{name}.log")
        try:
            event = worker.next_event(timeout=_START_SECONDS)
        finally:
            worker.close()
        if not isinstance(event, Ready):
            return Check(
                name=f"Worker {name}",
                verdict=Verdict.PROBLEM,
                found=f"did not start within {_START_SECONDS:.0f} seconds",
                hint=f"Its log is {worker.log}.",
            )
        build = f" ({event.build})" if event.build else ""
        return Check(
            name=f"Worker {name}",
            verdict=Verdict.OK,
            found=f"starts in {time.monotonic() - begun:.1f} s{build}",
        )

    def _engine_checks(self) -> Iterator[Check]:
        """Let each engine make one token with the embedded model: nothing less proves that it works."""
        try:
            for model in self._models.models():
                if model.is_demo and not model.problem:
                    name = f"Engine {_ENGINES[model.format]}"
                    yield _guarded(name, partial(self._engine, name, model.id))
        finally:
            self._engines.release()

    def _engine(self, name: str, model_id: str) -> Check:
        model = self._models.find_model(model_id)
        request = Generate(
            request_id=secrets.token_hex(8), prompt=Prompt(text="Hello"), sampling=Sampling(max_tokens=1)
        )
        begun, device = time.monotonic(), ""
        for event in self._engines.reply(model, request):
            if isinstance(event, ModelLoaded):
                device = f" on {event.device}"
        seconds = time.monotonic() - begun
        return Check(name=name, verdict=Verdict.OK, found=f"answers after {seconds:.1f} s{device}")


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    """Make one check; its error is what it found."""
    try:
        return check()
    except HoneError as error:
        return Check(name=name, verdict=Verdict.PROBLEM, found=error.message, hint=error.hint)
