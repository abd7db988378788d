"""Run the programs of the set-up with their output in a log."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from bootstrap.console import Heartbeat, SetupError, duration, say

TAIL_LINES = 15


def tail(log: Path, lines: int = TAIL_LINES, width: int = 200) -> str:
    """Return the end of `log`, indented, with very long lines cut."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "  (no log)"
    last = [line for line in text.splitlines() if line.strip()][-lines:]
    return "\n".join(f"  {line[:width]}" for line in last)


def run_logged(
    arguments: Sequence[str | Path],
    log: Path,
    *,
    what: str,
    hint: str = "",
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> None:
    """Run a program quietly and raise `SetupError` with the end of its log when it fails.

    `what` is the step as a noun phrase, used in the sentences a person reads.
    """
    words = [str(argument) for argument in arguments]
    log.parent.mkdir(parents=True, exist_ok=True)
    heartbeat = Heartbeat()
    with log.open("ab") as output:
        output.write(f"\n$ {shlex.join(words)}\n".encode())
        output.flush()
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            cwd=folder,
        )
        code = _wait(process, heartbeat)
    heartbeat.finish()
    if code != 0:
        raise SetupError(
            f"{what} failed after {duration(heartbeat.elapsed)} (exit code {code}).\n{tail(log)}",
            hint or f"The whole output is in {log}. Run the same command again: what is done is kept.",
        )
    say(f"  {what}: {duration(heartbeat.elapsed)}")


def _wait(process: subprocess.Popen[bytes], heartbeat: Heartbeat) -> int:
    """Wait for `process` with a heartbeat; end it when the person presses Ctrl+C."""
    try:
        while True:
            try:
                return process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                heartbeat.beat()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def succeeds(arguments: Sequence[str | Path], folder: Path | None = None) -> bool:
    """Tell whether a short program starts and ends with 0."""
    try:
        words = [str(argument) for argument in arguments]
        return subprocess.run(words, capture_output=True, cwd=folder, check=False).returncode == 0
    except OSError:
        return False
