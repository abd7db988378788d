"""Examples written to files, as a rewritten version is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hone.data.formats import format_named
from hone.data.formats.base import RowRefused
from hone.data.writing import RowFile, check_target, row_file
from hone.domain.datasets import Example


def write_examples(examples: Iterable[Example], shape: str, target: Path) -> tuple[RowFile, list[RowRefused]]:
    """Write examples in a shape; return the file, and why some of them are not in it."""
    check_target(target, shape)
    write = format_named(shape).write
    refused = []
    with row_file(target) as file:
        for example in examples:
            try:
                file.write(write(example))
            except RowRefused as problem:
                refused.append(problem)
    return file, refused
