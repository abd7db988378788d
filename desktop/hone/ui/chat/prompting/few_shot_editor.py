"""The examples of a prompt: rows in an order, each on or off, with what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from hone.domain.chat import Conversation
from hone.domain.models import Model
from hone.domain.prompts import ExampleLayout, FewShot
from hone.domain.setup import Setup
from hone.errors import HoneError
from hone.services.examples import ExamplesFound
from hone.ui.chat.prompting.choice_popover import ChoicePopover
from hone.ui.chat.prompting.example_costs import ExampleCosts
from hone.ui.chat.prompting.example_picker import ExamplePicker
from hone.ui.chat.prompting.few_shot_row import FewShotRow
from hone.ui.commands import Command
from hone.ui.data_files import ask_for_data_file
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.option_list import Option
from hone.ui.kit.quantities import count_text, day_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.page import Shell
from hone.ui.supervisor import start_task


class FewShotEditor(QWidget):
    """`edited` when the person changes anything. `place` names the page, for the keys of its commands."""

    edited = Signal()

    def __init__(self, shell: Shell, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._owner = 0
        self._rows: list[FewShotRow] = []
        self._model: Model | None = None
        self._setup = Setup()
        self._costs = ExampleCosts(shell.services, self)
        self._costs.counted.connect(self._on_counted)
        self._layout = Segmented(
            self.tr("How examples are shown"),
            [
                (ExampleLayout.TURNS.value, self.tr("As turns")),
                (ExampleLayout.SYSTEM.value, self.tr("In the system prompt")),
            ],
        )
        self._layout.chosen.connect(self._on_edited)
        self._sum = CaptionLabel("")
        self._hint = CaptionLabel(
            self.tr("Show the model what you want: add an input and the output that you would have liked.")
        )
        self._add = SecondaryButton(self.tr("Add an example"), "plus")
        self._from_file = SecondaryButton(self.tr("From a file…"), "table")
        self._from_chat = SecondaryButton(self.tr("From a conversation…"), "chats")
        self._add.clicked.connect(self.add_empty)
        self._from_file.clicked.connect(self._on_file_clicked)
        self._from_chat.clicked.connect(self._on_chat_clicked)
        self._list = column(spacing=Space.S)
        self._lay_out()
        self._add_commands(place)
        self._show_state()

    def examples(self) -> tuple[FewShot, ...]:
        """Return the examples in their order."""
        return tuple(each.example() for each in self._rows)

    def layout_choice(self) -> ExampleLayout:
        """Return how they are shown to the model."""
        return ExampleLayout(self._layout.current())

    def set_examples(self, examples: Sequence[FewShot], layout: ExampleLayout) -> None:
        """Show examples without a signal; rows that say the same stay, with the cursor in them."""
        self._layout.set_current(layout.value)
        if tuple(examples) != self.examples():
            for each in self._rows:
                each.hide()
                each.deleteLater()
            self._rows = []
            for example in examples:
                self._insert(len(self._rows), example)
        self._show_state()

    def forget_deleted(self) -> None:
        """Let deleted examples not come back: those of another conversation or prompt are shown now."""
        self._owner += 1

    def set_counting(self, model: Model | None, setup: Setup) -> None:
        """Set whose tokens are counted, and the values that fill variables in the examples."""
        self._model, self._setup = model, setup
        self._count()

    @Slot()
    def add_empty(self) -> None:
        """Add an example at the end, ready to be written."""
        self._insert(len(self._rows), FewShot(input="", output="")).focus_text()
        self._on_edited()

    def add(self, examples: Sequence[FewShot]) -> None:
        """Add examples at the end."""
        for example in examples:
            self._insert(len(self._rows), example)
        self._on_edited()

    def move_focused(self, by: int) -> None:
        """Move the example with the cursor up (-1) or down (1)."""
        focus = self.window().focusWidget()
        moved = next((each for each in self._rows if focus is not None and each.isAncestorOf(focus)), None)
        if moved is not None:
            self._move(moved, self._rows.index(moved) + by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below each other where they do not fit side by side."""
        super().resizeEvent(event)
        needed = sum(b.sizeHint().width() + Space.S for b in (self._add, self._from_file, self._from_chat))
        wide = QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(wide if needed <= self.width() else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        layout = column(self, spacing=Space.S)
        layout.addLayout(row(self._layout, None))
        layout.addWidget(self._hint)
        layout.addLayout(self._list)
        layout.addWidget(self._sum)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(Space.S)
        for button in (self._add, self._from_file, self._from_chat):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)

    def _add_commands(self, place: str) -> None:
        group = self.tr("Examples")
        for key, title, keys, icon, call in (
            ("add", self.tr("Add an example"), "", "plus", self.add_empty),
            ("up", self.tr("Move the example up"), "", "arrow-up", partial(self.move_focused, -1)),
            (
                "down",
                self.tr("Move the example down"),
                "Alt+Down",
                "arrow-down",
                partial(self.move_focused, 1),
            ),
            ("file", self.tr("Take examples from a file"), "", "table", self._on_file_clicked),
            ("chat", self.tr("Take examples from a conversation"), "", "chats", self._on_chat_clicked),
        ):
            command = Command(f"{place}.example_{key}", title, group, keys, icon)
            self._shell.commands.add(command, call, self)

    def _insert(self, place: int, example: FewShot) -> FewShotRow:
        made = FewShotRow(example)
        made.edited.connect(self._on_edited)
        made.duplicate_requested.connect(partial(self._on_duplicate_requested, made))
        made.delete_requested.connect(partial(self._on_delete_requested, made))
        made.move_requested.connect(partial(self._on_move_requested, made))
        made.dragged.connect(partial(self._on_dragged, made))
        self._rows.insert(place, made)
        self._list.insertWidget(place, made)
        return made

    def _move(self, moved: FewShotRow, place: int) -> None:
        place = min(max(place, 0), len(self._rows) - 1)
        if place == self._rows.index(moved):
            return
        focus = self.window().focusWidget()
        self._rows.remove(moved)
        self._rows.insert(place, moved)
        self._list.removeWidget(moved)
        self._list.insertWidget(place, moved)
        if focus is not None and moved.isAncestorOf(focus):
            focus.setFocus()
        self._on_edited()

    def _show_state(self) -> None:
        for number, each in enumerate(self._rows, 1):
            each.set_number(number)
        self._hint.setVisible(not self._rows)
        self._layout.setVisible(bool(self._rows))
        self._sum.setVisible(bool(self._rows))
        self._count()

    def _count(self) -> None:
        self._costs.want(self._model, self.examples(), self.layout_choice(), self._setup)

    @Slot()
    def _on_edited(self) -> None:
        self._show_state()
        self.edited.emit()

    @Slot(object)
    def _on_counted(self, counts: list[int] | None) -> None:
        for number, each in enumerate(self._rows):
            each.set_cost(counts[number] if counts is not None and number < len(counts) else None)
        on = [each.example().enabled for each in self._rows]
        if counts is None or self._model is None or len(counts) != len(on):
            said = self.tr("{0} of {1} examples are on.")
        else:
            said = self.tr("{0} of {1} examples are on, {2} tokens of {3}.")
            total = sum(count for count, enabled in zip(counts, on, strict=True) if enabled)
            said = said.replace("{2}", count_text(total)).replace("{3}", self._model.name)
        self._sum.setText(said.replace("{0}", count_text(sum(on))).replace("{1}", count_text(len(on))))

    def _on_move_requested(self, moved: FewShotRow, by: int) -> None:
        self._move(moved, self._rows.index(moved) + by)

    def _on_duplicate_requested(self, of: FewShotRow) -> None:
        self._insert(self._rows.index(of) + 1, of.example()).focus_text()
        self._on_edited()

    def _on_delete_requested(self, of: FewShotRow) -> None:
        place, example = self._rows.index(of), of.example()
        self._rows.remove(of)
        self._list.removeWidget(of)
        of.hide()
        of.deleteLater()
        self._on_edited()
        self._shell.notify(
            self.tr("Example deleted"), self.tr("Undo"), partial(self._put_back, self._owner, place, example)
        )

    def _put_back(self, owner: int, place: int, example: FewShot) -> None:
        if owner != self._owner:
            self._shell.notify(self.tr("Other examples are shown now: nothing was undone."))
            return
        self._insert(min(place, len(self._rows)), example)
        self._on_edited()

    def _on_dragged(self, moved: FewShotRow, place: QPoint) -> None:
        """Give the dragged example the place under the mouse; the list scrolls along."""
        y = self.mapFromGlobal(place).y()
        before = [each for each in self._rows if each is not moved and each.geometry().center().y() < y]
        self._move(moved, len(before))
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and (inside := area.widget()) is not None:
            here = inside.mapFromGlobal(place)
            area.ensureVisible(here.x(), here.y(), 0, 40)

    @Slot()
    def _on_file_clicked(self) -> None:
        path = ask_for_data_file(self)
        if path is not None:
            self.offer_file(path)

    def offer_file(self, path: Path) -> None:
        """Let the person pick rows of a data file."""
        service = self._shell.services.examples
        start_task(
            self,
            lambda: service.from_file(path),
            partial(self._on_found, self._from_file, path.name),
            self._on_failed,
        )

    @Slot()
    def _on_chat_clicked(self) -> None:
        chat = self._shell.services.chat
        start_task(self, chat.conversations, self._on_conversations_read, self._on_failed)

    @Slot(object)
    def _on_conversations_read(self, conversations: list[Conversation]) -> None:
        if not conversations:
            self._shell.notify(self.tr("There is no conversation yet."))
            return
        options = [Option(kept.id, kept.title, day_text(kept.updated_at)) for kept in conversations]
        titles = {kept.id: kept.title for kept in conversations}
        popover = ChoicePopover(self._from_chat, self.tr("Conversations"), options)
        popover.taken.connect(lambda key: self._offer_conversation(key, titles[key]))
        popover.closed.connect(popover.deleteLater)
        popover.open()

    def _offer_conversation(self, conversation_id: str, title: str) -> None:
        service = self._shell.services.examples
        start_task(
            self,
            lambda: service.from_conversation(conversation_id),
            partial(self._on_found, self._from_chat, title),
            self._on_failed,
        )

    def _on_found(self, anchor: QWidget, title: str, found: ExamplesFound) -> None:
        if not found.examples:
            self._shell.notify(self.tr("{0} holds no replies yet.").replace("{0}", title))
            return
        note = self.tr("Only the first {0} rows are shown.") if found.more else ""
        picker = ExamplePicker(
            anchor, title, found.examples, note.replace("{0}", count_text(len(found.examples)))
        )
        picker.taken.connect(self.add)
        picker.closed.connect(picker.deleteLater)
        picker.open()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._shell.tell_error(error)
