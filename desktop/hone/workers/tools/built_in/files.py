"""Listing and reading files of the granted folder."""

from __future__ import annotations

from typing import Any

from hone.domain.tools import ToolGroup
from hone.errors import BadInput
from hone.workers.tools.built_in.base import BuiltIn, Given, arguments
from hone.workers.tools.built_in.folder import FolderEntry, GrantedFolder
from hone.workers.tools.text_bytes import decode_text

MOST_ENTRIES = 300
LARGEST_FILE = 20 * 2**20
MOST_LINES = 2000
MOST_CHARACTERS = 40_000
_PATH = {"type": "string", "maxLength": 1000}


def _list(given: dict[str, Any], where: Given) -> str:
    path = given.get("path", "")
    entries = GrantedFolder(where.folder).entries(path)
    if not entries:
        return "The folder is empty."
    lines = [_line(entry) for entry in entries[:MOST_ENTRIES]]
    if len(entries) > MOST_ENTRIES:
        lines.append(f"[{len(entries) - MOST_ENTRIES:,} more were left out here.]")
    return "\n".join(lines)


def _line(entry: FolderEntry) -> str:
    name = entry.name.replace("\n", "?").replace("\r", "?")
    if entry.is_folder:
        return f"{name}/"
    return f"{name}  {entry.size:,} bytes, {entry.changed:%Y-%m-%d}"


def _read(given: dict[str, Any], where: Given) -> str:
    path, first = given["path"], int(given.get("first_line", 1))
    most = int(given.get("lines", MOST_LINES))
    with GrantedFolder(where.folder).open_file(path) as (file, size):
        if size > LARGEST_FILE:
            raise BadInput(f"{path!r} has {size / 2**20:,.0f} MB, more than can be read (20 MB)."[:300])
        text, _ = decode_text(file.read(LARGEST_FILE), repr(path)[:200])
    lines = text.splitlines()
    if not lines:
        return "The file is empty."
    if first > len(lines):
        raise BadInput(f"{path!r} has only {len(lines):,} lines."[:300])
    kept: list[str] = []
    room = MOST_CHARACTERS
    for line in lines[first - 1 : first - 1 + most]:
        if len(line) + 1 > room:
            if not kept:
                kept.append(line[:room] + " [the rest of this line was left out]")
            break
        kept.append(line)
        room -= len(line) + 1
    last = first + len(kept) - 1
    if first == 1 and last == len(lines):
        return "\n".join(kept)
    return "\n".join([*kept, f"[These were lines {first:,} to {last:,} of {len(lines):,}.]"])


LIST_FILES = BuiltIn(
    name="list_files",
    title="List files",
    description="List the files and folders in the folder that the user granted, or in a folder below it.",
    parameters=arguments(path=_PATH | {"description": "A folder such as notes/2026; empty for the top"}),
    run=_list,
    group=ToolGroup.FOLDER,
)

READ_FILE = BuiltIn(
    name="read_file",
    title="Read a file",
    description="Read a text file of the folder that the user granted, whole or some lines of it.",
    parameters=arguments(
        ("path",),
        path=_PATH | {"description": "Such as notes/plan.md"},
        first_line={"type": "integer", "minimum": 1, "description": "1 when it is left out"},
        lines={"type": "integer", "minimum": 1, "maximum": MOST_LINES},
    ),
    run=_read,
    group=ToolGroup.FOLDER,
)
