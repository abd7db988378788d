"""Two versions of a prompt beside each other in one text: what went, what came, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Slot
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from hone.domain.prompt_diff import Change, DiffLine, Part, PartDiff
from hone.ui.kit.theme import Theme, mixed
from hone.ui.kit.typography import Type

PART_WORDS = {
    Part.SYSTEM: QT_TRANSLATE_NOOP("DiffView", "System prompt"),
    Part.USER: QT_TRANSLATE_NOOP("DiffView", "First message"),
    Part.VARIABLES: QT_TRANSLATE_NOOP("DiffView", "Variables"),
    Part.EXAMPLES: QT_TRANSLATE_NOOP("DiffView", "Examples"),
    Part.REPLY: QT_TRANSLATE_NOOP("DiffView", "Reply"),
}
_SIGNS = {Change.SAME: "   ", Change.REMOVED: "−  ", Change.ADDED: "+  "}
_COLOURS = {
    Change.REMOVED: ("danger_soft", "danger", "danger_text"),
    Change.ADDED: ("success_soft", "success", "success_text"),
}
_CHANGED = int(QTextBlockFormat.Property.UserProperty) + 1


class DiffView(QTextEdit):
    """Read with the arrow keys; `go(1)` and `go(-1)` put the cursor on the next or last change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[PartDiff, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setProperty("kind", "field")
        self.setAccessibleName(self.tr("What differs"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(8)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        Theme.current().theme_changed.connect(self._write)

    def show_parts(self, parts: Sequence[PartDiff]) -> None:
        """Show the parts that differ."""
        self._parts = tuple(parts)
        self._write()

    def counts(self) -> tuple[int, int]:
        """Return the lines that came, and those that went."""
        added = sum(part.count(Change.ADDED) for part in self._parts)
        return added, sum(part.count(Change.REMOVED) for part in self._parts)

    def go(self, by: int) -> None:
        """Put the cursor on the next (1) or last (-1) group of changed lines, around the ends."""
        starts = self._starts()
        if not starts:
            return
        here = self.textCursor().blockNumber()
        if by > 0:
            target = next((start for start in starts if start > here), starts[0])
        else:
            target = next((start for start in reversed(starts) if start < here), starts[-1])
        cursor = QTextCursor(self.document().findBlockByNumber(target))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def _starts(self) -> list[int]:
        """Return the numbers of the lines with which a group of changes begins."""
        starts, before = [], False
        block = self.document().begin()
        while block.isValid():
            changed = block.blockFormat().hasProperty(_CHANGED)
            if changed and not before:
                starts.append(block.blockNumber())
            before = changed
            block = block.next()
        return starts

    @Slot()
    def _write(self) -> None:
        theme = Theme.current()
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, part in enumerate(self._parts):
            if number:
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            heading = QTextCharFormat()
            heading.setFont(theme.font(Type.OVERLINE))
            heading.setForeground(theme.colour("text_faint"))
            room = QTextBlockFormat()
            room.setBottomMargin(6)
            cursor.setBlockFormat(room)
            cursor.insertText(QCoreApplication.translate("DiffView", str(PART_WORDS[part.part])), heading)
            for line in part.lines:
                self._write_line(cursor, line)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_line(self, cursor: QTextCursor, line: DiffLine) -> None:
        theme = Theme.current()
        block, plain, strong = QTextBlockFormat(), QTextCharFormat(), QTextCharFormat()
        for style in (plain, strong):
            style.setFont(theme.font(Type.MONO))
            style.setForeground(theme.colour("text"))
        if line.change is not Change.SAME:
            soft, full, ink = (theme.colour(role) for role in _COLOURS[line.change])
            block.setBackground(soft)
            block.setProperty(_CHANGED, True)
            strong.setBackground(mixed(soft, full, 0.32))
            strong.setFontWeight(QFont.Weight.DemiBold)
            plain.setForeground(ink)
        else:
            plain.setForeground(theme.colour("text_muted"))
        cursor.insertBlock(block, plain)
        cursor.insertText(_SIGNS[line.change], plain)
        whole = all(piece.changed for piece in line.pieces)
        for piece in line.pieces:
            cursor.insertText(piece.text, strong if piece.changed and not whole else plain)
