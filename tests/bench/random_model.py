"""Write a model folder and a GGUF with random weights, for measurements where only the size matters.

    python tests/bench/random_model.py TARGET_FOLDER [--hidden 1024] [--layers 12] [--context 8192]

The tokenizer is the embedded model's. The defaults make 155 M parameters, 165 MB as Q8_0.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from hone.services.conversion import Conversion

DEMO = Path(__file__).parents[2] / "resources" / "demo_model"
HEAD = 64


def main() -> None:
    """Read the arguments and write both forms of the model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", type=Path)
    parser.add_argument("--hidden", type=int, default=1024)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--context", type=int, default=8192)
    given = parser.parse_args()
    folder: Path = given.target
    folder.mkdir(parents=True, exist_ok=True)
    write_folder(folder, given.hidden, given.layers, given.context)
    gguf = folder.with_suffix(".gguf")
    for _ in Conversion(folder.with_suffix(".log")).model(folder, gguf, "q8_0", fingerprint=""):
        pass
    print(gguf, f"{gguf.stat().st_size / 1e6:.0f} MB")


def write_folder(folder: Path, hidden: int, layers: int, context: int) -> None:
    """Write a Llama-shaped model with normally distributed weights."""
    config = json.loads((DEMO / "config.json").read_text(encoding="utf-8"))
    feed_forward = hidden * 11 // 4
    heads = hidden // HEAD
    config |= {
        "hidden_size": hidden,
        "intermediate_size": feed_forward,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": max(1, heads // 4),
        "head_dim": HEAD,
        "max_position_embeddings": context,
        "dtype": "float32",
    }
    for file in DEMO.glob("*.json"):
        if file.name != "config.json":
            shutil.copy(file, folder / file.name)
    for file in DEMO.glob("*.jinja"):
        shutil.copy(file, folder / file.name)
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    kv = config["num_key_value_heads"] * HEAD
    draw = np.random.default_rng(1)
    shapes = {"model.embed_tokens": (config["vocab_size"], hidden)}
    norms = ["model.norm"]
    for layer in range(layers):
        stem = f"model.layers.{layer}"
        shapes |= {f"{stem}.self_attn.{name}_proj": (hidden, hidden) for name in "qo"}
        shapes |= {f"{stem}.self_attn.{name}_proj": (kv, hidden) for name in "kv"}
        shapes |= {f"{stem}.mlp.{name}_proj": (feed_forward, hidden) for name in ("gate", "up")}
        shapes[f"{stem}.mlp.down_proj"] = (hidden, feed_forward)
        norms += [f"{stem}.input_layernorm", f"{stem}.post_attention_layernorm"]
    tensors = {
        f"{name}.weight": draw.standard_normal(shape, dtype="float32") * np.float32(0.05)
        for name, shape in shapes.items()
    }
    tensors |= {f"{name}.weight": np.ones(hidden, "float32") for name in norms}
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})


if __name__ == "__main__":
    main()
