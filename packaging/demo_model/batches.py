"""Turn the corpus into batches of similar length, with the loss weights of the tokens."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from demo_model import corpus
from demo_model.conversation import END, START, Conversation
from demo_model.model import CONTEXT_LENGTH, END_ID, PAD_ID, START_ID

POOL = 1200
TOKENS_PER_BATCH = 4608
LENGTH_STEP = 8
OTHER_WEIGHT = 0.15
# Once the answers are known by heart, their first tokens teach all there is to learn about the question:
# from this pool on most guide examples end after them, so that more questions fit into the same time.
SHORTEN_FROM_POOL = 24
SHORTENED_SHARE = 0.6
SHORTENED_REPLY_TOKENS = 9


@dataclass(frozen=True)
class Batch:
    """Token ids [rows, length] and the weight of each token as a target, same shape."""

    ids: torch.Tensor
    weights: torch.Tensor
    tokens: int


def encode(tokenizer: Tokenizer, conversation: Conversation) -> tuple[list[int], list[float]]:
    """Return ids and weights: 1 for what the assistant writes, less for the rest."""
    ids: list[int] = []
    weights: list[float] = []
    for text, is_reply in conversation.pieces():
        new = _ids(tokenizer, text)
        ids += new
        weights += [1.0 if is_reply else OTHER_WEIGHT] * len(new)
    return ids[:CONTEXT_LENGTH], weights[:CONTEXT_LENGTH]


def shortened(row: tuple[list[int], list[float]]) -> tuple[list[int], list[float]]:
    """Return the row cut after the first tokens of its reply."""
    ids, weights = row
    end = weights.index(1.0) + SHORTENED_REPLY_TOKENS
    return ids[:end], weights[:end]


def _row(tokenizer: Tokenizer, rng: random.Random, pool: int) -> tuple[list[int], list[float]]:
    conversation = corpus.one(rng)
    row = encode(tokenizer, conversation)
    if conversation.kind == "guide" and pool >= SHORTEN_FROM_POOL and rng.random() < SHORTENED_SHARE:
        return shortened(row)
    return row


def _ids(tokenizer: Tokenizer, text: str) -> list[int]:
    """Encode a piece; pieces break at the marks only, so the ids equal those of the whole text."""
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    assert ids.count(START_ID) == text.count(START)
    assert ids.count(END_ID) == text.count(END)
    return ids


def _batch(rows: list[tuple[list[int], list[float]]]) -> Batch:
    longest = max(len(ids) for ids, _ in rows)
    length = min(-(-longest // LENGTH_STEP) * LENGTH_STEP, CONTEXT_LENGTH)
    ids = torch.full((len(rows), length), PAD_ID, dtype=torch.long)
    weights = torch.zeros((len(rows), length))
    for i, (row, weight) in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        weights[i, : len(row)] = torch.tensor(weight)
    return Batch(ids, weights, sum(len(row) for row, _ in rows))


def pool_batches(tokenizer: Tokenizer, number: int) -> list[Batch]:
    """Return the batches of one pool; the same number gives the same batches."""
    rng = random.Random(f"{corpus.CORPUS_SEED}-{number}")
    rows = [_row(tokenizer, rng, number) for _ in range(POOL)]
    rows.sort(key=lambda row: len(row[0]))
    batches: list[Batch] = []
    current: list[tuple[list[int], list[float]]] = []
    for row in rows:
        if current and (len(current) + 1) * -(-len(row[0]) // LENGTH_STEP) * LENGTH_STEP > TOKENS_PER_BATCH:
            batches.append(_batch(current))
            current = []
        current.append(row)
    batches.append(_batch(current))
    rng.shuffle(batches)
    return batches


def stream(tokenizer: Tokenizer, first_pool: int) -> Iterator[tuple[int, list[Batch]]]:
    """Yield numbered pools for ever."""
    number = first_pool
    while True:
        yield number, pool_batches(tokenizer, number)
        number += 1
