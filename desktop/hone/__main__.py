"""The program: a window without arguments, a command with them, a worker with `--worker NAME`."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run what the command line asks for and return the exit code.

    Nothing heavy is imported before it is known what is wanted: workers start often, and the window
    must be there in half a second.
    """
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    match arguments:
        case ["--worker", name]:
            from hone.workers import run_worker

            return run_worker(name)
        case ["--version"]:
            from hone import __version__

            print(f"hone {__version__}")
            return 0
        case [] | ["window", *_]:
            from hone.bootstrap import run_window

            return run_window([sys.argv[0], *arguments[1:]])
        case _:
            from hone.bootstrap import run_command

            return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
