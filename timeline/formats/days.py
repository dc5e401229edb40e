"""The days of a date for formats that have no EDTF: never more precise than the date is, and never invented."""

from dataclasses import dataclass

from timeline.dates.calendar import civil_from_days, days_in_month
from timeline.dates.edtf_values import Edge, Edtf, Interval, Point
from timeline.dates.event_date import EventDate

Parts = tuple[int, ...]
"""A year; a year and a month; or a year, a month and a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and last day that a date can mean; of an open one, those of the end that is known."""

    first: int
    last: int


def days_of(date: EventDate) -> Days | None:
    """The days of a date; None where no end of it is known.

    >>> days_of(EventDate("../2020")), days_of(EventDate("../.."))
    (Days(first=18262, last=18627), None)
    """
    value: Edtf | Edge = date.value
    if isinstance(value, Interval) and (date.open_start or date.open_end):
        value = value.start if date.open_end else value.end
    known = () if isinstance(value, Edge) else (value.first_day, value.last_day)
    days = [day for day in known if day is not None]
    return Days(first=min(days), last=max(days)) if days else None


def parts_of(date: EventDate) -> tuple[Parts, Parts]:
    """The first and last day of a date of which one is known: as years where whole years are meant, or months.

    >>> parts_of(EventDate("195X")), parts_of(EventDate("1950~/2022-03-21")), parts_of(EventDate("2022-03"))
    (((1950,), (1959,)), ((1950,), (2022, 3, 21)), ((2022, 3), (2022, 3)))
    """
    value = date.value
    if isinstance(value, Interval) and isinstance(value.start, Point) and isinstance(value.end, Point):
        start, end = value.start, value.end
        return _parts(start.first_day, start.last_day)[0], _parts(end.first_day, end.last_day)[1]
    days = days_of(date)
    assert days is not None
    return _parts(days.first, days.last)


def _parts(first: int, last: int) -> tuple[Parts, Parts]:
    start, end = civil_from_days(first), civil_from_days(last)
    if start[1:] == (1, 1) and end[1:] == (12, 31):
        return start[:1], end[:1]
    if start[2] == 1 and end[2] == days_in_month(end[0], end[1]):
        return start[:2], end[:2]
    return start, end


def is_known(date: EventDate) -> bool:
    """Whether its days are known: it is one, or lasts from one to another."""
    value = date.value
    ends = (value.start, value.end) if isinstance(value, Interval) else (value,)
    return all(isinstance(end, Point) and end.first_day == end.last_day and not end.qualifier for end in ends)
