"""Keep 4-bit weights as they were packed, on every kind of CPU."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


def keep_weights_as_packed(model: torch.nn.Module) -> None:
    """Stop bitsandbytes from repacking 4-bit weights at the first forward pass without gradients.

    On CPUs with AVX512-BF16 it does so. Gradients after that are silently wrong (measured: cosine 0.37 to
    the right ones), and replies differ from those of the trainer.
    """
    from bitsandbytes.nn import Linear4bit

    for module in model.modules():
        if isinstance(module, Linear4bit):
            module.support_avx512bf16_for_cpu = False
