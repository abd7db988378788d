"""One run from plan to adapter, from top to bottom.

Not covered: more than one GPU, objectives other than learning from replies or texts, full fine-tuning.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import psutil
from peft import PeftModel
from transformers import PreTrainedTokenizerBase, set_seed

from hone.data.tokenizer_folder import stand_in_template
from hone.domain.generation import Progress, Tagged
from hone.domain.plan import Plan
from hone.errors import Stopped
from hone.ipc.channel import Channel
from hone.ipc.messages import Finished, WasStopped
from hone.ipc.training_messages import Measured, Train, TrainingFacts
from hone.tuning.methods import find_method
from hone.workers.trainer.base_model import (
    add_adapter,
    keep_adapter_in_full_precision,
    load_base,
    load_tokenizer,
    weight_bytes,
)
from hone.workers.trainer.batches import held_out_order, optimizer_steps, training_order
from hone.workers.trainer.boards import Board
from hone.workers.trainer.checkpoints import CheckpointStore, copy_adapter
from hone.workers.trainer.course import Course
from hone.workers.trainer.failures import is_out_of_memory, out_of_memory
from hone.workers.trainer.loop import Loop, trainer_settings
from hone.workers.trainer.loss import measure_held_out
from hone.workers.trainer.machine import Machine, this_machine
from hone.workers.trainer.progress import Progressed, check_same_rows, read_progress
from hone.workers.trainer.rows import Rows, read_rows

# Weights and two moments of AdamW in 32 bits, and as much again for what else lies in a checkpoint.
_CHECKPOINT_BYTES_PER_PARAMETER = 16
LIBRARIES = ("torch", "transformers", "peft", "trl", "bitsandbytes")


def run(command: Train, channel: Channel) -> Tagged:
    """Train or measure as `command` says and return the message that ends the work."""
    plan = command.plan
    machine = this_machine(weight_bytes(plan.base.model))
    try:
        if command.measure_steps:
            return _measure(command, machine, channel)
        return _train(command, machine, channel)
    except Stopped:
        return WasStopped(result=command.resume)
    except (RuntimeError, MemoryError) as error:
        if is_out_of_memory(error):
            raise out_of_memory(error, plan, machine) from error
        raise


def _train(command: Train, machine: Machine, channel: Channel) -> Tagged:
    plan, folder, resume = command.plan, command.folder, command.resume
    progressed = read_progress(resume) if resume else Progressed(moment=datetime.now(UTC))
    material = _gather(plan, progressed.moment, channel)
    progressed = check_same_rows(progressed, material.rows.sha256(), plan.data.train)
    prepared = _prepare(plan, machine, channel)

    order = _order(plan, material.rows)
    steps = optimizer_steps(_row_count(plan, material.rows), *_batch(plan))
    resumed_from = int(resume.name.removeprefix("step-")) if resume else 0
    trainable, everything = prepared.model.get_nb_trainable_parameters()
    store = CheckpointStore(folder / "checkpoints", build(), trainable * _CHECKPOINT_BYTES_PER_PARAMETER)
    board = Board(folder / "tensorboard", resumed_from)
    course = Course(plan.training, steps, resumed_from, progressed, channel, store, board, machine)
    loop = _loop(command, prepared, material, order, course, machine)
    channel.send(_facts(material, course, trainable, everything, machine))

    try:
        loop.train(resume_from_checkpoint=str(resume) if resume else None)
    except Stopped:
        newest = store.newest()
        return WasStopped(result=store.path(newest) if newest else None)
    finally:
        board.close()

    reached = loop.state.global_step
    if course.wants_stop() and reached < steps:
        return WasStopped(result=store.path(reached))
    best = course.progressed.best
    kept = store.path(best.step if best and store.has(best.step) else reached)
    copy_adapter(kept, folder / "adapter", stand_in_template(plan.base.model))
    return Finished(result=folder / "adapter")


def _measure(command: Train, machine: Machine, channel: Channel) -> Tagged:
    """Make a few real steps, the first with the longest rows, and one evaluation batch; keep nothing."""
    plan = command.plan
    material = _gather(plan, datetime.now(UTC), channel)
    prepared = _prepare(plan, machine, channel)
    rows = material.rows
    longest = sorted(range(len(rows.ids)), key=lambda row: -rows.lengths[row])[: plan.training.micro_batch]
    order = [longest] * plan.training.gradient_accumulation + _order(plan, rows)
    course = Course(
        msgspec.structs.replace(plan.training, evaluations=0),
        command.measure_steps,
        0,
        Progressed(moment=datetime.now(UTC)),
        channel,
        None,
        None,
        machine,
    )
    with tempfile.TemporaryDirectory(prefix="hone-measure-") as scratch:
        command = msgspec.structs.replace(command, folder=Path(scratch))
        nothing_held_out = Material(rows, Rows())
        loop = _loop(command, prepared, nothing_held_out, order, course, machine)
        loaded = time.time() - psutil.Process().create_time()
        channel.send(Progress(note="Measuring a few steps", done=0, total=command.measure_steps))
        loop.train()
    if course.wants_stop():
        raise Stopped("Measuring was stopped.")
    times = course.step_times[1:] or course.step_times
    return Measured(
        seconds_per_step=sum(times) / len(times),
        peak_memory_bytes=machine.peak_memory_bytes(),
        load_seconds=loaded,
        steps=len(course.step_times),
        evaluation_seconds=_evaluation_seconds(loop, material.held_out, plan),
    )


@dataclass(frozen=True)
class Material:
    """The rows to train on and those held out."""

    rows: Rows
    held_out: Rows


@dataclass(frozen=True)
class Prepared:
    """The model with a fresh adapter, and its tokenizer."""

    model: PeftModel
    tokenizer: PreTrainedTokenizerBase


def build() -> str:
    """Name the libraries that train, with their versions."""
    return ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _gather(plan: Plan, moment: datetime, channel: Channel) -> Material:
    def tell(done: float, total: float) -> None:
        channel.send(Progress(note="Preparing the rows", done=done, total=total))

    tell(0, 0)
    return Material(*read_rows(plan, moment, tell, channel.stop_requested.is_set))


def _prepare(plan: Plan, machine: Machine, channel: Channel) -> Prepared:
    """Load the tokenizer and the base, and put the adapter on; the seed decides its first weights."""
    channel.send(Progress(note=f"Loading {plan.base.model.name}"))
    method = find_method(plan.method.name)
    settings = method.peft_settings(method.checked(plan.method.settings))
    tokenizer = load_tokenizer(plan.base.model)
    base = load_base(plan.base.model, machine, method.quantization)
    if channel.stop_requested.is_set():
        raise Stopped("Loading was stopped.")
    set_seed(plan.training.seed)
    return Prepared(add_adapter(base, settings), tokenizer)


def _loop(
    command: Train,
    prepared: Prepared,
    material: Material,
    order: list[list[int]],
    course: Course,
    machine: Machine,
) -> Loop:
    plan, held_out = command.plan, material.held_out
    loop = Loop(
        course=course,
        order=order,
        held_out_rows=held_out.dataset(),
        held_out_order=held_out_order(held_out.lengths, plan.training.micro_batch),
        epochs=plan.training.epochs,
        model=prepared.model,
        args=trainer_settings(plan, command.folder, machine, command.measure_steps),
        train_dataset=material.rows.dataset(),
        processing_class=prepared.tokenizer,
    )
    keep_adapter_in_full_precision(loop.model)
    return loop


def _batch(plan: Plan) -> tuple[int, int]:
    return plan.training.micro_batch, plan.training.gradient_accumulation


def _row_count(plan: Plan, rows: Rows) -> int:
    return max(1, round(plan.training.epochs * len(rows.ids)))


def _order(plan: Plan, rows: Rows) -> list[list[int]]:
    return training_order(rows.lengths, _row_count(plan, rows), *_batch(plan), seed=plan.training.seed)


def _facts(
    material: Material, course: Course, trainable: int, everything: int, machine: Machine
) -> TrainingFacts:
    rows, held_out = material.rows, material.held_out
    return TrainingFacts(
        rows=len(rows.ids),
        held_out_rows=len(held_out.ids),
        tokens=rows.tokens,
        trained_tokens=rows.trained_tokens,
        steps=course.steps,
        trainable_parameters=trainable,
        all_parameters=everything,
        device=machine.name,
        resumed_from=course.resumed_from,
        stop_token_trained=rows.stop_token_trained,
        rows_cut=rows.cut + held_out.cut,
        rows_dropped=rows.dropped + held_out.dropped,
    )


def _evaluation_seconds(loop: Loop, held_out: Rows, plan: Plan) -> float:
    """Time one batch of held-out rows and reckon what all of them take; 0.0 when there are none."""
    order = held_out_order(held_out.lengths, plan.training.micro_batch)
    if not order:
        return 0.0
    middle: Any = order[len(order) // 2 : len(order) // 2 + 1]
    batches = [loop.on_device(batch) for batch in loop.batches(held_out.dataset(), middle)]
    started = time.monotonic()
    measure_held_out(loop.model, batches, 0, loop.course.wants_stop)
    return (time.monotonic() - started) * len(order)
