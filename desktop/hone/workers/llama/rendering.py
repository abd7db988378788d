"""Render a prompt with a model's vocabulary alone: no weights are loaded."""

from __future__ import annotations

import os

import llama_cpp

from hone.domain.generation import PromptRendered, RenderPrompt
from hone.errors import BadInput
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.llama.engine import model_template
from hone.workers.llama.log import LibraryLog
from hone.workers.llama.vocabulary import LlamaVocabulary
from hone.workers.serving import file_stamp


class PromptRenderer:
    """Keeps the last vocabulary and template, because people render one prompt again and again."""

    def __init__(self, log: LibraryLog) -> None:
        self._log = log
        self._stamp: tuple[str, int, int] | None = None
        self._model: llama_cpp.llama_model_p | None = None
        self._vocabulary: LlamaVocabulary | None = None
        self._prompts: ChatPrompt | None = None
        self._template = ""

    def render(self, command: RenderPrompt) -> PromptRendered:
        """Return the text and the tokens of a prompt; raises BadInput when there can be none."""
        vocabulary, prompts = self._prepared(command)
        rendered = prompts.render(command.prompt)
        ids = set(rendered.tokens)
        partial = {token: vocabulary.piece(token) for token in ids if not _is_whole(vocabulary.piece(token))}
        return PromptRendered(
            request_id=command.request_id,
            text=rendered.text,
            token_ids=tuple(rendered.tokens),
            pieces=tuple(_shown(vocabulary, token) for token in rendered.tokens),
            note=rendered.note,
            special_ids=tuple(sorted(ids.intersection(vocabulary.control.values()))),
            partial=partial,
        )

    def _prepared(self, command: RenderPrompt) -> tuple[LlamaVocabulary, ChatPrompt]:
        """Return what renders prompts of this model with this template, as before where both are the same."""
        model = self._loaded(command)
        vocabulary = self._vocabulary = self._vocabulary or LlamaVocabulary(model)
        template = command.template or model_template(model) or ""
        if self._prompts is None or template != self._template:
            self._end_prompts()
            self._prompts = ChatPrompt(vocabulary, template or None, command.path.stem)
            self._template = template
        return vocabulary, self._prompts

    def _end_prompts(self) -> None:
        prompts, self._prompts = self._prompts, None
        if prompts is not None:
            prompts.close()

    def _loaded(self, command: RenderPrompt) -> llama_cpp.llama_model_p:
        if not command.path.is_file():
            raise BadInput(f"{command.path} does not exist.", hint="Was it moved or deleted?")
        stamp = file_stamp(command.path)
        if self._model is not None and stamp == self._stamp:
            return self._model
        if self._model is not None:
            self._end_prompts()
            llama_cpp.llama_model_free(self._model)
            self._model = self._vocabulary = None
        parameters = llama_cpp.llama_model_default_params()
        parameters.vocab_only = True
        self._log.forget()
        model = llama_cpp.llama_model_load_from_file(os.fsencode(command.path), parameters)
        if not model:
            raise BadInput(
                f"The vocabulary of {command.path.name} could not be loaded: {self._log.reason()}.",
                hint="The file may be damaged, or need a newer Hone.",
                detail=self._log.text(),
            )
        self._model, self._stamp = model, stamp
        return model


def _shown(vocabulary: LlamaVocabulary, token: int) -> str:
    """Return the text that a token stands for; a control token's as the template writes it."""
    piece = vocabulary.piece(token).decode("utf-8", errors="replace")
    return piece or vocabulary.text(token)


def _is_whole(piece: bytes) -> bool:
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
