"""The whole loop on the embedded model: measure, fine-tune, measure again, compare."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from hone.domain.demo import DemoResult, DemoStage
from hone.domain.models import Adapter, Model
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.domain.suites import CaseScored
from hone.errors import BadInput, HoneError, Stopped
from hone.ipc.messages import Event, WasStopped
from hone.services.embedded_model import EmbeddedModelService
from hone.services.evaluation import EvaluationService
from hone.services.models import DEMO_GGUF_ID, DEMO_ID, ModelService
from hone.services.runs import RunService
from hone.storage.paths import resources

SCORER = "json_fields"
_STAGES = (
    "Measure the model as it is",
    "Fine-tune it on sorted tickets",
    "Measure it with its adapter",
)

DemoEvent = DemoStage | CaseScored | Event | DemoResult


class DemoService:
    """Trains the embedded model on the sample tickets; its run stays among the user's runs."""

    def __init__(
        self,
        models: ModelService,
        runs: RunService,
        evaluation: EvaluationService,
        embedded: EmbeddedModelService,
    ) -> None:
        self._models = models
        self._runs = runs
        self._evaluation = evaluation
        self._embedded = embedded
        self._stopped = threading.Event()
        self._run_id = ""

    def plan(self) -> Plan:
        """Return the plan that the demonstration trains."""
        return Plan(
            name="Demo: support tickets",
            base=Base(model=self._models.demo_folder()),
            data=Data(train=_sample("support_tickets.jsonl")),
            method=Method(name="qlora"),
            training=Training(
                learning_rate=2e-3,
                epochs=3.0,
                micro_batch=8,
                gradient_accumulation=1,
                context_length=128,
                evaluations=3,
                checkpoints=3,
                patience=0,
            ),
        )

    def run(self) -> Iterator[DemoEvent]:
        """Do it all; ends with a DemoResult. Raises Stopped after `stop`, HoneError when a part fails.

        The model is measured in llama.cpp, which is many times faster here than the engine it is trained in.
        """
        self._stopped.clear()
        begun = time.monotonic()
        self._embedded.make()
        model = self._model(DEMO_GGUF_ID)
        yield self._stage(1)
        before = yield from self._score(model, None)
        yield self._stage(2)
        training_begun = time.monotonic()
        run_id = yield from self._train()
        training_seconds = time.monotonic() - training_begun
        adapter = self._models.find_adapter(run_id)
        yield self._stage(3)
        after = yield from self._score(model if adapter.gguf_path else self._model(DEMO_ID), adapter)
        shown = _most_telling(before, after)
        yield DemoResult(
            score_before=_mean(before),
            score_after=_mean(after),
            gguf_score_after=_mean(after) if adapter.gguf_path else None,
            cases=len(after),
            seconds=round(time.monotonic() - begun, 1),
            training_seconds=round(training_seconds, 1),
            model=model.name,
            run=run_id,
            adapter=adapter.path,
            adapter_gguf=adapter.gguf_path,
            prompt=after[shown].prompt,
            expected=after[shown].expected,
            answer_before=before[shown].reply,
            answer_after=after[shown].reply,
        )

    def stop(self) -> None:
        """End the demonstration soon; training stops with a checkpoint. Safe from any thread."""
        self._stopped.set()
        run_id = self._run_id
        if run_id:
            self._runs.stop(run_id)

    def _train(self) -> Generator[DemoEvent, None, str]:
        run = self._runs.create(self.plan())
        self._run_id = run.id
        try:
            for event in self._runs.train(run.id):
                yield event
                if isinstance(event, WasStopped):
                    raise Stopped("The demonstration was stopped.", hint=f"hone tune --resume {run.id}")
        finally:
            self._run_id = ""
        return run.id

    def _score(self, model: Model, adapter: Adapter | None) -> Generator[DemoEvent, None, list[CaseScored]]:
        cases: list[CaseScored] = []
        for case in self._evaluation.score(model, adapter, _sample("support_tickets_heldout.jsonl"), SCORER):
            if self._stopped.is_set():
                raise Stopped("The demonstration was stopped.")
            cases.append(case)
            yield case
        if not cases:
            raise HoneError("No held-out row could be scored.", hint="Get the sample data again.")
        return cases

    def _stage(self, number: int) -> DemoStage:
        return DemoStage(number=number, stages=len(_STAGES), title=_STAGES[number - 1])

    def _model(self, model_id: str) -> Model:
        for model in self._models.models():
            if model.id == model_id and not model.problem:
                return model
        raise BadInput(
            f"The embedded model is not in {self._models.demo_folder()}.",
            hint="Get the complete source or package again.",
        )


def _sample(name: str) -> Path:
    path = resources() / "samples" / name
    if not path.is_file():
        raise BadInput(f"The sample data is not at {path}.", hint="Get the complete source or package again.")
    return path


def _mean(cases: Sequence[CaseScored]) -> float:
    return round(sum(case.score for case in cases) / len(cases), 4)


def _most_telling(before: Sequence[CaseScored], after: Sequence[CaseScored]) -> int:
    """Return the place of the first row with the largest gain."""
    gains = [late.score - early.score for early, late in zip(before, after, strict=True)]
    return gains.index(max(gains))
