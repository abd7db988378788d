from __future__ import annotations

import msgspec
import pytest

from hone.domain.plan import Training
from hone.errors import BadInput
from hone.tuning.methods import METHODS, find_method
from hone.tuning.methods.base import Method
from hone.tuning.training_fields import TRAINING_FIELDS, checked_training, training_values

EACH_METHOD = pytest.mark.parametrize("method", METHODS, ids=[method.name for method in METHODS])


@EACH_METHOD
def test_method_can_be_trained_with_its_defaults(method: Method) -> None:
    assert find_method(method.name) is method
    assert method.label and method.summary and method.when
    assert method.quantization in ("", "nf4")
    settings = method.peft_settings(method.checked({}))
    assert settings["r"] == 16
    assert settings["lora_alpha"] == 32
    assert settings["target_modules"] == "all-linear"
    assert settings["lora_dropout"] == 0


@EACH_METHOD
def test_method_refuses_unknown_and_impossible_settings(method: Method) -> None:
    with pytest.raises(BadInput, match="'rnak'") as unknown:
        method.checked({"rnak": 8})
    assert "rank" in unknown.value.hint
    for impossible in (
        {"rank": 0},
        {"rank": 1.5},
        {"rank": "8"},
        {"dropout": 1.0},
        {"target_modules": "lm_head"},
    ):
        with pytest.raises(BadInput, match=next(iter(impossible))):
            method.checked(impossible)


@pytest.mark.parametrize("targets", ["attention", "feed-forward"])
def test_targets_are_names_of_layers_when_not_all_are_adapted(targets: str) -> None:
    method = find_method("lora")
    settings = method.peft_settings(method.checked({"target_modules": targets}))
    names = settings["target_modules"]
    assert isinstance(names, list)
    assert ("q_proj" in names) == (targets == "attention")


def test_unknown_method_names_the_nearest() -> None:
    with pytest.raises(BadInput) as refusal:
        find_method("qlorra")
    assert "qlora" in refusal.value.hint


def test_every_key_of_training_has_a_field_with_its_default() -> None:
    assert {field.name for field in TRAINING_FIELDS} == set(Training.__struct_fields__)
    assert checked_training({}) == Training()
    assert checked_training(training_values(Training(epochs=2.0))) == Training(epochs=2.0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("learning_rate", 0.0),
        ("learning_rate", -1e-4),
        ("learning_rate", 1e9),
        ("learning_rate", "1e-4 "),
        ("learning_rate", float("nan")),
        ("epochs", 0),
        ("micro_batch", 0),
        ("micro_batch", 1.5),
        ("context_length", 0),
        ("schedule", "triangular"),
        ("seed", 2**32),
        ("gradient_checkpointing", 1),
    ],
)
def test_impossible_training_values_are_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(BadInput, match=name):
        checked_training({name: value})


def test_training_of_a_plan_is_checked_whatever_made_it() -> None:
    wrong = msgspec.structs.replace(Training(), micro_batch=-3)
    with pytest.raises(BadInput, match="micro_batch"):
        checked_training(training_values(wrong))
