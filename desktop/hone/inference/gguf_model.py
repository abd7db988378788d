"""What a GGUF file is as a model: its facts from the header, or a sentence why Hone cannot run it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hone.domain.models import Model, ModelFormat, Shape
from hone.errors import BadInput
from hone.inference.gguf_header import GgufArray, GgufHeader, read_gguf_header
from hone.inference.gguf_types import CHAT_ARCHITECTURES, FILE_TYPES, OTHER_ARCHITECTURES
from hone.inference.identity import model_id, model_name
from hone.inference.recommended import gguf_sampling

FINGERPRINT_KEY = "hone.base_fingerprint"
_PART = re.compile(r"^(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf$", re.IGNORECASE)


def describe_gguf(path: Path) -> Model:
    """Read the facts of a GGUF model; raises BadInput when it is none that can write replies."""
    header = read_gguf_header(path)
    architecture = _checked_architecture(path, header)
    tokens = header.metadata.get("tokenizer.ggml.tokens")
    if not isinstance(tokens, GgufArray) or not tokens.length:
        raise BadInput(
            f"{path.name} has no tokenizer in it, so no text can be given to it.",
            hint="Get a complete conversion of this model.",
        )
    headers = {path: header, **other_parts(path, header)}
    return Model(
        id=model_id(path),
        name=_PART.sub(r"\g<stem>", path.name) if _PART.match(path.name) else model_name(path),
        path=path,
        format=ModelFormat.GGUF,
        size_bytes=sum(part.stat().st_size for part in headers),
        shape=_shape(header, architecture, tokens.length),
        parameters=sum(_values(part) for part in headers.values()),
        context_length=header.number(f"{architecture}.context_length"),
        quantization=_quantization(header),
        chat_template=header.text("tokenizer.chat_template") or None,
        fingerprint=header.text(FINGERPRINT_KEY),
        sampling=gguf_sampling(header),
    )


def _checked_architecture(path: Path, header: GgufHeader) -> str:
    """Return the architecture; raises BadInput for adapters, picture parts, and what cannot chat."""
    architecture = header.text("general.architecture")
    if not architecture:
        raise BadInput(
            f"{path.name} does not say which architecture it has.",
            hint="It may hold something other than a model. Choose the model's own GGUF.",
        )
    if header.text("general.type") == "adapter" or "adapter.type" in header.metadata:
        raise BadInput(
            f"{path.name} is a LoRA adapter, not a model.",
            hint="Choose the base model here; the adapter is chosen in the chat.",
        )
    if architecture in OTHER_ARCHITECTURES:
        raise BadInput(
            f"{path.name} is {OTHER_ARCHITECTURES[architecture]}.", hint="Choose a model made for chat."
        )
    if architecture not in CHAT_ARCHITECTURES:
        raise BadInput(
            f"{path.name} has the architecture {architecture!r}, which this Hone's llama.cpp does not know.",
            hint="A newer Hone may run it; choose another model until then.",
        )
    return architecture


def other_parts(path: Path, header: GgufHeader) -> dict[Path, GgufHeader]:
    """Return the headers of a split model's other parts; raises BadInput when one is missing."""
    count = header.number("split.count") or 1
    if count <= 1:
        return {}
    match = _PART.match(path.name)
    if match is None or int(match["count"]) != count:
        raise BadInput(
            f"{path.name} is one of {count} parts of a model, but is not named like one.",
            hint=f"Rename the parts back to NAME-00001-of-{count:05d}.gguf and so on.",
        )
    names = [f"{match['stem']}-{number:05d}-of-{count:05d}.gguf" for number in range(1, count + 1)]
    if header.number("split.no") != 0 or path.name.lower() != names[0].lower():
        raise BadInput(f"{path.name} is not the first part of its model.", hint=f"Choose {names[0]} instead.")
    missing = [name for name in names if not path.with_name(name).is_file()]
    if missing:
        raise BadInput(
            f"{path.name} is the first of {count} parts, and {missing[0]} is missing.",
            hint=f"Put all {count} parts into {path.parent}.",
        )
    return {path.with_name(name): read_gguf_header(path.with_name(name)) for name in names[1:]}


def _shape(header: GgufHeader, architecture: str, tokens: int) -> Shape | None:
    """Return the sizes, None when the header leaves one out that cannot be guessed."""
    numbers = {
        key: header.number(f"{architecture}.{key}")
        for key in ("block_count", "embedding_length", "feed_forward_length", "attention.head_count")
    }
    layers, hidden = numbers["block_count"], numbers["embedding_length"]
    if layers is None or hidden is None:
        return None
    heads = numbers["attention.head_count"] or 0
    return Shape(
        architecture=architecture,
        layers=layers,
        hidden_size=hidden,
        intermediate_size=numbers["feed_forward_length"] or 0,
        heads=heads,
        kv_heads=header.number(f"{architecture}.attention.head_count_kv") or heads,
        vocabulary=header.number(f"{architecture}.vocab_size") or tokens,
    )


def _values(header: GgufHeader) -> int:
    total = 0
    for tensor in header.tensors:
        count = 1
        for size in tensor.shape:
            count *= size
        total += count
    return total


def _quantization(header: GgufHeader) -> str:
    """Return the file's type as it names itself, or the type of most of its bytes."""
    named = FILE_TYPES.get(header.number("general.file_type") or -1)
    if header.number("general.file_type") == 0:
        named = FILE_TYPES[0]
    if named:
        return named
    sizes: Counter[str] = Counter()
    for tensor in header.tensors:
        sizes[tensor.type] += tensor.size
    return sizes.most_common(1)[0][0] if sizes else ""
