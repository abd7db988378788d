"""Server-sent events: a stream of bytes cut into the data of its events, with a bound on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LARGEST_EVENT = 8 * 2**20


class TooLarge(Exception):
    """A line or an event is larger than LARGEST_EVENT."""


def events_in(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the data of each event, its lines joined by newlines (WHATWG HTML, section 9.2).

    Lines end with LF or CRLF; comments and other fields are left out. An event without the empty line at
    its end counts at the end of the stream, because some servers forget that line.
    """
    data: list[bytes] = []
    size = 0
    for line in _lines(pieces):
        if not line:
            if data:
                yield b"\n".join(data)
            data, size = [], 0
        elif line.startswith(b"data:"):
            data.append(line[5:].removeprefix(b" "))
            size += len(line)
            if size > LARGEST_EVENT:
                raise TooLarge
    if data:
        yield b"\n".join(data)


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    pending = bytearray()
    for piece in pieces:
        searched = len(pending)
        pending += piece
        start = 0
        while (end := pending.find(b"\n", max(start, searched))) >= 0:
            yield bytes(pending[start:end]).removesuffix(b"\r")
            start = end + 1
        del pending[:start]
        if len(pending) > LARGEST_EVENT:
            raise TooLarge
    if pending:
        yield bytes(pending).removesuffix(b"\r")
