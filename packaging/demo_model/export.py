"""Write the model folder that Hone ships: bf16 weights, tokenizer, template, defaults."""

from __future__ import annotations

import argparse
import copy
import shutil
from pathlib import Path

import torch
from transformers import AutoTokenizer, GenerationConfig, LlamaForCausalLM, PreTrainedTokenizerBase

from bootstrap.demo_weights import pack_weights
from demo_model.model import END_ID, PAD_ID, new_model


def generation_config() -> GenerationConfig:
    """Return modest sampling defaults; greedy is best for the guide."""
    return GenerationConfig(
        do_sample=True, temperature=0.3, top_p=0.9, top_k=40, max_new_tokens=200,
        eos_token_id=END_ID, pad_token_id=PAD_ID,
    )  # fmt: skip


def export(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerBase, folder: Path) -> None:
    """Write everything beside the folder, then put it in its place."""
    beside = folder.with_name(folder.name + ".new")
    shutil.rmtree(beside, ignore_errors=True)
    small = copy.deepcopy(model).to(torch.bfloat16)
    small.generation_config = generation_config()
    small.save_pretrained(beside)
    tokenizer.save_pretrained(beside)
    for kept in ("README.md", "evaluation.json"):
        if (folder / kept).exists():
            shutil.copy2(folder / kept, beside / kept)
    (beside / "model.safetensors").chmod(0o644)
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    beside.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Export the newest state of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="folder of the training run")
    parser.add_argument("folder", type=Path, help="folder to write")
    parser.add_argument("--tokenizer", type=Path, required=True)
    arguments = parser.parse_args()
    model = new_model()
    state = torch.load(arguments.run / "state.pt", weights_only=True)
    model.load_state_dict(state["model"])
    export(model, AutoTokenizer.from_pretrained(arguments.tokenizer), arguments.folder)
    pack_weights(arguments.folder / "model.safetensors", Path(__file__).parents[2])
    print(f"{sum(p.numel() for p in model.parameters())} parameters in {arguments.folder}")


if __name__ == "__main__":
    main()
