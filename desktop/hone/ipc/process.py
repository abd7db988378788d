"""A worker seen from outside: start it, read its events, ask it to stop, end its whole tree."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import psutil

from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import LONGEST_LINE, Command, Event, Failed, Stop, decode_event, encode

_LOCK_SECONDS = 1.0
_KILL_SECONDS = 10.0

# Linux sends a child its parent-death signal when the *thread* that started it ends. Workers outlive the
# short threads that ask for them, so one thread that lives as long as the program starts them all.
_launcher = ThreadPoolExecutor(max_workers=1, thread_name_prefix="launcher")


def worker_command(name: str) -> list[str]:
    """Return the command line that starts worker `name`, also from a frozen build."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", name]
    return [sys.executable, "-m", "hone", "--worker", name]


class WorkerProcess:
    """A child process that takes commands and gives events.

    `events()` may be read by one thread; `send`, `request_stop` and `kill` may be called from any.
    The child's stderr goes to `log`; its stdout carries JSON lines only. With `deliver`, that is called
    with this process and each event, in the thread that reads the pipe, and with None when the pipe has
    ended; `events` and `next_event` then give nothing. Raises HoneError when the child cannot be started.
    """

    def __init__(
        self,
        name: str,
        log: Path,
        command: list[str] | None = None,
        nice: int = 10,
        deliver: Callable[[WorkerProcess, Event | None], None] | None = None,
    ) -> None:
        self.name = name
        self.log = log
        self._deliver = deliver or WorkerProcess._keep
        self._queue: queue.Queue[Event | None] = queue.Queue(maxsize=10_000)
        self._write_lock = threading.Lock()
        self._stopping = False
        self._child = _launcher.submit(_start, name, command or worker_command(name), log).result()
        _lower_priority(self._child.pid, nice)
        threading.Thread(target=self._read, name=f"{name}-stdout", daemon=True).start()

    @property
    def pid(self) -> int:
        """Process id of the child."""
        return self._child.pid

    @property
    def alive(self) -> bool:
        """Whether the child still runs."""
        return self._child.poll() is None

    @property
    def stopping(self) -> bool:
        """Whether a stop has been asked for."""
        return self._stopping

    def send(self, command: Command) -> None:
        """Send one command; raises WorkerLost when the child is gone, BadInput as `encode` does."""
        assert self._child.stdin is not None
        line = encode(command)
        with self._write_lock:
            try:
                self._child.stdin.write(line)
                self._child.stdin.flush()
            except (OSError, ValueError) as error:
                raise self.lost() from error

    def next_event(self, timeout: float | None = None) -> Event | None:
        """Wait for the next event; None after `timeout` seconds without one.

        Raises HoneError when the worker reports that it failed (BadInput when it blames what the user
        gave), WorkerLost when it ended unasked.
        """
        try:
            event = self._queue.get(timeout=timeout)
        except queue.Empty:
            return None
        if event is None:
            self._queue.put(None)
            raise self.lost()
        if isinstance(event, Failed):
            kind = BadInput if event.bad_input else HoneError
            raise kind(event.message, event.hint, event.detail)
        return event

    def events(self) -> Iterator[Event]:
        """Iterate over events until one ends the work; raises as `next_event` does."""
        while True:
            event = self.next_event()
            assert event is not None
            yield event

    def request_stop(self) -> None:
        """Ask the worker to end by itself; may be called twice, from any thread, also after its end."""
        self._stopping = True
        try:
            self.send(Stop())
        except WorkerLost:
            return

    def kill(self) -> None:
        """End the child and everything it started, and wait until it is gone.

        Raises HoneError when the system cannot end it, as while it is stuck in a driver.
        """
        # Once its exit code was taken, the system may give the number to a stranger.
        for process in _tree(self._child.pid) if self.alive else ():
            with contextlib.suppress(psutil.Error):
                process.kill()
        try:
            self._child.wait(timeout=_KILL_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise HoneError(
                f"The {self.name} worker (process {self.pid}) cannot be ended.",
                hint="It may be stuck in a driver, and its memory is not free: restart the computer.",
            ) from error
        self._close_stdin()

    def close(self, timeout: float = 5.0) -> None:
        """Close the pipe, which ends a well-behaved worker at once, and kill it when it does not."""
        # A worker that reads nothing, such as a suspended one, holds who writes to it, and with it the lock.
        if not self._write_lock.acquire(timeout=_LOCK_SECONDS):
            self.kill()
            return
        try:
            self._close_stdin()
        finally:
            self._write_lock.release()
        try:
            self._child.wait(timeout=timeout)
        except subprocess.TimeoutExpired:
            self.kill()

    def lost(self) -> WorkerLost:
        """Describe the end of the child, from its exit code and the end of its log."""
        try:
            code = self._child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return WorkerLost(f"The {self.name} worker closed its pipe but still runs.", "Try again.")
        return WorkerLost(
            f"The {self.name} worker ended unexpectedly ({_ending(code)}).",
            hint=f"Nothing saved was lost. Try again; its log is {self.log}.",
            detail=_tail(self.log),
        )

    def _close_stdin(self) -> None:
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            self._child.stdin.close()

    def _read(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as pipe:
            while line := pipe.readline(LONGEST_LINE):
                try:
                    event = decode_event(line)
                except msgspec.MsgspecError as error:
                    self._note(f"ignored a line that is no event: {error}: {line[:200]!r}")
                    continue
                self._deliver(self, event)
        self._deliver(self, None)

    def _keep(self, event: Event | None) -> None:
        self._queue.put(event)

    def _note(self, text: str) -> None:
        """Write to the log; where that cannot be done, reading goes on, or the reader would wait for ever."""
        with contextlib.suppress(OSError), self.log.open("a", encoding="utf-8") as log:
            log.write(f"hone: {text}\n")


def _start(name: str, command: list[str], log: Path) -> subprocess.Popen[bytes]:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as errors:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except OSError as error:
        raise HoneError(
            f"The {name} worker could not be started: {error.strerror or error}.",
            hint="Close other programs, and check that the disk is not full and that all of Hone is there.",
            detail=f"{error!r}\n{command}\n{log}",
        ) from error


def _environment() -> dict[str, str]:
    """Return the child's environment: no telemetry, no hub access unless a user asks, UTF-8."""
    quiet = {
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "HF_HUB_OFFLINE": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1",
    }
    return {**os.environ, **quiet}


def _lower_priority(pid: int, nice: int) -> None:
    """Let the window go first: nice on POSIX, below-normal class on Windows."""
    try:
        process = psutil.Process(pid)
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else nice)
    except psutil.Error:
        return


def _tree(pid: int) -> list[psutil.Process]:
    try:
        parent = psutil.Process(pid)
        return [*parent.children(recursive=True), parent]
    except psutil.NoSuchProcess:
        return []


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    names = {
        4: "illegal instruction: this processor may be too old for it",
        6: "aborted: its library met what it cannot work with",
        7: "bus error: a file it had open was cut short, or memory or disk ran out",
        9: "killed, perhaps for want of memory",
        11: "crashed",
        15: "ended by another program",
    }
    return names.get(-code, f"signal {-code}")


def _tail(path: Path, size: int = 4000) -> str:
    """Return the end of a log; empty when it is gone, as with the folder of a run."""
    try:
        with path.open("rb") as log:
            log.seek(0, os.SEEK_END)
            log.seek(max(0, log.tell() - size))
            return log.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
