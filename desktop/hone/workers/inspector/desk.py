"""What an inspector answers, and what it keeps for the next question: renderer, row index, prompts."""

from __future__ import annotations

import time
from pathlib import Path

from hone.data.inspection import inspect
from hone.data.measuring import measure
from hone.data.reading import DataFile
from hone.data.rendering import Renderer
from hone.data.row_finding import find_rows
from hone.data.row_gathering import LARGE
from hone.data.row_index import RowIndex
from hone.data.written_rows import read_content
from hone.domain.datasets import Reading, RenderedRow, ShownRow
from hone.domain.generation import Progress, RenderPrompt
from hone.errors import Stopped
from hone.ipc.channel import Channel
from hone.ipc.data_messages import (
    ColumnsFound,
    DataCommand,
    DataInspected,
    DataMeasured,
    DataRewritten,
    InspectData,
    InspectPart,
    ListRows,
    LookAtColumns,
    MeasureData,
    PreviewRows,
    RewriteData,
    RowsListed,
    RowsRendered,
)
from hone.ipc.messages import Command, Event
from hone.ipc.row_messages import FindRows, RenderContents, RowsFound
from hone.workers.inspector.parts import PartReader, processes, scan_parts
from hone.workers.inspector.prompts import FolderPrompts, changed_at

_TELL_SECONDS = 0.2


class Desk:
    """Answers one command after the other. Close it: templates are rendered in a child process."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._renderer: Renderer | None = None
        self._key: tuple[Path, float] | None = None
        self._index: RowIndex | None = None
        self._counted: tuple[Path, Reading, int] | None = None
        self._prompts = FolderPrompts()
        self._parts = PartReader()

    @property
    def has_more_to_index(self) -> bool:
        """Whether rows of the file shown last were not looked at yet."""
        return self._index is not None and not self._index.complete

    def index_a_little(self, seconds: float) -> None:
        """Go on with the index of the file shown last; what is wrong with it is told when rows are asked."""
        if self._index is not None:
            self._index.advance(seconds)

    def answer(self, command: Command) -> None:
        """Send the answer to a command; raises HoneError when there is none."""
        self._channel.send(self._answer(command))

    def forget(self) -> None:
        """Give back the memory of what is kept for the next question."""
        self._close_renderer()
        self._close_index()

    def close(self) -> None:
        """End the child processes and close files."""
        self.forget()
        self._prompts.close()

    def _answer(self, command: Command) -> Event:
        match command:
            case InspectData():
                return self._inspect(command)
            case InspectPart():
                return self._parts.read(command, self._teller(command, "Reading rows"))
            case LookAtColumns(path=path, reading=reading):
                from hone.data.mapping import look_at_columns

                return ColumnsFound(columns=look_at_columns(path, reading))
            case ListRows():
                return self._list(command)
            case PreviewRows():
                return self._preview(command)
            case RenderContents():
                return self._render_contents(command)
            case FindRows():
                return self._find(command)
            case MeasureData():
                return self._measure(command)
            case RewriteData():
                return self._rewrite(command)
            case RenderPrompt():
                return self._prompts.render(command)
            case _:
                raise TypeError(f"The inspector does not know {type(command).__name__}.")

    def _inspect(self, command: InspectData) -> DataInspected:
        report = inspect(
            command.path,
            command.reading,
            self._teller(command, "Reading rows"),
            held_out=command.held_out,
            suites=command.suites,
            thorough=command.thorough,
            scan_parts=scan_parts if processes() > 1 else None,
            large=command.large_bytes or LARGE,
        )
        self._counted = (command.path, report.reading, report.usable_rows)
        return DataInspected(report=report)

    def _list(self, command: ListRows) -> RowsListed:
        index = self._rows_of(command.path, command.reading)
        numbers = command.rows or range(max(1, command.first), command.first + command.count)
        return RowsListed(rows=index.shown(numbers), total=index.total)

    def _preview(self, command: PreviewRows) -> RowsRendered:
        renderer = self._renderer_of(command.model)
        examples = self._rows_of(command.path, command.reading).examples(command.rows)
        return RowsRendered(
            rows=tuple(renderer.preview(example, command.context_length) for example in examples)
        )

    def _render_contents(self, command: RenderContents) -> RowsRendered:
        renderer = self._renderer_of(command.model)
        rows = []
        for number, content in enumerate(command.contents, start=1):
            shown = read_content(command.shape, content, number)
            if shown.example is not None:
                rows.append(renderer.preview(shown.example, command.context_length))
            else:
                rows.append(_left_out(shown))
        return RowsRendered(rows=tuple(rows))

    def _find(self, command: FindRows) -> RowsFound:
        rows, looked = find_rows(
            command.path,
            command.reading,
            command.filter,
            command.kind,
            command.no_shape,
            command.look,
            self._teller(command, "Looking for rows"),
            command.against,
        )
        return RowsFound(rows=rows, looked=looked)

    def _measure(self, command: MeasureData) -> DataMeasured:
        renderer = self._renderer_of(command.model)
        data = DataFile(command.path, command.reading)
        known = self._counted is not None and self._counted[:2] == (command.path, command.reading)
        total = self._counted[2] if self._counted is not None and known else 0
        tell = self._teller(command, "Counting tokens", total)
        return DataMeasured(counts=measure(data.examples(), renderer, command.context_length, tell))

    def _rewrite(self, command: RewriteData) -> DataRewritten:
        from hone.data.rewriting import rewrite

        written = rewrite(
            command.path,
            command.reading,
            command.changes,
            command.target,
            command.shape,
            self._teller(command, "Writing rows"),
        )
        return DataRewritten(
            rows=written.rows,
            left_out=written.left_out,
            sha256=written.sha256,
            reading=written.reading,
            remarks=written.remarks,
        )

    def _renderer_of(self, model: Path) -> Renderer:
        key = (model, changed_at(model))
        if self._renderer is None or key != self._key:
            self._close_renderer()
            self._renderer, self._key = Renderer.for_model(model), key
        return self._renderer

    def _rows_of(self, path: Path, reading: Reading) -> RowIndex:
        if self._index is None or not self._index.is_of(path, reading):
            self._close_index()
            self._index = RowIndex(path, reading)
        return self._index

    def _close_renderer(self) -> None:
        renderer, self._renderer = self._renderer, None
        if renderer is not None:
            renderer.close()

    def _close_index(self) -> None:
        index, self._index = self._index, None
        if index is not None:
            index.close()

    def _teller(self, command: DataCommand, note: str, total: int = 0) -> _Teller:
        return _Teller(self._channel, command.request_id, note, total)


def _left_out(shown: ShownRow) -> RenderedRow:
    """Say why a row becomes no tokens."""
    return RenderedRow(
        row=shown.row,
        tokens=(),
        full_length=0,
        trained_tokens=0,
        stop_token_trained=False,
        prefix_stable=True,
        problem=" ".join(problem.message for problem in shown.problems),
    )


class _Teller:
    """Tells progress, but not more often than a person can read; ends the work when it was cancelled."""

    def __init__(self, channel: Channel, request_id: str, note: str, total: int) -> None:
        self._channel = channel
        self._request_id = request_id
        self._note = note
        self._total = total
        self._told_at = time.monotonic()

    def __call__(self, done: int, total: int = 0) -> None:
        if self._channel.is_cancelled(self._request_id):
            raise Stopped(f"{self._note} was stopped.")
        now = time.monotonic()
        if now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            self._channel.send(Progress(note=self._note, done=done, total=total or self._total))
