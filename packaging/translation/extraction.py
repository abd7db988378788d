"""Bring catalogues up to the program: Qt's lupdate over the window's modules and what is declared below."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from translation.catalogue import Entry, read
from translation.declared import as_source, declared_texts
from translation.places import python_sources, run_tool

EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{0}"/>\n'


def update(catalogue: Path, language: str, *, keep_gone: bool = False) -> None:
    """Add new texts to a catalogue; those that are gone leave it, or are marked with `keep_gone`."""
    if not catalogue.exists():
        catalogue.parent.mkdir(parents=True, exist_ok=True)
        catalogue.write_text(EMPTY.format(language), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        declared = Path(folder) / "declared_below_the_window.py"
        declared.write_text(as_source(declared_texts()), encoding="utf-8")
        sources = [str(path) for path in (*python_sources(), declared)]
        options = ["-locations", "none", "-source-language", "en", "-target-language", language]
        if not keep_gone:
            options.append("-no-obsolete")
        run_tool("lupdate", [*sources, *options, "-ts", str(catalogue)])


def entries_today(catalogue: Path, language: str) -> list[Entry]:
    """Return what the catalogue would hold for today's program, without changing it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / catalogue.name
        if catalogue.exists():
            shutil.copyfile(catalogue, copy)
        update(copy, language, keep_gone=True)
        return read(copy)
