"""What a run will need: memory part by part, disk, and changes of the plan that would make it fit.

Closed formulas for one device and Hone's own trainer: adapter, gradients and AdamW in 32 bits, one
micro-batch in flight, logits only where a token is trained. Checked against published peaks of
Llama-2-7B and 13B (LLaMA-Factory's wiki, LitGPT's tables; within 10 %) and of the 6 M model on the CPU
(within 15 %); tests hold these. Not covered: feed-forwards without a gate (for phi-1.5 half as much again is
told as LitGPT measured), mixtures of experts, and losses computed in chunks (torchtune's 7.4 GiB for an 8B
model with a vocabulary of 128,256; Hone's trainer holds all logits of a micro-batch, so it needs more).
Exact tracing of one step with fake tensors, which was measured to be within 8 %, comes later; a real
measurement of a few steps is offered in the wizard and beats both.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hone.domain.datasets import TokenCounts
from hone.domain.fields import Value
from hone.domain.forecast import Change, Forecast, Part, Place
from hone.domain.models import Model
from hone.domain.plan import Plan
from hone.tuning.methods import find_method
from hone.tuning.sizes import Sizes, adapter_parameters, sizes_of
from hone.tuning.steps import steps_of

NF4_BYTES = 4.127 / 8
"""Bytes per weight in NF4 with double quantisation (QLoRA, section 3)."""

_GPU_CONTEXT = 500 * 2**20
_PROCESS = 680 * 2**20
_KEPT_CHECKPOINTS = 3
_CHECKPOINT_BYTES = 16
_ADAPTER_BYTES = 8


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """Where training runs. `compute_bytes` is 2 for bf16 or fp16, 4 for fp32; `name` is for people."""

    place: Place
    name: str
    free_bytes: int
    compute_bytes: int = 2


def forecast(plan: Plan, model: Model, counts: TokenCounts, device: Device, disk_free: int) -> Forecast:
    """Reckon what `plan` needs on `device`, and what would make it fit when it does not."""
    found = _without_changes(plan, model, counts, device, disk_free)
    if found.fits_memory:
        return found
    return msgspec.structs.replace(found, changes=tuple(_changes(plan, model, counts, device, disk_free)))


def _without_changes(
    plan: Plan, model: Model, counts: TokenCounts, device: Device, disk_free: int
) -> Forecast:
    sizes = sizes_of(model)
    method = find_method(plan.method.name)
    values = method.checked(plan.method.settings)
    adapter = adapter_parameters(sizes.shape, int(values["rank"]), str(values["target_modules"]))
    parts = memory_parts(plan, sizes, adapter, counts, device, method.quantization == "nf4")
    disk = adapter * (_KEPT_CHECKPOINTS * _CHECKPOINT_BYTES + _ADAPTER_BYTES)
    return Forecast(
        parts=(*parts, _disk_part(disk)),
        place=device.place,
        peak_bytes=sum(part.bytes for part in parts),
        free_bytes=device.free_bytes,
        disk_bytes=disk,
        disk_free_bytes=disk_free,
        steps=steps_of(max(1, counts.rows), plan.data, plan.training).optimizer_steps,
    )


def memory_parts(
    plan: Plan, sizes: Sizes, adapter: int, counts: TokenCounts, device: Device, nf4: bool
) -> tuple[Part, ...]:
    """Return the parts of the peak where training runs."""
    length = min(plan.training.context_length, counts.longest or plan.training.context_length)
    rows = plan.training.micro_batch
    share = counts.trained_tokens / counts.tokens if counts.tokens else 1.0
    base = _GPU_CONTEXT if device.place is Place.GPU else _PROCESS
    weights = sizes.parameters * device.compute_bytes
    if nf4:
        weights = round(sizes.linear * NF4_BYTES) + sizes.other * device.compute_bytes
    logits = _logit_bytes(sizes, rows * length, share, rows, device)
    activations = _activation_bytes(sizes, rows * length, device, nf4, plan.training.gradient_checkpointing)
    guessed = " The model's shape is guessed from its size." if sizes.estimated else ""

    def part(name: str, size: float, text: str) -> Part:
        return Part(name=name, bytes=round(size), place=device.place, help=text)

    held = "in 4 bits, what is no linear layer in full" if nf4 else f"in {8 * device.compute_bytes} bits"
    return (
        part("Model", weights, f"{sizes.parameters:,} parameters, {held}.{guessed}"),
        part("Adapter", adapter * 4, f"{adapter:,} trained parameters in 32 bits."),
        part("Gradients", adapter * 4, "One number in 32 bits for each trained parameter."),
        part("Optimizer", adapter * 8, "AdamW keeps two numbers in 32 bits for each trained parameter."),
        part("Activations", activations, f"{rows} rows of up to {length:,} tokens through the model."),
        part("Loss", logits, f"Probabilities of {sizes.shape.vocabulary:,} tokens at each trained place."),
        part("Process", base, "The libraries themselves, before any model is loaded."),
    )


def _activation_bytes(sizes: Sizes, tokens: int, device: Device, nf4: bool, checkpointing: bool) -> float:
    """Tensors kept for the backward pass.

    Per token and block: 8 of the hidden size (norms, queries, keys, values, attention's output) and 4 of
    the feed-forward's. NF4 keeps 1.4 times as much (measured here on 62 M parameters, and the difference
    of LitGPT's LoRA and QLoRA tables). With checkpointing only each block's input is kept, and one block
    is computed again: 1.3 times its tensors on a GPU. On the CPU the allocator needs 1.5 times as much, and
    the block computed again 4 times, NF4 as above (fitted to peaks of Hone's trainer with the 6 M model, 64
    to 8,192 tokens at once; the allocator's share varies, 30 to 150 % were seen).
    """
    shape = sizes.shape
    block = (8 * shape.hidden_size + 4 * shape.intermediate_size) * device.compute_bytes
    more = 1.4 if nf4 else 1.0
    slack, again = (1.0, 1.3) if device.place is Place.GPU else (1.5, 4.0 * more)
    if checkpointing:
        kept = shape.layers * shape.hidden_size * device.compute_bytes
        return slack * tokens * (kept + again * block)
    return slack * tokens * shape.layers * block * more


def _logit_bytes(sizes: Sizes, tokens: int, share: float, rows: int, device: Device) -> float:
    """Logits, their 32-bit copy, log-probabilities and gradient, at places where any row is trained."""
    places = tokens * min(1.0, 1 - (1 - share) ** rows)
    each = 8 + 2 * device.compute_bytes if device.compute_bytes == 2 else 12
    return places * sizes.shape.vocabulary * each


def _disk_part(size: int) -> Part:
    return Part(
        name="Checkpoints",
        bytes=size,
        place=Place.DISK,
        help=f"{_KEPT_CHECKPOINTS} checkpoints with the optimizer's state, and the adapter in two forms.",
    )


def _changes(
    plan: Plan, model: Model, counts: TokenCounts, device: Device, disk_free: int
) -> Iterator[Change]:
    """Give the single changes that make the plan fit; when none does alone, all, one upon the other."""
    fitting: list[Change] = []
    together: list[Change] = []
    reached = plan
    for path, value, label in _candidates(plan):
        alone = _without_changes(changed(plan, path, value), model, counts, device, disk_free)
        if alone.fits_memory and all(change.path != path for change in fitting):
            fitting.append(Change(path=path, value=value, label=label, peak_bytes=alone.peak_bytes))
        reached = changed(reached, path, value)
        peak = _without_changes(reached, model, counts, device, disk_free).peak_bytes
        together = [change for change in together if change.path != path]
        together.append(Change(path=path, value=value, label=label, peak_bytes=peak))
    yield from fitting or together


def _candidates(plan: Plan) -> Iterator[tuple[str, Value, str]]:
    """Give changes from the harmless to the costly; several values of one setting from mild to strong."""
    training = plan.training
    if not training.gradient_checkpointing:
        yield "training.gradient_checkpointing", True, "Turn gradient checkpointing on (about a third slower)"
    if plan.method.name != "qlora":
        yield "method.name", "qlora", "Hold the model in 4 bits (QLoRA)"
    rows = training.micro_batch
    while rows > 1:
        rows //= 2
        yield "training.micro_batch", rows, f"Train {rows} rows at once, with as many per step as before"
    context = training.context_length
    while context > 256:
        context //= 2
        yield (
            "training.context_length",
            context,
            f"Cut rows at {context:,} tokens (longer ones lose their end)",
        )


def changed(plan: Plan, path: str, value: Value) -> Plan:
    """Return `plan` with one setting changed; a smaller micro-batch keeps the effective batch."""
    section_name, _, name = path.partition(".")
    section = getattr(plan, section_name)
    new = msgspec.structs.replace(section, **{name: value})
    if path == "training.micro_batch":
        accumulation = max(1, round(plan.training.effective_batch / int(value)))
        new = msgspec.structs.replace(new, gradient_accumulation=accumulation)
    return msgspec.structs.replace(plan, **{section_name: new})
