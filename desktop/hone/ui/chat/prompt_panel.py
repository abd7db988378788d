"""The panel with the conversation's prompt: which one, which version, and the values of its variables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.prompt_library import Found
from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt, fill
from hone.errors import HoneError
from hone.ui.chat.desk import Draft
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.prompting.in_use import body_on_desk, variables_on_desk, with_values
from hone.ui.chat.prompting.prompt_card import PromptCard
from hone.ui.chat.prompting.value_form import ValueForm
from hone.ui.commands import Command
from hone.ui.kit.card import column
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

_SAVE_AFTER_MS = 400


class PromptPanel(ChatPanel):
    """Takes prompts from the library onto the desk, and back into it as new versions."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._library = context.services.prompts
        self._prompts: tuple[SavedPrompt, ...] = ()
        self._found: Found | None = None
        self._versions: tuple[PromptVersion, ...] = ()
        self._asked = ""
        self._filled: str | None = None  # the first message as it was written into the composer
        self._values: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self._tell_values)
        self.card = PromptCard()
        self.form = ValueForm()
        self._heading = StrongLabel(self.tr("Variables"))
        self._hint = CaptionLabel(
            self.tr("Write {{name}} into the system prompt, and a field for it appears here.")
        )
        self._lay_out()
        self._connect()
        self._add_commands()

    @Slot()
    def shown(self) -> None:
        self._read_prompts()
        self._show()

    def flush(self) -> None:
        """Tell values that wait."""
        if self._timer.isActive():
            self._timer.stop()
            self._tell_values()

    def use(self, version_id: str, anew: bool = False) -> None:
        """Take a version onto the desk; `anew` into a conversation of its own."""
        task = partial(self._on_version_read, anew, self.context.desk.place)
        start_task(self, lambda: self._library.version(version_id), task, self._on_failed)

    # ---- building

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = column(inside, margin=Space.L, spacing=Space.S)
        layout.addWidget(self.card)
        layout.addSpacing(Space.S)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(self.form)
        layout.addStretch(1)
        fill_scrolling(self, inside)

    def _connect(self) -> None:
        context, card = self.context, self.card
        context.settings_changed.connect(self._show)
        context.switched.connect(self._on_switched)
        context.dialogue.about_to_say.connect(self._on_about_to_say)
        context.shell.prompts_changed.connect(self._on_library_changed)
        card.prompt_picked.connect(self._on_prompt_picked)
        card.version_picked.connect(self.use)
        card.save_requested.connect(self.save_version)
        card.save_as_new_requested.connect(self.save_as_prompt)
        card.revert_requested.connect(self._on_revert_requested)
        card.unload_requested.connect(self.unload)
        card.open_requested.connect(self._on_open_requested)
        self.form.edited.connect(self._on_value_edited)
        self.form.failed.connect(self._on_failed)

    def _add_commands(self) -> None:
        group = self.tr("Prompt")
        for key, title, icon, call in (
            ("choose", self.tr("Choose a prompt"), "book-open", self.card.open_list),
            ("save", self.tr("Save the prompt as a new version"), "floppy-disk", self.save_version),
            ("save_new", self.tr("Save as a new prompt"), "plus", self.save_as_prompt),
            ("unload", self.tr("Unload the prompt"), "x", self.unload),
        ):
            self.context.shell.commands.add(Command(f"chat.prompt_{key}", title, group, "", icon), call, self)

    # ---- what is shown

    def _read_prompts(self) -> None:
        start_task(self, self._library.prompts, self._on_prompts_read, self._on_failed)

    @Slot(object)
    def _on_prompts_read(self, prompts: list[SavedPrompt]) -> None:
        self._prompts = tuple(prompt for prompt in prompts if prompt.latest_id)
        self._show()

    @Slot()
    def _on_switched(self) -> None:
        self._timer.stop()
        self._filled = None
        self._show()

    @Slot()
    def _on_library_changed(self) -> None:
        self._asked = ""
        if self.isVisible():
            self._read_prompts()

    @Slot()
    def _show(self) -> None:
        if not self.isVisible():
            return
        settings = self.context.desk.settings
        version_id = settings.setup.prompt_version_id
        if version_id and version_id != self._asked:
            self._asked = version_id
            start_task(self, partial(self._read_version, version_id), self._on_used_read, self._on_failed)
        found = self._found if self._found and self._found.version.id == version_id else None
        edited = found is not None and body_on_desk(settings, found.version.body.user) != found.version.body
        self.card.show_state(self._prompts, settings.setup, found, self._versions if found else (), edited)
        self.card.set_saveable(bool(settings.system_prompt or settings.setup.examples))
        self._show_values(settings, found)

    def _show_values(self, settings: Draft, found: Found | None) -> None:
        body = variables_on_desk(settings, found.version.body.user if found else "")
        self._hint.setVisible(not body.variables)
        self.form.setVisible(bool(body.variables))
        if not self._timer.isActive():
            self.form.show_values(body.variables, settings.setup.values)

    def _read_version(self, version_id: str) -> tuple[str, Found | None, tuple[PromptVersion, ...]]:
        found = self._library.version(version_id)
        versions = tuple(self._library.versions(found.prompt.id)) if found else ()
        return version_id, found, versions

    @Slot(object)
    def _on_used_read(self, read: tuple[str, Found | None, tuple[PromptVersion, ...]]) -> None:
        version_id, found, versions = read
        if version_id == self._asked:
            self._found, self._versions = found, versions
            self._show()

    # ---- taking a prompt

    @Slot(str)
    def _on_prompt_picked(self, prompt_id: str) -> None:
        prompt = next((known for known in self._prompts if known.id == prompt_id), None)
        if prompt is not None:
            self.use(prompt.latest_id)

    def _on_version_read(self, anew: bool, place: int, found: Found | None) -> None:
        if not anew and place != self.context.desk.place:
            return
        if found is None:
            self.context.shell.notify(self.tr("This version is not in the library any more."))
            return
        self.context.flush()
        if anew:
            kept = self.context.desk.settings
            self.context.desk.start_new(kept.model_id, kept.adapter_id, kept.sampling)
        self._take(found)
        if anew:
            self.form.enter_first_empty()

    def _take(self, found: Found) -> None:
        before, body = self.context.desk.settings, found.version.body
        values = with_values(before.setup, body, {})
        setup = before.setup.with_prompt(body, found.version.id, found.prompt.name, values)
        self._found, self._asked = found, ""
        self.context.desk.change(system_prompt=body.system, setup=setup)
        self._write_first_message(body, values, fresh=True)
        if before.system_prompt and not before.setup.prompt_version_id:
            said = self.tr("{0} took the place of the system prompt").replace("{0}", found.prompt.name)
            self._notify_undo(said, before)

    def _write_first_message(self, body: PromptBody, values: dict[str, str], fresh: bool = False) -> None:
        """Write the first message, unless the person has written something else meanwhile."""
        composer = self.context.dialogue.composer
        untouched = composer.text() == self._filled or (fresh and not composer.text())
        if not body.user or not untouched:
            return
        self._filled = fill(body.user, body.variables, values).text
        composer.set_text(self._filled)

    def _notify_undo(self, said: str, before: Draft) -> None:
        undo = self.context.while_here(partial(self._put_back, before))
        self.context.shell.notify(said, self.tr("Undo"), undo)

    def _put_back(self, before: Draft) -> None:
        self.context.flush()
        self.context.desk.change(system_prompt=before.system_prompt, setup=before.setup)

    @Slot()
    def _on_revert_requested(self) -> None:
        if self._found is not None:
            self.context.flush()
            before = self.context.desk.settings
            self._take(self._found)
            said = self.tr("Back to version {0}").replace("{0}", str(self._found.version.number))
            self._notify_undo(said, before)

    @Slot()
    def unload(self) -> None:
        """Take the prompt off the desk."""
        self.context.flush()
        before = self.context.desk.settings
        if not before.setup.prompt_version_id:
            return
        setup = before.setup.with_prompt(PromptBody(), "", "", {})
        composer = self.context.dialogue.composer
        if self._filled and composer.text() == self._filled:
            composer.set_text("")
        self._filled = None
        self.context.desk.change(system_prompt="", setup=setup)
        said = self.tr("{0} unloaded").replace("{0}", before.setup.prompt_name)
        self._notify_undo(said, before)

    @Slot()
    def _on_about_to_say(self) -> None:
        self._filled = None

    # ---- keeping what was written here

    @Slot()
    def save_version(self) -> None:
        """Save what is on the desk as a version of the prompt in use, or as a new prompt."""
        self.context.flush()
        found = self._found
        if found is None or found.version.id != self.context.desk.settings.setup.prompt_version_id:
            self.save_as_prompt()
            return
        body = variables_on_desk(self.context.desk.settings, found.version.body.user)
        save = partial(self._library.save, found.prompt.id, body, self.tr("From a conversation"))
        self._save(save)

    @Slot()
    def save_as_prompt(self) -> None:
        """Save what is on the desk as a prompt of its own."""
        self.context.flush()
        user = self._found.version.body.user if self._found else ""
        body = variables_on_desk(self.context.desk.settings, user)
        name = " ".join(body.system.split()[:6]) or self.tr("New prompt")

        def create() -> PromptVersion:
            return self._library.versions(self._library.create(name, body).id)[0]

        self._save(create)

    def _save(self, save: Callable[[], PromptVersion]) -> None:
        library = self._library
        done = partial(self._on_saved, self.context.desk.place)
        start_task(self, lambda: library.version(save().id), done, self._on_failed)

    def _on_saved(self, place: int, found: Found | None) -> None:
        """Let the conversation use what was saved, unless another one is shown by now."""
        if found is None:
            return
        if place == self.context.desk.place:
            changed = msgspec.structs.replace(
                self.context.desk.settings.setup,
                prompt_version_id=found.version.id,
                prompt_name=found.prompt.name,
                variables=found.version.body.variables,
            )
            self._found, self._asked = found, ""
            self.context.desk.change(setup=changed)
        self.context.shell.prompts_changed.emit()
        said = self.tr("{0} is saved as version {1}").replace("{0}", found.prompt.name)
        said = said.replace("{1}", str(found.version.number))
        open_it = partial(self.context.shell.prompt_requested.emit, found.prompt.id)
        self.context.shell.notify(said, self.tr("Open"), open_it)

    @Slot()
    def _on_open_requested(self) -> None:
        setup = self.context.desk.settings.setup
        found = self._found if self._found and self._found.version.id == setup.prompt_version_id else None
        self.context.shell.prompt_requested.emit(found.prompt.id if found else "")

    # ---- values

    @Slot(str, str)
    def _on_value_edited(self, name: str, value: str) -> None:
        self._values[name] = value
        self._timer.start()

    @Slot()
    def _tell_values(self) -> None:
        settings = self.context.desk.settings
        user = self._found.version.body.user if self._found else ""
        body = variables_on_desk(settings, user if settings.setup.prompt_version_id else "")
        values = with_values(settings.setup, body, self._values)
        self._values = {}
        setup = msgspec.structs.replace(settings.setup, variables=body.variables, values=values)
        self.context.desk.change(setup=setup)
        self._write_first_message(body, values)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.context.shell.tell_error(error)
