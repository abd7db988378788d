"""`hone runs`: what was trained."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.cli.words import duration, short_path
from hone.domain.plan import plan_to_toml
from hone.domain.runs import HeldOut, Run


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="What was trained.", no_args_is_help=True)
    group.command("list")(list_runs)
    group.command("show")(show)
    app.add_typer(group, name="runs")


def list_runs(context: typer.Context, as_json: AsJson = False) -> int:
    """List the runs, the newest first."""
    session: Session = context.obj
    runs = session.services.runs.runs()
    if as_json:
        for run in runs:
            put_json(run)
        return 0
    if not runs:
        session.console.print("There are no runs yet. `hone demo` makes one, `hone tune PLAN.toml` too.")
        return 0
    table = Table("Run", "Name", "State", "Steps", "Held-out loss", "Started (UTC)", box=None)
    for run in runs:
        table.add_row(
            run.id,
            run.name,
            run.state,
            f"{run.step}/{run.steps or '?'}",
            f"{run.best.loss:.4f}" if run.best else "-",
            f"{run.created_at:%Y-%m-%d %H:%M}",
        )
    session.console.print(table)
    return 0


def show(
    context: typer.Context,
    run_id: Annotated[str, typer.Argument(help="The run's id, see `hone runs list`.", metavar="RUN")],
    log: Annotated[bool, typer.Option("--log", help="Print the trainer's log too.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show one run: its state, its losses, its plan."""
    session: Session = context.obj
    runs = session.services.runs
    run = runs.get(run_id)
    held_out = runs.held_out(run_id)
    if as_json:
        put_json(
            {
                "run": run,
                "steps": runs.steps(run_id),
                "held_out": held_out,
                "log": runs.log(run_id) if log else None,
            }
        )
        return 0
    console = session.console
    _print_facts(session, run)
    if held_out:
        console.print(_losses(held_out))
    console.print("\n[bold]Plan[/]")
    console.print(plan_to_toml(run.plan), markup=False)
    if log:
        console.print("[bold]Log[/]")
        console.print(runs.log(run_id), markup=False)
    return 0


def _print_facts(session: Session, run: Run) -> None:
    table = Table(show_header=False, box=None)
    table.add_row("Run", run.id)
    table.add_row("Name", run.name)
    table.add_row("State", run.state)
    table.add_row("Steps", f"{run.step} of {run.steps or '?'}")
    table.add_row("Time", duration(run.seconds))
    table.add_row("Folder", short_path(run.folder))
    if run.adapter:
        table.add_row("Adapter", short_path(run.adapter))
    if run.adapter_gguf:
        table.add_row("Adapter as GGUF", short_path(run.adapter_gguf))
    if run.problem:
        table.add_row("Problem", f"{run.problem} {run.hint}".strip())
    session.console.print(table)


def _losses(held_out: list[HeldOut]) -> Table:
    table = Table("Step", "Held-out loss", "Token accuracy", box=None)
    best = min(held_out, key=lambda each: each.loss)
    for each in held_out:
        mark = "  best" if each == best else ""
        table.add_row(str(each.step), f"{each.loss:.4f}", f"{each.token_accuracy:.1%}{mark}")
    return table
