"""Follows what the engine will get: of the conversation, its settings, and what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.chat import Message, Role
from hone.errors import HoneError
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.services.exact_view import Outlook, Situation
    from hone.ui.chat.panel import ChatContext

_AFTER_MS = 300


class ExactWatch(QObject):
    """Looks again 300 ms after the last change, in the background, one look at a time.

    `told` when `outlook` or `error` are other ones: an outlook, or why there is none, or neither while there
    is nothing to send.
    """

    told = Signal()

    def __init__(self, context: ChatContext) -> None:
        super().__init__(context)
        self._context = context
        self.outlook: Outlook | None = None
        self.error: HoneError | None = None
        self._said: tuple[Message, ...] | None = None
        self._busy = self._again = self._watched = False
        self._shown = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._look)

    def listen(self) -> None:
        """Begin to follow; the context is whole now."""
        context = self._context
        context.switched.connect(self._on_switched)
        context.branch_changed.connect(self._on_branch_changed)
        context.settings_changed.connect(self._timer.start)
        context.dialogue.composer.changed.connect(self._timer.start)
        context.shell.models_changed.connect(self._timer.start)

    def watch(self, watched: bool) -> None:
        """Look also while nothing was said and nothing is typed: somebody wants to see it."""
        if watched and not self._watched:
            self._timer.start(0)
        self._watched = watched

    @Slot()
    def _on_switched(self) -> None:
        self._said = None
        self._shown += 1
        self._tell(None, None)
        self._timer.start()

    @Slot()
    def _on_branch_changed(self) -> None:
        self._said = None
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        if self._busy:
            self._again = True
            return
        situation = self._situation()
        if situation is None:
            self._tell(None, None)
            return
        self._busy = True
        shown, service = self._shown, self._context.services.exact

        def done(outlook: Outlook | None) -> None:
            self._on_looked(shown, outlook, None)

        def failed(error: HoneError) -> None:
            self._on_looked(shown, None, error)

        start_task(self, lambda: service.look(situation), done, failed)

    def _on_looked(self, shown: int, outlook: Outlook | None, error: HoneError | None) -> None:
        self._busy = False
        if shown == self._shown:
            self._tell(outlook, error)
        if self._again:
            self._again = False
            self._timer.start(0)

    def _tell(self, outlook: Outlook | None, error: HoneError | None) -> None:
        if (outlook, error) != (self.outlook, self.error):
            self.outlook, self.error = outlook, error
            self.told.emit()

    def _situation(self) -> Situation | None:
        """Return what decides what the engine gets; None while there is nothing worth a look."""
        from hone.services.exact_view import Situation

        context, composer = self._context, self._context.dialogue.composer
        model, settings = context.model, context.desk.settings
        if model is None:
            return None
        replying = context.session is not None and context.session.busy
        typed = "" if replying else composer.text()
        attachments = () if replying else composer.attachments()
        said = self._said_before(replying)
        if not (said or typed.strip() or attachments or self._watched):
            return None
        return Situation(
            model=model,
            adapter=context.adapter,
            system_prompt=settings.system_prompt,
            setup=settings.setup,
            sampling=settings.sampling,
            said=said,
            typed=typed,
            attachments=attachments,
        )

    def _said_before(self, replying: bool) -> tuple[Message, ...]:
        """Return the shown branch, without a reply in the making and what is being replaced."""
        session = self._context.session
        if session is None:
            return ()
        if self._said is None:
            self._said = tuple(entry.message for entry in session.entries())
        said = self._said
        if replying and said and said[-1].role is Role.ASSISTANT:
            said = said[:-1]
        edited = self._context.dialogue.edited_id
        places = [place for place, message in enumerate(said) if message.id == edited] if edited else []
        return said[: places[0]] if places else said
