from __future__ import annotations

from pathlib import Path

import pytest

from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.errors import BadInput
from hone.tuning.draft import draft_of
from hone.tuning.flow import STEPS, WizardFlow


def test_wizard_goes_through_its_steps_in_order(base: Path, rows: Path) -> None:
    flow = WizardFlow()
    assert flow.step.name == "base"
    flow.choose_base(Base(model=base))
    assert flow.forward().name == "data"
    flow.choose_data(Data(train=rows))
    assert flow.forward().name == "method"
    flow.choose_method(Method(name="lora", settings={"rank": 4}))
    flow.choose_training(Training(epochs=1.0))
    assert [flow.forward().name for _ in range(3)] == ["check", "run", "finish"]
    assert flow.forward().name == "finish"
    plan = flow.plan()
    assert plan.method.settings["rank"] == 4
    assert plan.name == "model on rows"


def test_wizard_does_not_go_on_when_a_step_is_not_finished(base: Path, tmp_path: Path) -> None:
    flow = WizardFlow()
    with pytest.raises(BadInput, match="No base model"):
        flow.forward()
    flow.choose_base(Base(model=base))
    flow.forward()
    with pytest.raises(BadInput, match="No data file"):
        flow.open("method")
    flow.choose_data(Data(train=tmp_path / "gone.csv"))
    assert "does not exist" in str(flow.problem("data"))
    assert not flow.can_open("method")
    assert flow.step.name == "data"


def test_visited_steps_stay_open_and_nothing_is_lost_by_going_back(plan: Plan) -> None:
    flow = WizardFlow(draft_of(plan, ("base", "data", "method", "check")))
    flow.open("check")
    before = flow.plan()
    assert [flow.back().name for _ in range(4)] == ["method", "data", "base", "base"]
    assert flow.can_open("check")
    assert flow.open("check").name == "check"
    assert flow.plan() == before


def test_run_step_closes_again_when_something_in_front_breaks(plan: Plan) -> None:
    flow = WizardFlow(draft_of(plan, tuple(step.name for step in STEPS)))
    assert flow.can_open("run")
    flow.choose_base(None)
    assert flow.can_open("check")
    assert not flow.can_open("run")
    with pytest.raises(BadInput, match="No base model"):
        flow.plan()


def test_draft_is_the_same_after_writing_and_reading(plan: Plan) -> None:
    flow = WizardFlow(draft_of(plan, ("base", "data")))
    flow.open("data")
    flow.rename("Ein Übungs-Lauf")
    again = WizardFlow.from_toml(flow.to_toml())
    assert again.draft == flow.draft
    assert again.step.name == "data"
    assert WizardFlow.from_toml(WizardFlow().to_toml()).draft == WizardFlow().draft


@pytest.mark.parametrize("text", ["step = ", "step = 3", "base = [1]"])
def test_broken_draft_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="draft cannot be read"):
        WizardFlow.from_toml(text)


def test_unknown_step_is_refused() -> None:
    with pytest.raises(BadInput, match="no step"):
        WizardFlow().open("moon")
    assert WizardFlow.from_toml('step = "moon"').step.name == "base"
