"""Which rows match a filter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hone.domain.data_changes import DataFilter
from hone.domain.datasets import Example
from hone.errors import BadInput

PATTERN_SECONDS = 1.0
"""How long a pattern may look at one row."""


class Matching:
    """Tells whether rows match a filter: all that it names must hold.

    Raises BadInput for a filter that is none, and for a pattern that takes too long.
    """

    def __init__(self, wanted: DataFilter) -> None:
        _refuse_crossed("characters", wanted.least_characters, wanted.most_characters)
        _refuse_crossed("turns", wanted.least_turns, wanted.most_turns)
        self._wanted = wanted
        self._contains = wanted.contains.casefold()
        self._lacks = wanted.lacks.casefold()
        self._pattern: Any = _compiled(wanted.pattern) if wanted.pattern else None

    def __call__(self, example: Example) -> bool:
        """Whether a row matches; a column is looked for among those that its format does not read."""
        return self.row(example, example.extra.get)

    def row(self, example: Example, column: Callable[[str], object]) -> bool:
        """Whether a row matches, whose columns are asked by name."""
        return (
            self._fits_size(example)
            and self._fits_label(example)
            and self._fits_column(column)
            and self._fits_text(example)
            and self._fits_language(example)
        )

    def _fits_size(self, example: Example) -> bool:
        wanted, turns = self._wanted, len(example.turns)
        if turns < wanted.least_turns or (wanted.most_turns and turns > wanted.most_turns):
            return False
        if not (wanted.least_characters or wanted.most_characters):
            return True
        size = sum(map(len, texts_of(example)))
        return size >= wanted.least_characters and not 0 < wanted.most_characters < size

    def _fits_label(self, example: Example) -> bool:
        label = self._wanted.label
        if not label:
            return True
        if example.good is not None:
            return label.strip().lower() == str(example.good).lower()
        return example.category is not None and example.category.strip() == label.strip()

    def _fits_column(self, column: Callable[[str], object]) -> bool:
        return not self._wanted.column or as_text(column(self._wanted.column)) == self._wanted.value

    def _fits_text(self, example: Example) -> bool:
        if not (self._contains or self._lacks or self._pattern is not None):
            return True
        texts = texts_of(example)
        folded = [text.casefold() for text in texts] if self._contains or self._lacks else []
        if self._contains and not any(self._contains in text for text in folded):
            return False
        if self._lacks and any(self._lacks in text for text in folded):
            return False
        return self._pattern is None or any(self._finds(text, example.row) for text in texts)

    def _finds(self, text: str, row: int) -> bool:
        try:
            return self._pattern.search(text, timeout=PATTERN_SECONDS, concurrent=True) is not None
        except TimeoutError as error:
            raise BadInput(
                f"The pattern takes more than {PATTERN_SECONDS:.0f} second at row {row:,}.",
                hint="Make it simpler: repeats inside repeats, such as (a+)+, take for ever.",
            ) from error

    def _fits_language(self, example: Example) -> bool:
        if not self._wanted.language:
            return True
        from hone.data.languages import language_of

        said = " ".join(texts_of(example))
        return language_of(said) == self._wanted.language.strip().lower()


def texts_of(example: Example) -> list[str]:
    """Return everything that is said in a row."""
    said = [turn.content for turn in (*example.turns, *example.rejected)]
    return [*said, example.text] if example.text is not None else said


def as_text(value: object) -> str:
    """Return a column's value as a filter compares it: true and false as JSON has them, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def _compiled(pattern: str) -> Any:
    import regex

    try:
        return regex.compile(pattern)
    except regex.error as error:
        place = f" at character {error.pos + 1}" if error.pos is not None else ""
        raise BadInput(
            f"The pattern {pattern!r} is no regular expression: {error.msg}{place}.",
            hint="Put a backslash before signs that are meant as they are, such as ( [ * + ?.",
        ) from error


def _refuse_crossed(what: str, least: int, most: int) -> None:
    if least < 0 or most < 0 or (most and least > most):
        raise BadInput(
            f"No row can have at least {least:,} and at most {most:,} {what}.",
            hint="Give a lower least or a higher most; 0 stands for no limit.",
        )
