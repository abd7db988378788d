"""`hone data preview`: one row as a model learns it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from hone.cli.data_options import (
    ColumnPairs,
    ContextLength,
    Format,
    Part,
    Rows,
    existing,
    reading_of,
    trainable_model,
)
from hone.cli.options import AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.domain.datasets import RenderedRow, Token
from hone.errors import BadInput


def preview(
    context: typer.Context,
    path: Rows,
    model: ModelName = "",
    row: Annotated[int, typer.Option("--row", min=1, help="The number of the row, from 1.")] = 1,
    data_format: Format = "",
    column: ColumnPairs = None,
    part: Part = "",
    context_length: ContextLength = 1024,
    as_json: AsJson = False,
) -> int:
    """Show a row token by token as training renders it; trained tokens are green."""
    session: Session = context.obj
    place = existing(path)
    if not model:
        raise BadInput("Which model is to render the row?", hint="Name one: --model MODEL.")
    base = trainable_model(session, model)
    reading = reading_of(data_format, column, part)
    rendered = session.services.data.preview(place, reading, base.path, [row], context_length)
    if not rendered:
        raise BadInput(
            f"{path} has no usable row {row}.",
            hint="`hone data inspect` tells the rows and what is wrong with them.",
        )
    if as_json:
        put_json(rendered[0])
    else:
        show_row(session, rendered[0])
    return 0


def show_row(session: Session, row: RenderedRow) -> None:
    """Print a rendered row with what is to be known about it."""
    session.console.print(_coloured(row.tokens))
    end = (
        "The end is trained." if row.stop_token_trained else "THE END IS NOT TRAINED: replies would not stop."
    )
    session.console.print(
        f"\n{row.trained_tokens} of {len(row.tokens)} tokens are trained (green); "
        f"the row has {row.full_length} tokens. {end}",
        style="dim" if row.stop_token_trained else "yellow",
    )
    if row.problem:
        session.console.print(row.problem, style="yellow", markup=False)


def _coloured(tokens: tuple[Token, ...]) -> Text:
    """Return tokens: trained ones green, special ones bold, each second one underlined."""
    text = Text()
    for number, token in enumerate(tokens):
        colour = "green" if token.trained else "bright_black"
        extra = " bold" if token.special else (" underline" if number % 2 else "")
        text.append(token.text, style=colour + extra)
    return text
