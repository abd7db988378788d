"""Patterns of file names with *, ? and **, matched without the time that a regular expression may take."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches_path(pattern: str, path: str) -> bool:
    """Whether a path with slashes is one that a pattern names; ** stands for any folders, also none."""
    pieces = pattern.split("/")
    # `**name` within a piece reaches over folders, too, as on the Hugging Face hub.
    pieces = [part for piece in pieces for part in _unfolded(piece)]
    return _matches(pieces, path.split("/"))


def _unfolded(piece: str) -> Sequence[str]:
    if piece != "**" and piece.startswith("**"):
        return ("**", "*" + piece.lstrip("*"))
    return (piece,)


def _matches(pieces: Sequence[str], names: Sequence[str]) -> bool:
    """Fill a table of which beginnings of the path the pattern's beginnings can stand for."""
    reached = [True] + [False] * len(names)
    for piece in pieces:
        if piece == "**":
            first = reached.index(True) if True in reached else len(reached)
            reached = [place >= first for place in range(len(reached))]
        else:
            reached = [False] + [
                before and fnmatchcase(name, piece) for before, name in zip(reached, names, strict=False)
            ]
    return reached[-1]
