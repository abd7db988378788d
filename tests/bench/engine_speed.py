"""Measure our llama.cpp loop against `llama_cpp.Llama` on one GGUF, in alternation so that noise hits both.

    python tests/bench/engine_speed.py MODEL.gguf [--folder MODEL_FOLDER] [--tokens 128] [--rounds 5]

With one thread the processor time is counted, which other programs do not disturb, else the wall time.
Prints tokens per second of both and their ratio, and the time to the first token through the service:
of a cold engine, of a warm one, and of the transformers engine when a folder is given.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hone.domain.generation import Generate, GenerationEnded, Prompt, TextChunk
from hone.domain.sampling import Sampling
from hone.inference.catalogue import describe
from hone.ipc.messages import LoadModel
from hone.services.engines import EngineService
from hone.storage.paths import Paths

Clock = Callable[[], float]
PROMPT = "Once upon a time"


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gguf", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=0)
    given = parser.parse_args()
    compare(given.gguf, given.tokens, given.rounds, given.threads)
    for path in filter(None, (given.gguf, given.folder)):
        first_tokens(path)


def compare(gguf: Path, tokens: int, rounds: int, threads: int) -> None:
    """Alternate between our loop and the high-level class, greedy, without an end token."""
    from hone.workers.threads import threads_for, wait_without_spinning

    wait_without_spinning()
    import llama_cpp

    from hone.workers.llama.loading import LlamaLoader

    command = LoadModel(path=gguf, threads=threads, context_length=512)
    engine, _ = LlamaLoader("bench").load(command, lambda *_: None, lambda: False)
    used = threads or threads_for(gguf.stat().st_size)
    high = llama_cpp.Llama(str(gguf), n_ctx=512, n_threads=used, n_threads_batch=used, verbose=False)
    clock = time.process_time if used == 1 else time.perf_counter
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds + 1):
        ours.append(_our_speed(engine, tokens, clock))
        theirs.append(_their_speed(high, tokens, clock))
    mine, other = statistics.median(ours[1:]), statistics.median(theirs[1:])
    ratios = [one / two for one, two in zip(ours[1:], theirs[1:], strict=True)]
    print(f"{gguf.name}, {used} threads, {tokens} tokens, median of {rounds} rounds")
    print(f"our loop         {mine:8.1f} tokens/s")
    print(f"llama_cpp.Llama  {other:8.1f} tokens/s")
    print(f"ratio            {mine / other:8.2f}   (per round: {', '.join(f'{r:.2f}' for r in ratios)})")
    engine.close()


def _our_speed(engine: Any, tokens: int, clock: Clock) -> float:
    request = Generate(request_id="bench", prompt=Prompt(text=PROMPT), sampling=Sampling(temperature=0.0))
    session = engine.session(request, engine.prompt(request), 1)
    session.read(lambda: False, lambda *_: None)
    stream = engine.text_stream()
    started = clock()
    for _ in range(tokens):
        token = session.sample()
        stream.add(token)
        session.feed(token)
    seconds = clock() - started
    session.close()
    return tokens / seconds


def _their_speed(high: Any, tokens: int, clock: Clock) -> float:
    prompt = high.tokenize(PROMPT.encode(), special=True)
    generator = high.generate(prompt, temp=0.0, reset=True)
    high.detokenize([next(generator)])
    started = clock()
    for _ in range(tokens):
        high.detokenize([next(generator)])
    return tokens / (clock() - started)


def first_tokens(path: Path) -> None:
    """Print the time to the first text through the service, cold and warm."""
    with tempfile.TemporaryDirectory() as home:
        paths = Paths(Path(home), Path(home) / "cache")
        paths.make()
        engines, model = EngineService(paths), describe(path)
        for name in ("cold", "warm", "warm again"):
            started = time.perf_counter()
            first = 0.0
            sampling = Sampling(temperature=0, max_tokens=32)
            request = Generate(request_id=name, prompt=Prompt(text=PROMPT), sampling=sampling)
            for event in engines.reply(model, request):
                if isinstance(event, TextChunk) and not first:
                    first = time.perf_counter() - started
                if isinstance(event, GenerationEnded):
                    speed = event.usage.tokens_per_second
            print(f"{path.name}, {name}: first text after {first:.3f} s, then {speed:.1f} tokens/s")
        engines.release()


if __name__ == "__main__":
    main()
