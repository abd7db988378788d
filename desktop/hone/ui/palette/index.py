"""Which entries the palette shows for what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from hone.ui.palette.entry import PaletteEntry
from hone.ui.palette.fuzzy import Query, Searched, ranked
from hone.ui.palette.results import Result

MOST_RESULTS = 200
RECENT_SHOWN = 6
_RECENT_BONUS, _COMMAND_BONUS, _HERE_BONUS = 25.0, 8.0, 12.0


class PaletteIndex:
    """Searches entries. What was used lately comes first, then what works on this page, then commands."""

    def __init__(self) -> None:
        self._entries: list[PaletteEntry] = []
        self._searched: list[Searched] = []
        self._bonus: list[float] = []
        self._recent: tuple[str, ...] = ()
        self._commands = 0

    def fill(
        self, commands: Sequence[PaletteEntry], things: Sequence[PaletteEntry], recent: Sequence[str]
    ) -> None:
        """Take commands, other things, and the keys of what was used lately, the newest first."""
        self._entries = [*commands, *things]
        self._searched = [
            Searched.of(known.title, f"{known.group} {known.detail}") for known in self._entries
        ]
        self._recent, self._commands = tuple(recent), len(commands)
        order = {key: place for place, key in enumerate(self._recent)}
        self._bonus = [
            (_COMMAND_BONUS if index < len(commands) else 0.0)
            + (_HERE_BONUS if known.here else 0.0)
            + (_RECENT_BONUS * 0.9 ** order[known.key] if known.key in order else 0.0)
            for index, known in enumerate(self._entries)
        ]

    def find(self, text: str) -> list[Result]:
        """Return what to show for `text`; nothing typed: what was used lately, then all commands."""
        if not text.strip():
            return self._at_rest()
        found = ranked(Query.of(text), self._searched, self._bonus, MOST_RESULTS)
        return [Result(self._entries[index], match.positions) for index, match in found]

    def _at_rest(self) -> list[Result]:
        by_key = {known.key: known for known in self._entries}
        lately = [by_key[key] for key in self._recent if key in by_key][:RECENT_SHOWN]
        others = [known for known in self._entries[: self._commands] if known not in lately]
        return [Result(known) for known in (*lately, *others)][:MOST_RESULTS]
