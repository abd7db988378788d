"""The wizard without a window: which steps there are, what each one needs, and where one may go."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.errors import BadInput
from hone.tuning.checks import check_base, check_data, check_method, check_plan, check_training
from hone.tuning.draft import Draft, draft_from_toml, draft_to_toml


class Step(msgspec.Struct, frozen=True):
    """A step of the wizard: `check` raises BadInput while the step is not finished."""

    name: str
    label: str
    help: str
    check: Callable[[Draft], object]


def _check_base(draft: Draft) -> None:
    if draft.base is None:
        raise BadInput("No base model is chosen.", hint="Choose the model to fine-tune.")
    check_base(Base(model=draft.base))


def _check_data(draft: Draft) -> None:
    data = draft.data()
    if data is None:
        raise BadInput("No data file is chosen.", hint="Choose the file with the rows to learn from.")
    check_data(data)


def _check_method(draft: Draft) -> None:
    check_method(draft.method)
    check_training(draft.training)


def _check_all(draft: Draft) -> None:
    check_plan(draft.plan())


STEPS: tuple[Step, ...] = (
    Step("base", "Model", "Which model learns.", _check_base),
    Step("data", "Data", "From which rows it learns, and what exactly is trained in them.", _check_data),
    Step(
        "method", "Method", "How it learns; the defaults come with the evidence behind them.", _check_method
    ),
    Step("check", "Check", "What the run needs, and whether this machine has it.", _check_all),
    Step("run", "Run", "Training, with its loss and how to stop and go on.", _check_all),
    Step("finish", "Result", "What was learned, compared with the model before.", _check_all),
)
_NAMES = tuple(step.name for step in STEPS)


class WizardFlow:
    """The state of one wizard: a draft, and the present step.

    A step may be opened when it was visited before, or when every step in front of it is finished.
    Nothing typed is lost by going back.
    """

    def __init__(self, draft: Draft | None = None) -> None:
        self._draft = draft or Draft()
        if self._draft.step not in _NAMES:
            self._draft = msgspec.structs.replace(self._draft, step=_NAMES[0])

    @classmethod
    def from_toml(cls, text: str) -> WizardFlow:
        """Go on with a saved draft; raises BadInput when it cannot be read."""
        return cls(draft_from_toml(text))

    def to_toml(self) -> str:
        """Write the draft, with the step it is in."""
        return draft_to_toml(self._draft)

    @property
    def draft(self) -> Draft:
        """All that has been chosen so far."""
        return self._draft

    @property
    def step(self) -> Step:
        """The present step."""
        return STEPS[_NAMES.index(self._draft.step)]

    @property
    def visited(self) -> frozenset[str]:
        """The names of the steps that were opened."""
        return frozenset(self._draft.visited) | {self._draft.step}

    def problem(self, name: str) -> BadInput | None:
        """Return why step `name` is not finished, None when it is."""
        try:
            STEPS[_NAMES.index(name)].check(self._draft)
        except BadInput as error:
            return error
        return None

    def can_open(self, name: str) -> bool:
        """Whether step `name` may be opened now."""
        if name not in _NAMES:
            return False
        before = _NAMES[: _NAMES.index(name)]
        if name in self.visited and name not in ("run", "finish"):
            return True
        return all(self.problem(earlier) is None for earlier in before)

    def open(self, name: str) -> Step:
        """Go to step `name`; raises BadInput saying what has to be done first."""
        if name not in _NAMES:
            raise BadInput(f"The wizard has no step {name!r}.", hint="Steps: " + ", ".join(_NAMES) + ".")
        if not self.can_open(name):
            before = _NAMES[: _NAMES.index(name)]
            raise next(problem for earlier in before if (problem := self.problem(earlier)))
        visited = tuple(step for step in _NAMES if step in self.visited or step == name)
        self._draft = msgspec.structs.replace(self._draft, step=name, visited=visited)
        return self.step

    def forward(self) -> Step:
        """Finish the present step and go to the next; raises BadInput when it is not finished."""
        if (problem := self.problem(self._draft.step)) is not None:
            raise problem
        place = _NAMES.index(self._draft.step)
        return self.open(_NAMES[min(place + 1, len(_NAMES) - 1)])

    def back(self) -> Step:
        """Go to the step before; the first one stays."""
        return self.open(_NAMES[max(0, _NAMES.index(self._draft.step) - 1)])

    def rename(self, name: str) -> None:
        """Name the run."""
        self._draft = msgspec.structs.replace(self._draft, name=name)

    def choose_base(self, base: Base | None) -> None:
        """Choose the base model, or none."""
        self._draft = msgspec.structs.replace(self._draft, base=base.model if base else None)

    def choose_data(self, data: Data) -> None:
        """Choose the data section."""
        self._draft = self._draft.with_data(data)

    def choose_method(self, method: Method) -> None:
        """Choose the method; raises BadInput naming what is impossible."""
        self._draft = msgspec.structs.replace(self._draft, method=check_method(method))

    def choose_training(self, training: Training) -> None:
        """Choose the training values; raises BadInput naming what is impossible."""
        self._draft = msgspec.structs.replace(self._draft, training=check_training(training))

    def plan(self) -> Plan:
        """Return the checked plan; raises BadInput for the first thing that is missing or impossible."""
        return check_plan(self._draft.plan())
