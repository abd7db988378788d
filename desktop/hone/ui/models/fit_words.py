"""Whether a model fits into free memory, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hone.domain.fit import Fit
from hone.domain.models import ModelFormat
from hone.services.fitting import Outlook
from hone.ui.kit.quantities import count_text, size_text


def outlook_sentence(outlook: Outlook) -> str:
    """Return what a model's card says: what it needs, what would fit, or why that cannot be told."""
    if outlook.fit is not None:
        return fit_sentence(outlook.fit)
    if outlook.needed is None:
        return outlook.problem
    free = size_text(outlook.free.total)
    if outlook.largest is None:
        said = QCoreApplication.translate("FitWords", "Does not fit: needs about {0}, and {1} are free")
        return _filled(said, size_text(outlook.needed.total), free)
    said = QCoreApplication.translate(
        "FitWords", "Does not fit as set: needs about {0}, and {1} are free. {2} would"
    )
    return _filled(said, size_text(outlook.needed.total), free, _setting(outlook.largest))


def _setting(fit: Fit) -> str:
    """Name a setting: "A window of 40,000 tokens with a KV cache in q8_0"."""
    said = QCoreApplication.translate("FitWords", "A window of {0} tokens with a KV cache in {1}")
    if fit.format is not ModelFormat.GGUF:
        said = QCoreApplication.translate("FitWords", "A window of {0} tokens")
    return _filled(said, count_text(fit.context_length), fit.kv_type)


def fit_sentence(fit: Fit) -> str:
    """Say what is needed and free: "Needs about 1.2 GB with a window of 8,192 tokens; 20 GB free"."""
    need, window = fit.forecast, count_text(fit.context_length)
    if need.gpu.total and fit.free.gpu is not None:
        said = QCoreApplication.translate(
            "FitWords", "Needs about {0} of the GPU with a window of {1} tokens; {2} free there"
        )
        text = _filled(said, size_text(need.gpu.total), window, size_text(fit.free.gpu))
        if fit.partial:
            text += _filled(
                QCoreApplication.translate("FitWords", " ({0} of {1} layers fit)"),
                str(fit.gpu_layers),
                str(fit.layers),
            )
        return text
    said = QCoreApplication.translate("FitWords", "Needs about {0} with a window of {1} tokens; {2} free")
    return _filled(said, size_text(need.memory.total), window, size_text(fit.free.memory))


def _filled(text: str, *values: str) -> str:
    for index, value in enumerate(values):
        text = text.replace(f"{{{index}}}", value)
    return text
