"""What the model thought of tokens: log-probabilities before any sampler."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from hone.domain.generation import Alternative, Reporting, TokenReport
from hone.workers.huggingface.tokens import Tokens


def token_reports(
    logits: torch.Tensor, chosen: Sequence[int], reporting: Reporting, tokens: Tokens
) -> list[TokenReport]:
    """Return one report per row of `logits`, shape (rows, vocabulary), on the token chosen there."""
    logprobs = logits.float().log_softmax(dim=1)
    own = logprobs.gather(1, torch.tensor(list(chosen), device=logits.device)[:, None])
    entropies = torch.special.entr(logprobs.exp()).sum(dim=1).tolist()
    ranks = (1 + (logprobs > own).sum(dim=1)).tolist()
    likeliest = logprobs.topk(min(reporting.alternatives, logprobs.shape[1]), dim=1)
    values, ids = likeliest.values.tolist(), likeliest.indices.tolist()
    return [
        TokenReport(
            token,
            tokens.text(token),
            logprob,
            tuple(
                Alternative(other, tokens.text(other), value, tokens.role(other))
                for other, value in zip(row_ids, row_values, strict=True)
            ),
            entropy,
            rank,
        )
        for token, logprob, entropy, rank, row_ids, row_values in zip(
            chosen, own[:, 0].tolist(), entropies, ranks, ids, values, strict=True
        )
    ]
