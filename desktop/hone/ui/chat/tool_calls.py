"""A tool call as the transcript shows it before it is answered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from hone.domain.chat import ToolCall

_LONGEST_VALUE = 1200
_MOST_ROWS = 12


class CallStatus(StrEnum):
    """Where a call stands; one that cannot run waits as REFUSED until the model may be told.

    UNKNOWN was begun, and what came of it is not known: only a person may run it again.
    """

    CHECKING = "checking"
    ASKING = "asking"
    RUNNING = "running"
    ANSWERED = "answered"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Decision(StrEnum):
    """What a person says to a call."""

    ONCE = "once"
    ALLOW = "allow"
    DECLINE = "decline"
    TELL = "tell"
    STOP = "stop"


@dataclass(frozen=True)
class CallState:
    """A call: the title of its tool, where that is from, its arguments in rows, and how it stands.

    `note` is said below: progress, an outcome, or why it is asked again. `since` is when it began to run.
    """

    number: int
    title: str
    origin: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    status: CallStatus = CallStatus.CHECKING
    note: str = ""
    since: float = 0.0


def spoken_name(name: str) -> str:
    """Return the title of a built-in tool in the user's language; "" for another name."""
    return {
        "calculator": QCoreApplication.translate("Tools", "Calculator"),
        "current_time": QCoreApplication.translate("Tools", "Date and time"),
        "time_between": QCoreApplication.translate("Tools", "Time between dates"),
        "list_files": QCoreApplication.translate("Tools", "List files"),
        "read_file": QCoreApplication.translate("Tools", "Read a file"),
        "search_files": QCoreApplication.translate("Tools", "Search files"),
    }.get(name, "")


def shown_name(name: str) -> str:
    """Return how a call's name is shown: its title, or the server's tool without the mark between."""
    plain = " ".join(name.split())[:80]
    server, mark, tool = plain.partition("__")
    return spoken_name(plain) or (f"{tool} ({server})" if mark and tool else plain)


def argument_rows(call: ToolCall) -> tuple[tuple[str, str], ...]:
    """Return the arguments as names and values; what is no object stands as the model wrote it."""
    try:
        value = json.loads(call.arguments) if call.arguments.strip() else {}
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        return (("", _short(call.arguments)),)
    rows = [(str(name), _short(_written(each))) for name, each in list(value.items())[:_MOST_ROWS]]
    if len(value) > _MOST_ROWS:
        rows.append(("", f"… +{len(value) - _MOST_ROWS}"))
    return tuple(rows)


def _written(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, indent=1 if isinstance(value, dict | list) else None)


def _short(text: str) -> str:
    if len(text) <= _LONGEST_VALUE:
        return text
    return f"{text[:_LONGEST_VALUE]}… (+{len(text) - _LONGEST_VALUE:,})"
