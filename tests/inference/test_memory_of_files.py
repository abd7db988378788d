"""What a file needs is read from its header as llama.cpp reckons it, layer by layer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hone.domain.fit import FlashAttention, KvType, LoadSetting
from hone.inference import gguf_memory
from hone.inference.folder_memory import read_folder_memory
from hone.inference.gguf_memory import read_gguf_memory
from hone.services.models import DEMO_FOLDER
from hone.storage.paths import resources

MIB = 2**20
Writer = Callable[..., Path]
SHAPE = {
    "block_count": 4,
    "context_length": 4096,
    "embedding_length": 256,
    "feed_forward_length": 512,
    "attention.head_count": 8,
}


def setting(context: int, kv_type: KvType = KvType.F16, **values: int) -> LoadSetting:
    """Return a setting for one sequence: no cells beside the window."""
    return LoadSetting(context_length=context, kv_type=kv_type, sequences=1, **values)


def cached(path: Path, context: int = 1024, **values: int) -> int:
    """Return the bytes of the cache, all in memory."""
    return read_gguf_memory(path).forecast(setting(context, **values), gpu=False).memory.kv_cache


@pytest.fixture
def bare(tmp_path: Path, gguf_writer: Writer) -> Writer:
    """Return a function that writes a header with four layers and no tensors but the embedding."""

    def write(architecture: str, **keys: object) -> Path:
        given = {name.replace("__", "."): value for name, value in keys.items()}
        tensors = {"token_embd.weight": ((256, 8), "F32")}
        return gguf_writer(tmp_path / "m.gguf", architecture, SHAPE | given, tensors, 8)

    return write


@pytest.mark.parametrize(("kv_type", "mib"), [(KvType.F16, 128), (KvType.Q8_0, 68), (KvType.Q4_0, 36)])
def test_cache_is_what_llama_cpp_prints_when_the_shape_is_that_of_llama_1b(
    tmp_path: Path, llama_writer: Writer, kv_type: KvType, mib: int
) -> None:
    path = llama_writer(tmp_path / "m.gguf", layers=16, hidden=2048, inner=64, heads=32, kv_heads=8, words=8)
    need = read_gguf_memory(path).forecast(setting(4096, kv_type), gpu=False)
    assert need.memory.kv_cache == mib * MIB


def test_context_is_rounded_up_when_it_is_no_multiple_of_256(tmp_path: Path, llama_writer: Writer) -> None:
    path = llama_writer(tmp_path / "m.gguf")
    assert cached(path, 1) == cached(path, 256) < cached(path, 257) == cached(path, 512)


def test_weights_are_split_when_some_layers_are_on_the_gpu(tmp_path: Path, llama_writer: Writer) -> None:
    needs = read_gguf_memory(llama_writer(tmp_path / "m.gguf", layers=4, tied=True))
    embedding = 256 * 300 // 32 * 34
    whole = needs.forecast(setting(512), gpu=False).memory.weights
    for layers in range(1, 6):
        need = needs.forecast(setting(512, gpu_layers=layers), gpu=True)
        assert need.memory.weights + need.gpu.weights == whole + embedding  # llama.cpp copies a tied output
        assert need.gpu.weights >= embedding
    all_of_it = needs.forecast(setting(512), gpu=True)
    assert all_of_it == needs.forecast(setting(512, gpu_layers=5), gpu=True)
    assert all_of_it.memory.weights == embedding


def test_every_layer_has_its_own_cache_when_heads_are_listed_for_each(bare: Writer) -> None:
    path = bare("deci", attention__head_count_kv=[8, 4, 0, 2])
    assert cached(path) == 2 * (8 + 4 + 0 + 2) * 32 * 1024 * 2


def test_only_the_latent_is_cached_when_attention_is_latent(bare: Writer) -> None:
    path = bare(
        "deepseek2", attention__head_count_kv=1, attention__key_length=576,
        attention__value_length=512, attention__key_length_mla=192, attention__value_length_mla=128,
    )  # fmt: skip
    assert cached(path) == 4 * 576 * 1024 * 2


def test_state_does_not_grow_with_the_context_when_the_model_is_recurrent(bare: Writer) -> None:
    path = bare(
        "mamba", attention__head_count=0, ssm__conv_kernel=4, ssm__inner_size=512,
        ssm__state_size=16,
    )  # fmt: skip
    assert cached(path, 256) == cached(path, 4096) == 4 * (3 * 512 + 16 * 512) * 4


def test_layers_alternate_when_the_model_is_hybrid(bare: Writer) -> None:
    path = bare(
        "qwen3next", attention__head_count_kv=2, attention__key_length=64,
        attention__value_length=64, ssm__conv_kernel=4, ssm__inner_size=512, ssm__state_size=16,
        ssm__group_count=2,
    )  # fmt: skip
    state = 3 * (512 + 2 * 2 * 16) + 16 * 512
    assert cached(path) == 2 * 2 * 64 * 1024 * 2 + 3 * state * 4  # the fourth layer has attention


def test_later_layers_share_a_cache_when_the_model_says_so(bare: Writer) -> None:
    path = bare("gemma4", attention__head_count_kv=2, attention__shared_kv_layers=3)
    assert cached(path) == 2 * 2 * 32 * 1024 * 2


def test_attention_matrix_is_counted_when_flash_attention_is_off(
    tmp_path: Path, llama_writer: Writer
) -> None:
    needs = read_gguf_memory(llama_writer(tmp_path / "m.gguf"))
    off = LoadSetting(
        context_length=8192, kv_type=KvType.F16, sequences=1, flash_attention=FlashAttention.OFF
    )
    more = (
        needs.forecast(off, gpu=False).memory.compute
        - needs.forecast(setting(8192), gpu=False).memory.compute
    )
    assert more >= 8192 * 512 * 4 * 4 * 0.9  # tokens of the window and of a batch, heads, 32 bits


def test_weights_of_the_demo_folder_follow_the_quantization() -> None:
    needs = read_folder_memory(resources() / DEMO_FOLDER)
    weights = {
        kind: needs.forecast(LoadSetting(context_length=512, quantization=kind), gpu=False).memory.weights
        for kind in ("", "fp32", "bf16", "int8", "nf4")
    }
    assert weights["fp32"] == 2 * weights["bf16"]
    assert weights["nf4"] < weights["int8"] < weights["bf16"]
    assert weights[""] in (weights["fp32"], weights["bf16"])


def test_folder_is_on_the_gpu_as_a_whole_when_there_is_one() -> None:
    needs = read_folder_memory(resources() / DEMO_FOLDER)
    there = needs.forecast(LoadSetting(context_length=512), gpu=True)
    assert there.memory.weights == there.memory.kv_cache == 0
    assert needs.forecast(LoadSetting(context_length=512, gpu_layers=0), gpu=True).gpu.total == 0


@pytest.mark.worker
def test_forecast_is_made_for_the_context_that_the_worker_makes() -> None:
    from hone.workers.llama import context

    for name in ("BATCH", "OUTPUT_FLOATS", "MOST_SEQUENCES", "RECURRENT_SEQUENCES", "CELL_BYTES"):
        assert getattr(context, name) == getattr(gguf_memory, name), name
    assert context.CELLS_PER_SEQUENCE == gguf_memory.CELLS_PER_SEQUENCE


_ASK = """
import json, sys, llama_cpp as L
path, cells, kv, flash, sequences, rows = json.loads(sys.argv[1])
@L.llama_log_callback
def tell(level, text, data):
    sys.stdout.write(text.decode(errors="replace"))
L.llama_log_set(tell, None)
L.llama_backend_init()
model = L.llama_model_load_from_file(path.encode(), L.llama_model_default_params())
wanted = L.llama_context_default_params()
wanted.n_ctx, wanted.n_batch, wanted.n_ubatch, wanted.n_seq_max = cells, 512, 512, sequences
wanted.n_outputs_max, wanted.kv_unified, wanted.swa_full, wanted.flash_attn_type = rows, True, True, flash
wanted.type_k = wanted.type_v = kv
assert L.llama_init_from_model(model, wanted)
"""


@pytest.mark.worker
@pytest.mark.parametrize(
    ("kv_type", "number", "flash", "words"),
    [(KvType.F16, 1, "auto", 300), (KvType.Q8_0, 8, "on", 300), (KvType.F16, 1, "off", 60_000)],
)
def test_forecast_is_what_llama_cpp_allocates(
    tmp_path: Path, llama_writer: Writer, kv_type: KvType, number: int, flash: str, words: int
) -> None:
    path = llama_writer(
        tmp_path / "m.gguf", layers=4, hidden=512, inner=1536, heads=8, kv_heads=4, words=words
    )
    needs = read_gguf_memory(path)
    wanted = LoadSetting(context_length=4096, kv_type=kv_type, flash_attention=FlashAttention(flash))
    rows = needs.rows
    given = [str(path), needs.cells(wanted), number, {"auto": -1, "on": 1, "off": 0}[flash]]
    text = subprocess.run(
        [sys.executable, "-c", _ASK, json.dumps([*given, needs.sequences(wanted), rows])],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    need = needs.forecast(wanted, gpu=False).memory
    assert _printed(text, "KV") == pytest.approx(need.kv_cache, rel=1e-3)
    assert _printed(text, "model") == pytest.approx(need.weights, rel=1e-3)
    handed_out = rows * (words + 512) * 4
    assert need.compute - handed_out == pytest.approx(_printed(text, "compute"), rel=0.1, abs=4 * MIB)


def _printed(text: str, what: str) -> float:
    """Return the bytes of all buffers of a kind that llama.cpp said it made."""
    found = re.findall(rf"{what} buffer size =\s*([\d.]+) MiB", text)
    return sum(float(size) for size in found) * MIB
