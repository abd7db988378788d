"""The library of prompts: every save a version, nothing lost, and where each version was used."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.prompt_library import (
    STARTERS,
    FileVersion,
    Found,
    Imported,
    PromptDocument,
    PromptUse,
    folder_path,
    is_starter,
)
from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt, texts_of
from hone.errors import BadInput
from hone.services.prompt_files import FileFormat, file_name, read_prompt, write_prompt
from hone.services.prompt_starters import Starters
from hone.storage.drafts import DraftStore
from hone.storage.prompts import PromptStore

_LONGEST_NAME = 200
_PLACE = "prompt:"


class PromptLibrary:
    """Prompts of one's own and the starters. All methods are safe from any thread."""

    def __init__(self, store: PromptStore, drafts: DraftStore, starters: Starters) -> None:
        self._store, self._drafts, self._starters = store, drafts, starters

    # ---- finding

    def prompts(self, search: str = "") -> list[SavedPrompt]:
        """Return prompts by folder and name, the starters last; those that hold every word of `search`."""
        words = search.casefold().split()
        listed = [*self._store.prompts(), *(found.prompt for found in self._starters.all())]
        if not words:
            return listed
        bodies = self._store.latest_bodies()
        bodies |= {found.prompt.id: found.version.body for found in self._starters.all()}
        return [prompt for prompt in listed if _holds(prompt, bodies.get(prompt.id), words)]

    def get(self, prompt_id: str) -> SavedPrompt:
        """Return a prompt; raises BadInput when it is gone."""
        starter = self._starters.get(prompt_id)
        return starter.prompt if starter else self._store.get(prompt_id)

    def find(self, name: str) -> SavedPrompt:
        """Return the prompt with this id, name, or folder and name; raises BadInput unless there is one."""
        wanted = name.casefold()
        listed = self.prompts()
        found = [prompt for prompt in listed if prompt.id == name]
        found = found or [p for p in listed if f"{p.folder}/{p.name}".casefold() == wanted and p.folder]
        found = found or [prompt for prompt in listed if prompt.name.casefold() == wanted]
        own = [prompt for prompt in found if not is_starter(prompt.id)]
        found = own or found
        if len(found) == 1:
            return found[0]
        if not found:
            raise BadInput(f"There is no prompt {name!r}.", hint="`hone prompts list` shows all.")
        places = ", ".join(f"{p.folder}/{p.name} ({p.id})" for p in found)
        raise BadInput(f"Several prompts are called {name!r}.", hint=f"Name one by its id: {places}.")

    def version(self, version_id: str) -> Found | None:
        """Return a version with its prompt; None when either is gone."""
        if is_starter(version_id):
            return self._starters.version(version_id)
        version = self._store.version(version_id)
        if version is None:
            return None
        alive = {prompt.id: prompt for prompt in self._store.prompts()}
        prompt = alive.get(version.prompt_id)
        return Found(prompt=prompt, version=version) if prompt else None

    def versions(self, prompt_id: str) -> list[PromptVersion]:
        """Return the versions of a prompt, newest first; none before its first save."""
        starter = self._starters.get(prompt_id)
        return [starter.version] if starter else self._store.versions(prompt_id)

    def uses(self, prompt_id: str) -> list[PromptUse]:
        """Return the conversations that use or used it, last used first; not known of starters."""
        return [] if is_starter(prompt_id) else self._store.uses(prompt_id)

    # ---- changing

    def create(
        self,
        name: str,
        body: PromptBody | None = None,
        *,
        folder: str = "",
        tags: Iterable[str] = (),
        about: str = "",
        note: str = "",
    ) -> SavedPrompt:
        """Make a prompt; its first version with `body`, none yet without."""
        now = datetime.now(UTC)
        prompt = SavedPrompt(
            id=secrets.token_hex(8),
            name=_name(name),
            created_at=now,
            updated_at=now,
            folder=_own_folder(folder),
            tags=tuple(tags),
            about=about,
        )
        versions = [] if body is None else [_version(prompt.id, body, note)]
        self._store.add(prompt, versions)
        return self._store.get(prompt.id)

    def save(self, prompt_id: str, body: PromptBody, note: str = "") -> PromptVersion:
        """Keep a version; one that changes nothing is not made, and the latest is returned.

        A starter that is changed becomes a prompt of one's own, whose first two versions are the starter's
        and the changed one.
        """
        versions = self.versions(prompt_id)
        if versions and versions[0].body == body:
            return versions[0]
        starter = self._starters.get(prompt_id)
        if starter is not None:
            prompt_id = self._copy_of(starter.prompt, [starter.version], starter.prompt.name, "").id
        self._store.get(prompt_id)
        return self._store.add_version(_version(prompt_id, body, note))

    def restore_version(self, version_id: str) -> PromptVersion:
        """Make what an old version says the newest version."""
        found = self.version(version_id)
        if found is None:
            raise BadInput("This version does not exist any more.", hint="Choose another one.")
        note = f"Version {found.version.number} again"
        return self.save(found.prompt.id, found.version.body, note)

    def describe(
        self,
        prompt_id: str,
        *,
        name: str | None = None,
        folder: str | None = None,
        tags: Iterable[str] | None = None,
        about: str | None = None,
    ) -> SavedPrompt:
        """Change what is said about a prompt; this makes no version."""
        if is_starter(prompt_id):
            raise BadInput("The starters of Hone stay as they are.", hint="Duplicate it and change the copy.")
        prompt = self._store.get(prompt_id)
        changed = msgspec.structs.replace(
            prompt,
            name=prompt.name if name is None else _name(name),
            folder=prompt.folder if folder is None else _own_folder(folder),
            tags=prompt.tags if tags is None else tuple(tags),
            about=prompt.about if about is None else about,
        )
        if changed != prompt:
            self._store.describe(msgspec.structs.replace(changed, updated_at=datetime.now(UTC)))
        return self._store.get(prompt_id)

    def duplicate(self, prompt_id: str) -> SavedPrompt:
        """Return a copy that begins with the latest version."""
        prompt = self.get(prompt_id)
        folder = "" if is_starter(prompt_id) else prompt.folder
        taken = {other.name for other in self._store.prompts() if other.folder == folder}
        name, number = f"{prompt.name} (copy)", 2
        while name in taken:
            name, number = f"{prompt.name} (copy {number})", number + 1
        return self._copy_of(prompt, self.versions(prompt_id)[:1], name, folder)

    def delete(self, prompt_id: str) -> None:
        """Move a prompt to the trash; conversations keep what they took from it."""
        if is_starter(prompt_id):
            raise BadInput(
                "The starters of Hone cannot be deleted.", hint="They stand below your own prompts."
            )
        self._store.delete(prompt_id)

    def undelete(self, prompt_id: str) -> SavedPrompt:
        """Take a prompt out of the trash."""
        self._store.restore(prompt_id)
        return self._store.get(prompt_id)

    def empty_trash(self) -> int:
        """Forget what was deleted more than thirty days ago, and return the number of prompts."""
        return self._store.empty_trash()

    # ---- files

    def document(self, prompt_id: str, history: bool = False) -> PromptDocument:
        """Return a prompt as its file holds it; with `history` the older versions too."""
        prompt, versions = self.get(prompt_id), self.versions(prompt_id)
        latest = versions[0] if versions else None
        older = [FileVersion(note=v.note, created_at=v.created_at, body=v.body) for v in versions[:0:-1]]
        return PromptDocument(
            name=prompt.name,
            folder="" if is_starter(prompt_id) else prompt.folder,
            tags=prompt.tags,
            about=prompt.about,
            note=latest.note if latest else "",
            body=latest.body if latest else PromptBody(),
            history=tuple(older) if history else (),
        )

    def export(self, prompt_id: str, path: Path, history: bool = False) -> Path:
        """Write a prompt into a file, in the form that its name's ending says."""
        write_prompt(self.document(prompt_id, history), path)
        return path

    def export_all(
        self, prompt_ids: Sequence[str], folder: Path, form: FileFormat, history: bool = False
    ) -> list[Path]:
        """Write prompts into a folder, a file each; files that are there already are not replaced."""
        written: list[Path] = []
        for prompt_id in prompt_ids:
            document = self.document(prompt_id, history)
            path = _free(folder / file_name(document.name, form))
            write_prompt(document, path)
            written.append(path)
        return written

    def import_file(self, path: Path) -> Imported:
        """Read a prompt's file: a new prompt, or a new version of the one with its name and folder.

        Raises BadInput that names the file, the line and the key of what cannot be read.
        """
        document = read_prompt(path)
        folder = _own_folder(document.folder)
        same = [p for p in self._store.prompts() if (p.name, p.folder) == (_name(document.name), folder)]
        if same:
            notes = {version.note for version in self._store.versions(same[0].id)}
            # The note of the version that was exported says nothing about what was changed in the file.
            note = document.note if document.note and document.note not in notes else f"From {path.name}"
            kept = self.save(same[0].id, document.body, note)
            added = (kept.id,) if kept.id != same[0].latest_id else ()
            return Imported(prompt=self._store.get(same[0].id), is_new=False, version_ids=added)
        created = self.create(
            document.name, folder=folder, tags=document.tags, about=document.about, body=None
        )
        for old in document.history:
            self._store.add_version(_version(created.id, old.body, old.note, old.created_at))
        kept = self._store.add_version(_version(created.id, document.body, document.note))
        return Imported(prompt=self._store.get(created.id), is_new=True, version_ids=(kept.id,))

    def undo_import(self, imported: Imported) -> None:
        """Take back what an import did."""
        if imported.is_new:
            self._store.delete(imported.prompt.id)
        else:
            self._store.forget_versions(imported.version_ids)

    # ---- what is not saved yet

    def draft(self, prompt_id: str) -> PromptBody | None:
        """Return the unsaved changes of a prompt; None where there are none that can be read."""
        text = self._drafts.get(_PLACE + prompt_id)
        if text is None:
            return None
        try:
            return msgspec.json.decode(text, type=PromptBody)
        except msgspec.DecodeError:
            return None

    def keep_draft(self, prompt_id: str, body: PromptBody) -> None:
        """Keep unsaved changes, through a restart too."""
        self._drafts.put(_PLACE + prompt_id, msgspec.json.encode(body).decode())

    def forget_draft(self, prompt_id: str) -> None:
        """Drop unsaved changes: they were saved or given up."""
        self._drafts.forget(_PLACE + prompt_id)

    def with_drafts(self) -> frozenset[str]:
        """Return the ids of the prompts with unsaved changes."""
        return frozenset(place.removeprefix(_PLACE) for place in self._drafts.places(_PLACE))

    def _copy_of(
        self, prompt: SavedPrompt, versions: Sequence[PromptVersion], name: str, folder: str
    ) -> SavedPrompt:
        copy = self.create(name, folder=folder, tags=prompt.tags, about=prompt.about)
        for version in reversed(versions):
            self._store.add_version(_version(copy.id, version.body, f"As in {prompt.name}"))
        return self._store.get(copy.id)


def _version(
    prompt_id: str, body: PromptBody, note: str = "", created_at: datetime | None = None
) -> PromptVersion:
    return PromptVersion(
        id=secrets.token_hex(8),
        prompt_id=prompt_id,
        number=1,
        note=note.strip(),
        created_at=created_at or datetime.now(UTC),
        body=body,
    )


def _name(text: str) -> str:
    name = " ".join(text.split())[:_LONGEST_NAME]
    if not name:
        raise BadInput("A prompt needs a name.", hint="Type at least one letter.")
    return name


def _own_folder(text: str) -> str:
    folder = folder_path(text)
    if folder.split("/")[0].casefold() == STARTERS.casefold():
        raise BadInput(f"The folder {STARTERS} holds what comes with Hone.", hint="Choose another folder.")
    return folder


def _holds(prompt: SavedPrompt, body: PromptBody | None, words: Sequence[str]) -> bool:
    body = body or PromptBody()
    said = (text for each in body.variables for text in (each.name, each.default, *each.choices, each.help))
    texts = (prompt.name, prompt.folder, *prompt.tags, prompt.about, *texts_of(body), *said)
    everything = "\n".join(texts).casefold()
    return all(word in everything for word in words)


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
