"""A block of whole lines as bytes: where its lines lie, and how many quotes they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

_LINE_END, _RETURN, _QUOTE, _BACKSLASH, _OPEN, _CLOSE = b'\n\r"\\{}'


class Lines:
    """The lines of a block; the last one may lack its end. `starts` and `ends` are places of bytes."""

    def __init__(self, block: bytes) -> None:
        import numpy as np

        self.block = block
        self._data = np.frombuffer(block, np.uint8)
        ends = np.flatnonzero(self._data == _LINE_END)
        if block[-1] != _LINE_END:
            ends = np.append(ends, len(block))
        self.ends = ends
        self.starts = np.concatenate(([0], ends[:-1] + 1))

    def __len__(self) -> int:
        return len(self.ends)

    def line(self, place: int) -> bytes:
        """Return one line without its end."""
        return self.block[self.starts[place] : self.ends[place]]

    def all(self) -> list[bytes]:
        """Return all lines without their ends."""
        return self.block.removesuffix(b"\n").split(b"\n")

    @property
    def are_objects(self) -> bool:
        """Whether every line begins and ends as an object of JSON does.

        No value spans two such lines, for inside a value a comma stands between } and {.
        """
        last = self._data[self.ends - 1]
        if _RETURN in self.block and (returns := last == _RETURN).any():
            last[returns] = self._data[self.ends[returns] - 2]
        return bool((self._data[self.starts] == _OPEN).all() and (last == _CLOSE).all())

    def has_quotes(self, expected: int) -> bool:
        """Whether there are as many quotes that are not escaped, when there are at least as many."""
        import numpy as np

        count = int(np.count_nonzero(self._data == _QUOTE))
        if count == expected:
            return True  # none is escaped, or there would be more
        escapes = _unescaped(np.flatnonzero(self._data[:-1] == _BACKSLASH))
        return count - int(np.count_nonzero(self._data[escapes + 1] == _QUOTE)) == expected


def _unescaped(places: Array) -> Array:
    """Leave out backslashes that the one before them escapes."""
    import numpy as np

    apart = np.diff(places, prepend=-2) != 1
    if apart.all():
        return places
    order = np.arange(len(places))
    within_run = order - np.maximum.accumulate(np.where(apart, order, 0))
    left: Array = places[within_run % 2 == 0]
    return left


def quotes_of(line: bytes) -> int:
    """Count the quotes of a line that are not escaped."""
    return line.replace(b"\\\\", b"").replace(b'\\"', b"").count(b'"')
