"""Rows as they are learned, rendered beside the window; neighbours are rendered before they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.datasets import Example, RenderedRow, Shape
from hone.domain.row_content import write_content
from hone.errors import HoneError
from hone.ui.data.rows.desk import RowsDesk
from hone.ui.data.tab import DataContext
from hone.ui.supervisor import start_task

KEPT = 400
_AHEAD = 5  # rows rendered at once beforehand: a click waits for no more
_AHEAD_BOTH = 2  # of those that are rendered twice
_EDIT_PAUSE_MS = 200
_AHEAD_PAUSE_MS = 60

Rendered = tuple[RenderedRow, ...]
"""A row as it is learned; of a preference the chosen reply, then the rejected one. Empty: left out."""


class RowPreviews(QObject):
    """`show(row)` is answered by `rendered(row, Rendered)` or `refused(row, HoneError)`; the last counts.

    `neighbours` gives rows that may be looked at next, nearest first.
    """

    rendered = Signal(int, object)
    refused = Signal(int, object)
    waiting = Signal(int)

    def __init__(
        self, context: DataContext, desk: RowsDesk, neighbours: Callable[[int], Sequence[int]]
    ) -> None:
        super().__init__(desk)
        self._context = context
        self._desk = desk
        self._neighbours = neighbours
        self._kept: OrderedDict[int, Rendered] = OrderedDict()
        self._wanted = 0
        self._asked = 0
        self._sorts = 0
        self._ahead_open = False
        self._after_edit = _timer(self, _EDIT_PAUSE_MS, self._render_edit)
        self._ahead = _timer(self, _AHEAD_PAUSE_MS, self._render_ahead)
        context.model_changed.connect(self.forget)
        desk.opened.connect(self.forget)
        desk.rows_changed.connect(self._on_rows_changed)

    @property
    def row(self) -> int:
        """The row that is looked at, 0 for none."""
        return self._wanted

    @Slot()
    def forget(self) -> None:
        """Begin anew: another file, model or context length."""
        self._sorts += 1
        self._asked += 1
        self._ahead_open = False
        self._kept.clear()
        if self._wanted and self._desk.data_set is not None:
            self.show(self._wanted)

    def show(self, row: int, soon: bool = False) -> None:
        """Ask for a row; `soon` waits for a pause in typing."""
        self._wanted = row
        self._asked += 1
        self._ahead.stop()
        kept = self._kept.get(row)
        if kept is not None:
            self._after_edit.stop()
            self.rendered.emit(row, kept)
            self._ahead.start()
        elif self._context.model is not None and row:
            self.waiting.emit(row)
            if soon:
                self._after_edit.start()
            else:
                self._after_edit.stop()
                self._render()

    def leave(self) -> None:
        """Look at no row."""
        self._wanted = 0
        self._asked += 1

    @Slot()
    def _render_edit(self) -> None:
        self._render()

    def _render(self) -> None:
        """Render the row that is looked at."""
        call = self._call([self._wanted])
        if call is None:
            return
        asked, row = self._asked, self._wanted
        start_task(self, call, partial(self._on_rendered, asked, row), partial(self._on_refused, asked, row))

    def _call(self, rows: Sequence[int]) -> Callable[[], dict[int, Rendered]] | None:
        """Return a call that renders rows: those of the file together, others one by one."""
        model, data_set = self._context.model, self._desk.data_set
        if model is None or data_set is None:
            return None
        data, length = self._desk.data, self._context.context_length
        version = data_set.version
        of_file = [row for row in rows if self._in_file(row)]
        others = {row: found for row in rows if row not in of_file and (found := self._contents(row))}

        def render() -> dict[int, Rendered]:
            found: dict[int, Rendered] = dict.fromkeys(rows, ())
            if of_file:
                for each in data.preview(version.path, version.reading, model.path, of_file, length):
                    found[each.row] = (each,)
            for row, (contents, shape) in others.items():
                rendered = data.preview_contents(contents, shape, model.path, length)
                found[row] = tuple(msgspec.structs.replace(each, row=row) for each in rendered)
            return found

        return render

    def _in_file(self, row: int) -> bool:
        pending = self._desk.pending(row)
        if row < 0 or (pending is not None and not pending.gone):
            return False
        return self._desk.shape != Shape.PREFERENCE

    def _contents(self, row: int) -> tuple[tuple[str, ...], str] | None:
        """Return what is rendered of a row that is not in the file so: its content, or two dialogues."""
        shown = self._desk.shown(row)
        if shown is None or shown.example is None:
            return None
        if shown.example.rejected:
            return _both(shown.example), Shape.MESSAGES
        return (shown.content,), self._desk.shape

    def _on_rendered(self, asked: int, row: int, found: dict[int, Rendered]) -> None:
        if asked != self._asked:
            return
        self._keep(found)
        self.rendered.emit(row, found.get(row, ()))
        self._ahead.start()

    def _on_refused(self, asked: int, row: int, error: HoneError) -> None:
        if asked == self._asked:
            self.refused.emit(row, error)

    @Slot()
    def _render_ahead(self) -> None:
        """Render what may be looked at next, a few at a time, so that nobody waits behind it."""
        rows = [
            row
            for row in self._neighbours(self._wanted)
            if row not in self._kept and (self._in_file(row) or self._desk.pages.known(row) is not None)
        ][: _AHEAD_BOTH if self._desk.shape == Shape.PREFERENCE else _AHEAD]
        call = self._call(rows) if rows and not self._ahead_open else None
        if call is not None:
            self._ahead_open = True
            start_task(
                self,
                call,
                partial(self._on_ahead, self._sorts),
                partial(self._on_ahead_refused, self._sorts),
            )

    def _on_ahead(self, sorts: int, found: dict[int, Rendered]) -> None:
        if sorts == self._sorts:
            self._ahead_open = False
            self._keep(found)
            self._ahead.start()

    def _on_ahead_refused(self, sorts: int, error: HoneError) -> None:
        """A neighbour that cannot be rendered is told when it is looked at."""
        if sorts == self._sorts:
            self._ahead_open = False

    def _keep(self, found: dict[int, Rendered]) -> None:
        for row, rendered in found.items():
            if row < 0 or self._desk.pending(row) is None:
                self._kept[row] = rendered
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    @Slot(object)
    def _on_rows_changed(self, rows: Sequence[int]) -> None:
        arrived = self._desk.pages.known(self._wanted) is not None
        for row in rows:
            if self._desk.pending(row) is not None or row < 0 or row == self._wanted:
                self._kept.pop(row, None)
        if self._wanted and self._wanted in rows and (arrived or self._wanted < 0):
            self.show(self._wanted, soon=True)


def _timer(owner: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer


def _both(example: Example) -> tuple[str, str]:
    """Return the dialogues with the chosen and with the rejected reply."""
    begun = example.turns[: example.prompt_turns]
    chosen, rejected = (
        write_content({"messages": [turn.as_message() for turn in turns]})
        for turns in (example.turns, (*begun, *example.rejected))
    )
    return chosen, rejected
