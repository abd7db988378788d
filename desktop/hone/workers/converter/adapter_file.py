"""Write a PEFT LoRA folder as a GGUF LoRA for llama.cpp."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import gguf
import numpy as np

from hone.errors import BadInput
from hone.export.architectures import find_architecture, reorder_rows, reordered_heads
from hone.export.lora import Pair, check_settings, correction, pairs, written_alpha
from hone.ipc.channel import Channel
from hone.ipc.messages import ConvertAdapter
from hone.workers.converter.gguf_file import FloatArray, PlannedTensor, write_tensors, written_whole
from hone.workers.converter.model_file import read_json, tensor_name
from hone.workers.converter.tensor_files import TensorFiles


def convert_adapter(command: ConvertAdapter, channel: Channel) -> Path:
    """Write `command.source` to `command.target` and return the target."""
    source, target = command.source, command.target
    settings = read_json(source / "adapter_config.json")
    check_settings(settings, str(source))
    config = read_json(command.base / "config.json")
    architecture = find_architecture(config, str(command.base))
    weights = source / "adapter_model.safetensors"
    if not weights.is_file():
        raise BadInput(f"{source} has no adapter_model.safetensors.", hint="Choose a PEFT adapter's folder.")
    files = TensorFiles([weights])
    tensors: list[PlannedTensor] = []
    for pair in pairs(files, str(weights)):
        name = tensor_name(pair.weight, int(config["num_hidden_layers"]), architecture, str(source))
        heads = reordered_heads(pair.weight, config, architecture)
        factor = correction(settings, pair.module, files[pair.a].shape[0])
        tensors.append(_tensor(f"{name}.lora_a", files, pair.a, partial(files.array, pair.a)))
        tensors.append(_tensor(f"{name}.lora_b", files, pair.b, partial(_read_b, files, pair, heads, factor)))
    with written_whole(target) as beside:
        writer = gguf.GGUFWriter(beside, architecture.gguf_name)
        writer.add_type(gguf.GGUFType.ADAPTER)
        writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
        writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, written_alpha(settings))
        writer.add_name(source.parent.name)
        write_tensors(writer, beside, tensors, channel, f"Writing {target.name}")
    return target


def _tensor(name: str, files: TensorFiles, stored: str, read: partial[FloatArray]) -> PlannedTensor:
    return PlannedTensor(name=name, shape=files[stored].shape, kind=gguf.GGMLQuantizationType.F32, read=read)


def _read_b(files: TensorFiles, pair: Pair, heads: int | None, factor: float) -> FloatArray:
    """Read a B matrix in the row order of the base's tensor, with what alpha and rank do not say."""
    rows = files.array(pair.b)
    if heads:
        rows = reorder_rows(rows, heads)
    return rows if factor == 1.0 else (rows * np.float32(factor)).astype(np.float32)
