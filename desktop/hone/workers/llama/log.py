"""What llama.cpp says: all of it to the worker's log, the last warnings kept for error messages."""

from __future__ import annotations

import ctypes
import re
import sys
from collections import deque

import llama_cpp

_INFO, _WARNING, _CONTINUED = 2, 3, 5
_KEPT = 40


class LibraryLog:
    """Receives llama.cpp's messages for as long as it lives; there is one per process."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=_KEPT)
        self._level = _INFO
        self._callback = llama_cpp.llama_log_callback(self._take)
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))

    def reason(self) -> str:
        """Return the last error as the end of a sentence."""
        named = [line for line in self._lines if "error" in line.lower()]
        last = (named or list(self._lines) or ["llama.cpp gives no reason"])[-1]
        last = last.replace("exception loading model", "")
        return re.sub(r"^[\w:()~]+: *(error loading model: *)?", "", last).strip().rstrip(".")

    def text(self) -> str:
        """Return the last warnings and errors."""
        return "\n".join(self._lines)

    def forget(self) -> None:
        """Forget what was said, so that the next reason is a new one."""
        self._lines.clear()

    def _take(self, level: int, text: bytes, _data: object) -> None:
        self._level = self._level if level == _CONTINUED else level
        if self._level < _INFO:
            return
        message = text.decode("utf-8", errors="replace")
        sys.stderr.write(message)
        if self._level >= _WARNING and message.strip(" .\n"):
            self._lines.append(message.strip())
