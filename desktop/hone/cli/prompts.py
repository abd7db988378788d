"""`hone prompts`: the library of prompts, and their files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.domain.prompt_diff import Part, text_of
from hone.domain.prompts import PromptVersion, SavedPrompt
from hone.errors import BadInput
from hone.services.prompt_files import FileFormat

Name = Annotated[str, typer.Argument(help="A prompt's name, folder/name, or id.", metavar="NAME")]
_HEADINGS = {
    Part.SYSTEM: "System prompt",
    Part.USER: "First message",
    Part.VARIABLES: "Variables",
    Part.EXAMPLES: "Examples",
    Part.REPLY: "Reply",
}


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Prompts that are kept, with their versions and files.", no_args_is_help=True)
    group.command("list")(list_prompts)
    group.command("show")(show)
    group.command("export")(export)
    group.command("import")(import_files)
    app.add_typer(group, name="prompts")


def list_prompts(
    context: typer.Context,
    search: Annotated[str, typer.Argument(help="Words of name, tags or texts.", metavar="[SEARCH]")] = "",
    as_json: AsJson = False,
) -> int:
    """List prompts; those that come with Hone stand last."""
    session: Session = context.obj
    found = session.services.prompts.prompts(search)
    if as_json:
        for prompt in found:
            put_json(prompt)
        return 0
    if not found:
        session.console.print("No prompt holds these words.")
        return 0
    table = Table("Name", "Folder", "Tags", "Versions", "Id", box=None)
    for prompt in found:
        table.add_row(prompt.name, prompt.folder, ", ".join(prompt.tags), str(prompt.versions), prompt.id)
    session.console.print(table)
    return 0


def show(
    context: typer.Context,
    name: Name,
    number: Annotated[int, typer.Option("--version", min=0, help="Its number; the latest without it.")] = 0,
    as_json: AsJson = False,
) -> int:
    """Show what a prompt says, its versions, and where they were used."""
    session: Session = context.obj
    library = session.services.prompts
    prompt = library.find(name)
    versions = library.versions(prompt.id)
    shown = [version for version in versions if number in (0, version.number)][:1]
    if number and not shown:
        raise BadInput(f"{prompt.name} has no version {number}.", hint=f"It has {len(versions)}.")
    if as_json:
        uses = library.uses(prompt.id)
        put_json(
            {"prompt": prompt, "version": shown[0] if shown else None, "versions": versions, "uses": uses}
        )
        return 0
    _print(session, prompt, versions, shown)
    return 0


def export(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(help="Prompts, by name, folder/name or id.", metavar="[NAME]...")
    ] = None,
    to: Annotated[
        Path, typer.Option("--to", "-o", help="A folder, or for one prompt a file (.toml, .md).")
    ] = Path(),
    form: Annotated[
        FileFormat, typer.Option("--format", help="The form of files in a folder.")
    ] = FileFormat.TOML,
    every: Annotated[bool, typer.Option("--all", help="All prompts of your own.")] = False,
    history: Annotated[bool, typer.Option("--history", help="With the older versions.")] = False,
    as_json: AsJson = False,
) -> int:
    """Write prompts into files that can be edited and imported again."""
    session: Session = context.obj
    library = session.services.prompts
    if bool(names) == every:
        raise BadInput("Nothing says which prompts to export.", hint="Name some, or use --all alone.")
    wanted = [library.find(name) for name in names or ()]
    if every:
        wanted = [prompt for prompt in library.prompts() if not prompt.id.startswith("starter:")]
    ids = list(dict.fromkeys(prompt.id for prompt in wanted))
    target = to.expanduser().absolute()
    if target.suffix.lower() in (".toml", ".md") and not target.is_dir():
        if len(ids) != 1:
            raise BadInput("One file holds one prompt.", hint="Name a folder with --to.")
        written = [library.export(ids[0], target, history)]
    else:
        written = library.export_all(ids, target, form, history)
    for path in written:
        if as_json:
            put_json({"file": path})
        else:
            session.console.print(str(path), markup=False, soft_wrap=True)
    return 0


def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Prompt files (.toml, .md).", metavar="FILE...")],
    as_json: AsJson = False,
) -> int:
    """Read prompt files; one with the name and folder of a prompt becomes its next version."""
    session: Session = context.obj
    for path in files:
        imported = session.services.prompts.import_file(path.expanduser())
        if as_json:
            put_json(imported)
            continue
        prompt = imported.prompt
        if imported.is_new:
            said = f"{prompt.name} is in the library now."
        elif imported.version_ids:
            said = f"{prompt.name} has version {prompt.versions} now."
        else:
            said = f"{prompt.name} says the same already."
        session.console.print(said, markup=False, soft_wrap=True)
    return 0


def _print(
    session: Session, prompt: SavedPrompt, versions: list[PromptVersion], shown: list[PromptVersion]
) -> None:
    console = session.console
    place = f" in {prompt.folder}" if prompt.folder else ""
    console.print(f"{prompt.name}{place}", style="bold", markup=False)
    if prompt.about:
        console.print(prompt.about, style="dim", markup=False)
    for version in shown:
        for part, heading in _HEADINGS.items():
            if text := text_of(version.body, part):
                console.print(f"\n[bold]{heading}[/]")
                console.print(text, markup=False)
    if versions:
        console.print()
        table = Table("Version", "Saved", "Note", box=None)
        for version in versions:
            table.add_row(str(version.number), f"{version.created_at:%Y-%m-%d %H:%M} UTC", version.note)
        console.print(table)
    uses = session.services.prompts.uses(prompt.id)
    if uses:
        console.print()
        table = Table("Used in", "Version", "Replies", "Liked", "Disliked", box=None)
        for use in uses:
            table.add_row(use.title, str(use.number), str(use.replies), str(use.up), str(use.down))
        console.print(table)
