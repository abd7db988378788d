"""Which prompt of the library is open, what it says now, and what is done with it; beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.prompt_library import Imported, PromptUse, is_starter
from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt
from hone.errors import HoneError
from hone.services.prompt_files import FileFormat
from hone.services.prompt_library import PromptLibrary
from hone.ui.supervisor import InOrder, start_task

_DRAFT_AFTER_MS = 600


class OpenPrompt(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt as it was read: `body` is what is being written, the draft where there is one."""

    prompt: SavedPrompt
    versions: tuple[PromptVersion, ...] = ()
    uses: tuple[PromptUse, ...] = ()
    body: PromptBody = PromptBody()

    @property
    def saved(self) -> PromptBody:
        """What the latest version says; nothing before the first."""
        return self.versions[0].body if self.versions else PromptBody()

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.body != self.saved


class PromptDesk(QObject):
    """Signals tell facts. `opened` when another prompt, or other versions of it, are to be shown."""

    listed = Signal()
    opened = Signal()
    changed = Signal()
    saved = Signal(object)  # PromptVersion
    deleted = Signal(object)  # SavedPrompt
    imported = Signal(object)  # list of Imported
    exported = Signal(object)  # list of Path
    library_changed = Signal()
    failed = Signal(object)

    def __init__(self, library: PromptLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.prompts: tuple[SavedPrompt, ...] = ()
        self.with_drafts: frozenset[str] = frozenset()
        self.open_prompt: OpenPrompt | None = None
        self._search = ""
        self._reading = 0
        self._opening = 0
        self._wanted = ""
        self._in_order = InOrder()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAFT_AFTER_MS)
        self._timer.timeout.connect(self._keep)

    @property
    def prompt_id(self) -> str:
        """The id of the open prompt; "" for none."""
        return self.open_prompt.prompt.id if self.open_prompt else ""

    def read(self, search: str | None = None) -> None:
        """Read the list; the last reading counts."""
        self._search = self._search if search is None else search
        self._reading += 1
        number, words = self._reading, self._search

        def read() -> tuple[int, list[SavedPrompt], frozenset[str]]:
            return number, self._library.prompts(words), self._library.with_drafts()

        start_task(self, read, self._on_listed, self.failed.emit)

    def open(self, prompt_id: str) -> None:
        """Open a prompt with its draft; what is being written in another is kept first."""
        self.flush()
        self._opening += 1
        self._wanted = prompt_id
        read = self._in_order.afterwards(partial(self._read, self._opening, prompt_id))
        start_task(self, read, self._on_opened, self.failed.emit)

    def close(self) -> None:
        """Show no prompt."""
        self.flush()
        self._opening += 1
        self._wanted = ""
        self.open_prompt = None
        self.opened.emit()

    def write(self, body: PromptBody) -> None:
        """Take what is being written; it is kept as a draft soon."""
        if self.open_prompt is not None:
            self.open_prompt = msgspec.structs.replace(self.open_prompt, body=body)
            self._timer.start()
            self.changed.emit()

    def flush(self) -> None:
        """Keep the draft now when it waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    @Slot()
    def _keep(self) -> None:
        if self.open_prompt is not None:
            self._do(partial(self._keep_draft, self.open_prompt), self._on_draft_kept)

    def save(self, note: str) -> None:
        """Keep what is written as a version."""
        shown = self.open_prompt
        if shown is None or (not shown.changed and shown.versions):
            return
        self._timer.stop()

        def save() -> PromptVersion:
            version = self._library.save(shown.prompt.id, shown.body, note)
            self._library.forget_draft(shown.prompt.id)
            return version

        self._do(save, partial(self._on_saved, shown.prompt.id))

    def discard(self) -> PromptBody | None:
        """Go back to the latest version; return what was written."""
        shown = self.open_prompt
        if shown is None:
            return None
        self.write(shown.saved)
        self.opened.emit()
        return shown.body

    def write_anew(self, prompt_id: str, body: PromptBody) -> None:
        """Show another text of a prompt as being written, such as what was given up; open it first."""
        if prompt_id == self.prompt_id:
            self.write(body)
            self.opened.emit()
        else:
            self._do(partial(self._library.keep_draft, prompt_id, body), lambda _: self.open(prompt_id))

    def restore(self, version_id: str) -> None:
        """Make an old version the newest."""
        shown = self.open_prompt
        if shown is None:
            return
        self._timer.stop()

        def restore() -> PromptVersion:
            version = self._library.restore_version(version_id)
            self._library.forget_draft(shown.prompt.id)
            return version

        self._do(restore, partial(self._on_saved, shown.prompt.id))

    def describe(self, **values: Any) -> None:
        """Change name, folder, tags or what is said about the open prompt."""
        if self.open_prompt is not None:
            self._do(partial(self._library.describe, self.prompt_id, **values), self._on_described)

    def create(self, name: str) -> None:
        """Make an empty prompt and open it."""
        self._do(partial(self._library.create, name), self._on_made)

    def duplicate(self, prompt_id: str) -> None:
        """Make a copy and open it."""
        self._do(partial(self._library.duplicate, prompt_id), self._on_made)

    def delete(self, prompt: SavedPrompt) -> None:
        """Move a prompt to the trash."""
        self._do(partial(self._library.delete, prompt.id), lambda _: self._on_deleted(prompt))

    def undelete(self, prompt_id: str) -> None:
        """Take a prompt out of the trash and open it."""
        self._do(partial(self._library.undelete, prompt_id), self._on_made)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read prompt files; those before one that is wrong are kept."""
        done: list[Imported] = []

        def read() -> list[Imported]:
            done.extend(self._library.import_file(path) for path in paths)
            return done

        def on_failed(error: HoneError) -> None:
            if done:
                self._on_imported(done)
            self.failed.emit(error)

        start_task(self, read, self._on_imported, on_failed)

    def undo_import(self, imported: Sequence[Imported]) -> None:
        """Take back what an import did."""

        def undo() -> None:
            for each in reversed(imported):
                self._library.undo_import(each)

        self._do(undo, lambda _: self._on_import_undone(imported))

    def export(self, prompt_id: str, path: Path, history: bool) -> None:
        """Write a prompt into a file."""
        start_task(
            self,
            lambda: [self._library.export(prompt_id, path, history)],
            self.exported.emit,
            self.failed.emit,
        )

    def export_all(self, folder: Path, form: FileFormat) -> None:
        """Write all prompts of one's own into a folder."""
        ids = [prompt.id for prompt in self.prompts if not is_starter(prompt.id)]
        export = partial(self._library.export_all, ids, folder, form, True)
        start_task(self, export, self.exported.emit, self.failed.emit)

    def _do(self, call: Callable[[], object], on_done: Callable[[Any], object]) -> None:
        start_task(self, self._in_order(call), on_done, self.failed.emit)

    def _read(self, number: int, prompt_id: str) -> tuple[int, OpenPrompt]:
        prompt = self._library.get(prompt_id)
        versions = tuple(self._library.versions(prompt_id))
        uses = tuple(self._library.uses(prompt_id))
        shown = OpenPrompt(prompt=prompt, versions=versions, uses=uses)
        draft = self._library.draft(prompt_id)
        return number, msgspec.structs.replace(shown, body=shown.saved if draft is None else draft)

    def _keep_draft(self, shown: OpenPrompt) -> None:
        if shown.changed:
            self._library.keep_draft(shown.prompt.id, shown.body)
        else:
            self._library.forget_draft(shown.prompt.id)

    @Slot(object)
    def _on_listed(self, found: tuple[int, list[SavedPrompt], frozenset[str]]) -> None:
        number, prompts, drafts = found
        if number == self._reading:
            self.prompts, self.with_drafts = tuple(prompts), drafts
            self.listed.emit()

    @Slot(object)
    def _on_opened(self, found: tuple[int, OpenPrompt]) -> None:
        number, shown = found
        if number != self._opening:
            return
        if self._timer.isActive() and self.open_prompt is not None:  # written while it was read
            if shown.prompt.id == self.prompt_id:
                shown = msgspec.structs.replace(shown, body=self.open_prompt.body)
            else:
                self.flush()
        self.open_prompt = shown
        self.opened.emit()

    @Slot(object)
    def _on_draft_kept(self, result: object) -> None:
        shown = self.open_prompt
        if shown is not None and shown.changed != (shown.prompt.id in self.with_drafts):
            self.read()

    def _on_saved(self, prompt_id: str, version: PromptVersion) -> None:
        """Show the new version, unless another prompt was opened meanwhile; a starter's is a copy."""
        self._tell_changed()
        if prompt_id == self._wanted:
            self.open(version.prompt_id)
        self.saved.emit(version)

    @Slot(object)
    def _on_described(self, prompt: SavedPrompt) -> None:
        if self.open_prompt is not None and self.prompt_id == prompt.id:
            self.open_prompt = msgspec.structs.replace(self.open_prompt, prompt=prompt)
        self._tell_changed()

    @Slot(object)
    def _on_made(self, prompt: SavedPrompt) -> None:
        self._tell_changed()
        self.open(prompt.id)

    def _on_deleted(self, prompt: SavedPrompt) -> None:
        if prompt.id == self.prompt_id:
            self._timer.stop()
            self.close()
        self._tell_changed()
        self.deleted.emit(prompt)

    @Slot(object)
    def _on_imported(self, imported: list[Imported]) -> None:
        self._tell_changed()
        if imported:
            self.open(imported[-1].prompt.id)
            self.imported.emit(imported)

    def _on_import_undone(self, imported: Sequence[Imported]) -> None:
        if any(each.is_new and each.prompt.id == self.prompt_id for each in imported):
            self.close()
        elif self.open_prompt is not None:
            self.open(self.prompt_id)
        self._tell_changed()

    def _tell_changed(self) -> None:
        self.read()
        self.library_changed.emit()
