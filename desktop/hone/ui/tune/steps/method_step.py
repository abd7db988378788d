"""Step 3: how it learns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from hone.domain.fields import Field, Value
from hone.tuning.methods import METHODS, find_method
from hone.tuning.training_fields import TRAINING_FIELDS, training_values
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Card, Line, row
from hone.ui.kit.columns import Columns
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import HeadingLabel, OverlineLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.session import TuneSession
from hone.ui.tune.steps.method_card import MethodCard
from hone.ui.tune.steps.setting_row import SettingRow
from hone.ui.tune.steps.step_page import StepPage

_SIMPLE = (
    "method.settings.rank",
    "training.learning_rate",
    "training.epochs",
    "training.context_length",
)


class MethodStep(StepPage):
    """Cards of the methods; a few settings, or all of them."""

    def __init__(self, session: TuneSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.set_heading(
            self.tr("Method"),
            self.tr("The settings are recommended for this model and these rows; each says why."),
        )
        self._rows: dict[str, SettingRow] = {}
        self._built_for = ""
        self.cards = [MethodCard(method, method is METHODS[0]) for method in METHODS]
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for number, card in enumerate(self.cards):
            card.chosen.connect(self._on_card_chosen)
            grid.addWidget(card, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        self.mode = Segmented(
            self.tr("Settings"), [("simple", self.tr("Simple")), ("advanced", self.tr("Advanced"))]
        )
        self.mode.chosen.connect(self._rebuild)
        self.reset_button = GhostButton(self.tr("Reset to recommended"), "arrow-counter-clockwise")
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self._card = Card(Space.XL, Space.L)
        self.body.addLayout(grid)
        self.body.addSpacing(Space.S)
        self.body.addLayout(row(HeadingLabel(self.tr("Settings")), None, self.reset_button, self.mode))
        self.body.addWidget(self._card)
        self.body.addStretch(1)
        session.plan.plan_changed.connect(self._show_values)
        session.plan.recommended.connect(self._on_recommended)
        self._rebuild()

    @property
    def rows(self) -> Mapping[str, SettingRow]:
        """The settings as shown, by path."""
        return self._rows

    @Slot()
    def _rebuild(self) -> None:
        advanced = self.mode.current() == "advanced"
        method = find_method(self._session.draft.method.name)
        self._built_for = method.name
        while (item := self._card.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        if advanced:
            self._add_group(self.tr("The adapter"), _paths_of("method.settings", method.fields))
            self._card.body.addWidget(Line())
            self._add_group(self.tr("The training"), _paths_of("training", TRAINING_FIELDS))
        else:
            self._add_group("", _simple(method.fields))
        self._show_values()

    def _add_group(self, title: str, fields: Mapping[str, Field]) -> None:
        settings = [SettingRow(path, field) for path, field in fields.items()]
        for setting in settings:
            setting.value_changed.connect(self._on_value_changed)
            self._rows[setting.path] = setting
        self._card.body.addWidget(Columns(settings, OverlineLabel(title) if title else None))

    @Slot()
    def _show_values(self) -> None:
        choices = self._session.plan.choices
        if choices.draft.method.name != self._built_for:
            self._rebuild()
            return
        for card in self.cards:
            card.set_selected(card.method.name == choices.draft.method.name)
        values = self._values()
        recommended = self._recommended_values()
        recommendation = choices.recommendation
        for path, setting in self._rows.items():
            source = recommendation.reason(path) if recommendation is not None else ""
            setting.show_value(
                values[path], recommended[path], source or _field(setting.path, self._built_for).source
            )
        self.reset_button.setVisible(choices.changed)

    def _values(self) -> dict[str, Value]:
        choices = self._session.plan.choices
        return _paths(choices.settings(), training_values(choices.draft.training))

    def _recommended_values(self) -> dict[str, Value]:
        choices = self._session.plan.choices
        return _paths(choices.recommended_settings(), training_values(choices.recommended_training()))

    @Slot()
    def _on_recommended(self) -> None:
        recommendation = self._session.plan.recommendation
        if recommendation is not None and recommendation.warnings:
            self.banner.show_message(
                "warning", recommendation.warnings[0], " ".join(recommendation.warnings[1:])
            )
        else:
            self.banner.hide()

    @Slot()
    def _on_card_chosen(self) -> None:
        card = self.sender()
        if isinstance(card, MethodCard):
            self._session.plan.choose_method(card.method.name)

    @Slot(str, object)
    def _on_value_changed(self, path: str, value: Value) -> None:
        self._session.plan.set_value(path, value)

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._session.plan.reset()


def _paths_of(section: str, fields: Sequence[Field]) -> dict[str, Field]:
    return {f"{section}.{field.name}": field for field in fields}


def _simple(settings: Sequence[Field]) -> dict[str, Field]:
    every = {**_paths_of("method.settings", settings), **_paths_of("training", TRAINING_FIELDS)}
    return {path: every[path] for path in _SIMPLE if path in every}


def _paths(settings: Mapping[str, Value], training: Mapping[str, Value]) -> dict[str, Value]:
    found = {f"method.settings.{name}": value for name, value in settings.items()}
    return {**found, **{f"training.{name}": value for name, value in training.items()}}


def _field(path: str, method: str) -> Field:
    section, name = path.rsplit(".", 1)
    fields = TRAINING_FIELDS if section == "training" else find_method(method).fields
    return next(field for field in fields if field.name == name)
