"""Above a column: its letter, model with adapter, what is different here, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hone.ui.chat.library import Catalogue
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.icons import icon
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.text import Badge, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.model_words import adapter_line, model_line

_BETWEEN = "\n"


class ColumnHeader(QWidget):
    """`picked(model id, adapter id)`; the other signals are requests."""

    picked = Signal(str, str)
    settings_requested = Signal()
    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[tuple[str, str, str], ...] = ()
        self.letter = Badge(tone="accent")
        self.letter.setFixedWidth(26)
        self.model = Picker(self.tr("Model"), self.tr("Choose a model"), width=140, list_width=420)
        self.model.picked.connect(self._on_picked)
        self.hidden = StrongLabel(self.tr("Hidden until you judge"), "muted")
        self._who = QStackedWidget()
        self._who.addWidget(self.model)
        self._who.addWidget(self.hidden)
        self.settings = IconButton("faders", self.tr("Settings of this column"))
        self.settings.clicked.connect(self.settings_requested)
        self.more = IconButton("dots-three", self.tr("More that can be done with this column"))
        self.more.clicked.connect(self._on_more_clicked)
        self.line = ElidedLabel(style=Type.CAPTION, tone="accent")
        line = QHBoxLayout()
        line.setSpacing(Space.XS)
        for widget, stretch in ((self.letter, 0), (self._who, 1), (self.settings, 0), (self.more, 0)):
            line.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.S, Space.XS)
        layout.setSpacing(Space.XS)
        layout.addLayout(line)
        layout.addLayout(row(self.line))

    def set_models(self, catalogue: Catalogue, model_id: str, adapter_id: str) -> None:
        """Show the models, each followed by the adapters that fit it."""
        options = []
        for model in catalogue.models:
            group = self.tr("Comes with Hone") if model.is_demo else self.tr("On this computer")
            options.append(
                Option(_key(model.id, ""), model.name, model_line(model), problem=model.problem, group=group)
            )
            if model.problem:
                continue
            options += [
                Option(
                    _key(model.id, adapter.id),
                    f"{model.name} + {adapter.name}",
                    adapter_line(adapter),
                    group=group,
                )
                for adapter in catalogue.fitting(model)
            ]
        self.model.set_options(options, _key(model_id, adapter_id))

    def set_line(self, text: str) -> None:
        """Say what is different here; "" when nothing is."""
        self.line.setText(text or self.tr("Same prompt and sampling"))
        self.line.set_tone("accent" if text else "faint")

    def set_letter(self, letter: str, hidden: bool, is_reference: bool) -> None:
        """Show the column's letter; with names `hidden`, nothing that tells which one it is."""
        self.letter.setText(letter)
        said = self.tr("Column {0}").replace("{0}", letter)
        self.letter.setAccessibleName(said)
        if is_reference:
            said = self.tr("Column {0}, which differences are from").replace("{0}", letter)
        self.letter.setToolTip(said)
        self.letter.set_tone("accent" if is_reference else "")
        self._who.setCurrentWidget(self.hidden if hidden else self.model)
        self.settings.setEnabled(not hidden)
        self.more.setEnabled(not hidden)
        self.line.setVisible(True)
        if hidden:
            self.line.setText(self.tr("The columns were shuffled"))
            self.line.set_tone("faint")

    def set_actions(self, actions: tuple[tuple[str, str, str], ...]) -> None:
        """Offer (key, text, icon) in the menu; a key "" is a line between groups."""
        self._actions = actions

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        for key, text, glyph in self._actions:
            if not key:
                menu.addSeparator()
                continue
            menu.addAction(icon(glyph, "text_muted"), text).setData(key)
        menu.triggered.connect(lambda action: self.action_requested.emit(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        model_id, _, adapter_id = key.partition(_BETWEEN)
        self.picked.emit(model_id, adapter_id)


def _key(model_id: str, adapter_id: str) -> str:
    return f"{model_id}{_BETWEEN}{adapter_id}"
