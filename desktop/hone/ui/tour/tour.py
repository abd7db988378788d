"""The tour: its steps one after another, and what is remembered of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from hone.errors import HoneError
from hone.ui.page import Shell
from hone.ui.supervisor import start_task
from hone.ui.tour.card import TourCard
from hone.ui.tour.chat_steps import RegenerateStep, SayStep, SwitchStep
from hone.ui.tour.place_steps import EndStep, ExactStep, PromptsStep, TokensStep, TuneStep, WelcomeStep
from hone.ui.tour.spotlight import Spotlight
from hone.ui.tour.step import Stage, Step

if TYPE_CHECKING:
    from hone.ui.main_window import MainWindow

STEPS: tuple[type[Step], ...] = (
    WelcomeStep,
    SayStep,
    RegenerateStep,
    SwitchStep,
    ExactStep,
    TokensStep,
    PromptsStep,
    TuneStep,
    EndStep,
)
_LOOK_MS = 900
"""How long the effect of a step is seen before the next one speaks."""


class Tour(QObject):
    """Ends when it is finished or skipped, and is not offered again then."""

    def __init__(self, window: MainWindow, shell: Shell) -> None:
        super().__init__(window)
        self._window, self._shell = window, shell
        self._stage = Stage(window, shell)
        self.card = TourCard()
        self.spotlight = Spotlight(window, self.card)
        self.step: Step | None = None
        self._steps = [kind for kind in STEPS if kind.exists()]
        self._place, self._looking = -1, False
        self.card.pressed.connect(self._on_pressed)
        self.card.skipped.connect(self._on_skipped)

    @property
    def running(self) -> bool:
        """Whether a step is shown."""
        return self.step is not None

    def start(self) -> None:
        """Show the first step."""
        self._place = -1
        self._next()

    def end(self) -> None:
        """Take everything of the tour away."""
        if self.step is not None:
            self.step.deleteLater()
            self.step = None
            self.spotlight.end()

    @Slot()
    def _next(self) -> None:
        if self.step is not None:
            self.step.deleteLater()
        self._place += 1
        while self._place < len(self._steps):
            step = self._steps[self._place](self._stage, self)
            if step.possible():
                self._show(step)
                return
            step.deleteLater()
            self._place += 1
        self._finish()

    def _show(self, step: Step) -> None:
        self.step, self._looking = step, False
        step.done.connect(self._on_done)
        step.moved.connect(self._light)
        step.failed.connect(self._on_failed)
        step.begin()
        self.card.skip.setVisible(self._place + 1 < len(self._steps))
        self.card.show_step(self._place_words(), step.title(), step.text(), step.button(), step.waiting())
        self._light()
        if not step.take_focus():
            self.card.go.setFocus()

    def _place_words(self) -> str:
        said = self.tr("{0} of {1}").replace("{0}", str(self._place + 1))
        return said.replace("{1}", str(len(self._steps)))

    @Slot()
    def _light(self) -> None:
        step = self.step
        if step is not None:
            self.spotlight.light(step.seen_target() if self._looking else step.target())

    @Slot()
    def _on_pressed(self) -> None:
        if self.step is None:
            return
        if self._looking:
            self._next()
            return
        busy = self.step.busy_words()
        if busy:
            self.card.show_busy(busy)
        self.step.show_me()

    @Slot()
    def _on_done(self) -> None:
        step = self.step
        if step is None or self.sender() is not step:
            return
        step.done.disconnect(self._on_done)
        self._looking = bool(step.seen())
        if self._looking:
            self.card.show_step(self._place_words(), step.title(), step.seen(), self.tr("Next"), "")
            self.card.go.setFocus()
        self._light()
        if not self._looking:
            QTimer.singleShot(0 if step.target() is None else _LOOK_MS, step, self._next)

    @Slot(str)
    def _on_failed(self, problem: str) -> None:
        """Let the person try again or leave: the page itself says what went wrong."""
        if self.step is not None:
            words = self.tr("That did not work. {0}").replace("{0}", problem)
            step = self.step
            self.card.show_step("", step.title(), words, self.tr("Try again"), "")

    @Slot()
    def _on_skipped(self) -> None:
        self._shell.notify(self.tr("The tour is in the command palette and the settings"))
        self._finish()

    def _finish(self) -> None:
        self.end()
        settings = self._shell.services.settings
        start_task(self, lambda: settings.change(tour_seen=True), self._on_kept, self._on_not_kept)

    @Slot(object)
    def _on_kept(self, result: object) -> None:
        self._shell.settings_changed.emit()

    @Slot(object)
    def _on_not_kept(self, error: HoneError) -> None:
        self._shell.tell_error(error)
