"""What a model's makers recommend is used; nonsense in their files is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hone.domain.sampling import Sampling
from hone.inference.recommended import folder_sampling


def test_sampling_is_taken_from_generation_config_when_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "generation_config.json").write_text(
        '{"temperature": 0.3, "top_k": 20, "top_p": 0.9, "max_new_tokens": 5, "eos_token_id": [1, 2]}'
    )
    assert folder_sampling(tmp_path) == Sampling(temperature=0.3, top_k=20, top_p=0.9)


def test_replies_are_greedy_when_the_makers_do_not_sample(tmp_path: Path) -> None:
    (tmp_path / "generation_config.json").write_text('{"do_sample": false, "temperature": 0.8}')
    assert folder_sampling(tmp_path).temperature == 0.0


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"temperature": "hot", "top_p": 7, "top_k": null}', "\\udc80"]
)
def test_defaults_stay_when_the_file_says_nothing_usable(tmp_path: Path, text: str) -> None:
    (tmp_path / "generation_config.json").write_text(text)
    assert folder_sampling(tmp_path) == Sampling()


def test_defaults_stay_when_there_is_no_file(tmp_path: Path) -> None:
    assert folder_sampling(tmp_path) == Sampling()
