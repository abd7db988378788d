"""What a reply is compared with: another adapter or none, another model, another prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hone.domain.models import Model, ModelFormat
from hone.domain.prompts import PromptVersion
from hone.domain.token_reports import Reader
from hone.ui.chat.library import Catalogue
from hone.ui.kit.card import column
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

_SAME, _NONE, _OWN = "same", "none", "own"
_ASK_AFTER_MS = 900


@dataclass(frozen=True)
class NamedVersion:
    """A version of a saved prompt, and the prompt's name."""

    name: str
    version: PromptVersion


class CompareForm(QWidget):
    """Three pickers and a field for a system prompt; `changed` when the other reader is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self._catalogue = Catalogue()
        self._reader = Reader(model_id="")
        self._versions: dict[str, NamedVersion] = {}
        self._touched = False
        self.model = Picker(self.tr("Model to compare with"), icon_name="cube", list_width=320)
        self.adapter = Picker(self.tr("Adapter to compare with"), icon_name="stack", list_width=320)
        self.prompt = Picker(self.tr("Prompt to compare with"), icon_name="text-align-left", list_width=320)
        self.text = QPlainTextEdit()
        self.text.setProperty("kind", "field")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.text.setAccessibleName(self.tr("System prompt to compare with"))
        self.text.setPlaceholderText(self.tr("The system prompt to compare with"))
        self.text.hide()
        self._hint = CaptionLabel(
            self.tr("Choose another adapter, model or prompt: the colours then show which tokens it changes.")
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ASK_AFTER_MS)
        self._timer.timeout.connect(self.changed)
        layout = column(self, spacing=Space.XS)
        layout.addWidget(CaptionLabel(self.tr("Compared with"), wrap=False))
        for widget in (self.model, self.adapter, self.prompt, self.text, self._hint):
            layout.addWidget(widget)
        self.model.picked.connect(self._on_model_picked)
        self.adapter.picked.connect(self._on_picked)
        self.prompt.picked.connect(self._on_prompt_picked)
        self.text.textChanged.connect(self._on_text_changed)

    def set_versions(self, versions: Sequence[NamedVersion]) -> None:
        """Offer versions of saved prompts."""
        self._versions = {named.version.id: named for named in versions}
        self._show_prompts()

    def set_reader(self, reader: Reader, catalogue: Catalogue) -> None:
        """Say what the reply is read with now; what was picked stays where it still can."""
        if reader == self._reader and catalogue == self._catalogue:
            return
        begins = reader.model_id != self._reader.model_id or not self._touched
        self._reader, self._catalogue = reader, catalogue
        models = [model for model in catalogue.models if not model.problem and _may_score(model)]
        self.model.set_options(
            [
                _model_option(model, model.id == reader.model_id, self.tr("the same model"))
                for model in models
            ],
            reader.model_id if begins else None,
        )
        self._show_adapters(self._first_adapter() if begins else self.adapter.current())
        self._show_prompts()
        if begins:
            self.prompt.set_current(_SAME)
        self._show_state()

    def other(self) -> Reader | None:
        """Return the reader to compare with; None when it is no other one."""
        adapter = self.adapter.current()
        other = msgspec.structs.replace(
            self._reader,
            model_id=self.model.current() or self._reader.model_id,
            adapter_id="" if adapter == _NONE else adapter,
        )
        match self.prompt.current():
            case "" | "same":
                pass
            case "none":
                other = msgspec.structs.replace(other, system_prompt="")
            case "own":
                other = msgspec.structs.replace(other, system_prompt=self.text.toPlainText())
            case version_id:
                other = self._with_version(other, version_id)
        return None if other == self._reader else other

    def words(self) -> str:
        """Name what the other reader differs in, shortly."""
        other = self.other()
        if other is None:
            return ""
        said = []
        if other.model_id != self._reader.model_id:
            found = self._catalogue.model(other.model_id)
            said.append(found.name if found else other.model_id)
        if other.adapter_id != self._reader.adapter_id:
            adapter = self._catalogue.adapter(other.adapter_id)
            said.append(adapter.name if adapter else self.tr("no adapter"))
        if other.system_prompt != self._reader.system_prompt or other.setup != self._reader.setup:
            said.append(self._prompt_words())
        return ", ".join(said)

    def _prompt_words(self) -> str:
        match self.prompt.current():
            case "none":
                return self.tr("no system prompt")
            case "own":
                return self.tr("another system prompt")
        option = self.prompt.option()
        return option.title if option else ""

    def _with_version(self, other: Reader, version_id: str) -> Reader:
        named = self._versions.get(version_id)
        if named is None:
            return other
        body = named.version.body
        setup = other.setup.with_prompt(body, version_id, named.name, dict(other.setup.values))
        return msgspec.structs.replace(other, system_prompt=body.system, setup=setup)

    def _first_adapter(self) -> str:
        """Return what is most telling: without the adapter where there is one, else with the first."""
        if self._reader.adapter_id:
            return _NONE
        fitting = self._catalogue.fitting(self._catalogue.model(self._reader.model_id))
        return fitting[0].id if fitting else _NONE

    def _show_adapters(self, current: str) -> None:
        model = self._catalogue.model(self.model.current() or self._reader.model_id)
        fitting = self._catalogue.fitting(model)
        options = [Option(_NONE, self.tr("No adapter"), self._as_it_is(not self._reader.adapter_id))]
        options += [
            Option(each.id, each.name, self._as_it_is(each.id == self._reader.adapter_id)) for each in fitting
        ]
        self.adapter.set_options(options, current if any(o.key == current for o in options) else _NONE)
        self.adapter.setVisible(len(options) > 1)

    def _show_prompts(self) -> None:
        options = [Option(_SAME, self.tr("The same prompt"))]
        if self._reader.system_prompt.strip():
            options.append(Option(_NONE, self.tr("No system prompt")))
        options.append(Option(_OWN, self.tr("Another system prompt…")))
        for identity, named in self._versions.items():
            title = self.tr("{0}, version {1}").replace("{1}", str(named.version.number))
            options.append(
                Option(
                    identity,
                    title.replace("{0}", named.name),
                    named.version.note,
                    group=self.tr("Saved prompts"),
                )
            )
        known = any(option.key == self.prompt.current() for option in options)
        self.prompt.set_options(options, None if known else _SAME)

    def _as_it_is(self, same: bool) -> str:
        return self.tr("as it is now") if same else ""

    def _show_state(self) -> None:
        self.text.setVisible(self.prompt.current() == _OWN)
        self._hint.setVisible(self.other() is None)

    @Slot(str)
    def _on_model_picked(self, identity: str) -> None:
        self._show_adapters(self.adapter.current())
        self._on_picked(identity)

    @Slot(str)
    def _on_prompt_picked(self, key: str) -> None:
        if key == _OWN and not self.text.toPlainText():
            self.text.blockSignals(True)
            self.text.setPlainText(self._reader.system_prompt)
            self.text.blockSignals(False)
        self._on_picked(key)
        if key == _OWN:
            self.text.setFocus()

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        self._touched = True
        self._show_state()
        self.changed.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_state()
        self._timer.start()


def _may_score(model: Model) -> bool:
    """Whether a model may tell how likely it finds a reply: servers do not, nor models without turns."""
    return model.can_chat and model.format is not ModelFormat.ENDPOINT


def _model_option(model: Model, same: bool, same_words: str) -> Option:
    return Option(model.id, model.name, same_words if same else model.quantization)
