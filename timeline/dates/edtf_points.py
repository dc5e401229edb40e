"""The grammar of a single EDTF date: a year, month, day, season or time, with qualifiers and unspecified digits.

The choices made where implementations disagree are those of `timeline.dates.edtf`.
"""

import re

from timeline.dates import mistakes
from timeline.dates.calendar import days_from_civil, days_in_month
from timeline.dates.edtf_values import Point
from timeline.dates.unspecified import DAYS, day_range, matching_days, matching_months, year_range

_MAX_YEAR = 10**11

# Start month and length in months of each sub-year grouping (Level 2, Sub-year groupings).
_SEASONS = {
    **dict.fromkeys((21, 25, 31), (3, 3)),
    **dict.fromkeys((22, 26, 32), (6, 3)),
    **dict.fromkeys((23, 27, 29), (9, 3)),
    **dict.fromkeys((24, 28, 30), (12, 3)),
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}

_QUALIFIERS = {"": 0, "~": 1, "?": 2, "%": 3}

# A qualifier before a component is said of it alone, one behind it of it and of all to its left (Level 2,
# Qualification of individual components).
_date = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
# Compiled when they are first met, as few dates are long years or times.
_LONG_YEAR = r"([?~%]?)((Y?)(-?)([0-9]+)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?)([?~%]?)"
_TIME = r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|([+-])([0-9]{2})(?::([0-9]{2}))?)?"


def parse_point(text: str) -> Point:
    """The single date that the text says; DateError when it says none.

    >>> parse_point("2004-06-~11").qualifiers
    (0, 0, 1)
    """
    match = _date.fullmatch(text)
    if match is None:
        return _other_point(text)
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = (
        match.groups("")
    )
    if year == "-0000":
        raise mistakes.negative_zero(text)
    if before_year or after_year or before_month or after_month or before_day or after_day:
        whole = _QUALIFIERS[after_day]
        year_and_month = _QUALIFIERS[after_month] | whole
        qualifiers = (
            _QUALIFIERS[before_year] | _QUALIFIERS[after_year] | year_and_month,
            _QUALIFIERS[before_month] | year_and_month if month else 0,
            _QUALIFIERS[before_day] | whole if day else 0,
        )
        inner = before_year or before_month or before_day or (month and after_year) or (day and after_month)
        level = 2 if inner else 1
    else:
        qualifiers = (0, 0, 0)
        level = 1 if year[0] == "-" else 0
    if "X" in text:
        kind, first, last, least = _unspecified(text, year, month, day)
    else:
        kind, first, last, least = _specified(text, int(year), month, day)
    return Point(
        kind=kind,
        level=max(level, least),
        year=year,
        month=month,
        day=day,
        qualifiers=qualifiers,
        first_day=first,
        last_day=last,
    )


def _specified(text: str, year: int, month_digits: str, day_digits: str) -> tuple[str, int, int, int]:
    """Kind, first day, last day and least level of a date whose digits are all known."""
    if not month_digits:
        first = days_from_civil(year, 1, 1)
        return "year", first, days_from_civil(year, 12, 31), 0
    month = int(month_digits)
    if day_digits:
        day = _civil_day(text, year, month, int(day_digits))
        return "day", day, day, 0
    if 1 <= month <= 12:
        first = days_from_civil(year, month, 1)
        return "month", first, first + days_in_month(year, month) - 1, 0
    if month in _SEASONS:
        return "season", *_season(year, year, month), 1 if month <= 24 else 2
    raise mistakes.no_such_month(text)


def _season(year: int, last_year: int, code: int) -> tuple[int, int]:
    """The first day of the season in `year`, its last in `last_year`."""
    month, length = _SEASONS[code]
    after = month + length
    end = days_from_civil(last_year + after // 13, (after - 1) % 12 + 1, 1)
    return days_from_civil(year, month, 1), end - 1


def _civil_day(text: str, year: int, month: int, day: int) -> int:
    """The day number of a day that `text` names; DateError when the calendar has no such day."""
    if not 1 <= month <= 12:
        raise mistakes.no_such_month(text)
    if not 1 <= day <= 28 and not 1 <= day <= days_in_month(year, month):
        raise mistakes.no_such_day(text, year, month, day)
    return days_from_civil(year, month, day)


def _unspecified(text: str, year: str, month_digits: str, day_digits: str) -> tuple[str, int, int, int]:
    """Kind, first day, last day and least level of a date with unspecified digits."""
    level = _unspecified_level(year, month_digits, day_digits)
    if not month_digits:
        low, high = year_range(year)
        return "year", days_from_civil(low, 1, 1), days_from_civil(high, 12, 31), level
    if not day_digits and month_digits.isdigit() and int(month_digits) in _SEASONS:
        return "season", *_season(*year_range(year), int(month_digits)), 2
    months = matching_months(month_digits)
    if not months:
        raise mistakes.no_such_month(text)
    days = matching_days(day_digits) if day_digits else DAYS
    if not days:
        raise mistakes.no_such_day(text, None, months[0], 99)
    bounds = day_range(year, months, days)
    if bounds is None:
        raise mistakes.no_such_day(text, None, months[0], days[0])
    return "day" if day_digits else "month", *bounds, level


def _unspecified_level(year: str, month: str, day: str) -> int:
    """Level 1 has digits unspecified from the right: 201X, 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX; the rest is 2."""
    if not month:
        return 1 if year[-1] == "X" and "X" not in year[:-2] else 2
    if "X" in year:
        return 2
    plain = (month == "XX" and day in ("", "XX")) or (day == "XX" and "X" not in month)
    return 1 if plain else 2


def _other_point(text: str) -> Point:
    match = re.fullmatch(_TIME, text)
    if match is not None:
        return _moment(text, match)
    match = re.fullmatch(_LONG_YEAR, text)
    if match is None:
        raise mistakes.UnreadableError(text)
    before, year, letter, sign, digits, exponent, significant, after = match.groups("")
    if not letter and (exponent or not significant or len(digits) != 4):
        raise mistakes.UnreadableError(text)
    if letter and (digits[0] == "0" or not (exponent or len(digits) > 4)):
        raise mistakes.UnreadableError(text)
    if len(digits) > 12 or len(exponent) > 2 or len(digits) + int(exponent or 0) > 12:
        raise mistakes.too_far(text)
    value = int(digits) * 10 ** int(exponent or 0)
    if sign and not value:
        raise mistakes.negative_zero(text)
    low, high = _significant(value, significant)
    if high > _MAX_YEAR:
        raise mistakes.too_far(text)
    if sign:
        low, high = -high, -low
    qualifier = _QUALIFIERS[before] | _QUALIFIERS[after]
    return Point(
        kind="year",
        level=2 if before or exponent or significant else 1,
        year=year,
        qualifiers=(qualifier, 0, 0),
        first_day=days_from_civil(low, 1, 1),
        last_day=days_from_civil(high, 12, 31),
    )


def _significant(value: int, significant: str) -> tuple[int, int]:
    """The least and the greatest year that the estimate stands for; zeros in front do not count as digits."""
    digits = len(str(value))
    # No year has a hundred digits: a longer number is not worth computing.
    if not significant or len(significant) > 2 or int(significant) >= digits:
        return value, value
    step = 10 ** (digits - int(significant))
    low = value - value % step
    return low, low + step - 1


def _moment(text: str, match: re.Match[str]) -> Point:
    year, month, day, hour, minute, second, sign, offset_hours, offset_minutes = match.groups("")
    if year == "-0000":
        raise mistakes.negative_zero(text)
    number = _civil_day(text, int(year), int(month), int(day))
    if (hour, minute, second) > ("24", "00", "00") or minute > "59" or second > "59":
        raise mistakes.no_such_time(text, hour)
    offset: int | None = None
    if sign:
        minutes = 60 * int(offset_hours) + int(offset_minutes or 0)
        offset = -minutes if sign == "-" else minutes
        if not -720 <= offset <= 840 or offset_minutes > "59" or (sign == "-" and not minutes):
            raise mistakes.no_such_offset(text)
    elif text[-1] == "Z":
        offset = 0
    return Point(
        kind="time",
        level=1 if year[0] == "-" else 0,
        year=year,
        month=month,
        day=day,
        first_day=number,
        last_day=number,
        second=3600 * int(hour) + 60 * int(minute) + int(second),
        offset=offset,
    )
