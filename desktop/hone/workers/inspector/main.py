"""Looks at data for the window: what a file holds, how its rows become tokens, how many they are.

It also renders prompts for model folders: the text and the tokens that their engine would get.

It is a process of its own because files may be huge, and because a tokenizer may panic or take for ever.
It loads tokenizers and starts the sandbox of chat templates, but neither torch nor transformers.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from hone.data.inspection import inspect
from hone.data.measuring import measure
from hone.data.reading import read_examples
from hone.data.rendering import Renderer
from hone.domain.datasets import Example, RenderedRow
from hone.domain.generation import Progress, RenderPrompt, RequestFailed
from hone.errors import BadInput, HoneError, Stopped
from hone.ipc.channel import Channel
from hone.ipc.data_messages import (
    DataInspected,
    DataMeasured,
    InspectData,
    MeasureData,
    PreviewRows,
    RowsRendered,
)
from hone.ipc.messages import Ready, Stop
from hone.workers.inspector.prompts import FolderPrompts, changed_at

_TELL_SECONDS = 0.2


def serve(channel: Channel) -> None:
    """Answer commands until asked to stop; an error ends the process, and the next call starts another."""
    channel.send(Ready(worker="inspector", pid=os.getpid(), build=f"tokenizers {version('tokenizers')}"))
    desk = _Desk(channel)
    try:
        while True:
            match channel.next_command():
                case InspectData(path=path, reading=reading):
                    channel.send(DataInspected(report=inspect(path, reading, desk.teller("Reading rows"))))
                case PreviewRows() as command:
                    channel.send(RowsRendered(rows=tuple(desk.preview(command))))
                case MeasureData() as command:
                    desk.measure(command)
                case RenderPrompt() as command:
                    desk.render(command)
                case Stop() | None:
                    return
    finally:
        desk.close()


class _Desk:
    """The renderer of the model used last, which takes a moment to load, and that of prompts."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._renderer: Renderer | None = None
        self._key: tuple[Path, float] | None = None
        self._prompts = FolderPrompts()

    def renderer(self, model: Path) -> Renderer:
        key = (model, changed_at(model))
        if self._renderer is None or key != self._key:
            self._close_renderer()
            self._renderer, self._key = Renderer.for_model(model), key
        return self._renderer

    def preview(self, command: PreviewRows) -> Iterator[RenderedRow]:
        renderer = self.renderer(command.model)
        wanted = set(command.rows)
        for example in read_examples(command.path, command.reading):
            if example.row in wanted:
                wanted.discard(example.row)
                yield renderer.preview(example, command.context_length)
            if not wanted:
                return

    def measure(self, command: MeasureData) -> None:
        renderer = self.renderer(command.model)
        examples = list(read_examples(command.path, command.reading))
        tell = self.teller("Counting tokens", len(examples))
        counts = measure(self._until_stopped(examples), renderer, command.context_length, tell)
        self._channel.send(DataMeasured(counts=counts))

    def teller(self, note: str, total: int = 0) -> _Teller:
        return _Teller(self._channel, note, total)

    def render(self, command: RenderPrompt) -> None:
        try:
            self._channel.send(self._prompts.render(command))
        except HoneError as error:
            self._channel.send(
                RequestFailed(
                    request_id=command.request_id,
                    message=error.message,
                    hint=error.hint,
                    detail=error.detail,
                    bad_input=isinstance(error, BadInput),
                )
            )

    def close(self) -> None:
        self._close_renderer()
        self._prompts.close()

    def _close_renderer(self) -> None:
        if self._renderer is not None:
            self._renderer.close()

    def _until_stopped(self, examples: Iterable[Example]) -> Iterator[Example]:
        for example in examples:
            if self._channel.stop_requested.is_set():
                raise Stopped("Counting was stopped.")
            yield example


class _Teller:
    """Tells progress, but not more often than a person can read."""

    def __init__(self, channel: Channel, note: str, total: int) -> None:
        self._channel = channel
        self._note = note
        self._total = total
        self._told_at = time.monotonic()

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            self._channel.send(Progress(note=self._note, done=done, total=self._total))
