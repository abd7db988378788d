"""Cut a reply at stop strings that may come in pieces."""

from __future__ import annotations

from collections.abc import Sequence


class StopStrings:
    """Passes text on, holding back what could be the beginning of a stop string.

    `found` is true once one came; it and everything after it is dropped.
    """

    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = [stop for stop in stops if stop]
        self._held = ""
        self.found = False

    def add(self, text: str) -> str:
        """Take new text and return what is certain to belong to the reply."""
        if self.found or not self._stops:
            return "" if self.found else text
        self._held += text
        places = [place for place in (self._held.find(stop) for stop in self._stops) if place >= 0]
        if places:
            self.found = True
            certain, self._held = self._held[: min(places)], ""
            return certain
        keep = self._possible_beginning()
        certain, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        return certain

    def end(self, text: str) -> str:
        """Take the last text and return everything that was held back."""
        certain = self.add(text)
        rest, self._held = self._held, ""
        return certain + rest

    def _possible_beginning(self) -> int:
        """Return how many characters at the end are the beginning of a stop string."""
        longest = 0
        for stop in self._stops:
            for size in range(min(len(stop) - 1, len(self._held)), longest, -1):
                if self._held.endswith(stop[:size]):
                    longest = size
                    break
        return longest
