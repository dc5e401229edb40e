"""Which of many pieces of the calendar is meant: the latest, the nearest, the next, by a table of leanings."""

from collections.abc import Iterable

from timeline.dates.calendar import days_in_month
from timeline.dates.feasts import feast_day
from timeline.dates.periods import Period
from timeline.said.policies import Lean

KINDS = {"month": 1, "season": 21, "quarter": 33, "half": 40}
"""The kinds of a part of a year, by the first of EDTF's numbers for them."""


def kind_of(month: int) -> str:
    """What part of a year a number is in EDTF: a month, a season, a quarter or a half.

    >>> kind_of(12), kind_of(24), kind_of(33), kind_of(41)
    ('month', 'season', 'quarter', 'half')
    """
    return next(kind for kind, first in reversed(KINDS.items()) if month >= first)


def part_in(year: int, month: int) -> Period:
    """A month, season, quarter or half of a year."""
    kind = kind_of(month)
    return Period.of_year(year, kind, month - KINDS[kind] + 1)


def days_in(month: int, day: int, years: Iterable[int]) -> list[Period]:
    """That day of that month in each of the years that has it."""
    return [
        Period.day(year, month, day)
        for year in years
        if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)
    ]


def feasts_in(name: str, years: Iterable[int], calendar: str) -> list[Period]:
    """The day with that name, by the calendar, in each of the years that has it."""
    return [day for year in years if (day := feast_day(name, year, julian=calendar == "julian"))]


def nearest(periods: Iterable[Period], lean: Lean, here: Period) -> Period | None:
    """The one that is meant from `here`; None when none is. Of OWN and TOLD, the one in the year of `here`.

    A history that has come to autumn means by a month of the first quarter that of the next year.
    """
    many = sorted(periods)
    if lean is Lean.NEAREST:
        return min(many, key=lambda one: abs(one.first_day - here.first_day), default=None)
    if lean is Lean.NEXT:
        return next((one for one in many if one.last_day >= here.first_day), None)
    if lean is Lean.LATEST:
        return next((one for one in reversed(many) if one.first_day <= here.last_day), None)
    year = here.year
    if lean is Lean.TOLD and here.unit in ("day", "month") and many:
        month = many[0].month
        if here.month >= 10 and month <= 3 and here.month - month >= 8:
            year += 1
    return next((one for one in many if one.year == year), None)
