"""Driving the converter worker: one conversion, told as events, that can be stopped from any thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from hone.domain.generation import Progress
from hone.errors import Stopped
from hone.ipc.messages import ConvertAdapter, ConvertModel, Event, Finished, WasStopped
from hone.ipc.process import WorkerProcess


class Conversion:
    """One conversion. `stop` may be called from any thread, also before it has begun."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._stopped = threading.Event()

    def stop(self) -> None:
        """End the conversion; nothing half-written is left."""
        self._stopped.set()

    def model(self, source: Path, target: Path, kind: str, fingerprint: str) -> Iterator[Event]:
        """Write a model folder as GGUF; yields Progress. Raises Stopped, HoneError, WorkerLost."""
        command = ConvertModel(source=source, target=target, kind=kind, base_fingerprint=fingerprint)
        return self._run(command)

    def adapter(self, source: Path, base: Path, target: Path) -> Iterator[Event]:
        """Write a PEFT LoRA as a GGUF LoRA; yields Progress. Raises Stopped, HoneError, WorkerLost."""
        return self._run(ConvertAdapter(source=source, base=base, target=target))

    def _run(self, command: ConvertModel | ConvertAdapter) -> Iterator[Event]:
        worker = WorkerProcess("converter", self._log)
        try:
            worker.send(command)
            while True:
                if self._stopped.is_set() and not worker.stopping:
                    worker.request_stop()
                event = worker.next_event(timeout=0.1)
                if isinstance(event, Progress):
                    yield event
                elif isinstance(event, Finished):
                    return
                elif isinstance(event, WasStopped):
                    raise Stopped("The conversion was stopped.")
        finally:
            worker.close()
