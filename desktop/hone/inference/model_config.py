"""Read a model folder's config.json: refuse what could run a stranger's code, and return the sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hone.domain.model_code import wanted_code
from hone.domain.models import Shape
from hone.errors import BadInput

LARGEST_CONFIG = 4 * 2**20
GGUF_NAMES = {"mistral": "llama", "gpt_neox": "gptneox", "qwen2_moe": "qwen2moe", "qwen3_moe": "qwen3moe"}
_GENERATORS = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")


class ModelConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What Hone needs of a config.json; `quantization` is empty for plain weights.

    `cached_values` is how many numbers transformers keeps per token, keys and values of all layers, None
    when the sizes are not told; `dtype` is what the weights are loaded in, such as bfloat16, empty when
    not told.
    """

    shape: Shape | None
    context_length: int | None
    quantization: str
    cached_values: int | None = None
    dtype: str = ""


def read_model_config(folder: Path, allow_code: bool = False) -> ModelConfig:
    """Read and check config.json; raises BadInput when it is missing, damaged or not to be trusted.

    With `allow_code` a user has allowed the Python files in this folder to run.
    """
    raw = _raw(folder)
    wish = wanted_code(raw)
    if wish is not None and not (allow_code and wish.own_files):
        raise wish.refusal(folder.name)
    model_type = raw.get("model_type")
    if not isinstance(model_type, str) or not model_type:
        raise BadInput(
            f"config.json in {folder.name} does not say what kind of model it is (model_type).",
            hint="Get that file again, or choose another folder.",
        )
    architectures = raw.get("architectures")
    if isinstance(architectures, list) and architectures and not any(map(_generates, architectures)):
        raise BadInput(
            f"{folder.name} is a {architectures[0]}, which cannot write replies.",
            hint="Choose a model for text generation; its config.json names a ...ForCausalLM.",
        )
    text = raw.get("text_config")
    sizes = {**raw, **text} if isinstance(text, dict) else raw
    return ModelConfig(
        shape=_shape(sizes, model_type),
        context_length=_number(sizes, "max_position_embeddings", "n_positions", "n_ctx", "seq_length"),
        quantization=_quantization(folder, raw),
        cached_values=_cached_values(sizes),
        dtype=_dtype(sizes),
    )


def _raw(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_CONFIG + 1)
    except FileNotFoundError as error:
        raise BadInput(
            f"{folder.name} has no config.json, so it is no model folder.",
            hint="Choose the folder that holds config.json and model.safetensors, or a GGUF file.",
        ) from error
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror or error}.", hint="Check that you may read it."
        ) from error
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(
            f"config.json in {folder.name} is not valid JSON: {error}.", hint="Get that file again."
        ) from error
    if not isinstance(raw, dict) or len(data) > LARGEST_CONFIG:
        raise BadInput(f"config.json in {folder.name} is no model's config.", hint="Get that file again.")
    return raw


def _generates(name: object) -> bool:
    return isinstance(name, str) and name.endswith(_GENERATORS)


def _number(values: dict[str, Any], *keys: str) -> int | None:
    for key in keys:
        value = values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53:
            return value
    return None


def _shape(sizes: dict[str, Any], model_type: str) -> Shape | None:
    layers = _number(sizes, "num_hidden_layers", "n_layer", "num_layers")
    hidden = _number(sizes, "hidden_size", "n_embd", "d_model")
    vocabulary = _number(sizes, "vocab_size")
    if layers is None or hidden is None or vocabulary is None:
        return None
    heads = _number(sizes, "num_attention_heads", "n_head", "num_heads") or 0
    return Shape(
        architecture=GGUF_NAMES.get(model_type, model_type),
        layers=layers,
        hidden_size=hidden,
        intermediate_size=_number(sizes, "intermediate_size", "n_inner", "ffn_dim") or 4 * hidden,
        heads=heads,
        kv_heads=_number(sizes, "num_key_value_heads", "num_kv_heads") or heads,
        vocabulary=vocabulary,
    )


def _cached_values(sizes: dict[str, Any]) -> int | None:
    """Count keys and values of one token; latent attention is cached unfolded, windows in full."""
    layers = _number(sizes, "num_hidden_layers", "n_layer", "num_layers")
    hidden = _number(sizes, "hidden_size", "n_embd", "d_model")
    heads = _number(sizes, "num_attention_heads", "n_head", "num_heads")
    if layers is None or hidden is None or heads is None:
        return None
    key = value = _number(sizes, "head_dim") or hidden // heads
    if latent := _number(sizes, "qk_nope_head_dim"):
        key = latent + (_number(sizes, "qk_rope_head_dim") or 0)
        value = _number(sizes, "v_head_dim") or key
    return layers * (_number(sizes, "num_key_value_heads", "num_kv_heads") or heads) * (key + value)


def _dtype(sizes: dict[str, Any]) -> str:
    value = sizes.get("dtype") or sizes.get("torch_dtype")
    return value if isinstance(value, str) else ""


def _quantization(folder: Path, raw: dict[str, Any]) -> str:
    """Return the name of a stored quantisation; only that of bitsandbytes can be loaded and trained."""
    stored = raw.get("quantization_config")
    if not isinstance(stored, dict):
        return ""
    method = str(stored.get("quant_method", "")) or "an unknown method"
    if method != "bitsandbytes" or not stored.get("load_in_4bit"):
        raise BadInput(
            f"{folder.name} is quantised with {method}, which Hone can neither load nor fine-tune.",
            hint="Choose the unquantised model (Hone quantises it itself), or a GGUF of it for chat.",
        )
    return "nf4"
