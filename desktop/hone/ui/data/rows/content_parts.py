"""The parts of a row's form: a text, a list of turns, a yes or no, and anything else as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.domain.row_content import Place, role_key, text_key
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.text_area import TextArea
from hone.ui.kit.tokens import Space

ROLES = {
    "role": ("system", "user", "assistant", "tool"),
    "from": ("system", "human", "gpt", "function_call", "observation"),
}
LONGEST_LINES = 2000  # the form scrolls, not the fields in it


class Part(QWidget):
    """Base of the parts. `edited(place, value)` when the person changes something in it."""

    edited = Signal(object, object)

    def show_value(self, value: Any) -> None:
        """Show a value of the same kind without a signal."""
        raise NotImplementedError


class TextPart(Part):
    """A text with its name above it."""

    def __init__(self, place: Place, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.area = TextArea(label, least=2, most=LONGEST_LINES, leaves_undo=True)
        self.setFocusProxy(self.area)
        self.area.edited.connect(self._on_edited)
        layout = column(self, spacing=Space.XS)
        if label:
            layout.addWidget(CaptionLabel(label))
        layout.addWidget(self.area)

    def show_value(self, value: Any) -> None:
        self.area.set_text(str(value))

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self._place, self.area.text())


class FlagPart(Part):
    """A yes or no."""

    def __init__(self, place: Place, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._switch = Switch(label)
        self.setFocusProxy(self._switch)
        self._switch.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(CaptionLabel(label, wrap=False), None, self._switch))

    def show_value(self, value: Any) -> None:
        self._switch.blockSignals(True)
        self._switch.setChecked(bool(value))
        self._switch.blockSignals(False)

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit(self._place, self._switch.isChecked())


class JsonPart(Part):
    """Anything else, as JSON; what is not valid is said and not taken. `check` finds what else is wrong.

    With `as_text` the value is a text that holds JSON, such as tools.
    """

    def __init__(
        self,
        place: Place,
        label: str,
        check: Callable[[str], str] | None = None,
        as_text: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._check, self._as_text = place, check, as_text
        self.area = TextArea(label, least=1, most=LONGEST_LINES, leaves_undo=True)
        self.setFocusProxy(self.area)
        self.area.setProperty("mono", True)
        self.area.edited.connect(self._on_edited)
        self.wrong = CaptionLabel(tone="danger")
        self.wrong.hide()
        layout = column(self, spacing=Space.XS)
        layout.addWidget(CaptionLabel(label))
        layout.addWidget(self.area)
        layout.addWidget(self.wrong)

    def show_value(self, value: Any) -> None:
        text = value if self._as_text else json.dumps(value, ensure_ascii=False, indent=2)
        if self._value_of(self.area.text()) != (True, value):
            self.area.set_text(text)
        self._tell(self._check(text) if self._check is not None else "")

    def _value_of(self, text: str) -> tuple[bool, Any]:
        if self._as_text:
            return True, text
        try:
            return True, json.loads(text)
        except (json.JSONDecodeError, RecursionError):
            return False, None

    @Slot()
    def _on_edited(self) -> None:
        text = self.area.text()
        try:
            value = text if self._as_text else json.loads(text)
        except json.JSONDecodeError as error:
            said = self.tr("Not taken yet: line {0}, column {1}: {2}.").replace("{0}", str(error.lineno))
            self._tell(said.replace("{1}", str(error.colno)).replace("{2}", error.msg))
            return
        except RecursionError:
            self._tell(self.tr("Not taken yet: this is nested too deeply."))
            return
        self._tell(self._check(text) if self._check is not None else "")
        self.edited.emit(self._place, value)

    def _tell(self, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))


class TurnCard(Card):
    """One turn: who says it, what, and what else its message has."""

    text_edited = Signal(int, str)
    role_edited = Signal(int, str)
    more_edited = Signal(int, object)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, place: int, message: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(Space.S, Space.XS, parent)
        self._place = place
        self._role_key, self._text_key = role_key(message), text_key(message)
        number = str(place + 1)
        self.role = Picker(self.tr("Role of turn {0}").replace("{0}", number), width=130, list_width=180)
        self.role.picked.connect(lambda key: self.role_edited.emit(self._place, key))
        self.area = TextArea(
            self.tr("Text of turn {0}").replace("{0}", number), least=1, most=LONGEST_LINES, leaves_undo=True
        )
        self.area.edited.connect(self._on_text_edited)
        self.up = IconButton("arrow-up", self.tr("Move turn {0} up").replace("{0}", number), size=14)
        self.down = IconButton("arrow-down", self.tr("Move turn {0} down").replace("{0}", number), size=14)
        self.remove = IconButton("trash", self.tr("Remove turn {0}").replace("{0}", number), size=14)
        self.up.clicked.connect(lambda: self.moved.emit(self._place, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self._place, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(self._place))
        self.more = JsonPart((), self.tr("What else the turn has"))
        self.more.edited.connect(lambda _, value: self.more_edited.emit(self._place, value))
        self.body.addLayout(row(self.role, None, self.up, self.down, self.remove, spacing=Space.XS))
        self.body.addWidget(self.area)
        self.body.addWidget(self.more)
        self.show_message(message)

    def show_message(self, message: dict[str, Any]) -> None:
        """Show the message without a signal."""
        own = str(message[self._role_key])
        roles = ROLES[self._role_key]
        known = roles if own in roles else (own, *roles)
        self.role.set_options([Option(each, each) for each in known], own)
        text = message.get(self._text_key)
        self.area.setVisible(isinstance(text, str))
        if isinstance(text, str):
            self.area.set_text(text)
        else:
            self.area.hide()
        rest = {
            key: value
            for key, value in message.items()
            if key != self._role_key and not (key == self._text_key and isinstance(text, str))
        }
        self.more.setVisible(bool(rest))
        if rest:
            self.more.show_value(rest)

    @Slot()
    def _on_text_edited(self) -> None:
        self.text_edited.emit(self._place, self.area.text())


class TurnsPart(Part):
    """A list of turns: written, added, moved, removed."""

    def __init__(self, place: Place, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._messages: list[dict[str, Any]] = []
        self._cards: list[TurnCard] = []
        self._column = column(spacing=Space.S)
        self.add = GhostButton(self.tr("Add a turn"), "plus")
        self.add.clicked.connect(self._on_add_clicked)
        layout = column(self, spacing=Space.XS)
        layout.addWidget(StrongLabel(label))
        layout.addLayout(self._column)
        layout.addLayout(row(self.add, None))

    @property
    def cards(self) -> tuple[TurnCard, ...]:
        """The cards as shown."""
        return tuple(self._cards)

    def show_value(self, value: Any) -> None:
        messages: list[dict[str, Any]] = list(value)
        same = [_keys(each) for each in messages] == [_keys(each) for each in self._messages]
        self._messages = messages
        if not same:
            self._build()
        for card, message in zip(self._cards, messages, strict=True):
            card.show_message(message)

    def focus_turn(self, place: int) -> None:
        """Put the cursor into a turn."""
        if 0 <= place < len(self._cards):
            self._cards[place].area.setFocus()

    def _build(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [TurnCard(place, message) for place, message in enumerate(self._messages)]
        for card in self._cards:
            card.text_edited.connect(self._on_text_edited)
            card.role_edited.connect(self._on_role_edited)
            card.more_edited.connect(self._on_more_edited)
            card.moved.connect(self._on_moved)
            card.removed.connect(self._on_removed)
            self._column.addWidget(card)
        for card, message in zip(self._cards, self._messages, strict=True):
            card.up.setEnabled(card is not self._cards[0])
            card.down.setEnabled(card is not self._cards[-1])
            card.show_message(message)

    def _tell(self, messages: list[dict[str, Any]]) -> None:
        """Tell of other turns; they are shown once they are taken."""
        self.edited.emit(self._place, messages)

    def _with(self, place: int, **values: Any) -> list[dict[str, Any]]:
        return [{**each, **values} if n == place else each for n, each in enumerate(self._messages)]

    @Slot(int, str)
    def _on_text_edited(self, place: int, text: str) -> None:
        key = text_key(self._messages[place])
        self._messages = self._with(place, **{key: text})
        self.edited.emit((*self._place, place, key), text)

    @Slot(int, str)
    def _on_role_edited(self, place: int, role: str) -> None:
        self._tell(self._with(place, **{role_key(self._messages[place]): role}))

    @Slot(int, object)
    def _on_more_edited(self, place: int, more: object) -> None:
        message = self._messages[place]
        said = message.get(text_key(message))
        kept = {role_key(message): message[role_key(message)]}
        if isinstance(said, str):
            kept[text_key(message)] = said
        if isinstance(more, dict):
            changed = {**more, **kept} if not isinstance(said, str) else {**kept, **more}
            self._tell([changed if n == place else each for n, each in enumerate(self._messages)])

    @Slot(int, int)
    def _on_moved(self, place: int, by: int) -> None:
        messages = list(self._messages)
        messages.insert(place + by, messages.pop(place))
        self._tell(messages)
        self.focus_turn(place + by)

    @Slot(int)
    def _on_removed(self, place: int) -> None:
        self._tell([each for n, each in enumerate(self._messages) if n != place])

    @Slot()
    def _on_add_clicked(self) -> None:
        if self._messages:
            like = self._messages[-1]
            keys = role_key(like), text_key(like)
        else:
            keys = ("from", "value") if "conversations" in self._place else ("role", "content")
        asked = not self._messages or self._messages[-1][keys[0]] not in ("user", "human")
        user, assistant = ("user", "assistant") if keys[0] == "role" else ("human", "gpt")
        self._tell([*self._messages, {keys[0]: user if asked else assistant, keys[1]: ""}])
        self.focus_turn(len(self._cards) - 1)


def _keys(message: dict[str, Any]) -> tuple[str, str]:
    """Return what a card is built for."""
    return role_key(message), text_key(message)
