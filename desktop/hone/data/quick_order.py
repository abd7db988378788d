"""Whether a row is in order as far as one need not look inside its texts."""

from __future__ import annotations

from functools import lru_cache

from hone.data.checks import Seat, order_findings, repeats
from hone.data.quick_rows import Said
from hone.data.refusals import REFUSAL_STARTS, refuses


def is_in_order(said: Said) -> bool:
    """Whether a row has no empty message, its messages in order, and no reply that repeats or refuses."""
    roles, contents, label, rejected = said
    if "" in contents or any(map(str.isspace, contents)):
        return False
    if not roles or label is not None:
        return True
    replies = _replies(roles)
    if not replies or rejected == contents[-1]:
        return False
    for place in replies:
        reply, asked = contents[place], contents[place - 1][0]
        first = reply[0]
        if first == asked or not first.isalnum() or asked.isspace():
            if repeats(reply, contents[place - 1]) or refuses(reply):
                return False
        elif reply[:2] in REFUSAL_STARTS and refuses(reply):
            return False
    return True


@lru_cache(maxsize=1000)
def _replies(roles: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places of the replies in a dialogue whose order is usual, nothing for any other."""
    if order_findings(tuple(Seat(role) for role in roles)):
        return ()
    return tuple(place for place, role in enumerate(roles) if role == "assistant")
