"""Lengths of time as people write them, `30d`, `2 years`, and how far a day, or a date that is only about right, reaches by one."""

import re

from timeline.counting import counted
from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.dates.edtf_values import DateSet, Interval, Point, Qualifier, Span
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError, shown
from timeline.tuples import NamedTuple

_EXACT = (Qualifier.NONE, Qualifier.UNCERTAIN)
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_length = re.compile(r"(\d{1,5}) ?(d|w|m|y|days?|weeks?|months?|years?)", re.ASCII)


class Length(NamedTuple):
    """So many days, weeks, months or years, by the first letter. Months and years are the calendar's."""

    number: int
    unit: str

    def __str__(self) -> str:
        """The length in words."""
        return counted(self.number, _UNITS[self.unit])

    def from_day(self, day: int | None, direction: int) -> int | None:
        """The day that lies so far after another (direction 1) or before it (-1); None where that is open.

        >>> leap_day = days_from_civil(2024, 2, 29)
        >>> [civil_from_days(Length(1, "y").from_day(leap_day, way)) for way in (-1, 1)]
        [(2023, 2, 28), (2025, 2, 28)]
        """
        if day is None:
            return None
        if self.unit in "dw":
            return day + direction * self.number * (7 if self.unit == "w" else 1)
        year, month, number = civil_from_days(day)
        months = 12 * year + month - 1 + direction * self.number * (12 if self.unit == "y" else 1)
        year, month = months // 12, months % 12 + 1
        return days_from_civil(year, month, min(number, days_in_month(year, month)))


def read_length(text: str) -> Length:
    """The length that a person writes; UsageError where it is none.

    >>> read_length("2w"), read_length("18 months")
    (Length(number=2, unit='w'), Length(number=18, unit='m'))
    """
    match = _length.fullmatch(text.strip().lower())
    if match is None:
        raise UsageError(f"{shown(text)} is no length of time", hint="write 30d, 2w, 3m or 1y")
    return Length(int(match[1]), match[2][0])


def reach(date: EventDate, circa: Length | None) -> tuple[int | None, int | None]:
    """The first and the last day that a date can mean where what is marked `~` may lie so far to either side.

    What is not marked stands: the other end of an interval, other members of a set, and the year or month in which only
    what is below is approximate.

    >>> [civil_from_days(day)[0] for day in reach(EventDate("1950~/1960"), Length(2, "y"))]
    [1948, 1960]
    """
    if circa is None or date.qualifier in _EXACT:
        return date.first_day, date.last_day
    value = date.value
    if isinstance(value, DateSet):
        ends = [(one.start, one.end) if isinstance(one, Span) else (one, one) for one in value.members]
    else:
        ends = [(value.start, value.end) if isinstance(value, Interval) else (value, value)]
    firsts = [_reach(start, circa)[0] for start, _ in ends if isinstance(start, Point)]
    lasts = [_reach(end, circa)[1] for _, end in ends if isinstance(end, Point)]
    return (
        None if date.first_day is None else min(firsts),
        None if date.last_day is None else max(lasts),
    )


def possibly_during(
    date: EventDate, first_day: int | None, last_day: int | None, circa: Length | None
) -> bool:
    """Whether some reading of a date touches the days from first to last (None: no bound), as far as its `~` reaches."""
    if date.possibly_during(first_day, last_day):
        return True
    if circa is None or date.qualifier in _EXACT:  # how far one reaches takes 7 µs
        return False
    first, last = reach(date, circa)
    starts = first is None or last_day is None or first <= last_day
    return starts and (last is None or first_day is None or last >= first_day)


def _reach(point: Point, circa: Length) -> tuple[int, int]:
    year, month, _ = (qualifiers & Qualifier.APPROXIMATE for qualifiers in point.qualifiers)
    first, last = point.first_day, point.last_day
    if not point.qualifier & Qualifier.APPROXIMATE:
        return first, last
    least, most = circa.from_day(first, -1), circa.from_day(last, 1)
    assert least is not None
    assert most is not None
    if not year:  # a winter ends in the year after its own: it is never cut
        around = EventDate(point.year if month else f"{point.year}-{point.month}")
        assert around.first_day is not None
        assert around.last_day is not None
        least, most = max(least, around.first_day), min(most, around.last_day)
    return min(first, least), max(last, most)
