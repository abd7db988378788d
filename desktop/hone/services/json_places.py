"""Where the parts of a JSON text stand in it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def line_of(text: str, path: Sequence[str | int]) -> int:
    """Return the line, from 1, of a part of a valid JSON text; where it is missing, of what it is part of."""
    places = _places(text)
    wanted = tuple(path)
    while wanted and wanted not in places:
        wanted = wanted[:-1]
    return text.count("\n", 0, places.get(wanted, 0)) + 1


def written(path: Sequence[str | int]) -> str:
    """Write a path as programmers do: items[2].price; "" for the whole."""
    said = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return said.removeprefix(".")


def _places(text: str) -> dict[Path, int]:
    """Return the offset of each member (of its name) and of each item of a valid JSON text."""
    found: dict[Path, int] = {}
    path: list[str | int] = []
    kinds: list[str] = []
    wants_name = False
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        if wants_name and token.startswith('"'):
            path[-1], wants_name = str(json.loads(token)), False
            found[tuple(path)] = start
        elif token in ("{", "["):
            found.setdefault(tuple(path), start)
            kinds.append(token)
            path.append("" if token == "{" else 0)
            wants_name = token == "{"
        elif token in ("}", "]"):
            kinds.pop()
            path.pop()
            wants_name = False
        elif token == ",":
            wants_name = kinds[-1] == "{"
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else ""
        elif token != ":":
            found.setdefault(tuple(path), start)
    return found
