"""What an empty conversation shows: whom one talks to, and four ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hone.domain.models import Model
from hone.ui.kit.buttons import Button
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.scrolling import fill_scrolling_centred
from hone.ui.kit.text import BodyLabel, CaptionLabel, TitleLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_COLUMN = 640
_ROOM_FOR_TILE = 280  # pixels at text scale 1; in a lower window the suggestions matter more
_QUESTIONS = (
    ("lightbulb", QT_TRANSLATE_NOOP("Welcome", "What is LoRA?")),
    ("sliders", QT_TRANSLATE_NOOP("Welcome", "What does the temperature do?")),
    ("graduation-cap", QT_TRANSLATE_NOOP("Welcome", "When should I fine-tune a model?")),
    ("hand-waving", QT_TRANSLATE_NOOP("Welcome", "Hello! What can you do?")),
)


class Welcome(QWidget):
    """Suggestions are sent as they stand: `suggestion_chosen(text)`."""

    suggestion_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TitleLabel()
        self._title.setWordWrap(True)
        self._text = BodyLabel(tone="muted")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chips = QGridLayout()
        self._chips.setSpacing(Space.S)
        self._buttons: list[Button] = []
        for icon, question in _QUESTIONS:
            chip = Button(str(question), "chip", icon)
            chip.clicked.connect(self._on_chip_clicked)
            self._buttons.append(chip)
        self._columns = 0
        self._place_chips(2)
        self._note = CaptionLabel(tone="faint")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QVBoxLayout()
        middle.setSpacing(Space.S)
        middle.addStretch(2)
        self._tile = IconTile("chat-circle-text")
        middle.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(Space.S)
        middle.addWidget(self._title)
        middle.addWidget(self._text)
        middle.addSpacing(Space.L)
        middle.addLayout(self._chips)
        middle.addSpacing(Space.S)
        middle.addWidget(self._note)
        middle.addStretch(3)
        inner = QWidget()
        inner.setProperty("kind", "plain")
        inner.setLayout(middle)
        middle.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        cap_width(inner, _COLUMN + 2 * Space.L)
        fill_scrolling_centred(self, inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = min(Theme.current().length(_COLUMN), self.width() - 2 * Space.L)
        widest = max(button.sizeHint().width() for button in self._buttons)
        self._place_chips(2 if 2 * widest + Space.S <= room else 1)
        self._tile.setVisible(self.height() >= Theme.current().length(_ROOM_FOR_TILE))

    def set_model(self, model: Model | None, adapter_name: str = "") -> None:
        """Say whom one talks to."""
        self._ask_in_english(model is not None and model.is_demo)
        if model is None:
            self._title.setText(self.tr("Choose a model to begin"))
            self._text.setText(
                self.tr("Pick one above, or add a GGUF file or a model folder on the Models page.")
            )
            self._note.setText("")
            return
        name = f"{model.name} + {adapter_name}" if adapter_name else model.name
        self._title.setText(self.tr("Talk to {0}").replace("{0}", name))
        if model.endpoint is None:
            self._text.setText(self.tr("Everything stays on this computer."))
        else:
            self._text.setText(self.tr("What you say is sent to {0}.").replace("{0}", model.endpoint.url))
        demo = self.tr(
            "The demo model is tiny: it shows the way from chat to fine-tuning, not what big models know."
        )
        self._note.setText(demo if model.is_demo else "")

    def _ask_in_english(self, english: bool) -> None:
        """Ask the demo model in English, whatever the window speaks: it knows no other language."""
        for button, (_icon, question) in zip(self._buttons, _QUESTIONS, strict=True):
            text = str(question)
            button.setText(text if english else QCoreApplication.translate("Welcome", text))
            button.setAccessibleName(button.text())

    def _place_chips(self, columns: int) -> None:
        """Lay the suggestions out in two columns where they fit."""
        if columns == self._columns:
            return
        self._columns = columns
        for index, button in enumerate(self._buttons):
            self._chips.addWidget(button, index // columns, index % columns)

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            self.suggestion_chosen.emit(chip.text())
