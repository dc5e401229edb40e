"""When the events of a calendar are: the civil days of their own zones, and each time that one is repeated."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from dateutil.rrule import rrulestr

from timeline.errors import InvalidData

FAULTS = (
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a parser that is given anything may raise, besides the errors that it means to."""

MOST_TIMES = 10_000
"""Times that one event comes in repeated: every day of 27 years."""

_OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")  # what goes by the hour dates no event
_DAY = dt.timedelta(days=1)
_EPOCH = dt.date(1970, 1, 1).toordinal()
_OFFSETS = dt.timedelta(hours=-12), dt.timedelta(hours=14)

Moment: TypeAlias = "dt.date | dt.datetime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Once that an event is: when it begins and ends by the clock of its zone, the end exclusive.

    `sign` tells it from the other times of a repeated event, and is "" of one that is not repeated.
    """

    start: Moment
    end: Moment
    sign: str = ""

    @property
    def edtf(self) -> str:
        """The civil days in EDTF; of one day with the time of day, and the offset that its zone then has."""
        first, last = _civil(self.start), _civil(self.end)
        if isinstance(self.end, dt.datetime):
            last = _civil(self.end - dt.timedelta(microseconds=1)) if self.end > self.start else first
        elif last > first:
            last -= _DAY
        if last > first:
            return f"{first.isoformat()}/{last.isoformat()}"
        if not isinstance(self.start, dt.datetime):
            return first.isoformat()
        return self.start.replace(tzinfo=None, microsecond=0).isoformat() + _offset(self.start)


def once_of(event: Mapping[str, Any], zone: dt.tzinfo | None) -> Time:
    """When an event begins and ends the first time, UTC as `zone` has it; InvalidData where it does not say so.

    The end is what it says, or how long it lasts; a day that says neither is all of it.
    """
    if "DTSTART" not in event:
        raise InvalidData("no DTSTART", hint="give it a day, or take it out")
    start = end = _shown_in(_first(event["DTSTART"]).dt, zone)
    if "DTEND" in event:
        end = _by_clock_of(_shown_in(_first(event["DTEND"]).dt, zone), start)
    elif "DURATION" in event:
        end = start + _first(event["DURATION"]).dt
    if isinstance(start, dt.datetime) is not isinstance(end, dt.datetime):
        start, end = _civil(start), _civil(end)
    if _at(end) < _at(start):
        raise InvalidData("ends before it begins", hint="change DTSTART or DTEND")
    return Time(start=start, end=end)


def repeats(event: Mapping[str, Any]) -> bool:
    """Whether an event is told to happen more than once."""
    return any(name in event for name in ("RRULE", "RDATE"))


def ends(event: Mapping[str, Any]) -> bool:
    """Whether an event that is repeated says for how long."""
    return all("UNTIL" in rule or "COUNT" in rule for rule in _all(event, "RRULE"))


def times(
    event: Mapping[str, Any],
    once: Time,
    taken: Sequence[Moment],
    period: tuple[int | None, int | None],
) -> Iterator[Time]:
    """The times of a repeated event that touch a period (days since 1970): by its rules, and by its lists of dates.

    Those of `taken` are events of their own in the calendar. Of one without an end, in a period without one, it is the first
    alone. InvalidData where a rule is not understood, or tells of more than `MOST_TIMES`.
    """
    start, length = _at(once.start), _at(once.end) - _at(once.start)
    first, last = (None if day is None else day + _EPOCH for day in period)
    left_out = [*(one for lists in _all(event, "EXDATE") for one in _listed(lists)), *taken]
    without = {_at(_by_clock_of(one, once.start)) for one in left_out}
    days_without = {one for one in left_out if not isinstance(one, dt.datetime)}
    found: dict[dt.datetime, None] = {start: None}
    if last is not None or ends(event):
        for rule in _all(event, "RRULE"):
            found |= dict.fromkeys(_by_rule(rule, once.start, length, first, last))
        for lists in _all(event, "RDATE"):
            found |= dict.fromkeys(_at(_by_clock_of(one, once.start)) for one in _listed(lists))
    for one in sorted(found):
        days = one.toordinal(), (one + length).toordinal()
        if one in without or one.date() in days_without:
            continue
        if (first is None or days[1] >= first) and (last is None or days[0] <= last):
            yield _moved(once, one, length)


def _by_rule(
    rule: Any, start: Moment, length: dt.timedelta, first: int | None, last: int | None
) -> Iterator[dt.datetime]:
    said = dict(rule)
    often, count = "".join(map(str, said.get("FREQ", []))), _number(said.pop("COUNT", []))
    until = [_by_clock_of(one, start) for one in said.pop("UNTIL", [])]
    if often.upper() not in _OFTEN:
        raise InvalidData(
            f"repeats {often or 'in no way'}: not understood", hint="FREQ is DAILY, WEEKLY, MONTHLY or YEARLY"
        )
    try:
        text = type(rule)(said).to_ical().decode()
        every = rrulestr(text, dtstart=_at(start))
        number = 0
        for one in islice(every, count):
            if (until and one > max(map(_end_of_day, until))) or (
                last is not None and one.toordinal() > last
            ):
                return
            if first is not None and (one + length).toordinal() < first:
                continue
            number += 1
            if number > MOST_TIMES:
                raise InvalidData(
                    f"repeats more than {MOST_TIMES:,} times", hint="--since and --until say which of them"
                )
            yield one
    except FAULTS:
        raise InvalidData("repeats by a rule that is not understood", hint="mend its RRULE") from None


def _number(values: Any) -> int | None:
    return int(values[0]) if values else None


def _moved(once: Time, start: dt.datetime, length: dt.timedelta) -> Time:
    """The same event at another time, by the clock of its zone."""
    sign = start.strftime("%Y%m%d" if not isinstance(once.start, dt.datetime) else "%Y%m%dT%H%M%S")
    end = start + length
    if not isinstance(once.start, dt.datetime):
        return Time(start=start.date(), end=end.date(), sign=sign)
    zone = once.start.tzinfo
    return Time(start=start.replace(tzinfo=zone), end=end.replace(tzinfo=zone), sign=sign)


def sign_of(moment: Moment, start: Moment) -> str:
    """What tells a time of a repeated event, by the clock of the event's zone."""
    one = _at(_by_clock_of(moment, start))
    return one.strftime("%Y%m%dT%H%M%S" if isinstance(moment, dt.datetime) else "%Y%m%d")


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _all(event: Mapping[str, Any], name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _listed(lists: Any) -> Iterator[Moment]:
    """The moments of a list of dates, or the beginnings of its periods."""
    for one in getattr(lists, "dts", ()):
        yield one.dt[0] if isinstance(one.dt, tuple) else one.dt


def _shown_in(moment: Moment, zone: dt.tzinfo | None) -> Moment:
    """A moment of UTC in the zone of its calendar, where that says one."""
    if not zone or not isinstance(moment, dt.datetime) or moment.tzinfo is None:
        return moment
    return moment.astimezone(zone) if moment.tzinfo is dt.UTC or moment.tzname() == "UTC" else moment


def _by_clock_of(moment: Moment, other: Moment) -> Moment:
    if not isinstance(moment, dt.datetime) or not isinstance(other, dt.datetime):
        return moment
    if moment.tzinfo is None or other.tzinfo is None:
        return moment.replace(tzinfo=other.tzinfo)
    return moment.astimezone(other.tzinfo)


def _civil(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _at(moment: Moment) -> dt.datetime:
    """A moment by its clock, whatever the zone; a day is its midnight."""
    if isinstance(moment, dt.datetime):
        return moment.replace(tzinfo=None)
    return dt.datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - by the clock


def _end_of_day(moment: Moment) -> dt.datetime:
    return _at(moment) if isinstance(moment, dt.datetime) else _at(moment) + _DAY - dt.timedelta(seconds=1)


def _offset(moment: dt.datetime) -> str:
    """The offset of a moment as EDTF has it; "" where it has none, or none of whole minutes."""
    offset = moment.utcoffset()
    if offset is None or offset % dt.timedelta(minutes=1) or not _OFFSETS[0] <= offset <= _OFFSETS[1]:
        return ""
    if moment.tzname() == "UTC" and not offset:
        return "Z"
    minutes = abs(offset) // dt.timedelta(minutes=1)
    return f"{'-' if offset < dt.timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"
