"""What a reply shows before its text and after it: the reasoning, and the tools that the model calls."""

from __future__ import annotations

import json

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.chat import ToolCall
from hone.ui.chat.entries import Entry
from hone.ui.chat.folded_block import FoldedBlock
from hone.ui.chat.tool_calls import shown_name
from hone.ui.kit.tokens import Space

REASONING = -1


class ReplyBlocks(QWidget):
    """Folded blocks below each other; `resized` when one is opened or folded. Calls are numbered from 0."""

    resized = Signal()
    link_requested = Signal(QUrl)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message_id = ""
        self._open: set[int] = set()
        self._blocks: list[FoldedBlock] = []
        self._count = 0

    @property
    def blocks(self) -> tuple[FoldedBlock, ...]:
        """The blocks that are shown."""
        return tuple(self._blocks[: self._count])

    def show_reasoning(self, entry: Entry) -> None:
        """Show what the model thought, folded at first."""
        message = entry.message
        self._begin(message.id)
        if message.reasoning.strip():
            thinks = entry.growing and not message.text and not message.tool_calls
            title = self.tr("Thinking…") if thinks else self._thought(entry.thought_seconds)
            self._add(REASONING, title, message.reasoning.strip("\n"), entry.growing)
        self._end()

    def show_calls(self, entry: Entry) -> None:
        """Show which tools the model calls, with their arguments inside."""
        self._begin(entry.message.id)
        for number, call in enumerate(entry.message.tool_calls):
            name = shown_name(call.name)
            title = self.tr("Called {0}").replace("{0}", name or self.tr("a tool without a name"))
            self._add(number, title, _as_code(call), False)
        self._end()

    def height_at(self, width: int) -> int:
        """Return the height at a width, 0 without blocks."""
        heights = sum(block.height_at(width) for block in self.blocks)
        return heights + Space.XS if heights else 0

    def arrange(self) -> None:
        """Place the blocks."""
        top = 0
        for block in self.blocks:
            height = block.height_at(self.width())
            block.setGeometry(0, top, self.width(), height)
            block.arrange()
            top += height

    def refresh(self) -> None:
        """Draw again in the theme's colours."""
        for block in self._blocks:
            block.refresh()

    def _begin(self, message_id: str) -> None:
        if message_id != self._message_id:
            self._message_id = message_id
            self._open.clear()
        self._count = 0

    def _add(self, number: int, title: str, source: str, growing: bool) -> None:
        if self._count == len(self._blocks):
            block = FoldedBlock(self)
            block.toggled.connect(self._on_toggled)
            block.link_requested.connect(self.link_requested)
            block.code_copied.connect(self.copied)
            self._blocks.append(block)
        block = self._blocks[self._count]
        block.setProperty("number", number)
        block.show_text(title, source, growing, number in self._open)
        block.show()
        self._count += 1

    def _end(self) -> None:
        for block in self._blocks[self._count :]:
            block.hide()
        self.setVisible(self._count > 0)

    def _thought(self, seconds: float | None) -> str:
        if seconds is None:
            return self.tr("Thought before answering")
        if seconds < 1:
            return self.tr("Thought for less than a second")
        minutes, rest = divmod(round(seconds), 60)
        if minutes:
            said = self.tr("Thought for {0} min {1} s").replace("{0}", str(minutes))
            return said.replace("{1}", str(rest))
        return self.tr("Thought for {0} s").replace("{0}", str(rest))

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        block = self.sender()
        number = int(block.property("number")) if block is not None else REASONING
        if is_open:
            self._open.add(number)
        else:
            self._open.discard(number)
        self.resized.emit()


def _as_code(call: ToolCall) -> str:
    """Return the arguments as a code block: JSON on several lines, or what the model wrote instead."""
    try:
        text = json.dumps(json.loads(call.arguments), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        text = call.arguments
    fence = "`" * max(3, text.count("`") + 1)  # longer than any that the text may hold
    return f"{fence}json\n{text or '{}'}\n{fence}"
