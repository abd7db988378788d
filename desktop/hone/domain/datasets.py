"""What a data file holds, what is wrong with it, and what a model would learn from its rows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.chat import Turn


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One row to learn from: a dialogue whose assistant turns are learned, or raw `text`.

    `row` counts records from 1 in the source; `line` is the line of the file where it starts (0: not known).
    """

    row: int
    line: int = 0
    turns: tuple[Turn, ...] = ()
    text: str | None = None


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with one row (`row` 0: with the whole file), and what can be done.

    A `fatal` row cannot be trained on and is left out.
    """

    row: int
    kind: str
    message: str
    line: int = 0
    hint: str = ""
    fatal: bool = False


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A data file as found by looking: `format` names an entry of hone.data.FORMATS.

    `problems` are at most 500, `problem_count` is the true number; `sha256` is of the file's bytes.
    """

    path: Path
    format: str
    format_label: str
    alternatives: tuple[str, ...]
    columns: tuple[str, ...]
    encoding: str
    rows: int
    usable_rows: int
    size_bytes: int
    sha256: str
    problem_count: int
    problems: tuple[Problem, ...]


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One token of a rendered row; `trained` tokens count in the loss."""

    id: int
    text: str
    trained: bool
    special: bool = False


class RenderedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as the trainer sees it, `tokens` after cutting to the context length."""

    row: int
    tokens: tuple[Token, ...]
    full_length: int
    trained_tokens: int
    stop_token_trained: bool
    prefix_stable: bool
    problem: str = ""


class TokenCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens of all usable rows. `histogram` counts rows in ten equal bins up to `longest`.

    `stop_token_trained` is true when most rows end with a trained stop token; `refused_rows` could not be
    rendered at all, of `partly_trained_rows` not every reply is trained; `notice` concerns every row.
    """

    rows: int
    tokens: int
    trained_tokens: int
    longest: int
    median: int
    cut_rows: int
    stop_token_trained: bool
    histogram: tuple[int, ...]
    refused_rows: int = 0
    partly_trained_rows: int = 0
    notice: str = ""
    problem: str = ""
