"""What a value means that leans on nothing any more: its EDTF, and the piece of the calendar behind it."""

from timeline.dates.event_date import EventDate
from timeline.dates.periods import MONTHS_IN, Period
from timeline.errors import DateError
from timeline.said.completing import year_number
from timeline.said.dated import Dating
from timeline.said.settle import settle
from timeline.said.understood import DayOrder
from timeline.said.values import (
    Beside,
    Between,
    Either,
    Fields,
    Foreign,
    Known,
    Lasting,
    Night,
    Nth,
    Part,
    Several,
    SoFar,
    Untold,
    Value,
    WeekOf,
    Years,
)

_LONG: dict[int, str] = {10: "decade", 100: "century", 1000: "millennium"}


def placed(value: Value, dating: Dating) -> tuple[str, Period | None, Value]:
    """The EDTF of a value that leans on nothing, the period behind it, and the value itself, of several the likeliest."""
    if isinstance(value, Either):
        return _likeliest(value, dating)
    if isinstance(value, Night | Lasting | Between | Beside | Several):
        edtf = settle(value, dating.at).edtf
        return edtf, _period(value, dating) or _around(edtf), value
    timed = value.clock is not None and value.clock.hour < 24
    if isinstance(value, Part):
        return _part(value, dating)
    point = dating.point(value if timed else value.but(clock=None))
    period = value.period if isinstance(value, Known) else _period(value, dating)
    return point.edtf, period or named(point.text) or _same_month(value, dating), value


def _same_month(value: Value, dating: Dating) -> Period | None:
    """The month of ours that bears the name of one by the story's calendar: later words lean on it."""
    if not dating.at.calendar or not isinstance(value, Fields) or value.year is None or value.month is None:
        return None
    return Period.of_month(year_number(value.year, dating.at, value.words), value.month)


def _likeliest(value: Either, dating: Dating) -> tuple[str, Period | None, Value]:
    readings = value.readings
    if value.asks == "order" and not value.usual and dating.at.order is DayOrder.MONTH_FIRST:
        readings = (readings[1], readings[0], *readings[2:])
    for number, reading in enumerate(readings, 1):
        try:
            return placed(reading.instead_of(value), dating)
        except DateError:
            if number == len(readings):
                raise
    raise AssertionError  # a value with several readings has one at least


def _part(value: Part, dating: Dating) -> tuple[str, Period | None, Value]:
    """A part of a period: of one as short as a week the period itself is stored."""
    edtf, period, base = placed(value.base, dating)
    try:
        edtf = dating.point(value).edtf
    except DateError:
        if period is None or period.unit not in ("day", "week", "weekend", "quarter", "half"):
            raise
    if value.count == 10 and (decade := named(edtf)):
        return edtf, decade, Known(period=decade, doubt=value.doubt)
    if period is not None and period.unit == "year" and value.count in (2, 4):
        period = Period.of_year(period.index, "half" if value.count == 2 else "quarter", value.which + 1)
        return edtf, period, Known(period=period, doubt=value.doubt)
    return edtf, period, value.but(base=base)


def _period(value: Value, dating: Dating) -> Period | None:
    """The period behind a value, where it is not what its EDTF says."""
    if isinstance(value, Known):
        return value.period
    if isinstance(value, Years | Foreign):
        return _holding(value, dating)
    if isinstance(value, Part | SoFar | Untold):
        return _behind(value.base, dating)
    if isinstance(value, WeekOf):
        base = _behind(value.base, dating)
        return base and base.within("week")
    if isinstance(value, Night):
        night = value.base
        return _behind(night.members[0] if isinstance(night, Several) else night, dating)
    if isinstance(value, Nth) and value.unit == "week":
        base = _behind(value.base, dating)
        if base is None:
            return None
        first = Period("day", base.last_day if value.number < 0 else base.first_day).within("week")
        return first.shift(value.number + 1 if value.number < 0 else value.number - 1)
    return None


def _behind(base: Value, dating: Dating) -> Period | None:
    return _period(base, dating) or named(dating.point(base).text)


def _around(edtf: str) -> Period | None:
    """The month or year that holds all of a date of several days: of the first fortnight of March it is March."""
    date = EventDate.parse(edtf)
    if date.first_day is None or date.last_day is None:
        return None
    many = (Period("day", date.first_day).within(unit) for unit in ("month", "year"))
    return next((each for each in many if each.last_day >= date.last_day), None)


def _holding(value: Years | Foreign, dating: Dating) -> Period | None:
    """The decade or century of some years; the day, month or year of ours in the middle of what another calendar names."""
    if isinstance(value, Years):
        size = value.last - value.first + 1
        return Period(_LONG[size], value.first // size) if size in _LONG else None
    first, last = dating.point(value).days
    unit = "day" if value.day is not None else "month" if value.month is not None else "year"
    return Period("day", (first + last) // 2).within(unit)


def named(text: str) -> Period | None:
    """The piece of the calendar that a plain EDTF date names; None for sets and intervals.

    >>> [named(text).value for text in ("2022-03-21", "2022-34", "195X", "-04XX", "-0043")]
    ['2022-03-21', '2022-Q2', '195', 'BC04', 'BC0044']
    """
    sign, digits = (-1, text[1:]) if text[:1] == "-" else (1, text)
    if not digits[:4].rstrip("X").isdigit() or "/" in digits:
        return None
    year, *rest = digits.split("-")
    known = year.rstrip("X")
    if len(year) != 4 or any(not each.isdigit() for each in rest):
        return None
    if known != year:
        index = int(known)
        unit = {3: "decade", 2: "century", 1: "millennium"}[len(known)]
        return Period(unit, index if sign > 0 else -index - 1)
    number = sign * int(year)
    if not rest:
        return Period("year", number)
    month = int(rest[0])
    if len(rest) == 2:
        return Period.day(number, month, int(rest[1]))
    kind = "month" if month <= 12 else "season" if month <= 24 else "quarter" if month <= 36 else "half"
    first = {"month": 1, "season": 21, "quarter": 33, "half": 40}[kind]
    return Period(kind, number * (12 // MONTHS_IN[kind]) + month - first)
