"""Completions that are computed together: their prompts are read in chunks, then all get a token per step."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import torch

from hone.domain.generation import Ending, Progress, TokenReport
from hone.errors import HoneError
from hone.workers.huggingface.adapters import Blend
from hone.workers.huggingface.choosing import allowed_logits, chosen_tokens, reports_on
from hone.workers.huggingface.evaluation import EXACT_CHUNK, Reading
from hone.workers.huggingface.prefixes import common_prefix
from hone.workers.huggingface.rows import Room, Row
from hone.workers.huggingface.slots import Slots, joined


class Group:
    """Rows of one blend whose prompts are read together, and which then get a token per step.

    What their prompts have in common at the beginning is evaluated once. Afterwards, groups may be merged.
    """

    def __init__(self, room: Room, rows: Sequence[Row]) -> None:
        self._room = room
        self.rows = list(rows)
        self.exact = rows[0].request.exact
        self._gone: set[Row] = set()
        self._logits: torch.Tensor | None = None
        self._slots: Slots | None = None
        self._shared: Reading | None = None
        self._reading: Reading | None = None
        self._begin()

    @property
    def is_reading(self) -> bool:
        """Whether prompts are still being read."""
        return self._logits is None

    @property
    def left(self) -> int:
        """How many prompt tokens are still to be evaluated."""
        shared = self._shared.left if self._shared is not None else 0
        return shared + (self._reading.left if self._reading is not None else len(self.rows))

    @property
    def blends(self) -> list[Blend]:
        """The blends in use, one per row."""
        return [row.blend for row in self.rows]

    @property
    def unfinished(self) -> list[Row]:
        """The rows whose end was not told yet."""
        return [row for row in self.rows if row not in self._gone]

    def forget(self, request_ids: Collection[str]) -> None:
        """Drop the rows of requests that have failed elsewhere, without a word."""
        gone = {row for row in self.rows if row.request.request_id in request_ids}
        if self.is_reading:
            self._gone |= gone
            return
        kept = [place for place, row in enumerate(self.rows) if row not in gone]
        self.rows = [self.rows[place] for place in kept]
        self._keep(kept)

    def step(self) -> bool:
        """Read a chunk, or choose and evaluate one token per row; returns whether rows are left.

        Raises HoneError when the model could not be evaluated; then no row is of use any more.
        """
        self._drop_cancelled()
        if self.rows:
            if self.is_reading:
                self._read()
            else:
                self._write()
        return bool(self.rows)

    def can_take(self, other: Group, most: int) -> bool:
        """Whether another group's rows may stand in one batch with these."""
        if self.is_reading or other.is_reading or self.exact or other.exact:
            return False
        assert self._slots is not None and other._slots is not None
        fits = len(self.rows) + len(other.rows) <= most and self._slots.plain and other._slots.plain
        blends = set(self.blends + other.blends)
        return fits and (len(blends) == 1 or not any(blend.alone or blend.soft_prompts for blend in blends))

    def take(self, other: Group) -> None:
        """Take over the rows of another group."""
        assert self._slots is not None and other._slots is not None
        assert self._logits is not None and other._logits is not None
        self._slots = joined([self._slots, other._slots])
        self._logits = torch.cat([self._logits, other._logits])
        self.rows += other.rows

    def _begin(self) -> None:
        rows, seed = self.rows, self._seed()
        if self.exact:
            self._start_rests([seed] * len(rows))
            return
        found = [self._room.prefixes.best(row.blend, row.prompt, seed) for row in rows]
        shared = _shared_length([row.prompt for row in rows])
        if len(rows) == 1 or not shared:
            self._start_rests(found)
            return
        start = self._room.prefixes.best(rows[0].blend, rows[0].prompt[: shared + 1], seed)
        begun = start.lengths[0] - seed.lengths[0]
        apart = sum(
            len(row.prompt) + seed.lengths[0] - one.lengths[0] for row, one in zip(rows, found, strict=True)
        )
        together = shared - begun + sum(len(row.prompt) - shared for row in rows)
        if apart <= together and seed.plain:
            self._start_rests(found)
        elif begun == shared:
            self._start_rests([start] * len(rows))
        else:
            rest = rows[0].prompt[begun:shared]
            self._shared = Reading(self._room.evaluator, self.blends[:1], [start], [rest])
            self._note_reuse([begun] + [shared] * (len(rows) - 1))

    def _seed(self) -> Slots:
        return self._room.evaluator.seed(self.rows[0].blend)

    def _start_rests(self, starts: Sequence[Slots]) -> None:
        """Read what each row has beyond its start; a sliding cache takes only rows of equal length."""
        virtual = self._seed().lengths[0]
        counts = [start.lengths[0] - virtual for start in starts]
        if self._shared is None:
            self._note_reuse(counts)
        self._reading = Reading(
            self._room.evaluator,
            self.blends,
            starts,
            [row.prompt[count:] for row, count in zip(self.rows, counts, strict=True)],
            EXACT_CHUNK if self.exact else 0,
        )

    def _note_reuse(self, counts: Sequence[int]) -> None:
        for row, count in zip(self.rows, counts, strict=True):
            row.reused = count

    def _read(self) -> None:
        if self._shared is not None:
            self._shared.step()
            if self._shared.done:
                self._start_rests([self._shared.slots] * len(self.rows))
                self._shared = None
        else:
            assert self._reading is not None
            with self._room.evaluator.repeatable(self.exact):
                logits = self._reading.step()
            if self._reading.done:
                self._logits, self._slots, self._reading = logits[:, -1], self._reading.slots, None
                self._drop_gone()
                for row in self.rows:
                    row.completion.prompt_is_read()
        self._tell_progress()

    def _tell_progress(self) -> None:
        told: set[str] = set()
        for row, unread in zip(self.rows, self._unread(), strict=True):
            if row.request.request_id not in told and row not in self._gone:
                told.add(row.request.request_id)
                self._room.outlet.send(
                    Progress(
                        note="Reading the prompt",
                        done=len(row.prompt) - unread,
                        total=len(row.prompt),
                        request_id=row.request.request_id,
                    )
                )

    def _unread(self) -> list[int]:
        if self._reading is not None:
            return self._reading.unread
        if self._shared is None:
            return [0] * len(self.rows)
        end = self._shared.unread[0]
        covered = self._shared.slots.lengths[0] - self._seed().lengths[0] + end
        return [len(row.prompt) - covered + end for row in self.rows]

    def _write(self) -> None:
        assert self._logits is not None and self._slots is not None
        allowed, failed = allowed_logits(self.rows, self._logits)
        if failed:
            kept = [place for place, row in enumerate(self.rows) if row not in failed]
            allowed = allowed[kept]
            self._drop_failed(failed)
            if not self.rows:
                return
        tokens = chosen_tokens(self.rows, allowed)
        reports = reports_on(self.rows, self._logits, tokens, self._room.tokens)
        for row, token, report in zip(self.rows, tokens, reports, strict=True):
            self._take(row, token, report, failed)
        self._drop_failed(failed)
        self._drop({row: row.completion.ending for row in self.rows if row.completion.ending is not None})
        if not self.rows:
            return
        device = self._room.evaluator.device
        new = torch.tensor([[row.tokens[-1]] for row in self.rows], device=device)
        filled = torch.ones_like(new, dtype=torch.bool)
        with self._room.evaluator.repeatable(self.exact):
            self._logits = self._room.evaluator.evaluate(self._slots, self.blends, new, filled, 1)[:, -1]

    def _take(self, row: Row, token: int, report: TokenReport | None, failed: dict[Row, HoneError]) -> None:
        row.tokens.append(token)
        row.completion.take(token, report)
        if row.matcher is None:
            return
        try:
            row.matcher.accept(token)
        except HoneError as error:
            failed[row] = error
            return
        if row.completion.ending is None and row.matcher.is_complete:
            row.completion.ending = Ending.STOP

    def _drop_failed(self, failed: dict[Row, HoneError]) -> None:
        """Fail the requests of rows that cannot go on; rows of the same requests go with them."""
        here = {row: error for row, error in failed.items() if row in self.rows}
        self.forget({row.request.request_id for row in here})
        for row, error in {row.request.request_id: (row, error) for row, error in here.items()}.values():
            self._room.fail(row, error)

    def _drop_cancelled(self) -> None:
        """End cancelled rows. While prompts are read their places stay, so that the others go on."""
        cancelled = {
            row: Ending.CANCELLED
            for row in self.rows
            if row not in self._gone and self._room.outlet.is_cancelled(row.request.request_id)
        }
        if not self.is_reading:
            self._drop(cancelled)
            return
        for row, ending in cancelled.items():
            self._room.finish(row, ending)
            self._gone.add(row)
        if len(self._gone) == len(self.rows):
            self.rows = []
            self._gone.clear()

    def _drop_gone(self) -> None:
        kept = [place for place, row in enumerate(self.rows) if row not in self._gone]
        if len(kept) < len(self.rows):
            self.rows = [self.rows[place] for place in kept]
            self._keep(kept)
        self._gone.clear()

    def _drop(self, endings: dict[Row, Ending]) -> None:
        """End rows, and keep what was evaluated for them for later requests."""
        if not endings:
            return
        kept = [place for place, row in enumerate(self.rows) if row not in endings]
        for place, row in enumerate(self.rows):
            if row in endings:
                self._store(place, row)
                self._room.finish(row, endings[row])
        self.rows = [self.rows[place] for place in kept]
        self._keep(kept)

    def _keep(self, places: Sequence[int]) -> None:
        if places and self._slots is not None and self._logits is not None:
            self._slots.keep(places)
            self._logits = self._logits[list(places)]

    def _store(self, place: int, row: Row) -> None:
        if self._slots is None or self.exact:
            return
        count = self._slots.lengths[place] - self._room.evaluator.seed(row.blend).lengths[0]
        self._room.prefixes.keep(row.blend, row.tokens[:count], self._slots.row(place))


def _shared_length(prompts: Sequence[Sequence[int]]) -> int:
    """Return how many tokens all prompts begin with in common; each has at least one more."""
    shortest = min(len(prompt) for prompt in prompts) - 1
    return min([shortest, *(common_prefix(prompts[0], prompt) for prompt in prompts[1:])])
