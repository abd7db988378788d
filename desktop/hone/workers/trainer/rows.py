"""The rows of a plan as tokens and labels, by the same functions that make the preview."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from datasets import Dataset

from hone.data.rendering import RenderedExample, Renderer
from hone.domain.datasets import Example
from hone.domain.plan import Plan
from hone.errors import BadInput, Stopped
from hone.workers.trainer.batches import IGNORED
from hone.workers.trainer.reading import read_plan_examples


@dataclass(frozen=True)
class Rows:
    """Rows that are trained or measured on; counts of tokens are after cutting."""

    ids: list[tuple[int, ...]] = field(default_factory=list)
    labels: list[list[int]] = field(default_factory=list)
    trained_tokens: int = 0
    cut: int = 0
    dropped: int = 0
    stop_token_trained: bool = False

    @property
    def lengths(self) -> list[int]:
        """Tokens per row."""
        return [len(ids) for ids in self.ids]

    @property
    def tokens(self) -> int:
        """Tokens of all rows."""
        return sum(self.lengths)

    def dataset(self) -> Dataset:
        """Return the rows as the library wants them."""
        return Dataset.from_dict({"input_ids": self.ids, "labels": self.labels})

    def sha256(self) -> str:
        """Name these very tokens and labels."""
        return hashlib.sha256(msgspec.json.encode([self.ids, self.labels])).hexdigest()


def read_rows(
    plan: Plan, moment: datetime, tell: Callable[[float, float], None], should_stop: Callable[[], bool]
) -> tuple[Rows, Rows]:
    """Read, split and render the rows of a plan: those to train on, and those held out.

    `moment` is the time that chat templates see. Raises BadInput when no row has a trained token.
    """
    train, held_out = read_plan_examples(plan)
    total = len(train) + len(held_out)
    context = plan.training.context_length
    done = 0

    def render(examples: Iterable[Example], renderer: Renderer) -> Iterable[RenderedExample]:
        nonlocal done
        for example in examples:
            if should_stop():
                raise Stopped("Reading the rows was stopped.")
            yield renderer.render(example, context)
            done += 1
            if done % 50 == 0:
                tell(done, total)

    with Renderer.for_model(plan.base.model, moment=moment) as renderer:
        rows, measured = gather(render(train, renderer)), gather(render(held_out, renderer))
    if not rows.ids:
        raise BadInput(
            f"No row of {plan.data.train} has a token to train on.",
            hint=f"All {rows.dropped} rows were left out: they have no reply, or their prompt alone is "
            f"longer than the context of {context} tokens. Look at them in the data step.",
        )
    return rows, measured


def gather(rendered: Iterable[RenderedExample]) -> Rows:
    """Keep the rendered rows that have a trained token; the first token of a row is never predicted."""
    ids: list[tuple[int, ...]] = []
    labels: list[list[int]] = []
    trained = cut = dropped = stops = 0
    for row in rendered:
        count = sum(row.trained[1:])
        if count == 0:
            dropped += 1
            continue
        ids.append(row.ids)
        labels.append([token if kept else IGNORED for token, kept in zip(row.ids, row.trained, strict=True)])
        trained += count
        cut += row.is_cut
        stops += row.stop_token_trained
    return Rows(ids, labels, trained, cut, dropped, stop_token_trained=stops > 0)
