"""What a data file holds, what is wrong with it, and what a model would learn from its rows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.chat import Turn


class Shape(StrEnum):
    """What rows look like; each is a format of `hone.data.FORMATS`."""

    MESSAGES = "messages"
    ALPACA = "alpaca"
    PROMPT_COMPLETION = "prompt_completion"
    SHAREGPT = "sharegpt"
    PREFERENCE = "preference"
    KTO = "kto"
    TEXT = "text"
    CLASSIFICATION = "classification"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How a file of rows is to be read; everything left empty is found by looking.

    `format` is a Shape. `columns` maps fields of that format ("prompt") to columns of the file ("frage").
    `part` is a split of a folder ("train") or a sheet of a workbook.
    """

    format: str = ""
    columns: dict[str, str] = {}
    part: str = ""


AS_FOUND = Reading()
"""Everything told by looking."""


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One row to learn from: a dialogue whose assistant turns are learned, or raw `text`.

    `row` counts records from 1 in the source; `line` is the line of the file where it starts (0: not known).
    Of a preference, `turns` end with the chosen reply and `rejected` stands in its place, after the first
    `prompt_turns` turns. `good` is the judgement of a KTO row, `category` the label of a classification,
    which is the last turn too. `tools` is a JSON array of tools in OpenAI's form ("": none). `extra` are
    columns that the format does not read; they are kept when the row is written again.
    A turn of the assistant with `"weight": 0` in its `more` is not trained.
    """

    row: int
    line: int = 0
    turns: tuple[Turn, ...] = ()
    text: str | None = None
    rejected: tuple[Turn, ...] = ()
    prompt_turns: int = 0
    good: bool | None = None
    category: str | None = None
    tools: str = ""
    extra: dict[str, Any] = {}


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with one row (`row` 0: with the whole file), and what can be done.

    `kind` is an entry of hone.domain.problem_kinds. A `fatal` row cannot be trained on and is left out.
    `other` is the row that it is compared with (the first of two duplicates), 0 for none; `file` is the
    file of a folder where the row stands, "" when there is only one.
    """

    row: int
    kind: str
    message: str
    line: int = 0
    hint: str = ""
    fatal: bool = False
    other: int = 0
    file: str = ""


class ProblemGroup(msgspec.Struct, frozen=True, kw_only=True):
    """All problems of one kind: how many rows have it, the first 100 of them, and what mends them.

    `fix` is a name of hone.data.fixes.FIXES, "" when only a person can mend it.
    """

    kind: str
    count: int
    rows: tuple[int, ...]
    fix: str = ""
    fatal: bool = False


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """A shape that fits, and how sure that is, 0 to 1."""

    shape: str
    confidence: float


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A name and how many rows have it."""

    name: str
    rows: int


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of all usable rows that need no model.

    `turns` and `characters` are sums. `languages` were told for `language_rows` rows drawn evenly;
    `labels` are categories or judgements, most frequent first, at most 200 of `label_count`.
    Near duplicates were sought among `compared_rows` rows.
    """

    turns: int = 0
    characters: int = 0
    longest_characters: int = 0
    with_system: int = 0
    with_tools: int = 0
    languages: tuple[Share, ...] = ()
    language_rows: int = 0
    labels: tuple[Share, ...] = ()
    label_count: int = 0
    compared_rows: int = 0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A data file as found by looking. `reading` is what was used: with format, columns and part filled in.

    `format` is its shape, `trainable` whether fine-tuning on replies or text can use it (preferences need
    another objective). `problems` are at most 500, `problem_count` is the true number, `groups` count all
    of them by kind; `sha256` is of the file's bytes (of all files of a folder, in order). `container` says
    in words what holds the rows ("JSON lines, gzip", "Table with semicolons").
    """

    path: Path
    format: str
    format_label: str
    confidence: float = 1.0
    alternatives: tuple[Guess, ...]
    reading: Reading
    trainable: bool = True
    container: str = ""
    columns: tuple[str, ...]
    parts: tuple[str, ...] = ()
    encoding: str
    rows: int
    usable_rows: int
    size_bytes: int
    sha256: str
    statistics: Statistics = Statistics()
    groups: tuple[ProblemGroup, ...] = ()
    problem_count: int
    problems: tuple[Problem, ...]


class ShownRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a file for people: its example, None when it cannot be read, and what is wrong with it.

    `content` is the row as JSON in its format's own columns, which is what a person edits.
    """

    row: int
    line: int = 0
    example: Example | None = None
    content: str = ""
    problems: tuple[Problem, ...] = ()


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a file: what its values are ("text", "number", "list", ...), the first few shortened."""

    name: str
    kind: str
    values: tuple[str, ...] = ()


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """What a mapping chooses from: the columns, the shapes that fit, parts, and how it is read by itself.

    `reading` has no format when nothing fits.
    """

    columns: tuple[Column, ...]
    guesses: tuple[Guess, ...]
    parts: tuple[str, ...]
    reading: Reading


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One token of a rendered row; `trained` tokens count in the loss."""

    id: int
    text: str
    trained: bool
    special: bool = False


class RenderedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as the trainer sees it, `tokens` after cutting to the context length.

    Of a preference, `tokens` are the side with the chosen reply, `rejected` those of the other side, which
    has `rejected_length` tokens before cutting; `trained` are then the tokens of what is judged.
    """

    row: int
    tokens: tuple[Token, ...]
    full_length: int
    trained_tokens: int
    stop_token_trained: bool
    prefix_stable: bool
    problem: str = ""
    rejected: tuple[Token, ...] = ()
    rejected_length: int = 0


class TokenCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens of all usable rows. `histogram` counts rows in ten equal bins up to `longest`.

    `stop_token_trained` is true when most rows end with a trained stop token; `refused_rows` could not be
    rendered at all, of `partly_trained_rows` not every reply is trained; `notice` concerns every row.
    Of the `cut_rows`, `cut_replies` lose the end of a reply, `lost_replies` all trained tokens;
    `long_rows` are the numbers of all of them. `trained_shares` counts rows by their trained share, in ten
    equal bins.
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
    cut_replies: int = 0
    lost_replies: int = 0
    long_rows: tuple[int, ...] = ()
    trained_shares: tuple[int, ...] = ()
