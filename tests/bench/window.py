"""What the window costs: start, memory, a conversation of 10,000 messages, streaming, scrolling.

    xvfb-run -s "-screen 0 1600x1000x24" python tests/bench/window.py [--messages 10000] [--rounds 5]

Everything is measured in the real window over the real chat service and database; only the engine is
replaced, by a thread that gives 200 tokens per second. Times are wall times, unless they are called CPU
time, which is that of the window's thread alone.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

TOKENS_PER_SECOND = 200
SENTENCE = "The model answers, with **bold** words and `code` in them, as models do that write at length."
QUESTION = "What would you write about the number {0}, if you had to?"
REPLY = (
    "Here is what I would write about **{0}**:\n\n1. It is a number.\n2. It follows another one.\n\n"
    "```python\nprint({0})\n```\n\nAnd that would be all, except for a few more words so that it wraps.\n"
)
_CHILD = "--start-child"
_BEGUN = "HONE_BENCH_BEGUN"


def start_child() -> int:
    """Open the window, and print after its first paint: seconds since the start, resident MiB."""
    import psutil
    from PySide6.QtCore import QEvent, QObject, QTimer

    from hone.bootstrap import build_services
    from hone.storage.paths import Paths
    from hone.ui.application import make_application, open_window

    process = psutil.Process()
    application = make_application(["hone"])

    class FirstPaint(QObject):
        seconds = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint and not self.seconds:
                QTimer.singleShot(0, self.note)
            return False

        def note(self) -> None:
            self.seconds = self.seconds or time.monotonic() - float(os.environ[_BEGUN])

    services = build_services(Paths.of_user())
    first = FirstPaint()
    window = open_window(services)
    window.installEventFilter(first)

    def end() -> None:
        print(first.seconds, process.memory_info().rss / 2**20, flush=True)
        application.quit()

    QTimer.singleShot(3000, end)
    application.exec()
    services.close()
    return 0


def starts(rounds: int) -> dict[str, float]:
    """Start the program in processes of their own; the first one, which fills the disk cache, is left out."""
    seconds, sizes = [], []
    with tempfile.TemporaryDirectory() as home:
        # As an installed program starts: with compiled modules, which the first start leaves here.
        environment = {**os.environ, "HONE_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            command = [sys.executable, __file__, _CHILD]
            environment[_BEGUN] = str(time.monotonic())
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            first, size = map(float, done.stdout.split()[-2:])
            if number:
                seconds.append(first)
                sizes.append(size)
    return {"first_paint_seconds": round(statistics.median(seconds), 3), "rss_mib": round(max(sizes), 1)}


class PacedEngine:
    """Gives tokens at an even pace from the thread that asks, as an engine's reader does."""

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens

    def reply(self, model: Any, request: Any, *rest: Any, **more: Any) -> Iterator[Any]:
        """Stream words."""
        from hone.domain.chat import Usage
        from hone.domain.generation import GenerationEnded, TextChunk

        begun, words = time.monotonic(), SENTENCE.split()
        for number in range(self.tokens):
            wait = begun + number / TOKENS_PER_SECOND - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            end = "\n\n" if number % 90 == 89 else " "
            yield TextChunk(
                request_id=request.request_id, text=words[number % len(words)] + end, token_ids=(number,)
            )
        usage = Usage(prompt_tokens=10, reply_tokens=self.tokens)
        yield GenerationEnded(request_id=request.request_id, reason="stop", usage=usage)

    def __getattr__(self, name: str) -> Any:
        from hone.domain.generation import Provenance

        return {"made_by": lambda model: Provenance(), "loaded": lambda: None}.get(name, lambda *a, **k: None)


class Bench:
    """The real window with conversations of any length."""

    def __init__(self, home: Path) -> None:
        from hone.bootstrap import build_services
        from hone.storage.paths import Paths
        from hone.ui.application import make_application, open_window
        from hone.ui.smoothness import QuietCollector

        self.application = make_application(["hone"])
        self.services = build_services(Paths(home, home / "cache"))
        self.services.settings.change(tour_seen=True)
        self.window = open_window(self.services)
        QuietCollector(self.window)
        self.window.resize(1280, 820)
        self.page: Any = self.window.page("chat")
        self.engine = PacedEngine(600)
        self.services.chat._replies._engines = self.engine
        self.wait_for(lambda: self.page.library.catalogue.models)
        self.model_id = next(m.id for m in self.page.library.catalogue.models if not m.problem)

    def wait_for(self, happened: Callable[[], object], seconds: float = 60.0) -> None:
        """Run the event loop until something has happened."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, end = QEventLoop(), time.monotonic() + seconds
        timer = QTimer()

        def look() -> None:
            if happened() or time.monotonic() > end:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(2)
        loop.exec()
        timer.stop()
        assert happened(), "it did not happen in time"

    def settle(self, seconds: float) -> None:
        """Run the event loop for a while."""
        end = time.monotonic() + seconds
        self.wait_for(lambda: time.monotonic() > end)

    def conversation(self, messages: int) -> Any:
        """Keep a conversation of that many messages."""
        from hone.domain.chat import Message, MessageState, Role

        talk = self.services.chat.create(model_id=self.model_id, title=f"{messages} messages")
        begun = datetime(2026, 1, 1, tzinfo=UTC)
        store, parent = self.services.chat._store, None
        rows = []
        for number in range(messages):
            role = Role.USER if number % 2 == 0 else Role.ASSISTANT
            text = (QUESTION if role is Role.USER else REPLY).format(number)
            message = Message(
                id=f"{talk.id}-{number}",
                conversation_id=talk.id,
                parent_id=parent,
                role=role,
                text=text,
                state=MessageState.COMPLETE,
                created_at=begun + timedelta(seconds=number),
            )
            rows.append(message)
            parent = message.id
        _insert(store, rows)
        return self.services.chat.get(talk.id)

    def open(self, talk: Any) -> float:
        """Open a conversation and return the seconds until its last message is on the screen."""
        self.page._on_new_requested()
        self.page.desk._sessions.clear()
        self.settle(0.3)
        begun = time.perf_counter()
        self.page.desk.open(talk)
        transcript = self.page.dialogue.transcript
        self.wait_for(
            lambda: transcript.visible_views() and transcript.entries()[-1].message.id == talk.leaf_id
        )
        transcript.viewport().repaint()
        return time.perf_counter() - begun

    def stream(self, talk: Any) -> dict[str, list[float]]:
        """Stream a reply; return CPU seconds per token and the pauses of the event loop in ms."""
        from PySide6.QtCore import Qt, QTimer

        self.open(talk)
        self.settle(0.5)
        session = self.page.desk.session
        ticks: list[float] = []
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
        over: list[object] = []
        session.reply_ended.connect(over.append)
        timer.start(1)
        cpu = time.thread_time()
        session.send("Go on.")
        self.wait_for(lambda: over)
        spent = time.thread_time() - cpu
        timer.stop()
        pauses = [(after - before) * 1000 for before, after in pairwise(ticks)]
        return {"cpu": [spent / self.engine.tokens], "pauses": pauses}

    def scroll(self) -> list[float]:
        """Scroll by wheel steps and return the milliseconds of each frame."""
        transcript = self.page.dialogue.transcript
        bar = transcript.verticalScrollBar()
        frames = []
        for _ in range(400):
            begun = time.perf_counter()
            bar.setValue(bar.value() - 120)
            transcript.viewport().repaint()
            self.application.processEvents()
            frames.append((time.perf_counter() - begun) * 1000)
        return frames


def _insert(store: Any, rows: Sequence[Any]) -> None:
    from hone.storage.conversation_rows import insert, values_of

    with store.database.transaction() as connection:
        for message in rows:
            insert(connection, "messages", values_of(message))
        connection.execute(
            "UPDATE conversations SET leaf_id = ? WHERE id = ?", (rows[-1].id, rows[-1].conversation_id)
        )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie, rounded to 0.1."""
    return round(sorted(values)[min(len(values) - 1, int(len(values) * share))], 1)


def long_conversation(messages: int, rounds: int) -> dict[str, Any]:
    """Measure with a long conversation and one of ten messages by turns."""
    from PySide6.QtGui import QGuiApplication

    with tempfile.TemporaryDirectory() as home:
        bench = Bench(Path(home))
        short, long = bench.conversation(10), bench.conversation(messages)
        opened = [bench.open(long) for _ in range(rounds)]
        opened_short = [bench.open(short) for _ in range(rounds)]
        bench.open(long)
        frames = bench.scroll()
        costs: dict[str, list[float]] = {"short": [], "long": []}
        pauses: dict[str, list[float]] = {"short": [], "long": []}
        for _ in range(rounds):
            for name, talk in (("short", short), ("long", long)):
                told = bench.stream(bench.services.chat.get(talk.id))
                costs[name] += told["cpu"]
                pauses[name] += told["pauses"]
        bench.window.close()
        bench.services.close()
        return {
            "platform": QGuiApplication.platformName(),
            "messages": messages,
            "open_seconds": round(statistics.median(opened), 3),
            "open_ten_seconds": round(statistics.median(opened_short), 3),
            "scroll_frame_ms": {"median": quantile(frames, 0.5), "p99": quantile(frames, 0.99)},
            "token_cpu_ms": {name: round(statistics.median(each) * 1000, 3) for name, each in costs.items()},
            "token_cost_ratio": round(
                statistics.median(costs["long"]) / statistics.median(costs["short"]), 3
            ),
            "pause_ms": {
                name: {"p99": quantile(each, 0.99), "longest": round(max(each), 1)}
                for name, each in pauses.items()
            },
        }


def main() -> int:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(_CHILD, action="store_true")
    given = parser.parse_args()
    if given.start_child:
        return start_child()
    figures = {
        "load": os.getloadavg()[0],
        **starts(given.rounds),
        **long_conversation(given.messages, given.rounds),
    }
    print(msgspec.json.format(msgspec.json.encode(figures)).decode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
