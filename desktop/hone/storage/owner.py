"""Who drives a run: a process id with its start time, because ids are used again."""

from __future__ import annotations

import msgspec
import psutil

_CLOCK_STEP_SECONDS = 1.0


class Owner(msgspec.Struct, frozen=True, kw_only=True):
    """A process, told from later ones with the same id by when it started (seconds since the epoch)."""

    pid: int
    started: float

    def is_alive(self) -> bool:
        """Whether that very process still runs."""
        if self.pid < 2:
            return False
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) < _CLOCK_STEP_SECONDS
            return bool(same and process.status() != psutil.STATUS_ZOMBIE)
        except psutil.Error:
            return False


def this_process() -> Owner:
    """Return this process as an owner."""
    process = psutil.Process()
    return Owner(pid=process.pid, started=process.create_time())
