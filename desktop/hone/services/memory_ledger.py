"""One ledger of who holds how much memory: the chat engine and the trainer ask it before they take any.

What the system calls free does not know of what was promised a moment ago: a trainer that is starting
will need gigabytes that it has not taken yet. The ledger takes promises off what is free.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import msgspec

from hone.domain.fit import FreeMemory, LoadForecast
from hone.domain.forecast import Place
from hone.domain.generation import ModelLoaded
from hone.domain.memory import Holding, MemoryProspect, free_at
from hone.services.hardware import first_gpu, memory

RETURN_SECONDS = 8.0
_LOOK_SECONDS = 0.2


def free_now() -> FreeMemory:
    """Look at what the system and the GPU's driver call free; up to some 100 ms with a GPU."""
    gpu = first_gpu()
    return FreeMemory(memory=memory()[1], gpu=gpu.free_bytes if gpu else None)


class MemoryLedger:
    """Holdings of the chat engine and of trainings. Safe from any thread."""

    def __init__(self, look: Callable[[], FreeMemory] = free_now) -> None:
        self._look = look
        self._lock = threading.Lock()
        self._chat: Holding | None = None
        self._trainings: dict[str, Holding] = {}

    @property
    def chat(self) -> Holding | None:
        """What the model in memory holds; None when there is none."""
        return self._chat

    @property
    def trainings(self) -> tuple[Holding, ...]:
        """What trainings hold now."""
        return tuple(self._trainings.values())

    def free(self) -> FreeMemory:
        """Return what is free now and not promised to anybody."""
        chat = self._chat
        return self._less(self._look(), [*self.trainings, *((chat,) if chat else ())])

    def free_for_chat(self, seen: FreeMemory | None = None) -> FreeMemory:
        """Return what a model may take: what is free, or `seen` as free, less what trainings will need."""
        return self._less(seen or self._look(), self.trainings)

    def hold_chat(self, name: str, forecast: LoadForecast) -> None:
        """Note that a model is about to be loaded, in the place of the one before."""
        memory_bytes, gpu_bytes = forecast.memory.total, forecast.gpu.total
        with self._lock:
            self._chat = Holding(name=name, memory_bytes=memory_bytes, gpu_bytes=gpu_bytes)

    def settle_chat(self, facts: ModelLoaded) -> None:
        """Note that the model is in memory now, and what it takes as its engine tells."""
        with self._lock:
            if self._chat is None:
                return
            told = facts.memory_bytes
            changes = {"memory_bytes": told} if told and not self._chat.gpu_bytes else {}
            self._chat = msgspec.structs.replace(self._chat, settled=True, **changes)

    def release_chat(self) -> None:
        """Note that no model is in memory any more."""
        with self._lock:
            self._chat = None

    def hold_training(self, key: str, name: str, place: Place, needed_bytes: int) -> None:
        """Note that a training is about to start."""
        at_gpu = place is Place.GPU
        holding = Holding(
            name=name,
            memory_bytes=0 if at_gpu else needed_bytes,
            gpu_bytes=needed_bytes if at_gpu else 0,
        )
        with self._lock:
            self._trainings[key] = holding

    def settle_training(self, key: str) -> None:
        """Note that a training has made a step: it has taken what it needs."""
        with self._lock:
            if key in self._trainings:
                self._trainings[key] = msgspec.structs.replace(self._trainings[key], settled=True)

    def release_training(self, key: str) -> None:
        """Note that a training has ended."""
        with self._lock:
            self._trainings.pop(key, None)

    def prospect(self, place: Place, needed_bytes: int) -> MemoryProspect:
        """Tell whether a training of that size fits beside the model in memory."""
        chat, free = self._chat, free_at(self.free(), place)
        held = chat.at(place) if chat is not None else 0
        if chat is None or not held or needed_bytes <= free:
            return MemoryProspect(place=place, needed_bytes=needed_bytes, free_bytes=free)
        return MemoryProspect(
            place=place, needed_bytes=needed_bytes, free_bytes=free, unloads=chat.name, unloaded_bytes=held
        )

    def wait_for(self, place: Place, wanted: int, timeout: float = RETURN_SECONDS) -> bool:
        """Wait until `wanted` bytes are free at `place`; False when `timeout` seconds were not enough.

        Drivers give memory back a moment after the process that held it has ended.
        """
        deadline = time.monotonic() + timeout
        pause = threading.Event()
        while free_at(self._look(), place) < wanted:
            if time.monotonic() >= deadline:
                return False
            pause.wait(_LOOK_SECONDS)
        return True

    def _less(self, free: FreeMemory, holdings: list[Holding] | tuple[Holding, ...]) -> FreeMemory:
        promised = [holding for holding in holdings if not holding.settled]
        gpu = free.gpu
        if gpu is not None:
            gpu = max(0, gpu - sum(holding.gpu_bytes for holding in promised))
        return FreeMemory(
            memory=max(0, free.memory - sum(holding.memory_bytes for holding in promised)), gpu=gpu
        )
