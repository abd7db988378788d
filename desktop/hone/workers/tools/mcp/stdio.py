"""An MCP server that is started here and speaks through its pipes; one message per line."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hone.errors import BadInput, HoneError
from hone.workers.tools.mcp.protocol import LONGEST_MESSAGE, Message, decoded, encoded
from hone.workers.tools.mcp.transport import Inbox

_END_SECONDS = 1.0
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
_TOLD_LINES = 20
_LARGEST_LOG = 4 * 2**20
# What finding and starting programs needs, and no more: none of these names holds a secret.
_NEEDED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "USER", "LOGNAME")
_NEEDED_ON_WINDOWS = (
    "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "APPDATA", "LOCALAPPDATA",
    "USERPROFILE", "PROGRAMFILES", "WINDIR",
)  # fmt: skip


class StdioTransport:
    """Starts a server; it ends with this process, and what it writes to stderr goes to this process's log."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._name = name
        self._inbox = Inbox()
        self._child = _start(name, command, environment)
        threading.Thread(target=self._read, name="server-stdout", daemon=True).start()
        threading.Thread(target=self._log, name="server-stderr", daemon=True).start()

    def send(self, message: Message, seconds: float) -> None:
        """Write a line to the server."""
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(encoded(message) + b"\n")
            self._child.stdin.flush()
        except (OSError, ValueError) as error:
            raise self._gone() from error

    def receive(self, seconds: float) -> Message | None:
        """Wait for a line of the server."""
        return self._inbox.take(seconds)

    def agreed(self, version: str) -> None:
        """Nothing depends on the version here."""

    def close(self) -> None:
        """Close its stdin, as the protocol asks for, then end it with all that it started."""
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            self._child.stdin.close()
        for number in (0, signal.SIGTERM, _KILL):
            self._signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(timeout=_END_SECONDS)
                break
        self._signal(_KILL)

    def _signal(self, number: int) -> None:
        """Send a signal to the server's group of processes, where the system has groups; 0 sends none."""
        if number == 0:
            return
        if sys.platform == "win32":
            self._child.kill()
            return
        with contextlib.suppress(OSError):
            os.killpg(self._child.pid, number)

    def _read(self) -> None:
        assert self._child.stdout is not None
        ignored = 0
        while line := self._child.stdout.readline(LONGEST_MESSAGE):
            if not line.endswith(b"\n") and len(line) >= LONGEST_MESSAGE:
                self._inbox.end(HoneError(f"{self._name} sent a message of more than 16 MB."))
                self._child.kill()
                return
            if not line.strip():
                continue
            try:
                for message in decoded(line, self._name):
                    self._inbox.put(message)
            except HoneError as error:
                ignored += 1
                if ignored <= _TOLD_LINES:
                    print(f"hone: {error.message}", file=sys.stderr)  # some servers greet on stdout
        self._inbox.end(self._gone())

    def _log(self) -> None:
        """Copy what the server writes to stderr into this process's log, up to a length."""
        assert self._child.stderr is not None
        left = _LARGEST_LOG
        while block := os.read(self._child.stderr.fileno(), 65536):
            with contextlib.suppress(OSError):  # a full disk; the server has to be read all the same
                os.write(2, block[:left])
            left = max(0, left - len(block))

    def _gone(self) -> HoneError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(timeout=_END_SECONDS)
        code = self._child.poll()
        how = f"exit code {code}" if code is not None else "it closed its output"
        return HoneError(f"The server {self._name} has ended ({how}).", hint="Its log says more.")


def _start(name: str, command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    program = shutil.which(command[0]) if command else None
    if program is None:
        raise BadInput(
            f"The program {command[0] if command else ''!r} of the server {name} was not found.",
            hint="Install it, or write its whole path.",
        )
    try:
        return subprocess.Popen(
            [program, *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**_needed(), **environment},
            cwd=Path.home(),
            start_new_session=True,
            preexec_fn=_dying_with_parent(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise HoneError(
            f"The server {name} could not be started: {error.strerror or error}.",
            hint="Check its command.",
        ) from error


def _needed() -> dict[str, str]:
    names = (*_NEEDED, *(_NEEDED_ON_WINDOWS if os.name == "nt" else ()))
    return {name: os.environ[name] for name in names if name in os.environ}


def _dying_with_parent() -> Callable[[], None] | None:
    """Let Linux end the server when this process is killed; elsewhere the end of its stdin tells it."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(1, signal.SIGTERM, 0, 0, 0)
