"""The panel "Tokens": a reply token by token, what else could have come, and what another model thinks."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hone.domain.chat import Message, MessageState, Role
from hone.domain.generation import Progress
from hone.domain.prompt_snapshot import PromptRecord, PromptSnapshot
from hone.domain.token_reports import Reader
from hone.errors import HoneError
from hone.services.prompt_library import PromptLibrary
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.tokens.colouring import ColourBy
from hone.ui.chat.tokens.compare_form import NamedVersion
from hone.ui.chat.tokens.readings import Found, Readings, Wanted
from hone.ui.chat.tokens.reply_tokens import ReplyTokens
from hone.ui.commands import Command
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.card import column, row
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

_SETTLE_MS = 250
_MOST_VERSIONS = 200


class TokensPanel(ChatPanel):
    """Reads the reply that was asked for, else the last one of the branch, whenever it is in front."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._message_id = ""
        self._wanted: Wanted | None = None
        self._found: Found | None = None
        self.readings = Readings(context.services.tokens, self)
        self.view = ReplyTokens()
        self.banner = MessageBanner()
        self.progress = ProgressView(self.tr("Reading the reply"))
        self.by = Segmented(
            self.tr("Colour by"),
            [
                (ColourBy.SURPRISE, self.tr("Surprise")),
                (ColourBy.ENTROPY, self.tr("Entropy")),
                (ColourBy.DIFFERENCE, self.tr("Difference")),
            ],
        )
        self._cancel = GhostButton(self.tr("Cancel"))
        self._back = IconButton("caret-left", self.tr("Reply before"), size=16)
        self._on = IconButton("caret-right", self.tr("Reply after"), size=16)
        self._which = CaptionLabel(wrap=False)
        self._note = CaptionLabel()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out()
        self._connect()
        self._add_commands()

    @Slot()
    def shown(self) -> None:
        """Show the reply that was asked for, or the last one."""
        self._take_pointed()
        self._read_versions()
        self.refresh()

    def finish(self) -> None:
        """End the reading that runs."""
        self.readings.finish()

    @Slot()
    def refresh(self) -> None:
        """Read the reply again if it, or who reads it, is another one than before."""
        if not self.isVisible():
            return
        session, replies = self.context.session, self._replies()
        message = next((reply for reply in replies if reply.id == self._message_id), None)
        if message is None and replies:
            message = replies[-1]
        self._message_id = message.id if message else ""
        self.view.set_may_branch(session is not None and not session.busy)
        if session is None or message is None:
            self._wanted = self._found = None
            self.readings.cancel()
            self._stack.setCurrentWidget(self._empty)
            return
        self._stack.setCurrentWidget(self._content)
        self._show_which(replies, message)
        tokens = self.context.services.tokens
        if not tokens.knows(message):
            asked = message
            start_task(self, lambda: tokens.learn(asked), self._on_prompt_learnt, self._on_failed)
            return
        reader = tokens.reader_of(session.conversation, message)
        self.view.form.set_reader(reader, self.context.library.catalogue)
        comparing = self.by.current() == ColourBy.DIFFERENCE
        other = self.view.form.other() if comparing else None
        wanted = Wanted(session.conversation.id, message.id, message.text, reader, other)
        if wanted != self._wanted:
            self._ask(wanted)
        else:
            self._show_found()

    def _on_prompt_learnt(self, _result: object) -> None:
        self.refresh()

    def _replies(self) -> list[Message]:
        """Return the whole replies of the branch that have a text."""
        session = self.context.session
        messages = [entry.message for entry in session.entries()] if session else []
        return [
            message
            for message in messages
            if message.role is Role.ASSISTANT and message.state is not MessageState.STREAMING and message.text
        ]

    def _ask(self, wanted: Wanted) -> None:
        known = self._found
        if known is not None and known.wanted.message_id != wanted.message_id:
            self._found = None
        self._wanted = wanted
        self.banner.hide()
        self._show_found()
        self.readings.ask(wanted)

    def _show_found(self) -> None:
        """Show what is known of the reply; its difference only where it is the one that is asked for."""
        found, wanted = self._found, self._wanted
        self._show_view(found is not None)
        if found is None or wanted is None:
            return
        message = next((reply for reply in self._replies() if reply.id == wanted.message_id), None)
        current = found.wanted.other == wanted.other and found.wanted.reader == wanted.reader
        difference = found.difference if current else None
        given = message.given if message else 0
        self.view.show_reading(found.reading, difference, given, self.view.form.words())
        self._note.setText(self._remarks(found, message))
        self._note.setVisible(bool(self._note.text()))

    def _show_view(self, shown: bool) -> None:
        """Show or hide the tokens; the keyboard waits in the panel meanwhile."""
        focused = self.window().focusWidget()
        if not shown and focused is not None and self.view.isAncestorOf(focused):
            self._content.setFocus()
        self.view.setVisible(shown)
        if shown and focused is self._content:
            self.view.text.setFocus()

    def _remarks(self, found: Found, message: Message | None) -> str:
        """Say what a person should know of this reading."""
        said: list[str] = []
        if message is None:
            return ""
        if message.reasoning:
            said.append(self.tr("The reply's reasoning is left out: its text alone is read."))
        if message.given:
            said.append(self.tr("The dotted beginning was given to the model."))
        said += self._prompt_remark(found.reading.reader)
        origin = message.origin
        wrote = (origin.model_name, origin.adapter_name) if origin else ("", "")
        reads = (found.reading.model_name, found.reading.adapter_name)
        if wrote[0] and wrote != reads:
            text = self.tr("Written by {0}, read by {1}.")
            said.append(text.replace("{0}", self._named(*wrote)).replace("{1}", self._named(*reads)))
        return " ".join(said)

    def _prompt_remark(self, reader: Reader) -> list[str]:
        """Say when the reply is not read under the conversation's present prompt, or when that is a guess."""
        session = self.context.session
        if session is None:
            return []
        if reader.record is PromptRecord.CONTINUED:
            return [self.tr("It was continued under another prompt than the one that it began with.")]
        if reader.record is PromptRecord.PRESENT:
            return [self.tr("The prompt that it was made with is not known; the present one is taken.")]
        now = PromptSnapshot.of(session.conversation.system_prompt, session.conversation.setup)
        made = PromptSnapshot.of(reader.system_prompt, reader.setup)
        if now.same_prompt(made):
            return []
        return [self.tr("It is read under the prompt that it was made with; the present one is another.")]

    def _named(self, model: str, adapter: str) -> str:
        if not adapter:
            return model
        return self.tr("{0} with {1}").replace("{0}", model).replace("{1}", adapter)

    # ---- building

    def _lay_out(self) -> None:
        self._empty = EmptyState(
            "text-aa",
            self.tr("No reply yet"),
            self.tr(
                "Say something to the model. Its reply is shown here token by token: how likely each was, "
                "and what could have come instead."
            ),
        )
        self._content = QWidget()
        self._content.setProperty("kind", "plain")
        inner = column(self._content, spacing=Space.S)
        head = column(spacing=Space.S)
        head.setContentsMargins(Space.L, Space.S, Space.L, 0)
        head.addLayout(row(self._which, None, self._back, self._on, spacing=Space.XS))
        head.addWidget(self.by)
        self._busy = QWidget()
        self._busy.setProperty("kind", "plain")
        working = row(self.progress, self._cancel)
        working.setStretch(0, 1)
        self._busy.setLayout(working)
        self._busy.hide()
        for widget in (self._busy, self.banner, self._note):
            head.addWidget(widget)
        self._note.hide()
        inner.addLayout(head)
        inner.addWidget(self.view, 1)
        inner.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._content)
        column(self).addWidget(self._stack)

    def _connect(self) -> None:
        context = self.context
        self._settle.timeout.connect(self.refresh)
        context.switched.connect(self._on_switched)
        context.branch_changed.connect(self._on_branch_changed)
        context.settings_changed.connect(self._settle.start)
        context.library.catalogue_read.connect(self._settle.start)
        context.reply_ended.connect(self._on_reply_ended)
        self.by.chosen.connect(self._on_by_chosen)
        self.view.form.changed.connect(self.refresh)
        self.view.branch_requested.connect(self._on_branch_requested)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._back.clicked.connect(self.show_before)
        self._on.clicked.connect(self.show_after)
        self.readings.progressed.connect(self._on_progressed)
        self.readings.found.connect(self._on_found)
        self.readings.failed.connect(self._on_failed)
        self.readings.busy_changed.connect(self._busy.setVisible)

    def _add_commands(self) -> None:
        group = self.tr("Tokens")
        for key, title, call in (
            ("surprise", self.tr("Colour tokens by surprise"), lambda: self.colour_by(ColourBy.SURPRISE)),
            ("entropy", self.tr("Colour tokens by entropy"), lambda: self.colour_by(ColourBy.ENTROPY)),
            (
                "difference",
                self.tr("Colour tokens by difference"),
                lambda: self.colour_by(ColourBy.DIFFERENCE),
            ),
            ("before", self.tr("Tokens of the reply before"), self.show_before),
            ("after", self.tr("Tokens of the reply after"), self.show_after),
            ("walk", self.tr("Walk through the tokens"), self.view.text.setFocus),
        ):
            self.context.shell.commands.add(Command(f"tokens.{key}", title, group, "", "text-aa"), call, self)

    # ---- which reply

    def _show_which(self, replies: list[Message], message: Message) -> None:
        place = next(index for index, reply in enumerate(replies) if reply.id == message.id)
        said = self.tr("Reply {0} of {1}")
        self._which.setText(
            said.replace("{0}", count_text(place + 1)).replace("{1}", count_text(len(replies)))
        )
        self._back.setEnabled(place > 0)
        self._on.setEnabled(place < len(replies) - 1)

    @Slot()
    def show_before(self) -> None:
        """Show the reply before."""
        self._step(-1)

    @Slot()
    def show_after(self) -> None:
        """Show the reply after."""
        self._step(1)

    def _step(self, by: int) -> None:
        replies = self._replies()
        places = [index for index, reply in enumerate(replies) if reply.id == self._message_id]
        if places and 0 <= places[0] + by < len(replies):
            self._message_id = replies[places[0] + by].id
            self.refresh()

    def _take_pointed(self) -> None:
        if self.context.pointed_at:
            self._message_id, self.context.pointed_at = self.context.pointed_at, ""

    @Slot()
    def _on_switched(self) -> None:
        self._message_id = ""
        self.refresh()

    @Slot()
    def _on_branch_changed(self) -> None:
        self._settle.start()

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        self._message_id = message.id
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start()

    # ---- what is read

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._found = found
        self._show_found()

    @Slot(object)
    def _on_progressed(self, event: Progress) -> None:
        self.progress.set_progress(event.note, event.done, event.total)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.banner.clear_actions()
        self.banner.add_action(self.tr("Read again"), self._read_again)
        self.banner.show_error(error)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.readings.cancel()
        self.banner.clear_actions()
        self.banner.add_action(self.tr("Read again"), self._read_again)
        self.banner.show_message("", self.tr("The reading was cancelled."))

    def _read_again(self) -> None:
        self._wanted = None
        self.refresh()

    def colour_by(self, by: ColourBy) -> None:
        """Colour by another value."""
        self.by.set_current(by)
        self._on_by_chosen(by)

    @Slot(str)
    def _on_by_chosen(self, key: str) -> None:
        self.view.colour_by(ColourBy(key))
        self.refresh()

    @Slot(str)
    def _on_branch_requested(self, beginning: str) -> None:
        session = self.context.session
        if session is not None and not session.busy and self._message_id:
            session.branch_from(self._message_id, beginning)

    # ---- versions of prompts

    def _read_versions(self) -> None:
        prompts = self.context.services.prompts
        start_task(self, lambda: _versions(prompts), self._on_versions_read, self._on_failed)

    @Slot(object)
    def _on_versions_read(self, versions: list[NamedVersion]) -> None:
        self.view.form.set_versions(versions)


def _versions(prompts: PromptLibrary) -> list[NamedVersion]:
    """Return the newest prompts' versions, newest first."""
    found: list[NamedVersion] = []
    for prompt in sorted(prompts.prompts(), key=lambda each: each.updated_at, reverse=True):
        newest = sorted(prompts.versions(prompt.id), key=lambda each: -each.number)
        found += [NamedVersion(prompt.name, version) for version in newest]
        if len(found) >= _MOST_VERSIONS:
            break
    return found
