"""`hone data`: what a model would learn from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hone.cli.choices import choose_file, choose_model
from hone.cli.options import AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.cli.words import size
from hone.domain.datasets import Reading, RenderedRow, Report, TokenCounts
from hone.errors import BadInput

_SHOWN_PROBLEMS = 20


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="What a model would learn from a file.", no_args_is_help=True)
    group.callback()(_group)
    group.command("inspect")(inspect)
    app.add_typer(group, name="data")


def _group() -> None:
    """Keep `inspect` a command of its group, also while it is the only one."""


def inspect(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A file with training rows.", metavar="FILE")],
    model: ModelName = "",
    data_format: Annotated[
        str, typer.Option("--format", help="A format's name; without it the format is found by looking.")
    ] = "",
    row: Annotated[int, typer.Option(min=1, help="The row to show as the model sees it.")] = 1,
    context_length: Annotated[
        int, typer.Option(min=8, help="Longer rows are cut to this many tokens.")
    ] = 1024,
    as_json: AsJson = False,
) -> int:
    """Tell a file's format and its problems; with --model also its tokens, and which are trained."""
    session: Session = context.obj
    place = choose_file(path.expanduser(), "a file with training rows").absolute()
    base = choose_model(session.services, model) if model else None
    if base is not None and not base.can_train:
        raise BadInput(
            f"{base.name} cannot be trained, and rows are shown as a trainer sees them.",
            hint="Name a folder with safetensors weights.",
        )
    service = session.services.data
    report = service.inspect(place, Reading(format=data_format))
    counts = rendered = None
    if base is not None and report.usable_rows:
        counts = service.measure(place, report.reading, base.path, context_length)
        shown = service.preview(place, report.reading, base.path, [row], context_length)
        if not shown:
            raise BadInput(f"{path} has no usable row {row}.", hint=f"It has {report.rows} rows.")
        rendered = shown[0]
    if as_json:
        put_json({"report": report, "counts": counts, "row": rendered})
    else:
        _print(session, report, counts, rendered)
    if not report.usable_rows:
        why = next((each.message for each in report.problems if each.fatal), "It holds no rows.")
        raise BadInput(f"{path} has no row that could be trained on: {why}")
    return 0


def _print(
    session: Session, report: Report, counts: TokenCounts | None, rendered: RenderedRow | None
) -> None:
    session.console.print(_facts(report, counts))
    if report.problems:
        session.console.print(f"\n[bold]{report.problem_count} problems[/]")
        session.console.print(_problems(report))
    if rendered is not None:
        session.console.print(f"\n[bold]Row {rendered.row} as the model sees it[/]")
        session.console.print(_coloured(rendered))
        session.console.print(
            f"\n{rendered.trained_tokens} of {len(rendered.tokens)} tokens are trained (green); "
            f"the row has {rendered.full_length} tokens.",
            style="dim",
        )
        if rendered.problem:
            session.console.print(rendered.problem, style="yellow", markup=False)


def _facts(report: Report, counts: TokenCounts | None) -> Table:
    table = Table(show_header=False, box=None)
    table.add_row("File", f"{report.path.name}, {size(report.size_bytes)}, {report.encoding}")
    table.add_row("Format", f"{report.format_label} ({report.format})")
    if report.alternatives:
        table.add_row("Could also be", ", ".join(guess.shape for guess in report.alternatives))
    if report.columns:
        table.add_row("Columns", ", ".join(report.columns))
    table.add_row("Rows", f"{report.rows}, of which {report.usable_rows} can be trained on")
    if counts is not None:
        share = counts.trained_tokens / counts.tokens if counts.tokens else 0.0
        table.add_row(
            "Tokens", f"{counts.tokens}, of which {counts.trained_tokens} ({share:.0%}) are trained"
        )
        table.add_row("Longest row", f"{counts.longest} tokens, the median is {counts.median}")
        table.add_row("Cut rows", str(counts.cut_rows))
        stop = "yes" if counts.stop_token_trained else "NO: the model would not learn when to end"
        table.add_row("End is trained", stop)
    return table


def _problems(report: Report) -> Table:
    table = Table("Row", "Problem", "What to do", box=None)
    for problem in report.problems[:_SHOWN_PROBLEMS]:
        where = str(problem.row) if problem.row else "file"
        style = "red" if problem.fatal else "yellow"
        table.add_row(where, Text(problem.message, style=style), Text(problem.hint))
    if report.problem_count > _SHOWN_PROBLEMS:
        table.add_row("...", f"and {report.problem_count - _SHOWN_PROBLEMS} more", "--json shows up to 500")
    return table


def _coloured(row: RenderedRow) -> Text:
    """Return the row's tokens: trained ones green, special ones bold, each second one underlined."""
    text = Text()
    for number, token in enumerate(row.tokens):
        colour = "green" if token.trained else "bright_black"
        extra = " bold" if token.special else (" underline" if number % 2 else "")
        text.append(token.text, style=colour + extra)
    return text
