"""A .ts file as a list of entries."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # Our own files: nothing from outside is parsed.
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Key = tuple[str, str]
"""Context and English text."""


@dataclass(frozen=True)
class Entry:
    """A text: `finished` when it has a translation to be used, `gone` when the program has it no more."""

    context: str
    source: str
    translation: str = ""
    finished: bool = False
    gone: bool = False

    @property
    def key(self) -> Key:
        """What the program asks for."""
        return (self.context, self.source)


def read(path: Path) -> list[Entry]:
    """Return the entries of a .ts file, in its order."""
    entries = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found = message.find("translation")
            text, kind = ("", "unfinished") if found is None else (found.text or "", found.get("type", ""))
            entries.append(
                Entry(
                    context=name,
                    source=message.findtext("source", ""),
                    translation=text,
                    finished=kind != "unfinished" and bool(text),
                    gone=kind in ("vanished", "obsolete"),
                )
            )
    return entries


def fill(path: Path, translations: Mapping[Key, str]) -> int:
    """Write translations into a .ts file and return how many it took; others are left as they are."""
    tree = ET.parse(path)
    taken = 0
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            text = translations.get((name, message.findtext("source", "")))
            found = message.find("translation")
            if text and found is not None:
                found.text = text
                found.attrib.pop("type", None)
                taken += 1
    body = ET.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", encoding="utf-8")
    return taken


def missing(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that the program shows and that wait for a translation."""
    return [entry for entry in entries if not entry.finished and not entry.gone]
