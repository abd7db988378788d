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
from hone.domain.model_code import OwnCode
from hone.domain.models import Model
from hone.errors import BadInput


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="What can be talked to and trained.", no_args_is_help=True)
    group.command("list")(list_models)
    group.command("inspect")(inspect)
    group.command("add")(add)
    group.command("embed")(embed)
    group.command("fit")(fit)
    group.command("allow-code")(allow_code)
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
    if not path.exists():
        choose_model(session.services, str(path.absolute()))
    model = session.services.models.add(path)
    if as_json:
        put_json(model)
    else:
        session.console.print(f"{model.name} is in the list now, as {model.id}.", markup=False)
        if model.problem:
            session.console.print(f"It cannot be used yet: {model.problem}", markup=False)
            session.console.print(f"See `hone models allow-code {model.id}`.", markup=False)
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


def allow_code(
    context: typer.Context,
    model: Annotated[str, typer.Argument(help="A model's name, id or folder.", metavar="MODEL")],
    yes: Annotated[bool, typer.Option("--yes", help="Allow it without asking.")] = False,
    revoke: Annotated[bool, typer.Option("--revoke", help="Let its code run no more.")] = False,
    as_json: AsJson = False,
) -> int:
    """Let a model's own Python files run, after listing them; asks first."""
    session: Session = context.obj
    models = session.services.models
    code = models.own_code(models.find_listed(model))
    if revoke:
        return _revoke_code(session, code, model, as_json)
    if code is None:
        raise BadInput(
            f"{model} asks to run no program code of its own, so there is nothing to allow.",
            hint="`hone models inspect` says what the model is, and why it cannot be used if so.",
        )
    if not as_json:
        _tell_code(session, code)
    if not yes and not code.allowed:
        if as_json or not session.console.is_terminal:
            raise BadInput(
                f"The code of {code.name} was not allowed.", hint="Look at its files, then repeat with --yes."
            )
        if not typer.confirm("Allow this code?", default=False):
            session.console.print("Nothing was changed.")
            return 0
    models.allow_code(code)
    if as_json:
        put_json({"model": code.folder, "files": code.files, "hash": code.hash, "allowed": True})
    else:
        session.console.print(f"The code of {code.name} may run now.", markup=False)
    return 0


def _tell_code(session: Session, code: OwnCode) -> None:
    say = session.console.print
    say(f"{code.name} comes with {len(code.files)} Python files:", markup=False)
    for file in code.files:
        say(f"  {file.relative_to(code.folder)}  {size(file.stat().st_size)}", markup=False, soft_wrap=True)
    say(
        "When they are allowed, they run with your rights each time this model is loaded: they can read, "
        "change and send all your files. Allow them only when you trust the makers as you trust those of a "
        "program. "
        "When a file changes, it must be allowed anew. Fine-tuning stays unavailable for this model.",
        markup=False,
    )


def _revoke_code(session: Session, code: OwnCode | None, name: str, as_json: bool) -> int:
    models = session.services.models
    folder = code.folder if code is not None else models.find_listed(name).path
    revoked = models.revoke_code(folder)
    if as_json:
        put_json({"model": folder, "allowed": False, "revoked": revoked})
    elif revoked:
        session.console.print(f"The code of {name} may no longer run.", markup=False)
    else:
        session.console.print(f"The code of {name} was not allowed.", markup=False)
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
