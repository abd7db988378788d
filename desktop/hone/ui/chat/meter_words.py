"""What the context meter says, in numbers and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hone.domain.exact import Part, Room
from hone.ui.chat.exact.part_looks import part_name
from hone.ui.kit.quantities import count_text

if TYPE_CHECKING:
    from hone.services.exact_view import Outlook


@dataclass(frozen=True)
class Number:
    """A name, how many tokens that is, and the part that it counts."""

    name: str
    value: str
    part: Part | None = None


def numbers_of(outlook: Outlook, room: Room) -> list[Number]:
    """Return the tokens of each part, what is kept for the reply, and what is free."""
    translate = QCoreApplication.translate
    counts = outlook.prompt.counts()
    numbers = [Number(part_name(count.part), count_text(count.tokens), count.part) for count in counts]
    if room.reserve < room.limit:
        kept = translate("Meter", "Kept for the reply: half of the window, as it may have {0}")
        kept = kept.replace("{0}", count_text(room.limit))
    else:
        kept = translate("Meter", "Kept for the reply: its longest length")
    numbers.append(Number(kept, count_text(room.reserve)))
    free = room.for_prompt - outlook.used
    name = translate("Meter", "Free") if free >= 0 else translate("Meter", "Too much")
    return [*numbers, Number(name, count_text(abs(free)))]


def next_words(outlook: Outlook) -> str:
    """Say what goes next when the conversation grows."""
    count = len(outlook.next_ids)
    if not count:
        return ""
    if count == 1:
        return QCoreApplication.translate("Meter", "Next to go: the oldest message.")
    said = QCoreApplication.translate("Meter", "Next to go: the {0} oldest messages.")
    return said.replace("{0}", count_text(count))


def warning_words(outlook: Outlook, typing: bool, brief: bool = False) -> str:
    """Say what does not fit before it is sent, and what is kept; "" when all fits.

    `brief` leaves out what to do about a problem.
    """
    translate = QCoreApplication.translate
    if outlook.problem:
        return outlook.problem if brief else f"{outlook.problem} {outlook.hint}".strip()
    count = len(outlook.dropped_ids)
    if not count or not typing:
        return ""
    if count == 1:
        said = translate("Meter", "The oldest message will be left out; the rest is kept.")
    else:
        said = translate("Meter", "The {0} oldest messages will be left out; the rest is kept.")
    return said.replace("{0}", count_text(count))
