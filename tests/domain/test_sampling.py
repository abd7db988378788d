"""Sampling parameters are refused by name when they are unknown or out of range, wherever they come from."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from hone.domain.sampling import ORDER, LogitBias, Sampling, changed_fields, check, sampling_from
from hone.domain.sampling_fields import FIELDS
from hone.errors import BadInput

OUT_OF_RANGE = [
    ("temperature", -0.1),
    ("temperature", math.nan),
    ("top_k", -1),
    ("top_p", 1.01),
    ("min_p", -0.5),
    ("repetition_penalty", 0.0),
    ("max_tokens", 0),
    ("seed", -2),
    ("seed", 2**32 - 1),
    ("penalty_last_n", -2),
    ("xtc_probability", 1.5),
    ("dry_base", 0.5),
    ("dry_allowed_length", -1),
    ("mirostat", 3),
    ("mirostat_tau", -1.0),
]


@pytest.mark.parametrize(("name", "value"), OUT_OF_RANGE)
def test_parameter_out_of_range_is_refused_by_name(name: str, value: float) -> None:
    with pytest.raises(BadInput, match=f"^{name} = "):
        sampling_from({name: value})
    with pytest.raises(BadInput, match=f"^{name} = "):
        check(Sampling(**{name: value}))


def test_unknown_parameter_is_refused_with_the_nearest_known_one() -> None:
    with pytest.raises(BadInput, match="'tempeature'") as refused:
        sampling_from({"tempeature": 1})
    assert "temperature" in refused.value.hint


def test_defaults_and_everything_in_bounds_are_taken() -> None:
    check(Sampling())
    assert sampling_from({}) == Sampling()
    for field in FIELDS:
        for value in (field.minimum, field.maximum):
            assert value is not None
            check(sampling_from({field.name: value}))


def test_every_parameter_is_described_once_and_its_default_is_the_one_of_the_struct() -> None:
    assert [field.name for field in FIELDS] == [
        name for name in Sampling.__struct_fields__ if name not in ("logit_bias", "order")
    ]
    for field in FIELDS:
        assert field.default == getattr(Sampling(), field.name)
        assert field.help.endswith(".")


@pytest.mark.parametrize(
    "order", [("top_k", "top_k"), ("top_q",), "top_k", 3], ids=["twice", "unknown", "text", "number"]
)
def test_order_that_is_none_is_refused(order: Any) -> None:
    with pytest.raises(BadInput):
        sampling_from({"order": order})


def test_order_from_the_wire_is_checked() -> None:
    with pytest.raises(BadInput, match="top_q"):
        check(Sampling(order=("top_q",)))
    check(Sampling(order=()))
    check(Sampling(order=tuple(reversed(ORDER))))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"5": -100, " no": 2}, (LogitBias(5, -100.0), LogitBias(" no", 2.0))),
        ([{"token": 7, "bias": 1.5}], (LogitBias(7, 1.5),)),
        ((), ()),
    ],
)
def test_logit_bias_is_read_in_both_forms(written: Any, read: tuple[LogitBias, ...]) -> None:
    assert sampling_from({"logit_bias": written}).logit_bias == read


@pytest.mark.parametrize("bias", [LogitBias(-1, 1.0), LogitBias("", 1.0), LogitBias("a", math.inf)])
def test_logit_bias_that_cannot_act_is_refused(bias: LogitBias) -> None:
    with pytest.raises(BadInput, match="logit_bias"):
        check(Sampling(logit_bias=(bias,)))


def test_unknown_field_on_the_wire_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="top_a"):
        msgspec.json.decode(b'{"top_a": 1}', type=Sampling)


def test_changed_fields_are_those_that_differ() -> None:
    assert changed_fields(Sampling(top_k=3, order=("top_k",))) == {"top_k", "order"}
