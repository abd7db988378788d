"""What a judgement is made of, and whether judgements of a column belong together."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from hone.domain.chat import Message, Origin
from hone.domain.comparing import Judged, Judgement, Round, Verdict


def made_judgement(
    columns: Sequence[str], given: Round, verdict: Verdict, chosen_id: str, blind: bool
) -> Judgement:
    """Return a judgement of all replies of a round that say something."""
    return Judgement(
        id=secrets.token_hex(8),
        replies=tuple(
            Judged(identity, reply.id)
            for identity, reply in zip(columns, given.replies, strict=True)
            if reply is not None and reply.text.strip()
        ),
        verdict=verdict,
        chosen_id=chosen_id,
        created_at=datetime.now(UTC),
        blind=blind,
    )


def made_differently(replies: Iterable[Message]) -> bool:
    """Whether two replies of one conversation come from different models, adapters, prompts or parameters."""
    made: dict[str, set[tuple[object, ...]]] = {}
    for reply in replies:
        if reply.origin is not None:
            made.setdefault(reply.conversation_id, set()).add(_setting_of(reply.origin))
    return any(len(settings) > 1 for settings in made.values())


def _setting_of(origin: Origin) -> tuple[object, ...]:
    sampling = msgspec.json.encode(msgspec.structs.replace(origin.sampling, seed=0))
    return origin.model_fingerprint, origin.adapter_name, origin.prompt_version_id, sampling
