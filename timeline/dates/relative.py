"""Dates told from today or from another date: "3 weeks ago", "last Friday", "two days after 5 May 2022".

A result is as precise as the unit it is told in: days and weeks give a day, months a month, years a year,
decades and centuries about a year. A month or season with "last" is the latest that has begun; "next Friday" and
"next March" are refused, since people disagree about which one that is.
"""

import datetime as dt

from dateutil.relativedelta import relativedelta

from timeline.dates.calendar import civil_from_days, days_from_civil, weekday
from timeline.dates.english_tokens import Cursor
from timeline.dates.english_words import MONTHS, NUMBERS, SEASONS, UNIT_LENGTHS, UNITS, WEEKDAYS
from timeline.dates.event_date import EventDate
from timeline.dates.stated import APPROXIMATE, Said, Stated, unit_text
from timeline.errors import DateError, shown

_NEAR_DAYS = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_COUNTABLE = {"day": ("day", "week", "month", "year"), "month": ("month", "year"), "year": ("year",)}
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146097  # the Gregorian calendar repeats, weekdays and all


def shifted(day: int, unit: str, count: int) -> int:
    """The day number some days, weeks, months or years later, or earlier when `count` is negative.

    A day that the month lacks becomes the month's last (31 March less a month is 28 February).

    >>> shifted(days_from_civil(2023, 2, 10), "week", -3) == days_from_civil(2023, 1, 20)
    True
    """
    cycle = {"day": _CYCLE_DAYS, "week": _CYCLE_DAYS // 7, "month": _CYCLE_YEARS * 12, "year": _CYCLE_YEARS}[
        unit
    ]
    cycles, left = divmod(count, cycle)
    year, month, day_of_month = civil_from_days(day)
    era, year_of_era = divmod(year, _CYCLE_YEARS)
    # dateutil knows the years 1 to 9999: it is shown the same place in the cycle that began in 2000.
    start = dt.date(2000 + year_of_era, month, day_of_month)
    step = {"day": relativedelta(days=left), "week": relativedelta(weeks=left),
            "month": relativedelta(months=left), "year": relativedelta(years=left)}[unit]  # fmt: skip
    end: dt.date = start + step
    return days_from_civil(end.year - 2000, end.month, end.day) + (era + cycles) * _CYCLE_DAYS


def quantity(cursor: Cursor) -> tuple[int, str, int] | None:
    """A count of units at the cursor, as (count, unit, qualifier): "two weeks" is (2, "week", 0)."""
    start = cursor.at
    count = cursor.number()
    if count is not None:
        cursor.at += 1
    else:
        count = NUMBERS.get(cursor.take_one(NUMBERS))
    name = cursor.take_one(UNITS)
    if count is None or not name:
        cursor.at = start
        return None
    if count > 10**9:
        raise DateError(
            f"date {shown(cursor.text)}: {count} {name} is too far away", hint="write the year: Y-170000"
        )
    doubt = APPROXIMATE if UNIT_LENGTHS.get(name, 1) >= 10 else 0
    return count * UNIT_LENGTHS.get(name, 1), UNITS[name], doubt


def at_distance(day: int, unit: str, count: int, doubt: int = 0) -> Stated:
    """The date some units away from a day, as precise as the unit."""
    precision = "day" if unit == "week" else unit
    return Stated(whole=unit_text(shifted(day, unit, count), precision), unit=precision, qualifier=doubt)


def from_date(said: Said, unit: str, count: int, doubt: int) -> Stated:
    """The date some units away from another date, which must be at least as precise as the unit."""
    day = said.date.first_day
    if day is None or said.text.startswith("[") or unit not in _COUNTABLE.get(said.unit, ()):
        raise DateError(
            f"date {shown(said.words)} is not precise enough to count {unit}s from",
            hint=f"give {shown(said.words)} its day, as in 21 March 2022",
        )
    return at_distance(day, unit, count, doubt)


def relative_phrase(cursor: Cursor, today: int) -> Stated | None:
    """A date told from today, at the cursor; None when there is none."""
    if cursor.word() in _NEAR_DAYS:
        return at_distance(today, "day", _NEAR_DAYS[cursor.take_one(_NEAR_DAYS)])
    if cursor.take("day", "before", "yesterday"):
        return at_distance(today, "day", -2)
    if cursor.take("day", "after", "tomorrow"):
        return at_distance(today, "day", 2)
    if cursor.word() in {"last", "this", "next", "past", "previous", "coming"}:
        return _named_neighbour(cursor, today)
    if cursor.word() in WEEKDAYS:
        wanted = WEEKDAYS[cursor.take_one(WEEKDAYS)]
        day = today - (weekday(today) - wanted) % 7
        return Stated(whole=unit_text(day, "day"), unit="day", weekday=wanted)
    start = cursor.at
    amount = quantity(cursor)
    if amount is not None:
        count, unit, doubt = amount
        if cursor.take("ago"):
            return at_distance(today, unit, -count, doubt)
        if cursor.take("from", "now") or cursor.take("from", "today"):
            return at_distance(today, unit, count, doubt)
    cursor.at = start
    return None


def week_of(day: int) -> str:
    """The days of the week, Monday to Sunday, that holds a day: one of them, not known which.

    >>> week_of(19398)
    '[2023-02-06..2023-02-12]'
    """
    monday = day - weekday(day)
    return EventDate.parse(f"[{unit_text(monday, 'day')}..{unit_text(monday + 6, 'day')}]").text


def _named_neighbour(cursor: Cursor, today: int) -> Stated | None:
    """A period or day beside this one: "last week", "this year", "next month", "last Friday", "last March"."""
    start = cursor.at
    word, name = cursor.word(), cursor.word(1)
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[word]
    cursor.at += 2
    if name == "week":
        return Stated(whole=week_of(today + 7 * step), unit="day")
    if name in {"day", "month", "year"} and word != "past":
        return at_distance(today, name, step)
    if name in {"decade", "century"} and step == 0:
        digits = unit_text(today, "year")
        return Stated(whole=digits[:-1] + "X" if name == "decade" else digits[:-2] + "XX", unit="years")
    if name in {"morning", "afternoon", "evening"} and step == 0:
        return at_distance(today, "day", 0)
    if name in WEEKDAYS and step < 0:
        day = today - ((weekday(today) - WEEKDAYS[name] - 1) % 7 + 1)
        return Stated(whole=unit_text(day, "day"), unit="day")
    year = civil_from_days(today)[0]
    if name in WEEKDAYS:
        monday = today - weekday(today)
        days = (monday + WEEKDAYS[name] + 7 * (step + later) for later in (-1, 0))
        raise _ambiguous(cursor.since(start), " or ".join(unit_text(day, "day") for day in days))
    if name in {*MONTHS, *SEASONS}:
        if step > 0:
            raise _ambiguous(
                cursor.since(start), f"{name.capitalize()} {year} or {name.capitalize()} {year + 1}"
            )
        return Stated(month=MONTHS.get(name) or SEASONS[name], year=year if step == 0 else None)
    cursor.at = start
    return None


def _ambiguous(said: str, readings: str) -> DateError:
    return DateError(f"date {shown(said)} can mean more than one", hint=f"write {readings}")
