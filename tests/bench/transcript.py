"""CPU time of scrolling and streaming with 2,000 messages; run by hand: python tests/bench/transcript.py"""

from __future__ import annotations

import os
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from hone.domain.chat import Message, MessageState, Role
from hone.ui.chat.entries import Entry, entries_of
from hone.ui.chat.transcript import TranscriptView
from hone.ui.kit.theme import Theme

REPLY = (
    "A reply with **bold**, `code` and a list:\n\n1. one\n2. two\n\n```python\nprint('x')\n```\n\nEnd. " * 2
)


def message(number: int, text: str, state: MessageState = MessageState.COMPLETE) -> Message:
    """Return the n-th message of a chain."""
    return Message(
        id=f"m{number}",
        conversation_id="c",
        parent_id=f"m{number - 1}" if number else None,
        role=Role.USER if number % 2 == 0 else Role.ASSISTANT,
        text=text,
        state=state,
        created_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number),
    )


def measure(name: str, times: list[float]) -> None:
    """Print median, 99th percentile and maximum in milliseconds."""
    times.sort()
    p99 = times[int(len(times) * 0.99)]
    print(f"{name}: median {statistics.median(times):.1f}, p99 {p99:.1f}, max {times[-1]:.1f} ms CPU")


def main() -> int:
    """Measure."""
    application = QApplication(sys.argv)
    Theme.current()
    view = TranscriptView()
    view.resize(1000, 800)
    view.show()
    begun = time.process_time()
    entries = entries_of([message(n, REPLY if n % 2 else f"Question {n}?") for n in range(2000)], "m1999")
    print(f"entries: {(time.process_time() - begun) * 1000:.0f} ms CPU")
    begun = time.process_time()
    view.set_entries(entries, fresh=True)
    application.processEvents()
    print(f"open: {(time.process_time() - begun) * 1000:.0f} ms CPU")
    bar = view.verticalScrollBar()
    frames = []
    for _ in range(300):
        begun = time.process_time()
        bar.setValue(bar.value() - 120)
        view.repaint()
        application.processEvents()
        frames.append((time.process_time() - begun) * 1000)
    measure("scroll frame", frames)
    jumps = []
    for number in range(50):
        begun = time.process_time()
        bar.setValue((number * 7919) % bar.maximum())
        application.processEvents()
        jumps.append((time.process_time() - begun) * 1000)
    measure("jump", jumps)
    view.go_to_end()
    text, steps = "", []
    for _ in range(200):
        text += "some more words of the reply " if len(text) % 7 else "\n\n"
        begun = time.process_time()
        view.update_entry(Entry(message=message(1999, text, MessageState.STREAMING), last=True))
        application.processEvents()
        steps.append((time.process_time() - begun) * 1000)
    measure("stream update", steps)
    return 0


if __name__ == "__main__":
    sys.exit(main())
