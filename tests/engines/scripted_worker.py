"""An engine without a model, on the real loop and the real pipes: what a prompt says is what it does.

    hang        one step never returns        stubborn   never ends when cancelled
    abort       the process aborts            refuse     the request is refused
    fail        the worker gives up           long       5,000 tokens instead of `max_tokens`

It tells how many requests were in it at once as the text of each token.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from hone.domain.chat import Usage
from hone.domain.generation import (
    Embed,
    Embedded,
    Ending,
    Feature,
    Generate,
    GenerationEnded,
    MeasureText,
    ModelLoaded,
    Provenance,
    ReasoningChunk,
    Request,
    Score,
    Scored,
    ScoredChoice,
    Tagged,
    TextChunk,
    TextMeasured,
    ToolCalled,
)
from hone.domain.sampling import Sampling
from hone.errors import BadInput, HoneError
from hone.ipc import channel as channel_module
from hone.ipc.channel import Channel
from hone.ipc.messages import LoadModel
from hone.workers.serving import Outlet, Report, serve_engine

TOKEN_SECONDS = float(os.environ.get("SCRIPTED_TOKEN_SECONDS", "0.002"))
LOAD_SECONDS = float(os.environ.get("SCRIPTED_LOAD_SECONDS", "0.05"))
FEATURES = frozenset(Feature) - {Feature.GRAMMAR}
SAMPLERS = frozenset(Sampling.__struct_fields__) - {"mirostat"}


class ScriptedEngine:
    """One token for each request in every step."""

    def __init__(self, outlet: Outlet, path: Path) -> None:
        self._outlet = outlet
        self._path = path
        self._running: dict[str, tuple[Generate, int]] = {}

    def submit(self, request: Request) -> None:
        match request:
            case Score():
                choices = tuple(ScoredChoice(logprob=-float(len(each))) for each in request.choices)
                usage = Usage(prompt_tokens=1)
                self._outlet.send(Scored(request_id=request.request_id, choices=choices, usage=usage))
            case MeasureText():
                self._outlet.send(
                    TextMeasured(
                        request_id=request.request_id,
                        tokens=3,
                        scored_tokens=2,
                        mean_logprob=-1.0,
                        perplexity=2.718,
                    )
                )
            case Embed():
                vectors = tuple((1.0, 0.0) for _ in request.texts)
                self._outlet.send(Embedded(request_id=request.request_id, vectors=vectors))
            case Generate():
                if request.prompt.text == "refuse":
                    raise BadInput("This request is refused.", "Ask for something else.")
                self._running[request.request_id] = (request, 0)

    def step(self) -> bool:
        time.sleep(TOKEN_SECONDS)
        for request, count in list(self._running.values()):
            self._advance(request, count)
        return bool(self._running)

    def rest(self) -> None:
        pass

    def close(self) -> None:
        pass

    def _advance(self, request: Generate, count: int) -> None:
        word = request.prompt.text or ""
        if word == "hang":
            threading.Event().wait()
        if word == "abort" and count == 3:
            os.abort()
        if word == "fail" and count == 3:
            raise HoneError("The engine gives up.", "Try something else.")
        if word != "stubborn" and self._outlet.is_cancelled(request.request_id):
            self._end(request, Ending.CANCELLED, count)
            return
        self._say(request, count, word)
        if count + 1 >= (5000 if word == "long" else request.sampling.max_tokens) and word != "stubborn":
            self._end(request, Ending.LENGTH, count + 1)
        else:
            self._running[request.request_id] = (request, count + 1)

    def _say(self, request: Generate, count: int, word: str) -> None:
        name, text = request.request_id, f"{len(self._running)} "
        for index in range(request.completions):
            chunk: Tagged = TextChunk(request_id=name, text=text, token_ids=(count,), index=index)
            if word == "think" and count < 2:
                chunk = ReasoningChunk(request_id=name, text="hm ", token_ids=(count,), index=index)
            elif word == "call" and count == 2:
                chunk = ToolCalled(request_id=name, name="look", arguments='{"at": 1}', index=index)
            self._outlet.send(chunk)

    def _end(self, request: Generate, reason: Ending, count: int) -> None:
        del self._running[request.request_id]
        for index in range(request.completions):
            self._outlet.send(
                GenerationEnded(
                    request_id=request.request_id,
                    reason=reason,
                    index=index,
                    usage=Usage(prompt_tokens=5, reply_tokens=count, context_length=64),
                    seed=7,
                    provenance=Provenance(build=self._path.name, device="script", template_hash="t1"),
                )
            )


class ScriptedLoader:
    """Takes a while, and fails for a model whose file is named so."""

    name = "scripted"

    def build(self) -> str:
        return "scripted 1"

    def load(
        self, command: LoadModel, outlet: Outlet, report: Report, stopped: object
    ) -> tuple[ScriptedEngine, ModelLoaded]:
        report("Reading", 1, 2)
        if "abort" in command.path.name:
            os.abort()
        if "bad" in command.path.name:
            raise BadInput(f"{command.path.name} is not good.", "Choose another.")
        time.sleep(LOAD_SECONDS)
        return ScriptedEngine(outlet, command.path), ModelLoaded(
            path=command.path,
            context_length=64,
            seconds=LOAD_SECONDS,
            device="CPU",
            memory_bytes=50_000_000,
            features=tuple(FEATURES),
            samplers=tuple(SAMPLERS),
        )

    def render(self, command: object, outlet: Outlet) -> None:
        raise BadInput("Nothing is rendered here.")


if __name__ == "__main__":
    channel_module.HEARTBEAT_SECONDS = 0.3
    channel = Channel.of_this_process()
    try:
        serve_engine(channel, ScriptedLoader(), os.getpid())
    except HoneError as error:
        from hone.ipc.messages import Failed

        bad = isinstance(error, BadInput)
        channel.send(Failed(message=error.message, hint=error.hint, detail=error.detail, bad_input=bad))
        os._exit(1)
