"""`hone data`: what a file holds, what a model would learn from it, and new files made of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hone.cli.data_draft import draft
from hone.cli.data_options import (
    ColumnPairs,
    ContextLength,
    Format,
    Part,
    Rows,
    existing,
    progress,
    reading_of,
    trainable_model,
)
from hone.cli.data_output import Inspection, ProblemsOfKind, TokenSummary, inspection, token_summary
from hone.cli.data_preview import preview
from hone.cli.data_rewrite import convert, fix, mix, sample, split
from hone.cli.options import AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.cli.words import size
from hone.domain.datasets import Report, Share
from hone.errors import BadInput

_SHOWN_ROWS = 8
_SHOWN_SHARES = 6


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        help="What a model would learn from a file, and new files of rows.", no_args_is_help=True
    )
    for command in (inspect, preview, convert, split, fix, sample, mix, draft):
        group.command(command.__name__)(command)
    app.add_typer(group, name="data")


def inspect(
    context: typer.Context,
    path: Rows,
    model: ModelName = "",
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    context_length: ContextLength = 1024,
    held_out: Annotated[
        list[Path] | None,
        typer.Option("--held-out", help="A file whose rows must not be trained on.", metavar="FILE"),
    ] = None,
    suite: Annotated[
        list[Path] | None,
        typer.Option("--suite", help="A file of test cases that must not be trained on.", metavar="FILE"),
    ] = None,
    thorough: Annotated[
        bool, typer.Option("--thorough", help="Compare all rows with all others, also of a very large file.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Tell what rows look like and what is wrong with them; with --model also their tokens."""
    session: Session = context.obj
    place = existing(path)
    base = trainable_model(session, model) if model else None
    apart = tuple(existing(each) for each in held_out or ())
    cases = tuple(existing(each) for each in suite or ())
    data = session.services.data
    with progress(session, "Reading rows") as tell:
        report = data.inspect(
            place,
            reading_of(data_format, column, part),
            held_out=apart,
            suites=cases,
            thorough=thorough,
            tell=tell,
        )
    tokens = None
    if base is not None and report.usable_rows:
        with progress(session, "Counting tokens") as tell:
            counts = data.measure(place, report.reading, base.path, context_length, tell=tell)
        tokens = token_summary(counts, base.name, context_length)
    found = inspection(report, tokens)
    if as_json:
        put_json(found)
    else:
        _print(session, report, found)
    if not report.usable_rows and not _are_prompts(report):
        why = next((each.message for each in report.problems if each.fatal), "It holds no rows.")
        hint = next((each.hint for each in report.problems if each.fatal and each.hint), "")
        raise BadInput(f"{path} has no row that could be trained on: {why}", hint=hint)
    return 0


def _are_prompts(report: Report) -> bool:
    """Whether the rows are prompts without replies: nothing to train on, but test cases all the same."""
    return any(group.kind == "prompts_only" for group in report.groups)


def _print(session: Session, report: Report, found: Inspection) -> None:
    session.console.print(_facts(report, found))
    if found.problems:
        session.console.print(f"\n[bold]{found.problem_count} problem{'s' * (found.problem_count != 1)}[/]")
        session.console.print(_problems(found))


def _facts(report: Report, found: Inspection) -> Table:
    table = Table(show_header=False, box=None)
    table.add_row("File", Text(f"{report.path.name}, {size(report.size_bytes)}, {_held(report)}"))
    table.add_row("Shape", Text(f"{report.format_label} ({found.shape}), {found.confidence:.0%} sure"))
    if found.alternatives:
        others = ", ".join(f"{guess.shape} {guess.confidence:.0%}" for guess in found.alternatives)
        table.add_row("Could also be", others)
    if found.columns:
        table.add_row("Columns", Text(", ".join(found.columns)))
    read = [
        f"{field} is {column}" for field, column in found.column_mapping.items() if column not in ("", field)
    ]
    if read:
        table.add_row("Read as", Text(", ".join(read)))
    if found.parts:
        others = ", ".join(each for each in found.parts if each != found.part)
        table.add_row("Part", Text(f"{found.part} (others: {others or 'none'})"))
    table.add_row("Rows", f"{found.rows}, of which {found.usable_rows} can be used")
    if not found.trainable:
        table.add_row(
            "Fine-tuning", "would learn the bad replies too; convert --to messages keeps the good ones"
        )
    statistics = report.statistics
    if statistics.languages:
        table.add_row("Languages", Text(_shares(statistics.languages, statistics.language_rows)))
    if statistics.labels:
        shares = _shares(statistics.labels, found.usable_rows)
        table.add_row("Labels", Text(f"{statistics.label_count}: {shares}"))
    if found.tokens is not None:
        for name, words in _token_facts(found.tokens):
            table.add_row(name, Text(words))
    return table


def _held(report: Report) -> str:
    return ", ".join(each for each in (report.container, report.encoding) if each)


def _shares(shares: tuple[Share, ...], total: int) -> str:
    parts = [(each.name, each.rows / max(1, total)) for each in shares[:_SHOWN_SHARES]]
    shown = ", ".join(
        f"{name} {share:.0%}" if share >= 0.005 else f"{name} under 1%" for name, share in parts
    )
    return shown + (", ..." if len(shares) > _SHOWN_SHARES else "")


def _token_facts(tokens: TokenSummary) -> list[tuple[str, str]]:
    facts = [
        ("Tokens", f"{tokens.total}, of which {tokens.trained} ({tokens.trained_share:.0%}) are trained"),
        ("Longest row", f"{tokens.longest} tokens, the median is {tokens.median}"),
        ("Cut rows", _cut(tokens)),
        (
            "End is trained",
            "yes" if tokens.stop_token_trained else "NO: the model would not learn when to end",
        ),
    ]
    if tokens.notice:
        facts.append(("Note", tokens.notice))
    return facts


def _cut(tokens: TokenSummary) -> str:
    if not tokens.cut_rows:
        return f"none at {tokens.context_length} tokens"
    words = (
        f"{tokens.cut_rows} at {tokens.context_length} tokens; {tokens.cut_replies} lose the end of a reply"
    )
    return words + (f", {tokens.lost_replies} every trained token" if tokens.lost_replies else "")


def _problems(found: Inspection) -> Table:
    table = Table(show_header=False, box=None)
    for problem in found.problems:
        style = "red" if problem.fatal else "yellow"
        told = Text.assemble((problem.title, style), f"  {_where(problem)}")
        if problem.fix:
            told.append(f"  hone data fix --kind {problem.kind}", style="dim")
        place = f"{problem.file}: " if problem.file else ""
        told.append(f"\n{place}{problem.example} {problem.hint}".rstrip())
        table.add_row(Text(str(problem.count), style=style, justify="right"), told)
    return table


def _where(problem: ProblemsOfKind) -> str:
    rows = [str(row) for row in problem.rows if row]
    if not rows:
        return "the whole file"
    shown = ", ".join(rows[:_SHOWN_ROWS]) + (", ..." if problem.count > _SHOWN_ROWS else "")
    return f"row {shown}" if problem.count == 1 else f"rows {shown}"
