"""`hone endpoints`: models behind OpenAI-compatible servers."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.table import Table

from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.domain.endpoints import key_variable
from hone.errors import BadInput
from hone.inference.endpoint.kinds import label_of
from hone.services.endpoints import Tested

Name = Annotated[str, typer.Argument(help="The endpoint's name.", metavar="NAME")]
_LARGEST_KEY = 10_000


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        help="Models behind OpenAI-compatible servers (llama-server, vLLM, Ollama, a hosted API).",
        no_args_is_help=True,
    )
    group.command("list")(list_endpoints)
    group.command("add")(add)
    group.command("test")(test)
    group.command("remove")(remove)
    app.add_typer(group, name="endpoints")


def list_endpoints(context: typer.Context, as_json: AsJson = False) -> int:
    """List the endpoints; nothing is sent."""
    session: Session = context.obj
    service = session.services.endpoints
    if as_json:
        for endpoint in service.endpoints():
            put_json({"endpoint": endpoint, "key": service.key_place(endpoint)})
        return 0
    if not service.endpoints():
        session.console.print("There are none yet. Add one: hone endpoints add NAME URL")
        return 0
    table = Table("Id", "Address", "Model", "Server", "Key", box=None)
    for endpoint in service.endpoints():
        server = label_of(endpoint) or "not asked yet"
        table.add_row(endpoint.id, endpoint.url, endpoint.model, server, service.key_place(endpoint))
    session.console.print(table)
    return 0


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What to call it here.", metavar="NAME")],
    url: Annotated[str, typer.Argument(help="Its address, with or without /v1.", metavar="URL")],
    model: Annotated[
        str, typer.Option("--model", "-m", help="The model's name there; not needed when it has only one.")
    ] = "",
    with_key: Annotated[
        bool,
        typer.Option(
            "--key", help="Ask for its key (or read it from a pipe) and keep it in the system's keyring."
        ),
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Add an endpoint, and ask it what it is. Its key never stands on the command line."""
    session: Session = context.obj
    key = _read_key(name) if with_key else ""
    added = session.services.endpoints.add(name, url, model, key)
    if as_json:
        put_json(added)
        return 0
    endpoint = added.endpoint
    server = f" ({added.server})" if added.server else ""
    session.console.print(
        f"{endpoint.name} is in the list now, as {endpoint.id}: {endpoint.model} at {endpoint.url}{server}.",
        markup=False,
        soft_wrap=True,
    )
    for said in (added.note, added.warning):
        if said:
            session.notes.print(said, style="yellow", markup=False, soft_wrap=True)
    return 0


def test(context: typer.Context, name: Name, as_json: AsJson = False) -> int:
    """Ask an endpoint what it is and which models it has."""
    session: Session = context.obj
    tested = session.services.endpoints.test(name)
    if as_json:
        put_json(tested)
    else:
        session.console.print(_facts(tested))
        if tested.warning:
            session.notes.print(tested.warning, style="yellow", markup=False, soft_wrap=True)
    return 0


def remove(context: typer.Context, name: Name, as_json: AsJson = False) -> int:
    """Take an endpoint off the list, and its key out of the keyring."""
    session: Session = context.obj
    removed = session.services.endpoints.remove(name)
    if as_json:
        put_json(removed)
        return 0
    session.console.print(f"{removed.endpoint.name} is off the list.", markup=False)
    if removed.note:
        session.notes.print(removed.note, style="yellow", markup=False, soft_wrap=True)
    return 0


def _read_key(name: str) -> str:
    """Ask for a key without showing it, or take it from a pipe."""
    if sys.stdin.isatty():
        key = str(typer.prompt(f"Key of {name}", hide_input=True))
    else:
        key = sys.stdin.read(_LARGEST_KEY).strip()
    if not key.strip():
        raise BadInput(
            "No key was given.",
            hint=f"Type it when asked, pipe it, or set {key_variable(name)} and add without --key.",
        )
    return key


def _facts(tested: Tested) -> Table:
    table = Table(show_header=False, box=None)
    table.add_row("Server", tested.server)
    table.add_row("Context length", str(tested.context_length or "not told"))
    table.add_row("Models", "\n".join(tested.models) or "none listed")
    return table
