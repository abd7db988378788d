"""Find out whether a window can be shown, and what to start where it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

NO_DISPLAY = (
    "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), "
    "so the window cannot open. Its demonstration runs in this terminal instead."
)
# Qt can show (or pretend to show) a window through these without an X or Wayland server.
DISPLAYLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can open: always on Windows and macOS, with a display server elsewhere."""
    if platform in ("win32", "darwin"):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen in DISPLAYLESS_PLATFORMS:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def program_arguments(rest: Sequence[str], display: bool) -> list[str]:
    """Return the arguments for `hone`: those given, else the window, else the demonstration."""
    if rest:
        return list(rest)
    return [] if display else ["demo"]
