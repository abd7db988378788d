"""What an engine would get of a prompt: its text after the chat template, and its tokens."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Mapping
from typing import Any

from hone.data.template import TemplateRenderer
from hone.domain.generation import Prompt, PromptRendered, RenderPrompt, RequestFailed
from hone.domain.models import Model, ModelFormat
from hone.errors import BadInput, HoneError
from hone.ipc.messages import encode
from hone.ipc.process import WorkerProcess
from hone.services.tokenizer_parity import Comparison, compare
from hone.storage.paths import Paths

# The inspector knows tokenizers and no torch; llama.cpp reads the vocabulary of a GGUF without its weights.
WORKER_OF: dict[ModelFormat, str] = {ModelFormat.GGUF: "llama", ModelFormat.SAFETENSORS: "inspector"}
SILENCE_SECONDS = 90.0


class RenderingService:
    """Renders prompts in workers that load no weights. Calls from several threads take turns."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._workers: dict[str, WorkerProcess] = {}
        self._turn = threading.Lock()

    def render(self, model: Model, prompt: Prompt, template: str = "") -> PromptRendered:
        """Return text and tokens of a prompt for `model`; `template` replaces the model's own.

        Raises BadInput for a model or prompt that cannot be used, such as one its template refuses.
        """
        if model.problem:
            raise BadInput(f"{model.name} cannot be used. {model.problem}", hint="Choose another model.")
        if model.format not in WORKER_OF:
            raise BadInput(
                f"{model.name} is not on this machine, so what its engine gets is not known.",
                hint="Choose a GGUF file or a model folder.",
            )
        command = RenderPrompt(
            request_id=secrets.token_hex(8), path=model.path, prompt=prompt, template=template
        )
        encode(command)  # refused here, before a worker is started for it
        with self._turn:
            return self._ask(WORKER_OF[model.format], command)

    def render_template(self, template: str, variables: Mapping[str, Any]) -> str:
        """Render any template with these variables, exactly as given; raises TemplateProblem, a BadInput."""
        with TemplateRenderer() as renderer:
            return renderer.render_variables(template, variables)

    def compare(self, model: Model, other: Model) -> Comparison:
        """Say whether two forms of a model make the same tokens of the same prompts."""
        return compare(
            model.name,
            lambda prompt: self.render(model, prompt),
            other.name,
            lambda prompt: self.render(other, prompt),
        )

    def require_same(self, model: Model, converted: Model) -> None:
        """Raise HoneError, naming the first difference, unless both make the same tokens."""
        sentence = self.compare(model, converted).sentence
        if sentence:
            raise HoneError(
                sentence,
                hint="The GGUF is not used. Chat with the model folder itself, and report this model to us.",
            )

    def close(self) -> None:
        """End the workers; may be called twice."""
        with self._turn:
            for name in list(self._workers):
                self._workers.pop(name).close()

    def _ask(self, name: str, command: RenderPrompt) -> PromptRendered:
        worker = self._workers.get(name)
        if worker is None or not worker.alive:
            worker = self._workers[name] = WorkerProcess(name, self._paths.logs / f"{name}-rendering.log")
        try:
            worker.send(command)
            answer = _answer(worker, command)
        except HoneError:
            self._workers.pop(name).close()
            raise
        if isinstance(answer, RequestFailed):
            kind = BadInput if answer.bad_input else HoneError
            raise kind(answer.message, answer.hint, answer.detail)
        return answer


def _answer(worker: WorkerProcess, command: RenderPrompt) -> PromptRendered | RequestFailed:
    deadline = time.monotonic() + SILENCE_SECONDS
    while time.monotonic() < deadline:
        event = worker.next_event(timeout=1.0)
        if isinstance(event, PromptRendered | RequestFailed) and event.request_id == command.request_id:
            return event
    worker.kill()
    raise HoneError(
        f"The tokenizer of {command.path.name} took too long and was ended.",
        hint="Try again, or another model: its tokenizer may be at fault.",
    )
