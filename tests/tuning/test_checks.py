from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hone.domain.plan import Base, Data, Method, Plan
from hone.errors import BadInput
from hone.tuning.checks import check_plan


def test_plan_is_filled_with_defaults_when_it_can_be_run(plan: Plan) -> None:
    checked = check_plan(plan)
    assert checked.method.settings == {
        "rank": 16,
        "alpha": 32.0,
        "dropout": 0.0,
        "target_modules": "all-linear",
    }
    assert check_plan(checked) == checked


def test_plan_is_refused_by_name_when_something_is_wrong(plan: Plan, tmp_path: Path) -> None:
    replace = msgspec.structs.replace
    wrong = [
        (replace(plan, name=" "), "no name"),
        (replace(plan, base=Base(model=tmp_path / "gone")), r"base\.model: there is no folder"),
        (replace(plan, base=Base(model=tmp_path)), r"base\.model: .* has no config\.json"),
        (replace(plan, data=Data(train=tmp_path / "gone.jsonl")), r"data\.train: .* does not exist"),
        (replace(plan, data=Data(train=tmp_path)), r"data\.train: .* is a folder"),
        (replace(plan, data=Data(train=plan.data.train, held_out=plan.data.train)), r"data\.held_out"),
        (replace(plan, data=Data(train=plan.data.train, held_out_share=0.9)), r"data\.held_out_share"),
        (replace(plan, data=Data(train=plan.data.train, seed=-1)), r"data\.seed"),
        (replace(plan, method=Method(name="magic")), "'magic'"),
        (replace(plan, method=Method(settings={"rank": 0})), "rank"),
        (replace(plan, method=Method(settings={"rink": 8})), "'rink'"),
        (replace(plan, training=replace(plan.training, epochs=0.0)), "epochs"),
    ]
    for broken, words in wrong:
        with pytest.raises(BadInput, match=words):
            check_plan(broken)


def test_plan_is_refused_when_the_weights_are_not_safetensors(plan: Plan, base: Path) -> None:
    (base / "model.safetensors").rename(base / "pytorch_model.bin")
    with pytest.raises(BadInput, match=r"no \.safetensors weights") as refusal:
        check_plan(plan)
    assert "may run code" in refusal.value.hint
