"""A conversation as what is always said, and exchanges that can be left out as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hone.domain.assembly import Assembly, Source, SourcedTurn

_ALWAYS_SAID = (Source.SYSTEM, Source.EXAMPLE)


class Exchanges(msgspec.Struct, frozen=True, kw_only=True):
    """`head` is the system prompt with the examples; each group begins with what the user said.

    So roles stay in turn when the oldest groups are left out, and a tool's answer never stays without its
    call. What stands before the user's first words is a group of its own.
    """

    head: tuple[SourcedTurn, ...]
    groups: tuple[tuple[SourcedTurn, ...], ...]
    assembly: Assembly

    @classmethod
    def of(cls, assembly: Assembly) -> Exchanges:
        """Group the turns of an assembly."""
        turns = assembly.turns
        fixed = 0
        while fixed < len(turns) and turns[fixed].source in _ALWAYS_SAID:
            fixed += 1
        groups: list[list[SourcedTurn]] = []
        for turn in turns[fixed:]:
            if not groups or turn.turn.role == "user":
                groups.append([])
            groups[-1].append(turn)
        return cls(head=turns[:fixed], groups=tuple(map(tuple, groups)), assembly=assembly)

    @property
    def most_dropped(self) -> int:
        """How many groups can be left out: all but the newest."""
        return max(0, len(self.groups) - 1)

    def without(self, cut: int) -> Assembly:
        """Return the assembly without its first `cut` groups, whose messages are told."""
        if not cut:
            return self.assembly
        kept = (turn for group in self.groups[cut:] for turn in group)
        dropped = (turn for group in self.groups[:cut] for turn in group)
        ids = tuple(identity for turn in dropped for identity in turn.message_ids)
        return msgspec.structs.replace(
            self.assembly, turns=(*self.head, *kept), dropped_ids=(*self.assembly.dropped_ids, *ids)
        )

    def guess(self, share: float) -> int:
        """Return how many groups hold about `share` of all that is said."""
        sizes = [_size(group) for group in self.groups]
        wanted, passed = share * (sum(sizes) + _size(self.head)), 0
        for place, size in enumerate(sizes):
            if passed >= wanted:
                return place
            passed += size
        return self.most_dropped


def _size(turns: Sequence[SourcedTurn]) -> int:
    return sum(len(turn.turn.content) + len(turn.turn.more) for turn in turns)
