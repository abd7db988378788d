"""`hone data convert`, `split`, `fix`, `mix` and `sample`: new files of rows; what is read stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hone.cli.data_options import (
    ColumnPairs,
    Format,
    Overwrite,
    Part,
    Rows,
    existing,
    free_place,
    progress,
    reading_of,
)
from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.domain.data_changes import AnyChange, ApplyFix, KeepPart, Mix, MixPart, Sample, SplitRule
from hone.domain.datasets import AS_FOUND, Reading, Shape
from hone.domain.fields import unknown_choice
from hone.domain.problem_kinds import PROBLEM_KINDS
from hone.errors import BadInput, HoneError
from hone.ipc.data_messages import DataRewritten

Out = Annotated[
    Path,
    typer.Option(
        "--out",
        "-o",
        help="The file to write; its ending says which kind.",
        metavar="FILE",
        show_default=False,
    ),
]
Seed = Annotated[int, typer.Option("--seed", help="The same seed draws the same rows.")]


def convert(
    context: typer.Context,
    path: Rows,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="messages, alpaca, sharegpt, preference, text, ...",
            metavar="SHAPE",
            show_default=False,
        ),
    ],
    out: Out,
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> int:
    """Write the rows in another shape or another kind of file."""
    shapes = [shape.value for shape in Shape]
    if to not in shapes:
        raise unknown_choice(to, shapes, "the shapes of rows")
    _rewrite(context.obj, path, out, reading_of(data_format, column, part), (), to, overwrite, as_json)
    return 0


def split(
    context: typer.Context,
    path: Rows,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="The folder for train.jsonl and held_out.jsonl; else both go here, named after FILE.",
            metavar="FOLDER",
        ),
    ] = None,
    share: Annotated[float, typer.Option("--share", help="The share of rows that is held out.")] = 0.1,
    by: Annotated[str, typer.Option("--by", help="row, group or time.")] = "row",
    by_column: Annotated[str, typer.Option("--by-column", help="The column of the group or the time.")] = "",
    seed: Seed = 0,
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> int:
    """Set rows apart to measure on; rows that say the same stay on one side."""
    if not 0 < share < 1:
        raise BadInput(f"--share {share:g} is no share.", hint="Give a number between 0 and 1, like 0.1.")
    session: Session = context.obj
    source = existing(path)
    train, held_out = (free_place(each, overwrite, source) for each in _two_files(source, out))
    rule = SplitRule(share=share, by=by, column=by_column, seed=seed)
    reading = reading_of(data_format, column, part)
    is_fresh = not train.exists()
    kept = _write(session, source, train, reading, (KeepPart(split=rule),))
    try:
        apart = _write(session, source, held_out, reading, (KeepPart(split=rule, held_out=True),))
    except HoneError:
        if is_fresh:  # one half alone would pass for the whole
            train.unlink(missing_ok=True)
        raise
    if as_json:
        put_json(
            {
                "train": {"path": train, "rows": kept.rows},
                "held_out": {"path": held_out, "rows": apart.rows},
                "left_out": kept.left_out,
            }
        )
    else:
        session.console.print(
            f"{kept.rows} rows to train on are in {train}, {apart.rows} held out in {held_out}.",
            markup=False,
            soft_wrap=True,
        )
        _tell_remarks(session, kept)
    return 0


def _two_files(source: Path, out: Path | None) -> tuple[Path, Path]:
    if out is None:
        stem = source.name.split(".")[0]
        return Path(f"{stem}-train.jsonl"), Path(f"{stem}-held-out.jsonl")
    folder = out.expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{out} is a file.", hint="--out names the folder for the two files.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{out} cannot be made: {error.strerror}.", hint="Name another folder.") from error
    return folder / "train.jsonl", folder / "held_out.jsonl"


def fix(
    context: typer.Context,
    path: Rows,
    kind: Annotated[
        list[str],
        typer.Option(
            "--kind", help="A kind of problem, as `inspect` names it; may be repeated.", show_default=False
        ),
    ],
    out: Out,
    against: Annotated[
        list[Path] | None,
        typer.Option("--against", help="A held-out file or test cases that rows must not be in."),
    ] = None,
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> int:
    """Mend every row that has a kind of problem, and write the rows as a new file."""
    known = [each.name for each in PROBLEM_KINDS if each.fix]
    for name in kind:
        if name not in known:
            raise unknown_choice(name, known, "the problems with a fix")
    files = tuple(existing(each) for each in against or ())
    changes = tuple(ApplyFix(kind=name, against=files) for name in kind)
    _rewrite(context.obj, path, out, reading_of(data_format, column, part), changes, "", overwrite, as_json)
    return 0


def sample(
    context: typer.Context,
    path: Rows,
    rows: Annotated[int, typer.Option("--rows", min=1, help="How many rows to draw.", show_default=False)],
    out: Out,
    seed: Seed = 0,
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> int:
    """Draw rows at random and write them as a new file."""
    changes = (Sample(count=rows, seed=seed),)
    _rewrite(context.obj, path, out, reading_of(data_format, column, part), changes, "", overwrite, as_json)
    return 0


def mix(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files with their weights, like chats.jsonl=2 facts.csv=1.", metavar="FILE[=WEIGHT]..."
        ),
    ],
    out: Out,
    rows: Annotated[
        int, typer.Option("--rows", help="How many rows; 0: until the first file is used up.")
    ] = 0,
    to: Annotated[
        str, typer.Option("--to", help="The shape of the new file's rows.", metavar="SHAPE")
    ] = "messages",
    seed: Seed = 0,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> int:
    """Take rows of several files by weight, shuffled; no row is taken twice."""
    if len(paths) < 2:
        raise BadInput("One file cannot be mixed.", hint="Name two or more, like a.jsonl=2 b.jsonl=1.")
    parts = tuple(_part(text) for text in paths)
    changes = (Mix(sources=parts, rows=rows, seed=seed),)
    _rewrite(context.obj, parts[0].path, out, AS_FOUND, changes, to, overwrite, as_json)
    return 0


def _part(text: str) -> MixPart:
    name, _, weight = text.rpartition("=")
    if not name or Path(text).expanduser().exists():
        return MixPart(path=existing(Path(text)))
    try:
        value = float(weight)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise BadInput(
            f"{weight!r} in {text!r} is no weight.", hint="Write a number above 0, like rows.jsonl=2."
        )
    return MixPart(path=existing(Path(name)), weight=value)


def _rewrite(
    session: Session,
    path: Path,
    out: Path,
    reading: Reading,
    changes: tuple[AnyChange, ...],
    shape: str,
    overwrite: bool,
    as_json: bool,
) -> None:
    source = existing(path)
    place = free_place(out, overwrite, source)
    written = _write(session, source, place, reading, changes, shape)
    if as_json:
        put_json(
            {
                "path": place,
                "rows": written.rows,
                "left_out": written.left_out,
                "sha256": written.sha256,
                "shape": written.reading.format,
            }
        )
        return
    session.console.print(f"{written.rows} rows are in {out}.", markup=False, soft_wrap=True)
    _tell_remarks(session, written)


def _write(
    session: Session,
    source: Path,
    place: Path,
    reading: Reading,
    changes: tuple[AnyChange, ...],
    shape: str = "",
) -> DataRewritten:
    with progress(session, "Writing rows") as tell:
        return session.services.data.rewrite(source, place, reading, changes, shape, tell)


def _tell_remarks(session: Session, written: DataRewritten) -> None:
    """Say what happened on the way, and why rows were left out."""
    for remark in written.remarks:
        session.notes.print(remark, style="yellow", markup=False)
