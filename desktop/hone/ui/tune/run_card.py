"""One run in the overview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QWidget

from hone.domain.runs import Run, RunState
from hone.ui.kit.buttons import IconButton, SecondaryButton
from hone.ui.kit.card import ChoiceCard, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.icons import icon
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.quantities import share_text
from hone.ui.kit.text import Badge, CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.tune.run_words import (
    RESUMABLE,
    STATE_TONES,
    loss_change,
    relative_change,
    state_word,
    subject,
    when,
)
from hone.ui.tune.sparkline import Sparkline

_FIGURES_WIDTH = 136
_BUTTON_WIDTH = 132


class NameEdit(QLineEdit):
    """The name while it is changed; Escape gives up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class RunCard(ChoiceCard):
    """A click opens the run; the button at the right does what its state asks for."""

    action_requested = Signal(str, str)
    renamed = Signal(str, str)

    def __init__(self, run: Run, curve: tuple[float, ...], parent: QWidget | None = None) -> None:
        super().__init__(run.name, Space.L, parent)
        self.run = run
        self._name = ElidedLabel(run.name, Type.STRONG)
        self.name_edit = NameEdit()
        self.name_edit.setProperty("kind", "inline")
        self.name_edit.setAccessibleName(self.tr("Name of the run"))
        self._names = QStackedWidget()
        self._badge = Badge()
        self._subject = ElidedLabel("", Type.CAPTION, "muted")
        self._loss = StrongLabel()
        self._change = CaptionLabel("", wrap=False)
        self._time = ElidedLabel("", Type.CAPTION, "faint")
        self._spark = Sparkline()
        self._bar = SlimBar(self.tr("Progress of the run"))
        self._main = SecondaryButton("")
        self._more = IconButton("dots-three", self.tr("More actions"))
        self._build()
        self.chosen.connect(self._on_chosen)
        self._main.clicked.connect(self._on_main_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self.name_edit.editingFinished.connect(self._on_edit_finished)
        self.name_edit.given_up.connect(self._show_name)
        self.show_run(run, curve)

    def show_run(self, run: Run, curve: tuple[float, ...] | None = None) -> None:
        """Show new values."""
        self.run = run
        self.setAccessibleName(f"{run.name}, {state_word(run.state)}")
        self.setAccessibleDescription(f"{subject(run)}, {loss_change(run)}")
        self._name.setText(run.name)
        self._badge.setText(state_word(run.state))
        self._badge.set_tone(STATE_TONES[run.state])
        self._subject.setText(subject(run))
        self._time.setText(when(run))
        self._loss.setText(loss_change(run))
        change = relative_change(run)
        self._change.setText(
            self.tr("held-out loss") + (f"  {share_text(change, signed=True)}" if change is not None else "")
        )
        self._change.set_tone("success" if change is not None and change < 0 else "")
        self._bar.setVisible(run.state is RunState.RUNNING)
        self._bar.set_share(run.step / run.steps if run.steps else None)
        if curve is not None:
            self._spark.set_values(curve)
        self._name_main()

    def start_rename(self) -> None:
        """Let the name be changed in place."""
        self.name_edit.setText(self.run.name)
        self._names.setCurrentWidget(self.name_edit)
        self.name_edit.selectAll()
        self.name_edit.setFocus()

    def _build(self) -> None:
        self._names.addWidget(self._name)
        self._names.addWidget(self.name_edit)
        self._names.setMaximumHeight(32)
        line_of_state = row(self._badge, self._subject)
        line_of_state.setStretch(1, 1)
        words = column(spacing=Space.XS)
        words.addWidget(self._names)
        words.addLayout(line_of_state)
        words.addWidget(self._time)
        figures = column(spacing=2)
        figures.addStretch(1)
        figures.addWidget(self._loss)
        figures.addWidget(self._change)
        figures.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(Space.XL)
        line.addLayout(words, 1)
        line.addWidget(self._spark)
        line.addLayout(figures)
        line.addLayout(row(self._main, self._more, spacing=Space.XS))
        self._loss.setFixedWidth(_FIGURES_WIDTH)
        self._main.setMinimumWidth(_BUTTON_WIDTH)
        self.body.addLayout(line)
        self.body.addWidget(self._bar)

    def _name_main(self) -> None:
        state = self.run.state
        if state is RunState.FINISHED:
            self._main.setText(self.tr("Chat with it"))
            self._main.set_icon("chat-circle")
        elif state in RESUMABLE or state is RunState.CREATED:
            start = state is RunState.CREATED
            self._main.setText(self.tr("Start") if start else self.tr("Resume"))
            self._main.set_icon("play")
        else:
            self._main.setText(self.tr("Open"))
            self._main.set_icon("arrow-right")
        self._main.setAccessibleName(f"{self._main.text()}: {self.run.name}")
        self._more.set_name(self.tr("More actions for {name}").format(name=self.run.name))

    def main_action(self) -> str:
        """Return what the button at the right asks for: chat, resume or open."""
        if self.run.state is RunState.FINISHED:
            return "chat"
        return "open" if self.run.state is RunState.RUNNING else "resume"

    def menu(self) -> QMenu:
        """Make the menu of further actions."""
        menu = QMenu(self)
        entries = [
            ("open", self.tr("Open"), "arrow-right"),
            ("rename", self.tr("Rename"), "pencil-simple"),
            ("folder", self.tr("Open folder"), "folder-open"),
            ("again", self.tr("Start another like this"), "copy"),
        ]
        if self.run.state is not RunState.RUNNING:
            entries.append(("delete", self.tr("Delete"), "trash"))
        for key, text, glyph in entries:
            action = QAction(icon(glyph), text, menu)
            action.setData(key)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    @Slot()
    def _on_chosen(self) -> None:
        if self._names.currentWidget() is self._name:
            self.action_requested.emit("open", self.run.id)

    @Slot()
    def _on_main_clicked(self) -> None:
        self.action_requested.emit(self.main_action(), self.run.id)

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        if action.data() == "rename":
            self.start_rename()
        else:
            self.action_requested.emit(str(action.data()), self.run.id)

    @Slot()
    def _on_edit_finished(self) -> None:
        name = self.name_edit.text().strip()
        if self._names.currentWidget() is not self.name_edit:
            return
        self._show_name()
        if name and name != self.run.name:
            self.renamed.emit(self.run.id, name)

    @Slot()
    def _show_name(self) -> None:
        self._names.setCurrentWidget(self._name)
