from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hone.data.moments import Moments
from hone.errors import BadInput


def read(*values: object) -> list[str]:
    column = Moments("when")
    for row, value in enumerate(values, start=1):
        column.add(row, value)
    return [datetime.fromtimestamp(each, UTC).strftime("%Y-%m-%d %H:%M:%S") for each in column.result()]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-04-03", "2024-04-03 00:00:00"),
        ("2024-04-03T15:30:00Z", "2024-04-03 15:30:00"),
        ("2024-04-03T15:30:00+02:00", "2024-04-03 13:30:00"),
        ("2024-04-03 15:30:00.25", "2024-04-03 15:30:00"),
        ("20240403", "2024-04-03 00:00:00"),
        (20240403, "2024-04-03 00:00:00"),
        ("2024-04", "2024-04-01 00:00:00"),
        (2024, "2024-01-01 00:00:00"),
        (1712158200, "2024-04-03 15:30:00"),
        (1712158200.0, "2024-04-03 15:30:00"),
        ("1712158200000", "2024-04-03 15:30:00"),
        (1712158200000000, "2024-04-03 15:30:00"),
        ("2024/4/3", "2024-04-03 00:00:00"),
        ("3.4.2024", "2024-04-03 00:00:00"),
        ("13/4/2024 15:30", "2024-04-13 15:30:00"),
        ("4/13/2024 3:30 PM", "2024-04-13 15:30:00"),
        ("3 April 2024", "2024-04-03 00:00:00"),
        ("Apr 3, 2024 15:30", "2024-04-03 15:30:00"),
        ("Wed, 03 Apr 2024 15:30:00 GMT", "2024-04-03 15:30:00"),
        (date(2024, 4, 3), "2024-04-03 00:00:00"),
        (datetime(2024, 4, 3, 15, 30, tzinfo=UTC), "2024-04-03 15:30:00"),
    ],
)
def test_times_are_read_as_people_write_them(value: object, said: str) -> None:
    assert read(value) == [said]


def test_order_of_day_and_month_is_told_by_any_row_of_the_column() -> None:
    assert read("3/4/2024", "13/4/2024") == ["2024-04-03 00:00:00", "2024-04-13 00:00:00"]
    assert read("3/4/2024", "4/13/2024") == ["2024-03-04 00:00:00", "2024-04-13 00:00:00"]
    assert read("5/5/2024") == ["2024-05-05 00:00:00"]


def test_order_is_refused_naming_row_and_column_when_nothing_tells_it() -> None:
    with pytest.raises(BadInput, match="Row 2 has '3/4/2024' in the column 'when'"):
        read("2024-04-03", "3/4/2024")
    with pytest.raises(BadInput, match="row 1 has '13/4/2024', row 2 has '4/13/2024'"):
        read("13/4/2024", "4/13/2024")


@pytest.mark.parametrize(
    "value", [None, "", "soon", "31/31/2024", "2024-13-01", 5, True, [], "1e400", "3/4/24", -5.0]
)
def test_what_is_no_time_is_refused_naming_row_and_column(value: object) -> None:
    with pytest.raises(BadInput, match=r"Row 2 has .* in the column 'when', which is no time"):
        read("2024-04-03", value)
