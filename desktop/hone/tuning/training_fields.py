"""One field for every key of the plan's [training] section."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hone.domain.fields import Field, Kind, Value, check_all
from hone.domain.plan import Training

SCHEDULES = ("cosine", "linear", "constant")

TRAINING_FIELDS: tuple[Field, ...] = (
    Field(
        name="learning_rate",
        label="Learning rate",
        kind=Kind.NUMBER,
        default=3e-4,
        minimum=1e-7,
        maximum=0.1,
        slider_maximum=1e-2,
        logarithmic=True,
        help="How far each step moves the adapter; the value that matters most.",
        source="Tinker cookbook's sweep: 1e-3 for models of 1 to 8 billion parameters, 3e-4 above.",
    ),
    Field(
        name="epochs",
        label="Epochs",
        kind=Kind.NUMBER,
        default=3.0,
        minimum=0.01,
        maximum=1000.0,
        slider_maximum=10.0,
        help="How often each row is trained; parts of an epoch are allowed.",
    ),
    Field(
        name="micro_batch",
        label="Rows at once",
        kind=Kind.INTEGER,
        default=4,
        minimum=1,
        maximum=4096,
        slider_maximum=64,
        logarithmic=True,
        help="Rows that go through the model together: more is faster on a GPU, and needs more memory.",
    ),
    Field(
        name="gradient_accumulation",
        label="Gradient accumulation",
        kind=Kind.INTEGER,
        default=2,
        minimum=1,
        maximum=4096,
        slider_maximum=64,
        logarithmic=True,
        help="So many micro-batches make one step; rows at once times this is the effective batch.",
        source="LoRA Without Regret (2025): an effective batch below 32.",
    ),
    Field(
        name="context_length",
        label="Context length",
        kind=Kind.INTEGER,
        default=1024,
        minimum=16,
        maximum=1_048_576,
        slider_maximum=16_384,
        logarithmic=True,
        unit="tokens",
        help="Longer rows are cut here; memory grows with it.",
    ),
    Field(
        name="schedule",
        label="Schedule",
        kind=Kind.CHOICE,
        default="cosine",
        choices=SCHEDULES,
        help="How the learning rate falls after the warm-up.",
        advanced=True,
    ),
    Field(
        name="warmup_steps",
        label="Warm-up",
        kind=Kind.INTEGER,
        default=5,
        minimum=0,
        maximum=1_000_000,
        slider_maximum=500,
        unit="steps",
        help="Over the first steps the learning rate grows from zero.",
        advanced=True,
    ),
    Field(
        name="weight_decay",
        label="Weight decay",
        kind=Kind.NUMBER,
        default=0.01,
        minimum=0.0,
        maximum=1.0,
        slider_maximum=0.2,
        help="Pulls the adapter's weights towards zero.",
        advanced=True,
    ),
    Field(
        name="max_gradient_norm",
        label="Largest gradient norm",
        kind=Kind.NUMBER,
        default=1.0,
        minimum=0.0,
        maximum=1000.0,
        slider_maximum=5.0,
        help="Longer gradients are shortened to this; 0 turns it off. Try 0.3 after spikes of the loss.",
        advanced=True,
    ),
    Field(
        name="gradient_checkpointing",
        label="Gradient checkpointing",
        kind=Kind.FLAG,
        default=False,
        help="Computes parts twice instead of keeping them: much less memory, about a third more time.",
        source="Chen et al. 2016, arXiv 1604.06174: one more forward pass.",
    ),
    Field(
        name="evaluations",
        label="Evaluations",
        kind=Kind.INTEGER,
        default=10,
        minimum=0,
        maximum=10_000,
        slider_maximum=50,
        help="How often the held-out rows are measured during the run; 0 never.",
    ),
    Field(
        name="checkpoints",
        label="Checkpoints",
        kind=Kind.INTEGER,
        default=10,
        minimum=1,
        maximum=10_000,
        slider_maximum=50,
        help="How often the run is saved, so that it can go on after a stop or a crash.",
        advanced=True,
    ),
    Field(
        name="patience",
        label="Patience",
        kind=Kind.INTEGER,
        default=3,
        minimum=0,
        maximum=1000,
        slider_maximum=10,
        unit="evaluations",
        help="The run ends when the held-out loss has not fallen so many times running; 0: never early.",
    ),
    Field(
        name="seed",
        label="Seed",
        kind=Kind.INTEGER,
        default=0,
        minimum=0,
        maximum=2**32 - 1,
        help="Decides the order of rows and the adapter's first weights; the same seed repeats a run.",
        advanced=True,
    ),
)


def checked_training(values: Mapping[str, object]) -> Training:
    """Build the training section, refusing unknown or impossible values by name."""
    return msgspec.convert(check_all(TRAINING_FIELDS, values, "[training]"), Training)


def training_values(training: Training) -> dict[str, Value]:
    """Return the section's values by field name."""
    return {field.name: getattr(training, field.name) for field in TRAINING_FIELDS}
