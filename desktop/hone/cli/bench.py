"""`hone bench`: how fast an engine is, against llama.cpp without Hone, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from hone.cli.choices import choose_adapter, choose_model
from hone.cli.options import AdapterName, AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.domain.bench import EngineBench, Figure
from hone.domain.generation import Progress
from hone.domain.models import AdapterChoice
from hone.services.engine_bench import Plan


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Measure this machine.", no_args_is_help=True)
    group.callback()(_group)
    group.command("engine")(engine)
    app.add_typer(group, name="bench")


def engine(
    context: typer.Context,
    model: ModelName = "demo",
    adapter: AdapterName = "",
    tokens: Annotated[int, typer.Option(min=32, help="Tokens of a reply.")] = 128,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds of each comparison.")] = 5,
    prompts: Annotated[int, typer.Option(min=2, help="Prompts at once.")] = 64,
    llama_server: Annotated[
        Path | None, typer.Option(help="The llama-server program, to compare with it too.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Measure the llama.cpp engine against the library's own loops, in alternation."""
    session: Session = context.obj
    services = session.services
    chosen = choose_adapter(services, adapter)
    plan = Plan(tokens=tokens, rounds=rounds, prompts=prompts, llama_server=llama_server)
    use = AdapterChoice(adapter=chosen) if chosen else None
    for event in services.bench.run(choose_model(services, model), plan, use):
        if isinstance(event, Progress):
            session.notes.print(f"{event.note} ({event.done + 1:.0f} of {event.total:.0f})")
        elif as_json:
            put_json(event)
        else:
            _show(session, event)
    return 0


def _group() -> None:
    """Keep `hone bench engine` a command of a group, which one command alone would not be."""


def _show(session: Session, bench: EngineBench) -> None:
    table = Table("", "Hone", "Compared with", "", "Ratio", "Wanted", "", box=None)
    for figure in bench.figures:
        table.add_row(*_cells(figure))
    session.console.print(f"{bench.model}, {bench.device}, window {bench.context_length:,}, {bench.build}")
    session.console.print(table)


def _cells(figure: Figure) -> tuple[str, ...]:
    wanted = f"{figure.wanted} {figure.target:g}" if figure.target is not None else ""
    verdict = {True: "met", False: "MISSED", None: ""}[figure.passed]
    return (
        figure.label,
        f"{figure.value:,.3g} {figure.unit}",
        figure.against,
        f"{figure.compared:,.3g} {figure.unit}" if figure.compared is not None else "",
        f"{figure.ratio:.3f}" if figure.ratio is not None else "",
        wanted,
        " ".join(filter(None, (verdict, figure.note))),
    )
