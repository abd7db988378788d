"""What the libraries raise, as sentences with a next step."""

from __future__ import annotations

from hone.domain.plan import Plan
from hone.errors import HoneError
from hone.workers.trainer.machine import Machine

_MEMORY_SIGNS = ("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether `error` says that memory ran out, on the GPU or beside it."""
    if isinstance(error, MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in _MEMORY_SIGNS)


def out_of_memory(error: BaseException, plan: Plan, machine: Machine) -> HoneError:
    """Say how much memory there was, and which change of the plan makes it fit."""
    place = "The GPU's memory" if machine.is_gpu else "This machine's memory"
    used, free = machine.peak_memory_bytes() / 1e9, machine.free_memory_bytes() / 1e9
    return HoneError(
        f"{place} is too small for this plan: training had taken {used:.1f} GB when it ran out, "
        f"{free:.1f} GB were free.",
        hint=_smaller(plan),
        detail=f"{type(error).__name__}: {error}",
    )


def loss_is_not_finite(step: int, rate: float) -> HoneError:
    """Say that training has diverged."""
    return HoneError(
        f"The loss was no longer a number at step {step}: training has diverged.",
        hint=f"Use a smaller learning rate, for example {rate / 3:.1g} instead of {rate:g}. "
        "Checkpoints made before are unharmed.",
    )


def _smaller(plan: Plan) -> str:
    training = plan.training
    if not training.gradient_checkpointing:
        return "Set gradient_checkpointing = true: slower by about a third, with much less memory."
    if training.micro_batch > 1:
        half, twice = (training.micro_batch + 1) // 2, training.gradient_accumulation * 2
        return (
            f"Set micro_batch = {half} and gradient_accumulation = {twice}: the same training in less memory."
        )
    if training.context_length > 256:
        return f"Set context_length = {training.context_length // 2}: longer rows are cut there."
    return "Use a smaller base model, or close programs that hold memory."
