"""At the right: the versions of the prompt, and the conversations that used them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hone.domain.prompt_library import PromptUse, is_starter
from hone.domain.prompts import PromptVersion
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import ChoiceCard, Line, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import count_text, day_text, time_text
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.side_panel import SidePanel
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, HeadingLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.prompts.desk import OpenPrompt

WIDTH = 272
_MOST_USES = 50


class History(SidePanel):
    """`version_chosen(id)` to look at one, `conversation_chosen(id)` to go there."""

    version_chosen = Signal(str)
    conversation_chosen = Signal(str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("inspector", WIDTH, parent)
        self.setAccessibleName(self.tr("History of the prompt"))
        close = IconButton("x", self.tr("Close the history"), size=16)
        close.clicked.connect(self.close_requested)
        head = row(HeadingLabel(self.tr("History")), None, close)
        head.setContentsMargins(Space.L, Space.M, Space.S, Space.XS)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        self._list = column(inside, spacing=Space.S)
        self._list.setContentsMargins(Space.L, Space.XS, Space.L, Space.L)
        self._filled: list[QWidget] = []
        scrolling = QWidget()
        fill_scrolling(scrolling, inside)
        layout = column(self, spacing=0)
        layout.addLayout(head)
        layout.addWidget(scrolling, 1)

    def show_prompt(self, shown: OpenPrompt | None) -> None:
        """Show the versions and uses of a prompt."""
        for old in self._filled:
            old.hide()
            old.deleteLater()
        while self._list.count():
            self._list.takeAt(0)
        self._filled = []
        if shown is None:
            return
        if not shown.versions:
            self._put(CaptionLabel(self.tr("Not saved yet. Every save becomes a version here.")))
        if is_starter(shown.prompt.id):
            self._put(CaptionLabel(self.tr("This comes with Hone. A copy of your own has versions.")))
            self._list.addStretch(1)
            return
        for version in shown.versions:
            self._put(self._version_card(version, version is shown.versions[0]))
        if shown.uses:
            self._put(Line())
            self._put(HeadingLabel(self.tr("Used in")))
        for use in shown.uses[:_MOST_USES]:
            self._put(self._use_card(use))
        self._list.addStretch(1)

    def _put(self, widget: QWidget) -> None:
        self._filled.append(widget)
        self._list.addWidget(widget)

    def _version_card(self, version: PromptVersion, latest: bool) -> ChoiceCard:
        title = self.tr("Version {0}").replace("{0}", str(version.number))
        when = f"{day_text(version.created_at)} {time_text(version.created_at)}"
        card = ChoiceCard(". ".join(filter(None, (title, version.note, when))), padding=Space.M)
        badge = Badge(self.tr("latest"), "accent") if latest else None
        card.body.addLayout(row(StrongLabel(title), None, *([badge] if badge else [])))
        if version.note:
            card.body.addWidget(BodyLabel(version.note))
        card.body.addWidget(CaptionLabel(when))
        card.chosen.connect(partial(self.version_chosen.emit, version.id))
        return card

    def _use_card(self, use: PromptUse) -> ChoiceCard:
        version = self.tr("Version {0}").replace("{0}", str(use.number))
        said = [version]
        if use.replies:
            said.append(self.tr("replies: {0}").replace("{0}", count_text(use.replies)))
        if use.up or use.down:
            liked = self.tr("liked {0}, disliked {1}").replace("{0}", count_text(use.up))
            said.append(liked.replace("{1}", count_text(use.down)))
        if use.now:
            said.append(self.tr("in use"))
        line = " · ".join(said)
        card = ChoiceCard(f"{use.title}. {line}", padding=Space.M)
        card.body.addWidget(ElidedLabel(use.title, Type.STRONG))
        card.body.addWidget(CaptionLabel(f"{line} · {day_text(use.used_at)}"))
        card.chosen.connect(partial(self.conversation_chosen.emit, use.conversation_id))
        return card
