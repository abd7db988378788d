"""Which rows the list of conversations has: pinned ones, folders, then the rest by when they were used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from hone.domain.arrangement import Folder
from hone.domain.chat import Conversation
from hone.domain.search import Hit, SearchResult


class RowKind(Enum):
    """What a row shows."""

    HEADING = "heading"
    FOLDER = "folder"
    CONVERSATION = "conversation"
    HIT = "hit"


@dataclass(frozen=True)
class Row:
    """One row; `text` is a heading or a folder's own name, `path` the folder that the row is (in).

    `count` is the number of conversations in a folder and below it; `found` rows come from a search.
    """

    kind: RowKind
    text: str
    conversation: Conversation | None = None
    hit: Hit | None = None
    path: str = ""
    depth: int = 0
    collapsed: bool = False
    count: int = 0
    marks: tuple[tuple[int, int], ...] = ()
    found: bool = False


def rows_of(
    conversations: Sequence[Conversation], folders: Sequence[Folder], today: date, tags: frozenset[str]
) -> list[Row]:
    """Arrange conversations, which come last used first; with `tags`, those that have them all."""
    if tags:
        conversations = [each for each in conversations if tags <= set(each.tags)]
    pinned = [each for each in conversations if each.pinned]
    rows: list[Row] = []
    if pinned:
        rows.append(_heading(_words("Pinned")))
        rows += [_conversation(each) for each in pinned]
    free = [each for each in conversations if not each.pinned]
    rows += _folder_rows([each for each in free if each.folder], () if tags else folders, folders)
    group = ""
    group_of = _grouping(today)
    for each in free:
        if each.folder:
            continue
        found = group_of(each.updated_at)
        if found != group:
            group = found
            rows.append(_heading(group))
        rows.append(_conversation(each))
    return rows


def rows_of_search(result: SearchResult) -> list[Row]:
    """Arrange what a search found: each conversation with its hits below it."""
    rows: list[Row] = []
    for found in result.found:
        rows.append(
            Row(
                RowKind.CONVERSATION,
                found.conversation.title,
                found.conversation,
                marks=found.title_marks,
                path=found.conversation.folder,
                found=True,
            )
        )
        rows += [
            Row(RowKind.HIT, hit.snippet, found.conversation, hit, depth=1, marks=hit.marks)
            for hit in found.hits
        ]
    return rows


def _folder_rows(
    inside: Sequence[Conversation], standing: Sequence[Folder], states: Sequence[Folder]
) -> list[Row]:
    """Return the tree of folders: those that stand by themselves, and those that conversations name."""
    by_path: dict[str, list[Conversation]] = {}
    for each in inside:
        by_path.setdefault(each.folder, []).append(each)
    paths = {ancestor for path in by_path for ancestor in _ancestors(path)}
    paths |= {ancestor for folder in standing for ancestor in _ancestors(folder.path)}
    if not paths:
        return []
    collapsed = {folder.path for folder in states if folder.collapsed}
    counts: dict[str, int] = {}
    for path, held in by_path.items():
        for ancestor in _ancestors(path):
            counts[ancestor] = counts.get(ancestor, 0) + len(held)
    rows = [_heading(_words("Folders"))]
    for path in sorted(paths, key=lambda each: [part.casefold() for part in each.split("/")]):
        above = _ancestors(path)[:-1]
        if any(each in collapsed for each in above):
            continue
        depth = len(above)
        name = path.rpartition("/")[2]
        rows.append(
            Row(
                RowKind.FOLDER,
                name,
                path=path,
                depth=depth,
                collapsed=path in collapsed,
                count=counts.get(path, 0),
            )
        )
        if path not in collapsed:
            rows += [_conversation(each, depth + 1) for each in by_path.get(path, ())]
    return rows


def _ancestors(path: str) -> list[str]:
    """Return a path's folders from the top down, itself last."""
    parts = path.split("/")
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _heading(text: str) -> Row:
    return Row(RowKind.HEADING, text)


def _conversation(conversation: Conversation, depth: int = 0) -> Row:
    return Row(RowKind.CONVERSATION, conversation.title, conversation, path=conversation.folder, depth=depth)


def _grouping(today: date) -> Callable[[datetime], str]:
    """Return a function that names the group of a time; zone arithmetic is done once a day, not per row."""
    days: dict[date, str] = {}
    zone = datetime.now().astimezone().tzinfo

    def group_of(used: datetime) -> str:
        day = used.astimezone(zone).date()
        if day not in days:
            days[day] = _group(day, today)
        return days[day]

    return group_of


def _group(day: date, today: date) -> str:
    if day >= today:
        return _words("Today")
    if day == today - timedelta(days=1):
        return _words("Yesterday")
    if day > today - timedelta(days=7):
        return _words("Last seven days")
    if day > today - timedelta(days=30):
        return _words("Last thirty days")
    return _words("Earlier")


def _words(text: str) -> str:
    known = {
        "Pinned": QCoreApplication.translate("ConversationRows", "Pinned"),
        "Folders": QCoreApplication.translate("ConversationRows", "Folders"),
        "Today": QCoreApplication.translate("ConversationRows", "Today"),
        "Yesterday": QCoreApplication.translate("ConversationRows", "Yesterday"),
        "Last seven days": QCoreApplication.translate("ConversationRows", "Last seven days"),
        "Last thirty days": QCoreApplication.translate("ConversationRows", "Last thirty days"),
        "Earlier": QCoreApplication.translate("ConversationRows", "Earlier"),
    }
    return known[text]
