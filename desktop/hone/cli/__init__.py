"""The command line: the same services as the window, in a terminal or a script."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hone.services import Services


def run(arguments: Sequence[str], build: Callable[[], Services]) -> int:
    """Run one command and return its exit code: 0 done, 1 failed or stopped, 2 bad input.

    `build` is called when a command needs the services, and what it built is closed at the end.
    """
    from hone.cli.application import run_command

    return run_command(arguments, build)
