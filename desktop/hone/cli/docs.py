"""`hone docs`: pages that are written from the program itself (hidden; for those who work on Hone)."""

from __future__ import annotations

import sys

import typer

from hone.services.plan_reference import plan_reference


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Pages written from the program itself.", no_args_is_help=True)
    group.callback()(_group)
    group.command("plan")(plan)
    app.add_typer(group, name="docs", hidden=True)


def _group() -> None:
    """Keep `plan` a command of its group, also while it is the only one."""


def plan() -> int:
    """Write docs/plan.md to the output."""
    sys.stdout.write(plan_reference())
    return 0
