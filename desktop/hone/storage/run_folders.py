"""Run folders: each explains itself, and the list of runs is made from them alone.

run.json        id, name, when it was made, its base model
plan.toml       what was asked for
owner.json      the process that drives it, while it runs
metrics.jsonl   what was measured
trainer.log     what the libraries said
checkpoints/    each with a manifest
adapter/        the result
outcome.json    how it ended
note.txt        what a person wrote about it
"""

from __future__ import annotations

import logging
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from hone.domain.models import Model, Shape
from hone.domain.plan import Plan, plan_from_toml, plan_to_toml, slug
from hone.domain.runs import MOVES, Run, RunState
from hone.errors import BadInput, HoneError
from hone.storage.atomic import cannot_write, replace, write_whole
from hone.storage.metrics import MetricsFile
from hone.storage.owner import Owner, this_process

Record = TypeVar("Record", bound=msgspec.Struct)

NOTE = "note.txt"
_log = logging.getLogger(__name__)


class RunRecord(msgspec.Struct, frozen=True, kw_only=True):
    """`run.json`: what is fixed when a run is made; the name may change later."""

    id: str
    name: str
    created_at: datetime
    base_name: str
    base_fingerprint: str = ""
    base_shape: Shape | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """`outcome.json`: how a run ended; `detail` is for the log."""

    state: RunState
    ended_at: datetime
    problem: str = ""
    hint: str = ""
    detail: str = ""


_ABANDONED = Outcome(
    state=RunState.INTERRUPTED,
    ended_at=datetime.fromtimestamp(0, UTC),
    problem="Hone ended while this run was training.",
    hint="Resume it: it goes on from its newest whole checkpoint.",
)


class RunFolders:
    """All runs below one folder; `trash` takes deleted ones."""

    def __init__(self, root: Path, trash: Path) -> None:
        self._root = root
        self._trash = trash

    def create(self, plan: Plan, base: Model) -> Run:
        """Make the folder of a new run."""
        now = datetime.now(UTC)
        run_id = f"{now:%Y%m%d-%H%M%S}-{slug(plan.name)}-{secrets.token_hex(2)}"
        folder = self._root / run_id
        record = RunRecord(
            id=run_id,
            name=plan.name,
            created_at=now,
            base_name=base.name,
            base_fingerprint=base.fingerprint,
            base_shape=base.shape,
        )
        write_whole(folder / "plan.toml", plan_to_toml(plan))
        write_whole(folder / "run.json", _pretty(record))
        return self.read(run_id)

    def runs(self) -> list[Run]:
        """Return every run that can be read, newest first; folders that are none are left alone."""
        found = []
        for path in self._root.glob("*/run.json"):
            try:
                found.append(self.read(path.parent.name))
            except HoneError as error:
                _log.warning("%s is not listed: %s", path.parent, error.message)
        return sorted(found, key=lambda run: (run.created_at, run.id), reverse=True)

    def read(self, run_id: str) -> Run:
        """Read one run from its folder; raises BadInput when there is none."""
        folder = self.folder(run_id)
        record = self.record(run_id)
        plan = plan_from_toml(_text(folder / "plan.toml"), folder, where=str(folder / "plan.toml"))
        outcome = _read(folder / "outcome.json", Outcome)
        metrics = MetricsFile(folder / "metrics.jsonl").read()
        last = metrics.steps[-1] if metrics.steps else None
        state = self._state(folder, outcome)
        if state is RunState.INTERRUPTED and outcome is None:
            outcome = _ABANDONED
        adapter = folder / "adapter"
        gguf = adapter / "adapter.gguf"
        return Run(
            id=record.id,
            name=record.name,
            state=state,
            folder=folder,
            created_at=record.created_at,
            plan=plan,
            step=last.step if last else 0,
            steps=last.steps if last else 0,
            best=metrics.best,
            base=metrics.base,
            seconds=last.seconds if last else 0.0,
            problem=outcome.problem if outcome else "",
            hint=outcome.hint if outcome else "",
            adapter=adapter if (adapter / "adapter_config.json").is_file() else None,
            adapter_gguf=gguf if gguf.is_file() else None,
        )

    def record(self, run_id: str) -> RunRecord:
        """Read `run.json`; raises HoneError when it is damaged."""
        path = self.folder(run_id) / "run.json"
        record = _read(path, RunRecord)
        if record is None:
            raise HoneError(f"{path} cannot be read.", hint="Restore it from a backup, or train anew.")
        return record

    def folder(self, run_id: str) -> Path:
        """Return the folder of a run; raises BadInput when there is no such run."""
        folder = self._root / run_id
        if Path(run_id).name != run_id or not (folder / "run.json").is_file():
            raise BadInput(f"There is no run {run_id!r}.", hint="`hone runs list` shows all runs.")
        return folder

    def begin(self, run_id: str) -> None:
        """Move a run to RUNNING, owned by this process; refused when the move is not legal."""
        folder = self.folder(run_id)
        self._check_move(self.read(run_id), RunState.RUNNING)
        (folder / "outcome.json").unlink(missing_ok=True)
        write_whole(folder / "owner.json", _pretty(this_process()))

    def end(self, run_id: str, state: RunState, problem: str = "", hint: str = "", detail: str = "") -> Run:
        """Move a run out of RUNNING and say why."""
        run = self.read(run_id)
        self._check_move(run, state)
        outcome = Outcome(state=state, ended_at=datetime.now(UTC), problem=problem, hint=hint, detail=detail)
        write_whole(run.folder / "outcome.json", _pretty(outcome))
        (run.folder / "owner.json").unlink(missing_ok=True)
        return self.read(run_id)

    def start_over(self, run_id: str) -> None:
        """Put the checkpoints of an earlier attempt aside, so that none of them is resumed from."""
        earlier = self.folder(run_id) / "checkpoints"
        if earlier.is_dir():
            _move(earlier, earlier.with_name(f"checkpoints-before-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"))

    def rename(self, run_id: str, name: str) -> Run:
        """Give a run another name; its id and folder stay."""
        if not name.strip():
            raise BadInput("A run needs a name.", hint="Type at least one letter.")
        record = msgspec.structs.replace(self.record(run_id), name=name.strip())
        write_whole(self.folder(run_id) / "run.json", _pretty(record))
        return self.read(run_id)

    def note(self, run_id: str) -> str:
        """Return what a person wrote about a run; empty when nothing is or it cannot be read."""
        try:
            return (self.folder(run_id) / NOTE).read_text(encoding="utf-8", errors="replace").rstrip("\n")
        except OSError:
            return ""

    def set_note(self, run_id: str, note: str) -> None:
        """Keep a note in the run's folder, written whole; an empty one is taken away."""
        path = self.folder(run_id) / NOTE
        if note.strip():
            write_whole(path, note.rstrip() + "\n")
            return
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(path, error) from error

    def delete(self, run_id: str) -> None:
        """Move a run's folder to the trash; refused while it runs."""
        folder = self.folder(run_id)
        if self.read(run_id).state is RunState.RUNNING:
            raise BadInput(f"{run_id} is training.", hint="Stop it first, then delete it.")
        _move(folder, self._trash / run_id)

    def restore(self, run_id: str) -> Run:
        """Bring a deleted run back."""
        deleted = self._trash / run_id
        if not run_id or Path(run_id).name != run_id or not deleted.is_dir():
            raise BadInput(f"There is no deleted run {run_id!r}.", hint="It may have been restored already.")
        _move(deleted, self._root / run_id)
        return self.read(run_id)

    def _state(self, folder: Path, outcome: Outcome | None) -> RunState:
        """Tell a run's state: its owner's record counts until the owner is gone, then the outcome."""
        owner = _read(folder / "owner.json", Owner)
        if owner is not None and outcome is None:
            return RunState.RUNNING if owner.is_alive() else RunState.INTERRUPTED
        if outcome is not None:
            return outcome.state
        return RunState.INTERRUPTED if (folder / "metrics.jsonl").exists() else RunState.CREATED

    def _check_move(self, run: Run, state: RunState) -> None:
        if state not in MOVES[run.state]:
            raise BadInput(
                f"{run.name} is {run.state}; it cannot become {state}.",
                hint="Start a new run with the same plan."
                if run.state is RunState.FINISHED
                else "Wait until it has ended, or stop it.",
            )


def _move(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace(source, target)
    except OSError as error:
        raise cannot_write(target, error) from error


def _pretty(value: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HoneError(
            f"{path} cannot be read.", hint="Restore it from a backup.", detail=str(error)
        ) from error


def _read(path: Path, kind: type[Record]) -> Record | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None
