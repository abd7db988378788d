"""Data files for a face: what they hold, how rows become tokens. The work is done by the inspector."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from hone.data.reading import read_examples
from hone.domain.datasets import AS_FOUND, Example, Reading, RenderedRow, Report, TokenCounts
from hone.errors import HoneError
from hone.ipc.data_messages import (
    DataInspected,
    DataMeasured,
    InspectData,
    MeasureData,
    PreviewRows,
    RowsRendered,
)
from hone.ipc.messages import Command, Event, Ready
from hone.ipc.process import WorkerProcess
from hone.storage.paths import Paths

Answer = TypeVar("Answer", bound=Event)

SILENCE_SECONDS = 60.0
START_SECONDS = 60.0
_BYTES_PER_SECOND = 20 * 2**20


class DataService:
    """One inspector process, started when it is needed. Calls from several threads take turns.

    All calls raise BadInput about what the user gave, and HoneError when the inspector was silent for
    too long; it is ended then, and the next call starts another.
    """

    def __init__(self, paths: Paths, silence_seconds: float = SILENCE_SECONDS) -> None:
        self._log = paths.logs / "inspector.log"
        self._silence = silence_seconds
        self._worker: WorkerProcess | None = None
        self._turn = threading.Lock()

    def inspect(self, path: Path, reading: Reading = AS_FOUND) -> Report:
        """Read a file, tell its format and find problems per row."""
        return self._ask(InspectData(path=path, reading=reading), DataInspected, path).report

    def preview(
        self,
        path: Path,
        reading: Reading,
        model: Path,
        rows: Sequence[int],
        context_length: int,
    ) -> tuple[RenderedRow, ...]:
        """Render the rows with these numbers as training would; rows that are left out are not among them."""
        command = PreviewRows(
            path=path, reading=reading, model=model, rows=tuple(rows), context_length=context_length
        )
        return self._ask(command, RowsRendered, path).rows

    def measure(
        self,
        path: Path,
        reading: Reading,
        model: Path,
        context_length: int,
    ) -> TokenCounts:
        """Count the tokens of all usable rows."""
        command = MeasureData(path=path, reading=reading, model=model, context_length=context_length)
        return self._ask(command, DataMeasured, path).counts

    def examples(self, path: Path, reading: Reading = AS_FOUND) -> list[Example]:
        """Return all usable rows, read in this process."""
        return list(read_examples(path, reading))

    def stop(self) -> None:
        """End a call that is under way in another thread, which then raises WorkerLost; safe at any time."""
        worker = self._worker
        if worker is not None:
            worker.kill()

    def close(self) -> None:
        """End the inspector process; may be called twice."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def _ask(self, command: Command, kind: type[Answer], path: Path) -> Answer:
        """Send a command and wait for its answer, as long as the inspector gives signs of life."""
        with self._turn:
            patience = self._silence + _size(path) / _BYTES_PER_SECOND
            try:
                worker = self._running_worker(path)
                worker.send(command)
                return self._wait(worker, kind, patience, path)
            except HoneError:
                self.close()
                raise

    def _running_worker(self, path: Path) -> WorkerProcess:
        if self._worker is None or not self._worker.alive:
            self.close()
            self._worker = WorkerProcess("inspector", self._log)
            self._wait(self._worker, Ready, START_SECONDS, path)
        return self._worker

    def _wait(self, worker: WorkerProcess, kind: type[Answer], patience: float, path: Path) -> Answer:
        last = time.monotonic()
        while True:
            event = worker.next_event(timeout=min(1.0, patience))
            if isinstance(event, kind):
                return event
            if event is not None:
                last = time.monotonic()
            elif time.monotonic() - last > patience:
                worker.kill()
                raise HoneError(
                    f"Looking at {path.name} took too long and was ended.",
                    hint="Try a smaller file, or another model: its tokenizer may be at fault.",
                )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
