"""The middle of the page: everything a prompt says, written in one column."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.models import Model
from hone.domain.prompt_library import is_starter
from hone.domain.prompts import (
    PromptBody,
    names_in,
    texts_of,
    with_found_variables,
    with_renamed_variable,
)
from hone.domain.setup import Setup
from hone.errors import HoneError
from hone.ui.chat.prompting.few_shot_editor import FewShotEditor
from hone.ui.chat.prompting.prompt_edit import PromptEdit
from hone.ui.chat.reply.beginning import Beginning
from hone.ui.chat.reply.form import Form
from hone.ui.chat.reply.stops import Stops
from hone.ui.kit.card import column
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.scrolling import fill_scrolling_centred
from hone.ui.kit.text import CaptionLabel, HeadingLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.page import Shell
from hone.ui.prompts.desk import OpenPrompt
from hone.ui.prompts.heading import PromptHeading
from hone.ui.prompts.variable_rows import VariableRows

_COLUMN = 760


class PromptEditor(QWidget):
    """`edited(PromptBody)` at every change of the text; `described` as the heading tells it."""

    edited = Signal(object)
    described = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = PromptBody()
        self._model: Model | None = None
        self._prompt_id = ""
        self.heading = PromptHeading()
        self.notice = MessageBanner()
        self.notice.hide()
        self.system = PromptEdit(
            self.tr("System prompt"), self.tr("What the model should do, and how it should answer"), 5, 24
        )
        self.user = PromptEdit(
            self.tr("First message"), self.tr("What is said first, such as {{question}}"), 2, 14
        )
        self.variables = VariableRows()
        self.examples = FewShotEditor(shell, "prompts")
        self._parts = (Beginning(), Stops(), Form())
        self._lay_out()
        self._connect()

    def show_prompt(self, shown: OpenPrompt, folders: Iterable[str]) -> None:
        """Show a prompt with what is being written in it."""
        if shown.prompt.id != self._prompt_id:
            self._prompt_id = shown.prompt.id
            self.examples.forget_deleted()
        self.heading.show_prompt(shown.prompt, folders)
        if is_starter(shown.prompt.id):
            said = self.tr(
                "This comes with Hone and stays as it is: a change is saved as a copy of your own."
            )
            self.notice.show_message("accent", said)
        else:
            self.notice.hide()
        self._show(shown.body)

    def set_model(self, model: Model | None) -> None:
        """Set whose tokens the examples are counted in."""
        self._model = model
        self._count()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        inside.setMaximumWidth(_COLUMN)
        layout = column(inside, margin=Space.XL, spacing=Space.S)
        layout.addWidget(self.notice)
        layout.addWidget(self.heading)
        for title, about, widget in (
            (self.tr("System prompt"), self.tr("Said before the conversation."), self.system),
            (self.tr("First message"), self.tr("Written into the message field when used."), self.user),
            (self.tr("Variables"), "", self.variables),
            (self.tr("Examples"), "", self.examples),
        ):
            layout.addSpacing(Space.M)
            layout.addWidget(StrongLabel(title))
            if about:
                layout.addWidget(CaptionLabel(about))
            layout.addWidget(widget)
        layout.addSpacing(Space.L)
        layout.addWidget(HeadingLabel(self.tr("Reply")))
        for part in self._parts:
            layout.addSpacing(Space.XS)
            layout.addWidget(part)
        layout.addStretch(1)
        fill_scrolling_centred(self, inside)

    def _connect(self) -> None:
        self.heading.described.connect(self.described)
        self.system.edited.connect(self._on_edited)
        self.user.edited.connect(self._on_edited)
        self.examples.edited.connect(self._on_edited)
        self.variables.edited.connect(self._on_edited)
        self.variables.failed.connect(self.failed)
        self.variables.rename_requested.connect(self._on_rename_requested)
        for part in self._parts:
            part.changed.connect(self._on_edited)

    def flush(self) -> None:
        """Take over what its parts still hold back."""
        for part in self._parts:
            part.flush()

    def _written(self) -> PromptBody:
        """Return what all fields say; a value of the setup's parts that none shows is kept."""
        setup = Setup()
        for part in self._parts:
            setup = part.applied(setup)
        return msgspec.structs.replace(
            self._body,
            system=self.system.text(),
            user=self.user.text(),
            variables=self.variables.variables(),
            examples=self.examples.examples(),
            layout=self.examples.layout_choice(),
            prefill=setup.prefill,
            stop=setup.stop,
            constraint=setup.constraint,
        )

    def _show(self, body: PromptBody) -> None:
        self._body = body
        self.system.set_text(body.system)
        self.user.set_text(body.user)
        self.examples.set_examples(body.examples, body.layout)
        setup = Setup().with_prompt(body, "", "", {})
        for part in self._parts:
            part.show_setup(setup)
        self._show_variables()
        self._count()

    def _show_variables(self) -> None:
        self.variables.show_variables(self._body.variables, names_in(*texts_of(self._body)))

    def _count(self) -> None:
        setup = Setup(variables=self._body.variables)
        self.examples.set_counting(self._model if self.isVisible() else None, setup)

    @Slot()
    def _on_edited(self) -> None:
        body = with_found_variables(self._written())
        if body == self._body:
            return
        self._body = body
        self._show_variables()
        self._count()
        self.edited.emit(body)

    @Slot(str, str)
    def _on_rename_requested(self, old: str, new: str) -> None:
        try:
            body = with_renamed_variable(self._written(), old, new)
        except HoneError as error:
            self.failed.emit(error)
            self.variables.forget(old)
            self._show_variables()
            return
        self._show(body)
        self.edited.emit(body)
