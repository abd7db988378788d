"""How many parameters a model and an adapter have, from the model's shape."""

from __future__ import annotations

import msgspec

from hone.domain.models import Model, Shape

_REFERENCE = 6_740_000_000


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """Parameters by kind: `linear` weights are those that quantisation and adapters concern."""

    shape: Shape
    linear: int
    other: int
    estimated: bool = False

    @property
    def parameters(self) -> int:
        """All parameters."""
        return self.linear + self.other


def sizes_of(model: Model) -> Sizes:
    """Return a model's sizes; guessed from its number of parameters when its shape is not known."""
    shape = model.shape or _guessed_shape(model.parameters or max(1, model.size_bytes // 2))
    linear = shape.layers * sum(rows * columns for rows, columns in linear_layers(shape).values())
    embedding = shape.vocabulary * shape.hidden_size
    total = model.parameters or linear + 2 * embedding
    return Sizes(
        shape=shape, linear=min(linear, total), other=max(0, total - linear), estimated=model.shape is None
    )


def linear_layers(shape: Shape) -> dict[str, tuple[int, int]]:
    """Return the weight matrices of one block, by kind, as (inputs, outputs); gated feed-forward assumed."""
    hidden, inner = shape.hidden_size, shape.intermediate_size
    key_value = hidden * shape.kv_heads // max(1, shape.heads)
    return {
        "q": (hidden, hidden),
        "k": (hidden, key_value),
        "v": (hidden, key_value),
        "o": (hidden, hidden),
        "gate": (hidden, inner),
        "up": (hidden, inner),
        "down": (inner, hidden),
    }


def adapter_parameters(shape: Shape, rank: int, targets: str = "all-linear") -> int:
    """Return the parameters of a LoRA adapter: rank times (inputs + outputs) of each adapted matrix."""
    kinds = {"attention": ("q", "k", "v", "o"), "feed-forward": ("gate", "up", "down")}.get(targets)
    layers = linear_layers(shape)
    chosen = [layers[kind] for kind in kinds] if kinds else list(layers.values())
    return shape.layers * rank * sum(inputs + outputs for inputs, outputs in chosen)


def _guessed_shape(parameters: int) -> Shape:
    """Scale Llama 2 7B's shape (32 blocks of 4096) to another size: blocks and width by the cube root."""
    scale = (parameters / _REFERENCE) ** (1 / 3)
    hidden = max(64, round(4096 * scale / 64) * 64)
    return Shape(
        architecture="",
        layers=max(1, round(32 * scale)),
        hidden_size=hidden,
        intermediate_size=round(2.6875 * hidden),
        heads=max(1, hidden // 128),
        kv_heads=max(1, hidden // 128),
        vocabulary=32_000,
    )
