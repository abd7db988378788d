"""The panel "Exact view": the very text and tokens that the engine gets, by source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hone.domain.exact import ExactPrompt, Part
from hone.ui.chat.exact.displays import NOTHING, Display, bytes_of, text_display, text_of, token_display
from hone.ui.chat.exact.legend import PartLegend
from hone.ui.chat.exact.part_looks import part_name
from hone.ui.chat.exact.prompt_view import PromptView
from hone.ui.chat.exact.search_line import SearchLine
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.commands import Command
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import Line, row
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.services.exact_view import Outlook


class ExactPanel(ChatPanel):
    """Follows what is told by the context's watch, while it is seen."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._prompt: ExactPrompt | None = None
        self._number = 0
        self._mode = Segmented(self.tr("Show"), [("text", self.tr("Text")), ("tokens", self.tr("Tokens"))])
        self._mode.chosen.connect(self._on_mode_chosen)
        self._blanks = IconButton("dots-three-outline", self.tr("Show white space"), size=16)
        self._blanks.setCheckable(True)
        self._blanks.toggled.connect(self._on_blanks_toggled)
        self._copy = IconButton("copy", self.tr("Copy the text"), size=16)
        self._copy.clicked.connect(self.copy_text)
        self._copy_ids = IconButton("hash", self.tr("Copy the token ids"), size=16)
        self._copy_ids.clicked.connect(self.copy_ids)
        self._note = MessageBanner(dismissable=False)
        self._legend = PartLegend()
        self._search = SearchLine()
        self.view = PromptView()
        self._pointed = CaptionLabel(tone="muted")
        self._empty = EmptyState("brackets-curly", "", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self._legend.picked.connect(self.view.highlight)
        self._search.found.connect(self.view.show_matches)
        self._search.left.connect(self.view.setFocus)
        self.view.pointed.connect(self._on_pointed)
        context.exact.told.connect(self._on_told)
        self._add_commands()
        self._show()

    @Slot()
    def shown(self) -> None:
        self.context.exact.watch(True)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.context.exact.watch(False)

    @Slot()
    def copy_text(self) -> None:
        """Put the text into the clipboard."""
        if self._prompt is not None:
            QGuiApplication.clipboard().setText(self._prompt.text)
            self.context.shell.notify(self.tr("Text copied"))

    @Slot()
    def copy_ids(self) -> None:
        """Put the ids of the tokens into the clipboard, as a list."""
        if self._prompt is not None and self._prompt.tokenized:
            QGuiApplication.clipboard().setText(str(list(self._prompt.token_ids)))
            self.context.shell.notify(self.tr("Token ids copied"))

    def _lay_out(self) -> None:
        self._note.hide()
        tools = row(self._mode, None, self._blanks, self._copy, self._copy_ids, spacing=Space.XS)
        seen = QWidget()
        seen.setProperty("kind", "plain")
        inner = QVBoxLayout(seen)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, 0)
        head.setSpacing(Space.S)
        head.addLayout(tools)
        head.addWidget(self._note)
        head.addWidget(self._legend)
        head.addWidget(self._search)
        inner.addLayout(head)
        inner.addWidget(Line())
        inner.addWidget(self.view, 1)
        inner.addWidget(Line())
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.L, 0, Space.L, Space.S)
        self._pointed.setMinimumHeight(2 * self._pointed.fontMetrics().lineSpacing() + Space.XS)
        self._pointed.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._pointed)
        inner.addLayout(foot)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(seen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _add_commands(self) -> None:
        group = self.tr("Exact view")
        for key, title, icon, call in (
            ("mode", self.tr("Switch between text and tokens"), "text-aa", self._switch_mode),
            ("blanks", self.tr("Show or hide white space"), "dots-three-outline", self._blanks.toggle),
            ("copy", self.tr("Copy what the model gets"), "copy", self.copy_text),
            ("ids", self.tr("Copy the token ids"), "hash", self.copy_ids),
            (
                "search",
                self.tr("Search in what the model gets"),
                "magnifying-glass",
                self._search.focus_field,
            ),
        ):
            self.context.shell.commands.add(Command(f"exact.{key}", title, group, "", icon), call, self)

    # ---- what is shown

    @Slot()
    def _on_told(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        watch = self.context.exact
        outlook = watch.outlook
        self._prompt = outlook.prompt if outlook is not None else None
        if outlook is None:
            self._show_empty()
            return
        self._stack.setCurrentIndex(1)
        self._copy_ids.setEnabled(outlook.prompt.tokenized)
        self._mode.setEnabled(outlook.prompt.tokenized)
        self._show_note(outlook)
        self._legend.show_counts(outlook.prompt.counts(), outlook.prompt.tokenized)
        self._show_display(outlook.prompt)

    def _show_empty(self) -> None:
        error = self.context.exact.error
        self._stack.setCurrentIndex(0)
        if error is not None:
            self._empty.title.setText(self.tr("This cannot be shown"))
            self._empty.text.setText(f"{error.message} {error.hint}".strip())
        elif self.context.model is None:
            self._empty.title.setText(self.tr("No model yet"))
            self._empty.text.setText(self.tr("Choose a model: its template and its tokens are shown here."))
        else:
            self._empty.title.setText(self.tr("Nothing to send yet"))
            self._empty.text.setText(
                self.tr("Write a message or a system prompt. What the model gets is shown here as you type.")
            )

    def _show_note(self, outlook: Outlook) -> None:
        """Say in one place what a person should know: the gravest first."""
        dropped = len(outlook.dropped_ids)
        if outlook.problem:
            self._note.show_message("danger", outlook.problem, outlook.hint)
        elif dropped:
            said = self.tr("1 earlier message is left out, because it does not fit.")
            if dropped > 1:
                said = self.tr("{0} earlier messages are left out, because they do not fit.")
            self._note.show_message("warning", said.replace("{0}", count_text(dropped)), outlook.prompt.note)
        elif outlook.prompt.note:
            self._note.show_message("", outlook.prompt.note)
        else:
            self._note.hide()

    def _show_display(self, prompt: ExactPrompt) -> None:
        """Make ready beside the window what is painted: it takes a moment for a long prompt."""
        self._number += 1
        number, boxed = self._number, self._mode.current() == "tokens" and prompt.tokenized
        make = token_display if boxed else text_display

        def done(display: Display) -> None:
            if number == self._number:
                self.view.show_display(display, boxed)
                self.view.highlight_again(self._legend.chosen)
                self._search.set_text(display.text)

        start_task(self, lambda: make(prompt), done)

    @Slot(int)
    def _on_pointed(self, stretch: int) -> None:
        words = self._words_of(stretch)
        self._pointed.setText(words)
        self.view.set_words(stretch, words)

    def _words_of(self, stretch: int) -> str:
        """Say what a stretch of the display is."""
        prompt, display = self._prompt, self.view.display_shown
        if prompt is None or display is NOTHING or not 0 <= stretch < len(display.starts):
            return ""
        number, part = display.tokens[stretch], display.parts[stretch]
        name = self._source_of(prompt, part, display.places[stretch])
        if number < 0 or number >= len(prompt.token_ids):
            start, end = display.span(stretch)
            said = self.tr("{0}: characters {1} to {2}")
            return (
                said.replace("{0}", name)
                .replace("{1}", count_text(start + 1))
                .replace("{2}", count_text(end))
            )
        said = self.tr("Token {0} of {1} · id {2} · {3} · bytes {4} · {5}")
        values = (
            count_text(number + 1),
            count_text(len(prompt.token_ids)),
            str(prompt.token_ids[number]),
            repr(text_of(prompt, number)),
            bytes_of(prompt, number).hex(" ").upper(),
            name,
        )
        for place, value in reversed(list(enumerate(values))):
            said = said.replace(f"{{{place}}}", value)
        return said

    def _source_of(self, prompt: ExactPrompt, part: Part, place: int) -> str:
        name = part_name(part)
        if part is Part.TEMPLATE and not prompt.tokenized:
            return self.tr("Role")
        segment = next((one for one in prompt.segments if one.start <= place < one.end), None)
        return f"{name}: {segment.name}" if segment is not None and segment.name else name

    # ---- buttons

    def _switch_mode(self) -> None:
        self._mode.set_current("text" if self._mode.current() == "tokens" else "tokens")
        self._on_mode_chosen()

    @Slot()
    def _on_mode_chosen(self) -> None:
        if self._prompt is not None:
            self._show_display(self._prompt)

    @Slot(bool)
    def _on_blanks_toggled(self, shown: bool) -> None:
        self.view.set_blanks(shown)
