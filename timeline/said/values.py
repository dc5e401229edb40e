"""What words say of time, as values without a today: a day of a month, the third Monday of, two weeks before, from … to.

Nothing here knows a language, a calendar's lengths or which day is today: `settle` puts a value on a standpoint.
What was not said is None. Months above 12 are EDTF's parts of a year: seasons 21 to 24, quarters 33 to 36, halves 40, 41.
"""

from typing import Literal, Self

from timeline.dates.periods import Period
from timeline.said.frozen import Frozen

APPROXIMATE, UNCERTAIN = 1, 2  # as in EDTF, they join by `|`
WITHIN_DAY = ("hour", "minute", "second")

Unit = Literal[
    "second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "season", "half", "year",
    "decade", "century", "millennium",
]  # fmt: skip
# Which day words of running text lean on: its own day, the date told `last` (or in a clause of the `past` alone), or the
# day told `near` by, else its own.
Told = Literal["", "last", "near", "past"]


class Length(Frozen):
    """So many units, 2.5 of them perhaps; None when nobody counted."""

    count: float | None
    unit: Unit


class Year(Frozen):
    """A year as said: 44 `BC`, 2018, or a `short` one of two digits whose century was not said."""

    number: int
    era: Literal["", "BC", "AD"] = ""
    short: bool = False

    @property
    def astronomical(self) -> int:
        """The year counted through, where 0 is 1 BC."""
        return 1 - self.number if self.era == "BC" else self.number


def counted(year: int) -> Year:
    """An astronomical year as people count it.

    >>> counted(2022), counted(-43)
    (Year(number=2022), Year(number=44, era='BC'))
    """
    return Year(number=year) if year > 0 else Year(number=1 - year, era="BC")


class Clock(Frozen):
    """A time of day; `half` is 0 for a.m. and 12 for p.m., `zone` what EDTF writes for it ("" when none was said)."""

    hour: int
    minute: int = 0
    second: int | None = None
    half: int | None = None
    zone: str = ""


class Value(Frozen):
    """What one phrase says. `doubt` joins APPROXIMATE and UNCERTAIN.

    `words` are the phrase itself, for messages, and `span` its first token and the one after its last: they do not count.
    Of a day, `part` is the part of it that was said, and of anything `mod` that it was more or less, both as TIMEX3
    writes them (MO, AF, EV, NI; MORE_THAN, EQUAL_OR_LESS): only running text asks for them.
    """

    words: str = ""
    span: tuple[int, int] = (0, 0)
    doubt: int = 0
    clock: Clock | None = None
    part: str = ""
    mod: str = ""

    def instead_of(self, said: "Value") -> Self:
        """What was said, put as this: with its words and their place, its doubt, its hour and part of the day."""
        return self.but(**{name: getattr(said, name) for name in Value.fields})


class Fields(Value):
    """A date by its fields: a day of a month, a month or part of a year, a year; `ours` when it names our calendar."""

    year: Year | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ours: bool = False

    @property
    def yearless(self) -> bool:
        """Whether a month or a day was named without its year."""
        return self.year is None and self.month is not None


class Number(Value):
    """A bare number that a neighbour may explain (the 1 of "1-3 May"); an `ordinal` one is a day of a month."""

    number: int
    ordinal: bool = False


class Years(Value):
    """The years from first to last as one period: a decade, a century (astronomical: 0 is 1 BC)."""

    first: int
    last: int


class Decade(Value):
    """A decade whose century was not said: "the sixties" are 60."""

    number: int


class Week(Value):
    """A week by its number (ISO 8601), and its day, Monday 1, when one was said; its year may be told elsewhere."""

    year: int | None
    number: int
    day: int | None = None


class DayOfYear(Value):
    """The `number`-th day of a year (ISO 8601)."""

    year: int
    number: int


class Away(Value):
    """So many units after (`way` 1) or before (-1) another date; from the standpoint when there is no `base`.

    `more` are the smaller units of a distance in several. An `exact` one is the day, whatever the unit, and an `ahead`
    one is meant only where something to come is told ("in two weeks" is else a length).
    """

    count: int
    unit: Unit
    way: int
    base: Value | None = None
    more: tuple[Length, ...] = ()
    told: Told = ""
    exact: bool = False
    ahead: bool = False


class Near(Value):
    """The last (`step` -1), this (0) or next (1) of its kind: a unit, a weekday, or a month or part of a year.

    Without a step it is the one that the standpoint leans to ("Tuesday").
    """

    step: int | None = None
    unit: Unit | None = None
    weekday: int | None = None
    month: int | None = None
    told: Told = ""


class Nth(Value):
    """The `number`-th weekday, or unit, of a period; -1 is its last."""

    number: int
    base: Value
    weekday: int | None = None
    unit: Unit = "day"


class Part(Value):
    """Part `which` (from 0) of `count` equal parts of a period: early is 0 of 3, the second half 1 of 2."""

    which: int
    count: int
    base: Value


class SoFar(Value):
    """The days of a period up to the standpoint (`side` -1: "earlier this month") or from it on (1)."""

    side: int
    base: Value


class Feast(Value):
    """A day with a name (`timeline.dates.feasts`); without a year the last (`step` -1), that of this year (0), the next (1)."""

    name: str
    year: Year | None = None
    step: int | None = None


class WeekOf(Value):
    """The week that holds a day, Monday first; the seven days from it when it `begins` there."""

    base: Value
    begins: bool = False


class Night(Value):
    """The night that begins on a day, or lies between two."""

    base: Value


class Untold(Value):
    """A day or month of a longer period, nobody knows which."""

    unit: Unit
    base: Value


class Foreign(Value):
    """A date by another calendar's fields (`timeline.dates.calendars`)."""

    calendar: str
    year: int | None
    month: int | None = None
    day: int | None = None


class Double(Value):
    """One day as two calendars write it; `old` says which of the two is Julian, "" that they must tell themselves.

    `year` is the year that stands behind both: that of the newer calendar's day.
    """

    base: Value
    other: Value
    year: Year | None = None
    old: Literal["", "base", "other"] = ""


class Edge(Value):
    """An end of an interval that is no date: it lasts (`open`), or nobody knows."""

    open: bool


class Lasting(Value):
    """All the time from a start to an end."""

    start: Value
    end: Value


class Between(Value):
    """One moment between two dates, which may be it; with `inside` they may not."""

    start: Value
    end: Value
    inside: bool = False


class Beside(Value):
    """One moment on one side of a date: `before`, `after`, `by` (or in it), `not before` (in it or later)."""

    side: Literal["before", "after", "by", "not before"]
    base: Value


class Several(Value):
    """One of several dates, or `every` one of them."""

    members: tuple[Value, ...]
    every: bool = False


class Either(Value):
    """Words that can mean several things; `asks` is what would tell: the `order` of day and month, the `century`, or ``.

    Where nothing tells, the first that is a date is meant if that is `usual` in the language; else nobody knows.
    """

    readings: tuple[Value, ...]
    asks: Literal["", "order", "century"] = ""
    usual: bool = False


class Within(Value):
    """A day, month or part of a year, in a year that other words tell: "March last year", "25 July of that year"."""

    item: Value
    base: Value


class Again(Value):
    """What was told last (of that unit, when one is named); with a `base`, the same of another year."""

    unit: Unit | None = None
    base: Value | None = None


class Known(Value):
    """A piece of the calendar that is known already; `exact` is the day in it that was meant, where that is known too."""

    period: Period
    exact: Period | None = None
