"""The rows of a plan as tokens and labels, by the same functions that make the preview."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec
from datasets import Dataset

from hone.data.reading import DataFile
from hone.data.rendering import RenderedExample, Renderer
from hone.data.split import MOST_HELD_OUT, split
from hone.domain.datasets import Example, Reading
from hone.domain.plan import Plan
from hone.errors import BadInput, Stopped
from hone.workers.trainer.batches import IGNORED

_ROWS_PER_NOTE = 50


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
    examples, unusable = _usable(plan.data.train, plan.data.reading)
    if plan.data.held_out is not None:
        train: Sequence[Example] = examples
        others, _ = _usable(plan.data.held_out, plan.data.held_out_reading)
        held_out: Sequence[Example] = others[:MOST_HELD_OUT]
    else:
        parts = split(examples, plan.data.held_out_share, plan.data.seed)
        train, held_out = parts.train, parts.held_out
    total, done, context = len(train) + len(held_out), 0, plan.training.context_length

    def render(examples: Sequence[Example], renderer: Renderer) -> Iterator[RenderedExample]:
        nonlocal done
        for row in renderer.render_all(examples, context):
            if should_stop():
                raise Stopped("Reading the rows was stopped.")
            yield row
            done += 1
            if done % _ROWS_PER_NOTE == 0:
                tell(done, total)

    with Renderer.for_model(plan.base.model, moment=moment) as renderer:
        rows, measured = gather(render(train, renderer), unusable), gather(render(held_out, renderer))
    if not rows.ids:
        raise BadInput(
            f"No row of {plan.data.train} has a token to train on.",
            hint=f"All {rows.dropped} rows were left out: they have no reply, or their prompt alone is "
            f"longer than the context of {context} tokens. Look at them in the data step.",
        )
    return rows, measured


def _usable(path: Path, reading: Reading) -> tuple[list[Example], int]:
    """Return the rows of a file that can be used, and how many cannot."""
    data = DataFile(path, reading)
    if not data.format.trainable:
        raise BadInput(f"{path.name} holds {data.format.label.lower()}.", hint=data.format.instead)
    rows = [example for example, _ in data.rows()]
    usable = [example for example in rows if example is not None]
    return usable, len(rows) - len(usable)


def gather(rendered: Iterable[RenderedExample], dropped: int = 0) -> Rows:
    """Keep the rows with a trained token (the first of a row is never predicted); count the others."""
    ids: list[tuple[int, ...]] = []
    labels: list[list[int]] = []
    trained = cut = stops = 0
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
