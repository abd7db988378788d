"""What happens when a conversation becomes too long for the model."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.setup import ContextPolicy, Setup
from hone.ui.chat.reply.part import SetupPart
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel


class WindowPolicy(SetupPart):
    """One of three ways, with what each means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("When the window is full"), "", parent=parent)
        self._choice = Segmented(
            self.title,
            [
                (ContextPolicy.STOP.value, self.tr("Stop")),
                (ContextPolicy.DROP_OLDEST.value, self.tr("Drop oldest")),
                (ContextPolicy.SLIDING.value, self.tr("Slide")),
            ],
        )
        self._choice.chosen.connect(self._on_chosen)
        self._about = CaptionLabel(tone="muted")
        self.body.addWidget(self._choice)
        self.body.addWidget(self._about)

    def show_setup(self, setup: Setup) -> None:
        self._choice.set_current(setup.policy.value)
        self._explain()

    def applied(self, setup: Setup) -> Setup:
        return msgspec.structs.replace(setup, policy=ContextPolicy(self._choice.current()))

    def _explain(self) -> None:
        words = {
            ContextPolicy.STOP.value: self.tr(
                "Nothing is left out: a message that does not fit is refused, and you decide what to shorten."
            ),
            ContextPolicy.DROP_OLDEST.value: self.tr(
                "The model no longer reads the oldest turns. The system prompt and the examples always stay."
            ),
            ContextPolicy.SLIDING.value: self.tr(
                "The model reads the newest turns that fill half of the window, so that it has to read anew "
                "less often. The system prompt and the examples always stay."
            ),
        }
        self._about.setText(words[self._choice.current()])

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._explain()
        self._change_now()
