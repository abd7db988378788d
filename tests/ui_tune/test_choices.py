"""What is recommended is followed, what a person chose stays, and what was meant for another file goes."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

pytest.importorskip("PySide6")

from hone.domain.plan import Data, Method, Training
from hone.domain.recommendation import Recommendation
from hone.tuning.draft import Draft
from hone.ui.tune.choices import Choices


def recommendation(context_length: int) -> Recommendation:
    values = dict.fromkeys(Recommendation.__struct_fields__)
    known = {
        "data": Data(train=Path("rows.jsonl")),
        "method": Method(),
        "training": Training(context_length=context_length),
    }
    fields = {field.name: field for field in msgspec.structs.fields(Recommendation)}
    needed = {name: () for name in values if name not in known and fields[name].required}
    return Recommendation(**known, **needed)


@pytest.fixture
def draft() -> Draft:
    return Draft(train=Path("rows.jsonl"), training=Training(context_length=64))


def test_settings_of_a_draft_stay_when_its_file_is_the_same(draft: Draft) -> None:
    choices = Choices(draft)
    choices.take(recommendation(512))
    assert choices.draft.training.context_length == 64


def test_settings_of_a_draft_are_recommended_anew_when_another_file_is_chosen(draft: Draft) -> None:
    choices = Choices(draft)
    choices.flow.choose_data(Data(train=Path("other.jsonl")))
    choices.take(recommendation(512))
    assert choices.draft.training.context_length == 512


def test_a_draft_of_model_and_data_alone_takes_what_is_recommended() -> None:
    choices = Choices(Draft(base=Path("model"), train=Path("rows.jsonl"), visited=("base", "data")))
    choices.take(recommendation(512))
    assert choices.draft.training.context_length == 512 and not choices.changed


def test_a_plan_that_is_begun_again_keeps_settings_that_nobody_wrote_down() -> None:
    choices = Choices(Draft(name="The same again", base=Path("model"), train=Path("rows.jsonl")))
    choices.take(recommendation(512))
    assert choices.draft.training == Training()
