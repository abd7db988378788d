"""Behind the context meter: the numbers per part, what goes next, and what happens when it is full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hone.domain.exact import Room
from hone.domain.setup import ContextPolicy
from hone.ui.chat.exact.part_bar import PartBar, PartDot
from hone.ui.chat.meter_words import Number, next_words, numbers_of
from hone.ui.kit.card import Line
from hone.ui.kit.popover import Popover
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, Label, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

if TYPE_CHECKING:
    from hone.services.exact_view import Outlook
    from hone.ui.chat.panel import ChatContext


class MeterPopover(Popover):
    """The numbers per part, what goes next, and what happens when it is full."""

    def __init__(self, anchor: QWidget, context: ChatContext, outlook: Outlook, room: Room) -> None:
        super().__init__(anchor, width=340)
        self._context = context
        self.body.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self.body.setSpacing(Space.S)
        self.body.addWidget(StrongLabel(self.tr("What the window holds")))
        self.body.addWidget(PartBar(outlook.prompt.counts(), room))
        self.body.addLayout(self._numbers(numbers_of(outlook, room)))
        self.body.addWidget(Line())
        self.body.addWidget(StrongLabel(self.tr("When it is full")))
        policies = Segmented(
            self.tr("When it is full"),
            [
                (ContextPolicy.STOP.value, self.tr("Stop")),
                (ContextPolicy.DROP_OLDEST.value, self.tr("Drop oldest")),
                (ContextPolicy.SLIDING.value, self.tr("Slide")),
            ],
        )
        policies.set_current(context.desk.settings.setup.policy.value)
        policies.chosen.connect(self._on_policy_chosen)
        self.body.addWidget(policies)
        self._about = CaptionLabel()
        self.body.addWidget(self._about)
        self._next = next_words(outlook)
        self._show_about(context.desk.settings.setup.policy)

    def _numbers(self, rows: Sequence[Number]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            if row.part is not None:
                grid.addWidget(PartDot(row.part), number, 0)
            grid.addWidget(CaptionLabel(row.name, wrap=False), number, 1)
            label = Label(row.value, Type.CAPTION)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, number, 2)
        return grid

    def _on_policy_chosen(self, key: str) -> None:
        policy = ContextPolicy(key)
        setup = msgspec.structs.replace(self._context.desk.settings.setup, policy=policy)
        self._next = ""
        self._context.desk.change(setup=setup)
        self._show_about(policy)

    def _show_about(self, policy: ContextPolicy) -> None:
        about = {
            ContextPolicy.STOP: self.tr("Nothing is left out: a message that does not fit is not answered."),
            ContextPolicy.DROP_OLDEST: self.tr(
                "The oldest messages are left out, as few as possible. "
                "The system prompt and the examples stay."
            ),
            ContextPolicy.SLIDING: self.tr(
                "The oldest messages are left out until half of the room is free, so that the model "
                "reads the conversation anew less often. The system prompt and the examples stay."
            ),
        }
        self._about.setText(f"{about[policy]} {self._next}".strip())
