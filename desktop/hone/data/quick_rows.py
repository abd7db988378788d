"""Rows of common shapes decoded straight from the bytes of their lines, without knowing what is wrong.

A line that does not have exactly the expected keys and types is none of these rows; it is read in the usual
way. So is every row of a file whose first rows would not be read the same in both ways.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec
from xxhash import xxh3_64_digest

from hone.data.fingerprints import REPLY, SEPARATOR, joined_texts, layout_of, whole_keys
from hone.data.formats import format_named
from hone.data.formats.base import RowRefused
from hone.data.formats.prompts import joined
from hone.data.formats.roles import ROLES
from hone.data.records import Record
from hone.domain.datasets import Example, Shape

if TYPE_CHECKING:
    from hone.data.reading import DataFile

_UNSET = msgspec.UNSET
_ABSENT = str | None | msgspec.UnsetType
_USUAL = {name: role for name, role in ROLES.items() if name != "developer"}
_TRANSCRIPTS = ("ssistant:", "AI:")


Said = tuple[tuple[str, ...], list[str], str | None, str | None]
"""What a row says: the roles of its turns and their contents, after a system text perhaps (no roles and the
only content: running text); its label; the rejected reply.
"""

Take = Callable[[Any], Said | None]
Hashed = tuple[bytes, bytes, bytes, bytes]
"""The texts of a row in UTF-8 in two pieces, and the two hashes of fingerprints.Keys."""


class Plan(msgspec.Struct, frozen=True):
    """How rows of one shape are decoded: types by field, and what is taken from the decoded row.

    `hashed` makes what `Hashed` is.
    """

    types: dict[str, Any]
    take: Take
    hashed: Callable[[Said], Hashed]


class _Message(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    role: str
    content: str


class _Spoken(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    role: str = msgspec.field(name="from")
    content: str = msgspec.field(name="value")


class QuickReader:
    """Decodes lines of one file. `shape` is that of its rows; `decode` raises what msgspec raises."""

    def __init__(self, shape: str, row: type[msgspec.Struct], plan: Plan, optional: tuple[str, ...]) -> None:
        self.shape = shape
        self.decode = msgspec.json.Decoder(row).decode
        self.take = plan.take
        self.hashed = plan.hashed
        self._optional = optional
        self._has_messages = shape in (Shape.MESSAGES, Shape.SHAREGPT)
        required = len(row.__struct_fields__) - len(optional)
        self._usual = 2 if self._has_messages else 4 * required

    def quotes(self, row: Any) -> int:
        """Count the quotes that a line with this row has: two for every key and every text."""
        count = self._usual
        if self._has_messages:
            count += 8 * len(row.messages)
        for name in self._optional:
            value = getattr(row, name)
            if value is not _UNSET:
                count += 2 + quotes_in(value)
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
    if any('"' in column or "\\" in column for column in rename.values()):
        return None
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
    if said is None:
        return True
    try:
        example = data.read(record)
    except RowRefused:
        return False
    return is_said(example, said)


def is_said(example: Example, said: Said) -> bool:
    """Whether an example says the same."""
    if example.tools or example.good is not None or any(turn.more for turn in example.turns):
        return False
    if example.text is not None:
        return said == ((), [example.text], None, None)
    rejected = [turn.content for turn in example.rejected]
    roles = tuple(turn.role for turn in example.turns)
    contents = [turn.content for turn in example.turns]
    other = rejected[0] if len(rejected) == 1 else None
    return said == (roles, contents, example.category, other) and len(rejected) < 2


def quotes_in(value: Any) -> int:
    """Count the quotes of a value in JSON: two for every text and every key in it."""
    kind = type(value)
    if kind is str:
        return 2
    if kind is dict:
        return 2 * len(value) + sum(map(quotes_in, value.values()))
    return sum(map(quotes_in, value)) if kind is list else 0


@lru_cache(maxsize=1000)
def _roles(names: tuple[str, ...]) -> tuple[str, ...] | None:
    known = tuple(_USUAL.get(name, "") for name in names)
    return None if "" in known else known


def _take_messages(row: Any) -> Said | None:
    messages = row.messages
    roles = _roles(tuple(map(_ROLE, messages)))
    if not roles or row.tools:
        return None
    contents = list(map(_CONTENT, messages))
    system = row.system
    if system and roles[0] != "system" and system.strip():
        return ("system", *roles), [system, *contents], None, None
    return roles, contents, None, None


_ROLE, _CONTENT = attrgetter("role"), attrgetter("content")
_PAIR = ("user", "assistant")
_TRIPLE = ("system", "user", "assistant")


def _pair(system: Any, prompt: str, reply: str, rejected: str | None = None) -> Said:
    if system and system.strip():
        return _TRIPLE, [system, prompt, reply], None, rejected
    return _PAIR, [prompt, reply], None, rejected


def _take_alpaca(row: Any) -> Said | None:
    if row.tools or row.history:
        return None
    further = row.input
    return _pair(row.system, joined(row.instruction, further) if further else row.instruction, row.output)


def _take_pair(row: Any) -> Said | None:
    if row.tools or _is_list(row.prompt) or _is_list(row.completion):
        return None
    return _pair(row.system, row.prompt, row.completion)


def _take_preference(row: Any) -> Said | None:
    if row.tools or row.input or any(map(_is_talk, (row.prompt, row.chosen, row.rejected))):
        return None
    return _pair(row.system, row.prompt, row.chosen, row.rejected)


def _is_list(text: str) -> bool:
    """Whether a text could be JSON of messages."""
    return text.lstrip()[:1] in ("[", "{")


def _is_talk(text: str) -> bool:
    return _is_list(text) or any(mark in text for mark in _TRANSCRIPTS)


def _dialogue(said: Said) -> Hashed:
    contents = said[1]
    seed = layout_of(said[0]).seed
    if len(contents) == 2:
        prompt = contents[0].encode()
    else:
        prompt, seed = joined_texts(contents[:-1], seed)
    reply = contents[-1].encode()
    return prompt, reply, xxh3_64_digest(prompt, seed), xxh3_64_digest(reply, REPLY)


def _running_text(said: Said) -> Hashed:
    text = said[1][0].encode()
    return text, b"", *whole_keys(text, 0)


def _preference(said: Said) -> Hashed:
    roles, contents, _, rejected = said
    judged = f"assistant{SEPARATOR}{rejected}"
    whole, seed = joined_texts((*contents, judged), layout_of(roles).seed)
    return whole, b"", *whole_keys(whole, seed)


_BESIDE: dict[str, Any] = {"system": _ABSENT, "tools": _ABSENT}
_FURTHER: dict[str, Any] = {"input": _ABSENT, **_BESIDE}
_SHAPES: dict[str, Plan] = {
    Shape.MESSAGES: Plan({_MESSAGES: list[_Message], **_BESIDE}, _take_messages, _dialogue),
    Shape.SHAREGPT: Plan({"conversations": list[_Spoken], **_BESIDE}, _take_messages, _dialogue),
    Shape.ALPACA: Plan(
        {"instruction": str, "output": str, "history": _ABSENT, **_FURTHER}, _take_alpaca, _dialogue
    ),
    Shape.PROMPT_COMPLETION: Plan({"prompt": str, "completion": str, **_BESIDE}, _take_pair, _dialogue),
    Shape.TEXT: Plan({"text": str}, lambda row: ((), [row.text], None, None), _running_text),
    Shape.CLASSIFICATION: Plan(
        {"text": str, "label": str}, lambda row: (_PAIR, [row.text, row.label], row.label, None), _dialogue
    ),
    Shape.PREFERENCE: Plan(
        {"prompt": str, "chosen": str, "rejected": str, **_FURTHER}, _take_preference, _preference
    ),
}
