"""The menus of the conversation list: of conversations, of a folder, and of the whole list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from hone.ui.kit.icons import icon

Take = Callable[[str], object]


def open_conversation_menu(
    parent: QWidget, place: QPoint, count: int, pinned: bool, folders: Sequence[str], take: Take
) -> None:
    """Show what can be done with `count` conversations; `take(key)`, with "move:PATH" for a folder."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    if count == 1:
        _add(menu, "pencil-simple", translate("ConversationMenu", "Rename"), take, "rename")
    pin = (
        translate("ConversationMenu", "Unpin") if pinned else translate("ConversationMenu", "Pin at the top")
    )
    _add(menu, "push-pin", pin, take, "unpin" if pinned else "pin")
    move = menu.addMenu(icon("folder", "text_muted"), translate("ConversationMenu", "Move to"))
    _add(move, "folder-plus", translate("ConversationMenu", "New folder…"), take, "move")
    _add(move, "x", translate("ConversationMenu", "No folder"), take, "move:")
    move.addSeparator()
    for path in folders[:60]:
        _add(move, "folder", path.replace("&", "&&"), take, f"move:{path}")
    _add(menu, "tag", translate("ConversationMenu", "Tags…"), take, "tag")
    menu.addSeparator()
    _add(menu, "export", translate("ConversationMenu", "Export…"), take, "export")
    if count == 1:
        _add(menu, "copy", translate("ConversationMenu", "Copy as Markdown"), take, "copy")
    liked = translate("ConversationMenu", "Add replies with a thumb up to a data set…")
    _add(menu, "thumbs-up", liked, take, "liked")
    menu.addSeparator()
    _add(menu, "trash", translate("ConversationMenu", "Delete"), take, "delete")
    _show(menu, place)


def open_folder_menu(parent: QWidget, place: QPoint, take: Take) -> None:
    """Show what can be done with a folder."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    _add(menu, "pencil-simple", translate("ConversationMenu", "Rename"), take, "rename")
    _add(menu, "folder-plus", translate("ConversationMenu", "New folder inside…"), take, "new")
    _add(menu, "export", translate("ConversationMenu", "Export its conversations…"), take, "export")
    liked = translate("ConversationMenu", "Add replies with a thumb up to a data set…")
    _add(menu, "thumbs-up", liked, take, "liked")
    menu.addSeparator()
    _add(menu, "trash", translate("ConversationMenu", "Dissolve folder"), take, "delete")
    _show(menu, place)


def open_list_menu(parent: QWidget, place: QPoint, take: Take) -> None:
    """Show what can be done with the whole list."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    _add(menu, "folder-plus", translate("ConversationMenu", "New folder…"), take, "folder")
    menu.addSeparator()
    _add(menu, "download-simple", translate("ConversationMenu", "Import conversations…"), take, "import")
    _add(menu, "export", translate("ConversationMenu", "Export all…"), take, "export")
    menu.addSeparator()
    _add(menu, "trash", translate("ConversationMenu", "Trash…"), take, "trash")
    _show(menu, place)


def _add(menu: QMenu, image: str, text: str, take: Take, key: str) -> None:
    action = menu.addAction(icon(image, "text_muted"), text)
    action.triggered.connect(partial(_taken, take, key))


def _taken(take: Take, key: str, _checked: bool = False) -> None:
    take(key)


def _show(menu: QMenu, place: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
