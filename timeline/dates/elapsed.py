"""How long from one event to the next, as precisely as both dates allow.

The rule: the time runs from the first day of one start to the first day of the other, in the calendar, and is then
rounded to the coarser of their two precisions.

- Two days (a time counts as its day) give years, months and days, the two largest that are not zero: `10 months
  17 days`. A month is over on the same day of the next month, or on its last day when it is shorter.
- Everything else is `about`: so many months where both are known to the month; seasons and quarters round to three
  months, years to years, decades, centuries and millennia to their own length. A vague date is as precise as it is
  wide: `[2024-03-01..2024-03-10]` counts as a month. A day said to be approximate or uncertain does, too.
- What is just halfway between two lengths is rounded towards the middle of what is possible: up when the later date
  is the vaguer, else down. So 1 July 2018 to 2022 and 2018 to 1 July 2022 are both `about 4 years`.
- Nothing is said (the empty text) where the starts may coincide or be the other way round, as of a year and a day in
  it; of starts without a bound or wider than a millennium; and of what rounds to nothing: 31 December 2022 to 2023.
- An interval starts with its start, a set of all its dates with the first of them.
"""

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.dates.edtf_values import DateSet, Interval, Point, Span
from timeline.dates.event_date import EventDate

# The most days that a start of each precision can span, and what it is rounded to: 0 is a day, others are months.
_UNITS = ((1, 0), (31, 1), (92, 3), (366, 12), (3653, 120), (36525, 1200), (365243, 12000))


def elapsed(start: EventDate, end: EventDate) -> str:
    """The time from the start of one date to the start of a later one; empty when nothing honest can be said.

    >>> elapsed(EventDate("2022-03-24"), EventDate("2023-02-10"))
    '10 months 17 days'
    >>> elapsed(EventDate("2018"), EventDate("2022-03-21")), elapsed(EventDate("2022-12-31"), EventDate("2024"))
    ('about 4 years', 'about 1 year')
    """
    earlier, later = _start(start), _start(end)
    if earlier is None or later is None or earlier[1] >= later[0]:
        return ""
    unit = max(earlier[2], later[2])
    if unit == 0:
        months, days = _months_and_days(earlier[0], later[0])
        return _words(months // 12, months % 12, days)
    months = _rounded(earlier[0], later[0], unit, halves_up=later[2] > earlier[2])
    return f"about {_words(months // 12, months % 12, 0)}" if months else ""


def may_end_before(date: EventDate, later: EventDate) -> bool:
    """Whether the date goes on beyond its start, and may be over when the later one starts.

    Then the time from start to start may be read as the time from its end, unless one says what it is.

    >>> later = EventDate("2025-09-01")
    >>> [may_end_before(EventDate(text), later) for text in ("2025-04/2025-08-20", "2025-04/2025-10", "2025-04")]
    [True, False, False]
    """
    if later.first_day is None or date.kind not in ("interval", "all-of"):
        return False
    starts, ends = _ends(date)
    if len(starts) != len(ends) or not ends:  # an open end
        return False
    began, ended = min(point.first_day for point in starts), max(point.first_day for point in ends)
    return began < ended < later.first_day


def _start(date: EventDate) -> tuple[int, int, int] | None:
    """The first and last day on which it can start, and what that precision is rounded to; None when too vague."""
    first, last, qualifier = date.first_day, date.last_day, date.qualifier.value
    if date.kind in ("interval", "all-of"):
        starts, _ = _ends(date)
        if first is None or not starts:
            return None
        point = min(starts, key=lambda point: (point.first_day, point.last_day))
        first, last, qualifier = point.first_day, point.last_day, point.qualifier
    if first is None or last is None:
        return None
    unit = next((unit for most, unit in _UNITS if last - first < most), None)
    if unit is None:
        return None
    return first, last, 1 if unit == 0 and qualifier else unit


def _ends(date: EventDate) -> tuple[list[Point], list[Point]]:
    """The starts and the ends of an interval, or of the members of a set; those that are dates."""
    value = date.value
    parts: tuple[Point | Interval | Span, ...] = value.members if isinstance(value, DateSet) else (value,)
    starts = [part if isinstance(part, Point) else part.start for part in parts]
    ends = [part if isinstance(part, Point) else part.end for part in parts]
    return (
        [point for point in starts if isinstance(point, Point)],
        [point for point in ends if isinstance(point, Point)],
    )


def _rounded(start: int, end: int, unit: int, *, halves_up: bool) -> int:
    """The months from day to day, to the nearest multiple of the unit."""
    months, days = _months_and_days(start, end)
    number, day = _month_and_day(start)
    length = _day_in_month(number + months + 1, day) - _day_in_month(number + months, day)
    whole, rest = divmod(months * length + days, unit * length)
    up = 2 * rest > unit * length or (halves_up and 2 * rest == unit * length)
    return (whole + up) * unit


def _months_and_days(start: int, end: int) -> tuple[int, int]:
    """Whole months from day to day, and the days left."""
    number, day = _month_and_day(start)
    months = _month_and_day(end)[0] - number
    passed = _day_in_month(number + months, day)
    if passed > end:
        months -= 1
        passed = _day_in_month(number + months, day)
    return months, end - passed


def _day_in_month(number: int, day: int) -> int:
    """The day in the month of that number, or its last day when it is shorter."""
    year, month = number // 12, number % 12 + 1
    return days_from_civil(year, month, min(day, days_in_month(year, month)))


def _month_and_day(day: int) -> tuple[int, int]:
    """The day's month, counted from January of the year 0, and its number in the month."""
    year, month, number = civil_from_days(day)
    return 12 * year + month - 1, number


def _words(years: int, months: int, days: int) -> str:
    parts = [
        f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
        for number, name in ((years, "year"), (months, "month"), (days, "day"))
        if number
    ]
    return " ".join(parts[:2])
