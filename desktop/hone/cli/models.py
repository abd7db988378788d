"""`hone models`: what can be talked to and trained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from hone.cli.choices import choose_model
from hone.cli.fitting import fit
from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.cli.words import number, short_path, size
from hone.domain.models import Model


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="What can be talked to and trained.", no_args_is_help=True)
    group.command("list")(list_models)
    group.command("inspect")(inspect)
    group.command("add")(add)
    group.command("embed")(embed)
    group.command("fit")(fit)
    app.add_typer(group, name="models")


def list_models(context: typer.Context, as_json: AsJson = False) -> int:
    """List the models and adapters that Hone knows."""
    session: Session = context.obj
    models, adapters = session.services.models.models(), session.services.models.adapters()
    if as_json:
        for model in models:
            put_json({"kind": "model", "model": model})
        for adapter in adapters:
            put_json({"kind": "adapter", "adapter": adapter})
        return 0
    table = Table("Id", "Model", "Format", "Parameters", "Size", "Trainable", box=None)
    for model in models:
        kind = f"{model.format} {model.quantization}".strip()
        table.add_row(
            model.id,
            model.name,
            kind,
            number(model.parameters),
            size(model.size_bytes),
            "yes" if model.can_train else "no",
        )
    session.console.print(table)
    for model in models:
        if model.problem:
            session.console.print(f"{model.name}: {model.problem}", style="yellow", markup=False)
    if adapters:
        trained = Table("Id", "Adapter", "Base model", "Method", "GGUF", "Made (UTC)", box=None)
        for adapter in adapters:
            has_gguf = "yes" if adapter.gguf_path else "no"
            made = f"{adapter.created_at:%Y-%m-%d %H:%M}"
            trained.add_row(adapter.id, adapter.name, adapter.base_name, adapter.method, has_gguf, made)
        session.console.print("")
        session.console.print(trained)
    return 0


def inspect(
    context: typer.Context,
    model: Annotated[str, typer.Argument(help="A model's name, id, GGUF file or folder.", metavar="MODEL")],
    as_json: AsJson = False,
) -> int:
    """Say what a model is, and whether it can be used."""
    session: Session = context.obj
    found = choose_model(session.services, model)
    if as_json:
        put_json(found)
    else:
        session.console.print(_facts(found))
    return 0


def add(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A GGUF file, or a folder with safetensors weights.")],
    as_json: AsJson = False,
) -> int:
    """Remember a model where it is; nothing is copied."""
    session: Session = context.obj
    choose_model(session.services, str(path.absolute()))
    model = session.services.models.add(path)
    if as_json:
        put_json(model)
    else:
        session.console.print(f"{model.name} is in the list now, as {model.id}.", markup=False)
    return 0


def embed(
    context: typer.Context,
    force: Annotated[bool, typer.Option("--force", help="Make it anew even if it is there.")] = False,
    as_json: AsJson = False,
) -> int:
    """Make the embedded model's GGUF from its weights, beside them (the set-up does this)."""
    session: Session = context.obj
    target = session.services.embedded.make(force=force)
    if as_json:
        put_json({"gguf": target})
    else:
        session.console.print(f"The embedded model is ready: {target}", markup=False, soft_wrap=True)
    return 0


def _facts(model: Model) -> Table:
    table = Table(show_header=False, box=None)
    table.add_row("Name", model.name)
    table.add_row("Id", model.id)
    table.add_row("Path", model.endpoint.url if model.endpoint else short_path(model.path))
    table.add_row("Format", f"{model.format} {model.quantization}".strip())
    table.add_row("Size", size(model.size_bytes))
    table.add_row("Parameters", number(model.parameters))
    if model.shape:
        shape = model.shape
        table.add_row("Architecture", f"{shape.architecture}, {shape.layers} layers of {shape.hidden_size}")
        table.add_row("Vocabulary", str(shape.vocabulary))
    table.add_row("Context length", str(model.context_length or "not known"))
    template = "yes" if model.can_chat else "none: it continues text, it cannot chat"
    table.add_row("Chat template", "the server's own" if model.endpoint else template)
    table.add_row("Can be trained", "yes" if model.can_train else "no, training needs a safetensors folder")
    return table
