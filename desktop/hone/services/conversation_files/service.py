"""Write conversations into files, and read them from files of Hone and of other programs."""

from __future__ import annotations

import os
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hone.domain.chat import Message
from hone.domain.conversation_files import ImportProgress, ImportReport, Refused, Tree
from hone.domain.prompt_snapshot import hashes_of
from hone.errors import BadInput
from hone.services.conversation_files.entries import Entry, EntryFile
from hone.services.conversation_files.exporters import EXPORTERS
from hone.services.conversation_files.exporters.base import Exporter
from hone.services.conversation_files.importers import IMPORTERS
from hone.services.conversation_files.importers.base import Importer
from hone.storage.atomic import cannot_write, replace, sync_folder
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.prompt_snapshots import PromptSnapshotStore

TOLD_REFUSALS = 50
_AT_ONCE_BYTES = 2**20
_AT_ONCE = 100
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class ConversationFileService:
    """Exports and imports. Safe from any thread; `stop_import` may be called while one runs."""

    def __init__(self, database: Database) -> None:
        self._store = ConversationStore(database)
        self._snapshots = PromptSnapshotStore(database)
        self._stopped = threading.Event()

    def exporters(self) -> tuple[Exporter, ...]:
        """Return the formats that can be written."""
        return EXPORTERS

    def exporter(self, key: str) -> Exporter:
        """Return a format by key; raises BadInput naming those there are."""
        for exporter in EXPORTERS:
            if exporter.key == key:
                return exporter
        raise BadInput(
            f"There is no format {key!r}.",
            hint="Known: " + ", ".join(exporter.key for exporter in EXPORTERS) + ".",
        )

    def text_of(self, conversation_id: str, key: str = "markdown") -> str:
        """Return a conversation in a format, as for the clipboard."""
        return "".join(self.exporter(key).write(self._trees([conversation_id])))

    def export(self, identities: Sequence[str], key: str, target: Path) -> list[Path]:
        """Write conversations: into the file `target`, or one file each into the folder `target`.

        One file is written for one conversation, and by formats whose files hold many. Returns the files.
        """
        exporter = self.exporter(key)
        if not identities:
            raise BadInput("There is nothing to export.", hint="Choose at least one conversation.")
        if not target.is_dir() and (len(identities) == 1 or exporter.many):
            _write(target, exporter.write(self._trees(identities)))
            return [target]
        written: list[Path] = []
        taken: set[str] = set()
        if exporter.many:
            name = _free_name(target, "Conversations", exporter.suffix, taken)
            _write(target / name, exporter.write(self._trees(identities)))
            return [target / name]
        for tree in self._trees(identities):
            path = target / _free_name(target, tree.conversation.title, exporter.suffix, taken)
            _write(path, exporter.write([tree]))
            written.append(path)
        return written

    def import_file(self, path: Path) -> Iterator[ImportProgress | ImportReport]:
        """Read conversations from a file; the last thing given is the report.

        Whole conversations come in, some at a time; what cannot be read is told with its place. Raises
        BadInput when nothing of the file can be read. Conversations that are here already stay as they are.
        """
        self._stopped.clear()
        reading = _Reading(self._store, path)
        file = EntryFile(path)
        try:
            for entry in file.entries():
                if self._stopped.is_set():
                    break
                if reading.take(entry, file.done_bytes):
                    yield ImportProgress(
                        done_bytes=file.done_bytes,
                        total_bytes=file.total_bytes,
                        conversations=len(reading.identities),
                    )
        except BadInput as error:
            if not reading.took_any:
                raise
            reading.refuse("the rest of the file", f"{error.message} {error.hint}")
        reading.keep()
        yield reading.report(was_stopped=self._stopped.is_set())

    def stop_import(self) -> None:
        """End an import after the present conversation; what came in stays."""
        self._stopped.set()

    def undo_import(self, report: ImportReport) -> int:
        """Remove the conversations of an import for good; return how many there were."""
        return self._store.forget(report.conversation_ids)

    def _trees(self, identities: Sequence[str]) -> Iterator[Tree]:
        for identity in identities:
            messages = self._store.messages(identity)
            hashes = {each for message in messages for each in hashes_of(message)}
            yield Tree(
                conversation=self._store.get(identity),
                messages=_parents_first(messages),
                prompts=self._snapshots.get(hashes),
            )


class _Reading:
    """What an import has found so far; keeps conversations in batches of about a mebibyte."""

    def __init__(self, store: ConversationStore, path: Path) -> None:
        self._store, self._path = store, path
        self._known = store.identities()
        self._waiting: list[Tree] = []
        self._waiting_messages: set[str] = set()
        self._last_kept = 0
        self._labels: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._refused: list[Refused] = []
        self._refused_count = 0
        self._messages = 0
        self._here_already = 0
        self.identities: list[str] = []

    @property
    def took_any(self) -> bool:
        """Whether any entry was a conversation."""
        return bool(self.identities or self._waiting or self._here_already)

    def take(self, entry: Entry, done_bytes: int) -> bool:
        """Read an entry; whether a batch was kept."""
        self._read(entry)
        if len(self._waiting) < _AT_ONCE and done_bytes - self._last_kept < _AT_ONCE_BYTES:
            return False
        self._last_kept = done_bytes
        self.keep()
        return True

    def keep(self) -> None:
        """Write what waits into the database."""
        waiting, self._waiting = self._waiting, []
        self._waiting_messages.clear()
        if waiting:
            self._store.add_whole(
                [(tree.conversation, tree.messages) for tree in waiting],
                [prompt for tree in waiting for prompt in tree.prompts.values()],
            )
            self.identities.extend(tree.conversation.id for tree in waiting)

    def refuse(self, place: str, why: str) -> None:
        """Note what did not come in; of very many the first are told."""
        self._refused_count += 1
        if len(self._refused) < TOLD_REFUSALS:
            self._refused.append(Refused(place, why.strip()))

    def report(self, was_stopped: bool) -> ImportReport:
        """Say what came of it; raises BadInput when nothing in the file is a conversation."""
        if not self.took_any and not was_stopped:
            first = self._refused[0] if self._refused else Refused("the file", "It holds no entries.")
            raise BadInput(
                f"No conversation could be read from {self._path.name}: {first.place}: {first.why}",
                hint="Choose an export of " + ", ".join(each.label for each in IMPORTERS) + ".",
            )
        return ImportReport(
            path=self._path,
            format=", ".join(label for label, _ in self._labels.most_common()),
            conversation_ids=tuple(self.identities),
            messages=self._messages,
            known=self._here_already,
            refused=tuple(self._refused),
            refused_count=self._refused_count,
            left_out={name: number for name, number in self._left_out.items() if number},
            was_stopped=was_stopped,
        )

    def _read(self, entry: Entry) -> None:
        if entry.problem:
            self.refuse(entry.place, entry.problem)
            return
        if not isinstance(entry.value, dict):
            self.refuse(entry.place, "It is no object with named values.")
            return
        importer = _importer_of(entry.value)
        if importer is None:
            self.refuse(entry.place, "It is in no known form of a conversation.")
            return
        left_out: Counter[str] = Counter()
        try:
            tree = importer.read(entry.value, left_out)
        except BadInput as error:
            self.refuse(entry.place, error.message)
            return
        self._labels[importer.label] += 1
        if tree.conversation.id in self._known:
            self._here_already += 1
            return
        identities = {message.id for message in tree.messages}
        if identities & self._waiting_messages or self._store.any_message(identities):
            self.refuse(entry.place, "Its messages are here already, in another conversation.")
            return
        self._waiting_messages |= identities
        self._known.add(tree.conversation.id)
        self._left_out += left_out
        self._messages += len(tree.messages)
        self._waiting.append(tree)


def _importer_of(entry: dict[str, object]) -> Importer | None:
    return next((importer for importer in IMPORTERS if importer.matches(entry)), None)


def _parents_first(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Order messages so that each comes after the one that it answers; else as they were made."""
    waiting = list(messages)
    placed: set[str] = set()
    ordered: list[Message] = []
    while waiting:
        later: list[Message] = []
        for message in waiting:
            if message.parent_id is None or message.parent_id in placed:
                placed.add(message.id)
                ordered.append(message)
            else:
                later.append(message)
        if len(later) == len(waiting):
            break  # parents that are nowhere: the database does not allow it
        waiting = later
    return tuple(ordered)


def _write(path: Path, pieces: Iterator[str]) -> None:
    """Write a file piece by piece beside its place, then rename it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        replace(beside, path)
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _free_name(folder: Path, title: str, suffix: str, taken: set[str]) -> str:
    """Return a file name made of a title that no file in the folder has, on any system."""
    stem = file_stem(title)
    name, number = stem + suffix, 1
    while name.lower() in taken or (folder / name).exists():
        number += 1
        name = f"{stem} {number}{suffix}"
    taken.add(name.lower())
    return name


def file_stem(title: str) -> str:
    """Return a title as a file's name without its ending, allowed on every system."""
    stem = _NOT_IN_NAMES.sub(" ", title)
    stem = " ".join(stem.split()).strip(". ")[:80].strip(". ")
    return f"{stem} conversation".strip() if not stem or _DEVICES.match(stem) else stem
