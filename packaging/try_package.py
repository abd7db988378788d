#!/usr/bin/env python3
"""Install a Debian package here and try it as a user would: `python3 packaging/try_package.py FILE.deb`.

Needs root, Xvfb, openbox, xdotool, gtk-launch (libgtk-3-bin) and the project's .venv for the screenshot.
Installs the package, starts the program from its desktop entry on a screen of its own with an empty home,
waits for the window, takes a picture (dist/installed.png), closes the window, runs the installed program's
own checks, and leaves it installed (`dpkg -r hone` removes it). Further arguments are commands for the
installed program, each in one word: "models list".
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bootstrap.console import SetupError, duration, say
from bootstrap.layout import Layout, venv_program

LAYOUT = Layout(Path(__file__).resolve().parents[1])
DISPLAY = ":97"
WINDOW_WITHIN_SECONDS = 60
PICTURE = LAYOUT.root / "dist" / "installed.png"
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


def main(arguments: list[str]) -> int:
    """Install, open, look, close, and run the commands in `arguments`."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 0 if arguments else 2
    package, *commands = arguments
    try:
        install(Path(package))
        with tempfile.TemporaryDirectory() as home, screen():
            environment = {**os.environ, "DISPLAY": DISPLAY, "HOME": home, "XDG_RUNTIME_DIR": home}
            environment.pop("QT_QPA_PLATFORM", None)
            open_and_close(environment)
            for command in ["--version", *commands]:
                run_installed(command.split(), environment)
    except SetupError as error:
        say(f"\n{error.message}\n{error.hint}")
        return 1
    return 0


def install(package: Path) -> None:
    """Install with dpkg, as a double click does."""
    started = time.monotonic()
    if subprocess.run(["dpkg", "-i", package], stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetupError(
            "dpkg does not install the package.", "See above; `apt-get install -f` may tell more."
        )
    say(f"  Installed in {duration(time.monotonic() - started)}")


@contextmanager
def screen() -> Iterator[None]:
    """Run an X server with a window manager, for as long as the block lasts."""
    for program in ("Xvfb", "openbox", "xdotool", "gtk-launch"):
        if shutil.which(program) is None:
            raise SetupError(f"{program} is missing.", "apt-get install xvfb openbox xdotool libgtk-3-bin")
    server = start_quietly(["Xvfb", DISPLAY, "-screen", "0", "1440x900x24"])
    manager = start_quietly(["openbox"])
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()
        server.terminate()
        server.wait()


def start_quietly(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a part of the screen and give it a moment."""
    environment = {**os.environ, "DISPLAY": DISPLAY}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    return process


def open_and_close(environment: Mapping[str, str]) -> None:
    """Start from the desktop entry, wait for the window, take its picture and close it."""
    started = time.monotonic()
    subprocess.run(["gtk-launch", "hone"], env=environment, check=True)
    window = wait_for_window(environment)
    say(f"  The window was there after {duration(time.monotonic() - started)}")
    time.sleep(3)
    PICTURE.parent.mkdir(exist_ok=True)
    python = venv_program(LAYOUT.venv, "python")
    grab = {**environment, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([python, "-c", GRAB, PICTURE], env=grab, check=True, stderr=subprocess.DEVNULL)
    say(f"  Picture: {PICTURE}")
    subprocess.run(
        ["xdotool", "windowactivate", "--sync", window, "key", "alt+F4"], env=environment, check=True
    )
    wait_until_gone()


def wait_for_window(environment: Mapping[str, str]) -> str:
    """Return the number of the program's first visible window."""
    search = ["xdotool", "search", "--onlyvisible", "--class", "^hone$"]
    end = time.monotonic() + WINDOW_WITHIN_SECONDS
    while time.monotonic() < end:
        found = subprocess.run(search, env=environment, capture_output=True, text=True, check=False).stdout
        if found.strip():
            return found.split()[-1]
        time.sleep(0.05)
    raise SetupError(f"No window within {WINDOW_WITHIN_SECONDS} s.", "Run `hone` in a terminal to see why.")


def wait_until_gone() -> None:
    """Make sure that closing the window ended the program and all its workers."""
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if not running():
            say("  Closing the window ended every process")
            return
        time.sleep(0.1)
    raise SetupError(f"Still running after the window was closed: {running()}", "")


def running() -> list[int]:
    """Return the process ids of the installed program."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/exe"):
        try:
            if str(entry.readlink()).startswith("/opt/hone/"):
                found.append(int(entry.parent.name))
        except OSError:
            continue
    return found


def run_installed(command: list[str], environment: Mapping[str, str]) -> None:
    """Run one command of the installed program from the path."""
    started = time.monotonic()
    code = subprocess.run(["hone", *command], env=environment, check=False).returncode
    say(f"  hone {' '.join(command)}: exit code {code}, {duration(time.monotonic() - started)}")
    if code != 0:
        raise SetupError(f"`hone {' '.join(command)}` failed.", "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
