"""Kill the engine's worker at random moments while it chats, and look at what is left.

    python tests/bench/worker_kills.py [--count 200] [--model MODEL.gguf] [--seed 1]

Each round kills (SIGKILL, SIGABRT or SIGSEGV) while the model loads, while a prompt is read, while a reply is
written, or while nothing is asked. Every outcome must be clean: the reply ends with a state and a sentence,
what had come is in the database as it was shown, and the next reply comes within three seconds of the time
that loading takes. Ends with 1 when one is not.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import psutil

from hone.bootstrap import build_services
from hone.domain.chat import MessageState, ReplyEnded, ReplyEvent, ReplyText, ReplyWaiting, Role
from hone.domain.sampling import LogitBias, Sampling
from hone.services import Services
from hone.storage.paths import Paths, resources

MOMENTS = ("load", "prefill", "decode", "idle")
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV)
ALLOWED_SECONDS = 3.0
SHORT_PROMPT = "Write down a long list of words."
LONG_PROMPT = "Tell me once more about the sea, the wind and the old captain. " * 30


@dataclass
class Report:
    """What came of all kills; `faults` is empty when every outcome was clean."""

    kills: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    load_seconds: list[float] = field(default_factory=list)
    recovery_seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def run(count: int, model: Path, seed: int, home: Path) -> Report:
    """Make `count` kills in a home of their own and return what came of them."""
    strangers = set(psutil.Process().children(recursive=True))
    services = build_services(Paths(home, home / "cache"))
    services.settings.change(model_paths=(model,))
    draw, report = random.Random(seed), Report()
    try:
        for _ in range(3):
            services.engines.release()
            report.load_seconds.append(_first_text(services, str(model))[0])
        for number in range(count):
            _round(services, str(model), MOMENTS[number % len(MOMENTS)], draw, report)
        damage = services.chat._store.database.damage()
        if damage:
            report.faults.append(f"the database is damaged: {damage}")
    finally:
        services.close()
    left = [child.pid for child in psutil.Process().children(recursive=True) if child not in strangers]
    if left:
        report.faults.append(f"processes are left: {left}")
    return report


def _round(services: Services, model: str, moment: str, draw: random.Random, report: Report) -> None:
    """Kill once at a moment, check what is left, and see whether the next reply comes in time."""
    if moment == "load":
        services.engines.release()
    elif services.engines.loaded() is None:
        _first_text(services, model)
    kind = draw.choice(SIGNALS)
    if moment == "idle":
        _kill(services, kind, report)
    else:
        with _killer(services, moment, kind, draw, report) as told:
            talk = _talk(services, model, 400)
            events = []
            for event in services.chat.send(talk, LONG_PROMPT if moment == "prefill" else SHORT_PROMPT):
                events.append(event)
                told(event)
        report.faults += [f"{moment}: {fault}" for fault in _faults(services, talk, events, report)]
    seconds, fault = _first_text(services, model)
    report.recovery_seconds.append(seconds)
    slowest = statistics.median(report.load_seconds) + ALLOWED_SECONDS
    if fault:
        report.faults.append(f"after {moment}: {fault}")
    elif seconds > slowest:
        report.faults.append(f"after {moment}: the next reply took {seconds:.1f} s, allowed {slowest:.1f} s")


@contextmanager
def _killer(
    services: Services, moment: str, kind: signal.Signals, draw: random.Random, report: Report
) -> Iterator[Callable[[ReplyEvent], None]]:
    """Give a function that takes events and lets a thread kill a random time after the moment begins."""
    began = threading.Event()
    longest = {"load": 0.4, "prefill": 0.03, "decode": 0.1}[moment]
    delay = draw.uniform(0, longest)

    def told(event: ReplyEvent) -> None:
        if isinstance(event, ReplyText) or (isinstance(event, ReplyWaiting) and moment != "decode"):
            began.set()

    def wait_and_kill() -> None:
        if moment != "prefill":
            began.wait(60)
        time.sleep(delay)
        _kill(services, kind, report)

    thread = threading.Thread(target=wait_and_kill)
    thread.start()
    try:
        yield told
    finally:
        began.set()
        thread.join()


def _kill(services: Services, kind: signal.Signals, report: Report) -> None:
    pid = services.engines.pid
    if pid and psutil.pid_exists(pid):
        os.kill(pid, kind)
        report.kills += 1


def _faults(services: Services, talk: str, events: list[ReplyEvent], report: Report) -> Iterator[str]:
    """Say what is not as it must be after a reply whose engine was killed."""
    end = events[-1]
    if not isinstance(end, ReplyEnded):
        yield f"the reply did not end: {type(end).__name__}"
        return
    message = end.message
    report.outcomes[message.state] += 1
    shown = "".join(event.text for event in events if isinstance(event, ReplyText))
    kept = services.chat.messages(talk)
    if [each.role for each in kept] != [Role.USER, Role.ASSISTANT] or kept[-1] != message:
        yield "what is in the database is not what was told"
    if message.text != shown:
        yield f"{len(shown)} characters were shown, {len(message.text)} kept"
    match message.state:
        case MessageState.INTERRUPTED | MessageState.FAILED:
            if not message.problem or not end.hint:
                yield "it is not said why the reply ended"
            if (message.state is MessageState.INTERRUPTED) != bool(message.text or message.reasoning):
                yield f"{message.state} with {len(message.text)} characters"
        case MessageState.COMPLETE | MessageState.CUT:
            pass  # the kill came after the last token
        case _:
            yield f"the state is {message.state}"


def _first_text(services: Services, model: str) -> tuple[float, str]:
    """Ask for a short reply; return the seconds to its first text, and what is wrong with it."""
    begun, first, end = time.monotonic(), 0.0, None
    for event in services.chat.send(_talk(services, model, 4), "Hello"):
        if isinstance(event, ReplyText) and not first:
            first = time.monotonic() - begun
        end = event
    if not isinstance(end, ReplyEnded):
        return first, "the reply did not end"
    good = end.message.state in (MessageState.COMPLETE, MessageState.CUT)
    return first or time.monotonic() - begun, "" if good else f"{end.message.state}: {end.message.problem}"


def _talk(services: Services, model: str, tokens: int) -> str:
    endless = (LogitBias(0, -100.0), LogitBias(2, -100.0))  # the embedded model's stop tokens
    sampling = Sampling(temperature=1.0, max_tokens=tokens, seed=1, logit_bias=endless)
    return services.chat.create(model_id=model, sampling=sampling).id


def main() -> int:
    """Read the arguments, kill, and print what came of it as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--model", type=Path, default=resources() / "demo_model-q8_0.gguf")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        report = run(given.count, given.model, given.seed, Path(home))
    figures = {
        "rounds": given.count,
        "kills": report.kills,
        "outcomes": dict(report.outcomes),
        "load_seconds": round(statistics.median(report.load_seconds), 2),
        "next_reply_seconds_median": round(statistics.median(report.recovery_seconds), 2),
        "next_reply_seconds_worst": round(max(report.recovery_seconds), 2),
        "faults": report.faults,
    }
    print(msgspec.json.format(msgspec.json.encode(figures)).decode())
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
