"""A single date put on its standpoint: from what the words say to the days that they mean."""

from functools import singledispatchmethod

from timeline.dates.calendar import civil_from_days, days_from_civil, weekday
from timeline.dates.calendars import CALENDARS
from timeline.dates.periods import MANY_YEARS, Period, edtf_year
from timeline.errors import DateError, shown
from timeline.said.completing import (
    refuse_long_month,
    refuse_other_weekday,
    shared,
    short_year,
    year_number,
)
from timeline.said.counted import as_julian, by_calendar, day_of_year, nth, week
from timeline.said.nearest import feasts_in
from timeline.said.points import (
    Point,
    clock_text,
    of_days,
    of_period,
    part_of,
    years_text,
)
from timeline.said.policies import Standpoint
from timeline.said.values import (
    APPROXIMATE,
    Away,
    DayOfYear,
    Double,
    Feast,
    Fields,
    Foreign,
    Known,
    Nth,
    Number,
    Part,
    SoFar,
    Untold,
    Value,
    Week,
    WeekOf,
    Year,
    Years,
)
from timeline.said.why import Converted, Why

_COUNTABLE = {
    "day": ("day", "week", "fortnight", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
}


class Dating:
    """Puts single dates on a standpoint, and keeps what was taken for granted in `whys`."""

    def __init__(self, at: Standpoint, whys: list[Why]) -> None:
        self.at = at
        self.whys = whys

    def point(self, value: Value) -> Point:
        """The point of a completed date, with its doubt and its time of day."""
        found: Point = _BARE(type(value))(self, value)
        found = found.but(words=value.words or found.words, doubt=found.doubt | value.doubt)
        if value.clock is None:
            return found
        if found.doubt:
            raise DateError(
                f"date {shown(value.words)}: EDTF has no doubt about a time of day",
                hint="leave out the doubt, or the time",
            )
        if found.unit != "day" or found.text[0] == "[":
            raise DateError(f"date {shown(value.words)} has a time of day, but no day", hint="add the day")
        return found.but(clock=clock_text(value.clock, value.words))

    @singledispatchmethod
    def _bare(self, value: Value) -> Point:
        raise DateError(
            f"date {shown(value.words)} is not understood: it is not one date",
            hint="give each date its own event",
        )

    @_bare.register
    def _fields(self, said: Fields) -> Point:
        if said.year is None or (said.day is not None and said.month is None):
            raise DateError(
                f"date {shown(said.words)} is not understood: it has no month", hint="add the month"
            )
        year = year_number(said.year, self.at, said.words)
        if said.month is None:
            return of_period(Period("year", year), said.words)
        if abs(year) > 9999:
            raise DateError(
                f"date {shown(said.words)}: a year beyond 9999 has no months in EDTF",
                hint="give the year alone",
            )
        if self.at.calendar and said.month <= 12 and not said.ours:
            return self._by_calendar(said, year)
        refuse_long_month(said, year)
        text = f"{edtf_year(year)}-{said.month:02d}"
        if said.day is None:
            if said.month == 0 or 12 < said.month < 21:
                refuse_long_month(said.but(day=1), year)
            return Point(
                text=text, unit="month" if said.month <= 12 else "season", words=said.words, whole=text
            )
        refuse_other_weekday(said, year, days_from_civil(year, said.month, said.day))
        text += f"-{said.day:02d}"
        return Point(text=text, unit="day", words=said.words, whole=text)

    def _by_calendar(self, said: Fields, year: int) -> Point:
        """A day or month that names no calendar, by the one of the standpoint."""
        day = Foreign(calendar=self.at.calendar, year=year, month=said.month, day=said.day, words=said.words)
        found = self._foreign(day)
        refuse_other_weekday(said, year, found.days[0])
        return found

    @_bare.register
    def _number(self, said: Number) -> Point:
        raise short_year(said.words, said.number)

    @_bare.register
    def _years(self, said: Years) -> Point:
        text = years_text(said.first, said.last)
        return Point(text=text, unit="years", words=said.words, whole="" if text[0] == "[" else text)

    @_bare.register
    def _by_number(self, said: Week | DayOfYear) -> Point:
        return week(said) if isinstance(said, Week) else day_of_year(said)

    @_bare.register
    def _foreign(self, said: Foreign) -> Point:
        self._convert(said.calendar)
        return by_calendar(said)

    def _convert(self, calendar: str) -> None:
        self.whys.append(Converted(calendar=CALENDARS[calendar].name))

    @_bare.register
    def _away(self, said: Away) -> Point:
        assert said.base is not None  # what is counted from a standpoint is known
        base = self.point(said.base)
        if base.text[0] == "[" or said.unit not in _COUNTABLE.get(base.unit, ()):
            raise DateError(
                f"date {shown(base.words)} is not precise enough to count {said.unit}s from",
                hint=f"give {shown(base.words)} its day, as in 2022-03-21",
            )
        precision = {"week": "day", "fortnight": "day", "weekend": "day", "decade": "year", "century": "year",
                     "millennium": "year"}.get(said.unit, said.unit)  # fmt: skip
        found = of_period(
            Period("day", base.days[0]).moved(said.way * said.count, said.unit).within(precision), said.words
        )
        return found.but(doubt=APPROXIMATE) if said.unit in MANY_YEARS else found

    @_bare.register
    def _known(self, said: Known) -> Point:
        return of_period(said.exact or said.period, said.words)

    @_bare.register
    def _nth(self, said: Nth) -> Point:
        base = self.point(said.base)
        if said.unit == "month" and base.unit == "year":
            year = Year(number=civil_from_days(base.days[0])[0])
            return self._fields(Fields(year=year, month=said.number, words=said.words))
        return nth(said, base)

    @_bare.register
    def _part(self, said: Part) -> Point:
        base = self.point(said.base)
        if base.clock:
            raise DateError(
                f"date {shown(said.words)} is not understood: a part of a time", hint="leave out the time"
            )
        found = part_of(base, said.which, said.count, said.words)
        return found.but(doubt=found.doubt | base.doubt)

    @_bare.register
    def _so_far(self, said: SoFar) -> Point:
        first, last = self.point(said.base).days
        if not first <= self.at.today <= last:
            raise DateError(
                f"date {shown(said.words)} does not hold today", hint="name the days: from … to …"
            )
        days = (first, self.at.today) if said.side < 0 else (self.at.today, last)
        return of_days(*days, said.words)

    @_bare.register
    def _feast(self, said: Feast) -> Point:
        assert said.year is not None  # one without is known
        if self.at.calendar:
            self._convert(self.at.calendar)
        years = [year_number(said.year, self.at, said.words)]
        (day,) = feasts_in(said.name, years, self.at.calendar)
        return of_period(day, said.words)

    @_bare.register
    def _week_of(self, said: WeekOf) -> Point:
        base = self.point(said.base)
        first, last = base.days
        if first != last or base.clock or base.doubt:
            raise DateError(
                f"date {shown(base.words)} is not a day, so no week is known", hint="name the Monday"
            )
        monday = first if said.begins else first - weekday(first)
        return of_days(monday, monday + 6, said.words)

    @_bare.register
    def _untold(self, said: Untold) -> Point:
        base = self.point(said.base)
        gap = {("month", "year"): "-XX", ("day", "month"): "-XX", ("day", "year"): "-XX-XX"}
        if (said.unit, base.unit) not in gap or base.doubt:
            raise DateError(
                f"date {shown(said.words)} is not understood: a {said.unit} in {shown(base.words)}",
                hint="a day is in a month or a year, a month in a year",
            )
        text = base.text + gap[said.unit, base.unit]
        return Point(text=text, unit=said.unit, words=said.words, whole=text)

    @_bare.register
    def _double(self, said: Double) -> Point:
        """The day by our calendar, once the two that were written are the same."""
        days = {}
        for name, old, new in (("base", said.base, said.other), ("other", said.other, said.base)):
            if said.old in ("", name) and isinstance(old, Fields) and isinstance(new, Fields):
                dated = new.but(year=new.year or said.year or old.year, ours=True)
                first, second = shared([old, dated], [])
                converted, ours = self._foreign(as_julian(first, self.at)), self.point(second)
                days[first.words] = converted.text
                if converted.text == ours.text:
                    return ours.but(words=said.words)
        julian = " and ".join(f"{words} in the Julian calendar is {day}" for words, day in days.items())
        raise DateError(
            f"date {shown(said.words)} names two days: {julian}",
            hint="the two days of a double date are one day in two calendars",
        )


# As `self._bare(value)`, which makes a function anew each time: 9 µs a date.
_BARE = vars(Dating)["_bare"].dispatcher.dispatch
