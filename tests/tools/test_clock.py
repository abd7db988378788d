"""Date and time."""

from __future__ import annotations

import re

import pytest

from hone.errors import BadInput
from hone.workers.tools.built_in.base import Given
from hone.workers.tools.built_in.clock import CURRENT_TIME, TIME_BETWEEN


def test_now_has_weekday_zone_and_iso() -> None:
    assert re.search(
        r"day, \d+ \w+ \d{4}, .*\(UTC, UTC\+0000\)\nISO: \d{4}-", CURRENT_TIME.run({"zone": "UTC"}, Given())
    )
    assert CURRENT_TIME.run({}, Given())
    with pytest.raises(BadInput, match="no time zone"):
        CURRENT_TIME.run({"zone": "../../etc/passwd"}, Given())


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (
            "2026-01-31",
            "2026-03-01",
            "29 days from Saturday 2026-01-31 to Sunday 2026-03-01, of which 20 are",
        ),
        ("2024-02-29", "2025-02-28", "1 years, 0 months, 0 days"),
        ("2026-03-01", "2026-01-31", "-29 days"),
        ("2000-01-15", "2026-11-21", "26 years, 10 months, 6 days"),
        ("0001-01-01", "9999-12-31", "9998 years, 11 months, 30 days"),
        (
            "2026-01-01T10:00",
            "2026-01-02T12:30:05",
            "1 days, 2 hours, 30 minutes, 5 seconds (95,405 seconds)",
        ),
    ],
)
def test_time_between(start: str, end: str, said: str) -> None:
    assert said in TIME_BETWEEN.run({"start": start, "end": end, "zone": "UTC"}, Given())


def test_summer_time_is_counted() -> None:
    given = {"start": "2026-03-28T12:00", "end": "2026-03-29T12:00", "zone": "Europe/Berlin"}
    assert "0 days, 23 hours" in TIME_BETWEEN.run(given, Given())


def test_no_date_is_refused() -> None:
    with pytest.raises(BadInput, match="no date"):
        TIME_BETWEEN.run({"start": "tomorrow", "end": "2026-01-01"}, Given())
