"""Which files of a folder hold the rows, and which of them are one part (train, test, ...).

A folder may be what `datasets.save_to_disk` wrote, a data set of the Hugging Face hub, or just files. No
code that lies in it is ever run. Links to folders are not followed; links to files are, because the hub's
cache is made of them.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from hone.data.compression import PACKED_SUFFIXES
from hone.data.hub_card import configured_parts
from hone.data.not_data import unreadable
from hone.data.readers import (
    SUFFIXES,
    arrow,
    json_array,
    json_lines,
    parquet,
    plain_text,
    table,
    workbook,
)
from hone.data.records import remark
from hone.domain.datasets import Problem
from hone.errors import BadInput

MOST_FILES = 20_000
_DEEPEST = 6
_SPLITS = {
    "train": "train|training",
    "validation": "validation|valid|val|dev",
    "test": "test|testing|eval|evaluation",
}
_ABOUT = re.compile(
    r"(readme|license|licence|changelog|notice|citation|contributing)(\.(md|txt|rst|html))?"
    r"|(dataset_infos?|state|dataset_dict|config|package|\w+_config)\.json|requirements\.txt",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Parquet", parquet.SUFFIXES),
    ("Arrow", arrow.SUFFIXES),
    ("JSON lines", json_lines.SUFFIXES),
    ("JSON", json_array.SUFFIXES),
    ("tables", table.SUFFIXES),
    ("workbooks", workbook.SUFFIXES),
    ("texts", plain_text.SUFFIXES),
)


class Part(msgspec.Struct, frozen=True):
    """The files of one part, as paths below the folder with slashes, in order."""

    files: tuple[str, ...]


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with rows: its parts by name, the one that is read unasked, and what is to be known."""

    root: Path
    parts: Mapping[str, Part]
    default: str
    notes: tuple[Problem, ...] = ()


def list_folder(root: Path) -> Folder:
    """Find the files with rows; raises BadInput when there are none."""
    files = _files_below(root)
    _refuse_model(root, files)
    notes: tuple[Problem, ...] = ()
    parts = _saved_to_disk(root, files) or configured_parts(root, files)
    if not parts:
        chosen, notes = _one_kind(root, files)
        parts = _by_name(chosen)
    found = {name: Part(tuple(paths)) for name, paths in parts.items() if paths}
    if not found:
        raise _nothing(root, files)
    return Folder(root=root, parts=found, default=_default(root, found), notes=notes)


def _files_below(root: Path) -> list[str]:
    """Return all files that are not hidden, in order; links to folders are not followed."""
    files: list[str] = []

    def refuse(error: OSError) -> None:
        raise unreadable(Path(error.filename or root), error)

    for place, folders, names in os.walk(root, onerror=refuse, followlinks=False):
        below = Path(place).relative_to(root)
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        if len(below.parts) >= _DEEPEST:
            folders.clear()
        files.extend((below / name).as_posix() for name in sorted(names) if not name.startswith("."))
        if len(files) > MOST_FILES:
            raise BadInput(
                f"{root} holds more than {MOST_FILES:,} files.", hint="Choose a folder with data files only."
            )
    return sorted(files, key=_natural)


def _natural(name: str) -> list[tuple[int, int | str]]:
    """Order names as people do: part 2 before part 10."""
    pieces = re.split(r"(\d+)", name)
    return [(0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces]


def _saved_to_disk(root: Path, files: Sequence[str]) -> dict[str, list[str]]:
    """Return the parts of a Dataset or a DatasetDict as `save_to_disk` writes them."""
    present = set(files)
    if "dataset_dict.json" in present:
        splits = _json(root / "dataset_dict.json").get("splits")
        names = [name for name in splits if isinstance(name, str)] if isinstance(splits, list) else []
        return {name: _arrow_files(root, f"{name}/", files) for name in names}
    if "state.json" in present or "dataset_info.json" in present:
        found = _arrow_files(root, "", files)
        return {"": found} if found else {}
    return {}


def _arrow_files(root: Path, below: str, files: Sequence[str]) -> list[str]:
    """Return the Arrow files of one Dataset in the order that its state names them."""
    here = [name for name in files if name.startswith(below) and "/" not in name[len(below) :]]
    listed = _json(root / f"{below}state.json").get("_data_files") if f"{below}state.json" in here else None
    named = [
        below + str(entry.get("filename"))
        for entry in (listed if isinstance(listed, list) else [])
        if isinstance(entry, dict)
    ]
    missing = [name for name in named if name not in here]
    if missing:
        raise BadInput(
            f"{root.name} lacks {missing[0]}, which its state.json names.",
            hint="Copy the folder again with all its files.",
        )
    return named or [name for name in here if name.endswith(".arrow") and "/cache-" not in f"/{name}"]


def _json(path: Path) -> dict[str, object]:
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, RecursionError) as error:
        raise BadInput(
            f"{path} is not valid JSON.", hint="Copy the folder again.", detail=str(error)
        ) from error
    return value if isinstance(value, dict) else {}


def _suffix(name: str) -> str:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    if suffixes and suffixes[-1] in PACKED_SUFFIXES:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def _one_kind(root: Path, files: Sequence[str]) -> tuple[list[str], tuple[Problem, ...]]:
    """Return the files of the kind that holds most bytes; texts only where there is nothing else."""
    data = [name for name in files if _suffix(name) in SUFFIXES and not _ABOUT.fullmatch(Path(name).name)]
    by_kind = {kind: [name for name in data if _suffix(name) in suffixes] for kind, suffixes in _KINDS}
    sizes = {kind: _size(root, names) for kind, names in by_kind.items() if names}
    rows = {kind: size for kind, size in sizes.items() if kind != "texts"} or sizes
    if not rows:
        return [], ()
    kind = max(rows, key=lambda name: rows[name])
    others = [name for name in data if name not in by_kind[kind]]
    if not others:
        return by_kind[kind], ()
    shown = ", ".join(others[:5]) + (", ..." if len(others) > 5 else "")
    return by_kind[kind], (
        remark(
            "other_parts",
            f"Only the files of one kind are read ({kind}); {len(others):,} are not: {shown}.",
            "Choose one of those files to read it.",
        ),
    )


def _by_name(files: Sequence[str]) -> dict[str, list[str]]:
    """Put files together that are named after the same split, within a folder of its own each."""
    if not files:
        return {}
    split_of = {name: _split(name) for name in files}
    texts = all(_suffix(name) in plain_text.SUFFIXES for name in files)
    if not any(split_of.values()) or (texts and not all(split_of.values())):
        return {"": list(files)}
    folders = {name: _set_of(name) for name in files}
    several = len(set(folders.values())) > 1
    parts: dict[str, list[str]] = {}
    for name in files:
        # A file named after no split beside one that is: it is what is trained on.
        split = split_of[name] or ("train" if "train" not in split_of.values() else Path(name).name)
        parts.setdefault(f"{folders[name]}/{split}".lstrip("/") if several else split, []).append(name)
    order = {split: place for place, split in enumerate(_SPLITS)}

    def place(name: str) -> tuple[str, int]:
        folder, _, split = name.rpartition("/")
        return folder, order.get(split, len(order))

    return {name: parts[name] for name in sorted(parts, key=place)}


def _split(name: str) -> str:
    for piece in (Path(name).name, *reversed(Path(name).parent.parts)):
        for split, words in _SPLITS.items():
            if re.search(rf"(?<![a-z])({words})(?![a-z])", piece.lower()):
                return split
    return ""


def _set_of(name: str) -> str:
    """Return the folder that names a set, leaving out those that name a split or say only "data"."""
    folders = [piece for piece in Path(name).parent.parts if piece.lower() != "data" and not _split(piece)]
    return "/".join(folders)


def _size(root: Path, names: Sequence[str]) -> int:
    total = 0
    for name in names:
        try:
            total += (root / name).stat().st_size
        except OSError:
            continue  # a link that leads nowhere has no size; it is refused by name when it is read
    return total


def _default(root: Path, parts: Mapping[str, Part]) -> str:
    train = [name for name in parts if name == "train" or name.endswith("/train")]
    if train:
        return train[0]
    return max(parts, key=lambda name: _size(root, parts[name].files))


def _refuse_model(root: Path, files: Sequence[str]) -> None:
    if "config.json" in files and any(name.endswith((".safetensors", ".bin", ".gguf")) for name in files):
        raise BadInput(
            f"{root} is a folder with a model, not with data.", hint="Choose it on the Models page."
        )


def _nothing(root: Path, files: Sequence[str]) -> BadInput:
    if not files:
        return BadInput(f"{root} is an empty folder.", hint="Choose a folder with data files.")
    if any(name.endswith(".py") for name in files):
        return BadInput(
            f"{root} holds a script that would load the data, but no data; Hone never runs such a script.",
            hint="Download the data files themselves, or the converted Parquet files of the hub "
            "(branch refs/convert/parquet).",
        )
    shown = ", ".join(files[:4]) + (", ..." if len(files) > 4 else "")
    return BadInput(
        f"{root} is a folder without data files (found: {shown}).",
        hint="Choose a folder with files of Parquet, JSON, CSV, Excel or text.",
    )
