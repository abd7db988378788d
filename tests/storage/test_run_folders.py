"""The list of runs comes from folders alone; states move only as they may."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hone.domain.models import Model, ModelFormat
from hone.domain.plan import Base, Data, Plan
from hone.domain.runs import MOVES, HeldOut, RunState, Step
from hone.errors import BadInput, HoneError
from hone.storage.metrics import MetricsFile
from hone.storage.owner import Owner, this_process
from hone.storage.run_folders import RunFolders

BASE = Model(
    id="m",
    name="Tiny",
    path=Path("/models/tiny"),
    format=ModelFormat.SAFETENSORS,
    size_bytes=1,
    fingerprint="w1:abc",
)
PLAN = Plan(
    name="My first run!", base=Base(model=Path("/models/tiny")), data=Data(train=Path("/data/rows.jsonl"))
)


@pytest.fixture
def folders(tmp_path: Path) -> RunFolders:
    return RunFolders(tmp_path / "runs", tmp_path / "trash")


def step(number: int, loss: float = 1.0) -> Step:
    return Step(
        step=number,
        steps=10,
        epoch=0.1 * number,
        loss=loss,
        learning_rate=1e-3,
        gradient_norm=1.0,
        tokens_per_second=100.0,
        seconds=2.0 * number,
        seconds_left=1.0,
        memory_bytes=1,
    )


def test_run_is_read_back_when_only_its_folder_is_known(folders: RunFolders, tmp_path: Path) -> None:
    made = folders.create(PLAN, BASE)
    metrics = MetricsFile(made.folder / "metrics.jsonl")
    metrics.add(HeldOut(step=0, loss=3.0, token_accuracy=0.1))
    metrics.add(step(1))
    metrics.add(HeldOut(step=1, loss=2.0, token_accuracy=0.2))
    found = RunFolders(tmp_path / "runs", tmp_path / "trash").runs()
    assert [run.id for run in found] == [made.id]
    assert found[0].plan == PLAN and found[0].name == "My first run!"
    assert (found[0].step, found[0].steps, found[0].seconds) == (1, 10, 2.0)
    assert found[0].base is not None and found[0].base.loss == 3.0
    assert found[0].best is not None and found[0].best.loss == 2.0


@pytest.mark.parametrize("target", [state for state in RunState if state is not RunState.RUNNING])
@pytest.mark.parametrize("start", list(RunState))
def test_run_moves_when_and_only_when_the_move_is_legal(
    start: RunState, target: RunState, folders: RunFolders
) -> None:
    run_id = folders.create(PLAN, BASE).id
    if start is not RunState.CREATED:
        folders.begin(run_id)
    if start not in (RunState.CREATED, RunState.RUNNING):
        folders.end(run_id, start)
    assert folders.read(run_id).state is start
    if target in MOVES[start]:
        assert folders.end(run_id, target, "Why.", "What next.").problem == "Why."
    else:
        with pytest.raises(BadInput, match=f"is {start}"):
            folders.end(run_id, target)
        assert folders.read(run_id).state is start


@pytest.mark.parametrize(
    "owner",
    [
        Owner(pid=2**22 + 12345, started=0.0),
        Owner(pid=os.getpid(), started=this_process().started - 1000),
        Owner(pid=1, started=0.0),
    ],
    ids=["gone", "number used again", "init"],
)
def test_run_is_interrupted_when_its_owner_is_gone(owner: Owner, folders: RunFolders) -> None:
    run = folders.create(PLAN, BASE)
    folders.begin(run.id)
    record = {"pid": owner.pid, "started": owner.started}
    (run.folder / "owner.json").write_text(json.dumps(record), encoding="utf-8")
    found = folders.read(run.id)
    assert found.state is RunState.INTERRUPTED
    assert "ended while" in found.problem and "Resume" in found.hint
    folders.begin(run.id)
    assert folders.read(run.id).state is RunState.RUNNING


def test_second_owner_is_refused_when_a_run_is_running(folders: RunFolders) -> None:
    run_id = folders.create(PLAN, BASE).id
    folders.begin(run_id)
    with pytest.raises(BadInput, match="is running"):
        folders.begin(run_id)
    with pytest.raises(BadInput, match="is training"):
        folders.delete(run_id)


def test_steps_after_the_checkpoint_are_dropped_when_a_run_resumes(tmp_path: Path) -> None:
    metrics = MetricsFile(tmp_path / "metrics.jsonl")
    for number in range(1, 8):
        metrics.add(step(number, loss=number))
    metrics.add(HeldOut(step=6, loss=1.0, token_accuracy=0.5))
    metrics.mark_resume(4)
    metrics.add(step(5, loss=50.0))
    assert [(s.step, s.loss) for s in metrics.read().steps] == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 50.0)]
    assert metrics.read().held_out == ()
    metrics.mark_resume(0)
    assert metrics.read().steps == ()


def test_torn_line_is_skipped_and_closed_when_a_kill_cut_it(tmp_path: Path) -> None:
    path = tmp_path / "metrics.jsonl"
    metrics = MetricsFile(path)
    metrics.add(step(1))
    with path.open("ab") as file:
        file.write(b'{"step":{"step":2,"st')
    metrics.add(step(2))
    assert [s.step for s in metrics.read().steps] == [1, 2]


def test_deleted_run_comes_back_when_it_is_restored(folders: RunFolders) -> None:
    run = folders.create(PLAN, BASE)
    folders.delete(run.id)
    assert folders.runs() == [] and not run.folder.exists()
    assert folders.restore(run.id) == run
    with pytest.raises(BadInput, match="no deleted run"):
        folders.restore(run.id)


def test_new_name_is_kept_when_a_run_is_renamed(folders: RunFolders) -> None:
    run = folders.create(PLAN, BASE)
    assert folders.rename(run.id, " Better ").name == "Better"
    assert folders.read(run.id).folder == run.folder
    with pytest.raises(BadInput, match="needs a name"):
        folders.rename(run.id, "  ")


@pytest.mark.parametrize("run_id", ["nothing", "../outside", ""])
def test_unknown_run_is_refused_when_it_is_asked_for(run_id: str, folders: RunFolders) -> None:
    with pytest.raises(BadInput, match="no run"):
        folders.read(run_id)


def test_other_runs_are_listed_when_one_folder_is_damaged(folders: RunFolders) -> None:
    damaged, good = folders.create(PLAN, BASE), folders.create(PLAN, BASE)
    (damaged.folder / "plan.toml").write_text("name = ", encoding="utf-8")
    assert [run.id for run in folders.runs()] == [good.id]
    with pytest.raises(HoneError, match=r"plan\.toml"):
        folders.read(damaged.id)


def test_newest_run_is_first_when_runs_are_listed(folders: RunFolders) -> None:
    ids = [folders.create(PLAN, BASE).id for _ in range(3)]
    assert [run.id for run in folders.runs()] == ids[::-1]
    assert folders.runs()[0].created_at <= datetime.now(UTC)
