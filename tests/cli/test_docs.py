"""The pages about plans and commands say what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hone.domain.plan import plan_from_toml, plan_to_toml
from hone.services.plan_reference import plan_reference

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_about_plans_is_what_the_program_writes() -> None:
    assert (ROOT / "docs" / "plan.md").read_text(encoding="utf-8") == plan_reference(), (
        "write it again: python -m hone docs plan > docs/plan.md"
    )


def test_every_plan_that_is_shown_can_be_read() -> None:
    for page in (ROOT / "docs" / "plan.md", ROOT / "docs" / "guide.md", ROOT / "README.md"):
        for example in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            plan = plan_from_toml(example, ROOT)
            assert plan_from_toml(plan_to_toml(plan), ROOT) == plan
            assert plan.base.model.parent.is_dir()


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_every_command_that_is_named_exists(hone, page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"\bhone (demo|doctor|chat|complete|tune|(?:runs|models|data) [a-z-]+)", text))
    assert len(named) > 4
    for command in named:
        assert hone(*command.split(), "--help").code == 0, command


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
