"""One example: what is said, what the model should reply, and whether it is shown to the model."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hone.domain.prompts import FewShot
from hone.ui.chat.prompting.prompt_edit import PromptEdit
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import count_text
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_BESIDE = 480  # from this width on, input and output stand side by side


class Grip(IconButton):
    """What an example is dragged by: `dragged(place on the screen)` while the button is held."""

    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("dots-six-vertical", name, "text_faint", 16)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()
        super().mouseReleaseEvent(event)


class FewShotRow(Card):
    """Shows an example for editing. Requests carry nothing: the editor knows who asks."""

    edited = Signal()
    duplicate_requested = Signal()
    delete_requested = Signal()
    dragged = Signal(QPoint)
    dropped = Signal()
    move_requested = Signal(int)

    def __init__(self, example: FewShot, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.M, spacing=Space.XS, parent=parent)
        self._source = example.source
        self._number = 0
        self.grip = Grip("")
        self.switch = Switch("", example.enabled)
        self.input = PromptEdit("", self.tr("Input: what is said to the model"), least=1, most=8)
        self.output = PromptEdit("", self.tr("Output: what it should reply"), least=1, most=8)
        self.input.set_text(example.input)
        self.output.set_text(example.output)
        self._title = CaptionLabel("", wrap=False)
        self._origin = ElidedLabel(example.source, Type.CAPTION, "faint")
        self._cost = CaptionLabel("", "faint", wrap=False)
        self._copy = IconButton("copy", "", size=16)
        self._delete = IconButton("trash", "", size=16)
        head = row(self.grip, self._title, self._origin, self._cost, self._copy, self._delete, self.switch)
        head.setStretch(2, 1)
        head.setSpacing(Space.XS)
        head.setAlignment(self._origin, Qt.AlignmentFlag.AlignVCenter)
        self._texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._texts.setSpacing(Space.S)
        for edit in (self.input, self.output):
            self._texts.addWidget(edit, 1, Qt.AlignmentFlag.AlignTop)
            edit.edited.connect(self.edited)
        self.body.addLayout(head)
        self.body.addLayout(self._texts)
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)
        self._copy.clicked.connect(self.duplicate_requested)
        self._delete.clicked.connect(self.delete_requested)
        self.switch.toggled.connect(self._on_switched)
        for part in (self.input, self.output, self.grip, self.switch, self._copy, self._delete):
            part.installEventFilter(self)
        self._show_enabled()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the example with Alt+Up and Alt+Down; inside a row they mean no other shortcut."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in keys:
            step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                if event.type() is QEvent.Type.KeyPress:
                    self.move_requested.emit(step)
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def example(self) -> FewShot:
        """Return the example as it is written."""
        return FewShot(
            input=self.input.text(),
            output=self.output.text(),
            enabled=self.switch.isChecked(),
            source=self._source,
        )

    def set_number(self, number: int) -> None:
        """Say which example this is, counted from 1."""
        if number == self._number:
            return
        self._number = number
        said = str(number)
        self._title.setText(said)
        self.setAccessibleName(self.tr("Example {0}").replace("{0}", said))
        self.input.setAccessibleName(self.tr("Input of example {0}").replace("{0}", said))
        self.output.setAccessibleName(self.tr("Output of example {0}").replace("{0}", said))
        self.switch.setAccessibleName(self.tr("Show example {0} to the model").replace("{0}", said))
        self.grip.set_name(self.tr("Move example {0}").replace("{0}", said), "Alt+↑ ↓")
        self._copy.set_name(self.tr("Duplicate example {0}").replace("{0}", said))
        self._delete.set_name(self.tr("Delete example {0}").replace("{0}", said))

    def set_cost(self, tokens: int | None) -> None:
        """Show what the example costs; None where that is not known."""
        said = self.tr("{0} tokens").replace("{0}", "–" if tokens is None else count_text(tokens))
        self._cost.setText(said)

    def focus_text(self) -> None:
        """Put the cursor into the input."""
        self.input.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE * max(1.0, Theme.current().scale)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._texts.direction() != direction:
            self._texts.setDirection(direction)

    def _show_enabled(self) -> None:
        tone = "" if self.switch.isChecked() else "faint"
        self._title.set_tone(tone)
        for edit in (self.input, self.output):
            edit.setProperty("state", "" if self.switch.isChecked() else "off")
            edit.style().unpolish(edit)
            edit.style().polish(edit)

    @Slot(bool)
    def _on_switched(self, on: bool) -> None:
        self._show_enabled()
        self.edited.emit()
