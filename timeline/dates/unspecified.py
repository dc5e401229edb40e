"""Which days a date with unspecified digits can denote: `201X`, `2004-XX`, `15XX-12-3X` (Level 2).

`X` may stand for any digit that makes a date of the calendar: `1985-02-2X` ends on the 28th, and `15XX-02-3X`
denotes nothing. A year below zero never is -0000, so `-XXXX` ends with the year -1, `-0X00` with -100.
"""

from collections.abc import Iterable
from functools import cache

from timeline.dates.calendar import days_from_civil, days_in_month

MONTHS = tuple(range(1, 13))
DAYS = tuple(range(1, 32))


def year_range(pattern: str) -> tuple[int, int]:
    """The first and the last year that the pattern allows.

    >>> year_range("201X"), year_range("-01XX"), year_range("1XX3"), year_range("-0XX0")
    ((2010, 2019), (-199, -100), (1003, 1993), (-990, -10))
    """
    first, last = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    if pattern[0] != "-":
        return first, last
    # Nearest to zero without being it: a one for the last X.
    return last, first or -(10 ** (len(pattern) - 1 - pattern.rindex("X")))


@cache  # 121 patterns of two digits at most
def matching_months(pattern: str) -> tuple[int, ...]:
    """The months that the pattern allows.

    >>> matching_months("1X"), matching_months("2X")
    ((10, 11, 12), ())
    """
    return tuple(number for number in MONTHS if _matches(pattern, number))


@cache  # 121 patterns of two digits at most
def matching_days(pattern: str) -> tuple[int, ...]:
    """The days of a month that the pattern allows.

    >>> matching_days("3X")
    (30, 31)
    """
    return tuple(number for number in DAYS if _matches(pattern, number))


def day_range(year: str, months: tuple[int, ...], days: tuple[int, ...]) -> tuple[int, int] | None:
    """The first and last day in the year pattern, the months and the days; None when there is no such day.

    >>> day_range("15XX", (2,), (30, 31)) is None
    True
    """
    low, high = year_range(year)
    forwards: Iterable[int] = (low, high)
    backwards: Iterable[int] = (high, low)
    if months == (2,) and days == (29,):  # the one day that not every year has
        forwards = (number for number in range(low, high + 1) if _year_matches(year, number))
        backwards = (number for number in range(high, low - 1, -1) if _year_matches(year, number))
    first = _first_day(forwards, months, days)
    last = _first_day(backwards, months[::-1], days[::-1])
    return None if first is None or last is None else (first, last)


def _first_day(years: Iterable[int], months: tuple[int, ...], days: tuple[int, ...]) -> int | None:
    for year in years:
        for month in months:
            for day in days:
                if day <= days_in_month(year, month):
                    return days_from_civil(year, month, day)
    return None


def _year_matches(pattern: str, year: int) -> bool:
    digits = pattern.lstrip("-")
    return all(mark in ("X", digit) for mark, digit in zip(digits, f"{abs(year):04}", strict=True))


def _matches(pattern: str, number: int) -> bool:
    return pattern[0] in ("X", str(number // 10)) and pattern[1] in ("X", str(number % 10))
