"""Parts of a large file read at once, by further inspectors that this one starts and ends.

A child is a whole inspector, whose pipe ends with this process: none outlives it. What a child gathered
comes through a temporary file, as numbers and texts in MessagePack.
"""

from __future__ import annotations

import ctypes
import os
import queue
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import msgspec
import psutil

from hone.data.quick_parts import ByteRange, scan_range
from hone.data.quick_rows import quick_reader
from hone.data.quick_scan import NotQuick
from hone.data.reading import DataFile
from hone.data.scanning import Part, ScanPlan
from hone.domain.datasets import Reading
from hone.domain.generation import Progress, RequestFailed
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.data_messages import InspectPart, PartInspected
from hone.ipc.messages import Ready
from hone.ipc.process import WorkerProcess

_MOST_CHILDREN = 4
_MEMORY_EACH = 256 * 2**20  # of free memory, with room to spare: a child takes about 80 MiB
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # names of malloc.h
_KEPT_BYTES = 32 * 2**20
_LOOK_SECONDS = 0.1
_START_SECONDS = 60.0
_SILENCE_SECONDS = 60.0  # a child that reads tells of its progress many times a second

Tell = Callable[[int, int], None]


def scan_parts(
    data: DataFile, plan: ScanPlan, ranges: Sequence[ByteRange], tell: Tell | None
) -> Generator[Part]:
    """Scan ranges of a file by children, one per processor; give the parts in order.

    Raises NotQuick when the file must be read from its beginning, and what `tell` and the children raise.
    """
    with tempfile.TemporaryDirectory(prefix="hone-parts-") as folder:
        work = _Work(data, plan, ranges, Path(folder))
        try:
            for place in range(len(ranges)):
                while not work.is_done(place, _LOOK_SECONDS):
                    if tell is not None:
                        tell(work.rows(), 0)
                yield work.take(place)
        finally:
            work.end()


class PartReader:
    """Scans parts in a child; the file that was opened last is kept for its next part."""

    def __init__(self) -> None:
        self._data: DataFile | None = None
        self._keeps_memory = False
        self._key: tuple[Path, Reading] | None = None

    def read(self, command: InspectPart, tell: Callable[[int], None]) -> PartInspected:
        """Scan a part and write it to the command's target; raises BadInput."""
        if not self._keeps_memory:
            _keep_memory()
            self._keeps_memory = True
        if self._data is None or self._key != (command.path, command.reading):
            self._data, self._key = DataFile(command.path, command.reading), (command.path, command.reading)
        reader = quick_reader(self._data)
        plan = ScanPlan(
            near_limit=command.near_limit,
            most_near=command.most_near,
            asks=command.asks,
            sample_limit=command.sample_limit,
        )
        if reader is None:
            return PartInspected(request_id=command.request_id, quick=False)
        try:
            part = scan_range(self._data, reader, plan, ByteRange(command.start, command.end), tell)
        except NotQuick:
            return PartInspected(request_id=command.request_id, quick=False)
        command.target.write_bytes(msgspec.msgpack.encode(part))
        return PartInspected(request_id=command.request_id, rows=part.rows)


class _Work:
    """Children with a thread for each, which sends it one range after the other."""

    def __init__(self, data: DataFile, plan: ScanPlan, ranges: Sequence[ByteRange], folder: Path) -> None:
        self._data = data
        self._plan = plan
        self._ranges = ranges
        self._folder = folder
        self._waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for place in range(len(ranges)):
            self._waiting.put(place)
        self._changed = threading.Condition()
        self._rows: dict[int, int] = {}
        self._finished: set[int] = set()
        self._failure: HoneError | NotQuick | None = None
        self._ending = False
        count = min(processes(), len(ranges))
        nice = os.nice(0) if hasattr(os, "nice") else 10
        self._children = [WorkerProcess("inspector", folder / "log", nice=nice) for _ in range(count)]
        self._threads = [
            threading.Thread(target=self._drive, args=(child,), name="parts", daemon=True)
            for child in self._children
        ]
        for thread in self._threads:
            thread.start()

    def is_done(self, place: int, seconds: float) -> bool:
        """Wait for a part for so long; raises what its child failed of."""
        with self._changed:
            if place not in self._finished and self._failure is None:
                self._changed.wait(seconds)
            if self._failure is not None:
                raise self._failure
            return place in self._finished

    def rows(self) -> int:
        """How many rows were read so far."""
        return sum(self._rows.values())

    def take(self, place: int) -> Part:
        """Return a part that is done."""
        file = self._file(place)
        part = msgspec.msgpack.decode(file.read_bytes(), type=Part)
        file.unlink()
        return part

    def end(self) -> None:
        """End the children."""
        self._ending = True
        for child in self._children:
            child.kill()
        for thread in self._threads:
            thread.join()

    def _file(self, place: int) -> Path:
        return self._folder / f"{place}.part"

    def _drive(self, child: WorkerProcess) -> None:
        try:
            if not isinstance(child.next_event(_START_SECONDS), Ready):
                raise WorkerLost("A part of the inspector did not start.", hint="Try again.")
            while not self._ending:
                self._scan(child, self._waiting.get_nowait())
        except queue.Empty:
            return
        except WorkerLost as error:
            self._fail(_lost(self._data.opened.path, error))
        except (HoneError, NotQuick) as error:
            self._fail(error)

    def _fail(self, error: HoneError | NotQuick) -> None:
        with self._changed:
            self._failure = self._failure or error
            self._changed.notify_all()

    def _scan(self, child: WorkerProcess, place: int) -> None:
        part = self._ranges[place]
        child.send(
            InspectPart(
                request_id=str(place),
                path=self._data.opened.path,
                reading=self._data.reading,
                start=part.start,
                end=part.end,
                target=self._file(place),
                near_limit=self._plan.near_limit,
                most_near=self._plan.most_near,
                asks=self._plan.asks,
                sample_limit=self._plan.sample_limit,
            )
        )
        rows = self._wait(child, place)
        with self._changed:
            self._rows[place] = rows
            self._finished.add(place)
            self._changed.notify_all()

    def _wait(self, child: WorkerProcess, place: int) -> int:
        """Wait for the end of a part and return its rows; raises what the child failed of."""
        while True:
            match child.next_event(_SILENCE_SECONDS):
                case None:
                    raise WorkerLost("A part of the inspector does not answer any more.", hint="Try again.")
                case Progress(done=done):
                    self._rows[place] = int(done)
                case RequestFailed() as event:
                    kind = BadInput if event.bad_input else HoneError
                    raise kind(event.message, event.hint, event.detail)
                case PartInspected(quick=True, rows=rows):
                    return rows
                case PartInspected():
                    raise NotQuick


def _lost(path: Path, error: WorkerLost) -> WorkerLost:
    return WorkerLost(
        f"Looking at {path.name} failed: one of the processes that read it ended unexpectedly.",
        hint="Try again. If that does not help, memory may be too small; close other programs.",
        detail=f"{error.message}\n{error.detail}",
    )


def _keep_memory() -> None:
    """Let glibc keep what is freed, which the next block takes at once: a tenth of the time otherwise."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is not None and hasattr(libc, "mallopt"):
        for parameter in (_TRIM_THRESHOLD, _MMAP_THRESHOLD):
            libc.mallopt(parameter, _KEPT_BYTES)


def processes() -> int:
    """How many processes may scan at once: as there are processors, fewer when memory is short."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    room = psutil.virtual_memory().available // _MEMORY_EACH
    return max(1, min(usable, room, _MOST_CHILDREN))
