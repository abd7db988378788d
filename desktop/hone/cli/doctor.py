"""`hone doctor`: does this machine have what Hone needs?"""

from __future__ import annotations

import typer
from rich.text import Text

from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.domain.checks import Check, Verdict

_STYLES = {Verdict.OK: "green", Verdict.WARNING: "yellow", Verdict.PROBLEM: "bold red"}


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(context: typer.Context, as_json: AsJson = False) -> int:
    """Check this machine: what works, what does not, and what to do."""
    session: Session = context.obj
    worst: set[Verdict] = set()
    for check in session.services.doctor.checks():
        worst.add(check.verdict)
        if as_json:
            put_json(check)
        else:
            session.console.print(_line(check))
    failed = Verdict.PROBLEM in worst
    if not as_json:
        session.console.print("")
        session.console.print(
            "Some things do not work; the lines above say what to do." if failed else "Hone can work here."
        )
    return 1 if failed else 0


def _line(check: Check) -> Text:
    text = Text()
    text.append(f"{check.verdict:<8}", style=_STYLES[check.verdict])
    text.append(f" {check.name}: {check.found}")
    if check.hint:
        text.append(f"\n         {check.hint}", style="dim")
    return text
