"""Keeps what is typed and not sent, per conversation; half a second after the last key it is on the disk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from hone.errors import HoneError
from hone.services.typed import NewSettings, Typed
from hone.ui.chat.panel import ChatContext
from hone.ui.supervisor import InOrder, start_task

_AFTER_MS = 500


class DraftKeeper(QObject):
    """Follows the composer and the desk; a child of the chat page."""

    def __init__(self, context: ChatContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._typed = context.services.typed
        self._place = ""
        self._ready = False
        self._saved: dict[str, Typed] = {}
        self._in_order = InOrder()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        context.dialogue.composer.changed.connect(self._on_changed)
        context.settings_changed.connect(self._on_changed)
        context.switched.connect(self._on_switched)

    def begin(self) -> None:
        """Show what was typed when the program ended, then follow."""
        self._read("")

    @Slot()
    def flush(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        if not self._ready:
            return
        place, typed = self._place, self._now()
        if self._saved.get(place, Typed()) == typed:
            return
        self._saved[place] = typed
        self._save(place, typed)

    def _now(self) -> Typed:
        composer, desk = self._context.dialogue.composer, self._context.desk
        editing = self._context.dialogue.edited_id
        settings = None
        if not self._place:
            chosen = desk.settings
            settings = NewSettings(
                model_id=chosen.model_id,
                adapter_id=chosen.adapter_id,
                system_prompt=chosen.system_prompt,
                sampling=chosen.sampling,
                setup=chosen.setup,
            )
        return Typed(
            text=composer.text(), attachments=composer.attachments(), edited_id=editing, settings=settings
        )

    @Slot()
    def _on_changed(self) -> None:
        # Not started again at each key: what is typed without a pause is kept as well.
        if self._ready and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_switched(self) -> None:
        """Another conversation is shown: its own text comes, and the one before is kept already."""
        place = self._context.desk.conversation_id
        if place == self._place:
            return
        self._timer.stop()
        before, self._place = self._place, place
        composer = self._context.dialogue.composer
        session = self._context.session
        if not before and session is not None and session.loaded and not session.tree():
            # It has just begun: what is typed while its first message is on its way stays.
            self._saved[place] = Typed()
            self._forget_new()
            self._on_changed()
            return
        if self._ready:
            self._keep(before)
        composer.clear_text()
        composer.set_attachments(())
        QTimer.singleShot(0, self, lambda: self._read(place))

    def _forget_new(self) -> None:
        """The conversation that had not begun has begun: nothing of it waits any more."""
        self._saved[""] = Typed()
        self._save("", Typed())

    def _keep(self, place: str) -> None:
        """Keep the text of the conversation that is left, with the message that it edits."""
        settings = self._saved[place].settings if place in self._saved and not place else None
        composer = self._context.dialogue.composer
        typed = Typed(
            text=composer.text(),
            attachments=composer.attachments(),
            edited_id=self._context.dialogue.edited_id,
            settings=settings,
        )
        if self._saved.get(place, Typed()) != typed:
            self._saved[place] = typed
            self._save(place, typed)

    def _save(self, place: str, typed: Typed) -> None:
        """Keep what is typed; of two states that come shortly after each other the later one stays."""
        save = self._in_order(lambda: self._typed.save(place, typed))
        start_task(self, save, None, self._on_failed)

    def _read(self, place: str) -> None:
        self._ready = False
        if place in self._saved:
            self._show(place, self._saved[place])
            return
        start_task(self, lambda: self._typed.load(place), partial(self._show, place), self._on_failed)

    def _show(self, place: str, typed: Typed) -> None:
        if place != self._place:
            return
        self._saved[place] = typed
        composer, desk = self._context.dialogue.composer, self._context.desk
        session = self._context.session
        if typed.edited_id and session is not None and not session.loaded:
            session.branch_changed.connect(
                partial(self._show, place, typed), Qt.ConnectionType.SingleShotConnection
            )
            return
        edited = session.message(typed.edited_id) if session is not None and typed.edited_id else None
        if edited is not None and not composer.text():
            self._context.dialogue.edit(edited, typed.text, typed.attachments)
        if not composer.text() and typed.text:
            composer.set_text(typed.text)
        if typed.attachments and not composer.attachments():
            composer.set_attachments(typed.attachments)
        if not place and typed.settings is not None and desk.session is None and not self._ready:
            self._take_settings(typed.settings)
        self._ready = True

    def _take_settings(self, kept: NewSettings) -> None:
        """Put the settings of the conversation that had not begun back on the desk, once, at the start."""
        desk = self._context.desk
        if desk.settings.system_prompt or not kept.model_id:
            return
        desk.change(
            model_id=kept.model_id,
            adapter_id=kept.adapter_id,
            system_prompt=kept.system_prompt,
            sampling=kept.sampling,
            setup=kept.setup,
        )

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._ready = True
        self._context.dialogue.show_error(error)
