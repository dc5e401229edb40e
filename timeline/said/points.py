"""One settled date: its EDTF, how fine it is, what an interval can hold of it; and how days are spelled."""

from timeline.dates.calendar import MONTH_NAMES, civil_from_days, days_in_month
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period, edtf_year
from timeline.errors import DateError, shown
from timeline.said.frozen import Frozen
from timeline.said.values import APPROXIMATE, Clock

UNITS = ("day", "month", "season", "year", "years")  # the finest first; a season is any part of a year
_UNIT_OF = {"week": "day", "weekend": "day", "quarter": "season", "half": "season"}
_SHORTEST_MONTH = 28  # days
_MARKS = ("", "~", "?", "%")
_PARTS = "parts are early, mid and late of a month or more, and halves and quarters of a year or more"
PART_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"} | dict(enumerate(MONTH_NAMES[1:], 1))
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}  # of parts of a year


class Point(Frozen):
    """EDTF of one date without its doubt. `unit` is day, month, season, year or years; `clock` its time, in EDTF.

    `whole` is what an interval can hold of it: of a part of a month, which is a set, the month; "" for nothing.
    """

    text: str
    unit: str
    words: str
    whole: str
    doubt: int = 0
    clock: str = ""

    @property
    def mark(self) -> str:
        """The sign of its doubt."""
        return _MARKS[self.doubt]

    @property
    def edtf(self) -> str:
        """The EDTF with its doubt."""
        if self.text.startswith("["):
            first, _, last = self.text[1:-1].partition("..")
            return f"[{first}{self.mark}..{last}{self.mark}]"
        return self.text + (self.clock or self.mark)

    @property
    def days(self) -> tuple[int, int]:
        """Its first and last day."""
        date = EventDate.parse(self.text)
        assert date.first_day is not None
        assert date.last_day is not None
        return date.first_day, date.last_day


def day_text(number: int, unit: str = "day") -> str:
    """The day, month or year that holds a day number, in EDTF."""
    year, month, day = civil_from_days(number)
    if unit in ("year", "years"):
        return edtf_year(year)
    if abs(year) > 9999:
        raise DateError("a year beyond 9999 has no months and days in EDTF", hint="give years alone")
    return f"{edtf_year(year)}-{month:02d}" + (f"-{day:02d}" if unit == "day" else "")


def of_period(period: Period, words: str) -> Point:
    """The point that a period of the calendar is."""
    unit = _UNIT_OF.get(period.unit, period.unit if period.unit in UNITS else "years")
    if unit == "year" and abs(period.index) <= 9999:
        text = edtf_year(period.index)
        return Point(text=text, unit=unit, words=words, whole=text)
    if unit != "years":
        day_text(period.first_day, unit)
    text = EventDate.parse(period.edtf).text
    return Point(text=text, unit=unit, words=words, whole="" if text[0] == "[" else text)


def of_days(first: int, last: int, words: str) -> Point:
    """The day, month or year that begins and ends on these days; else one of the days between."""
    year, month, day = civil_from_days(first)
    end_year, end_month, end_day = civil_from_days(last)
    text, unit = f"[{day_text(first)}..{day_text(last)}]", "day"
    if first == last:
        text = day_text(first)
    elif (year, month, day) == (end_year, 1, 1) and (end_month, end_day) == (12, 31):
        text, unit = edtf_year(year), "year"
    elif (year, month, day) == (end_year, end_month, 1) and end_day == days_in_month(year, month):
        text, unit = day_text(first, "month"), "month"
    return Point(text=text, unit=unit, words=words, whole="" if text[0] == "[" else text)


def years_text(first: int, last: int) -> str:
    """The years from first to last as one period: `195X` where EDTF has it, else a set.

    >>> years_text(1950, 1959), years_text(-499, -400), years_text(-99, 0)
    ('195X', '-04XX', '[-0099..0000]')
    """
    one, other = f"{abs(first):04d}", f"{abs(last):04d}"
    for gap in (1, 2, 3):
        low, high = sorted((one[4 - gap :], other[4 - gap :]))
        same = one[: 4 - gap] == other[: 4 - gap] and (low, high) == ("0" * gap, "9" * gap)
        if same and (first >= 0) == (last >= 0) and (first > 0 or last):
            return f"{'-' if first < 0 else ''}{one[: 4 - gap]}{'X' * gap}"
    return f"[{edtf_year(first)}..{edtf_year(last)}]"


def clock_text(clock: Clock, words: str) -> str:
    """A time of day in EDTF. Raises DateError when a clock shows no such time."""
    hour, half = clock.hour, clock.half
    second = clock.second or 0
    if clock.minute > 59 or second > 59 or hour > 23 or (half is not None and not 1 <= hour <= 12):
        raise DateError(f"time in {shown(words)} is not a time of day", hint="write 15:00 or 3 pm")
    if half is not None:
        hour = hour % 12 + half
    return f"T{hour:02d}:{clock.minute:02d}:{second:02d}{clock.zone}"


def part_of(point: Point, which: int, count: int, words: str) -> Point:
    """Part `which` of `count` of a longer period, one moment in it; the middle of years is about its middle year."""
    first_day, last_day = point.days
    (year, month, _), (last_year, last_month, _) = civil_from_days(first_day), civil_from_days(last_day)
    days = last_day - first_day + 1
    if point.unit == "day" and days < _SHORTEST_MONTH:
        raise DateError(f"date {shown(words)} is not understood: a part of {shown(point.text)}", hint=_PARTS)
    if point.unit == "year" and count in (2, 4):
        text = f"{point.text}-{(40 if count == 2 else 33) + which}"
        return Point(text=text, unit="season", words=words, whole=text)
    size = last_year - year + 1
    bounds: tuple[int, ...]
    if point.unit == "years" and count == 10 and size == 100:
        text = years_text(year + 10 * which, year + 10 * which + 9)
        return Point(text=text, unit="years", words=words, whole=text)
    if point.unit == "years" and (which, count) == (1, 3):
        middle = edtf_year(year + size // 2)
        return Point(text=middle, unit="year", words=words, whole=middle, doubt=APPROXIMATE)
    if point.unit in ("month", "day"):  # the days of another calendar's month
        size = days
        unit, names = "day", [day_text(first_day + day) for day in range(size)]
        bounds = (0, 10, 20, size) if count == 3 else (0, size // 2, size)
    elif point.unit == "years":
        unit, names = "year", [edtf_year(year + step) for step in range(size)]
        thirds = (0, -(-size // 3), size - size // 3, size)
        bounds = thirds if count == 3 else tuple(size * step // count for step in range(count + 1))
    else:
        size = (last_year - year) * 12 + last_month - month + 1
        months = [Period.of_month(year, month).shift(step) for step in range(size)]
        unit, names = "month", [each.edtf for each in months]
        bounds = tuple(size * step // count for step in range(count + 1))
    if count not in (2, 3) and not (point.unit == "years" and size % count == 0):
        raise DateError(
            f"date {shown(words)} is not understood: that part of {shown(point.text)}", hint=_PARTS
        )
    first, last = names[bounds[which]], names[bounds[which + 1] - 1]
    if first == last:
        return Point(text=first, unit=unit, words=words, whole=first, doubt=APPROXIMATE)
    return Point(text=f"[{first}..{last}]", unit=unit, words=words, whole=point.whole)
