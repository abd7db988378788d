"""The child process that renders chat templates, seen from outside: one request, one answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from typing import Any

import msgspec

from hone.errors import HoneError


class TemplateProcess:
    """Starts the sandbox when it is needed, and again after it was ended. Safe to use from any thread.

    `seconds` limits each rendering.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, request: bytes, renderings: int) -> dict[str, Any]:
        """Send one request and return its answer, {"kind": "slow", ...} when it took too long."""
        with self._lock:
            return self._ask(request + b"\n", renderings)

    def close(self) -> None:
        """End the child process."""
        with self._lock:
            self._end_child()

    def _ask(self, request: bytes, renderings: int) -> dict[str, Any]:
        child = self._running_child()
        assert child.stdin is not None and child.stdout is not None
        watch = threading.Timer(self._seconds * (renderings + 1) + 30, child.kill)
        watch.daemon = True
        watch.start()
        started = time.monotonic()
        try:
            child.stdin.write(request)
            child.stdin.flush()
            line = child.stdout.readline()
        except OSError:
            line = b""
        finally:
            watch.cancel()
        if line:
            return _decoded(line)
        took = time.monotonic() - started
        code = self._end_child()
        # The watchdog of hone.data.sandbox leaves with 1. Now and then it crashes while it writes down
        # where the template is (seen: signal 11 after 2.01 s), because that goes on running meanwhile.
        if code == 1 or took >= self._seconds:
            return {"kind": "slow", "reason": f"{self._seconds:g}"}
        raise HoneError(
            "The process that renders chat templates ended unexpectedly.",
            hint="Try again; if it happens again, restart Hone.",
            detail=f"exit code {code}",
        )

    def _running_child(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._end_child()
            self._child = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONUTF8": "1"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._child

    def _end_child(self) -> int:
        """Close the pipes and wait; returns the exit code (0 when there was no child)."""
        child, self._child = self._child, None
        if child is None:
            return 0
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.close()
        except OSError:
            child.kill()
        try:
            code = child.wait(timeout=self._seconds + 1)
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait()
        child.stdout.close()
        return code


def _decoded(line: bytes) -> dict[str, Any]:
    answer: dict[str, Any]
    try:
        answer = msgspec.json.decode(line)
    except msgspec.DecodeError:
        answer = json.loads(line)  # a template may write half a pair of surrogates
    return answer


def _command() -> list[str]:
    """Start the sandbox, also from a frozen build (`hone --worker template`)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", "template"]
    return [sys.executable, "-m", "hone.data.sandbox"]
