"""Other calendars than ours as day numbers, by arithmetic on integers: first and last day of a day, month or year.

Sources of the rules: Dershowitz and Reingold, Calendrical Calculations; for the Islamic calendar the tabular civil one
(epoch 16 July 622 Julian, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30), from which a sighted month
may differ by a day; Japanese eras from 1873, when Japan took our calendar; the French Republican calendar as it was in
force, years I to XIV, with leap years III, VII and XI.
"""

from collections.abc import Callable, Mapping

from timeline.dates.calendar import days_from_civil, days_in_month
from timeline.tuples import NamedTuple

_JULIAN_EPOCH = -719164  # Julian 0001-01-01, which is Gregorian 0000-12-30, counted from 1970-01-01
_ISLAMIC_EPOCH = -492148  # 1 Muharram of the year 1: Julian 622-07-16, Gregorian 622-07-19
_REPUBLICAN_EPOCH = -64748  # 1 Vendémiaire I: 22 September 1792
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_REPUBLICAN_LAST = 14
# The first and last day of each era (an emperor's last day was his son's first, until 1989).
_ERAS: Mapping[str, tuple[tuple[int, int, int], tuple[int, int, int] | None]] = {
    "meiji": ((1868, 10, 23), (1912, 7, 30)),
    "taisho": ((1912, 7, 30), (1926, 12, 25)),
    "showa": ((1926, 12, 25), (1989, 1, 7)),
    "heisei": ((1989, 1, 8), (2019, 4, 30)),
    "reiwa": ((2019, 5, 1), None),
}
_JAPAN_CHANGED = 1873


class Calendar(NamedTuple):
    """How a calendar counts: the day number of a day, its months and their lengths, and its first and last year.

    `within` says how many days a converted day may be off.
    """

    name: str
    number: Callable[[int, int, int], int]
    months: Callable[[int], int]
    length: Callable[[int, int], int]
    first_year: int
    last_year: int
    within: int = 0


def julian_days(year: int, month: int, day: int) -> int:
    """The day number of a Julian day (year 0 is 1 BC).

    >>> julian_days(1917, 10, 25) == days_from_civil(1917, 11, 7)
    True
    """
    before = year - 1
    leap = 1 if year % 4 == 0 and month > 2 else 0
    return _JULIAN_EPOCH + 365 * before + before // 4 + _DAYS_BEFORE_MONTH[month - 1] + leap + day - 1


def _julian_length(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 else days_in_month(2023, month)


def islamic_days(year: int, month: int, day: int) -> int:
    """The day number of a day of the tabular civil Islamic calendar.

    >>> islamic_days(1443, 9, 1) == days_from_civil(2022, 4, 3)
    True
    """
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1


def _islamic_length(year: int, month: int) -> int:
    leap = month == 12 and (14 + 11 * year) % 30 < 11
    return 30 if month % 2 or leap else 29


def republican_days(year: int, month: int, day: int) -> int:
    """The day number of a day of the French Republican calendar; month 13 holds the five or six days that end a year.

    >>> republican_days(8, 2, 18) == days_from_civil(1799, 11, 9)
    True
    """
    return _REPUBLICAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1


def _republican_length(year: int, month: int) -> int:
    return 30 if month < 13 else 6 if year % 4 == 3 else 5


def _era(name: str, first: int, last: int) -> Calendar:
    return Calendar(
        name,
        lambda year, month, day: days_from_civil(first + year - 1, month, day),
        lambda _year: 12,
        lambda year, month: days_in_month(first + year - 1, month),
        max(1, _JAPAN_CHANGED - first + 1),
        last,
    )


CALENDARS: Mapping[str, Calendar] = {
    "julian": Calendar("Julian", julian_days, lambda _: 12, _julian_length, -9998, 9999),
    "islamic": Calendar("Islamic", islamic_days, lambda _: 12, _islamic_length, 1, 9600, within=1),
    "republican": Calendar(
        "French Republican", republican_days, lambda _: 13, _republican_length, 1, _REPUBLICAN_LAST
    ),
    "roc": _era("Republic of China", 1912, 8000),
    **{
        name: _era(name.capitalize(), began[0], ended[0] - began[0] + 1 if ended else 7900)
        for name, (began, ended) in _ERAS.items()
    },
}


def bounds_by(calendar: str, year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """The first and last day number of a day, month or year by a calendar. ValueError says what it has not."""
    rules = CALENDARS[calendar]
    if not rules.first_year <= year <= rules.last_year:
        raise ValueError(
            f"years of the {rules.name} calendar go from {rules.first_year} to {rules.last_year}"
        )
    months = rules.months(year)
    if month is not None and not 1 <= month <= months:
        raise ValueError(f"months go from 1 to {months}")
    first_month, last_month = (month, month) if month else (1, months)
    if day is not None and not 1 <= day <= rules.length(year, last_month):
        raise ValueError(f"its days go from 1 to {rules.length(year, last_month)}")
    first = rules.number(year, first_month, day or 1)
    last = rules.number(year, last_month, day or rules.length(year, last_month))
    return _within_era(calendar, first, last)


def _within_era(calendar: str, first: int, last: int) -> tuple[int, int]:
    """The days of a year or month that lie in the Japanese era; ValueError when none does."""
    if calendar not in _ERAS:
        return first, last
    began, ended = _ERAS[calendar]
    begins, ends = days_from_civil(*began), days_from_civil(*ended) if ended else last
    if last < begins or first > ends:
        raise ValueError(f"the era was from {began[0]} to {ended[0] if ended else 'today'}")
    return max(first, begins), min(last, ends)
