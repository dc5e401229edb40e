"""What a date says beyond a plain day, month or year, by name: what a format that has only those cannot hold."""

from timeline.dates.calendar import days_from_civil
from timeline.dates.edtf_values import DateSet, Edge, Interval, Point, Span
from timeline.dates.event_date import EventDate

TIME = "time of day"
ZONE = "time zone"
SEASON = "season"
UNSPECIFIED = "unspecified digits"
ROUNDED = "significant digits"
DOUBT = "doubt (~ ? %)"
INTERVAL = "interval"
OPEN = "open end"
SET = "set of dates"
BEFORE_CHRIST = "year before 1"
FAR = "year after 9999"
FORMS = (TIME, ZONE, SEASON, UNSPECIFIED, ROUNDED, DOUBT, INTERVAL, OPEN, SET, BEFORE_CHRIST, FAR)

YEAR_1 = days_from_civil(1, 1, 1)
YEAR_10000 = days_from_civil(10_000, 1, 1)


def forms_of(date: EventDate) -> frozenset[str]:
    """The names of all that the date says beyond a plain day, month or year of the years 1 to 9999.

    >>> [sorted(forms_of(EventDate(text))) for text in ("2022-03", "1950~/..", "-0043", "2023-02-10T15:00:00Z")]
    [[], ['doubt (~ ? %)', 'interval', 'open end'], ['year before 1'], ['time of day', 'time zone']]
    """
    found = set()
    days = [day for day in (date.first_day, date.last_day) if day is not None]
    if min(days, default=YEAR_1) < YEAR_1:
        found.add(BEFORE_CHRIST)
    if max(days, default=YEAR_1) >= YEAR_10000:
        found.add(FAR)
    if date.qualifier:
        found.add(DOUBT)
    if date.kind in ("day", "month", "year") and date.level == 0:
        return frozenset(found)
    value = date.value
    if isinstance(value, Interval):
        found.add(INTERVAL)
    elif isinstance(value, DateSet):
        found.add(SET)
    for end in _ends(value):
        found |= {OPEN} if isinstance(end, Edge) else _of_point(end)
    return frozenset(found)


def _ends(value: Point | Interval | DateSet) -> list[Point | Edge]:
    """Every date within a date."""
    if isinstance(value, Point):
        return [value]
    if isinstance(value, Interval):
        return [value.start, value.end]
    return [
        end
        for member in value.members
        for end in ((member.start, member.end) if isinstance(member, Span) else (member,))
    ]


def _of_point(point: Point) -> set[str]:
    digits = point.year + point.month + point.day
    said = (
        (TIME, point.kind == "time"),
        (ZONE, point.offset is not None),
        (SEASON, point.kind == "season"),
        (UNSPECIFIED, "X" in digits),
        (ROUNDED, "S" in digits),
    )
    return {name for name, there in said if there}
