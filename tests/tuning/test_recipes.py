from __future__ import annotations

from pathlib import Path

import pytest

from hone.domain.datasets import TokenCounts
from hone.domain.plan import Data, Training
from hone.tuning.checks import check_method, check_training
from hone.tuning.recipes import FEW_ROWS_WARNING, recommend
from hone.tuning.steps import optimizer_steps, steps_of

DATA = Data(train=Path("rows.jsonl"))


def counts(rows: int, longest: int, stop: bool = True, histogram: tuple[int, ...] = ()) -> TokenCounts:
    return TokenCounts(
        rows=rows,
        tokens=rows * longest,
        trained_tokens=rows * longest // 2,
        longest=longest,
        median=longest // 2,
        cut_rows=0,
        stop_token_trained=stop,
        histogram=histogram or (0,) * 9 + (rows,),
    )


@pytest.mark.parametrize("rows", [1, 50, 500, 5_000, 50_000, 500_000])
@pytest.mark.parametrize(
    "parameters", [None, 7_000_000, 60_000_000, 1_000_000_000, 8_000_000_000, 70_000_000_000]
)
def test_every_recommendation_is_a_possible_plan_with_reasons(rows: int, parameters: int | None) -> None:
    made = recommend(DATA, rows, parameters, 4096)
    check_method(made.method)
    check_training(made.training)
    assert 0 < made.data.held_out_share <= 0.2
    for path in (
        "training.learning_rate",
        "training.epochs",
        "method.settings.rank",
        "training.context_length",
    ):
        assert made.reason(path)
    for reason in made.reasons:
        section, _, name = reason.path.partition(".")
        found = getattr(made, section)
        for part in name.split("."):
            found = found[part] if isinstance(found, dict) else getattr(found, part)
        assert found == reason.value
    assert (FEW_ROWS_WARNING in made.warnings) == (rows < 100)


@pytest.mark.parametrize(
    ("rows", "parameters", "rank", "rate", "epochs", "batch"),
    [
        (500, 1_000_000_000, 16, 3e-4, 3, 8),
        (5_000, 8_000_000_000, 16, 2e-4, 2, 16),
        (50_000, 30_000_000_000, 32, 1e-4, 1, 16),
        (500, 7_000_000, 16, 2e-3, 3, 8),
        (5_000, 60_000_000, 16, 1e-3, 2, 8),
    ],
)
def test_recipe_follows_rows_and_size(
    rows: int, parameters: int, rank: int, rate: float, epochs: float, batch: int
) -> None:
    made = recommend(DATA, rows, parameters)
    assert made.method.settings == {"rank": rank, "alpha": 2.0 * rank}
    assert (made.training.learning_rate, made.training.epochs) == (rate, epochs)
    assert made.training.effective_batch == batch


def test_context_holds_all_rows_when_they_are_short() -> None:
    assert recommend(DATA, 500, 10**9, 32_768, counts(500, 700)).training.context_length == 704


def test_context_holds_nearly_all_rows_when_one_is_far_too_long() -> None:
    made = recommend(
        DATA, 1000, 10**9, 32_768, counts(1000, 20_000, histogram=(995, 0, 0, 0, 0, 0, 0, 0, 0, 5))
    )
    assert made.training.context_length == 2048
    assert "995 of 1,000" in made.reason("training.context_length")


def test_context_ends_where_the_model_s_does() -> None:
    made = recommend(DATA, 500, 10**9, 1024, counts(500, 3000))
    assert made.training.context_length == 1024
    assert "are cut" in made.reason("training.context_length")


def test_missing_stop_token_is_a_warning() -> None:
    made = recommend(DATA, 500, 10**9, 4096, counts(500, 700, stop=False))
    assert any("stop token" in warning for warning in made.warnings)


@pytest.mark.parametrize(
    ("rows", "epochs", "micro", "accumulation", "steps"),
    [(10, 1.0, 4, 2, 2), (16, 1.0, 4, 2, 2), (17, 1.0, 4, 2, 3), (10, 0.5, 4, 1, 2), (1, 0.01, 8, 8, 1)],
)
def test_steps_are_rows_times_epochs_in_batches(
    rows: int, epochs: float, micro: int, accumulation: int, steps: int
) -> None:
    training = Training(epochs=epochs, micro_batch=micro, gradient_accumulation=accumulation)
    assert optimizer_steps(rows, training) == steps


def test_held_out_rows_are_not_trained() -> None:
    made = steps_of(1000, Data(train=Path("x"), held_out_share=0.05), Training(epochs=1.0))
    assert (made.train_rows, made.held_out_rows, made.optimizer_steps) == (950, 50, 119)
    assert steps_of(1000, Data(train=Path("x"), held_out_share=0.0), Training()).evaluations == 0
