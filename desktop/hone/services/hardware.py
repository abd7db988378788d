"""What this machine has free, asked of the system and of nvidia-smi; torch is never imported for it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import psutil

from hone.services.cgroup import group_memory

_SECONDS = 5.0


class Gpu(msgspec.Struct, frozen=True, kw_only=True):
    """An NVIDIA GPU as its driver describes it; `capability` is like (8, 0), (0, 0) when not told."""

    name: str
    free_bytes: int
    total_bytes: int
    capability: tuple[int, int] = (0, 0)

    @property
    def has_bf16(self) -> bool:
        """Whether it computes in bf16 (Ampere and newer)."""
        return self.capability >= (8, 0)


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """Cores this process may use, memory, and the first GPU (None: none found)."""

    cores: int
    total_memory: int
    free_memory: int
    gpu: Gpu | None = None

    def sentence(self) -> str:
        """Describe the machine in a sentence."""
        memory = f"CPU, {self.cores} cores, {_gigabytes(self.total_memory)} memory"
        if self.gpu is None:
            return f"{memory}; no GPU found"
        return f"{self.gpu.name}, {_gigabytes(self.gpu.total_bytes)}; {memory}"


def this_machine() -> Machine:
    """Look at this machine now."""
    total, free = memory()
    return Machine(cores=_cores(), total_memory=total, free_memory=free, gpu=first_gpu())


def memory() -> tuple[int, int]:
    """Return the bytes of memory and those free now, within the limits of a container."""
    whole = psutil.virtual_memory()
    group = group_memory()
    if group is None:
        return whole.total, whole.available
    return min(whole.total, group.limit), min(whole.available, group.free)


def free_disk(path: Path) -> int:
    """Return the bytes free where `path` is or would be."""
    existing = next(folder for folder in (path, *path.parents) if folder.exists())
    return shutil.disk_usage(existing).free


def parse_gpus(text: str) -> tuple[Gpu, ...]:
    """Read the lines of `nvidia-smi --query-gpu=name,memory.free,memory.total,compute_cap --format=csv`."""
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split(",")]
        if len(cells) < 3 or not cells[1].isdigit() or not cells[2].isdigit():
            continue
        major, _, minor = (cells[3] if len(cells) > 3 else "").partition(".")
        capability = (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)
        found.append(
            Gpu(
                name=cells[0],
                free_bytes=int(cells[1]) * 2**20,
                total_bytes=int(cells[2]) * 2**20,
                capability=capability,
            )
        )
    return tuple(found)


def first_gpu() -> Gpu | None:
    """Ask the driver; a machine without nvidia-smi, or one that does not answer, has no GPU for Hone."""
    program = shutil.which("nvidia-smi")
    if program is None or os.environ.get("CUDA_VISIBLE_DEVICES") in ("", "-1"):
        return None
    query = "--query-gpu=name,memory.free,memory.total,compute_cap"
    try:
        answer = subprocess.run(
            [program, query, "--format=csv,noheader,nounits"],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return next(iter(parse_gpus(answer.stdout)), None)


def _cores() -> int:
    process = psutil.Process()
    if hasattr(process, "cpu_affinity"):
        return len(process.cpu_affinity())
    return psutil.cpu_count() or 1


def _gigabytes(size: int) -> str:
    return f"{size / 2**30:.0f} GB"
