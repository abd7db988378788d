"""`hone runs`: what was trained."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table
from rich.text import Text

from hone.cli.options import AsJson
from hone.cli.run_comparison import clone, compare, note, run_table
from hone.cli.session import Session, put_json
from hone.cli.words import duration, short_path
from hone.domain.plan import plan_to_toml
from hone.domain.run_table import RunColumn, RunFilter, RunRow, arranged
from hone.domain.runs import HeldOut, Run, RunState
from hone.errors import BadInput

_WIDE = 140  # columns of a terminal that show all there is to a run
_DESCENDING = frozenset({RunColumn.MADE, RunColumn.TIME, RunColumn.DISK, RunColumn.SIZE, RunColumn.STEPS})


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="What was trained.", no_args_is_help=True)
    group.command("list")(list_runs)
    group.command("show")(show)
    group.command("compare")(compare)
    group.command("note")(note)
    group.command("clone")(clone)
    app.add_typer(group, name="runs")


def list_runs(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(help="Only runs with these words in name, note, base, data or method.")
    ] = "",
    state: Annotated[str, typer.Option("--state", help="Only runs in this state, such as finished.")] = "",
    base: Annotated[str, typer.Option("--base", help="Only runs of this base model.")] = "",
    data: Annotated[str, typer.Option("--data", help="Only runs on this data set or file.")] = "",
    method: Annotated[str, typer.Option("--method", help="Only runs with this method.")] = "",
    sort: Annotated[RunColumn, typer.Option("--sort", help="Sort by this column.")] = RunColumn.MADE,
    reverse: Annotated[bool, typer.Option("--reverse", help="Sort the other way round.")] = False,
    sizes: Annotated[bool, typer.Option("--sizes", help="Count what each run takes on the disk.")] = False,
    export: Annotated[
        Path | None, typer.Option("--csv", help="Write the table to this CSV file.", metavar="FILE")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List the runs, the newest first; filtered and sorted as on the page Runs."""
    session: Session = context.obj
    table = session.services.run_table
    chosen = RunFilter(text=text, state=_state(state), base=base, data=data, method=method)
    rows = table.rows()
    if sizes or sort in (RunColumn.DISK, RunColumn.SIZE):
        rows = _sized(session, rows)
    shown = arranged(rows, chosen, sort, descending=(sort in _DESCENDING) != reverse)
    if export is not None:
        count = table.export(shown, export)
        session.notes.print(f"{count} runs written to {export}.", markup=False)
        return 0
    if as_json:
        for row in shown:
            put_json(row)
        return 0
    if not shown:
        none = "There are no runs yet. `hone demo` makes one, `hone tune PLAN.toml` too."
        session.console.print("No run is like that." if rows else none)
        return 0
    session.console.print(run_table(shown, sizes, session.console.width >= _WIDE))
    return 0


def show(
    context: typer.Context,
    run_id: Annotated[str, typer.Argument(help="The run's id, how it begins, or its name.", metavar="RUN")],
    log: Annotated[bool, typer.Option("--log", help="Print the trainer's log too.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show one run: its state, its losses, its plan."""
    session: Session = context.obj
    runs = session.services.runs
    row = session.services.run_table.find(run_id)
    run_id = row.id
    run = runs.get(run_id)
    held_out = runs.held_out(run_id)
    if as_json:
        put_json(
            {
                "run": run,
                "note": row.note,
                "steps": runs.steps(run_id),
                "held_out": held_out,
                "log": runs.log(run_id) if log else None,
            }
        )
        return 0
    console = session.console
    _print_facts(session, run, row.note)
    if held_out:
        console.print(_losses(held_out))
    console.print("\n[bold]Plan[/]")
    console.print(plan_to_toml(run.plan), markup=False)
    if log:
        console.print("[bold]Log[/]")
        console.print(runs.log(run_id), markup=False)
    return 0


def _print_facts(session: Session, run: Run, note: str) -> None:
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
    if note:
        table.add_row("Note", Text(note))
    session.console.print(table)


def _state(text: str) -> str:
    """Return the state that is meant; raises BadInput naming all of them."""
    known = [state.value for state in RunState]
    if text and text not in known:
        raise BadInput(
            f"There is no state {text!r}.", hint=f"A run is {', '.join(known[:-1])} or {known[-1]}."
        )
    return text


def _sized(session: Session, rows: list[RunRow]) -> list[RunRow]:
    counted = session.services.run_table.sizes([row.id for row in rows], threading.Event())
    sizes = {size.run_id: size for size in counted}
    return [
        msgspec.structs.replace(
            row, disk_bytes=sizes[row.id].disk_bytes, adapter_bytes=sizes[row.id].adapter_bytes
        )
        if row.id in sizes
        else row
        for row in rows
    ]


def _losses(held_out: list[HeldOut]) -> Table:
    table = Table("Step", "Held-out loss", "Token accuracy", box=None)
    best = min(held_out, key=lambda each: each.loss)
    for each in held_out:
        mark = "  best" if each == best else ""
        table.add_row(str(each.step), f"{each.loss:.4f}", f"{each.token_accuracy:.1%}{mark}")
    return table
