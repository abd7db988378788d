"""Step 5: the plan in a few lines, and the start."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from hone.domain.dataset_library import DataSet
from hone.domain.plan import Plan
from hone.tuning.methods import find_method
from hone.ui.declared_texts import method_text
from hone.ui.kit.buttons import PrimaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import count_text, value_text
from hone.ui.kit.text import BodyLabel, CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.session import TuneSession
from hone.ui.tune.steps.check_lines import prospect_sentence, run_seconds
from hone.ui.tune.steps.step_page import StepPage


class ReadyPage(StepPage):
    """The plan in a few lines, its name, and the start."""

    start_requested = Signal()

    def __init__(self, session: TuneSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._suggested = ""
        self.set_heading(
            self.tr("Run"),
            self.tr("All is set. The run saves checkpoints on the way: it can be stopped and resumed."),
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the run"))
        self.name.setMaxLength(80)
        self.name.textEdited.connect(self._on_name_edited)
        self.start = PrimaryButton(self.tr("Start training"), "play")
        self.start.clicked.connect(self.start_requested)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        card = Card(Space.XL, Space.M)
        card.body.addWidget(CaptionLabel(self.tr("Name"), wrap=False))
        card.body.addWidget(self.name)
        card.body.addLayout(self._grid)
        self.note = BodyLabel("", "muted")
        session.changed.connect(self._show_note)
        self._show_note()
        self.body.addWidget(card)
        self.body.addWidget(self.note)
        self.body.addLayout(row(self.start, None))
        self.body.addStretch(1)

    @Slot()
    def _show_note(self) -> None:
        """Say what becomes of the chat."""
        prospect = self._session.prospect
        stays = self.tr("You can go on chatting while this trains, as far as the memory suffices.")
        known = prospect is not None
        self.note.setText(prospect_sentence(prospect) or (stays if known else ""))
        self.note.setVisible(known)

    def entered(self) -> None:
        """Show the plan as it is now."""
        self._session.look_at_memory()
        plan = self._session.plan.plan()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.start.setEnabled(plan is not None)
        if plan is None:
            return
        self._name_by_itself(plan)
        for number, (name, value) in enumerate(self._summary(plan)):
            self._grid.addWidget(CaptionLabel(name, wrap=False), number, 0)
            self._grid.addWidget(BodyLabel(value), number, 1)

    def _name_by_itself(self, plan: Plan) -> None:
        """Suggest a name that follows model and data until the person writes one."""
        flow, model = self._session.plan.choices.flow, self._session.models.current
        data_set = self._data_set(plan)
        suggested = self.tr("{model} on {data}").format(
            model=model.name if model else plan.base.model.name,
            data=data_set.name if data_set is not None else plan.data.train.stem,
        )
        if flow.draft.name in ("", self._suggested):
            flow.rename(suggested)
        self._suggested = suggested
        self.name.setText(flow.draft.name)

    def _data_set(self, plan: Plan) -> DataSet | None:
        """Return the data set that is trained on, None for a file that is in none."""
        current = self._session.library.current
        return current if current is not None and current.version.path == plan.data.train else None

    def _data_name(self, plan: Plan) -> str:
        data_set = self._data_set(plan)
        if data_set is None:
            return plan.data.train.name
        said = self.tr("{0}, version {1}").replace("{1}", str(data_set.current))
        return said.replace("{0}", data_set.name)

    def _summary(self, plan: Plan) -> list[tuple[str, str]]:
        session = self._session
        model = session.models.current
        usable = session.data.report.usable_rows if session.data.report else 0
        training = plan.training
        settings = self.tr("rank {rank}, learning rate {rate}, {epochs} epochs, context {context}").format(
            rank=plan.method.settings.get("rank", "–"),
            rate=value_text(training.learning_rate),
            epochs=value_text(training.epochs),
            context=count_text(training.context_length),
        )
        lines = [
            (self.tr("Base model"), model.name if model else plan.base.model.name),
            (
                self.tr("Data"),
                self.tr("{name}, {n} rows").format(name=self._data_name(plan), n=count_text(usable)),
            ),
            (self.tr("Method"), f"{method_text(find_method(plan.method.name).label)}: {settings}"),
        ]
        forecast = session.plan.forecast
        if forecast is not None:
            seconds = run_seconds(forecast, session.measurement.result, training.evaluations)
            time = self.tr("{n} steps").format(n=count_text(forecast.steps))
            lines.append((self.tr("Size"), f"{time}, {duration(seconds)}" if seconds else time))
        return lines

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        self._session.plan.choices.flow.rename(name.strip())
        self._session.keep()
