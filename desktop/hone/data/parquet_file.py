"""Rows written as Parquet: the types of columns are found over all rows before the first is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from hone.data.packing import as_file
from hone.data.parquet_types import ColumnType, arrow_type, merged, type_of
from hone.data.row_writers import Spool, as_json_line, sound

_BATCH = 1000


class ParquetRows:
    """Columns with the types of their values; one whose values have none in common is JSON text."""

    def __init__(self, write: Callable[[bytes], object], room: Path) -> None:
        self._write = write
        self._spool = Spool(room)
        self._types: dict[str, ColumnType] = {}

    def write(self, row: Mapping[str, Any]) -> None:
        """Keep a row until the types are known."""
        for name, value in row.items():
            _refuse_halves(value, name)
        for name, value in row.items():
            may_lack = name in _MESSAGES
            self._types[name] = merged(self._types.get(name), type_of(value, may_lack), may_lack)
        self._spool.add(row)

    def finish(self) -> None:
        """Write the rows."""
        # Imported late because it takes a tenth of a second.
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = {name: arrow_type(found) for name, found in self._types.items()}
        schema = pa.schema(list(types.items()))
        as_text = {name for name, found in self._types.items() if found == "json"}
        with pq.ParquetWriter(pa.PythonFile(as_file(self._write), mode="w"), schema) as file:
            for batch in self._batches():
                rows = [
                    {name: _text(value) if name in as_text else value for name, value in row.items()}
                    for row in batch
                ]
                file.write_table(pa.Table.from_pylist(rows, schema=schema))

    def close(self) -> None:
        """Give the room back."""
        self._spool.close()

    def _batches(self) -> Iterator[list[dict[str, Any]]]:
        rows = self._spool.rows()
        while batch := list(islice(rows, _BATCH)):
            yield batch


# In these columns stand messages, where a key that is not there and one that is null say the same.
_MESSAGES = frozenset({"messages", "conversations", "prompt", "completion", "chosen", "rejected"})


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else as_json_line(value).decode()


def _refuse_halves(value: object, name: str) -> None:
    if isinstance(value, str):
        sound(value, name)
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            _refuse_halves(each, name)
        for key in value if isinstance(value, dict) else ():
            sound(str(key), name)
