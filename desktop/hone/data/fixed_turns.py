"""The turns of a row put in order, as chat templates take them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hone.domain.chat import Turn
from hone.domain.datasets import Example


def in_order(example: Example) -> Example | None:
    """Put system messages first, make one of neighbours, leave out replies to nothing.

    None when no reply is left, or where neighbours cannot become one because they call tools.
    """
    prompt, chosen = example.turns[: example.prompt_turns], example.turns[example.prompt_turns :]
    if not example.rejected:
        turns = _ordered(example.turns)
        return msgspec.structs.replace(example, turns=tuple(turns)) if turns else None
    said = _ordered(prompt) if prompt else []
    good, bad = _merged(chosen), _merged(example.rejected)
    if said is None or good is None or bad is None:
        return None
    return msgspec.structs.replace(example, turns=(*said, *good), rejected=tuple(bad), prompt_turns=len(said))


def ending_with_reply(example: Example) -> Example | None:
    """Leave out what follows the last reply; None when there is none."""
    if example.rejected:
        chosen = _cut(example.turns[example.prompt_turns :])
        rejected = _cut(example.rejected)
        if not chosen or not rejected:
            return None
        prompt = example.turns[: example.prompt_turns]
        return msgspec.structs.replace(example, turns=(*prompt, *chosen), rejected=rejected)
    turns = _cut(example.turns)
    return msgspec.structs.replace(example, turns=turns) if turns else None


def _cut(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    last = max((place for place, turn in enumerate(turns) if turn.role == "assistant"), default=-1)
    return tuple(turns[: last + 1])


def _ordered(turns: Sequence[Turn]) -> list[Turn] | None:
    system = [turn for turn in turns if turn.role == "system"]
    spoken = [turn for turn in turns if turn.role != "system"]
    while spoken and spoken[0].role in ("assistant", "tool"):
        spoken.pop(0)
    first, rest = _merged(system), _merged(spoken)
    if first is None or rest is None or not rest:
        return None
    return [*first, *rest]


def _merged(turns: Sequence[Turn]) -> list[Turn] | None:
    """Make one message of neighbours of one role; a tool's answers stay apart, as there may be several."""
    made: list[Turn] = []
    for turn in turns:
        last = made[-1] if made else None
        if last is None or last.role != turn.role or turn.role == "tool":
            made.append(turn)
            continue
        if last.more and turn.more:
            return None
        said = "\n\n".join(part for part in (last.content, turn.content) if part.strip())
        more = last.more or turn.more
        if more and '"role"' in more and said != (last if last.more else turn).content:
            return None  # the whole message stands in `more`, whose content would not be what is said
        made[-1] = Turn(turn.role, said, more)
    return made
