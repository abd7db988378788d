"""Runs: make, train, stop, resume, measure, and what is known of them."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.data.split import rows_of
from hone.domain.chat import Role
from hone.domain.datasets import TokenCounts
from hone.domain.generation import Progress
from hone.domain.memory import MemoryProspect
from hone.domain.models import Adapter, Model
from hone.domain.plan import Plan
from hone.domain.runs import HeldOut, Opening, Run, RunState, Step
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Event, Finished
from hone.ipc.training_messages import HeldOutMeasured, StepDone, Train
from hone.services.conversion import Conversion
from hone.services.models import ModelService
from hone.services.plan_checks import tokenizer_warnings, trainable
from hone.services.rendering import RenderingService
from hone.services.training import drive_trainer
from hone.services.training_room import TrainingRoom
from hone.storage.atomic import write_whole
from hone.storage.checkpoints import (
    checkpoints,
    fault,
    newest_valid_checkpoint,
    set_aside_damaged,
    step_of,
)
from hone.storage.metrics import MetricsFile
from hone.storage.paths import Paths
from hone.storage.run_folders import RunFolders

ADAPTER_RECORD = "hone_adapter.json"
ADAPTER_GGUF = "adapter.gguf"
_MEASURING_PATIENCE = 1.0
_RESUME = "Resume it: it goes on from its newest whole checkpoint."


class RunService:
    """Training runs of one user. Safe from any thread; a run is trained by one caller at a time."""

    def __init__(
        self,
        paths: Paths,
        models: ModelService,
        room: TrainingRoom,
        rendering: RenderingService | None = None,
    ) -> None:
        self._paths = paths
        self._rendering = rendering
        self._models = models
        self._room = room
        self._folders = RunFolders(paths.runs, paths.data / "trash" / "runs")
        self._lock = threading.Lock()
        self._stops: dict[str, threading.Event] = {}
        self._measuring: threading.Event | None = None

    def create(self, plan: Plan) -> Run:
        """Make a run of `plan`; raises BadInput for a plan that cannot be trained."""
        return self._folders.create(*trainable(plan, self._models))

    def runs(self) -> list[Run]:
        """Return all runs, newest first; one whose process is gone is INTERRUPTED."""
        return self._folders.runs()

    def get(self, run_id: str) -> Run:
        """Return one run; raises BadInput when there is none."""
        return self._folders.read(run_id)

    def train(self, run_id: str, resume: bool = False) -> Iterator[Event]:
        """Train a run from its start, or with `resume` from its newest whole checkpoint.

        Yields what the trainer tells, at the end Finished or WasStopped. Raises HoneError or WorkerLost
        after the run was marked failed or interrupted; leaving the iterator early interrupts the run.
        """
        run = self._folders.read(run_id)
        _, base = trainable(run.plan, self._models)
        self._check_base(run, base)
        stop = threading.Event()
        with self._lock:
            self._folders.begin(run_id)
            self._stops[run_id] = stop
        try:
            yield from self._train(run, base, stop, resume)
        except WorkerLost as error:
            self._record(run, RunState.INTERRUPTED, HoneError(error.message, _RESUME, error.detail))
            raise
        except HoneError as error:
            self._record(run, RunState.FAILED, error)
            raise
        finally:
            left = HoneError("Training was left before it had ended.", _RESUME)
            self._record(run, RunState.INTERRUPTED, left)
            with self._lock:
                if self._stops.get(run_id) is stop:
                    del self._stops[run_id]

    def stop(self, run_id: str) -> None:
        """Ask a run to write a checkpoint and end; harmless when it does not run."""
        with self._lock:
            stop = self._stops.get(run_id)
        if stop is not None:
            stop.set()

    def measure(self, plan: Plan, steps: int = 3) -> Iterator[Event]:
        """Make a few real steps of `plan`; yields Progress and StepDone, then Measured or WasStopped."""
        plan, base = trainable(plan, self._models)
        stop = threading.Event()
        with self._lock:
            if self._measuring is not None:
                raise BadInput("A plan is being measured already.", hint="Wait for it, or stop it first.")
            self._measuring = stop
        try:
            command = Train(plan=plan, folder=self._paths.cache / "measure", measure_steps=max(1, steps))
            log = self._paths.logs / "measure.log"
            with self._room.made_for(plan, base) as settled:
                for event in drive_trainer(command, log, stop, patience=_MEASURING_PATIENCE):
                    if isinstance(event, StepDone):
                        settled()
                    yield event
        finally:
            with self._lock:
                self._measuring = None

    def memory_prospect(self, plan: Plan, counts: TokenCounts | None = None) -> MemoryProspect:
        """Tell whether a start of `plan` would unload the chat model; raises BadInput as `create`.

        Without `counts` every row is reckoned as long as can be. Asks the GPU's driver: not for the
        window's thread.
        """
        return self._room.prospect(*trainable(plan, self._models), counts)

    def stop_measuring(self) -> None:
        """End a measurement; harmless when there is none."""
        with self._lock:
            if self._measuring is not None:
                self._measuring.set()

    def steps(self, run_id: str) -> list[Step]:
        """Return the steps of a run that count."""
        return list(self._metrics(run_id).read().steps)

    def held_out(self, run_id: str) -> list[HeldOut]:
        """Return the measurements of a run's held-out rows."""
        return list(self._metrics(run_id).read().held_out)

    def log(self, run_id: str) -> str:
        """Return what the trainer's libraries have written; empty before the first start."""
        path = self._folders.folder(run_id) / "trainer.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    def opening(self, run_id: str) -> Opening:
        """Return the first held-out row up to its reply: what to say to hear what was learned.

        Empty when the rows are no dialogues, or their file is no longer there or readable.
        """
        data = self.get(run_id).plan.data
        try:
            rows = rows_of(data)
        except BadInput:
            return Opening()
        turns = next((row.turns for row in (*rows.held_out, *rows.train) if row.turns), ())
        return Opening(
            system_prompt=next((turn.content for turn in turns if turn.role == Role.SYSTEM), ""),
            text=next((turn.content for turn in turns if turn.role == Role.USER), ""),
        )

    def rename(self, run_id: str, name: str) -> Run:
        """Give a run, and the adapter that came of it, another name."""
        run = self._folders.rename(run_id, name)
        if run.state is RunState.FINISHED and run.adapter is not None:
            self._write_adapter_record(run)
        return run

    def delete(self, run_id: str) -> None:
        """Move a run to the trash; refused while it runs."""
        self._folders.delete(run_id)

    def restore(self, run_id: str) -> Run:
        """Bring a deleted run back."""
        return self._folders.restore(run_id)

    def _train(self, run: Run, base: Model, stop: threading.Event, resume: bool) -> Iterator[Event]:
        """Train in the memory made for it, and turn what came of it into an adapter."""
        if self._rendering is not None:
            for warning in tokenizer_warnings(base, self._models, self._rendering):
                yield Progress(note=warning)
        checkpoint = yield from self._starting_point(run, resume)
        command = Train(plan=run.plan, folder=run.folder, resume=checkpoint)
        metrics = self._metrics(run.id)
        metrics.mark_resume(step_of(checkpoint) if checkpoint else 0)
        last: Event | None = None
        if sentence := self._room.prospect(run.plan, base).sentence:
            yield Progress(note=sentence)
        with self._room.made_for(run.plan, base) as settled:
            for event in drive_trainer(command, run.folder / "trainer.log", stop):
                if isinstance(event, StepDone):
                    metrics.add(event.step)
                    settled()
                elif isinstance(event, HeldOutMeasured):
                    metrics.add(event.held_out)
                last = event
                if not isinstance(event, Finished):
                    yield event
        if isinstance(last, Finished):
            yield from self._finish(run, base, stop)
        else:
            self._folders.end(run.id, RunState.STOPPED)

    def _record(self, run: Run, state: RunState, error: HoneError) -> None:
        """Note how a run ended, unless it is noted already or its folder is gone."""
        if run.folder.is_dir() and self._folders.read(run.id).state is RunState.RUNNING:
            self._folders.end(run.id, state, error.message, error.hint, error.detail)

    def _starting_point(self, run: Run, resume: bool) -> Generator[Event, None, Path | None]:
        """Choose the checkpoint to go on from; None means from the start."""
        if not resume:
            self._folders.start_over(run.id)
            return None
        for reason in set_aside_damaged(run.folder):
            yield Progress(note=f"{reason} An older checkpoint is used.")
        checkpoint = newest_valid_checkpoint(run.folder)
        if checkpoint is None and checkpoints(run.folder):
            raise HoneError(
                f"None of the {len(checkpoints(run.folder))} checkpoints of {run.name} is whole.",
                hint="Start the run again from its beginning; the damaged files are kept.",
                detail="\n".join(fault(path) or "" for path in checkpoints(run.folder)),
            )
        return checkpoint

    def _finish(self, run: Run, base: Model, stop: threading.Event) -> Iterator[Event]:
        """Write the adapter as GGUF, describe it, and end the run; without a GGUF it is finished too."""
        adapter, problem = run.folder / "adapter", ""
        target = adapter / ADAPTER_GGUF
        conversion = Conversion(run.folder / "converter.log")
        try:
            for event in conversion.adapter(adapter, base.path, target):
                if stop.is_set():
                    conversion.stop()
                yield event
        except HoneError as error:
            problem = f"The adapter was not written for llama.cpp: {error.message}"
            yield Progress(note=problem)
        self._folders.end(run.id, RunState.FINISHED, problem)
        self._write_adapter_record(self._folders.read(run.id))
        yield Finished(result=adapter)

    def _write_adapter_record(self, run: Run) -> None:
        """Describe the adapter beside it; paths are relative, so that the folder may be moved."""
        assert run.adapter is not None
        record = self._folders.record(run.id)
        made = run.adapter / "adapter_config.json"
        adapter = Adapter(
            id=run.id,
            name=run.name,
            path=Path(),
            gguf_path=Path(ADAPTER_GGUF) if run.adapter_gguf else None,
            base_name=record.base_name,
            base_fingerprint=record.base_fingerprint,
            base_shape=record.base_shape,
            method=run.plan.method.name,
            run_id=run.id,
            created_at=datetime.fromtimestamp(made.stat().st_mtime, UTC),
        )
        text = msgspec.json.format(msgspec.json.encode(adapter, enc_hook=str), indent=2)
        write_whole(run.adapter / ADAPTER_RECORD, text)

    def _check_base(self, run: Run, base: Model) -> None:
        """Refuse to train a run over other weights than it was made for."""
        made_for = self._folders.record(run.id).base_fingerprint
        if made_for and base.fingerprint != made_for:
            raise BadInput(
                f"{base.path} is no longer the model that {run.name} was made for: its weights differ.",
                hint="Put the model back, or start a new run.",
            )

    def _metrics(self, run_id: str) -> MetricsFile:
        return MetricsFile(self._folders.folder(run_id) / "metrics.jsonl")
