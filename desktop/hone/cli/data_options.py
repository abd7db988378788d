"""Options and outputs that the commands about data share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from hone.cli.choices import choose_model
from hone.cli.session import Session
from hone.domain.datasets import Reading
from hone.domain.models import Model
from hone.errors import BadInput

Rows = Annotated[
    Path, typer.Argument(help="A file, folder or workbook with rows.", metavar="FILE", show_default=False)
]
Format = Annotated[
    str,
    typer.Option(
        "--format", help="What the rows look like; without it that is found by looking.", metavar="SHAPE"
    ),
]
ColumnPairs = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        help="Which column a field is in, like prompt=frage; may be repeated.",
        metavar="FIELD=COLUMN",
    ),
]
Part = Annotated[
    str, typer.Option("--part", help="A split of a folder, or a sheet of a workbook.", metavar="NAME")
]
ContextLength = Annotated[
    int, typer.Option("--context-length", min=8, help="Longer rows are cut to this many tokens.")
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace a file that is already there.")]


def reading_of(shape: str, columns: Sequence[str] | None, part: str) -> Reading:
    """Return how a file is to be read; raises BadInput for a column that is not FIELD=COLUMN."""
    pairs: dict[str, str] = {}
    for text in columns or ():
        field, equals, column = text.partition("=")
        if not equals or not field.strip() or not column:
            raise BadInput(
                f"--column {text!r} is not FIELD=COLUMN.",
                hint="Write the shape's field, then the file's column: --column prompt=frage.",
            )
        pairs[field.strip()] = column
    return Reading(format=shape, columns=pairs, part=part)


def existing(path: Path) -> Path:
    """Return an existing file or folder as an absolute path; raises BadInput naming it otherwise."""
    place = path.expanduser().absolute()
    try:
        there = place.exists() or place.is_symlink()
    except OSError as error:
        raise BadInput(f"{path} cannot be looked at: {error.strerror}.", hint="Check the path.") from error
    if not there:
        raise BadInput(f"{path} does not exist.", hint="Check the path of the file with rows.")
    return place


def free_place(path: Path, overwrite: bool, source: Path) -> Path:
    """Return where a file may be written; raises BadInput when one is there that may not be replaced."""
    place = path.expanduser().absolute()
    if place == source or (place.exists() and source.exists() and place.samefile(source)):
        raise BadInput(
            f"{path} is the file that is read; it is never written over.", hint="Give --out another name."
        )
    if place.is_dir():
        raise BadInput(f"{path} is a folder.", hint="Name the file to write, like rows.jsonl.")
    if not place.parent.is_dir():
        raise BadInput(f"The folder {place.parent} does not exist.", hint="Make it first, or name another.")
    if place.exists() and not overwrite:
        raise BadInput(f"{path} is already there.", hint="Give another name, or add --overwrite.")
    return place


def trainable_model(session: Session, name: str) -> Model:
    """Return a model that renders rows as a trainer does; raises BadInput when it cannot be trained."""
    model = choose_model(session.services, name)
    if not model.can_train:
        raise BadInput(
            f"{model.name} cannot be trained, and rows are shown as a trainer sees them.",
            hint="Name a folder with safetensors weights.",
        )
    return model


@contextmanager
def progress(session: Session, note: str) -> Iterator[Callable[[int, int], None]]:
    """Show rows done and the time left, on a terminal only; gives the function that hears them."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=session.notes,
        transient=True,
        disable=not session.notes.is_terminal,
    )
    with bar:
        task = bar.add_task(note, total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)

        yield tell
