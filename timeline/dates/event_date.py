"""The date of an event: its EDTF text, the days it can mean, its place in the order, and doubt with a name.

Bounds are plain integers of the proleptic Gregorian calendar, days and seconds from 1970-01-01T00:00:00, so that
years before Christ, far years, sorting and a database column all work (contract: Dates).
"""

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.dates.edtf import parse_edtf
from timeline.dates.edtf_values import Edtf, Point, Qualifier

__all__ = ["EventDate", "Qualifier", "day_iso"]

SortKey = tuple[int, int, int, int, int, int]

_BEFORE_ALL = -(10**15)  # a day before every day of the calendar: no year is beyond 10^11
_UNBOUNDED = 10**15  # days: wider than every date with two bounds

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
_TWO_DIGITS = {f"{number:02}": number for number in range(32)}


class EventDate:
    """When something happened, as precisely as somebody vouched for it.

    Two dates are equal when their texts are. `text` is EDTF exactly as stored, `kind` one of time, day, month,
    season, year, interval, one-of, all-of. `first_day` and `last_day` are the first and last day it can mean,
    inclusive; None is no bound: an open or unknown end. `qualifier` is what is said of any part of it.
    `open_start` and `open_end` say that an end is `..` or blank.

    >>> date = EventDate.parse("2022-03~")
    >>> str(date), date.kind, date.level, date.first_day, date.last_day, date.qualifier
    ('2022-03~', 'month', 1, 19052, 19082, <Qualifier.APPROXIMATE: 1>)
    """

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

    def __init__(self, text: str) -> None:
        # 95 of 100 dates are plain days, months and years: they need no grammar.
        set_field = object.__setattr__
        set_field(self, "text", text)
        set_field(self, "_sort_key", None)
        plain = _plain(text)
        if plain is not None:
            kind, first_day, last_day = plain
            set_field(self, "kind", kind)
            set_field(self, "level", 0)
            set_field(self, "qualifier", Qualifier.NONE)
            set_field(self, "first_day", first_day)
            set_field(self, "last_day", last_day)
            set_field(self, "open_start", False)
            set_field(self, "open_end", False)
            set_field(self, "_value", None)
            return
        value = parse_edtf(text)
        set_field(self, "kind", value.kind)
        set_field(self, "level", value.level)
        set_field(self, "qualifier", _QUALIFIERS[value.qualifier])
        set_field(self, "first_day", value.first_day)
        set_field(self, "last_day", value.last_day)
        set_field(self, "open_start", value.first_day is None)
        set_field(self, "open_end", value.last_day is None)
        set_field(self, "_value", value)

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
            key = _sort_key(self)
            object.__setattr__(self, "_sort_key", key)
        return key

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

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EventDate({self.text!r})"

    def __reduce__(self) -> tuple[type["EventDate"], tuple[str]]:
        return EventDate, (self.text,)


def day_iso(day: int) -> str:
    """The ISO form of a day number, with as many digits as the year needs (contract: CSV).

    >>> day_iso(19052), day_iso(-792211), day_iso(62090505472)
    ('2022-03-01', '-0199-01-01', '170000000-01-01')
    """
    year, month, number = civil_from_days(day)
    return f"{year:05}-{month:02}-{number:02}" if year < 0 else f"{year:04}-{month:02}-{number:02}"


def _plain(text: str) -> tuple[str, int, int] | None:
    """Kind, first and last day of a day, month or year without anything else; None for every other text."""
    length = len(text)
    if length not in (10, 7, 4) or not text[:4].isdecimal() or not text.isascii():
        return None
    year = int(text[:4])
    if length == 4:
        return "year", days_from_civil(year, 1, 1), days_from_civil(year, 12, 31)
    month = _TWO_DIGITS.get(text[5:7])
    if not month or month > 12 or text[4] != "-":
        return None
    if length == 7:
        first = days_from_civil(year, month, 1)
        return "month", first, first + days_in_month(year, month) - 1
    day = _TWO_DIGITS.get(text[8:])
    if not day or text[7] != "-" or (day > 28 and day > days_in_month(year, month)):
        return None
    first = days_from_civil(year, month, day)
    return "day", first, first


def _sort_key(date: EventDate) -> SortKey:
    first, last = date.first_day, date.last_day
    if first is None:
        return _BEFORE_ALL if last is None else last, 0, -1, -_UNBOUNDED, 0, date.qualifier.value
    if last is None:
        return first, 0, 1, -_UNBOUNDED, 0, date.qualifier.value
    if date.kind == "time":
        second = _utc_second(date)
        return first, max(second, 0), 0, 0, second, 0
    return first, 0, 0, first - last - 1, 0, date.qualifier.value


def _utc_second(time: EventDate) -> int:
    """The second of a time's instant, in UTC, counted from the start of its day as stated."""
    value = time.value
    assert isinstance(value, Point)
    return (value.second or 0) - 60 * (value.offset or 0)
