"""`hone conversations`: list, search, export, import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.domain.conversation_files import ImportReport
from hone.domain.search import Found
from hone.errors import BadInput


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Conversations: list, search, export, import.", no_args_is_help=True)
    group.command("list")(list_conversations)
    group.command("search")(search)
    group.command("export")(export)
    group.command("import")(import_file)
    app.add_typer(group, name="conversations")


def list_conversations(context: typer.Context, as_json: AsJson = False) -> int:
    """List the conversations, last used first."""
    session: Session = context.obj
    conversations = session.services.chat.conversations()
    if as_json:
        for each in conversations:
            put_json(each)
        return 0
    table = Table("Id", "Title", "Folder", "Tags", "Last used (UTC)", box=None)
    for each in conversations:
        used = f"{each.updated_at:%Y-%m-%d %H:%M}"
        table.add_row(each.id, escape(each.title), escape(each.folder), escape(" ".join(each.tags)), used)
    session.console.print(table)
    return 0


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help='Words, their beginnings, or "a phrase".', metavar="TEXT")],
    as_json: AsJson = False,
) -> int:
    """Search in all messages."""
    session: Session = context.obj
    session.services.search.catch_up()
    result = session.services.search.find(text)
    if as_json:
        put_json(result)
        return 0
    if not result.found:
        session.console.print("Nothing matches.")
    for found in result.found:
        _print_found(session, found)
    return 0


def export(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(help="A file, or a folder for a file each.", metavar="TARGET")],
    identities: Annotated[
        list[str] | None, typer.Option("--id", help="A conversation's id; may be given more than once.")
    ] = None,
    format_name: Annotated[
        str, typer.Option("--format", help="json (everything), markdown or html.")
    ] = "json",
) -> int:
    """Write conversations into files; all of them when no id is given."""
    session: Session = context.obj
    chosen = identities or [each.id for each in session.services.chat.conversations()]
    if len(chosen) > 1 and not target.is_dir() and not session.services.files.exporter(format_name).many:
        raise BadInput(
            f"{target} is no folder, and {format_name} needs a file for each conversation.",
            hint="Give a folder that exists, or use --format json.",
        )
    for path in session.services.files.export(chosen, format_name, target):
        session.console.print(str(path), markup=False, soft_wrap=True)
    return 0


def import_file(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(help="A JSON or JSON Lines file, or ChatGPT's zip.", metavar="FILE")
    ],
    as_json: AsJson = False,
) -> int:
    """Read conversations of Hone, ChatGPT, Open WebUI, LM Studio or ShareGPT."""
    session: Session = context.obj
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    report: ImportReport | None = None
    with Progress(*columns, console=session.console, transient=True, disable=as_json) as progress:
        task = progress.add_task("Reading", total=None)
        for event in session.services.files.import_file(path):
            if isinstance(event, ImportReport):
                report = event
            else:
                said = f"{event.conversations} conversations"
                progress.update(task, completed=event.done_bytes, total=event.total_bytes, description=said)
    assert report is not None, "an import ends with its report"
    if as_json:
        put_json(report)
        return 0
    _print_report(session, report)
    return 0


def _print_found(session: Session, found: Found) -> None:
    console = session.console
    console.print(f"[bold]{escape(found.conversation.title)}[/]  [dim]{found.conversation.id}[/]")
    for hit in found.hits:
        pieces, last = [], 0
        for start, end in hit.marks:
            pieces += [escape(hit.snippet[last:start]), "[reverse]", escape(hit.snippet[start:end]), "[/]"]
            last = end
        pieces.append(escape(hit.snippet[last:]))
        console.print(f"  [dim]{hit.role.value} {hit.created_at:%Y-%m-%d}[/]  {''.join(pieces)}")


def _print_report(session: Session, report: ImportReport) -> None:
    console = session.console
    count = len(report.conversation_ids)
    console.print(f"{count} conversations with {report.messages} messages came in ({report.format}).")
    if report.known:
        console.print(f"{report.known} were here already.")
    for name, number in report.left_out.items():
        console.print(f"Left out: {number} {escape(name)}.")
    if report.refused_count:
        console.print(f"{report.refused_count} entries could not be read:")
    for refused in report.refused:
        console.print(f"  {refused.place}: {refused.why}", markup=False)
