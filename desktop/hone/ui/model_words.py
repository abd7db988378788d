"""Models and adapters in words."""

from __future__ import annotations

from hone.domain.models import Adapter, Model, ModelFormat
from hone.inference.endpoint.kinds import label_of
from hone.tuning.methods import METHODS
from hone.ui.kit.quantities import count_text

_FORMATS = {
    ModelFormat.GGUF: "GGUF",
    ModelFormat.SAFETENSORS: "safetensors",
    ModelFormat.ENDPOINT: "Endpoint",
}


def size_words(count: float) -> str:
    """Write bytes as a person reads them: "506 MB"."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if count >= 10 or unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"


def parameter_words(count: int | None) -> str:
    """Write a number of parameters: "1.1 B parameters"."""
    if not count:
        return ""
    for limit, unit in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if count >= limit:
            value = count / limit
            return f"{value:.1f} {unit} parameters" if value < 10 else f"{value:.0f} {unit} parameters"
    return f"{count} parameters"


def format_words(model: Model) -> str:
    """Name the format, with the quantisation."""
    return f"{_FORMATS[model.format]} {model.quantization}".strip()


def model_line(model: Model) -> str:
    """Describe a model in one line."""
    parts = [format_words(model), parameter_words(model.parameters)]
    if model.endpoint is not None:
        parts = [label_of(model.endpoint) or format_words(model), model.endpoint.model]
    else:
        parts.append(size_words(model.size_bytes))
    if model.context_length:
        parts.append(f"{count_text(model.context_length)} tokens of context")
    return " · ".join(part for part in parts if part)


def listed_words(count: int) -> str:
    """Count the models that a server lists."""
    if count == 0:
        return "no list of models"
    return "1 model" if count == 1 else f"{count} models"


def adapter_line(adapter: Adapter) -> str:
    """Describe an adapter in one line."""
    made = adapter.created_at.astimezone()
    labels = {method.name: method.label for method in METHODS}
    method = labels.get(adapter.method, adapter.method)
    return f"{method} · trained on {adapter.base_name} · {made:%d %b %Y, %H:%M}"
