"""One model or adapter as a card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hone.domain.model_code import OwnCode
from hone.domain.models import Adapter, Model
from hone.ui.kit.buttons import Button, IconButton, SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.icons import icon
from hone.ui.kit.text import Badge, CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.model_words import adapter_line, format_words, model_line


class ThingCard(Card):
    """Icon, words, buttons. `place` says where the thing is."""

    def __init__(self, icon_name: str, title: str, line: str, place: str) -> None:
        super().__init__(padding=Space.M, spacing=Space.XS)
        self.setAccessibleName(title)
        self.badges = row(StrongLabel(title))
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addLayout(self.badges)
        self.words.addWidget(ElidedLabel(line, Type.CAPTION, "muted"))
        shown = ElidedLabel(place, Type.CAPTION, "faint", Qt.TextElideMode.ElideMiddle)
        self.words.addWidget(shown)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        line_layout = QHBoxLayout()
        line_layout.setSpacing(Space.M)
        line_layout.addWidget(IconTile(icon_name, 40), 0, Qt.AlignmentFlag.AlignTop)
        line_layout.addLayout(self.words, 1)
        line_layout.addLayout(self.buttons)
        self.body.addLayout(line_layout)
        self._more = IconButton("dots-three-vertical", self.tr("More for {0}").replace("{0}", title))
        self._more.clicked.connect(self._on_more_clicked)

    def add_button(self, text: str, icon_name: str) -> Button:
        """Add an action before the menu."""
        button = SecondaryButton(text, icon_name)
        button.setAccessibleName(f"{text}: {self.accessibleName()}")
        self.buttons.addWidget(button)
        return button

    def end_row(self) -> None:
        """Close the row with a stretch and the menu."""
        self.badges.addStretch(1)
        self.buttons.addWidget(self._more)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the menu's entries."""

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


class _FileCard(ThingCard):
    """A thing on disk, with the way to its folder."""

    folder_requested = Signal(object)

    def __init__(self, icon_name: str, title: str, line: str, path: Path) -> None:
        super().__init__(icon_name, title, line, str(path))
        self._path = path

    def fill_menu(self, menu: QMenu) -> None:
        """Add the way to the folder."""
        menu.addAction(icon("folder-open"), self.tr("Open folder"), self._on_folder_taken)

    @Slot()
    def _on_folder_taken(self) -> None:
        self.folder_requested.emit(self._path)


class ModelCard(_FileCard):
    """A model; signals carry its id."""

    chat_requested = Signal(str)
    tune_requested = Signal(str)
    forget_requested = Signal(str)
    code_requested = Signal(object)
    revoke_requested = Signal(object)

    def __init__(self, model: Model, can_forget: bool, code: OwnCode | None = None) -> None:
        super().__init__("cube", model.name, model_line(model), model.path)
        self.model = model
        self.code = code
        self._can_forget = can_forget
        if model.is_demo:
            self.badges.addWidget(Badge(self.tr("demo model"), "accent"))
        if code is not None:
            self._show_code(code)
        elif model.problem:
            self.badges.addWidget(Badge(self.tr("cannot be used"), "danger"))
            self.words.addWidget(CaptionLabel(model.problem, "danger"))
        elif not model.can_train and not model.is_demo:
            note = self.tr("{0} files can be talked to; for fine-tuning add the safetensors folder.")
            self.words.addWidget(CaptionLabel(note.replace("{0}", format_words(model).split()[0]), "faint"))
        self._outlook = CaptionLabel("", "muted")
        self._outlook.hide()
        self.words.addWidget(self._outlook)
        if not model.problem:
            self.add_button(self.tr("Chat"), "chat-circle").clicked.connect(self._on_chat_clicked)
        if model.can_train:
            self.add_button(self.tr("Fine-tune"), "sliders").clicked.connect(self._on_tune_clicked)
        self.end_row()

    def set_outlook(self, sentence: str, fits: bool) -> None:
        """Say what the model needs of memory, and whether that is free."""
        self._outlook.setText(sentence)
        self._outlook.set_tone("muted" if fits else "warning")
        self._outlook.setVisible(bool(sentence))

    def outlook(self) -> str:
        """Return the sentence about memory."""
        return self._outlook.text()

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with a model."""
        super().fill_menu(menu)
        if self._can_forget:
            menu.addAction(icon("x"), self.tr("Take off the list"), self._on_forget_taken)
        if self.code is not None and self.code.allowed:
            menu.addAction(icon("prohibit"), self.tr("Let its code run no more"), self._on_revoke_taken)

    def _show_code(self, code: OwnCode) -> None:
        """Say that the model comes with program code, and offer to allow it."""
        if code.allowed and not self.model.problem:
            self.badges.addWidget(Badge(self.tr("runs its own code"), "warning"))
            said = self.tr("You allowed its program code. It can be talked to, but not fine-tuned.")
            self.words.addWidget(CaptionLabel(said, "muted"))
            return
        if code.allowed:
            self.badges.addWidget(Badge(self.tr("cannot be used"), "danger"))
            self.words.addWidget(CaptionLabel(self.model.problem, "danger"))
            return
        self.badges.addWidget(Badge(self.tr("needs its own code"), "warning"))
        said = self.tr(
            "It loads only by running program code that came with it, which Hone does not run by itself. "
            "When that code changes, it must be allowed anew."
        )
        self.words.addWidget(CaptionLabel(said, "muted"))
        self.allow = self.add_button(self.tr("Allow this model's code…"), "shield-warning")
        self.allow.clicked.connect(self._on_allow_clicked)

    @Slot()
    def _on_allow_clicked(self) -> None:
        self.code_requested.emit(self.code)

    @Slot()
    def _on_revoke_taken(self) -> None:
        self.revoke_requested.emit(self.code)

    @Slot()
    def _on_chat_clicked(self) -> None:
        self.chat_requested.emit(self.model.id)

    @Slot()
    def _on_tune_clicked(self) -> None:
        self.tune_requested.emit(self.model.id)

    @Slot()
    def _on_forget_taken(self) -> None:
        self.forget_requested.emit(self.model.id)


class AdapterCard(_FileCard):
    """An adapter; `chat_requested(adapter id)`."""

    chat_requested = Signal(str)

    def __init__(self, adapter: Adapter, fits: bool, parent: QWidget | None = None) -> None:
        super().__init__("puzzle-piece", adapter.name, adapter_line(adapter), adapter.path)
        self.adapter = adapter
        if fits:
            self.add_button(self.tr("Chat"), "chat-circle").clicked.connect(self._on_chat_clicked)
        else:
            self.badges.addWidget(Badge(self.tr("base missing"), "warning"))
            said = self.tr("Its base model {0} is not in the list.").replace("{0}", adapter.base_name)
            self.words.addWidget(CaptionLabel(said, "warning"))
        self.end_row()

    @Slot()
    def _on_chat_clicked(self) -> None:
        self.chat_requested.emit(self.adapter.id)
