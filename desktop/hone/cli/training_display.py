"""A run in the terminal: a bar with loss and time left, or plain lines where there is no terminal."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from hone.cli.words import duration, number
from hone.domain.generation import Progress as ProgressNote
from hone.domain.runs import Step
from hone.ipc.messages import Event
from hone.ipc.training_messages import CheckpointSaved, HeldOutMeasured, StepDone, TrainingFacts


class TrainingDisplay:
    """Shows the events of one run; with `quiet` it shows nothing."""

    def __init__(self, console: Console, title: str, quiet: bool = False) -> None:
        self._console = console
        self._quiet = quiet
        self._note = ""
        self._held_out = ""
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=None),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TextColumn("{task.fields[facts]}"),
            console=console,
            disable=quiet or not console.is_terminal,
            transient=False,
        )
        self._task = self._bar.add_task(title, total=1, facts="starting")
        self.say(f"Training {title}")

    def __enter__(self) -> TrainingDisplay:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def say(self, text: str) -> None:
        """Print one line above the bar."""
        if not self._quiet:
            self._console.print(text, markup=False)

    def take(self, event: Event) -> None:
        """Show one event."""
        match event:
            case ProgressNote() if event.note != self._note:
                self._note = event.note
                self._bar.update(self._task, facts=event.note)
                if not self._console.is_terminal:
                    self.say(event.note)
            case TrainingFacts():
                self._bar.update(self._task, total=event.steps)
                self.say(_facts(event))
            case StepDone():
                self._bar.update(self._task, completed=event.step.step, facts=self._figures(event.step))
            case HeldOutMeasured():
                measured = event.held_out
                self._held_out = f"held-out {measured.loss:.3f} "
                self.say(
                    f"step {measured.step}: held-out loss {measured.loss:.4f}, "
                    f"token accuracy {measured.token_accuracy:.1%}"
                )
            case CheckpointSaved():
                self._bar.update(self._task, facts=f"checkpoint at step {event.step}")
            case _:
                return

    def _figures(self, step: Step) -> str:
        left = duration(step.seconds_left)
        return f"loss {step.loss:.3f} {self._held_out}{number(step.tokens_per_second)} tokens/s {left} left"


def _facts(facts: TrainingFacts) -> str:
    resumed = f", going on from step {facts.resumed_from}" if facts.resumed_from else ""
    left_out = f", {facts.rows_dropped} rows left out" if facts.rows_dropped else ""
    return (
        f"{facts.rows} rows ({facts.held_out_rows} held out{left_out}), {facts.steps} steps, "
        f"{number(facts.trainable_parameters)} of {number(facts.all_parameters)} parameters are trained "
        f"on {facts.device}{resumed}"
    )
