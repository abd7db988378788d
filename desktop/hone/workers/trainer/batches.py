"""Batches: which rows go together, in an order that depends on the seed alone."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence

import torch

IGNORED = -100
_WINDOW = 16


def training_order(
    lengths: Sequence[int], row_count: int, micro_batch: int, accumulation: int, seed: int
) -> list[list[int]]:
    """Return micro-batches of row numbers for a whole run of `row_count` rows.

    Epoch after epoch is shuffled into one stream; inside a window of 16 effective batches rows of like
    length are put together, so that little is padded. A generator of its own makes a resumed run see the
    same rows; drawing from the global one would not.
    """
    generator = random.Random(seed)
    stream: list[int] = []
    while len(stream) < row_count:
        epoch = list(range(len(lengths)))
        generator.shuffle(epoch)
        stream += epoch
    stream = stream[:row_count]
    batches: list[list[int]] = []
    window = micro_batch * accumulation * _WINDOW
    for start in range(0, row_count, window):
        batches += _grouped(stream[start : start + window], lengths, micro_batch, generator)
    return batches


def held_out_order(lengths: Sequence[int], micro_batch: int) -> list[list[int]]:
    """Return micro-batches of all rows, sorted by length."""
    rows = sorted(range(len(lengths)), key=lambda row: lengths[row])
    return [rows[start : start + micro_batch] for start in range(0, len(rows), micro_batch)]


def optimizer_steps(row_count: int, micro_batch: int, accumulation: int) -> int:
    """Return how many optimiser steps `row_count` rows make."""
    return math.ceil(math.ceil(row_count / micro_batch) / accumulation)


def collate(rows: Sequence[Mapping[str, Sequence[int]]]) -> dict[str, torch.Tensor]:
    """Pad rows on the right to the longest and stack them.

    There is no attention mask: under causal attention no token sees the padding after it, and the
    padding itself is ignored by the loss. Without a mask attention takes its faster path.
    """
    longest = max(len(row["input_ids"]) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    labels = torch.full((len(rows), longest), IGNORED, dtype=torch.long)
    for place, row in enumerate(rows):
        length = len(row["input_ids"])
        ids[place, :length] = torch.tensor(row["input_ids"])
        labels[place, :length] = torch.tensor(row["labels"])
    return {"input_ids": ids, "labels": labels}


def _grouped(
    rows: list[int], lengths: Sequence[int], micro_batch: int, generator: random.Random
) -> list[list[int]]:
    by_length = sorted(rows, key=lambda row: lengths[row])
    batches = [by_length[start : start + micro_batch] for start in range(0, len(rows), micro_batch)]
    # Only the last batch can be short; it stays last so that all steps but the last have equal rows.
    whole, short = batches[:-1], batches[-1:]
    generator.shuffle(whole)
    return whole + short
