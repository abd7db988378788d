"""What can be done with rows: the commands of the tab, and the menu of those that are selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from hone.domain.row_content import parse_content, write_content
from hone.errors import BadInput, HoneError
from hone.ipc.data_messages import RowsListed
from hone.ui.commands import Command
from hone.ui.kit.icons import icon
from hone.ui.kit.quantities import count_text
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.ui.data.rows.tab import RowsTab

MOST_BY_HAND = 20_000


class RowActions(QObject):
    """Registers the commands of the tab when it is made."""

    def __init__(self, tab: RowsTab) -> None:
        super().__init__(tab)
        self._tab = tab
        group = self.tr("Data")
        stack = tab.desk.undo_stack
        for key, title, keys, icon_name, call in (
            ("undo", self.tr("Undo the last change of rows"), "Ctrl+Z", "arrow-u-up-left", stack.undo),
            ("redo", self.tr("Redo what was undone"), "Ctrl+Shift+Z", "arrow-u-up-right", stack.redo),
            ("save", self.tr("Save changed rows as a new version"), "Ctrl+S", "floppy-disk", tab.save),
            ("discard", self.tr("Discard all changes of rows"), "", "x", tab.discard),
            ("add", self.tr("Add a row"), "Ctrl+N", "plus", tab.add_row),
            ("duplicate", self.tr("Duplicate the selected rows"), "Ctrl+D", "copy", self.duplicate),
            ("copy", self.tr("Copy the selected rows as JSON"), "Ctrl+Shift+C", "copy", self.copy),
            ("back", self.tr("Bring back deleted rows"), "", "arrow-u-up-left", self.bring_back),
            ("edit", self.tr("Edit the row, or show it as it is learned"), "Ctrl+Shift+E", "pencil-simple",
             tab.toggle_mode),
            ("json", self.tr("Edit the row as JSON, or in a form"), "", "brackets-curly", self.toggle_json),
            ("find", self.tr("Search in the rows"), "Ctrl+F", "magnifying-glass", tab.filter.search.setFocus),
            ("all", self.tr("Show all rows"), "", "list", tab.filter.reset),
            ("next", self.tr("Next row"), "Alt+Down", "caret-down", lambda: tab.table.step(1)),
            ("last", self.tr("Previous row"), "Alt+Up", "caret-up", lambda: tab.table.step(-1)),
        ):  # fmt: skip
            command = Command(f"data.rows_{key}", title, group, keys, icon_name)
            tab.context.shell.commands.add(command, self._in_front(call), tab)
        delete = Command("data.rows_delete", self.tr("Delete the selected rows"), group, "Del", "trash")
        tab.context.shell.commands.add(delete, self._in_front(self.delete), tab, within=tab.table)

    def _in_front(self, call: Callable[[], object]) -> Callable[[], None]:
        """Bring the tab to the front before something is done in it."""

        def run() -> None:
            if not self._tab.isVisible():
                self._tab.context.tab_requested.emit("rows")
            call()

        return run

    def delete(self) -> None:
        """Leave the selected rows out."""
        rows = self._few()
        if rows:
            said = self._named(rows, self.tr("Delete row {0}"), self.tr("Delete {0} rows"))
            self._tab.desk.remove(rows, said)

    def bring_back(self) -> None:
        """Take the selected rows back that were deleted."""
        rows = self._few()
        if rows:
            said = self._named(rows, self.tr("Bring back row {0}"), self.tr("Bring back {0} rows"))
            self._tab.desk.bring_back(rows, said)

    def duplicate(self) -> None:
        """Add copies of the selected rows at the end."""
        self._with_contents(self._duplicate)

    def copy(self) -> None:
        """Copy the selected rows as JSON lines."""
        self._with_contents(self._copy)

    def toggle_json(self) -> None:
        """Edit the row as JSON, or in a form."""
        self._tab.show_mode("edit")
        self._tab.editor.toggle_json()

    def open_menu(self, place: QPoint) -> None:
        """Show what can be done with the selected rows."""
        tab = self._tab
        selected = tab.table.selected_count()
        rows = tab.table.selected_rows() if selected <= MOST_BY_HAND else ()
        gone = any((pending := tab.desk.pending(row)) is not None and pending.gone for row in rows)
        menu = QMenu(tab)
        for icon_name, text, call, possible in (
            ("pencil-simple", self.tr("Edit"), tab.toggle_mode, selected == 1),
            ("copy", self.tr("Duplicate"), self.duplicate, selected > 0),
            ("brackets-curly", self.tr("Copy as JSON"), self.copy, selected > 0),
            ("arrow-u-up-left", self.tr("Bring back"), self.bring_back, gone),
            ("trash", self.tr("Delete"), self.delete, selected > 0),
        ):
            action = menu.addAction(icon(icon_name, "text_muted"), text)
            action.triggered.connect(lambda _=False, call=call: call())
            action.setEnabled(possible)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _few(self) -> tuple[int, ...]:
        """Return the selected rows; none, and why, when they are too many to be handled one by one."""
        table = self._tab.table
        if table.selected_count() > MOST_BY_HAND:
            said = self.tr("At most {0} rows at once. A filter keeps or leaves out any number.")
            self._tab.context.shell.notify(said.replace("{0}", count_text(MOST_BY_HAND)))
            return ()
        return table.selected_rows()

    def _named(self, rows: tuple[int, ...], one: str, many: str) -> str:
        if len(rows) == 1:
            return one.replace("{0}", count_text(rows[0]) if rows[0] > 0 else self.tr("new"))
        return many.replace("{0}", count_text(len(rows)))

    def _with_contents(self, call: Callable[[list[str]], object]) -> None:
        """Call with the contents of the selected rows, once those that are not there have come."""
        tab, rows = self._tab, self._few()
        desk, data_set = tab.desk, tab.desk.data_set
        if not rows or data_set is None:
            return
        here = {row: desk.content(row) or "" for row in rows if row < 0 or self._is_here(row)}
        missing = [row for row in rows if row not in here]
        if not missing:
            call([here[row] for row in rows if here[row]])
            return
        version = data_set.version

        def done(listed: RowsListed) -> None:
            if desk.data_set is not None and desk.data_set.version == version:
                found = here | {shown.row: shown.content for shown in listed.rows}
                call([found[row] for row in rows if found.get(row)])

        data = desk.data
        start_task(self, lambda: data.rows_at(version.path, version.reading, missing), done, self._on_failed)

    def _is_here(self, row: int) -> bool:
        return self._tab.desk.pending(row) is not None or self._tab.desk.pages.known(row) is not None

    def _duplicate(self, contents: list[str]) -> None:
        tab = self._tab
        if len(contents) == 1:
            said = self.tr("Duplicate 1 row")
        else:
            said = self.tr("Duplicate {0} rows").replace("{0}", count_text(len(contents)))
        tab.table.select(tab.desk.add(contents, said))

    def _copy(self, contents: list[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(_one_line, contents)))
        said = self.tr("1 row copied")
        if len(contents) != 1:
            said = self.tr("{0} rows copied").replace("{0}", count_text(len(contents)))
        self._tab.context.shell.notify(said)

    def _on_failed(self, error: HoneError) -> None:
        self._tab.context.shell.tell_error(error)


def _one_line(content: str) -> str:
    try:
        return write_content(parse_content(content))
    except BadInput:
        return content.replace("\n", " ")
