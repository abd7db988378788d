"""Arrow files and streams: what `datasets` keeps on disk, and Feather."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from hone.data.readers.arrow_rows import records, refuse_twins
from hone.data.readers.base import Rows
from hone.data.records import Found
from hone.data.source import Source
from hone.errors import BadInput

NAME = "Arrow"
_FILE = b"ARROW1"
_STREAM = b"\xff\xff\xff\xff"
SUFFIXES = (".arrow", ".feather", ".ipc")


def matches(source: Source) -> bool:
    """Whether the file begins as an Arrow file or stream."""
    if source.start.startswith(_STREAM):
        return len(source.start) > 8 and source.start[7] == 0
    return source.start.startswith(_FILE)


def open_rows(source: Source, _part: str) -> Rows:
    """Open an Arrow file or stream; raises BadInput when it is packed or cut off."""
    if source.compression is not None:
        raise BadInput(
            f"{source.name} is an Arrow file packed with {source.compression.name}.", hint="Unpack it first."
        )
    with _opened(source) as (_, schema):
        refuse_twins(source.name, schema.names)
    rows = Rows(container=NAME, read=lambda: iter(()))
    rows.read = partial(_read, source, rows)
    return rows


def _read(source: Source, rows: Rows) -> Iterator[Found]:
    with _opened(source) as (batches, schema):
        yield from records(_sound(batches), schema, rows)


def _sound(batches: Iterator[Any]) -> Iterator[Any]:
    """Give batches whose places and letters were checked; a place that lies would end the process."""
    for batch in batches:
        batch.validate(full=True)
        yield batch


@contextmanager
def _opened(source: Source) -> Iterator[tuple[Iterator[Any], Any]]:
    """Give the batches and the schema; raises BadInput for what is cut off or damaged."""
    import pyarrow as pa

    try:
        # Not mapped into memory: a mapped file that is cut while it is read ends the process.
        with pa.OSFile(str(source.path), "rb") as file:
            if source.start.startswith(_FILE):
                whole = pa.ipc.open_file(file)
                batches = (whole.get_batch(place) for place in range(whole.num_record_batches))
                yield batches, whole.schema
            else:
                stream = pa.ipc.open_stream(file)
                yield iter(stream), stream.schema
    except (pa.ArrowException, OSError) as error:
        raise BadInput(
            f"{source.name} is not a whole Arrow file; it is cut off or damaged.",
            hint="Copy or save it again.",
            detail=str(error),
        ) from error
