"""Two days with a stroke between: 26 January / 7 February 1855 is one day as two calendars write it, 3/4 May are two."""

from timeline.dates.calendar import days_from_civil
from timeline.dates.calendars import julian_days
from timeline.said.values import Fields, Value, Year


def one_day(old: Value, new: Value, year: Year | None = None) -> bool:
    """Whether the first of two days is by the Julian calendar the second by ours; `year` stands behind both.

    >>> year = Year(number=1825)
    >>> [one_day(Fields(day=14, month=12), Fields(day=day, month=12), year) for day in (26, 15)]
    [True, False]
    """
    if not isinstance(old, Fields) or not isinstance(new, Fields):
        return False
    newer, older = new.year or year, old.year
    if not (old.month and old.day and new.month and new.day) or max(old.month, new.month) > 12:
        return False
    if newer is None or newer.era or newer.short:
        return False
    # The old year ends after the new one has begun.
    years = (newer.number - 1, newer.number) if older is None else (older.number,)
    ours = days_from_civil(newer.number, new.month, new.day)
    return any(julian_days(each, old.month, old.day) == ours for each in years)
