"""`hone models fit`: how a model would be loaded, and what that needs of memory."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer
from rich.table import Table

from hone.cli.choices import choose_model
from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.cli.words import size
from hone.domain.fit import Fit, FlashAttention, FreeMemory, KvType, Need
from hone.domain.models import Model, ModelFormat
from hone.domain.settings import Settings
from hone.inference.fit import DoesNotFit

_PARTS = (
    ("Weights", "weights"),
    ("KV cache", "kv_cache"),
    ("Buffers", "compute"),
    ("Libraries", "overhead"),
    ("Together", "total"),
)


def fit(
    context: typer.Context,
    model: Annotated[str, typer.Argument(help="A model's name, id, GGUF file or folder.", metavar="MODEL")],
    length: Annotated[
        int | None, typer.Option("--context", help="Tokens of context; 0: up to 8,192, as far as they fit.")
    ] = None,
    kv_type: Annotated[
        KvType | None, typer.Option("--kv-type", help="How keys and values are stored.")
    ] = None,
    flash_attention: Annotated[
        FlashAttention | None, typer.Option("--flash-attention", help="Whether to use it.")
    ] = None,
    gpu_layers: Annotated[
        int | None, typer.Option("--gpu-layers", help="Layers on the GPU; -1: as many as fit.")
    ] = None,
    quantization: Annotated[
        str, typer.Option("--quantization", help="For folders: nf4, int8, bf16, fp16 or fp32.")
    ] = "",
    free_bytes: Annotated[
        int | None, typer.Option("--free-bytes", min=0, help="As if so many bytes of memory were free.")
    ] = None,
    gpu_free_bytes: Annotated[
        int | None, typer.Option("--gpu-free-bytes", min=0, help="As if a GPU had so many bytes free.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Say how a model would be loaded and what it needs; ends with 2 when nothing that was asked fits."""
    session: Session = context.obj
    found = choose_model(session.services, model)
    given = {
        "context_length": length,
        "kv_type": kv_type,
        "flash_attention": flash_attention,
        "gpu_layers": gpu_layers,
    }
    chosen = {name: value for name, value in given.items() if value is not None}
    settings = msgspec.structs.replace(session.services.settings.get(), **chosen)
    try:
        fitted = session.services.fitting.fit(
            found, settings, quantization, _free(session, found, free_bytes, gpu_free_bytes)
        )
    except DoesNotFit as refusal:
        if as_json:
            put_json(_refused(refusal))
        raise
    if as_json:
        put_json(_as_json(fitted))
    else:
        _print(session, found, settings, fitted)
    return 0


def _free(session: Session, model: Model, memory: int | None, gpu: int | None) -> FreeMemory | None:
    """Return what is free, with the figures that were given instead; None: what is free now."""
    if memory is None and gpu is None:
        return None
    now = session.services.fitting.free(model.format)
    return FreeMemory(
        memory=now.memory if memory is None else memory,
        gpu=gpu if gpu is not None else (now.gpu if memory is None else None),
    )


def _print(session: Session, model: Model, settings: Settings, fitted: Fit) -> None:
    chosen = Table(show_header=False, box=None)
    chosen.add_row("Model", model.name)
    chosen.add_row("Context", f"{fitted.context_length:,} tokens{_auto(not settings.context_length)}")
    if fitted.format is ModelFormat.GGUF:
        chosen.add_row("KV cache", f"{fitted.kv_type}{_auto(settings.kv_type is KvType.AUTO)}")
        chosen.add_row("Flash attention", str(fitted.flash_attention))
    if fitted.free.gpu is not None:
        layers = "all" if fitted.gpu_layers < 0 else str(fitted.gpu_layers)
        chosen.add_row("Layers on the GPU", f"{layers} of {fitted.layers}{_auto(settings.gpu_layers < 0)}")
    session.console.print(chosen)
    session.console.print("")
    session.console.print(_forecast(fitted))


def _auto(auto: bool) -> str:
    return " (chosen)" if auto else ""


def _forecast(fitted: Fit) -> Table:
    places: list[tuple[str, Need, int]] = [("Memory", fitted.forecast.memory, fitted.free.memory)]
    if fitted.free.gpu is not None:
        places.append(("GPU", fitted.forecast.gpu, fitted.free.gpu))
    table = Table("Needs", box=None)
    for name, _, _ in places:
        table.add_column(name, justify="right")
    for label, part in _PARTS:
        table.add_row(label, *(size(getattr(need, part)) for _, need, _ in places))
    table.add_row("Free", *(size(free) for _, _, free in places))
    return table


def _as_json(fitted: Fit) -> dict[str, object]:
    return {
        "fits": True,
        "setting": fitted.setting,
        "layers": fitted.layers,
        "forecast": fitted.forecast,
        "total": fitted.forecast.total,
        "free": fitted.free,
    }


def _refused(refusal: DoesNotFit) -> dict[str, object]:
    largest = _as_json(refusal.largest) if refusal.largest is not None else None
    return {
        "fits": False,
        "forecast": refusal.needed,
        "total": refusal.needed.total,
        "free": refusal.free,
        "largest": largest,
    }
