"""Where each token of a rendered row is drawn: words flow into lines, a newline token ends its line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from hone.domain.datasets import Token
from hone.ui.kit.token_flow import visible_text


class Look(Enum):
    """How a token is drawn."""

    CONTEXT = "context"
    TRAINED = "trained"
    SPECIAL = "special"
    SPECIAL_TRAINED = "special trained"


@dataclass(frozen=True)
class PlacedToken:
    """A token's box in pixels from the top left of the text."""

    index: int
    text: str
    look: Look
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class TokenLayout:
    """All boxes, and the height that they need."""

    tokens: tuple[PlacedToken, ...]
    height: float

    def at(self, x: float, y: float, line_height: float) -> int | None:
        """Return the index of the token under a point."""
        for placed in self.tokens:
            if placed.y <= y < placed.y + line_height and placed.x <= x < placed.x + placed.width:
                return placed.index
        return None


def look_of(token: Token) -> Look:
    """Say how a token is drawn."""
    if token.special:
        return Look.SPECIAL_TRAINED if token.trained else Look.SPECIAL
    return Look.TRAINED if token.trained else Look.CONTEXT


def place_tokens(
    tokens: Sequence[Token], width: float, line_height: float, advance: Callable[[str, Look], float]
) -> TokenLayout:
    """Flow tokens into lines of `width` pixels; `advance` measures a text in a look."""
    placed: list[PlacedToken] = []
    x = y = 0.0
    for index, token in enumerate(tokens):
        text, look = visible_text(token.text), look_of(token)
        needed = min(advance(text, look), width)
        if x and x + needed > width:
            x, y = 0.0, y + line_height
        placed.append(PlacedToken(index, text, look, x, y, needed))
        x += needed
        if token.text.endswith("\n"):
            x, y = 0.0, y + line_height
    last = y + (line_height if x else 0.0)
    return TokenLayout(tuple(placed), last)
