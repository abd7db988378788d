"""Run folders made by hand, as a user's home has them after months."""

from __future__ import annotations

from pathlib import Path

from hone.domain.models import Model, ModelFormat
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.domain.runs import HeldOut, Run, RunState, Step
from hone.storage.metrics import MetricsFile
from hone.storage.paths import Paths
from hone.storage.run_folders import RunFolders


def folders_of(paths: Paths) -> RunFolders:
    """Return the folders of a home."""
    return RunFolders(paths.runs, paths.data / "trash" / "runs")


def make_run(
    paths: Paths,
    name: str,
    *,
    base: str = "Tiny",
    data: str = "/data/rows.jsonl",
    steps: int = 20,
    losses: tuple[float, float] = (3.0, 2.0),
    state: RunState | None = RunState.FINISHED,
    training: Training | None = None,
    method: Method | None = None,
) -> Run:
    """Make a run whose held-out loss fell from the first to the second of `losses`; None: never started."""
    folders = folders_of(paths)
    model = Model(
        id=base,
        name=base,
        path=Path("/models") / base,
        format=ModelFormat.SAFETENSORS,
        size_bytes=1,
        fingerprint=f"w1:{base}",
    )
    plan = Plan(
        name=name,
        base=Base(model=model.path),
        data=Data(train=Path(data)),
        method=method or Method(),
        training=training or Training(),
    )
    run = folders.create(plan, model)
    if state is None:
        return run
    folders.begin(run.id)
    metrics = MetricsFile(run.folder / "metrics.jsonl")
    metrics.add(HeldOut(step=0, loss=losses[0], token_accuracy=0.2))
    for number in range(1, steps + 1):
        share = number / steps
        metrics.add(a_step(number, steps, losses[0] + (losses[1] - losses[0]) * share))
        if number % max(1, steps // 5) == 0:
            loss = losses[0] + (losses[1] - losses[0]) * share
            metrics.add(HeldOut(step=number, loss=loss, token_accuracy=0.2 + 0.5 * share))
    if state is RunState.FINISHED:
        (run.folder / "adapter").mkdir()
        (run.folder / "adapter" / "adapter_config.json").write_text("{}")
        (run.folder / "adapter" / "adapter_model.safetensors").write_bytes(b"0" * 1000)
    if state is not RunState.RUNNING:
        folders.end(run.id, state)
    return folders.read(run.id)


def a_step(number: int, steps: int, loss: float) -> Step:
    """Return a step of two seconds at 100 tokens per second."""
    return Step(
        step=number,
        steps=steps,
        epoch=number / steps,
        loss=loss,
        learning_rate=1e-3,
        gradient_norm=1.0,
        tokens_per_second=100.0,
        seconds=2.0 * number,
        seconds_left=0.0,
        memory_bytes=10**8,
    )
