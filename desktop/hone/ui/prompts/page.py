"""The page "Prompts": the list at the left, the text in the middle, its history at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hone.domain.models import Model
from hone.domain.prompt_library import Imported, is_starter
from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt
from hone.errors import HoneError
from hone.services.prompt_files import FileFormat
from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import column
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.quantities import count_text
from hone.ui.page import Page, Shell
from hone.ui.prompts.actions import PromptActions
from hone.ui.prompts.columns import Columns
from hone.ui.prompts.comparison import NOW, Comparison
from hone.ui.prompts.desk import PromptDesk
from hone.ui.prompts.dialogs import ask_for_folder, ask_for_prompts, ask_where, prompt_files
from hone.ui.prompts.editor import PromptEditor
from hone.ui.prompts.history import History
from hone.ui.prompts.prompt_list import PromptList
from hone.ui.prompts.save_bar import SaveBar
from hone.ui.supervisor import start_task


class PromptsPage(Page):
    """Keep prompts, compare their versions, and use them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.setAcceptDrops(True)
        self.desk = PromptDesk(self.services.prompts, self)
        self.list = PromptList()
        self.bar = SaveBar()
        self.editor = PromptEditor(shell)
        self.comparison = Comparison()
        self.history = History()
        self._fresh = False
        self._use_when_saved: bool | None = None
        self._lay_out()
        self._connect()
        self.actions_of_page = PromptActions(self)
        self._columns = Columns(self, self._stack)
        start_task(self, self.services.prompts.empty_trash, None, self._on_failed)

    def shown(self) -> None:
        """Read the library again, and with whose tokens examples are counted."""
        self.desk.read()
        if self.desk.open_prompt is not None and not self.desk.open_prompt.changed:
            self.desk.open(self.desk.prompt_id)
        start_task(self, self._find_model, self.editor.set_model, self._on_failed)

    def closing(self) -> None:
        """Keep what is being written."""
        self.editor.flush()
        self.desk.flush()

    def open_prompt(self, prompt_id: str) -> None:
        """Show a prompt; "" just the library."""
        if prompt_id:
            self.desk.open(prompt_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if prompt_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = prompt_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.desk.import_files(paths)

    # ---- building

    def _lay_out(self) -> None:
        self._empty = EmptyState(
            "book-open",
            self.tr("Keep what works"),
            self.tr(
                "A prompt is a system text with variables and examples. Every save is a version that can be"
                " compared and restored. Begin with your own, or look at a starter at the left."
            ),
        )
        new = PrimaryButton(self.tr("New prompt"), "plus")
        bring = SecondaryButton(self.tr("Import files…"), "download-simple")
        new.clicked.connect(self.new_prompt)
        bring.clicked.connect(self.import_prompts)
        self._empty.add_action(new)
        self._empty.add_action(bring)
        self._middle = QStackedWidget()
        for widget in (self.editor, self.comparison):
            self._middle.addWidget(widget)
        work = QWidget()
        inside = column(work, spacing=0)
        inside.addWidget(self.bar)
        inside.addWidget(self._middle, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(work)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.history)
        self.history.hide()

    def _connect(self) -> None:
        desk, prompts = self.desk, self.list
        desk.listed.connect(self._on_listed)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._show_state)
        desk.saved.connect(self._on_saved)
        desk.deleted.connect(self._on_deleted)
        desk.imported.connect(self._on_imported)
        desk.exported.connect(self._on_exported)
        desk.library_changed.connect(self._on_library_changed)
        desk.failed.connect(self._on_failed)
        prompts.chosen.connect(self._on_chosen)
        prompts.new_requested.connect(self.new_prompt)
        prompts.import_requested.connect(self.import_prompts)
        prompts.search_requested.connect(desk.read)
        prompts.delete_requested.connect(self.delete_prompt)
        prompts.menu_requested.connect(self._on_menu_requested)
        self.editor.edited.connect(self._on_edited)
        self.editor.described.connect(self._on_described)
        self.editor.failed.connect(self._on_failed)
        self.bar.save_requested.connect(self.save)
        self.bar.discard_requested.connect(self.discard)
        self.bar.use_requested.connect(self.use_in_chat)
        self.bar.menu_requested.connect(self._on_bar_menu_requested)
        self.history.close_requested.connect(self.bar.history.toggle)
        self.history.version_chosen.connect(self._on_version_chosen)
        self.history.conversation_chosen.connect(self.shell.conversation_requested)
        self.comparison.left.connect(self._show_text)
        self.comparison.restore_requested.connect(self._on_restore_requested)

    # ---- what can be done

    @Slot()
    def new_prompt(self) -> None:
        """Make an empty prompt, with its name ready to be written."""
        self._fresh = True
        self.desk.create(self.tr("Untitled prompt"))

    @Slot()
    def save(self) -> None:
        """Keep what is written as a version, with the note that stands in the bar."""
        self.editor.flush()
        self.desk.save(self.bar.note())

    @Slot()
    def discard(self) -> None:
        """Go back to the latest version; the toast has the way back."""
        self.editor.flush()
        given_up = self.desk.discard()
        if given_up is not None:
            undo = partial(self.desk.write_anew, self.desk.prompt_id, given_up)
            self.shell.notify(self.tr("Unsaved changes discarded"), self.tr("Undo"), undo)

    @Slot()
    def use_in_chat(self) -> None:
        """Begin a conversation with the prompt; what is not saved is saved first."""
        self._use(anew=True)

    @Slot()
    def use_here(self) -> None:
        """Take the prompt into the conversation that the chat page shows."""
        self._use(anew=False)

    @Slot()
    def compare(self) -> None:
        """Compare what is written, or the latest version, with the one before."""
        shown = self.desk.open_prompt
        if shown is None or not shown.versions:
            return
        if shown.changed:
            self._compare(shown.versions[0].id, NOW)
        else:
            self._compare(shown.versions[min(1, len(shown.versions) - 1)].id, shown.versions[0].id)

    @Slot()
    def duplicate(self) -> None:
        """Make a copy of the open prompt."""
        if self.desk.prompt_id:
            self.desk.duplicate(self.desk.prompt_id)

    @Slot()
    def delete_prompt(self) -> None:
        """Move the open prompt to the trash."""
        shown = self.desk.open_prompt
        if shown is not None:
            self.desk.delete(shown.prompt)

    @Slot()
    def import_prompts(self) -> None:
        """Ask for prompt files and read them."""
        paths = ask_for_prompts(self)
        if paths:
            self.desk.import_files(paths)

    def export(self, form: FileFormat, history: bool = False) -> None:
        """Ask where, and write the open prompt there, alone or with its older versions."""
        shown = self.desk.open_prompt
        path = ask_where(self, shown.prompt.name, form) if shown else None
        if shown is not None and path is not None:
            self.desk.export(shown.prompt.id, path, history)

    @Slot()
    def export_all(self) -> None:
        """Ask for a folder, and write all prompts of one's own there."""
        folder = ask_for_folder(self)
        if folder is not None:
            self.desk.export_all(folder, FileFormat.TOML)

    # ---- what the desk says

    @Slot()
    def _on_listed(self) -> None:
        self.list.set_prompts(self.desk.prompts, self.desk.with_drafts, self.desk.prompt_id)

    @Slot()
    def _on_opened(self) -> None:
        shown = self.desk.open_prompt
        self._stack.setCurrentIndex(0 if shown is None else 1)
        self.list.set_current(self.desk.prompt_id)
        self.history.show_prompt(shown)
        self._columns.show_sides()
        if shown is None:
            return
        self._show_text()
        self.editor.show_prompt(shown, self._folders())
        self.bar.show_prompt(shown)
        if self._fresh:
            self._fresh = False
            self.editor.heading.focus_name()

    @Slot()
    def _show_state(self) -> None:
        if self.desk.open_prompt is not None:
            self.bar.show_prompt(self.desk.open_prompt)

    @Slot(object)
    def _on_saved(self, version: PromptVersion) -> None:
        self.bar.clear_note()
        anew, self._use_when_saved = self._use_when_saved, None
        if anew is not None:
            self.shell.prompt_use_requested.emit(version.id, anew)
        self.shell.notify(self.tr("Saved as version {0}").replace("{0}", str(version.number)))

    @Slot(object)
    def _on_deleted(self, prompt: SavedPrompt) -> None:
        said = self.tr("{0} deleted").replace("{0}", prompt.name)
        self.shell.notify(said, self.tr("Undo"), partial(self.desk.undelete, prompt.id))

    @Slot(object)
    def _on_imported(self, imported: Sequence[Imported]) -> None:
        done = [each for each in imported if each.is_new or each.version_ids]
        if not done:
            self.shell.notify(self.tr("Nothing in it is new."))
            return
        last = done[-1]
        if len(done) > 1:
            said = self.tr("{0} prompts imported").replace("{0}", count_text(len(done)))
        elif last.is_new:
            said = self.tr("{0} imported").replace("{0}", last.prompt.name)
        else:
            said = self.tr("{0} was there: the file is its version {1} now")
            said = said.replace("{0}", last.prompt.name).replace("{1}", str(last.prompt.versions))
        self.shell.notify(said, self.tr("Undo"), partial(self.desk.undo_import, done))

    @Slot(object)
    def _on_exported(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            self.shell.notify(self.tr("Written to {0}").replace("{0}", str(paths[0])))
        else:
            self.shell.notify(self.tr("{0} prompts written").replace("{0}", count_text(len(paths))))

    @Slot()
    def _on_library_changed(self) -> None:
        self._show_names()
        self.shell.prompts_changed.emit()

    def _show_names(self) -> None:
        shown = self.desk.open_prompt
        if shown is not None:
            self.editor.heading.show_prompt(shown.prompt, self._folders())

    def _folders(self) -> set[str]:
        return {prompt.folder for prompt in self.desk.prompts if not is_starter(prompt.id)}

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._use_when_saved = None
        self.shell.tell_error(error)
        self._show_names()

    # ---- what the person does

    @Slot(str, QPoint)
    def _on_menu_requested(self, prompt_id: str, place: QPoint) -> None:
        if prompt_id != self.desk.prompt_id:
            self.desk.open(prompt_id)
        self.actions_of_page.open_menu(prompt_id, place)

    @Slot(QPoint)
    def _on_bar_menu_requested(self, place: QPoint) -> None:
        self.actions_of_page.open_menu(self.desk.prompt_id, place)

    @Slot(str)
    def _on_chosen(self, prompt_id: str) -> None:
        self.editor.flush()
        self._columns.leave_list()
        self.desk.open(prompt_id)

    @Slot(object)
    def _on_edited(self, body: PromptBody) -> None:
        self.desk.write(body)

    @Slot(object)
    def _on_described(self, values: dict[str, object]) -> None:
        self.desk.describe(**values)

    @Slot(str)
    def _on_version_chosen(self, version_id: str) -> None:
        """Compare the version with what came of it: the text as it is written, or the latest version."""
        shown = self.desk.open_prompt
        if shown is None:
            return
        latest = shown.versions[0].id
        if shown.changed:
            self._compare(version_id, NOW)
        elif version_id == latest:
            self.compare()
        else:
            self._compare(version_id, latest)

    @Slot(str)
    def _on_restore_requested(self, version_id: str) -> None:
        self.desk.restore(version_id)

    def _compare(self, older: str, newer: str) -> None:
        shown = self.desk.open_prompt
        if shown is not None:
            self.comparison.show_versions(shown, older, newer)
            self._middle.setCurrentWidget(self.comparison)
            self.comparison.view.setFocus()

    @Slot()
    def _show_text(self) -> None:
        self._middle.setCurrentWidget(self.editor)

    def _use(self, anew: bool) -> None:
        self.editor.flush()
        shown = self.desk.open_prompt
        if shown is None:
            return
        if not shown.changed and shown.versions:
            self.shell.prompt_use_requested.emit(shown.versions[0].id, anew)
            return
        self._use_when_saved = anew
        self.desk.save(self.bar.note())

    def _find_model(self) -> Model | None:
        last = self.services.settings.get().last_model_id
        models = [model for model in self.services.models.models() if not model.problem]
        return next((model for model in models if model.id == last), models[0] if models else None)
