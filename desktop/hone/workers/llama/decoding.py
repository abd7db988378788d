"""One decode: which tokens of which tasks go into it, and what becomes of its outputs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from hone.errors import HoneError
from hone.workers.llama.context import BATCH, LlamaContext
from hone.workers.llama.sequences import SequencePool
from hone.workers.llama.tasks import Task
from hone.workers.serving import Outlet

BURST_SECONDS = 0.02
STREAMING_SECONDS = 0.25  # of one decode while somebody watches a reply grow
ALONE_SECONDS = 1.0
SMALLEST_CHUNK = 16
TILE = 64
WATCHED_SECONDS = 0.05  # a decode that takes longer asks whether its requests were cancelled


class Portion(NamedTuple):
    """`size` tokens of a task, in the batch from `start`, in its sequence from `position`."""

    task: Task
    start: int
    size: int
    position: int


class Outcome(NamedTuple):
    """The code of llama_decode (0: all went well, 1: no cells), and the tasks that are over."""

    code: int
    over: list[Task]


class _Writer:
    """A task while it writes: what the loop over single tokens needs at hand."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.position = task.next_output - task.virtual
        self.written: list[int] = []
        self.is_over = False
        self._take = task.job.take

    def take(self, position: int, index: int, context: LlamaContext) -> int | None:
        """Give the task its output and return the next token; None when it is over."""
        try:
            return self._take(position, index, context)
        except HoneError as error:
            self.task.job.fail(error)
            return None

    def hand_back(self, pool: SequencePool, evaluated: int) -> None:
        """Bring task and sequence up to date."""
        task = self.task
        assert task.sequence is not None
        task.append(self.written)
        task.next_output = task.total - 1
        pool.extend(task.sequence, evaluated)


class Decoding:
    """Decodes for tasks of one kind."""

    def __init__(self, context: LlamaContext, pool: SequencePool, outlet: Outlet) -> None:
        self._context = context
        self._pool = pool
        self._is_cancelled = outlet.is_cancelled
        self._pace = 0.0  # seconds per token read; 0 while not known
        self._first_guess = 0.0  # seconds per token written, which takes longer

    def work(self, tasks: list[Task], streaming: bool) -> Outcome:
        """Decode for `tasks`, which have sequences; `streaming` says whether any task writes now."""
        soft = next((task for task in tasks if task.done < task.virtual), None)
        if soft is not None:
            return self._read_soft_prompt(soft)
        reading = [task for task in tasks if not task.is_writing]
        writing = [task for task in tasks if task.is_writing]
        if not reading:
            return self._write(writing)
        return self._read(writing, reading, streaming)

    # ---- everybody writes ------------------------------------------------------------------------

    def _write(self, tasks: list[Task]) -> Outcome:
        """Decode one token of each task again and again, until one is over or a moment has passed.

        Small models decode a token in less than half a millisecond, so this loop does nothing that can wait.
        """
        count = len(tasks)
        if not self._pool.make_room(count):
            return Outcome(1, [])
        batch, context = self._context.batch, self._context
        for index, task in enumerate(tasks):
            batch.put(index, task.tokens[task.total - 1 : task.total], task.total - 1, _number(task), 0)
        raw, decode = batch.following(count), context.decode
        tokens = raw.token
        writers = [_Writer(task) for task in tasks]
        steps, evaluated, code, over = self._pool.free_cells // count, 0, 0, False
        now = started = time.monotonic()
        until = started + BURST_SECONDS
        while evaluated < steps and now < until and not over:
            code = decode(raw)
            if code:
                break
            for index, writer in enumerate(writers):
                token = writer.take(writer.position + evaluated, index, context)
                if token is None:
                    writer.is_over = over = True
                else:
                    writer.written.append(token)
                    tokens[index] = token
            evaluated += 1
            now = time.monotonic()
        if self._pace == 0 and evaluated:
            self._first_guess = (now - started) / (evaluated * count)
        for writer in writers:
            writer.hand_back(self._pool, evaluated)
        return Outcome(code, [writer.task for writer in writers if writer.is_over])

    # ---- some read -------------------------------------------------------------------------------

    def _read(self, writing: list[Task], reading: list[Task], streaming: bool) -> Outcome:
        """Decode once: a token of each task that writes, and as much of the prompts as fits."""
        exact, hidden = reading[0].job.exact, reading[0].job.wants_hidden
        budget = len(writing) + (BATCH if exact else self._budget(streaming))
        budget = min(budget, BATCH, self._context.rows if hidden else BATCH)
        self._pool.make_room(min(budget, sum(task.rest for task in (*writing, *reading))))
        portions = self._portions(writing + reading, min(budget, self._pool.free_cells), hidden)
        if len(portions) <= len(writing) and self._pool.free_cells < budget:
            return Outcome(1, [])
        for portion in portions:
            task, position = portion.task, portion.position
            tokens = task.tokens[position : position + portion.size]
            first = 0 if hidden else task.next_output - position
            self._context.batch.put(portion.start, tokens, position, _number(task), first)
        size = sum(portion.size for portion in portions)
        if not hidden:
            size += self._pad(portions, size)
        read = [portion.task for portion in portions if portion.size > 1]
        started = time.monotonic()
        code = self._watched(read, size, lambda: self._context.decode(self._context.batch.sized(size)))
        if self._context.pads:
            self._context.remove(self._context.sequences - 1)
        if code:
            return Outcome(code, [])
        over = [portion.task for portion in portions if self._is_over(portion)]
        if size - len(writing) >= SMALLEST_CHUNK:
            pace = (time.monotonic() - started) / size
            self._pace = pace if self._pace == 0 else 0.5 * (self._pace + pace)
        return Outcome(0, over)

    def _budget(self, streaming: bool) -> int:
        """Return how many tokens of prompts one decode may take."""
        pace = self._pace or self._first_guess
        if pace == 0:
            return BATCH
        return max(SMALLEST_CHUNK, int((STREAMING_SECONDS if streaming else ALONE_SECONDS) / pace))

    def _portions(self, tasks: list[Task], budget: int, hidden: bool) -> list[Portion]:
        """Share `budget` tokens out in the order of `tasks`; the outputs of a batch are bounded."""
        portions, start, rows = [], 0, self._context.rows
        for task in tasks:
            count = min(task.rest, budget - start)
            count = min([count, *(stop - task.done for stop in task.stops if stop > task.done)])
            silent = 0 if hidden else max(0, task.next_output - task.done)  # tokens without outputs
            count = min(count, silent + rows)
            if count > 0:
                rows -= max(0, count - silent)
                portions.append(Portion(task, start, count, task.done))
                start += count
        return portions

    def _pad(self, portions: list[Portion], size: int) -> int:
        """Fill a batch up to 64 tokens with others that nobody needs, where that is faster; returns how many.

        llama.cpp's flash attention on the CPU takes batches from 64 tokens on in tiles, some ten times as
        fast: 61 tokens after 6,800 of a 155 M model took 0.5 s instead of 1.6 s.
        """
        missing = TILE - size
        if not self._context.pads or not 0 < missing <= self._pool.free_cells - size:
            return 0
        attended = sum(portion.size * (portion.position + portion.size) for portion in portions)
        longest = max(portion.position + portion.size for portion in portions)
        if attended <= missing * (self._context.cells_per_token + longest // 8):
            return 0
        filler = np.zeros(missing, np.int32)
        self._context.batch.put(size, filler, 0, self._context.sequences - 1, missing)
        return missing

    def _is_over(self, portion: Portion) -> bool:
        """Count what was evaluated and give the task its outputs; whether that was its last."""
        task = portion.task
        assert task.sequence is not None
        self._pool.extend(task.sequence, portion.size)
        if task.rest:
            task.job.read(task.done, task.total)
        end = portion.position + portion.size
        while task.next_output < end:
            index = portion.start + task.next_output - portion.position
            is_last = task.next_output == task.total - 1
            try:
                token = task.job.take(task.next_output - task.virtual, index, self._context)
            except HoneError as error:
                task.job.fail(error)
                return True
            task.next_output += 1
            if is_last and token is None:
                return True
            if is_last and token is not None:
                task.append([token])
        return False

    def _read_soft_prompt(self, task: Task) -> Outcome:
        """Decode the virtual tokens of one task, as embeddings; they cannot share a batch with tokens."""
        vectors = task.job.variant.soft_prompt
        assert vectors is not None
        assert task.sequence is not None
        hidden = task.job.wants_hidden
        room = min(self._context.rows if hidden else BATCH, task.virtual - task.done)
        if not self._pool.make_room(room):
            return Outcome(1, [])
        part = np.ascontiguousarray(vectors[task.done : task.done + room])
        raw = self._context.batch.of_embeddings(part, task.done, _number(task), hidden)
        code = self._watched([task], room, lambda: self._context.decode(raw))
        if code == 0:
            self._pool.extend(task.sequence, room)
        return Outcome(code, [])

    def _watched(self, tasks: list[Task], size: int, decode: Callable[[], int]) -> int:
        """Decode; a decode that may take long ends early when one of `tasks` is cancelled.

        llama.cpp asks after each node of the graph; a short decode would lose too much time with that.
        """
        if not tasks or 0 < self._pace * size < WATCHED_SECONDS:
            return decode()
        requests = [task.job.request_id for task in tasks]
        self._context.abort_when(lambda: any(map(self._is_cancelled, requests)))
        try:
            return decode()
        finally:
            self._context.abort_when(None)


def _number(task: Task) -> int:
    assert task.sequence is not None
    return task.sequence.number
