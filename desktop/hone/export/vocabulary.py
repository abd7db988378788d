"""A tokenizer.json as llama.cpp's vocabulary: tokens, their kinds, and how they are put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

import msgspec

from hone.errors import BadInput
from hone.export.pretokenizers import find_cut

_BYTE = re.compile(r"<0x[0-9A-F]{2}>")


class Kind(IntEnum):
    """Kinds of tokens, as numbered by GGUF."""

    NORMAL = 1
    UNKNOWN = 2
    CONTROL = 3
    USER_DEFINED = 4
    UNUSED = 5
    BYTE = 6


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """What GGUF keeps of a tokenizer: its model is "gpt2" (bytes, merges) or "llama" (scores)."""

    model: str
    tokens: tuple[str, ...]
    kinds: tuple[int, ...]
    merges: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    cut: str = ""
    space_prefix: bool | None = None


def vocabulary(tokenizer: Mapping[str, Any], size: int, where: str) -> Vocabulary:
    """Read the vocabulary from tokenizer.json's content, filled up to the model's `size`.

    Raises BadInput for tokenizers that llama.cpp would tokenise differently.
    """
    model = tokenizer["model"]
    if model.get("type", "BPE") != "BPE":
        raise _refused(where, f"its tokenizer is a {model['type']} model, not BPE")
    tokens, kinds = _tokens(tokenizer, size, where)
    if _is_byte_level(tokenizer):
        _check_normalizer(tokenizer, ("NFC",), where)
        return Vocabulary(
            model="gpt2",
            tokens=tokens,
            kinds=kinds,
            merges=tuple(" ".join(pair) for pair in _merges(model)),
            cut=find_cut(tokenizer, where),
        )
    if not model.get("byte_fallback"):
        raise _refused(where, "its tokenizer falls back neither to bytes nor works on them")
    _check_normalizer(tokenizer, ("Prepend", "Replace"), where)
    return Vocabulary(
        model="llama",
        tokens=tokens,
        kinds=kinds,
        scores=_scores(tokens, _merges(model)),
        space_prefix=_has_space_prefix(tokenizer),
    )


def _tokens(tokenizer: Mapping[str, Any], size: int, where: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return tokens and kinds by id; ids that the model has and the tokenizer not are unused."""
    by_id: dict[int, tuple[str, Kind]] = {}
    unknown = tokenizer["model"].get("unk_token")
    byte_level = _is_byte_level(tokenizer)
    for text, number in tokenizer["model"]["vocab"].items():
        kind = Kind.BYTE if not byte_level and _BYTE.fullmatch(text) else Kind.NORMAL
        by_id[number] = (text, kind)
    for added in tokenizer.get("added_tokens", []):
        by_id[added["id"]] = (added["content"], Kind.CONTROL if added["special"] else Kind.USER_DEFINED)
    if by_id and max(by_id) >= size:
        raise _refused(where, f"its tokenizer has {max(by_id) + 1} tokens, its embedding only {size}")
    filled = [by_id.get(number, (f"[PAD{number}]", Kind.UNUSED)) for number in range(size)]
    kinds = (Kind.UNKNOWN if text == unknown and not byte_level else kind for text, kind in filled)
    return tuple(text for text, _ in filled), tuple(int(kind) for kind in kinds)


def _merges(model: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the merges as pairs; older files write a pair as one text with a space."""
    pairs = (merge.split(" ") if isinstance(merge, str) else merge for merge in model["merges"])
    return [(first, second) for first, second in pairs]


def _scores(tokens: tuple[str, ...], merges: list[tuple[str, str]]) -> tuple[float, ...]:
    """Give each token the rank of its first merge, negated: llama.cpp joins the best scored pair first."""
    ranks: dict[str, int] = {}
    for rank, (first, second) in enumerate(merges, start=1):
        ranks.setdefault(first + second, rank)
    last = float(len(merges) + 1)
    return tuple(-float(ranks[token]) if token in ranks else -last for token in tokens)


def _is_byte_level(tokenizer: Mapping[str, Any]) -> bool:
    return "ByteLevel" in _types(tokenizer.get("pre_tokenizer"), "pretokenizers")


def _has_space_prefix(tokenizer: Mapping[str, Any]) -> bool:
    """Whether a text gets a leading space; Metaspace does it in the pre-tokenizer."""
    normalizer = tokenizer.get("normalizer")
    if "Prepend" in _types(normalizer, "normalizers"):
        return True
    pre_tokenizer = tokenizer.get("pre_tokenizer") or {}
    return pre_tokenizer.get("type") == "Metaspace" and pre_tokenizer.get("prepend_scheme") != "never"


def _check_normalizer(tokenizer: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for kind in _types(tokenizer.get("normalizer"), "normalizers"):
        if kind not in known:
            raise _refused(where, f"its tokenizer changes texts by {kind}")


def _types(part: Mapping[str, Any] | None, inner: str) -> list[str]:
    if part is None:
        return []
    parts = part[inner] if part["type"] == "Sequence" else [part]
    return [str(one["type"]) for one in parts]


def _refused(where: str, reason: str) -> BadInput:
    return BadInput(
        f"{where} cannot be written as GGUF: {reason}.",
        hint="The model can be used as it is, in the transformers engine.",
    )
