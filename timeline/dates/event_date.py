"""The date of an event: its EDTF text, the days it can mean, its place in the order, and doubt with a name.

Bounds are plain integers of the proleptic Gregorian calendar, days and seconds from 1970-01-01T00:00:00, so that
years before Christ, far years, sorting and a database column all work (contract: Dates).
"""

from functools import total_ordering
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from timeline.dates.edtf import parse_edtf
from timeline.dates.edtf_values import Edtf, Point, Qualifier
from timeline.dates.order import SortKey, sort_key
from timeline.dates.plain import plain_bounds
from timeline.errors import wrong_type

if TYPE_CHECKING:
    from datetime import date

__all__ = ["A_PERIOD", "EventDate", "Period", "Qualifier", "as_period"]

# The most days that a date of each name can span.
_WIDTHS = (
    (1, "day"),
    (31, "month"),
    (366, "year"),
    (3653, "decade"),
    (36525, "century"),
    (365243, "millennium"),
)

_QUALIFIERS = tuple(Qualifier)
_EPOCH = 719163  # the ordinal of 1970-01-01 among the days that `datetime` knows
_LAST_ORDINAL = 3652059  # of 9999-12-31


class _Filled:
    """What a date holds, while that can be set as of any object: in a tenth of the time of `object.__setattr__`."""

    __slots__ = (
        "_sort_key",
        "_value",
        "first_day",
        "kind",
        "last_day",
        "level",
        "open_end",
        "open_start",
        "qualifier",
        "text",
    )

    text: str
    kind: str
    level: int
    qualifier: Qualifier
    first_day: int | None
    last_day: int | None
    open_start: bool
    open_end: bool
    _value: Edtf | None
    _sort_key: SortKey | None


@total_ordering
class EventDate(_Filled):
    """When something happened, as precisely as somebody vouched for it.

    Two dates are equal when their texts are. `text` is EDTF exactly as stored, `kind` one of time, day, month,
    season, year, interval, one-of, all-of. `first_day` and `last_day` are the first and last day it can mean,
    inclusive; None is no bound: an open or unknown end. `qualifier` is what is said of any part of it.
    `open_start` and `open_end` say that an end is `..` or blank.

    >>> date = EventDate.parse("2022-03~")
    >>> str(date), date.kind, date.level, date.first_day, date.last_day, date.qualifier
    ('2022-03~', 'month', 1, 19052, 19082, <Qualifier.APPROXIMATE: 1>)
    """

    __slots__ = ()

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise wrong_type("the text of an EventDate", text, 'EDTF as text: EventDate("2022-03")')
        # 95 of 100 dates are plain days, months and years: they need no grammar.
        plain = plain_bounds(text)
        value = parse_edtf(text) if plain is None else None
        object.__setattr__(self, "__class__", _Filled)
        self.text, self._value, self._sort_key = text, value, None
        if plain:
            self.kind, self.first_day, self.last_day = plain
            self.level, self.qualifier = 0, Qualifier.NONE
        elif value:
            self.kind, self.first_day, self.last_day = value.kind, value.first_day, value.last_day
            self.level, self.qualifier = value.level, _QUALIFIERS[value.qualifier]
        self.open_start, self.open_end = self.first_day is None, self.last_day is None
        self.__class__ = EventDate

    @classmethod
    def parse(cls, text: str) -> "EventDate":
        """The date that an EDTF text says; undoes `str`. DateError when it says none."""
        return cls(text)

    @property
    def value(self) -> Edtf:
        """What the text says, as a value of `timeline.dates.edtf_values`."""
        if self._value is None:
            value = parse_edtf(self.text)
            object.__setattr__(self, "_value", value)
            return value
        return self._value

    @property
    def earliest(self) -> int | None:
        """The first second it can mean: of its first day, or of its time as stated."""
        if self.first_day is None:
            return None
        return self.first_day * 86400 + (self._second or 0)

    @property
    def latest(self) -> int | None:
        """The last second it can mean: of its last day, or of its time as stated."""
        if self.last_day is None:
            return None
        second = self._second
        return self.last_day * 86400 + (86399 if second is None else second)

    @property
    def is_interval(self) -> bool:
        """Whether it lasts from a start to an end, and is not one moment known no better."""
        return self.kind == "interval"

    @property
    def precision(self) -> str:
        """How closely it is known: time, day, month, season, year, decade, century, millennium, or range.

        Of a date with unspecified or insignificant digits it is the narrowest of day to millennium that is as wide
        as its bounds: `2004-XX` is known to the year, `1985-02-1X` to the month. Intervals, sets and whatever
        is wider than a millennium are ranges.

        >>> [EventDate(text).precision for text in ("2004-XX", "1985-02-1X", "1950S2", "2022-33", "2018/2020")]
        ['year', 'month', 'century', 'season', 'range']
        """
        if self.kind == "time" or (self.kind == "season" and "X" not in self.text):
            return self.kind
        if self.kind in ("interval", "one-of", "all-of") or self.first_day is None or self.last_day is None:
            return "range"
        width = self.last_day - self.first_day + 1
        return next((name for most, name in _WIDTHS if width <= most), "range")

    @property
    def sort_key(self) -> SortKey:
        """Its place in the total order of dates; equal keys leave the order of the collection.

        By, in turn: the civil day, as stated, of the first moment (with an open start, the last day; open both ways,
        before all); the second of that moment, which for a time is its UTC instant (without a zone, as if in UTC) but
        not before its day begins; before-open, plain, after-open; the wider first; for times, the UTC instant
        even before its day; none, `~`, `?`, `%`. So a year heads its months, a month its days, a day its times.
        """
        key = self._sort_key
        if key is None:
            second = _utc_second(self) if self.kind == "time" else None
            key = sort_key(self.first_day, self.last_day, int(self.qualifier), second)
            object.__setattr__(self, "_sort_key", key)
        return key

    @property
    def first(self) -> "date | None":
        """The first day it can mean; None where that is open or outside the years 1 to 9999, which `first_day` knows.

        >>> EventDate("2022-03").first, EventDate("../2018").first
        (datetime.date(2022, 3, 1), None)
        """
        return _calendar_day(self.first_day)

    @property
    def last(self) -> "date | None":
        """The last day it can mean; None as for `first`."""
        return _calendar_day(self.last_day)

    def possibly(self, period: "Period") -> bool:
        """Whether some reading of it touches the days of the period: an EventDate, a `date` or typed text.

        >>> EventDate("2022").possibly("March 2022"), EventDate("2022").certainly("March 2022")
        (True, False)
        """
        days = as_period(period)
        return self.possibly_during(days.first_day, days.last_day)

    def certainly(self, period: "Period") -> bool:
        """Whether every reading of it lies within the days of the period."""
        days = as_period(period)
        return self.certainly_during(days.first_day, days.last_day)

    def __contains__(self, other: "Period") -> bool:
        """Whether every reading of the other lies within the days of this one: its `certainly`, the other way round.

        >>> "21 March 2022" in EventDate("2022"), EventDate("2022") in EventDate("2022-03")
        (True, False)
        """
        return as_period(other).certainly(self)

    def possibly_during(self, first_day: int | None, last_day: int | None) -> bool:
        """Whether some reading of it touches the days from first to last (None: no bound)."""
        starts = self.first_day is None or last_day is None or self.first_day <= last_day
        return starts and (self.last_day is None or first_day is None or self.last_day >= first_day)

    def certainly_during(self, first_day: int | None, last_day: int | None) -> bool:
        """Whether every reading of it lies within the days from first to last (None: no bound)."""
        starts = first_day is None or (self.first_day is not None and self.first_day >= first_day)
        return starts and (last_day is None or (self.last_day is not None and self.last_day <= last_day))

    def certainly_before(self, other: "EventDate") -> bool:
        """Whether every reading of it ends before every reading of the other starts; times of one day as instants.

        >>> EventDate("2018").certainly_before(EventDate("2019-01")), EventDate("2018").certainly_before(
        ...     EventDate("2018-12")
        ... )
        (True, False)
        """
        if self.last_day is None or other.first_day is None:
            return False
        if self.last_day == other.first_day and self.kind == other.kind == "time":
            return _utc_second(self) < _utc_second(other)
        return self.last_day < other.first_day

    def possibly_before(self, other: "EventDate") -> bool:
        """Whether some reading of it starts before some reading of the other ends; times of one day as instants.

        >>> EventDate("2018").possibly_before(EventDate("2018-12")), EventDate("2019").possibly_before(
        ...     EventDate("2018-12")
        ... )
        (True, False)
        """
        if self.first_day is None or other.last_day is None:
            return True
        if self.first_day == other.last_day and self.kind == other.kind == "time":
            return _utc_second(self) < _utc_second(other)
        return self.first_day <= other.last_day

    @property
    def _second(self) -> int | None:
        return self._value.second if isinstance(self._value, Point) else None  # a time always has its value

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a date does not change: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a date does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, EventDate) else NotImplemented

    def __lt__(self, other: object) -> bool:
        """The total order; two dates that it cannot tell apart go by their text."""
        if not isinstance(other, EventDate):
            return NotImplemented
        return (self.sort_key, self.text) < (other.sort_key, other.text)

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EventDate({self.text!r})"

    def __reduce__(self) -> tuple[type["EventDate"], tuple[str]]:
        return EventDate, (self.text,)


def _utc_second(time: EventDate) -> int:
    """The second of a time's instant, in UTC, counted from the start of its day as stated."""
    value = time.value
    assert isinstance(value, Point)
    return (value.second or 0) - 60 * (value.offset or 0)


def _calendar_day(day: int | None) -> "date | None":
    if day is None or not 1 <= day + _EPOCH <= _LAST_ORDINAL:
        return None
    from datetime import date  # noqa: PLC0415 - 1.5 ms that no command needs

    return date.fromordinal(day + _EPOCH)


Period: TypeAlias = "EventDate | date | str"
"""What a caller may give for a stretch of days: a date, a `datetime.date`, or text that a person types."""

A_PERIOD = 'an EventDate, a date, or text like "March 2022"'


def as_period(period: Period) -> EventDate:
    """The date that a caller gives: as it is, as a `date`, or as text that a person types."""
    if isinstance(period, EventDate):
        return period
    if isinstance(period, str):
        # The reader of typed text stands on this type: it is named here, and imported by those who give text.
        read: EventDate = import_module("timeline.collection").parse_date(period)
        return read
    from datetime import date  # noqa: PLC0415 - as above

    if isinstance(period, date):
        return EventDate(f"{period.year:04}-{period.month:02}-{period.day:02}")
    raise wrong_type("the period", period, A_PERIOD)
