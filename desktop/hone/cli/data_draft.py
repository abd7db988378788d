"""`hone data draft`: rows that a model writes from examples or documents, each marked as synthetic."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import msgspec
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from hone.cli.choices import choose_adapter, choose_model, lasting_name
from hone.cli.data_options import ColumnPairs, Format, Part, existing, free_place, reading_of
from hone.cli.interrupts import interrupt_calls
from hone.cli.options import AdapterName, AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.domain.datasets import Reading, Shape
from hone.domain.row_drafts import (
    DraftBatch,
    DraftingEnded,
    DraftMade,
    DraftOrder,
    DraftProgress,
    DraftRow,
)
from hone.domain.sampling_fields import FIELDS
from hone.errors import BadInput
from hone.services.row_drafting import WAYS
from hone.services.row_drafting.writing import contents_in
from hone.storage.atomic import cannot_write

_DOCUMENTS = frozenset({".md", ".markdown", ".pdf", ".docx", ".rst", ".html", ".htm"})
_WAYS = ", ".join(way.key for way in WAYS)
_TEMPERATURE = next(field for field in FIELDS if field.name == "temperature")


class DraftOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """The output of `hone data draft --json`: the file, its rows, what was dropped by reason.

    `complete` is whether as many rows came as were asked for; `problem` says why not, where it ended early.
    """

    path: Path
    way: str
    model: str
    rows: int
    wanted: int
    complete: bool
    dropped: dict[str, int]
    seconds: float
    problem: str = ""
    hint: str = ""


def draft(
    context: typer.Context,
    sources: Annotated[
        list[Path],
        typer.Argument(
            help="A file with rows to begin with, or documents to ask about.",
            metavar="SEEDS_OR_DOCUMENT",
            show_default=False,
        ),
    ],
    model: ModelName,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write, JSON lines.", metavar="FILE")],
    rows: Annotated[int, typer.Option("--rows", "-n", help="How many rows are wanted.")] = 20,
    way: Annotated[
        str, typer.Option("--way", help=f"One of {_WAYS}; chosen by the file without it.", metavar="WAY")
    ] = "",
    instruction: Annotated[
        list[str] | None,
        typer.Option(
            "--instruction",
            help="A prompt of your own in the place of one of the way's; may be repeated.",
            metavar="KEY=FILE",
        ),
    ] = None,
    adapter: AdapterName = "",
    temperature: Annotated[float, typer.Option(help=_TEMPERATURE.help)] = 0.9,
    seed: Annotated[int, typer.Option(help="What is drawn, and how; -1 draws anew each time.")] = -1,
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there.")] = False,
    as_json: AsJson = False,
) -> int:
    """Let a model draft rows. Each is marked as synthetic: look at them before you train on them."""
    session: Session = context.obj
    places = [existing(each) for each in sources]
    about_documents = _about_documents(places, way)
    target = free_place(out, overwrite, places[0])
    base = choose_model(session.services, model)
    over = choose_adapter(session.services, adapter)
    sampling = msgspec.structs.replace(
        base.sampling, temperature=float(_TEMPERATURE.check(temperature)), seed=seed
    )
    order = DraftOrder(
        way=way or ("from_documents" if about_documents else "self_instruct"),
        model_id=lasting_name(session.services, base),
        adapter_id=over.id if over is not None else "",
        rows=rows,
        documents=tuple(places) if about_documents else (),
        texts=_texts(instruction or ()),
        sampling=sampling,
    )
    source = None if about_documents else places[0]
    reading = reading_of(data_format, column, part)
    with _lines(target, overwrite) as lines:
        ended, written = _collect(session, order, source, reading, lines)
    return _report(session, target, base.name, ended, written, as_json)


def _collect(
    session: Session, order: DraftOrder, source: Path | None, reading: Reading, lines: _Lines
) -> tuple[DraftBatch, int]:
    """Write rows as they are drafted; return how it ended, and how many rows there are."""
    service = session.services.row_drafts
    ended: DraftBatch | None = None
    written = 0
    with (
        _shown(session, order.rows) as bar,
        interrupt_calls(service.stop, lambda: session.notes.print("Stopping; the rows so far are kept.")),
    ):
        for event in service.draft_from(order, source, reading):
            match event:
                case DraftProgress():
                    _tell(bar, event)
                case DraftMade(draft=drafted):
                    lines.add(drafted)
                    written += 1
                case DraftingEnded(batch=batch):
                    ended = batch
    assert ended is not None, "drafting ends with its batch, or raises"
    return ended, written


def _about_documents(places: list[Path], way: str) -> bool:
    """Whether what is given is to be asked about; raises BadInput for several files of rows."""
    found = way == "from_documents" or (
        not way and all(place.suffix.lower() in _DOCUMENTS | {".txt"} for place in places)
    )
    if not found and len(places) > 1:
        raise BadInput(
            "Rows are drafted from one file of rows.",
            hint="Name one, or add --way from_documents to ask about all of them.",
        )
    return found


def _texts(given: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Read prompts of one's own, given as KEY=FILE."""
    texts: dict[str, str] = {}
    for each in given:
        key, equals, name = each.partition("=")
        if not equals or not name:
            raise BadInput(
                f"--instruction {each!r} is not KEY=FILE.",
                hint="Write the prompt's key, then its file: --instruction self_instruct.replies=how.txt.",
            )
        place = existing(Path(name))
        try:
            texts[key.strip()] = place.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"{place} cannot be read as text.", hint="Save it as UTF-8.") from error
    return texts


class _Lines:
    """Rows that are on the disk as soon as they are written; the first takes the place of what was there."""

    def __init__(self, target: Path, file: TextIO) -> None:
        self._target = target
        self._file = file
        self._is_begun = False

    def add(self, drafted: DraftRow) -> None:
        """Write a row; raises HoneError when the disk is full."""
        line = contents_in(Shape.MESSAGES, [drafted])[0] + "\n"
        try:
            if not self._is_begun:
                self._file.truncate(0)
            self._is_begun = True
            self._file.write(line)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise cannot_write(self._target, error) from error


@contextmanager
def _lines(target: Path, overwrite: bool) -> Iterator[_Lines]:
    """Open a file for rows; without any row, what was there before stays."""
    try:
        file = target.open("a" if overwrite else "x", encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(target, error) from error
    try:
        yield _Lines(target, file)
    finally:
        empty = file.tell() == 0
        file.close()
        if empty:
            target.unlink(missing_ok=True)


@contextmanager
def _shown(session: Session, rows: int) -> Iterator[Progress]:
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        console=session.notes,
        transient=True,
        disable=not session.notes.is_terminal,
    )
    with bar:
        bar.add_task("Reading", total=rows, pace="")
        yield bar


def _tell(bar: Progress, event: DraftProgress) -> None:
    pace = f"{event.rows_per_minute:.0f} rows a minute" if event.rows_per_minute else ""
    dropped = sum(event.dropped.values())
    said = f"{pace}, {dropped} dropped" if pace and dropped else pace
    bar.update(bar.task_ids[0], description=event.note, completed=event.made, pace=said)


def _report(
    session: Session, target: Path, model: str, ended: DraftBatch, written: int, as_json: bool
) -> int:
    complete = written >= ended.order.rows
    if as_json:
        put_json(
            DraftOutcome(
                path=target,
                way=ended.order.way,
                model=model,
                rows=written,
                wanted=ended.order.rows,
                complete=complete,
                dropped=ended.dropped,
                seconds=round(ended.seconds, 3),
                problem=ended.problem,
                hint=ended.hint,
            )
        )
        return 0 if complete else 1
    console = session.console
    if written:
        said = "1 row" if written == 1 else f"{written} rows"
        console.print(f"{said} drafted by {model} in {target}", markup=False)
        console.print("Each says in its column “synthetic” how it was made. Look at them before you train.")
    dropped = sorted(ended.dropped.items(), key=lambda each: -each[1])
    if dropped:
        listed = ", ".join(f"{reason.replace('_', ' ')} {count}" for reason, count in dropped)
        console.print(f"Dropped: {listed}", markup=False)
    if ended.problem:
        session.notes.print(f"{ended.problem} {ended.hint}".strip(), markup=False)
    return 0 if complete else 1
