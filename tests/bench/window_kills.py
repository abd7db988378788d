"""Kill the program with SIGKILL at random moments while it streams a reply, and look at what is left.

    python tests/bench/window_kills.py [--count 100] [--seed 1] [--model MODEL.gguf]

Each round starts the real window (offscreen) over one home, says something to the real engine, and is told
by the window, through a pipe, how much of the reply was on the screen at which moment. After the kill the
database must hold what was typed, and of the reply at least what had been on the screen half a second
earlier; at the next start the reply must be marked as interrupted. Ends with 1 when something is missing.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import psutil

from hone.bootstrap import build_services
from hone.domain.chat import Message, MessageState, Role
from hone.storage.paths import Paths, resources

ALLOWED_SECONDS = 0.5
LONGEST_WAIT = 3.0
SAID = "Write down a long list of words, number {0}."


class Round(msgspec.Struct, frozen=True):
    """What came of one kill: characters seen half a second before it, characters kept, what is wrong."""

    seen: int
    kept: int
    fault: str = ""


def child(home: Path, model: Path, number: int) -> int:
    """Open the window, say something, and print (time, characters on the screen) until killed."""
    from PySide6.QtCore import QTimer

    from hone.domain.sampling import LogitBias, Sampling
    from hone.ui.application import make_application, open_window

    application = make_application(["hone"])
    services = build_services(Paths(home, home / "cache"))
    services.settings.change(tour_seen=True)
    window = open_window(services)
    endless = (LogitBias(0, -100.0), LogitBias(2, -100.0))  # the embedded model's stop tokens
    sampling = Sampling(temperature=1.0, max_tokens=900, seed=number, logit_bias=endless)
    talk = services.chat.create(model_id=str(model), sampling=sampling, title=str(number))
    page = window.page("chat")

    def tell(entry: object) -> None:
        message = entry.message  # type: ignore[attr-defined]
        print(time.monotonic(), len(message.text), flush=True)

    def begin() -> None:
        page.desk.open(talk)  # type: ignore[attr-defined]
        session = page.desk.session  # type: ignore[attr-defined]
        session.entry_changed.connect(tell)
        session.branch_changed.connect(start)

    def start() -> None:
        session = page.desk.session  # type: ignore[attr-defined]
        session.branch_changed.disconnect(start)
        session.send(SAID.format(number))

    QTimer.singleShot(0, begin)
    return application.exec()


def one_round(home: Path, model: Path, number: int, draw: random.Random) -> Round:
    """Start, kill at a random moment after the first word, and compare."""
    command = [sys.executable, __file__, "--child", str(home), "--model", str(model), "--number", str(number)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert window.stdout is not None
    workers = []
    try:
        lines = []
        while not lines or _size(lines[-1]) == 0:
            lines.append(window.stdout.readline())
            if not lines[-1]:
                return Round(0, 0, "the window ended before the first word")
        time.sleep(draw.uniform(0.0, LONGEST_WAIT))
        workers = psutil.Process(window.pid).children(recursive=True)
        killed_at = time.monotonic()
        window.send_signal(signal.SIGKILL)
        lines += window.stdout.read().splitlines()
    finally:
        window.kill()
        window.wait()
    _, alive = psutil.wait_procs(workers, timeout=10)
    told = [line.split() for line in lines if len(line.split()) == 2]
    seen = max((int(size) for at, size in told if float(at) < killed_at - ALLOWED_SECONDS), default=0)
    kept, fault = _look(home, number, seen)
    return Round(seen, kept, fault or (f"{len(alive)} workers outlive the window" if alive else ""))


def _size(line: str) -> int:
    """Return the characters that a line tells; 0 for any other line."""
    parts = line.split()
    return int(parts[1]) if len(parts) == 2 else 0


def _look(home: Path, number: int, seen: int) -> tuple[int, str]:
    """Start again, without a window: what is kept of the reply, and what is wrong with it."""
    services = build_services(Paths(home, home / "cache"))
    try:
        services.chat.recover()
        found = [talk for talk in services.chat.conversations() if talk.title == str(number)]
        if not found:
            titles = {talk.title: talk for talk in services.chat.conversations()}
            found = [talk for title, talk in titles.items() if title == SAID.format(number)]
        messages = services.chat.messages(found[0].id) if found else []
        return _judged(messages, number, seen)
    finally:
        services.close()


def _judged(messages: list[Message], number: int, seen: int) -> tuple[int, str]:
    if [message.role for message in messages] != [Role.USER, Role.ASSISTANT]:
        return 0, f"{len(messages)} messages are kept"
    said, reply = messages
    if said.text != SAID.format(number):
        return 0, "what was typed is not what is kept"
    if reply.state not in (MessageState.INTERRUPTED, MessageState.COMPLETE, MessageState.CUT):
        return len(reply.text), f"the reply is {reply.state}"
    missing = seen - len(reply.text)
    return len(reply.text), f"{missing} characters are missing" if missing > 0 else ""


def main() -> int:
    """Read the arguments, kill, and print what came of it as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", type=Path, default=resources() / "demo_model-q8_0.gguf")
    parser.add_argument("--child", type=Path)
    parser.add_argument("--number", type=int, default=0)
    given = parser.parse_args()
    if given.child is not None:
        return child(given.child, given.model, given.number)
    draw = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as home:
        rounds = [one_round(Path(home), given.model, number, draw) for number in range(given.count)]
    faults = [f"round {number}: {each.fault}" for number, each in enumerate(rounds) if each.fault]
    figures = {
        "kills": len(rounds),
        "with_text_older_than_half_a_second": sum(each.seen > 0 for each in rounds),
        "characters_seen": sum(each.seen for each in rounds),
        "faults": faults,
    }
    print(msgspec.json.format(msgspec.json.encode(figures)).decode())
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
