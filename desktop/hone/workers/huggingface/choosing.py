"""Choose the next token of each row of a batch, and report on it."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from hone.domain.generation import TokenReport
from hone.errors import HoneError
from hone.workers.huggingface.constraint import only_allowed
from hone.workers.huggingface.reports import token_reports
from hone.workers.huggingface.rows import Row
from hone.workers.huggingface.tokens import Tokens


def allowed_logits(rows: Sequence[Row], logits: torch.Tensor) -> tuple[torch.Tensor, dict[Row, HoneError]]:
    """Return the logits without what the rows' constraints forbid, and the rows in which nothing is left."""
    failed: dict[Row, HoneError] = {}
    if all(row.matcher is None for row in rows):
        return logits, failed
    allowed = []
    for row, values in zip(rows, logits, strict=True):
        allowed.append(values)
        if row.matcher is None:
            continue
        try:
            allowed[-1] = only_allowed(values, row.matcher)
        except HoneError as error:
            failed[row] = error
            continue
        if not row.chain.leaves_any(allowed[-1]):
            failed[row] = HoneError(
                "Nothing may come next: the constraint and the logit bias exclude every token.",
                hint="Leave one of them out.",
            )
    return torch.stack(allowed), failed


def chosen_tokens(rows: Sequence[Row], logits: torch.Tensor) -> list[int]:
    """Choose a token for each row; rows with equal settings in one go."""
    chosen = [0] * len(rows)
    for chain in {id(row.chain): row.chain for row in rows}.values():
        places = [place for place, row in enumerate(rows) if row.chain is chain]
        part = logits if len(places) == len(rows) else logits[places]
        tokens = chain.choose(part, [rows[place].state for place in places])
        for place, token in zip(places, tokens, strict=True):
            chosen[place] = token
    return chosen


def reports_on(
    rows: Sequence[Row], logits: torch.Tensor, chosen: Sequence[int], tokens: Tokens
) -> list[TokenReport | None]:
    """Return a report for each row that asked for one."""
    found: list[TokenReport | None] = [None] * len(rows)
    for place, row in enumerate(rows):
        if row.request.report.wants_logprobs:
            part = slice(place, place + 1)
            found[place] = token_reports(logits[part], chosen[part], row.request.report, tokens)[0]
    return found
