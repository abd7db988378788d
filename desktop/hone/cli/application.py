"""All commands together, and how their errors reach a person or a program."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Annotated

import msgspec
import typer
from typer.exceptions import Abort, TyperException
from typer.main import get_command

from hone import __version__
from hone.cli import (
    bench,
    chat,
    complete,
    conversations,
    data,
    demo,
    docs,
    doctor,
    endpoints,
    models,
    prompts,
    render,
    runs,
    tune,
)
from hone.cli.harmless import harmless
from hone.cli.session import Session
from hone.errors import BadInput, HoneError
from hone.services import Services

COMMANDS: tuple[Callable[[typer.Typer], None], ...] = (
    demo.add_to,
    doctor.add_to,
    chat.add_to,
    complete.add_to,
    conversations.add_to,
    render.add_to,
    prompts.add_to,
    tune.add_to,
    runs.add_to,
    models.add_to,
    endpoints.add_to,
    data.add_to,
    bench.add_to,
    docs.add_to,
)

DONE, FAILED, BAD_INPUT = 0, 1, 2

_log = logging.getLogger("hone.cli")


def build_app() -> typer.Typer:
    """Return the application with every command."""
    app = typer.Typer(
        name="hone",
        help=(
            "Talk to a local model, fine-tune it, and talk to what came of it. "
            "Without a command the window opens."
        ),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)
    for add in COMMANDS:
        add(app)
    return app


def run_command(arguments: Sequence[str], build: Callable[[], Services]) -> int:
    """Run one command; every error ends as one sentence with a hint, never as a traceback."""
    as_json = "--json" in arguments
    session = Session(build)
    # Before the log file is open, errors must not be printed by the logging library as well.
    logging.getLogger("hone").addHandler(logging.NullHandler())
    sys.excepthook = _unexpected(as_json)
    try:
        command = get_command(build_app())  # calling the app itself would set Typer's own excepthook
        code = command.main(list(arguments), prog_name="hone", standalone_mode=False, obj=session)
        return code if isinstance(code, int) else DONE
    except HoneError as error:
        _log.error("%s %s %s", error.message, error.hint, error.detail)
        _complain(error.message, error.hint, as_json)
        return BAD_INPUT if isinstance(error, BadInput) else FAILED
    except TyperException as error:
        if message := error.format_message().strip():  # none when the help was just printed
            _complain(message, "See `hone --help` and `hone COMMAND --help`.", as_json)
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        _complain("Stopped.", "", as_json)
        return FAILED
    except BrokenPipeError:
        # The reader of a pipe (head, less) has enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    finally:
        session.close()


def _complain(message: str, hint: str, as_json: bool) -> None:
    message, hint = harmless(message), harmless(hint)
    if as_json:
        text = msgspec.json.encode({"error": message, "hint": hint}).decode()
    else:
        text = f"{message}\n{hint}" if hint else message
    print(text, file=sys.stderr)


def _unexpected(
    as_json: bool,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return an excepthook: the log gets the traceback, the person a sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("unexpected error", exc_info=(kind, error, trace))
        files = [
            handler.baseFilename
            for handler in logging.getLogger("hone").handlers
            if isinstance(handler, logging.FileHandler)
        ]
        where = f"The log has the details: {files[0]}." if files else ""
        _complain(f"Hone met an unexpected error: {kind.__name__}: {error}", where, as_json)

    return hook


def _version(wanted: bool) -> None:
    if wanted:
        print(f"hone {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Do nothing by itself; options before the command are read here."""
