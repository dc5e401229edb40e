"""How long from one event to the next, as precisely as both dates allow.

The rule: both starts are taken in the coarser of their two precisions, and subtracted in the calendar.

- Two days (a time counts as its day) give years, months and days, the two largest that are not zero: `10 months
  17 days`. A month is over on the same day of the next month, or on its last day when it is shorter.
- Months, seasons and days said to be approximate or uncertain give `about` so many months or years and months.
- Years, and what is known no closer than a year, give `about` so many years; decades, centuries and millennia round
  down to their own length. A vague date is as precise as it is wide: `[2024-03-01..2024-03-10]` counts as a month.
- Nothing is said (the empty text) of one day or month or year, of starts without a bound or wider than a
  millennium, and of starts less than half a unit apart, such as 31 December 2022 and 2023.
- An interval starts with its start, a set of all its dates with the first of them.
"""

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.dates.edtf_values import DateSet, Interval, Point, Span
from timeline.dates.event_date import EventDate

# The most days that a start of each precision can span, and the precision: 0 is a day, others are in months.
_UNITS = ((1, 0), (92, 1), (366, 12), (3653, 120), (36525, 1200), (365243, 12000))


def elapsed(start: EventDate, end: EventDate) -> str:
    """The time from the start of one date to the start of a later one; empty when nothing honest can be said.

    >>> elapsed(EventDate("2022-03-24"), EventDate("2023-02-10"))
    '10 months 17 days'
    >>> elapsed(EventDate("2018"), EventDate("2022-03-21")), elapsed(EventDate("2022-03-21"), EventDate("2023-02"))
    ('about 4 years', 'about 11 months')
    """
    if start.first_day is None or end.first_day is None or start.first_day > end.first_day:
        return ""
    units = (_unit(start), _unit(end))
    if None in units:
        return ""
    unit = max(units[0] or 0, units[1] or 0)
    if unit == 0:
        months, days = _months_and_days(start.first_day, end.first_day)
        return _words(months // 12, months % 12, days)
    months = (_month_number(end.first_day) // unit - _month_number(start.first_day) // unit) * unit
    if not months or (months == unit and end.first_day - start.first_day < unit * 15):
        return ""
    return f"about {_words(months // 12, months % 12, 0)}"


def _unit(date: EventDate) -> int | None:
    """The precision of a date's start: 0 for a day, else in months; None when it is vaguer than a millennium."""
    first, last, qualifier = _start(date)
    if first is None or last is None:
        return None
    unit = next((unit for most, unit in _UNITS if last - first < most), None)
    return 1 if unit == 0 and qualifier else unit


def _start(date: EventDate) -> tuple[int | None, int | None, int]:
    """The first and last day on which it can start, and what is said of their certainty."""
    value = date.value if date.kind in ("interval", "all-of") else None
    if isinstance(value, Interval) and isinstance(value.start, Point):
        return value.start.first_day, value.start.last_day, value.start.qualifier
    if isinstance(value, DateSet):
        starts = [member.start if isinstance(member, Span) else member for member in value.members]
        points = [point for point in starts if isinstance(point, Point)]
        first = min(points, key=lambda point: (point.first_day, point.last_day))
        return first.first_day, first.last_day, first.qualifier
    return date.first_day, date.last_day, date.qualifier


def _months_and_days(start: int, end: int) -> tuple[int, int]:
    """Whole months from day to day, and the days left."""
    day = civil_from_days(start)[2]
    number = _month_number(start)
    months = _month_number(end) - number
    passed = _day_in_month(number + months, day)
    if passed > end:
        months -= 1
        passed = _day_in_month(number + months, day)
    return months, end - passed


def _day_in_month(number: int, day: int) -> int:
    """The day in the month of that number, or its last day when it is shorter."""
    year, month = number // 12, number % 12 + 1
    return days_from_civil(year, month, min(day, days_in_month(year, month)))


def _month_number(day: int) -> int:
    """The day's month, counted from January of the year 0."""
    year, month, _ = civil_from_days(day)
    return 12 * year + month - 1


def _words(years: int, months: int, days: int) -> str:
    parts = [
        f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
        for number, name in ((years, "year"), (months, "month"), (days, "day"))
        if number
    ]
    return " ".join(parts[:2])
