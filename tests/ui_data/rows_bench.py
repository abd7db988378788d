"""Rows that exist only in memory, for tests of the tabs about rows: they answer when the test lets them."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hone.data.written_rows import read_content
from hone.domain.data_changes import AnyChange, DataFilter
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import Column, Columns, Guess, Reading, RenderedRow, ShownRow, Token
from hone.ipc.data_messages import RowsListed
from hone.ipc.row_messages import RowsFound

EVERYTHING = DataFilter()
MESSAGES = Reading(format="messages")


def content(number: int) -> str:
    """Return row `number` of every file of these tests."""
    turns = [
        {"role": "user", "content": f"Question {number}?"},
        {"role": "assistant", "content": f"Answer {number}."},
    ]
    return json.dumps({"messages": turns})


class FakeData:
    """Files of `rows` rows each; `asked` are the calls. While `gate` is closed nothing is answered."""

    def __init__(self, rows: int = 30) -> None:
        self.count = rows
        self.asked: list[tuple[Any, ...]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.own: dict[int, str] = {}
        self.found: tuple[int, ...] = ()
        self.columns_found = Columns(
            columns=(Column(name="frage", kind="text", values=("Was?",)), Column(name="was", kind="text")),
            guesses=(Guess(shape="prompt_completion", confidence=0.5),),
            parts=(),
            reading=Reading(
                format="prompt_completion", columns={"prompt": "frage", "completion": "was"}, part=""
            ),
        )

    def shown(self, path: Path, number: int) -> ShownRow:
        """Return a row; its prompt names the file, so that a late answer can be told."""
        text = self.own.get(number, content(number).replace("Question", f"Question of {path.stem}"))
        return read_content("messages", text, number)

    def rows(self, path: Path, reading: Reading, first: int, count: int) -> RowsListed:
        self._note("rows", path, reading, first, count)
        last = min(self.count, first + count - 1)
        return RowsListed(
            rows=tuple(self.shown(path, number) for number in range(first, last + 1)), total=self.count
        )

    def rows_at(self, path: Path, reading: Reading, numbers: Sequence[int]) -> RowsListed:
        self._note("rows_at", path, tuple(numbers))
        return RowsListed(rows=tuple(self.shown(path, number) for number in numbers), total=self.count)

    def preview(
        self, path: Path, reading: Reading, model: Path, rows: Sequence[int], length: int
    ) -> tuple[RenderedRow, ...]:
        self._note("preview", path, tuple(rows))
        return tuple(_rendered(number, self.shown(path, number).content) for number in rows)

    def preview_contents(
        self, contents: Sequence[str], shape: str, model: Path, length: int
    ) -> tuple[RenderedRow, ...]:
        self._note("preview_contents", tuple(contents), shape)
        return tuple(_rendered(number, each) for number, each in enumerate(contents, start=1))

    def find(
        self,
        path: Path,
        reading: Reading,
        wanted: DataFilter = EVERYTHING,
        kind: str = "",
        no_shape: str = "",
        look: int = 0,
        tell: Any = None,
        against: Sequence[Path] = (),
    ) -> RowsFound:
        self._note("find", wanted, kind, look, no_shape)
        if tell is not None:
            tell(self.count, 0)
        return RowsFound(rows=self.found, looked=min(self.count, look or self.count))

    def columns(self, path: Path, reading: Reading = MESSAGES) -> Columns:
        self._note("columns", path, reading)
        return self.columns_found

    def stop_finding(self) -> None:
        """Nothing is under way that could be stopped."""

    def close(self) -> None:
        """Nothing is open."""

    def calls(self, name: str) -> list[tuple[Any, ...]]:
        """Return what was asked by this name."""
        return [each for each in self.asked if each[0] == name]

    def _note(self, *call: Any) -> None:
        self.asked.append(call)
        assert self.gate.wait(10), "the test let nothing through"


def data_set(
    name: str = "one", rows: int = 30, number: int = 1, changes: tuple[AnyChange, ...] = ()
) -> DataSet:
    """Return a data set whose version `number` is in use; later ones were made of the one before."""
    made = datetime(2026, 11, 21, tzinfo=UTC)
    versions = tuple(
        Version(
            number=each,
            made_at=made,
            path=Path(f"/data/{name}{each if each > 1 else ''}.jsonl"),
            reading=MESSAGES,
            rows=rows,
            sha256=str(each),
            parent=each - 1,
            changes=changes if each == number and each > 1 else (),
        )
        for each in range(1, number + 1)
    )
    return DataSet(
        id=name, name=name, made_at=made, origin=DataOrigin.FILE, versions=versions, current=number
    )


def _rendered(number: int, text: str) -> RenderedRow:
    tokens = (
        Token(id=1, text="<|im_start|>", trained=False, special=True),
        Token(id=2, text=text, trained=True),
        Token(id=3, text="<|im_end|>", trained=True, special=True),
    )
    return RenderedRow(
        row=number,
        tokens=tokens,
        full_length=3,
        trained_tokens=2,
        stop_token_trained=True,
        prefix_stable=True,
    )
