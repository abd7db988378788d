"""What prompt tuning, p-tuning and prefix tuning learned, as the first slots of a cache.

Prompt tuning and p-tuning keep vectors that stand before the embeddings of the text; prefix tuning keeps
keys and values for every layer. Both give slots that hold no token, before all others: positions count on
from there, as in training with peft.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from transformers import PreTrainedModel

from hone.workers.huggingface.adapter_folder import WEIGHTS, AdapterFolder, Family
from hone.workers.huggingface.slots import Slots, new_cache


def virtual_embeddings(folders: Sequence[AdapterFolder], device: torch.device) -> torch.Tensor:
    """Return the vectors of soft prompts one after another, shape (1, virtual tokens, hidden size)."""
    return torch.cat([_learned(folder.path) for folder in folders])[None].to(device)


def prefix_slots(folder: AdapterFolder, model: PreTrainedModel) -> Slots:
    """Return a row whose slots hold the keys and values of a prefix tuning."""
    config = model.config.get_text_config()
    heads = getattr(config, "num_key_value_heads", None) or config.num_attention_heads
    learned = _learned(folder.path).to(model.device, model.dtype)
    count = learned.shape[0]
    parts = learned.view(1, count, config.num_hidden_layers * 2, heads, -1).permute(2, 0, 3, 1, 4)
    cache = new_cache(model.config)
    for layer in range(config.num_hidden_layers):
        cache.update(parts[2 * layer].contiguous(), parts[2 * layer + 1].contiguous(), layer)
    return Slots(cache, torch.ones((1, count), dtype=torch.bool, device=model.device), [count])


def split_by_family(folders: Sequence[AdapterFolder]) -> tuple[list[AdapterFolder], AdapterFolder | None]:
    """Return the soft prompts that are vectors, and the one that is a prefix."""
    prefix = next((folder for folder in folders if folder.family is Family.PREFIX), None)
    return [folder for folder in folders if folder.family is Family.PROMPT], prefix


def _learned(path: Path) -> torch.Tensor:
    return load_file(path / WEIGHTS)["prompt_embeddings"]
