"""Train the byte-level BPE tokenizer on the corpus."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from demo_model import corpus, guide
from demo_model.conversation import CHAT_TEMPLATE, END, PAD, SPECIAL_TOKENS
from demo_model.model import CONTEXT_LENGTH, VOCABULARY_SIZE

CONVERSATIONS = 40_000


def texts() -> Iterator[str]:
    """Yield the contents of the messages that the tokenizer learns from."""
    for topic in guide.topics():
        yield from (topic.answer, topic.more, topic.example, topic.why)
    for conversation in corpus.conversations(corpus.CORPUS_SEED, CONVERSATIONS):
        for message in conversation.messages:
            yield f"{message.role}\n{message.content}"


def train() -> PreTrainedTokenizerFast:
    """Return a tokenizer with GPT-2's pre-tokenizer, so that GGUF can name it gpt-2."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY_SIZE,
        special_tokens=list(SPECIAL_TOKENS),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts(), trainer)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=END,
        pad_token=PAD,
        model_max_length=CONTEXT_LENGTH,
        clean_up_tokenization_spaces=False,
    )
    fast.chat_template = CHAT_TEMPLATE
    return fast


def main() -> None:
    """Write the tokenizer into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    fast = train()
    fast.save_pretrained(folder)
    print(f"{len(fast)} tokens in {folder}")


if __name__ == "__main__":
    main()
