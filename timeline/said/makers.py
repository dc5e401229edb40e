"""What the rules of several languages make of what their words capture: years of an era, decades, nights, parts."""

from collections.abc import Mapping
from typing import Any

from timeline.said.measures import Lasts, Often, Vaguely
from timeline.said.values import (
    APPROXIMATE,
    Away,
    Decade,
    Either,
    Fields,
    Foreign,
    Lasting,
    Length,
    Near,
    Night,
    Nth,
    Number,
    Part,
    Several,
    Unit,
    Untold,
    Value,
    Year,
    Years,
)

_SMALLER: Mapping[str, tuple[int, Unit]] = {
    "year": (12, "month"), "decade": (10, "year"), "century": (100, "year"), "month": (30, "day"), "week": (7, "day"),
    "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip


def short(two: int, **fields: Any) -> Fields:
    """A date whose year has two digits."""
    return Fields(year=Year(number=two, short=True), **fields)


def era(number: int, era: str = "") -> Year:
    """A year before or after Christ."""
    return Year(number=number, era=era)  # type: ignore[arg-type]  # the vocabulary has BC and AD


def winter(month: int, year: Year, second: int) -> Fields | None:
    """A winter by both its years: 1939/40."""
    follows = month == 24 and second in (year.number + 1, (year.number + 1) % 100)
    return Fields(year=year, month=month) if follows else None


def part_of_year(first: int, many: int) -> Any:
    """What makes the number of a part of the year, of which there are so `many`, its code in EDTF."""
    return lambda number: first + number - 1 if 1 <= number <= many else None


def halves(count: int, number: int) -> int | None:
    """Quarters and halves of a year, -1 the last; thirds have no code that people use."""
    first, number = {2: 40, 4: 33}.get(count), number if number > 0 else count
    return first + number - 1 if first and number <= count else None


def decade(number: int, era: str = "") -> Value | None:
    """A decade by its first year; of two digits, one whose century was not said."""
    if number % 10 or number > 9999:
        return None
    if era == "BC":
        return Years(first=-number - 8, last=1 - number)
    if number < 100:
        return Decade(number=number)
    decade = Years(first=number, last=number + 9)
    return Either(readings=(decade, Years(first=number, last=number + 99))) if number % 100 == 0 else decade


def decade_in_words(number: int, hundred: int = 0) -> Value | None:
    """The sixties; the nineteen-nineties."""
    return decade(100 * hundred + number) if hundred else Decade(number=number)


def run(number: int, size: int, era: str = "") -> Years | None:
    """The number-th century or millennium."""
    if not 1 <= number <= 10000 // size:
        return None
    first = 1 - number * size if era == "BC" else (number - 1) * size
    return Years(first=first, last=first + size - 1)


def runs(first: int, number: int, size: int, era: str = "") -> Lasting | None:
    """From one century or millennium to another."""
    start, end = run(first, size, era), run(number, size, era)
    return Lasting(start=start, end=end) if start and end else None


def republican(year: int, month: int | None = None, day: int | None = None) -> Foreign:
    """A date of the French Republican calendar."""
    return Foreign(calendar="republican", year=year, month=month, day=day)


def islamic(
    year: int | None = None, month: int | None = None, day: int | None = None, ah: str | None = None
) -> Foreign | None:
    """A date of the Islamic calendar; a year beyond 1500 that is not called one of it may be one of ours."""
    if ah is None and year is not None and year > 1500:
        return None
    return Foreign(calendar="islamic", year=year, month=month, day=day)


def ago(length: Length, way: int, base: Value | None = None) -> Away | None:
    """So long before (-1) or after (1) another date, or the standpoint; parts of a unit count in the next smaller one.

    >>> ago(Length(count=2.5, unit="year"), -1)
    Away(count=30, unit='month', way=-1, base=None)
    """
    count, unit = length.count, length.unit
    if count is None:
        return None
    if count != int(count):
        size, smaller = _SMALLER.get(unit, (1, unit))
        count, unit = round(count * size), smaller
    return Away(count=int(count), unit=unit, way=way, base=base)


def longer(away: Away, more: Length) -> Away:
    """So much more: two years and three months."""
    second = ago(more, away.way)
    return (
        away if second is None else away.but(more=(*away.more, Length(count=second.count, unit=second.unit)))
    )


def nearby(days: int, base: Value | None = None) -> Away:
    """The day so many days from another, or from the standpoint, those before it negative."""
    return Away(count=abs(days), unit="day", way=1 if days > 0 else -1, base=base)


def beside(way: int, base: Value, unit: Unit = "day") -> Away:
    """The unit next to a date."""
    return Away(count=1, unit=unit, way=way, base=base)


def numbered(number: int) -> Number:
    """A day of the month that leaves open which."""
    return Number(number=number, ordinal=True)


def untold(unit: Unit, base: Value) -> Untold | None:
    """Some day or month of a longer period."""
    return Untold(unit=unit, base=base) if unit in ("day", "month") else None


def part_near(step: int, part: str) -> Near:
    """A part of the day near to the standpoint."""
    return Near(step=step, unit="day", part=part)


def near(step: int, unit: str) -> Near | None:
    """Decades and centuries beside this one are not said of one year: "last century" may be a hundred years."""
    return Near(step=step, unit=unit) if step == 0 or unit not in ("decade", "century") else None  # type: ignore[arg-type]


def tens(tens: int = 0, number: int = 0) -> int | None:
    """A number below a hundred in two words."""
    return None if tens and number > 9 else tens + number


def third(which: int, base: Value) -> Part:
    """The early, middle or late part of a period."""
    return Part(which=which, count=3, base=base)


def part(base: Value, count: int, number: int) -> Part | None:
    """Part `number` of so many equal ones, -1 the last."""
    which = number - 1 if number > 0 else count - 1
    return Part(which=which, count=count, base=base) if which < count else None


def nth(number: int, unit: Unit, base: Value) -> Nth | None:
    """A day or week of a period by its place in it."""
    return Nth(number=number, unit=unit, base=base) if unit in ("day", "week") else None


def night(first: Value, second: Value | None = None) -> Night:
    """The night of a day, or between two."""
    return Night(base=first if second is None else Several(members=(first, second)))


def in_part(value: Value, part: str) -> Value:
    """A part of a day."""
    return value.but(part=part, words="")


def length(count: float, unit: Unit) -> Length:
    """So many of a unit, 0 being many that nobody counted."""
    return Length(count=count or None, unit=unit)


def lasting(first: Length, second: Length | None = None, **fields: Any) -> Lasts:
    """A length of time, or one and another."""
    return Lasts(lengths=(first,) if second is None else (first, second), **fields)


def modified(some: str, value: Value) -> Value:
    """More or less than that, or about it, as TIMEX3 writes it; "" is only an idle word."""
    if some in ("APPROX", ""):
        return value.but(doubt=value.doubt | (APPROXIMATE if some else 0), words="")
    return value.but(mod=some, words="")


def some_time(  # noqa: PLR0913 - what a pattern may capture
    length: Length,
    way: int,
    *,
    second: Length | None = None,
    third: Length | None = None,
    base: Value | None = None,
    some: str = "",
    today: str | None = None,
    **fields: Any,
) -> Value | None:
    """So long before or after; where nobody counted, some time before or after. From `today` it is the day."""
    if length.count is None:
        return Vaguely(way=way, unit=length.unit, told=fields.get("told", ""))
    found = ago(length, way, base)
    for more in (second, third):
        found = found if more is None or found is None else longer(found, more)
    exact = fields.pop("exact", False) or today is not None
    return found and modified(some, found.but(exact=exact, **fields))


def then(**got: Any) -> Value | None:
    """So long before or after what was told last."""
    return some_time(told="last", **got)


def each(every: int = 1, unit: Unit | None = None, count: float = 1, **fields: Any) -> Often:
    """Again and again, in each of so many units, or of `every` so many."""
    return Often(every=Length(count=every * count, unit=unit) if unit else None, **fields)
