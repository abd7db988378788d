"""The card of a data set of the Hugging Face hub: which files it says its configurations and splits are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hone.data.patterns import matches_path

_CARD = "README.md"
_LONGEST = 2**18
_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(\r?\n|$)", re.DOTALL)
_DEFAULT_SPLIT = "train"


def configured_parts(root: Path, files: Sequence[str]) -> dict[str, list[str]]:
    """Return the files of each part that the card of `root` names, none when it has no card that does.

    Parts of several configurations are called "configuration/split", the default one first. Patterns match
    the listed `files` only, so none leads out of the folder.
    """
    if _CARD not in files:
        return {}
    configurations = list(_configurations(_card(root / _CARD)))
    configurations.sort(
        key=lambda entry: not (entry.get("default") is True or entry.get("config_name") == "default")
    )
    parts: dict[str, list[str]] = {}
    for configuration in configurations:
        name = str(configuration.get("config_name", "default"))
        below = str(configuration.get("data_dir", "")).strip("/")
        for split, patterns in _splits(configuration.get("data_files")):
            matched = [file for pattern in patterns for file in _matching(pattern, below, files)]
            if matched:
                part = split if len(configurations) == 1 else f"{name}/{split}"
                parts.setdefault(part, []).extend(dict.fromkeys(matched))
    return parts


def _card(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8", errors="replace")
    except OSError:
        return None  # a card that cannot be read says nothing; the files do
    import yaml  # only folders with a card need it

    head = _HEAD.match(text)
    if head is None:
        return None
    try:
        return yaml.safe_load(head[1])
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _configurations(card: Any) -> Iterator[dict[str, Any]]:
    listed = card.get("configs") if isinstance(card, dict) else None
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and "data_files" in entry:
            yield entry


def _splits(data_files: Any) -> Iterator[tuple[str, list[str]]]:
    """Give splits with their patterns; the card may write a text, a list of texts, or a list of splits."""
    if isinstance(data_files, str):
        yield _DEFAULT_SPLIT, [data_files]
    elif isinstance(data_files, dict):
        for split, patterns in data_files.items():
            yield str(split), _texts(patterns)
    elif isinstance(data_files, list):
        if plain := [entry for entry in data_files if isinstance(entry, str)]:
            yield _DEFAULT_SPLIT, plain
        for entry in data_files:
            if isinstance(entry, dict):
                yield str(entry.get("split", _DEFAULT_SPLIT)), _texts(entry.get("path"))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _matching(pattern: str, below: str, files: Sequence[str]) -> list[str]:
    """Return the files that a pattern with **, * and ? names."""
    pattern = pattern.removeprefix("./")
    full = f"{below}/{pattern}" if below and not pattern.startswith(f"{below}/") else pattern
    return [file for file in files if matches_path(full, file)]
