"""Whole runs in real trainer processes: the loss falls, and no kill or damage changes the result."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hone.domain.generation import Progress
from hone.domain.plan import Plan
from hone.domain.runs import Opening, Run, RunState
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Event, Finished, WasStopped
from hone.ipc.training_messages import CheckpointSaved, HeldOutMeasured, Measured, StepDone, TrainingFacts
from hone.services.models import ModelService
from hone.services.runs import RunService

pytest.importorskip("torch")
pytestmark = pytest.mark.worker


def kinds(events: list[Event], kind: type) -> list:
    return [event for event in events if isinstance(event, kind)]


def trainers() -> list[psutil.Process]:
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "trainer" in child.cmdline()]


def weights(run: Run) -> bytes:
    return (run.folder / "adapter" / "adapter_model.safetensors").read_bytes()


def until(events: Iterator[Event], kind: type, step: int) -> list[Event]:
    """Read events up to the first of `kind` at or after `step`."""
    seen = []
    for event in events:
        seen.append(event)
        at = event.step if isinstance(event, CheckpointSaved) else getattr(event, "step", None)
        number = at if isinstance(at, int) else getattr(at, "step", 0)
        if isinstance(event, kind) and number >= step:
            return seen
    raise AssertionError("the run ended too early")


def test_result_is_bit_identical_when_a_run_was_killed_damaged_and_stopped(
    runs: RunService, models: ModelService, make_plan: Callable[..., Plan]
) -> None:
    plan = make_plan()
    whole = runs.create(plan)
    assert whole.state is RunState.CREATED
    events = list(runs.train(whole.id))
    _check_whole_run(runs.get(whole.id), events, models)

    broken = runs.create(plan)
    training = runs.train(broken.id)
    until(training, CheckpointSaved, 5)
    os.kill(trainers()[0].pid, signal.SIGKILL)
    with pytest.raises(WorkerLost):
        list(training)
    killed = runs.get(broken.id)
    assert killed.state is RunState.INTERRUPTED
    assert "killed" in killed.problem and "Resume" in killed.hint

    newest = max((killed.folder / "checkpoints").glob("step-*"))
    (newest / "optimizer.pt").unlink()
    training = runs.train(broken.id, resume=True)
    seen = until(training, StepDone, 9)
    assert any("optimizer.pt is missing" in event.note for event in kinds(seen, Progress))
    assert 0 < kinds(seen, TrainingFacts)[0].resumed_from < int(newest.name.removeprefix("step-"))
    runs.stop(broken.id)
    runs.stop(broken.id)
    rest = list(training)
    assert isinstance(rest[-1], WasStopped)
    assert runs.get(broken.id).state is RunState.STOPPED

    events = list(runs.train(broken.id, resume=True))
    assert isinstance(events[-1], Finished)
    assert weights(runs.get(broken.id)) == weights(whole)
    assert [s.loss for s in runs.steps(broken.id)] == [s.loss for s in runs.steps(whole.id)]
    assert runs.held_out(broken.id) == runs.held_out(whole.id)
    with pytest.raises(BadInput, match="finished"):
        next(runs.train(broken.id, resume=True))
    assert trainers() == []


def _check_whole_run(run: Run, events: list[Event], models: ModelService) -> None:
    """What one undisturbed run tells and leaves."""
    facts = kinds(events, TrainingFacts)[0]
    assert (facts.rows, facts.held_out_rows, facts.steps) == (36, 4, 14)
    assert facts.stop_token_trained and facts.rows_dropped == 0
    assert 0 < facts.trainable_parameters < facts.all_parameters
    losses = [event.step.loss for event in kinds(events, StepDone)]
    assert len(losses) == 14 and losses[-1] < losses[0] - 1
    measured = [event.held_out for event in kinds(events, HeldOutMeasured)]
    assert [held_out.step for held_out in measured] == [0, 4, 7, 10, 14]
    assert measured[-1].loss < measured[0].loss - 1
    saved = kinds(events, CheckpointSaved)
    assert all(event.bytes > 0 for event in saved)
    assert isinstance(events[-1], Finished)
    assert any("training libraries" in event.note for event in kinds(events, Progress))

    assert run.state is RunState.FINISHED and run.step == run.steps == 14
    assert run.base == measured[0] and run.best is not None and run.best.loss == min(m.loss for m in measured)
    assert len(list((run.folder / "checkpoints").glob("step-*"))) <= 3
    assert list((run.folder / "tensorboard").iterdir())
    adapter = models.find_adapter(run.id)
    assert adapter.fits(models.inspect(run.plan.base.model))
    assert adapter.gguf_path is not None and adapter.gguf_path.read_bytes()[:4] == b"GGUF"


def test_measuring_keeps_nothing_when_it_ends(
    runs: RunService, make_plan: Callable[..., Plan], hone_home: Path
) -> None:
    events = list(runs.measure(make_plan(), steps=2))
    measured = events[-1]
    assert isinstance(measured, Measured) and measured.steps == 2
    assert measured.seconds_per_step > 0 and measured.evaluation_seconds > 0
    assert measured.peak_memory_bytes > 100e6
    assert not list(hone_home.rglob("*.safetensors")) and runs.runs() == []


def test_run_fails_in_a_sentence_when_no_row_can_be_trained(
    runs: RunService, make_plan: Callable[..., Plan], write_rows: Callable[..., Path]
) -> None:
    rows = write_rows([("A question that is longer than eight tokens " * 3, "Yes."), ("word " * 40, "No.")])
    run = runs.create(make_plan(train=rows, context_length=16))
    with pytest.raises(BadInput, match="has a token to train on"):
        list(runs.train(run.id))
    failed = runs.get(run.id)
    assert failed.state is RunState.FAILED and "longer than the context" in failed.hint


def test_second_start_is_refused_when_a_run_is_training(
    runs: RunService, make_plan: Callable[..., Plan]
) -> None:
    run = runs.create(make_plan())
    training = runs.train(run.id)
    next(training)
    with pytest.raises(HoneError, match="is running"):
        next(runs.train(run.id))
    with pytest.raises(HoneError, match="is training"):
        runs.delete(run.id)
    training.close()
    assert runs.get(run.id).state is RunState.INTERRUPTED
    assert trainers() == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"learning_rate": -1.0}, "learning_rate"), ({"schedule": "sometimes"}, "schedule")],
)
def test_plan_is_refused_at_once_when_a_value_is_impossible(
    changes: dict, sentence: str, runs: RunService, make_plan: Callable[..., Plan]
) -> None:
    with pytest.raises(BadInput, match=sentence):
        runs.create(make_plan(**changes))
    assert runs.runs() == []


def test_opening_is_a_row_to_say_again_and_empty_when_the_file_is_gone(
    runs: RunService, make_plan: Callable[..., Plan], tmp_path: Path
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(
            json.dumps(
                {
                    "messages": [
                        {"role": "system", "content": "Answer with a colour."},
                        {"role": "user", "content": f"What colour is thing {number}?"},
                        {"role": "assistant", "content": "Red."},
                    ]
                }
            )
            + "\n"
            for number in range(20)
        )
    )
    run = runs.create(make_plan(train=rows))
    opening = runs.opening(run.id)
    assert opening.system_prompt == "Answer with a colour."
    assert opening.text.startswith("What colour is thing")
    rows.unlink()
    assert runs.opening(run.id) == Opening()


def test_run_is_not_left_running_when_the_service_itself_fails(
    runs: RunService, make_plan: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> Iterator[Event]:
        yield Progress(note="Loading")
        raise RuntimeError("a bug")

    monkeypatch.setattr("hone.services.runs.drive_trainer", broken)
    run = runs.create(make_plan())
    with pytest.raises(RuntimeError):
        list(runs.train(run.id))
    assert runs.get(run.id).state is RunState.INTERRUPTED


def test_run_stays_finished_when_its_last_event_ends_the_listening(
    runs: RunService, make_plan: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = runs.create(make_plan())

    def trained(*_args: object) -> Iterator[Event]:
        (run.folder / "adapter").mkdir()
        (run.folder / "adapter" / "adapter_config.json").write_text("{}")
        yield Finished(result=run.folder / "adapter")

    monkeypatch.setattr("hone.services.runs.drive_trainer", trained)
    events = runs.train(run.id)
    while not isinstance(next(events), Finished):
        pass
    events.close()
    assert runs.get(run.id).state is RunState.FINISHED
