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

    def guess(self, cut: int, share: float) -> int:
        """Return how many groups to leave out so that `share` of what is said after `cut` goes too."""
        sizes = [_size(group) for group in self.groups[cut:]]
        wanted, passed = share * (sum(sizes) + _size(self.head)), 0
        for place, size in enumerate(sizes):
            if passed >= wanted:
                return cut + place
            passed += size
        return self.most_dropped

    def cut_to(self, characters: int) -> int:
        """Return the largest cut after which at least so many characters are left; 0 when all are fewer."""
        left = _size(self.head)
        for place in range(len(self.groups) - 1, 0, -1):
            left += _size(self.groups[place])
            if left >= characters:
                return place
        return 0


def _size(turns: Sequence[SourcedTurn]) -> int:
    return sum(len(turn.turn.content) + len(turn.turn.more) for turn in turns)
