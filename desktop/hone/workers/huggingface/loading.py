"""Load a folder of safetensors. The heavy libraries are imported here, when a model is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from hone.domain.generation import (
    Feature,
    ModelLoaded,
    PromptRendered,
    Provenance,
    RenderPrompt,
)
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.ipc.messages import LoadModel
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.completion import context_for
from hone.workers.huggingface.vocabulary import FolderVocabulary
from hone.workers.llama.model_hash import model_hash
from hone.workers.serving import Outlet, Report
from hone.workers.threads import threads_for

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

    from hone.workers.huggingface.engine import HuggingFaceEngine

FEATURES = tuple(feature for feature in Feature if feature is not Feature.STATE)
SHARE_FOR_CACHES = 0.6  # of the memory that is free after loading
_STEPS = 4.0


class HuggingFaceLoader:
    """Loads safetensors models into this process."""

    name = "huggingface"

    def __init__(self, build: str) -> None:
        self._build = build

    def build(self) -> str:
        """Return the libraries and their versions."""
        return self._build

    def load(
        self, command: LoadModel, outlet: Outlet, report: Report, stopped: Callable[[], bool]
    ) -> tuple[HuggingFaceEngine, ModelLoaded]:
        """Load a model and evaluate one token with it; raises BadInput when either cannot be done."""
        started = time.monotonic()
        report("Starting PyTorch", 0.0, _STEPS)
        import torch

        report("Starting transformers", 1.0, _STEPS)
        from hone.workers.huggingface.weights import load_weights

        threads = command.threads or threads_for(_weight_bytes(command.path))
        torch.set_num_threads(threads)
        device = torch.device("cuda" if torch.cuda.is_available() and command.gpu_layers != 0 else "cpu")
        report("Loading the weights", 2.0, _STEPS)
        model = load_weights(command.path, command.quantization, device, command.allow_code)
        report("Preparing the first reply", 3.0, _STEPS)
        facts = ModelLoaded(
            path=command.path,
            context_length=context_for(command.context_length, _trained_context(model)),
            seconds=0.0,
            device=_device_name(device, threads),
            features=FEATURES,
            samplers=Sampling.__struct_fields__,
            build=self._build,
            model_hash=folder_hash(command.path),
        )
        engine, facts = _engine(model, command, outlet, facts)
        return engine, _finished(facts, started, device)

    def render(self, command: RenderPrompt, outlet: Outlet) -> None:
        """Send the text and the tokens of a prompt; torch is not imported."""
        vocabulary = FolderVocabulary(command.path)
        prompts = ChatPrompt(vocabulary, command.template or vocabulary.template, command.path.name)
        try:
            rendered = prompts.render(command.prompt)
        finally:
            prompts.close()
        outlet.send(
            PromptRendered(
                request_id=command.request_id,
                text=rendered.text,
                token_ids=tuple(rendered.tokens),
                pieces=tuple(vocabulary.text(token) for token in rendered.tokens),
            )
        )


def _engine(
    model: PreTrainedModel, command: LoadModel, outlet: Outlet, facts: ModelLoaded
) -> tuple[HuggingFaceEngine, ModelLoaded]:
    """Put the parts together, and see that the model computes numbers; raises BadInput when not."""
    import msgspec
    import torch

    from hone.workers.huggingface.engine import HuggingFaceEngine
    from hone.workers.huggingface.requests import Preparation
    from hone.workers.huggingface.tokens import Tokens, stop_ids

    vocabulary = FolderVocabulary(command.path)
    prompts = ChatPrompt(vocabulary, vocabulary.template, command.path.name)
    facts = msgspec.structs.replace(facts, template_hash=prompts.template_hash)
    settings = model.generation_config
    ends = stop_ids(vocabulary, prompts, settings.eos_token_id if settings is not None else None)
    tokens = Tokens(command.path, vocabulary, ends)
    engine = HuggingFaceEngine(
        model=model,
        preparation=Preparation(vocabulary, prompts, tokens, facts.context_length, model),
        tokens=tokens,
        outlet=outlet,
        memory=_memory_for_caches(model.device),
        sequences=command.sequences,
        provenance=Provenance(
            model_hash=facts.model_hash,
            template_hash=facts.template_hash,
            build=facts.build,
            device=facts.device,
        ),
    )
    if not torch.isfinite(engine.logits_of_first_token()).all():
        raise BadInput(
            f"{command.path.name} has damaged weights: it computes values that are not numbers.",
            hint="Get the model's files again.",
        )
    return engine, facts


def folder_hash(folder: Path) -> str:
    """Return a name for the content of a folder's weights: 16 hexadecimal digits."""
    files = sorted(folder.glob("*.safetensors"))
    return sha256("".join(model_hash(file) for file in files).encode()).hexdigest()[:16]


def _finished(facts: ModelLoaded, started: float, device: torch.device) -> ModelLoaded:
    import msgspec

    return msgspec.structs.replace(facts, seconds=time.monotonic() - started, memory_bytes=_memory(device))


def _trained_context(model: PreTrainedModel) -> int:
    config = model.config.get_text_config()
    for name in ("max_position_embeddings", "n_positions", "n_ctx", "seq_length"):
        value = getattr(config, name, None)
        if isinstance(value, int) and value > 0:
            return value
    return 0


def _weight_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*.safetensors") if file.is_file())


def _device_name(device: torch.device, threads: int) -> str:
    import torch

    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return f"CPU, {threads} {'thread' if threads == 1 else 'threads'}"


def _memory(device: torch.device) -> int:
    import torch

    if device.type == "cuda":
        return int(torch.cuda.memory_allocated(device))
    return int(psutil.Process().memory_info().rss)


def _memory_for_caches(device: torch.device) -> int:
    import torch

    free = torch.cuda.mem_get_info(device)[0] if device.type == "cuda" else psutil.virtual_memory().available
    return int(free * SHARE_FOR_CACHES)
