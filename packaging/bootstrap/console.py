"""What the person at the terminal reads."""

from __future__ import annotations

import sys
import time


class SetupError(Exception):
    """The set-up cannot go on: a sentence, and what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def say(text: str) -> None:
    """Print one sentence at once, also into a pipe."""
    print(text, flush=True)


def duration(seconds: float) -> str:
    """Return `seconds` as a person would say them: 0.4 s, 12 s, 3 min 05 s."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    if seconds < 59.5:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"


class Heartbeat:
    """Show that a long step is alive: a clock on a terminal, a line every minute elsewhere."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._on_terminal = sys.stdout.isatty()
        self._minutes = 0

    @property
    def elapsed(self) -> float:
        """Seconds since the step began."""
        return time.monotonic() - self._started

    def beat(self) -> None:
        """Tell how long the step has taken so far, if it is time to."""
        if self._on_terminal:
            print(f"\r  ... {duration(self.elapsed)}   ", end="", flush=True)
        elif self.elapsed >= 60 * (self._minutes + 1):
            self._minutes = int(self.elapsed // 60)
            say(f"  ... {self._minutes} min")

    def finish(self) -> None:
        """Remove the clock from the terminal's line."""
        if self._on_terminal:
            print("\r" + " " * 24 + "\r", end="", flush=True)
