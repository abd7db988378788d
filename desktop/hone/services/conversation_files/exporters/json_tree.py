"""Hone's own JSON: all branches, settings, provenance and judgements; what is read back is what was written.

One conversation per line after a head line, so that a file of any size is read piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from hone.domain.conversation_files import FORMAT, VERSION, Tree
from hone.services.conversation_files.exporters.base import Exporter


def _write(trees: Iterable[Tree]) -> Iterator[str]:
    head = msgspec.json.encode({"format": FORMAT, "version": VERSION}).decode()
    yield head[:-1] + ',"conversations":['
    for number, tree in enumerate(trees):
        yield ("," if number else "") + "\n" + msgspec.json.encode(tree).decode()
    yield "\n]}\n"


JSON = Exporter(
    key="json", label="Hone JSON (everything, with all branches)", suffix=".json", many=True, write=_write
)
