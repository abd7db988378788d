"""Parquet, read a piece of a row group at a time; lists, structs and maps become lists and objects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hone.data.readers.arrow_rows import records, refuse_twins
from hone.data.readers.base import Rows
from hone.data.records import Found
from hone.data.source import Source
from hone.errors import BadInput

NAME = "Parquet"
SUFFIXES = (".parquet", ".pq")
_MAGIC = b"PAR1"
_BATCH = 1024


def matches(source: Source) -> bool:
    """Whether the file begins as Parquet."""
    return source.start.startswith(_MAGIC)


def open_rows(source: Source, _part: str) -> Rows:
    """Open a Parquet file; raises BadInput when it is packed or cut off."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if source.compression is not None:
        raise BadInput(
            f"{source.name} is a Parquet file packed with {source.compression.name}.",
            hint="Unpack it first; Parquet is packed inside already.",
        )
    try:
        with pq.ParquetFile(source.path) as file:
            schema = file.schema_arrow
    except (pa.ArrowException, OSError) as error:
        raise _damaged(source, error) from error
    refuse_twins(source.name, schema.names)
    rows = Rows(container=NAME, read=lambda: iter(()))
    rows.read = partial(_read, source, rows)
    return rows


def _read(source: Source, rows: Rows) -> Iterator[Found]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(source.path) as file:
            yield from records(file.iter_batches(batch_size=_BATCH), file.schema_arrow, rows)
    except (pa.ArrowException, OSError) as error:
        raise _damaged(source, error) from error


def _damaged(source: Source, error: Exception) -> BadInput:
    return BadInput(
        f"{source.name} is not a whole Parquet file; it is cut off or damaged.",
        hint="Download or export it again.",
        detail=str(error),
    )
