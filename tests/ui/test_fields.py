"""Forms made from fields."""

from __future__ import annotations

from typing import Any

import pytest

from hone.domain.fields import Field, Kind
from hone.domain.sampling import FIELDS
from hone.ui.chat.presets import PRESETS, preset_of
from hone.ui.kit.fields import FieldRow, FieldsForm
from hone.ui.kit.progress import duration

pytestmark = pytest.mark.window


def test_a_form_shows_defaults_and_gives_values_that_pass_the_check(qtbot: Any) -> None:
    form = FieldsForm(FIELDS)
    qtbot.addWidget(form)
    values = form.values()
    assert values == {field.name: field.default for field in FIELDS}
    assert all(field.check(values[field.name]) == field.default for field in FIELDS)


def test_a_slider_moves_the_number_and_reset_brings_the_default_back(qtbot: Any) -> None:
    row = FieldRow(FIELDS[0])
    qtbot.addWidget(row)
    told: list[tuple[str, object]] = []
    row.value_changed.connect(lambda name, value: told.append((name, value)))
    row._editor.slider.setValue(1000)  # type: ignore[union-attr]
    assert told[-1] == ("temperature", 2.0)
    row._reset.click()
    assert told[-1] == ("temperature", 0.7)
    assert row.value() == 0.7


def test_typed_numbers_may_be_beyond_the_slider_and_small_ones_are_readable(qtbot: Any) -> None:
    rate = Field(
        name="rate",
        label="Rate",
        kind=Kind.NUMBER,
        default=3e-4,
        minimum=1e-6,
        maximum=1.0,
        logarithmic=True,
        help="How fast.",
    )
    row = FieldRow(rate)
    qtbot.addWidget(row)
    assert row._editor._spin.text() == "3e-4"  # type: ignore[union-attr]
    row.set_value(2e-5)
    assert row.value() == 2e-5
    top = FieldRow(FIELDS[0], 4.5)
    qtbot.addWidget(top)
    assert top.value() == 4.5


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_recognised_and_keeps_length_and_seed(preset: Any) -> None:
    from hone.domain.sampling import Sampling

    applied = preset.applied_to(Sampling(max_tokens=33, seed=5))
    assert preset_of(applied) == preset.key
    assert (applied.max_tokens, applied.seed) == (33, 5)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (42, "42 s"), (75, "1 min"), (3600, "1 h"), (4860, "1 h 21 min")]
)
def test_durations_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words
