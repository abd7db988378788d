"""`hone demo`: the whole loop on the embedded model, in a few minutes."""

from __future__ import annotations

import typer
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from hone.cli.interrupts import interrupt_calls
from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.cli.training_display import TrainingDisplay
from hone.cli.words import duration, short_path
from hone.domain.demo import DemoResult, DemoStage
from hone.domain.suites import CaseScored
from hone.errors import HoneError
from hone.services.demo import DemoEvent


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(context: typer.Context, as_json: AsJson = False) -> int:
    """Measure the embedded model, fine-tune it on sample tickets, and measure again."""
    session: Session = context.obj
    service = session.services.demo
    view = _View(session, as_json)
    with interrupt_calls(service.stop, lambda: view.say("Stopping.")):
        try:
            for event in service.run():
                view.take(event)
        finally:
            view.close()
    if view.result is None:
        raise HoneError("The demonstration ended without a result.")
    if as_json:
        put_json(view.result)
    else:
        _print(session, view.result)
    return 0


class _View:
    """Shows what the demonstration does; with `--json` it only keeps the result."""

    def __init__(self, session: Session, as_json: bool) -> None:
        self._notes = session.notes
        self._as_json = as_json
        self._training: TrainingDisplay | None = None
        self._scores: list[float] = []
        self.result: DemoResult | None = None

    def say(self, text: str) -> None:
        """Print one line about the progress."""
        if not self._as_json:
            self._notes.print(text, markup=False)

    def take(self, event: DemoEvent) -> None:
        """Show one event."""
        match event:
            case DemoStage():
                self.close()
                self.say(f"\n{event.number}/{event.stages} {event.title}")
                if event.number == 2:
                    self._training = TrainingDisplay(self._notes, "on the tickets", quiet=self._as_json)
                    self._training.__enter__()
            case CaseScored():
                self._scores.append(event.score)
                if len(self._scores) % 25 == 0:
                    mean = sum(self._scores) / len(self._scores)
                    self.say(f"  {len(self._scores)} rows, {mean:.0%} right so far")
            case DemoResult():
                self.result = event
            case _:
                if self._training is not None:
                    self._training.take(event)

    def close(self) -> None:
        """End what is shown of the present stage."""
        self._scores = []
        if self._training is not None:
            self._training.__exit__(None, None, None)
            self._training = None


def _print(session: Session, result: DemoResult) -> None:
    console = session.console
    scores = Table("", "Fields right on held-out tickets", box=None)
    scores.add_row("before", f"{result.score_before:.1%}")
    scores.add_row("after fine-tuning", Text(f"{result.score_after:.1%}", style="bold green"))
    answers = Table("Before", "After", "Right answer", expand=True)
    answers.add_row(Text(result.answer_before), Text(result.answer_after), Text(result.expected))
    console.print("")
    console.print(Panel(Text(result.prompt), title="One ticket"))
    console.print(answers)
    console.print(scores)
    console.print(
        f"{result.cases} tickets that were not trained on; {duration(result.seconds)} in all, "
        f"{duration(result.training_seconds)} of training."
    )
    console.print(f"Adapter: {short_path(result.adapter)}", markup=False, soft_wrap=True)
    console.print(f"Talk to it: hone chat --model demo --adapter {result.run}", markup=False, soft_wrap=True)
