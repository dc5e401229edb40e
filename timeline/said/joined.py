"""How dates of running text that stand side by side are one date together: from one to another, one of several."""

from itertools import pairwise
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.dates.periods import MANY_YEARS, Period, finer
from timeline.said.around import Words
from timeline.said.chart import Chart
from timeline.said.nearest import days_in
from timeline.said.told import Reading
from timeline.said.values import APPROXIMATE, Number
from timeline.said.why import Converted, Leant, Shaped
from timeline.tuples import NamedTuple

CLOSE = ("day", "month", "year")


class Placed(NamedTuple):
    """A reading and the tokens that it covers."""

    first: int
    end: int
    reading: Reading

    def but(self, **changes: Any) -> "Placed":
        """The same with another reading."""
        return self._replace(reading=self.reading.but(**changes))

    def shaped(self, edtf: str, side: Shaped) -> "Placed":
        """The date as its neighbours shape it."""
        return self.but(edtf=edtf, whys=(*self.reading.whys, side))

    def leant(self, period: Period, *whys: Leant) -> "Placed":
        """The date as its neighbours tell it, of its own kind."""
        timex = self.reading.timex.but(value=period.value)
        return self.but(period=period, edtf=period.edtf, timex=timex, whys=whys or self.reading.whys)


def sides(reading: Reading) -> tuple[Period, Period]:
    """The period of a date, twice; of a month by another calendar its first and its last day."""
    period = reading.period
    assert period is not None
    if period.unit != "month" or not any(isinstance(why, Converted) for why in reading.whys):
        return period, period
    ours = EventDate(reading.edtf or "")
    return Period("day", ours.first_day or 0), Period("day", ours.last_day or 0)


def dated(reading: Reading) -> bool:
    """Whether an expression is a date that is stored."""
    return reading.period is not None and reading.edtf is not None


def mark(reading: Reading) -> str:
    """What EDTF writes behind a date that is about then."""
    return "~" * bool(reading.placed.doubt & APPROXIMATE)


def end_of(reading: Reading, period: Period) -> str:
    """One end of an interval: EDTF has no sets there, so a week begins it, and a part of a period is the period."""
    if period.unit in ("week", "weekend"):
        return Period("day", period.first_day).edtf
    edtf = reading.edtf or ""
    return edtf if edtf.endswith("~") and edtf[0] != "[" else period.edtf + mark(reading)


def edge(period: Period, *, end: bool = False) -> Period:
    """The first or last part of a period, in a size that EDTF has inside brackets."""
    if period.unit in CLOSE:
        return period
    parts = {"quarter": "month", "half": "month", "season": "month"}
    unit = parts.get(period.unit, "year") if finer("week", period.unit) and period.unit != "week" else "day"
    return Period("day", period.last_day if end else period.first_day).within(unit)


def one_of(chart: Chart, words: Words, placed: list[Placed], at: int) -> list[Placed]:
    """The dates from one on of which one is meant, as one date each: 2018, 2019 or 2020; none where that is not said."""
    listed, glue = [placed[at]], ""
    for number in range(at + 1, len(placed)):
        one, other = listed[-1], placed[number]
        said = _glue(words.between(chart, one.end, other.first), one)
        if said not in ("comma", "or") or not _choice(one.reading, other.reading):
            break
        listed.append(other)
        glue = said
    if glue != "or" or words.before(chart, listed[0].first) == "between":
        return []
    for number in reversed(range(len(listed) - 1)):
        listed[number] = _in_month(listed[number], listed[number + 1])
    many = ",".join(sides(each.reading)[0].edtf + mark(each.reading) for each in listed)
    return [each.shaped(f"[{many}]", Shaped(side="or")) for each in listed]


def _in_month(one: Placed, other: Placed) -> Placed:
    """A day by its number alone beside a day: of the same month."""
    said, second = one.reading.said, other.reading.period
    if not isinstance(said, Number) or second is None or second.unit != "day":
        return one
    day = next((day for day in days_in(second.month, said.number, [second.year]) if day < second), None)
    return one if day is None else one.leant(day)


def _choice(one: Reading, other: Reading) -> bool:
    """Whether one of two dates may be meant: each by itself is one to EDTF, and they tell as much, or both their years."""
    if one.period is None or other.period is None or not (_single(one) and _single(other)):
        return False
    alike = one.period.unit == other.period.unit or (one.explicit and other.explicit)
    return alike and one.period.last_day < other.period.first_day and not _told_apart(one, other)


def _single(reading: Reading) -> bool:
    assert reading.period is not None
    unit, edtf = reading.period.unit, reading.edtf or "["
    return dated(reading) and (unit in CLOSE or (unit in MANY_YEARS and edtf[0] != "["))


def together(chart: Chart, words: Words, one: Placed, other: Placed) -> tuple[str, Shaped] | None:
    """The range that two dates make together."""
    glue = _glue(words.between(chart, one.end, other.first), one)
    if not glue or not (dated(one.reading) and dated(other.reading)):
        return None
    (first, _), (_, second) = sides(one.reading), sides(other.reading)
    before = words.before(chart, one.first)
    if first.first_day > second.last_day or _told_apart(one.reading, other.reading):
        return None
    alike = first.unit == second.unit
    if before == "between" and glue in ("and", "dash"):
        marks = mark(one.reading), mark(other.reading)
        start, end = edge(first), edge(second, end=True)
        unit = end.unit if finer(end.unit, start.unit) else start.unit
        first, second = (
            Period("day", first.first_day).within(unit),
            Period("day", second.last_day).within(unit),
        )
        return f"[{first.edtf}{marks[0]}..{second.edtf}{marks[1]}]", Shaped(side="between")
    if glue in ("to", "dash"):
        if before != "from" and not alike:
            loose = not chart.tokens[one.end].tight
            told = one.reading.explicit and other.reading.explicit
            if (glue == "dash" and loose) or (glue == "to" and not told):
                return None
        if first == second:
            return _over_parts(one.reading, other.reading), Shaped(side="range")
        return f"{end_of(one.reading, first)}/{end_of(other.reading, second)}", Shaped(side="range")
    return None


def pinched(chart: Chart, words: Words, placed: list[Placed]) -> list[Placed]:
    """The dates, of which two hold one moment between them: after 2018 but before 2021."""
    found = list(placed)
    for at, (one, other) in enumerate(pairwise(placed)):
        after, before = one.reading.edtf or "", other.reading.edtf or ""
        if (
            after.startswith("[")
            and after.endswith("..]")
            and before.startswith("[..")
            and sides(one.reading)[1].last_day < sides(other.reading)[0].first_day
            and words.pinching(chart, one.end, other.first)
        ):
            start, end = after[1:-3], before[3:-1]
            if (EventDate.parse(start).first_day or 0) > (EventDate.parse(end).last_day or 0):
                continue  # nothing lies between them
            both = start if start == end else f"[{start}..{end}]"
            found[at : at + 2] = (each.shaped(both, Shaped(side="between")) for each in found[at : at + 2])
    return found


def _glue(said: str, one: Placed) -> str:
    """What joins two dates: a stroke behind a day or month without its year is "or", and behind a whole date "to"."""
    whole = {"day": 3, "month": 2}.get(one.reading.period.unit if one.reading.period else "", 0)  # tokens
    return said if said != "stroke" else "or" if one.end - one.first < whole else "dash"


def _told_apart(one: Reading, other: Reading) -> bool:
    """Whether two dates make no range: one said twice, or an hour beside a day ("on the night of 3 May, at 2")."""
    again = one.period == other.period and one.timex.mod == other.timex.mod
    return again or (one.placed.clock is None) != (other.placed.clock is None)


def _over_parts(one: Reading, other: Reading) -> str:
    """From one part of a period to another: mid- to late March."""
    start, end = (EventDate.parse(each.edtf or "") for each in (one, other))
    assert start.first_day is not None
    assert end.last_day is not None
    return f"{Period('day', start.first_day).edtf}/{Period('day', end.last_day).edtf}"
