"""`hone runs compare`, `note` and `clone`: runs beside each other, notes on them, a plan like one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.cli.words import duration, size
from hone.domain.fields import Value
from hone.domain.plan import plan_to_toml
from hone.domain.run_comparison import PlanEntry, RunComparison
from hone.domain.run_table import RunRow
from hone.errors import BadInput
from hone.storage.atomic import write_whole

_NOTHING = "-"
_LABELS = {
    "base.model": "Base model",
    "data.train": "Data",
    "data.part": "Part of the data",
    "data.format": "Format of the rows",
    "data.columns": "Columns",
    "data.held_out": "Held-out file",
    "data.held_out_share": "Held-out share",
    "data.seed": "Seed of the held-out rows",
    "method.name": "Method",
}

RunNames = Annotated[
    list[str], typer.Argument(help="Two to four runs: ids, how they begin, or names.", metavar="RUN...")
]
RunName = Annotated[str, typer.Argument(help="The run's id, how it begins, or its name.", metavar="RUN")]


def compare(context: typer.Context, runs: RunNames, as_json: AsJson = False) -> int:
    """Compare runs: best scores, and what differs in their plans."""
    session: Session = context.obj
    table = session.services.run_table
    rows = [table.find(name) for name in runs]
    if len(rows) < 2 or len({row.id for row in rows}) < len(rows):
        raise BadInput("A comparison needs two to four different runs.", hint="`hone runs list` shows all.")
    compared = table.compare(rows)
    if as_json:
        differences = [{"path": entry.path, "values": entry.values} for entry in compared.differences]
        put_json({"runs": compared.rows, "differences": differences, "curves": compared.curves})
        return 0
    session.console.print(_results(compared.rows))
    if compared.differences:
        session.console.print(_differences(compared))
    else:
        session.console.print("\nTheir plans are the same.")
    return 0


def note(
    context: typer.Context,
    run: RunName,
    text: Annotated[
        str | None, typer.Argument(help="What to note; without it the note is printed, empty takes it away.")
    ] = None,
) -> int:
    """Print a run's note, or write another one."""
    session: Session = context.obj
    table = session.services.run_table
    row = table.find(run)
    if text is None:
        session.console.print(Text(row.note), soft_wrap=True)
    else:
        table.set_note(row.id, text)
    return 0


def clone(
    context: typer.Context,
    run: RunName,
    target: Annotated[
        Path | None, typer.Argument(help="The plan to write; without it, it is printed.", metavar="PLAN.toml")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> int:
    """Write a run's plan under a new name, to be changed and trained with `hone tune`."""
    session: Session = context.obj
    table = session.services.run_table
    text = plan_to_toml(table.plan_like(table.find(run).id))
    if target is None:
        session.console.print(Text(text.rstrip("\n")), soft_wrap=True)
        return 0
    if target.exists() and not force:
        raise BadInput(f"{target} is there already.", hint="Give another name, or --force to replace it.")
    write_whole(target, text)
    session.notes.print(f"Written. Change it, then: hone tune {target}", markup=False)
    return 0


def run_table(rows: Sequence[RunRow], sizes: bool, wide: bool) -> Table:
    """Return the table that `hone runs list` prints; ids stay whole, others give way where it is not wide."""
    table = Table(box=None)
    for title in ("Run", "Name", "State", *(("Base", "Data", "Method") if wide else ()), "Held-out loss"):
        table.add_column(title, no_wrap=title not in ("Name", "Base", "Data"))
    for title in (*(("Steps", "Time") if wide else ()), *(("Adapter", "On disk") if sizes else ())):
        table.add_column(title, no_wrap=True)
    for row in rows:
        cells = [row.id, row.name, row.state.value]
        cells += [row.base, row.data, row.method] if wide else []
        cells.append(_score(row))
        if wide:
            cells += [f"{row.step}/{row.steps or '?'}", duration(row.seconds) if row.seconds else _NOTHING]
        if sizes:
            cells += [size(row.adapter_bytes) if row.adapter_bytes else _NOTHING, size(row.disk_bytes or 0)]
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _results(rows: Sequence[RunRow]) -> Table:
    table = _beside("", rows)
    known = [row.best.loss for row in rows if row.best is not None]
    best = min(known) if len(known) > 1 else None
    scores = [
        f"{_score(row)}  best" if best is not None and row.best and row.best.loss == best else _score(row)
        for row in rows
    ]
    lines: list[tuple[str, list[str]]] = [
        ("Run", [row.id for row in rows]),
        ("State", [row.state.value for row in rows]),
        ("Held-out loss", scores),
        ("Against the base", [f"{row.change:+.0%}" if row.change is not None else _NOTHING for row in rows]),
        ("Token accuracy", [f"{row.best.token_accuracy:.1%}" if row.best else _NOTHING for row in rows]),
        ("Best step", [str(row.best.step) if row.best else _NOTHING for row in rows]),
        ("Steps", [f"{row.step} of {row.steps or '?'}" for row in rows]),
        ("Time", [duration(row.seconds) if row.seconds else _NOTHING for row in rows]),
    ]
    for label, cells in lines:
        table.add_row(label, *(Text(cell) for cell in cells))
    return table


def _differences(compared: RunComparison) -> Table:
    table = _beside("What differs", compared.rows)
    for entry in compared.differences:
        table.add_row(_label(entry), *(Text(_value(value)) for value in entry.values))
    return table


def _beside(title: str, rows: Sequence[RunRow]) -> Table:
    table = Table(box=None)
    table.add_column(title)
    for row in rows:
        table.add_column(Text(row.name))
    return table


def _label(entry: PlanEntry) -> str:
    return entry.field.label if entry.field is not None else _LABELS.get(entry.path, entry.path)


def _value(value: Value | None) -> str:
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _score(row: RunRow) -> str:
    return f"{row.best.loss:.4f}" if row.best else _NOTHING
