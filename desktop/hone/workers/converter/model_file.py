"""Write a model folder as one GGUF file: shape, tokenizer, chat template, weights."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import gguf
import tokenizers

from hone.errors import BadInput
from hone.export.architectures import (
    Architecture,
    find_architecture,
    hyper_parameters,
    reorder_rows,
    reordered_heads,
    rope_factors,
)
from hone.export.vocabulary import Vocabulary, vocabulary
from hone.ipc.channel import Channel
from hone.ipc.messages import ConvertModel
from hone.workers.converter.gguf_file import (
    FloatArray,
    PlannedTensor,
    add_value,
    write_tensors,
    written_whole,
)
from hone.workers.converter.tensor_files import TensorFiles, model_tensors

KINDS: dict[str, tuple[gguf.GGMLQuantizationType, gguf.LlamaFileType]] = {
    "f32": (gguf.GGMLQuantizationType.F32, gguf.LlamaFileType.ALL_F32),
    "f16": (gguf.GGMLQuantizationType.F16, gguf.LlamaFileType.MOSTLY_F16),
    "q8_0": (gguf.GGMLQuantizationType.Q8_0, gguf.LlamaFileType.MOSTLY_Q8_0),
}
_Q8_BLOCK = 32
_SKIPPED = ("rotary_emb.inv_freq",)


def convert_model(command: ConvertModel, channel: Channel) -> Path:
    """Write `command.source` to `command.target` and return the target."""
    source, target = command.source, command.target
    if command.kind not in KINDS:
        raise BadInput(f"There is no type {command.kind!r} here.", hint=f"Use one of {', '.join(KINDS)}.")
    config = read_json(source / "config.json")
    architecture = find_architecture(config, str(source))
    tokenizer_json = read_json(source / "tokenizer.json")
    words = vocabulary(tokenizer_json, int(config["vocab_size"]), str(source))
    tensors = _planned(source, config, architecture, KINDS[command.kind][0])
    with written_whole(target) as beside:
        writer = gguf.GGUFWriter(beside, architecture.gguf_name)
        writer.add_name(source.name)
        writer.add_file_type(int(KINDS[command.kind][1]))
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
        for key, value in hyper_parameters(config, architecture, str(source)).items():
            add_value(writer, f"{architecture.gguf_name}.{key}", value)
        if command.base_fingerprint:
            writer.add_string("hone.base_fingerprint", command.base_fingerprint)
        _add_tokenizer(writer, source, words)
        write_tensors(writer, beside, tensors, channel, f"Writing {target.name}")
    return target


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object of a model folder; BadInput naming the file when it cannot be read."""
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{path} cannot be read.", hint="Choose a folder with a whole model.", detail=str(error)
        ) from error
    return content


def tensor_name(name: str, layers: int, architecture: Architecture, where: str) -> str:
    """Return the GGUF name of a tensor; BadInput when the architecture has no such tensor."""
    found = gguf.get_tensor_name_map(_model_arch(architecture), layers).get_name(
        name, try_suffixes=(".weight", ".bias")
    )
    if found is None:
        raise BadInput(
            f"{where}: the tensor {name!r} is unknown to llama.cpp's {architecture.gguf_name} models.",
            hint="The model can be used as it is, in the transformers engine.",
        )
    return str(found)


def _model_arch(architecture: Architecture) -> gguf.MODEL_ARCH:
    return next(arch for arch, name in gguf.MODEL_ARCH_NAMES.items() if name == architecture.gguf_name)


def _planned(
    source: Path, config: dict[str, Any], architecture: Architecture, kind: gguf.GGMLQuantizationType
) -> list[PlannedTensor]:
    files, layers = model_tensors(source), int(config["num_hidden_layers"])
    planned: list[PlannedTensor] = []
    factors = rope_factors(config)
    if factors is not None:
        planned.append(
            PlannedTensor(
                name="rope_freqs.weight",
                shape=factors.shape,
                kind=gguf.GGMLQuantizationType.F32,
                read=lambda: factors,
            )
        )
    for name, entry in files.items():
        if name.endswith(_SKIPPED) or (name == "lm_head.weight" and config.get("tie_word_embeddings")):
            continue
        planned.append(
            PlannedTensor(
                name=tensor_name(name, layers, architecture, str(source)),
                shape=entry.shape,
                kind=_kind_of(entry.shape, kind),
                read=partial(_read, files, name, reordered_heads(name, config, architecture)),
            )
        )
    return planned


def _kind_of(shape: tuple[int, ...], kind: gguf.GGMLQuantizationType) -> gguf.GGMLQuantizationType:
    """Norms and biases stay in 32 bits (llama.cpp aborts on 16-bit norms); rows must fill whole blocks."""
    if len(shape) < 2:
        return gguf.GGMLQuantizationType.F32
    if kind is gguf.GGMLQuantizationType.Q8_0 and shape[-1] % _Q8_BLOCK:
        return gguf.GGMLQuantizationType.F16
    return kind


def _read(files: TensorFiles, name: str, heads: int | None) -> FloatArray:
    values = files.array(name)
    return reorder_rows(values, heads) if heads else values


def _add_tokenizer(writer: gguf.GGUFWriter, source: Path, words: Vocabulary) -> None:
    writer.add_tokenizer_model(words.model)
    writer.add_token_list(list(words.tokens))
    writer.add_token_types(list(words.kinds))
    if words.model == "gpt2":
        writer.add_tokenizer_pre(words.cut)
        writer.add_token_merges(list(words.merges))
    else:
        writer.add_tokenizer_pre("default")
        writer.add_token_scores(list(words.scores))
        writer.add_add_space_prefix(bool(words.space_prefix))
    config = read_json(source / "tokenizer_config.json")
    tokenizer = tokenizers.Tokenizer.from_file(str(source / "tokenizer.json"))
    generation = _generation(source)
    _add_special_tokens(writer, tokenizer, config, _ends(generation))
    _add_sampling(writer, generation)
    template = _chat_template(source, config)
    if template:
        writer.add_chat_template(template)


def _add_special_tokens(
    writer: gguf.GGUFWriter, tokenizer: tokenizers.Tokenizer, config: dict[str, Any], ends: list[int]
) -> None:
    """Name begin, end, unknown and padding tokens, and whether a text gets them unasked."""
    adders = {
        "bos_token": writer.add_bos_token_id,
        "eos_token": writer.add_eos_token_id,
        "unk_token": writer.add_unk_token_id,
        "pad_token": writer.add_pad_token_id,
    }
    numbers: dict[str, int] = {}
    for name, add in adders.items():
        value = config.get(name)
        text = value.get("content") if isinstance(value, dict) else value
        number = tokenizer.token_to_id(text) if text else None
        if number is not None:
            numbers[name] = number
            add(number)
    eos = numbers.get("eos_token")
    other_end = next((number for number in ends if number != eos), None)
    if other_end is not None:
        writer.add_eot_token_id(other_end)
    encoded = tokenizer.encode("a").ids
    writer.add_add_bos_token("bos_token" in numbers and encoded[:1] == [numbers["bos_token"]])
    writer.add_add_eos_token(eos is not None and encoded[-1:] == [eos])


def _generation(source: Path) -> dict[str, Any]:
    path = source / "generation_config.json"
    return read_json(path) if path.is_file() else {}


def _ends(generation: dict[str, Any]) -> list[int]:
    """Return the tokens that end a reply."""
    ends = generation.get("eos_token_id")
    return [ends] if isinstance(ends, int) else list(ends or [])


def _add_sampling(writer: gguf.GGUFWriter, generation: dict[str, Any]) -> None:
    """Carry over what the model's makers recommend, under llama.cpp's own keys."""
    adders = {
        "temperature": writer.add_sampling_temp,
        "top_p": writer.add_sampling_top_p,
        "min_p": writer.add_sampling_min_p,
        "repetition_penalty": writer.add_sampling_penalty_repeat,
    }
    for name, add in adders.items():
        value = generation.get(name)
        if isinstance(value, int | float):
            add(float(value))
    if isinstance(generation.get("top_k"), int):
        writer.add_sampling_top_k(generation["top_k"])


def _chat_template(source: Path, config: dict[str, Any]) -> str | None:
    file = source / "chat_template.jinja"
    if file.is_file():
        return file.read_text(encoding="utf-8")
    template = config.get("chat_template")
    return template if isinstance(template, str) else None
