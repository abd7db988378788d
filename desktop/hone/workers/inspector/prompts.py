"""Prompts of model folders, as their engine would get them, without loading weights or torch."""

from __future__ import annotations

from pathlib import Path

from hone.domain.generation import PromptRendered, RenderPrompt
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.huggingface.vocabulary import FolderVocabulary


class FolderPrompts:
    """Renders prompts; the tokenizer used last is kept. Close it: a child process renders templates."""

    def __init__(self) -> None:
        self._vocabulary: FolderVocabulary | None = None
        self._prompts: ChatPrompt | None = None
        self._key: tuple[Path, str, float] | None = None

    def render(self, command: RenderPrompt) -> PromptRendered:
        """Return the prompt as text and tokens; raises BadInput."""
        key = (command.path, command.template, changed_at(command.path))
        if self._vocabulary is None or self._key is None or self._key[::2] != key[::2]:
            self._vocabulary = FolderVocabulary(command.path)
        if self._prompts is None or key != self._key:
            self.close()
            template = command.template or self._vocabulary.template
            self._prompts = ChatPrompt(self._vocabulary, template, command.path.name)
            self._key = key
        rendered = self._prompts.render(command.prompt)
        pieces = {token: self._vocabulary.text(token) for token in set(rendered.tokens)}
        partial = {
            token: self._vocabulary.bytes_of(token) for token, text in pieces.items() if "\ufffd" in text
        }
        return PromptRendered(
            request_id=command.request_id,
            text=rendered.text,
            token_ids=tuple(rendered.tokens),
            pieces=tuple(pieces[token] for token in rendered.tokens),
            note=rendered.note,
            special_ids=tuple(sorted(pieces.keys() & set(self._vocabulary.control.values()))),
            partial=partial,
        )

    def close(self) -> None:
        """End the child process."""
        prompts, self._prompts = self._prompts, None
        if prompts is not None:
            prompts.close()


def changed_at(folder: Path) -> float:
    """Return when the tokenizer or the template of a model folder changed last."""
    names = ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja")
    return max(((folder / name).stat().st_mtime for name in names if (folder / name).is_file()), default=0.0)
