"""Folders, tags, pins and the trash; every change gives back what undoes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

import msgspec

from hone.domain.arrangement import Folder, Place
from hone.domain.chat import Conversation
from hone.errors import BadInput
from hone.storage.arrangement import ArrangementStore
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

LONGEST_NAME = 80


class Before(msgspec.Struct, frozen=True):
    """How conversations and folders were before a change; `ArrangingService.put_back` takes it."""

    places: tuple[Place, ...]
    folders: tuple[Folder, ...] | None = None


class ArrangingService:
    """Puts conversations in order. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._arrangement = ArrangementStore(database)
        self._conversations = ConversationStore(database)

    def folders(self) -> list[Folder]:
        """Return the folders that were made by hand."""
        return self._arrangement.folders()

    def put_back(self, before: Before) -> None:
        """Undo a change."""
        self._arrangement.arrange(before.places, before.folders)

    def move(self, identities: Sequence[str], folder: str) -> Before:
        """Put conversations into a folder, "" for none."""
        path = folder_path(folder) if folder else ""
        return self._change(identities, lambda place: msgspec.structs.replace(place, folder=path))

    def pin(self, identities: Sequence[str], pinned: bool) -> Before:
        """Keep conversations at the top, or no longer."""
        return self._change(identities, lambda place: msgspec.structs.replace(place, pinned=pinned))

    def tag(self, identities: Sequence[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Before:
        """Add and take away tags."""
        added = [tag_name(each) for each in add]
        gone = set(remove)

        def retagged(place: Place) -> Place:
            tags = dict.fromkeys((*(tag for tag in place.tags if tag not in gone), *added))
            return msgspec.structs.replace(place, tags=tuple(tags))

        return self._change(identities, retagged)

    def add_folder(self, path: str) -> Before:
        """Make an empty folder."""
        folders = self._arrangement.folders()
        wanted = folder_path(path)
        if any(folder.path == wanted for folder in folders):
            raise BadInput(f"There is a folder {wanted!r} already.", hint="Choose another name.")
        self._arrangement.arrange((), [*folders, Folder(wanted)])
        return Before((), tuple(folders))

    def rename_folder(self, path: str, new_path: str) -> Before:
        """Rename or move a folder with all that is in it."""
        wanted = folder_path(new_path)
        if wanted == path:
            return Before(())
        if is_within(wanted, path):
            raise BadInput(f"{path!r} cannot be moved into itself.", hint="Choose another folder.")
        return self._shift(path, wanted)

    def remove_folder(self, path: str) -> Before:
        """Dissolve a folder: what was in it moves up to the folder above, and nothing is deleted."""
        return self._shift(path, path.rpartition("/")[0])

    def set_collapsed(self, path: str, collapsed: bool) -> None:
        """Keep whether a folder is shown closed."""
        self._arrangement.set_collapsed(path, collapsed)

    def delete(self, identities: Sequence[str]) -> None:
        """Move conversations to the trash."""
        for identity in identities:
            self._conversations.delete(identity)

    def restore(self, identities: Sequence[str]) -> None:
        """Take conversations out of the trash."""
        for identity in identities:
            self._conversations.restore(identity)

    def deleted(self) -> list[Conversation]:
        """Return what is in the trash, last used first."""
        return self._conversations.conversations(deleted=True)

    def forget(self, identities: Sequence[str]) -> int:
        """Remove conversations for good; return their number."""
        return self._conversations.forget(identities)

    def empty_trash(self) -> int:
        """Remove all that is in the trash for good; return the number of conversations."""
        return self._conversations.empty_trash(timedelta(0))

    def _change(self, identities: Sequence[str], changed: Callable[[Place], Place]) -> Before:
        places = self._arrangement.places(identities)
        self._arrangement.arrange([changed(place) for place in places])
        return Before(tuple(places))

    def _shift(self, path: str, to: str) -> Before:
        """Give all within `path` the path `to` in its place."""
        folders = self._arrangement.folders()
        inside = [place for place in self._arrangement.places() if is_within(place.folder, path)]
        moved = [msgspec.structs.replace(place, folder=_rebased(place.folder, path, to)) for place in inside]
        kept = {folder.path: folder for folder in folders if not is_within(folder.path, path)}
        for folder in folders:
            new = _rebased(folder.path, path, to)
            if is_within(folder.path, path) and new:
                kept.setdefault(new, Folder(new, folder.collapsed))
        self._arrangement.arrange(moved, list(kept.values()))
        return Before(tuple(inside), tuple(folders))


def folder_path(text: str) -> str:
    """Return a folder's path as it is kept: names without spaces at their ends, joined by "/"."""
    names = [" ".join(name.split())[:LONGEST_NAME] for name in text.split("/")]
    names = [name for name in names if name]
    if not names:
        raise BadInput("A folder needs a name.", hint="Type at least one letter.")
    return "/".join(names)


def tag_name(text: str) -> str:
    """Return a tag as it is kept: one line, without a leading #."""
    name = " ".join(text.split()).lstrip("#").strip()[:LONGEST_NAME]
    if not name:
        raise BadInput("A tag needs a name.", hint="Type at least one letter.")
    return name


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or below it."""
    return path == folder or path.startswith(folder + "/")


def _rebased(path: str, old: str, new: str) -> str:
    rest = path[len(old) :].lstrip("/")
    return "/".join(part for part in (new, rest) if part)
