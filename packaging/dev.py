#!/usr/bin/env python3
"""Set up, run and test Hone from a fresh clone: `python3 packaging/dev.py setup | run | test`.

setup   make .venv with the program, its libraries and the developers' tools
run     the same, then open the window (further arguments go to hone)
test    the same, then run every check and test (further arguments go to pytest)

The first call downloads and compiles for some minutes; later ones start at once and need no network.
An interrupted set-up goes on where it stopped. Nothing outside this folder is changed, except for
missing system packages (as root on Debian and Ubuntu) and a cache with the compiled llama.cpp.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this is the file that says so
    sys.exit(
        f"Hone needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
        "Install one, then run, for example:\n  python3.12 packaging/dev.py setup"
    )

from bootstrap.checks import run_checks
from bootstrap.console import SetupError, say
from bootstrap.display import NO_DISPLAY, has_display, program_arguments
from bootstrap.environment import prepare
from bootstrap.layout import Layout, venv_program

LAYOUT = Layout(Path(__file__).resolve().parents[1])
COMMANDS = ("setup", "run", "test")


def set_up() -> int:
    """Make the environment and say what to do with it."""
    prepare(LAYOUT, display=has_display(), tests=True)
    say("Hone is set up. Open it with: python3 packaging/dev.py run")
    return 0


def run(rest: list[str]) -> int:
    """Open the window, or run the demonstration in the terminal where there is no display."""
    display = has_display()
    prepare(LAYOUT, display=display, tests=False)
    if not rest and not display:
        say(NO_DISPLAY)
    python = str(venv_program(LAYOUT.venv, "python"))
    command = [python, "-m", "hone", *program_arguments(rest, display)]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(python, command)
    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # The program gets it too and decides what it means.


def test(rest: list[str]) -> int:
    """Run every check and test, or the tests asked for."""
    prepare(LAYOUT, display=False, tests=True)
    return run_checks(LAYOUT, rest)


def main(arguments: list[str]) -> int:
    """Run the command in `arguments` and return the exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in COMMANDS or (command == "setup" and rest):
        print(__doc__)
        return 0 if command in ("", "-h", "--help", "help") else 2
    try:
        if command == "setup":
            return set_up()
        return run(rest) if command == "run" else test(rest)
    except SetupError as error:
        say(f"\n{error.message}\n{error.hint}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Run the same command again: what is done is kept.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
