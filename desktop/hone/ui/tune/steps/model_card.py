"""One model to choose as a base."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hone.domain.models import Model, ModelFormat
from hone.ui.kit.card import ChoiceCard, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import amount_text, count_text, size_text
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class ModelCard(ChoiceCard):
    """Name, size, parameters and context; why it cannot be chosen, when it cannot."""

    def __init__(self, model: Model, parent: QWidget | None = None) -> None:
        super().__init__(model.name, Space.L, parent)
        self.model = model
        self._figures = ElidedLabel(self._sizes(), Type.CAPTION, "muted")
        self._place = ElidedLabel(str(model.path), Type.CAPTION, "faint")
        heading = row(ElidedLabel(model.name, Type.STRONG))
        heading.setStretch(0, 1)
        if model.is_demo:
            heading.addWidget(Badge(self.tr("Included"), "accent"))
        if model.format is ModelFormat.GGUF:
            heading.addWidget(Badge("GGUF"))
        self.body.addLayout(heading)
        self.body.addWidget(self._figures)
        if not model.is_demo:
            self.body.addWidget(self._place)
        note = self.note()
        if note:
            self.body.addWidget(CaptionLabel(note, "" if model.can_train else "warning"))
        self.body.addStretch(1)
        self.setAccessibleDescription(f"{self._sizes()}. {note}")
        self.setEnabled(model.can_train)

    def note(self) -> str:
        """Say what one should know before choosing this model."""
        if self.model.problem:
            return self.model.problem
        if self.model.runs_own_code:
            return self.tr(
                "It runs program code of its own. Training needs a model that transformers supports alone."
            )
        if self.model.format is ModelFormat.GGUF:
            return self.tr(
                "GGUF files are for chatting. Training needs the original folder with safetensors."
            )
        if self.model.chat_template is None:
            return self.tr(
                "Has no chat template; a plain one is used for training, and in chats with the result."
            )
        return ""

    def _sizes(self) -> str:
        model = self.model
        parts = []
        if model.parameters:
            parts.append(self.tr("{n} parameters").format(n=amount_text(model.parameters)))
        parts.append(size_text(model.size_bytes))
        if model.context_length:
            parts.append(self.tr("context {n}").format(n=count_text(model.context_length)))
        return "  ·  ".join(parts)
