"""Load a folder of safetensors. The heavy libraries are imported here, when a model is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from hone.domain.generation import ModelLoaded
from hone.errors import BadInput
from hone.ipc.messages import LoadModel
from hone.workers.engine import Report, context_for
from hone.workers.threads import threads_for

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

    from hone.workers.huggingface.engine import HuggingFaceEngine

QUANTIZATIONS = ("", "nf4")
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
        self, command: LoadModel, report: Report, stopped: Callable[[], bool]
    ) -> tuple[HuggingFaceEngine, ModelLoaded]:
        """Load a model and evaluate one token with it; raises BadInput when either cannot be done."""
        started = time.monotonic()
        report("Starting PyTorch", 0.0, _STEPS)
        import torch

        report("Starting transformers", 1.0, _STEPS)
        from hone.workers.huggingface.engine import HuggingFaceEngine

        threads = command.threads or threads_for(_weight_bytes(command.path))
        torch.set_num_threads(threads)
        device = torch.device("cuda" if torch.cuda.is_available() and command.gpu_layers != 0 else "cpu")
        report("Loading the weights", 2.0, _STEPS)
        model = load_weights(command.path, command.quantization, device)
        report("Preparing the first reply", 3.0, _STEPS)
        trained = _trained_context(model)
        engine = HuggingFaceEngine(model, command.path, context_for(command.context_length, trained))
        if not torch.isfinite(engine.logits_of_first_token()).all():
            raise BadInput(
                f"{command.path.name} has damaged weights: it computes values that are not numbers.",
                hint="Get the model's files again.",
            )
        return engine, ModelLoaded(
            path=command.path,
            context_length=engine.context_length,
            seconds=time.monotonic() - started,
            device=_device_name(device, threads),
            memory_bytes=_memory(device),
        )


def load_weights(folder: Path, quantization: str, device: torch.device) -> PreTrainedModel:
    """Load a model for inference; only safetensors, nothing from the network, no code of the model.

    Raises BadInput when transformers does not know or cannot read it.
    """
    import torch
    from transformers import AutoModelForCausalLM

    if quantization not in QUANTIZATIONS:
        raise BadInput(
            f"{quantization!r} is no quantisation of this engine.", hint="Leave it empty, or use nf4."
        )
    dtype = torch.float16 if device.type == "cuda" and not torch.cuda.is_bf16_supported() else "auto"
    try:
        model = AutoModelForCausalLM.from_pretrained(
            folder,
            dtype=dtype,
            quantization_config=_nf4() if quantization == "nf4" else None,
            device_map={"": device},
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
        )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
        raise BadInput(
            f"{folder.name} could not be loaded: {_first_line(error)}",
            hint="The files may be damaged, or the model may need a newer transformers or more memory.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    if getattr(model, "is_quantized", False):
        _keep_weights_as_packed(model)
    return model.eval()


def _nf4() -> Any:
    import torch
    from transformers import BitsAndBytesConfig

    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16 if torch.cuda.is_available() else torch.float32,
    )


def _keep_weights_as_packed(model: torch.nn.Module) -> None:
    """Stop bitsandbytes from repacking 4-bit weights on CPUs with AVX512-BF16.

    It does so at the first forward pass without gradients; what it leaves behind gives wrong gradients
    later, and replies that differ from those of the trainer.
    """
    from bitsandbytes.nn import Linear4bit

    for module in model.modules():
        if isinstance(module, Linear4bit):
            module.support_avx512bf16_for_cpu = False


def _trained_context(model: PreTrainedModel) -> int:
    config = model.config.get_text_config()
    for name in ("max_position_embeddings", "n_positions", "n_ctx", "seq_length"):
        value = getattr(config, name, None)
        if isinstance(value, int) and value > 0:
            return value
    return 0


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__)[:300]


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
