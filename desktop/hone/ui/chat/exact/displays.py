"""A prompt made ready to be painted: as text in stretches by source, or as tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hone.domain.exact import ExactPrompt, Part


@dataclass(frozen=True)
class Display:
    """What is painted: a text, and the stretches that begin at `starts`, each of one part.

    `tokens` are the numbers of the tokens of the stretches, -1 where a stretch is none. `special` stretches
    are drawn as chips. `places` are where stretches begin in the prompt.
    """

    text: str
    starts: tuple[int, ...]
    parts: tuple[Part, ...]
    special: tuple[bool, ...]
    tokens: tuple[int, ...]
    places: tuple[int, ...]

    def stretch_at(self, place: int) -> int:
        """Return the stretch that a character is of; -1 outside."""
        if not 0 <= place < len(self.text):
            return -1
        return bisect_right(self.starts, place) - 1

    def span(self, stretch: int) -> tuple[int, int]:
        """Return the characters of a stretch."""
        end = self.starts[stretch + 1] if stretch + 1 < len(self.starts) else len(self.text)
        return self.starts[stretch], end


NOTHING = Display("", (), (), (), (), ())


def text_display(prompt: ExactPrompt) -> Display:
    """Show the text: stretches by source, and tokens that steer the model by themselves."""
    cuts: dict[int, int] = {segment.start: -1 for segment in prompt.segments}
    for number, token in enumerate(prompt.token_ids):
        if token in prompt.special_ids:
            start, end = _span(prompt, number)
            if end > start:
                cuts[start] = number
                cuts.setdefault(end, -1)
    starts = sorted(start for start in cuts if start < len(prompt.text))
    segment, parts = 0, []
    for start in starts:
        while segment + 1 < len(prompt.segments) and prompt.segments[segment].end <= start:
            segment += 1
        parts.append(prompt.segments[segment].part)
    numbers = tuple(cuts[start] for start in starts)
    special = tuple(number >= 0 for number in numbers)
    return Display(prompt.text, tuple(starts), tuple(parts), special, numbers, tuple(starts))


def token_display(prompt: ExactPrompt) -> Display:
    """Show every token by itself; one that begins no character of its own is shown by its bytes."""
    texts = list(_token_texts(prompt))
    starts, place = [], 0
    for text in texts:
        starts.append(place)
        place += len(text)
    return Display(
        "".join(texts),
        tuple(starts),
        tuple(prompt.part_of(number) for number in range(len(texts))),
        tuple(token in prompt.special_ids for token in prompt.token_ids),
        tuple(range(len(texts))),
        prompt.starts,
    )


def bytes_of(prompt: ExactPrompt, number: int) -> bytes:
    """Return the bytes that a token stands for."""
    token = prompt.token_ids[number]
    return prompt.partial[token] if token in prompt.partial else prompt.pieces[number].encode()


def text_of(prompt: ExactPrompt, number: int) -> str:
    """Return a token's characters in the prompt, else what it is alone."""
    start, end = _span(prompt, number)
    whole = prompt.token_ids[number] not in prompt.partial
    return prompt.text[start:end] if end > start and whole else prompt.pieces[number]


def _token_texts(prompt: ExactPrompt) -> Iterator[str]:
    for number, token in enumerate(prompt.token_ids):
        start, end = _span(prompt, number)
        if end > start and token not in prompt.partial:
            yield prompt.text[start:end]
        elif token in prompt.partial or not prompt.pieces[number]:
            shown = bytes_of(prompt, number).hex(" ").upper()
            yield f"‹{shown}›"
        else:
            yield prompt.pieces[number]


def _span(prompt: ExactPrompt, number: int) -> tuple[int, int]:
    following = number + 1
    end = prompt.starts[following] if following < len(prompt.starts) else len(prompt.text)
    return prompt.starts[number], end
