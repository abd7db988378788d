"""One method to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hone.tuning.methods.base import Method
from hone.ui.declared_texts import method_text
from hone.ui.kit.card import ChoiceCard, row
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, StrongLabel


class MethodCard(ChoiceCard):
    """Label, what it does, and when to take it."""

    def __init__(self, method: Method, recommended: bool, parent: QWidget | None = None) -> None:
        super().__init__(method_text(method.label), parent=parent)
        self.method = method
        summary, when = method_text(method.summary), method_text(method.when)
        heading = row(StrongLabel(method_text(method.label)), None)
        if recommended:
            heading.addWidget(Badge(self.tr("Recommended"), "accent"))
        self.body.addLayout(heading)
        self.body.addWidget(BodyLabel(summary))
        self.body.addWidget(CaptionLabel(when))
        self.body.addStretch(1)
        self.setAccessibleDescription(f"{summary} {when}")
