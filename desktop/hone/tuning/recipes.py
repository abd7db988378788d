"""Default recipes: by rows and size of the model, each value with the evidence behind it.

Starting points, not truths: a short probe of the learning rate beats any table.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hone.domain.datasets import TokenCounts
from hone.domain.fields import Value
from hone.domain.plan import Data, Method, Training
from hone.domain.recommendation import Reason, Recommendation
from hone.tuning.steps import optimizer_steps

FEW_ROWS = 100
SMALL_MODEL = 100_000_000
TINY_MODEL = 20_000_000
_CHECKPOINTING_FROM = 1_000_000_000
_MICRO_BATCH_TOKENS = 4096
_LONGEST_FULL_CONTEXT = 2048

FEW_ROWS_WARNING = (
    "Fewer than 100 rows: try examples in the prompt, or a better prompt, first. "
    "If you train all the same, watch the held-out loss."
)
_OWN_TABLE = "Hone's table by rows and model size (after QLoRA, LoRA Without Regret and Tinker's sweep)."
_TINKER = "Tinker cookbook's sweep: 1e-3 for 1 to 8 billion parameters, 3e-4 above; this is the careful side."
_OWN_SMALL = (
    "Our own runs on the model that comes with Hone (5 million parameters): 2e-3 with an effective batch "
    "of 8 took the sample tickets from 0 to about 90 % right; other rates were not compared."
)


class Recipe(msgspec.Struct, frozen=True):
    """One cell of the table: rank, learning rate, epochs, effective batch."""

    rank: int
    learning_rate: float
    epochs: float
    batch: int


class RowClass(msgspec.Struct, frozen=True):
    """Data sets of at most `rows` rows, with the recipes for small, middle and large models."""

    rows: float
    small: Recipe
    middle: Recipe
    large: Recipe


RECIPES: tuple[RowClass, ...] = (
    RowClass(FEW_ROWS - 1, Recipe(8, 2e-4, 3, 8), Recipe(8, 2e-4, 3, 8), Recipe(8, 2e-4, 3, 8)),
    RowClass(1_000, Recipe(16, 3e-4, 3, 8), Recipe(16, 2e-4, 3, 8), Recipe(16, 1e-4, 2, 8)),
    RowClass(10_000, Recipe(16, 3e-4, 2, 16), Recipe(16, 2e-4, 2, 16), Recipe(16, 1e-4, 1, 16)),
    RowClass(100_000, Recipe(32, 3e-4, 1, 16), Recipe(32, 2e-4, 1, 16), Recipe(32, 1e-4, 1, 16)),
    RowClass(float("inf"), Recipe(64, 3e-4, 1, 32), Recipe(64, 2e-4, 1, 32), Recipe(64, 1e-4, 1, 32)),
)


def recommend(
    data: Data,
    rows: int,
    parameters: int | None,
    model_context: int | None = None,
    counts: TokenCounts | None = None,
) -> Recommendation:
    """Return data, method and training sections for `rows` usable rows and a model of `parameters`.

    `counts` gives the context length that the rows need; without them 1024 tokens or the model's own.
    """
    size = parameters or 0
    recipe = recipe_for(rows, size)
    context, context_source = _context(counts, model_context)
    micro = _micro_batch(recipe.batch, context, counts)
    share = _held_out_share(rows)
    training = Training(
        learning_rate=recipe.learning_rate,
        epochs=float(recipe.epochs),
        micro_batch=micro,
        gradient_accumulation=recipe.batch // micro,
        context_length=context,
        gradient_checkpointing=size >= _CHECKPOINTING_FROM,
    )
    steps = optimizer_steps(max(1, rows - round(rows * share)), training)
    warmup = min(max(5, round(steps * 0.05)), max(1, steps // 4))
    training = msgspec.structs.replace(training, warmup_steps=warmup)
    small = 0 < size < SMALL_MODEL
    return Recommendation(
        data=msgspec.structs.replace(data, held_out_share=share),
        method=Method(name="qlora", settings={"rank": recipe.rank, "alpha": 2.0 * recipe.rank}),
        training=training,
        reasons=_reasons(training, recipe, share, small, context_source),
        warnings=tuple(_warnings(rows, counts, parameters)),
    )


def recipe_for(rows: int, parameters: int) -> Recipe:
    """Look the table up; parameters 0 (not known) count as a small model of the table."""
    row_class = next(entry for entry in RECIPES if rows <= entry.rows)
    if parameters >= 20_000_000_000:
        return row_class.large
    if parameters >= 5_000_000_000:
        return row_class.middle
    recipe = row_class.small
    if 0 < parameters < SMALL_MODEL:
        rate = 2e-3 if parameters < TINY_MODEL else 1e-3
        return msgspec.structs.replace(recipe, learning_rate=rate, batch=8)
    return recipe


def _context(counts: TokenCounts | None, model_context: int | None) -> tuple[int, str]:
    """Choose the context length: all rows whole where that is cheap, else 99 of 100."""
    most = model_context or 1_048_576
    if counts is None or counts.rows == 0:
        return min(1024, most), "1,024 tokens, or the model's own context; the rows are not counted yet."
    wanted, covered = counts.longest, counts.rows
    if counts.longest > _LONGEST_FULL_CONTEXT:
        wanted, covered = _covering(counts, 0.99)
    rounded = max(64, -(-wanted // 64) * 64)
    if rounded > most:
        return most, f"The model's own context; rows that are longer ({counts.longest:,} at most) are cut."
    return (
        rounded,
        f"Holds {covered:,} of {counts.rows:,} rows whole; the longest has {counts.longest:,} tokens.",
    )


def _covering(counts: TokenCounts, share: float) -> tuple[int, int]:
    """Return the upper edge of the histogram's bin within which `share` of the rows end, and their number."""
    bins = len(counts.histogram)
    seen = 0
    for place, count in enumerate(counts.histogram, start=1):
        seen += count
        if seen >= share * counts.rows:
            return -(-counts.longest * place // bins), seen
    return counts.longest, counts.rows


def _micro_batch(batch: int, context: int, counts: TokenCounts | None) -> int:
    """Return the largest part of the effective batch whose tokens stay within what most machines hold."""
    length = min(context, counts.longest) if counts and counts.longest else context
    micro = batch
    while micro > 1 and micro * length > _MICRO_BATCH_TOKENS:
        micro //= 2
    return micro


def _held_out_share(rows: int) -> float:
    """5 %, or as much as makes 16 rows, but never more than a fifth."""
    return round(min(0.2, max(0.05, 16 / max(1, rows))), 4)


def _warnings(rows: int, counts: TokenCounts | None, parameters: int | None) -> Sequence[str]:
    found = [FEW_ROWS_WARNING] if rows < FEW_ROWS else []
    if counts is not None and counts.rows and not counts.stop_token_trained:
        found.append("Most rows do not end with a trained stop token: replies may not end by themselves.")
    if counts is not None and counts.trained_tokens == 0:
        found.append("No token of these rows would be trained.")
    if counts is not None and counts.refused_rows:
        found.append(
            f"{counts.refused_rows:,} rows cannot be rendered and are left out. {counts.problem}".strip()
        )
    if parameters is None:
        found.append("The model does not tell its number of parameters; the defaults are for a small one.")
    return found


def _reasons(
    training: Training, recipe: Recipe, share: float, small: bool, context_source: str
) -> tuple[Reason, ...]:
    rate_source = _OWN_SMALL if small else _TINKER
    batch_source = _OWN_SMALL if small else "LoRA Without Regret (2025): an effective batch below 32."
    found: list[tuple[str, Value, str]] = [
        ("method.name", "qlora", "QLoRA (arXiv 2305.14314): NF4 with double quantisation equals 16 bits."),
        (
            "method.settings.rank",
            recipe.rank,
            "QLoRA: with all linear layers adapted the rank hardly matters.",
        ),
        ("method.settings.alpha", 2.0 * recipe.rank, "Twice the rank, as is usual."),
        ("training.learning_rate", training.learning_rate, rate_source),
        ("training.epochs", training.epochs, _OWN_TABLE),
        ("training.micro_batch", training.micro_batch, f"At most {_MICRO_BATCH_TOKENS:,} tokens at once."),
        ("training.gradient_accumulation", training.gradient_accumulation, batch_source),
        ("training.context_length", training.context_length, context_source),
        ("training.warmup_steps", training.warmup_steps, "The larger of 5 steps and 5 % of all."),
        (
            "data.held_out_share",
            share,
            "5 % of the rows, at least 16 and at most 128: enough to see the loss turn.",
        ),
    ]
    return tuple(Reason(path=path, value=value, source=source) for path, value, source in found)
