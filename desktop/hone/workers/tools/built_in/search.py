"""Searching the files of the granted folder for a text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from hone.domain.tools import ToolGroup
from hone.errors import BadInput
from hone.workers.tools.built_in.base import BuiltIn, Given, arguments
from hone.workers.tools.built_in.folder import GrantedFolder
from hone.workers.tools.text_bytes import decode_text

MOST_HITS = 60
MOST_FILES = 5000
LARGEST_FILE = 4 * 2**20
SECONDS = 8.0
_DEEPEST = 20
_LONGEST_LINE = 240


class _Search:
    """One search: what it found, and what it left out."""

    def __init__(self, folder: GrantedFolder, text: str) -> None:
        self._folder = folder
        self._text = text.casefold()
        self._end = time.monotonic() + SECONDS
        self.hits: list[str] = []
        self.files = 0
        self.too_large = 0
        self.stopped = ""

    def run(self, path: str) -> None:
        for file in self._walk(path, 0):
            if self.files >= MOST_FILES:
                self.stopped = f"only the first {MOST_FILES:,} files were searched"
            elif time.monotonic() > self._end:
                self.stopped = f"the search was ended after {SECONDS:.0f} seconds"
            elif len(self.hits) >= MOST_HITS:
                self.stopped = f"there are more than {MOST_HITS} lines"
            if self.stopped:
                return
            self.files += 1
            self._look_into(file)

    def _walk(self, path: str, depth: int) -> Iterator[str]:
        try:
            entries = self._folder.entries(path)
        except BadInput:
            if depth == 0:
                raise
            return  # a folder below that may not be read
        for entry in entries:
            below = f"{path.rstrip('/')}/{entry.name}" if path else entry.name
            if entry.is_folder:
                if depth < _DEEPEST:
                    yield from self._walk(below, depth + 1)
            elif entry.size > LARGEST_FILE:
                self.too_large += 1
            else:
                yield below

    def _look_into(self, path: str) -> None:
        try:
            with self._folder.open_file(path) as (file, _):
                text, _ = decode_text(file.read(LARGEST_FILE), path)
        except BadInput:
            return  # no text, or not to be read
        for number, line in enumerate(text.splitlines(), 1):
            if self._text in line.casefold():
                shown = line.strip()
                shown = shown if len(shown) <= _LONGEST_LINE else shown[:_LONGEST_LINE] + "…"
                self.hits.append(f"{path}:{number}: {shown}")
                if len(self.hits) >= MOST_HITS:
                    return


def _run(given: dict[str, Any], where: Given) -> str:
    search = _Search(GrantedFolder(where.folder), given["text"])
    search.run(given.get("path", "").strip())
    lines = search.hits or [f"{given['text']!r} was not found in {search.files:,} files."]
    left_out = [search.stopped] if search.stopped else []
    if search.too_large:
        left_out.append(f"{search.too_large:,} files of more than 4 MB were not searched")
    return "\n".join([*lines, f"[{'; '.join(left_out)}.]"] if left_out else lines)


SEARCH_FILES = BuiltIn(
    name="search_files",
    title="Search files",
    description=(
        "Search the text files of the folder that the user granted for a text, in capitals or not. "
        "Tells file, line number and line."
    ),
    parameters=arguments(
        ("text",),
        text={"type": "string", "minLength": 1, "maxLength": 300},
        path={"type": "string", "maxLength": 1000, "description": "A folder to search; empty for all"},
    ),
    run=_run,
    group=ToolGroup.FOLDER,
)
