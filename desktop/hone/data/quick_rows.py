"""Rows of common shapes decoded straight from the bytes of their lines, without knowing what is wrong.

A line that does not have exactly the expected keys and types is none of these rows; it is read in the usual
way. So is every row of a file whose first rows would not be read the same in both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from hone.data.formats import format_named
from hone.data.formats.base import RowRefused
from hone.data.formats.prompts import joined
from hone.data.formats.roles import ROLES
from hone.data.quick_columns import LABEL, REJECTED, REPLY, SYSTEM, TEXT, USER, Columns, columns_of
from hone.data.quick_columns import ROLES as ROLE_OF
from hone.data.records import Record
from hone.domain.datasets import Example, Shape

if TYPE_CHECKING:
    from hone.data.reading import DataFile

_UNSET = msgspec.UNSET
_ABSENT = str | None | msgspec.UnsetType
_LETTERS = {role: letter for letter, role in ROLE_OF.items() if letter != LABEL}
_USUAL = {name: _LETTERS[role] for name, role in ROLES.items() if name != "developer"}
_TRANSCRIPTS = ("ssistant:", "AI:")

Said = tuple[str, Sequence[str]]
"""What a row says: a letter of quick_columns for each text, and the texts. None: read it in the usual way."""

_UNKNOWN: Said = ("", ())


class Plan(msgspec.Struct, frozen=True):
    """How rows of one shape are decoded: types by field, and what is taken from the decoded row."""

    types: dict[str, Any]
    take: Callable[[Any], Said]


_Name = Literal[
    "system", "user", "human", "prompter", "assistant", "gpt", "bot", "chatgpt", "model"
]  # the keys of _USUAL


class _Message(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    role: _Name
    content: str


class _Spoken(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    role: _Name = msgspec.field(name="from")
    content: str = msgspec.field(name="value")


_Row = Any
_ROWS, _ROLE, _CONTENT = attrgetter("messages"), attrgetter("role"), attrgetter("content")


class QuickReader:
    """Decodes lines of one file. `shape` is that of its rows; decoding raises what msgspec raises."""

    def __init__(self, shape: str, row: type[msgspec.Struct], plan: Plan, optional: tuple[str, ...]) -> None:
        self.shape = shape
        decoder = msgspec.json.Decoder(row)
        self.decode = decoder.decode
        self.decode_lines = decoder.decode_lines
        self.take = plan.take
        self._optional = tuple(map(attrgetter, optional))
        self._has_messages = shape in (Shape.MESSAGES, Shape.SHAREGPT)
        self._is_plain = self._has_messages and not {"system", "tools"} & set(optional)
        required = len(row.__struct_fields__) - len(optional)
        self._usual = 2 if self._has_messages else 4 * required

    def columns(self, rows: Sequence[_Row]) -> Columns:
        """Take apart what rows say."""
        if self._is_plain:
            return _columns_of_messages(rows)
        columns = columns_of(list(map(self.take, rows)))
        if self.shape != Shape.CLASSIFICATION:
            return columns
        return msgspec.structs.replace(columns, labels=columns.texts[1::2])

    def quotes(self, rows: Sequence[_Row]) -> int:
        """Count the quotes that lines with these rows have: two for every key and every text."""
        count = self._usual * len(rows)
        if self._has_messages:
            count += 8 * sum(map(len, map(_ROWS, rows)))
        for get in self._optional:
            values = list(map(get, rows))
            kinds = set(map(type, values))
            if kinds <= _WITHOUT_QUOTES:
                count += 2 * len(rows)
            elif kinds == {str}:
                count += 4 * len(rows)
            else:
                count += sum(2 + quotes_in(value) for value in values if value is not _UNSET)
        return count


def quick_reader(data: DataFile) -> QuickReader | None:
    """Return a reader for the rows of a file, None when they have to be read in the usual way."""
    shape = _SHAPES.get(data.format.name)
    columns = data.reading.columns
    if shape is None or not columns.keys() <= shape.types.keys():
        return None
    if any(not column or column not in data.columns for column in columns.values()):
        return None
    reader = _reader(data, shape)
    records = [each for each in data.opened.sample(_TRIED) if isinstance(each, Record)]
    return reader if reader is not None and all(_agrees(data, reader, record) for record in records) else None


_EXTRA = "extra_"
_MESSAGES = "messages"
_TRIED = 50


def _reader(data: DataFile, shape: Plan) -> QuickReader | None:
    columns = data.reading.columns
    if any(kind is not _ABSENT and field not in columns for field, kind in shape.types.items()):
        return None
    known = {name for field in format_named(data.format.name).fields for name in field.names}
    required: list[tuple[str, Any]] = []
    optional: list[tuple[str, Any, Any]] = []
    rename: dict[str, str] = {}
    absent: dict[str, Any] = {}
    for field, kind in shape.types.items():
        name = _MESSAGES if field in (_MESSAGES, "conversations") else field
        if field not in columns:
            absent[name] = None
            continue
        rename[name] = columns[field]
        if kind is _ABSENT:
            optional.append((name, kind, _UNSET))
        else:
            required.append((name, kind))
    for place, column in enumerate(name for name in data.columns if name not in columns.values()):
        if column.strip().lower() in known:
            return None
        rename[name := f"{_EXTRA}{place}"] = column
        optional.append((name, Any, _UNSET))
    if any('"' in column or "\\" in column or not column.isprintable() for column in rename.values()):
        return None  # such names are escaped in the lines, where they are looked for by their letters
    row = msgspec.defstruct(
        "QuickRow",
        [*required, *optional],
        namespace=absent,
        rename=rename,
        forbid_unknown_fields=True,
        gc=False,
    )
    return QuickReader(data.format.name, row, shape, tuple(name for name, _, _ in optional))


def _agrees(data: DataFile, reader: QuickReader, record: Record) -> bool:
    """Whether a row that both ways can read is read the same."""
    try:
        row = reader.decode(msgspec.json.encode(record.values))
    except (msgspec.MsgspecError, UnicodeEncodeError, OverflowError):  # not to be written, or not to be read
        return True
    said = reader.take(row)
    if not said[0]:
        return True
    try:
        example = data.read(record)
    except RowRefused:
        return False
    return is_said(example, said)


def is_said(example: Example, said: Said) -> bool:
    """Whether an example says the same."""
    letters, texts = said
    if example.tools or example.good is not None or any(turn.more for turn in example.turns):
        return False
    if example.text is not None:
        return letters == TEXT and list(texts) == [example.text]
    turns = letters.removesuffix(REJECTED)
    if [ROLE_OF.get(letter) for letter in turns] != [turn.role for turn in example.turns]:
        return False
    label = texts[-1] if letters.endswith(LABEL) else None
    every = [turn.content for turn in (*example.turns, *example.rejected)]
    return (
        every == list(texts)
        and label == example.category
        and len(turns) + len(example.rejected) == len(texts)
    )


def quotes_in(value: Any) -> int:
    """Count the quotes of a value in JSON: two for every text and every key in it."""
    kind = type(value)
    if kind is str:
        return 2
    if kind is dict:
        return 2 * len(value) + sum(map(quotes_in, value.values()))
    return sum(map(quotes_in, value)) if kind is list else 0


_WITHOUT_QUOTES = {int, float, bool, type(None)}


def _columns_of_messages(rows: Sequence[_Row]) -> Columns:
    """Take apart messages without anything beside them, all rows at once."""
    talks = list(map(_ROWS, rows))
    messages = list(chain.from_iterable(talks))
    letters = "".join(map(_USUAL.__getitem__, map(_ROLE, messages)))
    return Columns(list(map(_CONTENT, messages)), letters, list(map(len, talks)))


@lru_cache(maxsize=1000)
def _letters(names: tuple[str, ...]) -> str:
    return "".join(map(_USUAL.__getitem__, names))


def _take_messages(row: Any) -> Said:
    messages = row.messages
    letters = _letters(tuple(map(_ROLE, messages)))
    if not letters or row.tools:
        return _UNKNOWN
    contents = list(map(_CONTENT, messages))
    system = row.system
    if system and letters[0] != SYSTEM and system.strip():
        return SYSTEM + letters, [system, *contents]
    return letters, contents


_PAIR, _LABELLED = USER + REPLY, USER + LABEL


def _pair(system: Any, *texts: str) -> Said:
    """Return a prompt, a reply and perhaps a rejected one; some have a system prompt before them."""
    letters = _PAIR if len(texts) == 2 else _PAIR + REJECTED
    return (SYSTEM + letters, (system, *texts)) if system and system.strip() else (letters, texts)


def _take_alpaca(row: Any) -> Said:
    if row.tools or row.history:
        return _UNKNOWN
    further = row.input
    return _pair(row.system, joined(row.instruction, further) if further else row.instruction, row.output)


def _take_pair(row: Any) -> Said:
    if row.tools or _is_list(row.prompt) or _is_list(row.completion):
        return _UNKNOWN
    return _pair(row.system, row.prompt, row.completion)


def _take_preference(row: Any) -> Said:
    chosen, rejected = row.chosen, row.rejected
    if row.tools or row.input or chosen == rejected or any(map(_is_talk, (row.prompt, chosen, rejected))):
        return _UNKNOWN
    return _pair(row.system, row.prompt, chosen, rejected)


def _is_list(text: str) -> bool:
    """Whether a text could be JSON of messages."""
    return text.lstrip()[:1] in ("[", "{")


def _is_talk(text: str) -> bool:
    return _is_list(text) or any(mark in text for mark in _TRANSCRIPTS)


_BESIDE: dict[str, Any] = {"system": _ABSENT, "tools": _ABSENT}
_FURTHER: dict[str, Any] = {"input": _ABSENT, **_BESIDE}
_SHAPES: dict[str, Plan] = {
    Shape.MESSAGES: Plan({_MESSAGES: list[_Message], **_BESIDE}, _take_messages),
    Shape.SHAREGPT: Plan({"conversations": list[_Spoken], **_BESIDE}, _take_messages),
    Shape.ALPACA: Plan({"instruction": str, "output": str, "history": _ABSENT, **_FURTHER}, _take_alpaca),
    Shape.PROMPT_COMPLETION: Plan({"prompt": str, "completion": str, **_BESIDE}, _take_pair),
    Shape.TEXT: Plan({"text": str}, lambda row: (TEXT, (row.text,))),
    Shape.CLASSIFICATION: Plan({"text": str, "label": str}, lambda row: (_LABELLED, (row.text, row.label))),
    Shape.PREFERENCE: Plan({"prompt": str, "chosen": str, "rejected": str, **_FURTHER}, _take_preference),
}
