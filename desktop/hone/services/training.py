"""Driving a trainer process: its events as they come, stopping it, and killing it when it does not listen."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

from hone.domain.generation import Progress
from hone.ipc.messages import Event, Finished, Ready, WasStopped
from hone.ipc.process import WorkerProcess
from hone.ipc.training_messages import Measured, Train

STOP_SECONDS = 60.0
_POLL = 0.2


def drive_trainer(
    command: Train, log: Path, stop: threading.Event, patience: float = STOP_SECONDS
) -> Iterator[Event]:
    """Start a trainer, yield its events, and end after Finished, WasStopped or Measured.

    When `stop` is set the trainer is asked to end; after `patience` seconds it is killed, which counts as
    stopped: its last checkpoint is whole. Raises HoneError and WorkerLost. Leaving early ends the trainer.
    """
    worker = WorkerProcess("trainer", log)
    deadline: float | None = None
    try:
        worker.send(command)
        while True:
            if stop.is_set() and deadline is None:
                worker.request_stop()
                yield Progress(note="Stopping after this step")
                deadline = time.monotonic() + patience
            if deadline is not None and time.monotonic() > deadline:
                worker.kill()
                yield WasStopped()
                return
            event = worker.next_event(timeout=_POLL)
            if event is None or isinstance(event, Ready):
                continue
            yield event
            if isinstance(event, Finished | WasStopped | Measured):
                return
    finally:
        worker.close()
