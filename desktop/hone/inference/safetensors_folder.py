"""What a folder of safetensors is as a model: its facts, or a sentence why Hone cannot load it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.models import Model, ModelFormat
from hone.errors import BadInput
from hone.inference.chat_template import folder_chat_template
from hone.inference.fingerprint import fingerprint
from hone.inference.identity import model_id, model_name
from hone.inference.model_config import read_model_config
from hone.inference.recommended import folder_sampling
from hone.inference.safetensors_header import StoredTensor, read_safetensors_header

LARGEST_INDEX = 64 * 2**20
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt")


class _Index(msgspec.Struct, frozen=True):
    weight_map: dict[str, str]


def describe_folder(folder: Path, allow_code: bool = False) -> Model:
    """Read the facts of a model folder; raises BadInput when transformers could not or must not load it.

    With `allow_code` a user has allowed this model's own Python files to run.
    """
    if (folder / "adapter_config.json").is_file() and not (folder / "config.json").is_file():
        raise BadInput(
            f"{folder.name} is a LoRA adapter, not a model.",
            hint="Choose the base model here; the adapter is chosen in the chat.",
        )
    config = read_model_config(folder, allow_code)
    if not (folder / "tokenizer.json").is_file():
        raise BadInput(
            f"{folder.name} has no tokenizer.json.",
            hint="Get it from where the model came from; models with only tokenizer.model must be converted.",
        )
    tensors = folder_tensors(folder)
    return Model(
        id=model_id(folder),
        name=model_name(folder),
        path=folder,
        format=ModelFormat.SAFETENSORS,
        size_bytes=sum(file.stat().st_size for file in {tensor.file for tensor in tensors}),
        shape=config.shape,
        parameters=sum(tensor.values for tensor in tensors),
        context_length=config.context_length,
        quantization=config.quantization or _main_type(tensors),
        chat_template=folder_chat_template(folder),
        fingerprint=fingerprint(tensors),
        sampling=folder_sampling(folder),
    )


def folder_tensors(folder: Path) -> tuple[StoredTensor, ...]:
    """Return the tensors of all weight files, every header checked; raises BadInput saying what is wrong."""
    index = folder / "model.safetensors.index.json"
    if index.is_file():
        names = _indexed_files(index)
    elif (folder / "model.safetensors").exists() or (folder / "model.safetensors").is_symlink():
        names = ["model.safetensors"]
    else:
        raise _no_weights(folder)
    tensors = tuple(tensor for name in names for tensor in read_safetensors_header(folder / name))
    if len({tensor.name for tensor in tensors}) != len(tensors):
        raise BadInput(
            f"{folder.name} has a tensor in two of its files.", hint="Get the model's files again."
        )
    if not tensors:
        raise BadInput(f"{folder.name} has no tensors in its weights.", hint="Get the model's files again.")
    return tensors


def _indexed_files(index: Path) -> list[str]:
    """Return the files that an index names; raises BadInput for a name that leads out of the folder."""
    try:
        if index.stat().st_size > LARGEST_INDEX:
            raise BadInput(f"{index.name} is far too large.", hint="Get the model's files again.")
        listed = msgspec.json.decode(index.read_bytes(), type=_Index)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OSError) as error:
        raise BadInput(
            f"{index.name} in {index.parent.name} is damaged ({error}).", hint="Get that file again."
        ) from error
    names = sorted(set(listed.weight_map.values()))
    for name in names:
        plain = name not in ("", ".", "..") and not any(mark in name for mark in "/\\:\0")
        if not plain or not name.endswith(".safetensors"):
            raise BadInput(
                f"{index.parent.name} names weights outside its folder or of another kind: {name!r}.",
                hint="Do not use this model unless you know who made it.",
            )
        if not (index.parent / name).exists():
            raise BadInput(
                f"{index.parent.name} is incomplete: {name} is missing.",
                hint=f"It has {len(names)} weight files: get the missing ones.",
            )
    return names


def _no_weights(folder: Path) -> BadInput:
    if any(next(folder.glob(pattern), None) for pattern in _PICKLES):
        return BadInput(
            f"{folder.name} has its weights only as PyTorch pickles, which can run programs when opened.",
            hint="Get the model in safetensors form; most publishers offer it. "
            "https://huggingface.co/spaces/safetensors/convert converts a model on the hub. "
            f"On a machine that you can spare, this converts the folder itself: {_conversion(folder)}",
        )
    gguf = next(folder.glob("*.gguf"), None)
    if gguf:
        return BadInput(
            f"{folder.name} holds GGUF files, no safetensors.", hint=f"Choose {gguf.name} itself."
        )
    return BadInput(
        f"{folder.name} has no weights (model.safetensors).",
        hint="Was the download finished? Get them again.",
    )


def _conversion(folder: Path) -> str:
    """Return a command that writes the weights as safetensors; it opens the pickles."""
    copy = f"{folder.name}-safetensors"
    return (
        'python -c "from transformers import AutoModelForCausalLM as M; '
        f'M.from_pretrained({folder.name!r}).save_pretrained({copy!r})" '
        f"(then copy {folder.name}/tokenizer* into {copy})"
    )


def _main_type(tensors: tuple[StoredTensor, ...]) -> str:
    """Return the type that holds most values, as F32 or BF16."""
    counts: dict[str, int] = {}
    for tensor in tensors:
        counts[tensor.dtype] = counts.get(tensor.dtype, 0) + tensor.values
    return max(counts, key=lambda dtype: counts[dtype])
