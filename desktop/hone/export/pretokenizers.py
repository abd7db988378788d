"""How a byte-level tokenizer cuts text before merging, and what llama.cpp calls that.

llama.cpp knows the ways by name (`tokenizer.ggml.pre`); upstream's converter finds the name by a hash of
token ids, which only knows published models. Here it is found by the pattern in tokenizer.json.
The patterns are those of llama.cpp's src/llama-vocab.cpp and of the models' own files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from hone.errors import BadInput

_LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_QWEN2 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """One way to cut: a pattern (empty: GPT-2's), digits cut off singly, whole words looked up first."""

    name: str
    pattern: str = ""
    single_digits: bool = False
    whole_words_first: bool = False


CUTS: tuple[Cut, ...] = (
    Cut(name="gpt-2"),
    Cut(name="smollm", single_digits=True),
    Cut(name="dbrx", pattern=_LLAMA3),
    Cut(name="llama-bpe", pattern=_LLAMA3, whole_words_first=True),
    Cut(name="qwen2", pattern=_QWEN2),
)


def find_cut(tokenizer: Mapping[str, Any], where: str) -> str:
    """Return llama.cpp's name for how `tokenizer` (tokenizer.json) cuts; BadInput when it has none."""
    wanted = _described(tokenizer["pre_tokenizer"], bool(tokenizer["model"].get("ignore_merges")))
    for cut in CUTS:
        if wanted is not None and msgspec.structs.replace(cut, name="") == wanted:
            return cut.name
    raise BadInput(
        f"{where} cuts text in a way that llama.cpp has no name for, so it cannot be written as GGUF.",
        hint="The model can be used as it is, in the transformers engine.",
        detail=str(tokenizer["pre_tokenizer"]),
    )


def _described(pre_tokenizer: Mapping[str, Any] | None, whole_words_first: bool) -> Cut | None:
    parts = _parts(pre_tokenizer)
    pattern, digits, known = "", False, bool(parts)
    for part in parts:
        match part:
            case {"type": "ByteLevel", "add_prefix_space": False}:
                known = known and bool(part.get("use_regex", True)) != bool(pattern)
            case {"type": "Digits", "individual_digits": True}:
                digits = True
            case {"type": "Split", "pattern": {"Regex": regex}, "behavior": "Isolated", "invert": False}:
                pattern = regex
            case _:
                known = False
    if not known:
        return None
    return Cut(name="", pattern=pattern, single_digits=digits, whole_words_first=whole_words_first)


def _parts(pre_tokenizer: Mapping[str, Any] | None) -> list[Mapping[str, Any]]:
    if pre_tokenizer is None:
        return []
    if pre_tokenizer["type"] == "Sequence":
        return list(pre_tokenizer["pretokenizers"])
    return [pre_tokenizer]
