"""How many threads an engine uses, and how they wait for each other."""

from __future__ import annotations

import os

import psutil

SMALL_MODEL = 64 * 2**20


def threads_for(size_bytes: int) -> int:
    """Return how many threads to use for a model of that size: one per core, one alone for small models.

    Threads meet after every operation. A small model computes for microseconds between two meetings, and
    while other programs hold the cores, each meeting waits for them: with a load of 11 on 2 cores the demo
    model (5 M parameters, Q8_0) made 630 tokens/s with one thread and 61 with two. Hyper-threads do not help.
    """
    if size_bytes < SMALL_MODEL:
        return 1
    physical = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    return max(1, min(physical, allowed))


def wait_without_spinning() -> None:
    """Let waiting threads sleep; call it before the first import that starts OpenMP.

    In the same measurement two threads that sleep made 378 tokens/s where two that spin made 61.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
