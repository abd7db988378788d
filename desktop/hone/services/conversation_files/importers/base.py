"""What a format for reading is, and how a tree of messages is built from an entry."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from hone.domain.chat import Conversation, Message, MessageState, Origin, Role, ToolCall, ToolResult
from hone.domain.conversation_files import Tree
from hone.errors import BadInput

Values = Mapping[str, Any]
_TITLE_LENGTH = 200
_FIRST_TITLE_LENGTH = 60
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)
_MOST_NANOSECONDS = _LATEST.timestamp() * 1e9


class Importer(msgspec.Struct, frozen=True, kw_only=True):
    """A format: `matches` looks at one entry; `read` makes a tree of it, or raises BadInput saying why not.

    What cannot come over is counted in `left_out` by its name in the plural.
    """

    key: str
    label: str
    matches: Callable[[Values], bool]
    read: Callable[[Values, Counter[str]], Tree]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A message as an entry tells it; `key` is its name there, `parent` its parent's, "" for none."""

    key: str
    parent: str
    role: Role
    text: str
    created_at: datetime | None = None
    reasoning: str = ""
    model: str = ""
    tool: str = ""
    calls: tuple[ToolCall, ...] = ()
    rating: str = ""


class TreeBuilder:
    """Collects messages in any order and makes a tree; ids are made from the entry's own, so they repeat."""

    def __init__(self, source: str, key: str) -> None:
        self._salt = f"{source}\0{key}"
        self._said: dict[str, Said] = {}
        self._stand_ins: dict[str, str] = {}

    def add(self, said: Said) -> None:
        """Add a message."""
        self._said[said.key] = said

    def skip(self, key: str, parent: str) -> None:
        """Leave a node out: its children get its parent."""
        self._stand_ins[key] = parent

    def build(
        self,
        *,
        title: str,
        created_at: datetime | None,
        updated_at: datetime | None,
        leaf: str = "",
        system_prompt: str = "",
        tags: tuple[str, ...] = (),
        folder: str = "",
        pinned: bool = False,
    ) -> Tree:
        """Make the tree; `leaf` names the end of the branch to show, the last message when it is unknown."""
        if not self._said:
            raise BadInput("It holds no messages that could be read.")
        began = created_at or _earliest(self._said) or datetime.now(UTC)
        identity = self._identity("")
        messages = self._messages(identity, began)
        by_key = {self._identity(said.key): said.key for said in self._said.values()}
        shown = self._identity(self._resolved(leaf)) if leaf else ""
        conversation = Conversation(
            id=identity,
            title=_title(title, messages),
            created_at=began,
            updated_at=updated_at or max(message.created_at for message in messages),
            leaf_id=shown if shown in by_key else messages[-1].id,
            system_prompt=clean(system_prompt),
            tags=tags,
            folder=folder,
            pinned=pinned,
        )
        return Tree(conversation=conversation, messages=tuple(messages))

    def _messages(self, conversation_id: str, began: datetime) -> list[Message]:
        """Order parents before children, also where the file's parents run in a circle."""
        children: dict[str, list[Said]] = {}
        parents = {said.key: self._parent_of(said) for said in self._said.values()}
        for said in self._said.values():
            children.setdefault(parents[said.key], []).append(said)
        waiting = list(reversed(children.get("", [])))
        ordered: list[Message] = []
        placed: set[str] = set()
        last = began
        while waiting or len(placed) < len(self._said):
            if not waiting:  # a circle: begin at its first member, as a root
                first = next(said for said in self._said.values() if said.key not in placed)
                parents[first.key] = ""
                waiting = [first]
            said = waiting.pop()
            if said.key in placed:
                continue
            placed.add(said.key)
            last = max(said.created_at or last, last + timedelta(microseconds=1))
            ordered.append(self._message(said, conversation_id, parents[said.key], said.created_at or last))
            waiting.extend(reversed(children.get(said.key, [])))
        return ordered

    def _message(self, said: Said, conversation_id: str, parent: str, when: datetime) -> Message:
        reply = said.role is Role.ASSISTANT
        return Message(
            id=self._identity(said.key),
            conversation_id=conversation_id,
            parent_id=self._identity(parent) if parent else None,
            role=said.role,
            text=clean(said.text),
            state=MessageState.COMPLETE,
            created_at=when,
            origin=Origin(model_name=clean(said.model)) if reply and said.model else None,
            reasoning=clean(said.reasoning),
            tool_calls=tuple(ToolCall(clean(call.name), clean(call.arguments)) for call in said.calls),
            tool=ToolResult(name=clean(said.tool) or "tool") if said.role is Role.TOOL else None,
            rating=said.rating,  # type: ignore[arg-type]
        )

    def _parent_of(self, said: Said) -> str:
        parent = self._resolved(said.parent)
        return "" if parent == said.key else parent

    def _resolved(self, key: str) -> str:
        """Follow nodes that were left out to the first that was not; "" when there is none."""
        seen: set[str] = set()
        while key and key not in self._said:
            if key in seen:
                return ""
            seen.add(key)
            key = self._stand_ins.get(key, "")
        return key

    def _identity(self, key: str) -> str:
        return hashlib.sha256(f"{self._salt}\0{key}".encode("utf-8", "replace")).hexdigest()[:16]


def _earliest(said: Mapping[str, Said]) -> datetime | None:
    return min((each.created_at for each in said.values() if each.created_at), default=None)


def _title(title: str, messages: list[Message]) -> str:
    kept = " ".join(clean(title).split())[:_TITLE_LENGTH]
    if kept:
        return kept
    first = next((message.text for message in messages if message.text.strip()), "")
    return " ".join(first.split())[:_FIRST_TITLE_LENGTH] or "Imported conversation"


def clean(text: str) -> str:
    """Return a text without lone surrogates, which some exports hold and no database keeps."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def text_in(values: object, *names: str) -> str:
    """Return the first of these values that is a text with something in it, "" without one."""
    if not isinstance(values, Mapping):
        return ""
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


def time_in(values: Values, *names: str) -> datetime | None:
    """Read a time: seconds, milli- or nanoseconds since 1970, or ISO 8601; None where there is none."""
    for name in names:
        value = values.get(name)
        if isinstance(value, bool) or not value:
            continue
        if isinstance(value, str):
            found = _time_of_text(value)
        elif isinstance(value, int | float):
            found = _time_of_number(value)
        else:
            continue
        if found is not None:
            return found
    return None


def _time_of_text(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # also a time whose UTC would be before year 1
        return None
    return found if _EARLIEST <= found < _LATEST else None


def _time_of_number(seconds: float) -> datetime | None:
    if not 0 < seconds < _MOST_NANOSECONDS:  # also what is no number, or infinite
        return None
    while seconds > 1e11:
        seconds /= 1000
    if not seconds < _LATEST.timestamp():
        return None
    return datetime.fromtimestamp(seconds, UTC)


def mapping_in(values: object, name: str) -> dict[str, Any]:
    """Return a value that is an object, else an empty one."""
    value = values.get(name) if isinstance(values, Mapping) else None
    return value if isinstance(value, dict) else {}


def list_in(values: object, name: str) -> list[Any]:
    """Return a value that is a list, else an empty one."""
    value = values.get(name) if isinstance(values, Mapping) else None
    return value if isinstance(value, list) else []


def fingerprint(values: object) -> str:
    """Return a name for an entry that has none of its own."""
    return hashlib.sha256(repr(values).encode("utf-8", "replace")).hexdigest()
