"""Date and time: now, in any time zone, and the time between two moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hone.errors import BadInput
from hone.workers.tools.built_in.base import BuiltIn, Given, arguments

_ZONE = {
    "type": "string",
    "description": "An IANA name such as Europe/Berlin or UTC; this computer's zone when it is left out",
    "maxLength": 80,
}
_MOMENT = {
    "type": "string",
    "description": "A date such as 2026-03-01, or with a time: 2026-03-01T14:30",
    "maxLength": 40,
}


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f"There is no time zone {name!r}.", hint="Use a name such as Europe/Berlin."
        ) from error


def _now(given: dict[str, Any], _: Given) -> str:
    now = datetime.now().astimezone()
    if given.get("zone"):
        now = now.astimezone(_zone(given["zone"]))
    week = now.isocalendar()
    return (
        f"{now:%A}, {now.day} {now:%B %Y}, {now:%H:%M:%S} ({now.tzname()}, UTC{now:%z})\n"
        f"ISO: {now.isoformat(timespec='seconds')}\n"
        f"Week {week.week} of {week.year}, day {now.timetuple().tm_yday} of the year"
    )


def _moment(text: str, zone: ZoneInfo | None) -> tuple[datetime, bool]:
    """Return a moment with a time zone, and whether it is a whole day."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError as error:
            raise BadInput(
                f"{text!r} is no date.", hint="Write it as 2026-03-01 or 2026-03-01T14:30."
            ) from error
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        return (moment if moment.tzinfo else moment.astimezone()), False
    return datetime(day.year, day.month, day.day), True


def _between(given: dict[str, Any], _: Given) -> str:
    zone = _zone(given["zone"]) if given.get("zone") else None
    first, first_is_day = _moment(given["start"], zone)
    second, second_is_day = _moment(given["end"], zone)
    if first_is_day and second_is_day:
        return _days_words(first.date(), second.date())
    first = first if first.tzinfo else first.replace(tzinfo=zone) if zone else first.astimezone()
    second = second if second.tzinfo else second.replace(tzinfo=zone) if zone else second.astimezone()
    passed = second.astimezone(UTC) - first.astimezone(UTC)  # in one zone, clocks would be compared
    sign = "-" if passed < timedelta(0) else ""
    size = abs(passed)
    hours, rest = divmod(size.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return (
        f"{sign}{size.days} days, {hours} hours, {minutes} minutes, {seconds} seconds "
        f"({passed.total_seconds():,.0f} seconds)"
    )


def _days_words(first: date, second: date) -> str:
    days = (second - first).days
    weekdays = sum(1 for number in range(min(abs(days), 40_000)) if _step(first, days, number).weekday() < 5)
    working = f", of which {weekdays:,} are Monday to Friday" if abs(days) <= 40_000 else ""
    years, months, rest = _calendar(min(first, second), max(first, second))
    return (
        f"{days:,} days from {first:%A} {first.isoformat()} to {second:%A} {second.isoformat()}{working}\n"
        f"On the calendar: {years} years, {months} months, {rest} days"
    )


def _step(first: date, days: int, number: int) -> date:
    return first + timedelta(days=number if days > 0 else -number)


def _calendar(early: date, late: date) -> tuple[int, int, int]:
    """Return whole years, whole months and days from one date to a later one."""
    months = (late.year - early.year) * 12 + late.month - early.month
    anchor = _shifted(early, months)
    if anchor > late:
        months -= 1
        anchor = _shifted(early, months)
    return months // 12, months % 12, (late - anchor).days


def _shifted(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1) if year < 9999 or month < 11 else None
    last = (following - timedelta(days=1)).day if following else 31
    return date(year, month + 1, min(day.day, last))


CURRENT_TIME = BuiltIn(
    name="current_time",
    title="Date and time",
    description="Tell the present date, weekday and time, here or in a time zone.",
    parameters=arguments(zone=_ZONE),
    run=_now,
)

TIME_BETWEEN = BuiltIn(
    name="time_between",
    title="Time between dates",
    description="Tell how much time is between two dates or moments: days, weekdays, years and months.",
    parameters=arguments(("start", "end"), start=_MOMENT, end=_MOMENT, zone=_ZONE),
    run=_between,
)
