"""`hone tune`: train what a plan says, as the wizard would."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from hone.cli.choices import choose_file
from hone.cli.interrupts import interrupt_calls
from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.cli.training_display import TrainingDisplay
from hone.cli.words import short_path
from hone.domain.plan import Plan, plan_from_toml
from hone.domain.runs import Run
from hone.errors import BadInput
from hone.ipc.messages import Event, WasStopped, encode


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("tune")(tune)


def tune(
    context: typer.Context,
    plan: Annotated[
        Path | None, typer.Argument(help="A plan, see docs/plan.md.", metavar="PLAN.toml", show_default=False)
    ] = None,
    resume: Annotated[
        str, typer.Option(help="Go on with this run from its last checkpoint.", metavar="RUN")
    ] = "",
    as_json: AsJson = False,
) -> int:
    """Train what a plan says; Ctrl+C stops with a checkpoint."""
    session: Session = context.obj
    if (plan is None) == (not resume):
        raise BadInput(
            "Say what to train: a plan, or --resume with a run.",
            hint="For example `hone tune plan.toml`; `hone runs list` shows the runs.",
        )
    read = read_plan(plan) if plan is not None else None
    runs = session.services.runs
    run = runs.get(resume) if read is None else runs.create(read)
    return _train(session, run, bool(resume), as_json)


def read_plan(path: Path) -> Plan:
    """Read a plan file; raises BadInput saying what is wrong with it."""
    place = choose_file(path.expanduser(), "a plan").absolute()
    try:
        text = place.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is no text.", hint="A plan is a TOML file in UTF-8.") from error
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror}.", hint="Check that you may read it."
        ) from error
    return plan_from_toml(text, place.parent, str(path))


def _train(session: Session, run: Run, resume: bool, as_json: bool) -> int:
    runs = session.services.runs
    if as_json:
        put_json({"type": "RunStarted", "id": run.id, "name": run.name, "folder": run.folder})
    display = TrainingDisplay(session.console, f"{run.name} ({run.id})", quiet=as_json)

    def told() -> None:
        display.say("Stopping after this step, with a checkpoint. Ctrl+C again ends at once.")

    with display, interrupt_calls(lambda: runs.stop(run.id), told):
        was_stopped = follow(runs.train(run.id, resume=resume), display, as_json)
    end = runs.get(run.id)
    if as_json:
        put_json({"type": "RunEnded", "run": end})
    elif was_stopped:
        session.console.print(
            f"Stopped at step {end.step}. Go on with: hone tune --resume {run.id}", markup=False
        )
    elif end.adapter is not None:
        session.console.print(f"The adapter is in {short_path(end.adapter)}.", markup=False, soft_wrap=True)
        session.console.print(
            f"Talk to it with: hone chat --model {run.plan.base.model} --adapter {run.id}",
            markup=False,
            soft_wrap=True,
        )
    return 1 if was_stopped else 0


def follow(events: Iterator[Event], display: TrainingDisplay, as_json: bool) -> bool:
    """Show a run's events, or write them as JSON lines; return whether it was stopped."""
    was_stopped = False
    for event in events:
        if as_json:
            sys.stdout.write(encode(event).decode())
            sys.stdout.flush()
        display.take(event)
        was_stopped = isinstance(event, WasStopped)
    return was_stopped
