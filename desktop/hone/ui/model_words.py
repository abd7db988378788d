"""Models and adapters in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hone.domain.models import Adapter, Model, ModelFormat
from hone.inference.endpoint.kinds import label_of
from hone.tuning.methods import METHODS
from hone.ui.declared_texts import method_text
from hone.ui.kit.quantities import count_text, day_text, number_text, time_text

_FORMATS = {ModelFormat.GGUF: "GGUF", ModelFormat.SAFETENSORS: "safetensors"}


def size_words(count: float) -> str:
    """Write bytes as a person reads them: "506 MB"."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000:
            return f"{number_text(count, 0 if count >= 10 or unit == 'B' else 1)} {unit}"
        count /= 1000
    return f"{number_text(count, 1)} TB"


def parameter_words(count: int | None) -> str:
    """Write a number of parameters: "1.1 B parameters"."""
    if not count:
        return ""
    said, shown = QCoreApplication.translate("ModelWords", "{0} parameters"), str(count)
    for limit, unit in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if count >= limit:
            value = count / limit
            shown = f"{number_text(value, 1 if value < 10 else 0)} {unit}"
            break
    return said.replace("{0}", shown)


def format_words(model: Model) -> str:
    """Name the format, with the quantisation."""
    known = _FORMATS.get(model.format, "") or QCoreApplication.translate("ModelWords", "Endpoint")
    return f"{known} {model.quantization}".strip()


def model_line(model: Model) -> str:
    """Describe a model in one line."""
    parts = [format_words(model), parameter_words(model.parameters)]
    if model.endpoint is not None:
        parts = [label_of(model.endpoint) or format_words(model), model.endpoint.model]
    else:
        parts.append(size_words(model.size_bytes))
    if model.context_length:
        said = QCoreApplication.translate("ModelWords", "{0} tokens of context")
        parts.append(said.replace("{0}", count_text(model.context_length)))
    return " · ".join(part for part in parts if part)


def listed_words(count: int) -> str:
    """Count the models that a server lists."""
    if count == 0:
        return QCoreApplication.translate("ModelWords", "no list of models")
    if count == 1:
        return QCoreApplication.translate("ModelWords", "1 model")
    return QCoreApplication.translate("ModelWords", "{0} models").replace("{0}", count_text(count))


def adapter_line(adapter: Adapter) -> str:
    """Describe an adapter in one line."""
    labels = {method.name: method_text(method.label) for method in METHODS}
    trained = QCoreApplication.translate("ModelWords", "trained on {0}").replace("{0}", adapter.base_name)
    made = f"{day_text(adapter.created_at)}, {time_text(adapter.created_at)}"
    return " · ".join((labels.get(adapter.method, adapter.method), trained, made))
