"""A prompt as Markdown: a TOML head between +++ lines, then the texts as they are.

The first text is the system text; a line `<!-- first message -->` begins the first message. A line of a
text that looks like such a mark has a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from hone.domain.prompt_library import PromptDocument
from hone.services.prompt_files.table import FilePlace, Table
from hone.services.prompt_files.toml_form import (
    ABOUT_KEYS,
    BODY_KEYS,
    body_from,
    document_from,
    dump,
    load,
    tables_of,
)

FENCE = "+++"
_TEXTS = {"system": "system", "first message": "user"}
_MARK = re.compile(r"^(\\*)<!-- *(system|first message) *-->[ \t]*$")


def to_markdown(document: PromptDocument) -> str:
    """Write a prompt as Markdown."""
    tables = {key: value for key, value in tables_of(document).items() if key not in _TEXTS.values()}
    body = document.body
    head = f"{FENCE}\n{dump(tables, unless=FENCE)}{FENCE}\n"
    sections = [("system", body.system), ("first message", body.user)]
    return head + "".join(f"<!-- {mark} -->\n{_guarded(text)}\n" for mark, text in sections if text)


def from_markdown(text: str, path: Path) -> PromptDocument:
    """Read a prompt from Markdown; raises BadInput with file, line and key."""
    if text.startswith(f"{FENCE}\r\n"):  # an editor wrote the whole file with these line ends
        text = text.replace("\r\n", "\n")
    head, below = _split(text, path)
    place = FilePlace(path, head, lines_above=1)
    top = Table(place, load(place, head))
    known = [key for key in BODY_KEYS if key not in _TEXTS.values()]
    for key in _TEXTS.values():
        if key in top:
            raise top.wrong(key, f"{key!r} stands below the head in a Markdown file.", "Move its text there.")
    top.refuse_unknown(*ABOUT_KEYS, *known, "history")
    sections = _sections(below, text.count("\n") - below.count("\n") + 1, path)
    body = msgspec.structs.replace(body_from(top), **sections)
    return document_from(top, path, body)


def _split(text: str, path: Path) -> tuple[str, str]:
    """Return the TOML head and what is below it."""
    lines = text.split("\n")
    if lines[0].rstrip() == "---":
        raise FilePlace(path, text).complain(
            "its head is YAML, which Hone does not read.", "Write the head as TOML between +++ lines.", 1
        )
    if lines[0].rstrip() != FENCE:
        return "", text
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :])
    raise FilePlace(path, text).complain(
        "the head does not end.", "Close it with a line +++ like the one it begins with.", 1
    )


def _sections(text: str, first_line: int, path: Path) -> dict[str, str]:
    """Cut the texts apart; what stands before the first mark is the system text."""
    found: dict[str, list[str]] = {}
    current = ""
    # The last line end closes the section before it, and is no part of its text.
    for number, line in enumerate(text.removesuffix("\n").split("\n"), first_line):
        mark = _MARK.match(line)
        if mark and not mark[1]:
            current = _TEXTS[mark[2]]
            if current in found:
                raise FilePlace(path, text).complain(
                    f"the mark {line.strip()} is there twice.",
                    "Keep one; put a backslash before a line that only looks like a mark.",
                    number,
                )
            found[current] = []
        elif not current and line.strip():
            current = "system"
            found[current] = [line[1:] if mark else line]
        elif current:
            found[current].append(line[1:] if mark else line)
    return {key: "\n".join(lines) for key, lines in found.items()}


def _guarded(text: str) -> str:
    return "\n".join(_guard(text.split("\n")))


def _guard(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield f"\\{line}" if _MARK.match(line) else line
