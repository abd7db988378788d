"""A loaded GGUF model that works on many requests at once."""

from __future__ import annotations

import llama_cpp
import msgspec
import numpy as np

from hone.domain.generation import Embed, Generate, MeasureText, Provenance, Request, Score
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.llama import completions, embedding, perplexity, scoring
from hone.workers.llama.completions import ReplyRules
from hone.workers.llama.context import ContextSettings, LlamaContext
from hone.workers.llama.jobs import Floats, Job, Workbench
from hone.workers.llama.log import LibraryLog
from hone.workers.llama.scheduler import Scheduler
from hone.workers.llama.states import StateFiles
from hone.workers.llama.variants import Variants
from hone.workers.llama.vocabulary import LlamaVocabulary
from hone.workers.serving import Outlet


class LlamaEngine:
    """Owns the model; turns requests into jobs and lets the scheduler work on them."""

    def __init__(
        self,
        model: llama_cpp.llama_model_p,
        name: str,
        settings: ContextSettings,
        outlet: Outlet,
        log: LibraryLog,
        provenance: Provenance,
    ) -> None:
        self._model = model
        self._context = LlamaContext(model, settings, log)
        self.context_length = settings.window
        vocabulary = LlamaVocabulary(model)
        template = model_template(model)
        self._prompts = ChatPrompt(vocabulary, template or None, name)
        variants = self._variants = Variants(model, log)
        owner = f"{provenance.model_hash} {provenance.build}"
        self._scheduler = Scheduler(self._context, outlet, variants.weights, StateFiles(self._context, owner))
        self._bench = Workbench(
            outlet=outlet,
            vocabulary=vocabulary,
            prompts=self._prompts,
            model=model,
            window=settings.window,
            width=self._context.width,
            loaded=variants.loaded,
        )
        self.template_hash = self._prompts.template_hash
        self._rules = ReplyRules(
            stop_ids=stop_ids(vocabulary, self._prompts),
            control_texts={token: text for text, token in vocabulary.control.items()},
            template=template,
            provenance=msgspec.structs.replace(provenance, template_hash=self.template_hash),
        )

    def submit(self, request: Request) -> None:
        """Take a request; raises BadInput when it cannot be served."""
        try:
            self._scheduler.add(self._jobs(request))
        finally:
            self._variants.drop_unused({adapter.stamp for adapter in self._scheduler.adapters_in_use()})

    def step(self) -> bool:
        """Work for a moment; returns whether there is more to do."""
        self._scheduler.step()
        return self._scheduler.busy

    def rest(self) -> None:
        """Keep evaluated conversations on disk, where their requests named a file."""
        self._scheduler.save_states()

    def forget(self) -> None:
        """Empty the cache; what is at work begins again."""
        self._scheduler.clear()

    def close(self) -> None:
        """Free model, context and adapters."""
        self._prompts.close()
        self._context.close()
        llama_cpp.llama_model_free(self._model)

    def logits_of_first_token(self) -> Floats:
        """Evaluate one token on an empty cache and return its logits; the cache is empty after it."""
        first = max(0, llama_cpp.llama_vocab_bos(llama_cpp.llama_model_get_vocab(self._model)))
        batch = self._context.batch
        batch.put(0, np.array([first], np.int32), 0, 0, 0)
        code = self._context.decode(batch.sized(1))
        if code:
            raise self._context.failure(code)
        logits = self._context.logits(0).copy()
        self._context.clear()
        return logits

    def _jobs(self, request: Request) -> list[Job]:
        match request:
            case Generate():
                return completions.jobs_for(request, self._bench, self._rules)
            case Score():
                return scoring.jobs_for(request, self._bench)
            case MeasureText():
                return perplexity.jobs_for(request, self._bench)
            case Embed():
                return embedding.jobs_for(request, self._bench)


def model_template(model: llama_cpp.llama_model_p) -> str:
    """Return the chat template that a GGUF carries; "" without one."""
    raw = llama_cpp.llama_model_chat_template(model, None)
    template = raw.decode("utf-8", errors="replace") if raw else ""
    return template if template.strip() else ""


def stop_ids(vocabulary: LlamaVocabulary, prompts: ChatPrompt) -> frozenset[int]:
    """Return the tokens that end a reply: the model's, and the one its template writes after replies."""
    ends = vocabulary.ends_of_generation
    stop = vocabulary.control.get(prompts.stop_text([vocabulary.text(token) for token in ends]))
    return ends if stop is None else ends | {stop}
