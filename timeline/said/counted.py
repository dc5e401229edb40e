"""Days by other counts than ours: weeks and days of a year by number, and the fields of other calendars."""

from timeline.dates.calendar import WEEKDAY_NAMES, civil_from_days, days_from_civil, is_leap, weekday
from timeline.dates.calendars import CALENDARS, bounds_by
from timeline.errors import DateError, shown
from timeline.said.completing import impossible, year_number
from timeline.said.points import Point, of_days
from timeline.said.policies import Standpoint
from timeline.said.values import DayOfYear, Fields, Foreign, Nth, Value, Week

_NTH = ("", "first", "second", "third", "fourth", "fifth")


def week(said: Week) -> Point:
    """A week, which EDTF has not: one of its days; or its day. Raises DateError when the year has no such week."""
    assert said.year is not None  # what is typed has one
    fourth = days_from_civil(said.year, 1, 4)  # ISO 8601: it lies in the first week
    monday = fourth - weekday(fourth) + 7 * (said.number - 1)
    if said.number < 1 or civil_from_days(monday + 3)[0] != said.year:
        raise impossible(said.words, f"{said.year} has no week {said.number}", "weeks go from 1 to 52 or 53")
    if said.day is not None and not 1 <= said.day <= 7:
        raise impossible(said.words, f"a week has no day {said.day}", "days of a week go from 1 to 7")
    first, last = (monday, monday + 6) if said.day is None else (monday + said.day - 1,) * 2
    return of_days(first, last, said.words)


def day_of_year(said: DayOfYear) -> Point:
    """The day. Raises DateError when the year is shorter."""
    length = 366 if is_leap(said.year) else 365
    if not 1 <= said.number <= length:
        raise impossible(
            said.words, f"{said.year} has {length} days", f"days of a year go from 1 to {length}"
        )
    day = days_from_civil(said.year, 1, 1) + said.number - 1
    return of_days(day, day, said.words)


def nth(said: Nth, base: Point) -> Point:
    """The day, weekday or week of a period by its place in it. Raises DateError when the period has none there."""
    first, last = base.days
    if first == last:
        raise DateError(
            f"date {shown(said.words)} counts within one day", hint="count within a month or a year"
        )
    size = 7 if said.weekday is not None or said.unit == "week" else 1
    if said.weekday is not None:
        first += (said.weekday - weekday(first)) % 7
        last -= (weekday(last) - said.weekday) % 7
    elif size == 7 and said.number < 0:
        last -= 6
    day = last + size * (said.number + 1) if said.number < 0 else first + size * (said.number - 1)
    if not first <= day <= base.days[1]:
        what = WEEKDAY_NAMES[said.weekday] if said.weekday is not None else said.unit
        number = _NTH[said.number] if 0 < said.number < len(_NTH) else str(said.number)
        raise impossible(said.words, f"{base.words} has no {number} {what}", "count fewer, or name the day")
    until = min(day + 6, base.days[1]) if said.unit == "week" else day
    return of_days(day, until, said.words)


def by_calendar(said: Foreign) -> Point:
    """A day, month or year of another calendar in ours. Raises DateError when it cannot be converted for certain."""
    year = said.year
    rules = CALENDARS[said.calendar]
    if year is None:
        raise DateError(
            f"date {shown(said.words)} has no year, so it cannot be converted",
            hint=f"add the {rules.name} year",
        )
    try:
        first, last = bounds_by(said.calendar, year, said.month, said.day)
    except ValueError as error:
        raise DateError(
            f"date {shown(said.words)} cannot be converted from the {rules.name} calendar: {error}",
            hint="write the date by our calendar, as in 2022-03-21",
        ) from None
    return of_days(first - rules.within, last + rules.within, said.words)


def as_julian(value: Value, at: Standpoint) -> Foreign:
    """The same day by the Julian calendar."""
    assert isinstance(value, Fields)
    assert value.year is not None
    year = year_number(value.year, at, value.words)
    return Foreign(calendar="julian", year=year, month=value.month, day=value.day, words=value.words)
