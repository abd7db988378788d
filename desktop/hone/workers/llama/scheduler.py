"""Continuous batching: jobs join and leave between two decodes, and nothing is evaluated twice.

The shape of a job stands in `jobs.py`. The scheduler holds a queue, and the tasks at work: those that write
add one token each to a batch, those that read a prompt fill the rest. A task that begins like one being read
waits for it and shares its cells. Tasks with other weights take turns. When the cells run out, finished
sequences go first, then the youngest task goes back to the queue, with everything it has.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from hone.domain.generation import Ending
from hone.errors import BadInput, HoneError
from hone.workers.llama.context import LlamaContext
from hone.workers.llama.decoding import Decoding
from hone.workers.llama.jobs import AdapterInUse, Job
from hone.workers.llama.parking import ParkingLot
from hone.workers.llama.sequences import Sequence as CachedSequence
from hone.workers.llama.sequences import SequencePool
from hone.workers.llama.states import StateFiles
from hone.workers.llama.tasks import Task
from hone.workers.serving import Outlet

MOST_ACTIVE = 32
SLICE_SECONDS = 0.25
WORTH_WAITING = 16  # tokens of a common prefix
GROWTH = 64  # cells kept for each task at work, so that it need not leave again soon
_GLANCE_SECONDS = 0.05
_LOOKED_AT = 4 * MOST_ACTIVE

Kind = tuple[tuple[AdapterInUse, ...], bool]
Weights = Callable[[tuple[AdapterInUse, ...]], Sequence[tuple[object, float]]]


class Scheduler:
    """Works on jobs in steps. `weights` gives the handles of adapters that are loaded."""

    def __init__(self, context: LlamaContext, outlet: Outlet, weights: Weights, states: StateFiles) -> None:
        self._context = context
        self._outlet = outlet
        self._weights = weights
        self._states = states
        self._window = context.settings.window
        self._pool = SequencePool(context, idle_cells=self._window)
        self._lot = ParkingLot(context, self._pool)
        self._decoding = Decoding(context, self._pool, outlet)
        spare = max(2, context.sequences // 3)
        self._most = max(1, min(context.settings.sequences or MOST_ACTIVE, context.sequences - spare))
        self._queue: deque[Task] = deque()
        self._active: list[Task] = []
        self._order = 0
        self._kind: Kind | None = None
        self._acting: tuple[AdapterInUse, ...] = ()  # in llama.cpp, whatever became of `_kind`
        self._served: dict[Kind, float] = {}
        self._slice_ends = 0.0
        self._looked_at = 0.0

    @property
    def busy(self) -> bool:
        """Whether there is work."""
        return bool(self._active or self._queue)

    def adapters_in_use(self) -> set[AdapterInUse]:
        """Return the adapters of all tasks, and those that act on the weights now."""
        tasks = [*self._active, *self._queue]
        return {*self._acting, *(adapter for task in tasks for adapter in task.job.variant.adapters)}

    def add(self, jobs: Iterable[Job]) -> None:
        """Take the jobs of a request; raises BadInput, and takes none, when one is longer than the window."""
        tasks = [Task(job, self._order + index) for index, job in enumerate(jobs)]
        longest = max((task.total for task in tasks), default=0)
        if longest > self._window:
            raise BadInput(
                f"This text has {longest:,} tokens, and the model's window is {self._window:,} tokens.",
                hint="Shorten it, or raise the context length in the settings.",
            )
        self._order += len(tasks)
        self._queue.extend(tasks)

    def step(self) -> None:
        """Decode once, or, where all tasks write, for a few hundredths of a second."""
        self._drop_cancelled()
        self._admit()
        tasks = self._next_group()
        if tasks:
            outcome = self._decoding.work(tasks, streaming=any(task.is_writing for task in self._active))
            for task in outcome.over:
                self._leave(task)
            if outcome.code == 1:
                self._make_room(tasks)
            elif outcome.code == 2:
                self._repair(tasks)
            elif outcome.code:
                self._give_up(tasks, self._context.failure(outcome.code))

    def save_states(self) -> None:
        """Write the idle sequences whose requests named a file."""
        self._states.save(self._pool, self._lot.parked)

    def clear(self) -> None:
        """Forget all sequences; tasks at work begin again."""
        for task in list(self._active):
            self._requeue(task)
        self._pool.clear()
        self._lot.clear()

    # ---- who is at work --------------------------------------------------------------------------

    def _drop_cancelled(self) -> None:
        cancelled = self._outlet.is_cancelled
        for task in [task for task in self._active if cancelled(task.job.request_id)]:
            self._leave(task)
            task.job.end(Ending.CANCELLED)
        now = time.monotonic()
        if self._queue and now - self._looked_at > _GLANCE_SECONDS:
            self._looked_at = now
            gone = [task for task in self._queue if cancelled(task.job.request_id)]
            for task in gone:
                self._queue.remove(task)
                task.job.end(Ending.CANCELLED)

    def _admit(self) -> None:
        """Let queued tasks begin, first come first served, as long as there is room."""
        waiting: list[Task] = []
        while self._queue and len(self._active) < self._most and len(waiting) < _LOOKED_AT:
            if self._active and (self._active[0].job.exact or self._queue[0].job.exact):
                break
            task = self._queue.popleft()
            if self._waits(task):
                waiting.append(task)
            elif not self._begin(task):
                waiting.append(task)
                break
        self._queue.extendleft(reversed(waiting))

    def _waits(self, task: Task) -> bool:
        """Whether a task at work is about to evaluate what `task` begins with."""
        if not self._is_coming(task) and self._active:
            self._find_reader(task)
        return self._is_coming(task)

    def _is_coming(self, task: Task) -> bool:
        reader = task.waits_for
        return (
            reader is not None
            and reader.sequence is not None
            and reader in self._active
            and reader.done < task.waits_until
        )

    def _find_reader(self, task: Task) -> None:
        task.waits_for = None
        wanted = task.tokens[: task.next_output]
        best = self._pool.longest_prefix(task.job.variant, wanted, len(wanted))[1] + WORTH_WAITING
        for other in self._active:
            if other.is_writing or other.job.variant != task.job.variant:
                continue
            common = other.common_with(wanted)
            if common > best and common > other.done:
                task.waits_for, task.waits_until, best = other, common, common
        if task.waits_for is not None and not self._context.keeps_tails:
            task.waits_for.stops.add(task.waits_until)

    def _begin(self, task: Task) -> bool:
        """Give a task a sequence that begins with what is known of it; false when there is no room."""
        if not self._pool.can_create():
            return False
        donor, count = self._donor(task)
        needed = task.total - (count if donor is not None and donor.busy else 0)
        promised = sum(other.rest + GROWTH for other in self._active)
        if self._active and needed + promised > self._pool.cells_to_have():
            return False
        if not self._active:
            self._lot.park_idle(keep=donor)
        if task.job.exact:
            self._pool.clear()
        task.sequence = self._pool.create(task.job.variant, task.tokens, donor, count)
        if not self._active:
            self._lot.park_idle(keep=None)
        task.sequence.state = task.job.state or task.sequence.state
        self._active.append(task)
        if not task.begun:
            task.begun = True
            task.job.begin(count)
        return True

    def _donor(self, task: Task) -> tuple[CachedSequence | None, int]:
        """Return the sequence that begins with the most of a task, from the cache, memory or a file."""
        if task.job.exact:
            return None, 0
        variant, wanted = task.job.variant, task.tokens[: task.next_output]
        donor, count = self._pool.longest_prefix(variant, wanted, len(wanted))
        found = self._lot.bring_back(variant, wanted, count)
        if task.job.state is not None and not task.looked_for_state:
            task.looked_for_state = True
            self._states.load(self._pool, task.job.state, variant, wanted)
            found = True
        return self._pool.longest_prefix(variant, wanted, len(wanted)) if found else (donor, count)

    def _leave(self, task: Task) -> None:
        """Take a task from work; what was evaluated stays in the cache."""
        if task in self._active:
            self._active.remove(task)
        if task.sequence is not None:
            self._pool.settle(task.sequence)
            task.sequence = None

    def _requeue(self, task: Task) -> None:
        """Put a task back in front of the queue without its sequence; it goes on later where it was."""
        self._active.remove(task)
        task.sequence = None
        task.waits_for = None
        task.stops.clear()
        self._queue.appendleft(task)

    # ---- whose turn it is ------------------------------------------------------------------------

    def _next_group(self) -> list[Task]:
        """Return the tasks that go into one batch now, and make their weights act."""
        while kinds := list(dict.fromkeys(task.kind for task in self._active)):
            now = time.monotonic()
            if self._kind in kinds and (len(kinds) == 1 or now <= self._slice_ends):
                break
            kind = min(kinds, key=lambda kind: self._served.get(kind, 0.0))
            try:
                self._use(kind, now)
                break
            except HoneError as error:
                self._kind = None  # nobody knows what acts now
                self._refuse(kind[0], error)
        return [task for task in self._active if task.kind == self._kind]

    def _use(self, kind: Kind, now: float) -> None:
        self._served.pop(kind, None)
        self._served[kind] = now
        if len(self._served) > 2 * self._most:  # more kinds than are ever at work
            del self._served[next(iter(self._served))]
        self._slice_ends = now + SLICE_SECONDS
        if self._kind is None or kind[0] != self._kind[0]:
            self._context.use_adapters(self._weights(kind[0]))
            self._acting = kind[0]
        self._context.want_hidden(kind[1])
        self._kind = kind

    def _refuse(self, adapters: tuple[AdapterInUse, ...], error: HoneError) -> None:
        """Fail the tasks of weights that cannot be used; the others go on."""
        for task in [*self._active, *self._queue]:
            if task.job.variant.adapters == adapters:
                if task in self._active:
                    self._leave(task)
                else:
                    self._queue.remove(task)
                task.job.fail(error)

    # ---- when a decode did not work --------------------------------------------------------------

    def _make_room(self, tasks: Iterable[Task]) -> None:
        """Free cells: an idle sequence's, else those of the youngest task."""
        idle = self._pool.idle
        if idle:
            self._pool.drop(idle[0])
        elif len(self._active) > 1:
            youngest = max(self._active, key=lambda task: task.order)
            if youngest.sequence is not None:
                self._pool.drop(youngest.sequence)
            self._requeue(youngest)
        else:
            for task in tasks:
                self._leave(task)
                task.job.end(Ending.CONTEXT_FULL)

    def _repair(self, tasks: Iterable[Task]) -> None:
        """Make sure after an aborted decode that the cache holds what was counted."""
        for task in tasks:
            if task.sequence is not None and not self._pool.is_sound(task.sequence):
                self._pool.drop(task.sequence)
                self._requeue(task)

    def _give_up(self, tasks: Iterable[Task], error: HoneError) -> None:
        """Fail the tasks of a batch that could not be decoded; the others begin again on an empty cache."""
        for task in tasks:
            if task in self._active:
                self._active.remove(task)
                task.sequence = None
                task.job.fail(error)
        self.clear()
