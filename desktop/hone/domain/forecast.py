"""What a run will need, part by part, and whether this machine has it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hone.domain.fields import Value


class Place(StrEnum):
    """Where bytes are needed."""

    GPU = "gpu"
    MEMORY = "memory"
    DISK = "disk"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a forecast in bytes, with a sentence on how it was reckoned."""

    name: str
    bytes: int
    place: Place
    help: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the plan that would make it fit: `path` is like "training.micro_batch"."""

    path: str
    value: Value
    label: str
    peak_bytes: int


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """Peak memory where the model trains, disk, and time (None: not measured yet)."""

    parts: tuple[Part, ...]
    place: Place
    peak_bytes: int
    free_bytes: int
    disk_bytes: int
    disk_free_bytes: int
    steps: int
    seconds: float | None = None
    measured: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def fits_memory(self) -> bool:
        """Whether the peak is within what is free now."""
        return self.peak_bytes <= self.free_bytes

    @property
    def fits_disk(self) -> bool:
        """Whether checkpoints and export are within what is free on the disk."""
        return self.disk_bytes <= self.disk_free_bytes
