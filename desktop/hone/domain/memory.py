"""Who holds how much memory, and what a training start would do to the model in memory."""

from __future__ import annotations

import msgspec

from hone.domain.fit import FreeMemory
from hone.domain.forecast import Place

GB = 1e9


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that a model or a training needs, by forecast or by what it told.

    `settled` ones are taken already and missing from what the system calls free; others are promised.
    """

    name: str
    memory_bytes: int = 0
    gpu_bytes: int = 0
    settled: bool = False

    def at(self, place: Place) -> int:
        """Return the bytes in one place."""
        return self.gpu_bytes if place is Place.GPU else self.memory_bytes


class MemoryProspect(msgspec.Struct, frozen=True, kw_only=True):
    """What starting a training would mean: `unloads` names the chat model that would be unloaded for it.

    `free_bytes` are those free at `place` while that model stays, `unloaded_bytes` what unloading it gives.
    """

    place: Place
    needed_bytes: int
    free_bytes: int
    unloads: str = ""
    unloaded_bytes: int = 0

    @property
    def fits_beside(self) -> bool:
        """Whether everything stays as it is."""
        return not self.unloads

    @property
    def sentence(self) -> str:
        """Say what will happen; empty when nothing is unloaded."""
        if self.fits_beside:
            return ""
        where = " on the GPU" if self.place is Place.GPU else " of memory"
        return (
            f"Training needs about {_gigabytes(self.needed_bytes)}{where}, and "
            f"{_gigabytes(self.free_bytes)} are free: {self.unloads} ({_gigabytes(self.unloaded_bytes)}) is "
            "unloaded for it, and loaded again when it ends."
        )


def free_at(free: FreeMemory, place: Place) -> int:
    """Return the bytes free in one place."""
    return (free.gpu or 0) if place is Place.GPU else free.memory


def _gigabytes(count: float) -> str:
    return f"{count / GB:.1f} GB"
