"""What is done with the conversations of the list: order, trash, files; each change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Message, Rating
from hone.domain.search import SearchResult
from hone.errors import HoneError
from hone.services.arranging import Before
from hone.ui.chat.conversation_asking import NamePopover
from hone.ui.chat.conversation_list import ConversationList
from hone.ui.chat.conversation_menu import open_conversation_menu, open_folder_menu, open_list_menu
from hone.ui.chat.conversation_opening import HitOpener
from hone.ui.chat.conversation_rows import Row, RowKind
from hone.ui.chat.feedback_commands import add_to_dataset, bad, correct, good, prefer, rate
from hone.ui.chat.message_commands import is_reply
from hone.ui.chat.panel import ChatContext
from hone.ui.commands import Command
from hone.ui.supervisor import start_task

Judge = Callable[[ChatContext, Message], None]


class ConversationKeeping(QObject):
    """Stands between the list and the services; a child of the chat page."""

    def __init__(self, context: ChatContext, listing: ConversationList, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._list, self._page = context, listing, page
        self._shell, self._services = context.shell, context.services
        self.opener = HitOpener(context, self)
        library = context.library
        library.searched.connect(self._on_searched)
        listing.search_requested.connect(self._on_search_requested)
        listing.hit_chosen.connect(self._on_hit_chosen)
        listing.move_requested.connect(self.move)
        listing.delete_many_requested.connect(self.delete)
        listing.folder_rename_requested.connect(self._on_folder_rename_requested)
        listing.folder_delete_requested.connect(self._on_folder_delete_requested)
        listing.fold_requested.connect(self._on_fold_requested)
        listing.menu_requested.connect(self._on_menu_requested)
        listing.action_requested.connect(self.act)
        context.dialogue.transcript.rated.connect(self._on_rated)
        self._add_commands()
        start_task(self, self._services.search.catch_up, None, self._on_failed)

    def read(self) -> None:
        """Read the list again, and what is searched for."""
        self._context.library.read_conversations()
        text = self._list.search_text()
        if text:
            self._context.library.search(text)

    @Slot(list, str)
    def move(self, identities: Sequence[str], folder: str) -> None:
        """Put conversations into a folder, "" for none."""
        where = folder or self.tr("the top")
        said = self.tr("Moved to {0}").replace("{0}", where)
        self._change(lambda: self._services.arranging.move(identities, folder), said)

    @Slot(list)
    def delete(self, identities: Sequence[str]) -> None:
        """Move conversations to the trash."""
        for identity in identities:
            self._context.desk.delete(identity)
        said = self.tr("{0} conversations deleted").replace("{0}", str(len(identities)))
        if len(identities) == 1:
            said = self.tr("Conversation deleted")
        self._shell.notify(said, self.tr("Undo"), lambda: self.restore(identities))

    def restore(self, identities: Sequence[str]) -> None:
        """Take conversations out of the trash."""
        arranging = self._services.arranging
        start_task(self, lambda: arranging.restore(identities), self._on_changed, self._on_failed)

    @Slot(str, list)
    def act(self, key: str, identities: list[str]) -> None:
        """Do one of the list's actions with conversations."""
        chosen = identities or self._shown()
        if key.startswith("move:"):
            self.move(chosen, key.removeprefix("move:"))
            return
        actions: dict[str, Callable[[list[str]], None]] = {
            "rename": lambda _ids: self._list.rename_chosen(),
            "move": self._ask_folder,
            "tag": self._ask_tags,
            "pin": self._toggle_pin,
            "unpin": self._toggle_pin,
            "export": self.export,
            "copy": self._copy,
            "liked": self._add_liked,
            "delete": self.delete,
        }
        if chosen:
            actions[key](chosen)

    def export(self, identities: list[str]) -> None:
        """Ask for a format and a place, and write conversations into files."""
        from hone.ui.chat.export_popover import ExportPopover

        ExportPopover(self._context, self._list.anchor(), identities).open()

    @Slot()
    def import_file(self) -> None:
        """Ask for a file and read conversations from it."""
        from hone.ui.chat.conversation_import import choose_file

        choose_file(self._context, self._page, self.read)

    @Slot()
    def open_trash(self) -> None:
        """Show what was deleted."""
        from hone.ui.chat.conversation_trash import TrashSheet

        TrashSheet(self._context, self._page.window(), self.read).open()

    def new_folder(self, above: str = "") -> None:
        """Ask for a folder's name and make it."""
        asking = NamePopover(
            self._list.anchor(),
            self.tr("New folder"),
            self.tr("Create"),
            self.tr('A "/" makes a folder inside another.'),
            f"{above}/" if above else "",
        )
        asking.given.connect(self._on_folder_named)
        asking.ask()

    def _add_commands(self) -> None:
        group = self.tr("Conversations")
        for key, title, keys, image, call in (
            ("rename", self.tr("Rename conversation"), "", "pencil-simple", lambda: self.act("rename", [])),
            ("pin", self.tr("Pin or unpin conversation"), "", "push-pin", lambda: self.act("pin", [])),
            ("move", self.tr("Move to a folder"), "", "folder", lambda: self.act("move", [])),
            ("tag", self.tr("Add or remove tags"), "", "tag", lambda: self.act("tag", [])),
            ("export", self.tr("Export conversation"), "Ctrl+E", "export", lambda: self.act("export", [])),
            ("copy", self.tr("Copy conversation as Markdown"), "", "copy", lambda: self.act("copy", [])),
            ("delete", self.tr("Delete conversation"), "", "trash", lambda: self.act("delete", [])),
            ("liked", self.tr("Add thumbs up to a data set"), "", "thumbs-up", lambda: self.act("liked", [])),
            ("import", self.tr("Import conversations"), "", "download-simple", self.import_file),
            ("folder", self.tr("New folder"), "", "folder-plus", self.new_folder),
            ("trash", self.tr("Trash"), "", "trash", self.open_trash),
            ("list", self.tr("Go to the list of conversations"), "Alt+1", "list", self._list.focus_list),
        ):
            command = Command(f"conversations.{key}", title, group, keys, image)
            self._shell.commands.add(command, call, self._page)
        self._add_feedback_commands()

    def _add_feedback_commands(self) -> None:
        group = self.tr("Replies")
        for key, title, keys, image, judge in (
            ("good", self.tr("The last reply is good"), "Ctrl+Shift+Up", "thumbs-up", good),
            ("bad", self.tr("The last reply is bad"), "Ctrl+Shift+Down", "thumbs-down", bad),
            ("correct", self.tr("Correct the last reply"), "Ctrl+Shift+E", "pencil-line", correct),
            ("prefer", self.tr("The last reply is better than its versions"), "", "trophy", prefer),
            (
                "dataset",
                self.tr("Add the last reply to a data set"),
                "Ctrl+Shift+D",
                "database",
                add_to_dataset,
            ),
        ):
            command = Command(f"feedback.{key}", title, group, keys, image)
            self._shell.commands.add(command, partial(self._judge, judge), self._page)

    def _shown(self) -> list[str]:
        """Return what is chosen in the list, else the conversation that is shown."""
        chosen = self._list.chosen_ids()
        shown = self._context.desk.conversation_id
        return chosen or ([shown] if shown else [])

    def _change(self, change: Callable[[], Before], said: str) -> None:
        """Make a change beside the window, and offer to undo it."""
        start_task(self, change, partial(self._on_undoable, said), self._on_failed)

    def _ask_folder(self, identities: list[str]) -> None:
        asking = NamePopover(
            self._list.anchor(),
            self.tr("Move to folder"),
            self.tr("Move"),
            self.tr('A folder that is not there is made. A "/" makes a folder inside another.'),
            known=self._list.folders(),
        )
        asking.given.connect(partial(self.move, identities))
        asking.ask()

    def _ask_tags(self, identities: list[str]) -> None:
        conversations = [each for each in self._list.conversations() if each.id in set(identities)]
        common = set(conversations[0].tags) if conversations else set()
        for each in conversations:
            common &= set(each.tags)
        text = ", ".join(tag for tag in (conversations[0].tags if conversations else ()) if tag in common)
        asking = NamePopover(
            self._list.anchor(),
            self.tr("Tags"),
            self.tr("Keep"),
            self.tr("Separate tags with commas. A minus before a tag takes it away."),
            text,
            known=[] if text else self._list.tags.known(),
        )
        asking.given.connect(partial(self._on_tags_given, identities, common))
        asking.ask()

    def _on_tags_given(self, identities: list[str], before: set[str], text: str) -> None:
        named = [part.strip() for part in text.split(",") if part.strip()]
        gone = {part[1:].strip() for part in named if part.startswith("-")}
        kept = [part for part in named if not part.startswith("-") and part not in gone]
        gone |= before - set(kept)
        arranging = self._services.arranging
        self._change(lambda: arranging.tag(identities, kept, gone), self.tr("Tags changed"))

    def _toggle_pin(self, identities: list[str]) -> None:
        chosen = [each for each in self._list.conversations() if each.id in set(identities)]
        pinned = not all(each.pinned for each in chosen)
        said = self.tr("Pinned at the top") if pinned else self.tr("No longer pinned")
        self._change(lambda: self._services.arranging.pin(identities, pinned), said)

    def _copy(self, identities: list[str]) -> None:
        files = self._services.files
        start_task(self, lambda: files.text_of(identities[0]), self._on_text_made, self._on_failed)

    def _add_liked(self, identities: list[str]) -> None:
        from hone.ui.chat.feedback_datasets import add_liked

        add_liked(self._context, identities)

    def _inside(self, path: str) -> list[str]:
        return [
            each.id
            for each in self._list.conversations()
            if each.folder == path or each.folder.startswith(path + "/")
        ]

    @Slot(object, QPoint)
    def _on_menu_requested(self, shown: Row | None, place: QPoint) -> None:
        if shown is None or shown.kind is RowKind.HEADING:
            open_list_menu(self._list, place, self._on_list_action)
        elif shown.kind is RowKind.FOLDER:
            open_folder_menu(self._list, place, partial(self._on_folder_action, shown.path))
        else:
            chosen = self._list.chosen_ids()
            pinned = all(each.pinned for each in self._list.conversations() if each.id in set(chosen))
            open_conversation_menu(
                self._list,
                place,
                len(chosen),
                pinned,
                self._list.folders(),
                lambda key: self.act(key, chosen),
            )

    def _on_list_action(self, key: str) -> None:
        match key:
            case "folder":
                self.new_folder()
            case "import":
                self.import_file()
            case "export":
                self.export([each.id for each in self._list.conversations()])
            case "trash":
                self.open_trash()

    def _on_folder_action(self, path: str, key: str) -> None:
        match key:
            case "rename":
                self._list.edit_folder(path)
            case "new":
                self.new_folder(path)
            case "delete":
                self._on_folder_delete_requested(path)
            case _:
                self.act(key, self._inside(path))

    @Slot(str)
    def _on_folder_named(self, path: str) -> None:
        self._change(lambda: self._services.arranging.add_folder(path), self.tr("Folder created"))

    @Slot(str, str)
    def _on_folder_rename_requested(self, path: str, new: str) -> None:
        arranging = self._services.arranging
        self._change(lambda: arranging.rename_folder(path, new), self.tr("Folder renamed"))

    @Slot(str)
    def _on_folder_delete_requested(self, path: str) -> None:
        said = self.tr("Folder dissolved; its conversations are kept")
        self._change(lambda: self._services.arranging.remove_folder(path), said)

    @Slot(str, bool)
    def _on_fold_requested(self, path: str, close: bool) -> None:
        arranging = self._services.arranging
        start_task(self, lambda: arranging.set_collapsed(path, close), self._on_changed, self._on_failed)

    @Slot(str)
    def _on_search_requested(self, text: str) -> None:
        self.read()

    @Slot(object)
    def _on_searched(self, result: SearchResult) -> None:
        if self._list.search_text():
            self._list.set_result(result)

    @Slot(str, str)
    def _on_hit_chosen(self, conversation_id: str, message_id: str) -> None:
        self.opener.open(conversation_id, message_id, self._list.search_text())

    def _on_undoable(self, said: str, before: Before) -> None:
        self.read()
        self._shell.notify(said, self.tr("Undo"), partial(self._undo, before))

    def _undo(self, before: Before) -> None:
        arranging = self._services.arranging
        start_task(self, lambda: arranging.put_back(before), self._on_changed, self._on_failed)

    @Slot(str, str)
    def _on_rated(self, message_id: str, rating: str) -> None:
        self._judge(partial(rate, rating=Rating(rating)), message_id)

    def _judge(self, judge: Judge, message_id: str = "") -> None:
        """Judge a reply, the last one of the branch when none is named."""
        session = self._context.session
        entries = session.entries() if session is not None else []
        named = [entry for entry in entries if is_reply(entry)]
        if message_id:
            named = [entry for entry in named if entry.message.id == message_id]
        if named:
            judge(self._context, named[-1].message)

    @Slot(object)
    def _on_text_made(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._shell.notify(self.tr("Copied as Markdown"))

    @Slot(object)
    def _on_changed(self, result: object) -> None:
        self.read()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._context.dialogue.show_error(error)
