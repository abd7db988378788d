"""What is exported computes what the original computes: same tokens, same logits, adapters included."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.errors import BadInput
from hone.export.architectures import ARCHITECTURES
from hone.export.pretokenizers import CUTS
from hone.ipc.channel import Channel
from hone.ipc.messages import ConvertAdapter, ConvertModel

pytest.importorskip("torch")
pytest.importorskip("llama_cpp")
pytestmark = [pytest.mark.worker, pytest.mark.filterwarnings("ignore")]

STORIES = Path("/work/shared/models/stories260K")
TEXTS = (
    "The old captain's numbers: 1, 22, 333, 4444 and 1234567.",
    "Hello  world\n\n   indented\t\ttabs isn't it WE'LL\r\n",
    "Straße naïve 東京 🙂 ünknown «quotes» … ﬁ",
    "<|im_start|>user\nHi<|im_end|>\n",
    "   leading and trailing   ",
    "",
)
PROMPT = TEXTS[0] + TEXTS[2]


def expected_logits(folder: Path, ids: list[int], adapter: Path | None = None) -> Any:
    import torch
    from transformers import AutoModelForCausalLM

    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    if adapter is not None:
        from peft import PeftModel

        model = PeftModel.from_pretrained(model, adapter)
    with torch.no_grad():
        return model(torch.tensor([ids])).logits[0].numpy()


def encode(folder: Path, text: str) -> list[int]:
    from tokenizers import Tokenizer

    return list(Tokenizer.from_file(str(folder / "tokenizer.json")).encode(text).ids)


def make_adapter(folder: Path, target: Path, **settings: Any) -> Path:
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    lora = LoraConfig(task_type="CAUSAL_LM", target_modules="all-linear", **settings)
    adapted = get_peft_model(model, lora)
    for name, parameter in adapted.named_parameters():
        if "lora_B" in name:
            parameter.data = 0.1 * torch.randn_like(parameter)
    adapted.save_pretrained(target)
    return target


def converted(folder: Path, channel: Channel, kind: str = "f32") -> Path:
    from hone.workers.converter.model_file import convert_model

    target = folder.with_suffix(f".{kind}.gguf")
    return convert_model(
        ConvertModel(source=folder, target=target, kind=kind, base_fingerprint="w1:abc"), channel
    )


def difference(one: Any, other: Any) -> float:
    return float(abs(one - other).max())


@pytest.mark.parametrize("architecture", [a.transformers_name for a in ARCHITECTURES])
def test_model_and_adapter_compute_the_same_when_exported(
    architecture: str, make_model: Callable[..., Path], open_gguf: Any, channel: Channel, tmp_path: Path
) -> None:
    from hone.workers.converter.adapter_file import convert_adapter

    folder = make_model(architecture)
    ids = encode(folder, PROMPT)
    model = open_gguf(converted(folder, channel))
    plain = expected_logits(folder, ids)
    assert difference(model.logits(ids), plain) < 5e-3
    assert abs(plain).max() > 1

    adapter = make_adapter(folder, tmp_path / "adapter", r=4, lora_alpha=12)
    gguf = convert_adapter(ConvertAdapter(source=adapter, base=folder, target=tmp_path / "a.gguf"), channel)
    adapted = expected_logits(folder, ids, adapter)
    assert difference(adapted, plain) > 0.5
    assert difference(model.logits(ids, lora=gguf), adapted) < 5e-3


def test_scaled_adapter_computes_the_same_when_rank_stabilised_with_patterns(
    make_model: Callable[..., Path], open_gguf: Any, channel: Channel, tmp_path: Path
) -> None:
    from hone.workers.converter.adapter_file import convert_adapter

    folder = make_model()
    ids = encode(folder, PROMPT)
    adapter = make_adapter(
        folder,
        tmp_path / "adapter",
        r=4,
        lora_alpha=8,
        use_rslora=True,
        rank_pattern={"v_proj": 8},
        alpha_pattern={"down_proj": 20},
    )
    gguf = convert_adapter(ConvertAdapter(source=adapter, base=folder, target=tmp_path / "a.gguf"), channel)
    found = open_gguf(converted(folder, channel)).logits(ids, lora=gguf)
    assert difference(found, expected_logits(folder, ids, adapter)) < 5e-3


@pytest.mark.parametrize(
    "changes",
    [
        {"tie_word_embeddings": True},
        {"attention_bias": True},
        {"rope_parameters": {"rope_type": "linear", "factor": 2.0, "rope_theta": 10000.0}},
        {
            "rope_parameters": {
                "rope_type": "llama3",
                "rope_theta": 500000.0,
                "factor": 8.0,
                "low_freq_factor": 1.0,
                "high_freq_factor": 4.0,
                "original_max_position_embeddings": 64,
            }
        },
    ],
    ids=["tied", "biases", "linear-rope", "llama3-rope"],
)
def test_variants_of_llama_compute_the_same_when_exported(
    changes: dict[str, Any], make_model: Callable[..., Path], open_gguf: Any, channel: Channel
) -> None:
    folder = make_model(**changes)
    ids = encode(folder, PROMPT)
    assert difference(open_gguf(converted(folder, channel)).logits(ids), expected_logits(folder, ids)) < 5e-3


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.name)
def test_tokens_are_the_same_when_text_is_cut_in_each_known_way(
    cut: Any, make_model: Callable[..., Path], open_gguf: Any, channel: Channel
) -> None:
    from tokenizers import Regex, pre_tokenizers

    parts: list[Any] = []
    if cut.single_digits:
        parts.append(pre_tokenizers.Digits(individual_digits=True))
    if cut.pattern:
        parts.append(pre_tokenizers.Split(Regex(cut.pattern), behavior="isolated"))
    parts.append(pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=not cut.pattern))
    folder = make_model(parts=pre_tokenizers.Sequence(parts), ignore_merges=cut.whole_words_first)
    model = open_gguf(converted(folder, channel))
    for text in TEXTS:
        assert model.tokens(text) == encode(folder, text)


@pytest.mark.parametrize(("kind", "tolerance"), [("f16", 0.1), ("q8_0", 1.0)])
def test_smaller_types_stay_close_when_exported(
    kind: str, tolerance: float, make_model: Callable[..., Path], open_gguf: Any, channel: Channel
) -> None:
    folder = make_model()
    ids = encode(folder, PROMPT)
    exported = converted(folder, channel, kind)
    assert difference(open_gguf(exported).logits(ids), expected_logits(folder, ids)) < tolerance
    assert exported.stat().st_size < converted(folder, channel).stat().st_size


@pytest.mark.skipif(not STORIES.is_dir(), reason="the stories260K model is not on this machine")
def test_sentencepiece_model_computes_the_same_when_exported(
    open_gguf: Any, channel: Channel, tmp_path: Path
) -> None:
    import shutil

    folder = tmp_path / "stories"
    shutil.copytree(STORIES, folder)
    model = open_gguf(converted(folder, channel))
    for text in (*TEXTS, "Once upon a time, Lily's  dog ran.\n"):
        assert model.tokens(text) == encode(folder, text)
    ids = encode(folder, "Once upon a time, there was a little girl named Lily. She loved to play")
    assert difference(model.logits(ids), expected_logits(folder, ids)) < 5e-3


def test_metadata_tells_template_ends_and_fingerprint_when_exported(
    make_model: Callable[..., Path], channel: Channel
) -> None:
    import gguf

    reader = gguf.GGUFReader(converted(make_model(), channel))
    assert reader.fields["hone.base_fingerprint"].contents() == "w1:abc"
    assert reader.fields["tokenizer.chat_template"].contents().startswith("{% for m in messages %}")
    assert reader.fields["tokenizer.ggml.eos_token_id"].contents() == 2
    assert reader.fields["tokenizer.ggml.add_bos_token"].contents() is False
    norms = [tensor for tensor in reader.tensors if "norm" in tensor.name]
    assert {tensor.tensor_type.name for tensor in norms} == {"F32"}


@pytest.mark.parametrize(
    ("file", "change", "sentence"),
    [
        ("config.json", {"architectures": ["GPT2LMHeadModel"]}, "GPT2LMHeadModel"),
        ("config.json", {"hidden_act": "gelu"}, "activation"),
        ("config.json", {"rope_parameters": {"rope_type": "yarn"}}, "yarn"),
        ("config.json", {"sliding_window": 128}, "sliding window"),
        ("config.json", {"vocab_size": 100}, "tokens"),
        ("tokenizer.json", {"pre_tokenizer": {"type": "WhitespaceSplit"}}, "falls back"),
        ("tokenizer.json", {"normalizer": {"type": "Lowercase"}}, "Lowercase"),
    ],
)
def test_model_is_refused_in_a_sentence_when_llama_cpp_would_compute_something_else(
    file: str, change: dict[str, Any], sentence: str, make_model: Callable[..., Path], channel: Channel
) -> None:
    folder = make_model()
    content = json.loads((folder / file).read_text(encoding="utf-8"))
    (folder / file).write_text(json.dumps(content | change), encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        converted(folder, channel)
    assert not list(folder.parent.glob("*.gguf")) and not list(folder.parent.glob("*.part"))
