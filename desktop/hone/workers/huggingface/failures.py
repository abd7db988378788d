"""What went wrong while a model computed, as errors that the worker's loop understands."""

from __future__ import annotations

import torch

from hone.errors import HoneError
from hone.workers.serving import Broken

EVALUATION_ERRORS = (RuntimeError, IndexError, ValueError, MemoryError)
_OUT_OF_MEMORY = ("out of memory", "can't allocate", "not enough memory")


def evaluation_failure(error: BaseException) -> HoneError:
    """Return the error to raise for one that the model raised.

    After a lack of memory the model is still usable; after any other error of a GPU its state is unknown,
    and only the end of the process cleans up.
    """
    detail = f"{type(error).__name__}: {error}"
    if is_out_of_memory(error):
        return HoneError(
            "There is not enough memory for this conversation.",
            hint="Shorten it, ask for fewer replies at once, or use a smaller model or context length.",
            detail=detail,
        )
    if isinstance(error, torch.AcceleratorError) or "cuda error" in str(error).lower():
        return Broken(
            "The graphics card failed while the model computed.",
            hint="Send again: the engine starts anew. After waking from sleep the driver may need a restart.",
            detail=detail,
        )
    reason = (str(error).splitlines() or [repr(error)])[0][:200]
    return HoneError(
        f"The model could not evaluate the text: {reason}",
        hint="Try again; if it happens again, the model's files may be damaged.",
        detail=detail,
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error means that memory was not enough."""
    text = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or any(
        mark in text for mark in _OUT_OF_MEMORY
    )
