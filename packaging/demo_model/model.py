"""The demo model's shape."""

from __future__ import annotations

from transformers import LlamaConfig, LlamaForCausalLM

VOCABULARY_SIZE = 2048
CONTEXT_LENGTH = 1024
PAD_ID, START_ID, END_ID = 0, 1, 2


def config() -> LlamaConfig:
    """Return the configuration: about 5.2 million parameters, every row a multiple of 32 for Q8_0."""
    return LlamaConfig(
        vocab_size=VOCABULARY_SIZE,
        hidden_size=256,
        intermediate_size=768,
        num_hidden_layers=6,
        num_attention_heads=8,
        num_key_value_heads=4,
        head_dim=32,
        max_position_embeddings=CONTEXT_LENGTH,
        rms_norm_eps=1e-5,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=END_ID,
        pad_token_id=PAD_ID,
        initializer_range=0.02,
        attn_implementation="sdpa",
    )


def new_model() -> LlamaForCausalLM:
    """Return an untrained model; seed torch before."""
    return LlamaForCausalLM(config())
