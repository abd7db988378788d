"""A loaded transformers model that works on many requests at once.

Requests that wait at the same moment are read in groups of one variant and similar length; groups that
write are merged into one batch where their rows may stand together. Reading and writing take turns, chunk
by chunk and token by token, so that a short request is not stuck behind long ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from transformers import PreTrainedModel

from hone.domain.generation import (
    CANCELLED,
    Embed,
    Ending,
    Generate,
    MeasureText,
    Provenance,
    Request,
    Score,
)
from hone.errors import HoneError
from hone.workers.huggingface.adapters import Adapters, Blend, Busy
from hone.workers.huggingface.evaluation import Evaluator
from hone.workers.huggingface.failures import is_out_of_memory
from hone.workers.huggingface.generating import Group
from hone.workers.huggingface.prefixes import Prefixes
from hone.workers.huggingface.requests import Preparation, Task, ended
from hone.workers.huggingface.rows import Room, Row
from hone.workers.huggingface.tokens import Tokens
from hone.workers.serving import Broken, Outlet

ROWS_ON_CPU = 16
ROWS_ON_GPU = 64
PLACES_FOR_LATECOMERS = 2
PAUSE_BEFORE_LATECOMERS = 0.25
LENGTHS_TOGETHER = 1.5  # a longer prompt than this times a shorter one is read in another group
TOKENS_TOGETHER = 32
SHARE_FOR_LATER = 8
MOST_FOR_LATER = 2 * 2**30


@dataclass(frozen=True, eq=False)
class _Waiting:
    """A request that has not begun: its rows, or what makes its task; `late` when it came by itself."""

    request: Request
    late: bool
    rows: tuple[Row, ...] = ()
    task: Callable[[Room, Blend], Task] | None = None


class HuggingFaceEngine:
    """Owns the model. `sequences` is how many rows may be written at once, 0 for a choice by device.

    `memory` is how many bytes caches may take: those of what is computed, and an eighth of that for those
    that are kept for later requests.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        preparation: Preparation,
        tokens: Tokens,
        outlet: Outlet,
        memory: int,
        sequences: int,
        provenance: Provenance,
    ) -> None:
        self._adapters = Adapters(model)
        self._preparation = preparation
        self._outlet = outlet
        self._provenance = provenance
        self._most = sequences or (ROWS_ON_GPU if model.device.type == "cuda" else ROWS_ON_CPU)
        self._room = Room(
            evaluator=Evaluator(model, self._adapters, memory),
            prefixes=Prefixes(min(memory // SHARE_FOR_LATER, MOST_FOR_LATER)),
            tokens=tokens,
            outlet=outlet,
            finish=self._finish,
            fail=self._fail_row,
        )
        self._waiting: list[_Waiting] = []
        self._groups: list[Group] = []
        self._tasks: list[Task] = []
        self._task_requests: dict[int, Request] = {}
        self._turns = 0
        self._submitted_at = 0.0

    def submit(self, request: Request) -> None:
        """Take a request; raises BadInput when it cannot be served."""
        late = time.monotonic() - self._submitted_at > PAUSE_BEFORE_LATECOMERS
        match request:
            case Generate():
                rows = self._preparation.rows(request, self._room)
                self._waiting += [_Waiting(request, late, tuple(part)) for part in self._parts(request, rows)]
            case Score():
                self._waiting.append(_Waiting(request, late, task=self._preparation.score(request)))
            case MeasureText():
                self._waiting.append(_Waiting(request, late, task=self._preparation.measure(request)))
            case Embed():
                self._waiting.append(_Waiting(request, late, task=self._preparation.embed(request)))
        self._submitted_at = time.monotonic()

    def step(self) -> bool:
        """Begin what waits, then work for a moment on one group that reads, or on all that write."""
        self._begin_waiting()
        self._turns += 1
        reading = [group for group in self._groups if group.is_reading]
        if reading and (self._turns % 2 or len(reading) == len(self._groups)):
            self._step_group(self._next_to_read(reading))
        elif self._tasks and self._turns % 4 < 2:
            self._step_task()
        elif writing := [group for group in self._groups if not group.is_reading]:
            for group in writing:
                self._step_group(group)
        elif self._tasks:
            self._step_task()
        self._merge()
        return bool(self._waiting or self._groups or self._tasks)

    def rest(self) -> None:
        """Do nothing: this engine keeps no state on disk."""

    def close(self) -> None:
        """Give the memory back."""
        self._room.prefixes.clear()
        self._groups, self._tasks, self._waiting = [], [], []
        self._preparation.close()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def logits_of_first_token(self) -> torch.Tensor:
        """Evaluate one token on an empty cache and return its logits, shape (vocabulary,)."""
        return self._room.evaluator.first_token()

    def _parts(self, request: Generate, rows: Sequence[Row]) -> list[Sequence[Row]]:
        """Return the rows that begin together: each alone in exact mode, else as many as may be written."""
        size = 1 if request.exact else self._most
        return [rows[at : at + size] for at in range(0, len(rows), size)]

    def _begin_waiting(self) -> None:
        """Begin what there is room for: latecomers first, for whom some places are kept, then the oldest.

        A latecomer is a request that came by itself, such as a chat's beside an evaluation of many prompts.
        """
        begun: list[tuple[_Waiting, Blend]] = []
        rows = sum(len(group.rows) for group in self._groups)
        taken_bytes = sum(self._need(row) for group in self._groups for row in group.rows)
        self._drop_cancelled()
        for entry in sorted(self._waiting, key=lambda entry: not entry.late):
            if entry not in self._waiting:
                continue  # it has failed together with another part of its request
            most = self._most + (PLACES_FOR_LATECOMERS if entry.late else 0)
            need = sum(self._need(row) for row in entry.rows)
            full = rows + len(entry.rows) > most or taken_bytes + need > self._room.evaluator.cache_bytes
            if entry.rows and rows and full:
                continue
            blend = self._blend_for(entry, [blend for _, blend in begun])
            if blend is not None:
                begun.append((entry, blend))
                rows += len(entry.rows)
                taken_bytes += need
        taken = {id(entry) for entry, _ in begun}
        self._waiting = [entry for entry in self._waiting if id(entry) not in taken]
        self._start(begun)

    def _drop_cancelled(self) -> None:
        """End what was cancelled before it began."""
        for entry in list(self._waiting):
            if self._outlet.is_cancelled(entry.request.request_id):
                self._waiting.remove(entry)
                for row in entry.rows:
                    self._finish(row, Ending.CANCELLED)
                if entry.task is not None:
                    self._outlet.fail(entry.request.request_id, HoneError(CANCELLED))

    def _need(self, row: Row) -> int:
        """Return the memory that a row's cache takes at most."""
        length = min(len(row.prompt) + row.request.sampling.max_tokens, self._preparation.window)
        return self._room.evaluator.bytes_for(length)

    def _blend_for(self, entry: _Waiting, begun: Sequence[Blend]) -> Blend | None:
        """Return the blend of a request, None when it has to wait or was refused."""
        in_use = [*begun, *(blend for group in self._groups for blend in group.blends)]
        in_use += [blend for task in self._tasks for blend in task.blends]
        try:
            blend = self._adapters.blend(entry.request.variant, in_use)
            self._room.evaluator.seed(blend)
        except Busy:
            return None
        except Broken:
            raise
        except HoneError as error:
            self._waiting = [other for other in self._waiting if other.request is not entry.request]
            self._outlet.fail(entry.request.request_id, error)
            return None
        return blend

    def _start(self, begun: Sequence[tuple[_Waiting, Blend]]) -> None:
        rows: list[Row] = []
        for entry, blend in begun:
            for row in entry.rows:
                row.blend = blend
            if entry.task is not None:
                task = entry.task(self._room, blend)
                self._task_requests[id(task)] = entry.request
                self._tasks.append(task)
            elif entry.rows[0].request.exact or not self._room.evaluator.seed(blend).plain:
                self._groups.append(Group(self._room, entry.rows))
            else:
                rows += entry.rows
        self._groups += [Group(self._room, part) for part in _of_similar_length(rows)]

    def _next_to_read(self, reading: Sequence[Group]) -> Group:
        """Return the group with least to read, and every fourth time the oldest."""
        return reading[0] if self._turns % 8 == 1 else min(reading, key=lambda group: group.left)

    def _step_group(self, group: Group) -> None:
        try:
            going_on = group.step()
        except Broken:
            raise
        except HoneError as error:
            self._fail(group, error)
            going_on = False
        if not going_on:
            self._groups.remove(group)

    def _fail(self, group: Group, error: HoneError) -> None:
        """Fail the requests of a group, also where other groups hold rows of them."""
        for row in group.unfinished:
            if row not in group.unfinished:
                continue  # it went with another row of its request
            self._fail_row(row, error)
        if is_out_of_memory(error):
            self._room.prefixes.clear()
            if len(group.rows) > 1:
                self._most = len(group.rows) // 2

    def _fail_row(self, row: Row, error: HoneError) -> None:
        """Fail a row's request, with all rows that it has elsewhere."""
        request_id = row.request.request_id
        self._outlet.fail(request_id, error)
        for group in self._groups:
            group.forget({request_id})
        self._waiting = [entry for entry in self._waiting if entry.request.request_id != request_id]

    def _step_task(self) -> None:
        task = self._tasks.pop(0)
        request = self._task_requests[id(task)]
        try:
            if self._outlet.is_cancelled(request.request_id):
                raise HoneError(CANCELLED)
            going_on = task.step()
        except Broken:
            raise
        except HoneError as error:
            self._outlet.fail(request.request_id, error)
            going_on = False
        if going_on:
            self._tasks.append(task)
        else:
            del self._task_requests[id(task)]

    def _merge(self) -> None:
        most = self._most + PLACES_FOR_LATECOMERS
        for group in list(self._groups):
            host = next(
                (other for other in self._groups if other is not group and other.can_take(group, most)),
                None,
            )
            if host is not None:
                host.take(group)
                self._groups.remove(group)

    def _finish(self, row: Row, ending: Ending) -> None:
        ended(row, ending, self._preparation.window, self._provenance)


def _of_similar_length(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows in groups of one blend, in which little has to be padded."""
    groups: list[list[Row]] = []
    order = sorted(rows, key=lambda row: len(row.prompt))
    for blend in dict.fromkeys(row.blend for row in order):
        shortest = -1
        for row in (row for row in order if row.blend == blend):
            length = len(row.prompt)
            if shortest < 0 or length > max(shortest * LENGTHS_TOGETHER, shortest + TOKENS_TOGETHER):
                groups.append([])
                shortest = length
            groups[-1].append(row)
    return groups
