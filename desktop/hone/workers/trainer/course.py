"""The course of a run: when to measure, save and stop, and what is told meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from hone.domain.generation import Tagged
from hone.domain.plan import Training
from hone.domain.runs import HeldOut, Step
from hone.ipc.channel import Channel
from hone.ipc.training_messages import CheckpointSaved, HeldOutMeasured, StepDone
from hone.workers.trainer.boards import Board
from hone.workers.trainer.checkpoints import CheckpointStore
from hone.workers.trainer.machine import Machine
from hone.workers.trainer.progress import Progressed

_SMOOTHING = 0.1
_LONGEST_WAIT_FOR_A_STEP = 15.0


def spread(steps: int, points: int) -> frozenset[int]:
    """Return about `points` steps spread evenly over `steps`, the last one among them."""
    wanted = max(1, min(points, steps))
    return frozenset(round(steps * point / wanted) for point in range(1, wanted + 1))


class Course:
    """What is known of a run while it goes on; the trainer asks it what to do after each step."""

    def __init__(
        self,
        training: Training,
        steps: int,
        resumed_from: int,
        progressed: Progressed,
        channel: Channel,
        store: CheckpointStore | None,
        board: Board | None,
        machine: Machine,
    ) -> None:
        self.steps = steps
        self.resumed_from = resumed_from
        self.progressed = progressed
        self.step_times: list[float] = []
        self._training = training
        self._channel = channel
        self._store = store
        self._board = board
        self._machine = machine
        self._evaluate_at = spread(steps, training.evaluations) if training.evaluations else frozenset()
        self._save_at = spread(steps, training.checkpoints)
        self._saved_step = resumed_from if resumed_from else None
        self._seconds_per_step = 0.0
        self._seconds_per_evaluation = 0.0
        self._seconds = progressed.seconds
        self._tick = time.monotonic()
        self._step_seconds = 0.0
        self._tokens = 0

    def wants_stop(self) -> bool:
        """Whether the user has asked to stop."""
        return self._channel.stop_requested.is_set()

    def may_not_wait(self) -> bool:
        """Whether a stop was asked for and a whole step takes too long to be finished first."""
        return self.wants_stop() and self._seconds_per_step > _LONGEST_WAIT_FOR_A_STEP

    def should_evaluate(self, step: int) -> bool:
        """Whether the held-out rows are measured after `step`; not when the user waits for the end."""
        return step in self._evaluate_at and not self.wants_stop()

    def is_measurement_due(self) -> bool:
        """Whether the held-out rows are to be measured before the first step of this process."""
        unmeasured = self.progressed.measured_step < self.resumed_from
        return self.resumed_from == 0 or (unmeasured and self.resumed_from in self._evaluate_at)

    def should_save(self, step: int) -> bool:
        """Whether a checkpoint is due after `step`."""
        due = self._store is not None and step != self._saved_step
        return due and (step in self._save_at or step >= self.steps or self.wants_stop())

    def is_out_of_patience(self) -> bool:
        """Whether the held-out loss has not fallen for as many measurements as the plan waits."""
        return self._training.patience > 0 and self.progressed.misses >= self._training.patience

    def begin(self) -> None:
        """Start the clock: what came before was loading."""
        self._tick = time.monotonic()

    def count(self, tokens: int) -> None:
        """Count tokens that went through the model in the present step."""
        self._tokens += tokens

    def step_ended(self) -> None:
        """Stop the clock of the present step, before anything is measured or saved."""
        self._step_seconds = self._lap()
        self.step_times.append(self._step_seconds)

    def step_done(self, step: int, loss: float, rate: float, gradient_norm: float, epoch: float) -> None:
        """Tell what the present step came to."""
        taken = self._step_seconds
        known = self._seconds_per_step
        self._seconds_per_step = taken if not known else known + _SMOOTHING * (taken - known)
        done = Step(
            step=step,
            steps=self.steps,
            epoch=epoch,
            loss=loss,
            learning_rate=rate,
            gradient_norm=gradient_norm,
            tokens_per_second=self._tokens / taken if taken > 0 else 0.0,
            seconds=self._seconds,
            seconds_left=self._seconds_left(step),
            memory_bytes=self._machine.memory_bytes(),
        )
        self._tokens = 0
        self._send(StepDone(step=done))
        if self._board:
            self._board.add_step(done)

    def held_out_measured(self, measured: HeldOut) -> bool:
        """Take a measurement in and tell it; whether it is the best so far."""
        self._seconds_per_evaluation = self._lap()
        self.progressed = self.progressed.with_held_out(measured)
        self._send(HeldOutMeasured(held_out=measured))
        if self._board:
            self._board.add_held_out(measured)
        return self.progressed.best == measured

    def save(self, step: int, write_state: Callable[[Path], None]) -> None:
        """Write a checkpoint of `step` unless there is one, and delete what is no longer needed."""
        if self._store is None or step == self._saved_step:
            return
        self._lap()
        kept = msgspec.structs.replace(self.progressed, seconds=self._seconds)

        def write(folder: Path) -> None:
            write_state(folder)
            kept.write(folder)

        manifest = self._store.save(step, write)
        self._saved_step = step
        self._store.prune(self.progressed.best.step if self.progressed.best else None)
        self._send(CheckpointSaved(step=step, folder=self._store.path(step), bytes=manifest.bytes))
        self._lap()

    def _seconds_left(self, step: int) -> float:
        evaluations = sum(1 for point in self._evaluate_at if point >= step)
        return (self.steps - step) * self._seconds_per_step + evaluations * self._seconds_per_evaluation

    def _lap(self) -> float:
        now = time.monotonic()
        taken, self._tick = now - self._tick, now
        self._seconds += taken
        return taken

    def _send(self, message: Tagged) -> None:
        self._channel.send(message)
