"""The panel "Reply": how each reply begins, ends and looks, how many are made, and how they are drawn."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.chat import Message, Role
from hone.domain.generation import Feature
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.reply.beginning import Beginning
from hone.ui.chat.reply.form import Form
from hone.ui.chat.reply.part import SetupPart
from hone.ui.chat.reply.samples import Exactness, Samples
from hone.ui.chat.reply.seed import SeedPart
from hone.ui.chat.reply.stops import Stops
from hone.ui.chat.reply.template import TemplateVariables
from hone.ui.chat.reply.window_policy import WindowPolicy
from hone.ui.kit.card import Line
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task


class ReplyPanel(ChatPanel):
    """Sections of the setup; each change reaches the desk at once, or half a second after the last letter."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.beginning, self.stops, self.form = Beginning(), Stops(), Form()
        self.samples, self.exactness = Samples(), Exactness()
        self.policy, self.template = WindowPolicy(), TemplateVariables()
        self.seed = SeedPart()
        self._parts: tuple[SetupPart, ...] = (
            self.beginning,
            self.stops,
            self.form,
            self.samples,
            self.exactness,
            self.policy,
            self.template,
        )
        for part in self._parts:
            part.changed.connect(partial(self._on_part_changed, part))
        self.seed.changed.connect(self._on_seed_changed)
        self._asked_of = ""
        self._lay_out()
        context.settings_changed.connect(self._show_settings)
        context.switched.connect(self.shown)
        context.branch_changed.connect(self._show_last_seed)
        context.reply_ended.connect(self._on_reply_ended)

    @Slot()
    def shown(self) -> None:
        self._show_settings()
        self._show_last_seed()

    def flush(self) -> None:
        """Tell changes that wait."""
        for part in self._parts:
            part.flush()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        layout.setSpacing(Space.M)
        sections: tuple[QWidget, ...] = (
            self.beginning,
            self.stops,
            self.form,
            self.samples,
            self.seed,
            self.exactness,
            self.policy,
        )
        for section in sections:
            layout.addWidget(section)
            if section is not sections[-1]:
                layout.addWidget(Line())
        layout.addWidget(self.template)
        layout.addStretch(1)
        fill_scrolling(self, inside)

    @Slot()
    def _show_settings(self) -> None:
        self.flush()
        settings, model = self.context.desk.settings, self.context.model
        for part in self._parts:
            part.show_setup(settings.setup)
        self.seed.set_seed(settings.sampling.seed)
        self.template.set_template((model.chat_template or "") if model is not None else "")
        self._ask_features()

    def _ask_features(self) -> None:
        """Ask what the engine of the model can do; a server may have to be asked."""
        model = self.context.model
        if model is None or model.problem or model.id == self._asked_of:
            return
        self._asked_of = model.id
        engines = self.context.services.engines
        start_task(
            self,
            lambda: engines.features(model),
            partial(self._on_features_told, model.id, model.name),
            lambda error: self._on_features_told(model.id, model.name, frozenset(Feature)),
        )

    def _on_features_told(self, model_id: str, name: str, features: frozenset[Feature]) -> None:
        """Show what cannot be done; of a server that does not answer nothing is known yet."""
        if model_id == self._asked_of:
            for part in self._parts:
                part.set_features(features, name)

    def _on_part_changed(self, part: SetupPart) -> None:
        desk = self.context.desk
        changed = part.applied(desk.settings.setup)
        if changed != desk.settings.setup:
            desk.change(setup=changed)

    @Slot(object)
    def _on_seed_changed(self, seed: int) -> None:
        desk = self.context.desk
        if seed != desk.settings.sampling.seed:
            desk.change(sampling=msgspec.structs.replace(desk.settings.sampling, seed=seed))

    @Slot()
    def _show_last_seed(self) -> None:
        entries = self.context.session.entries() if self.context.session is not None else []
        shown = (entry.message for entry in reversed(entries) if not entry.growing)
        reply = next((message for message in shown if _was_drawn(message)), None)
        self.seed.set_last(reply.origin.seed if reply is not None and reply.origin is not None else -1)

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        """Ask again: the engine that was loaded for the reply tells more than one that was not."""
        self._asked_of = ""
        self._ask_features()


def _was_drawn(message: Message) -> bool:
    return message.role is Role.ASSISTANT and message.origin is not None and message.usage is not None
