"""How the words around a date shape the date that is stored: "since 2018" is `2018/..`, though its mention is `2018`."""

from typing import NamedTuple

from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period, finer
from timeline.said.around import Words
from timeline.said.chart import Chart
from timeline.said.clauses import ends_sentence
from timeline.said.measures import Vaguely
from timeline.said.nearest import days_in
from timeline.said.told import Reading
from timeline.said.values import APPROXIMATE, Near, Number
from timeline.said.why import Converted, Leant, Shaped

_CLOSE = ("day", "month", "year")


class Placed(NamedTuple):
    """A reading and the tokens that it covers."""

    first: int
    end: int
    reading: Reading


def shaped(chart: Chart, words: Words, placed: list[Placed], dateline: Period | None) -> list[Placed]:
    """The readings with their EDTF shaped by the words around them, and joined where they are one date together."""
    found: list[Placed] = []
    rest = iter(range(len(placed)))
    for number in rest:
        one = placed[number]
        other = placed[number + 1] if number + 1 < len(placed) else None
        if other is not None:
            one = _before_it(chart, one, other)
            other = _after_it(chart, words, one, other, dateline)
            joined = _joined(chart, words, one, other)
            if joined is not None:
                found += (_with(one, *joined), _with(other, *joined))
                next(rest)
                continue
        found.append(_beside(chart, words, one))
    return found


def _after_it(chart: Chart, words: Words, one: Placed, other: Placed, dateline: Period | None) -> Placed:
    """The second of two dates, as a range needs it: its weekday after the first one's, its "now" the dateline."""
    first, second = one.reading.period, other.reading.period
    glue = words.between(chart, one.end, other.first)
    if first is None or not glue:
        return other
    if isinstance(other.reading.said, Vaguely) and not other.reading.said.way:
        if (
            dateline is not None
            and one.reading.explicit
            and words.before(chart, one.first) in ("between", "from")
        ):
            return other._replace(
                reading=other.reading.but(period=dateline, edtf=dateline.edtf, anchor=dateline)
            )
        return other
    latest = any(isinstance(why, Leant) and why.lean == "latest" for why in other.reading.whys)
    weekday = isinstance(other.reading.said, Near) and other.reading.said.weekday is not None
    if (
        glue in ("to", "dash")
        and second is not None
        and weekday
        and latest
        and first.unit == "day"
        and second < first
    ):
        later = second.shift((first.index - second.index) // 7 * 7 + 7)
        whys = (Leant(kind="weekday", lean="after", on="told"),)
        reading = other.reading.but(
            period=later, timex=other.reading.timex.but(value=later.value), edtf=later.edtf, whys=whys
        )
        return other._replace(reading=reading)
    return other


def _before_it(chart: Chart, one: Placed, other: Placed) -> Placed:
    """The first of two days by their numbers, where the second of a sentence has turned out to lie in an earlier month."""
    first, second = one.reading.period, other.reading.period
    if (
        not (isinstance(one.reading.said, Number) and isinstance(other.reading.said, Number))
        or first is None
        or second is None
        or first <= second
        or any(ends_sentence(chart, at) for at in range(one.end, other.first))
    ):
        return one
    months = (second.within("month").shift(step) for step in (0, -1, -2))
    many = (day for month in months for day in days_in(month.month, one.reading.said.number, [month.year]))
    day = next(day for day in many if day <= second)
    timex = one.reading.timex.but(value=day.value)
    return one._replace(reading=one.reading.but(period=day, edtf=day.edtf, timex=timex))


def _with(placed: Placed, edtf: str, why: Shaped) -> Placed:
    reading = placed.reading
    return placed._replace(reading=reading.but(edtf=edtf, whys=(*reading.whys, why)))


def _sides(reading: Reading) -> tuple[Period, Period]:
    """The period of a date, twice; of a month by another calendar its first and its last day."""
    period = reading.period
    assert period is not None
    if period.unit != "month" or not any(isinstance(why, Converted) for why in reading.whys):
        return period, period
    ours = EventDate(reading.edtf or "")
    return Period("day", ours.first_day or 0), Period("day", ours.last_day or 0)


def _dated(reading: Reading) -> bool:
    return reading.period is not None and reading.edtf is not None


def _glue(said: str, one: Placed) -> str:
    """What joins two dates: a stroke behind a day or month without its year is "or", and behind a whole date "to"."""
    whole = {"day": 3, "month": 2}.get(one.reading.period.unit if one.reading.period else "", 0)  # tokens
    return said if said != "stroke" else "or" if one.end - one.first < whole else "dash"


def _joined(chart: Chart, words: Words, one: Placed, other: Placed) -> tuple[str, Shaped] | None:
    """The range that two dates make together."""
    glue = _glue(words.between(chart, one.end, other.first), one)
    if not glue or not (_dated(one.reading) and _dated(other.reading)):
        return None
    (first, _), (_, second) = _sides(one.reading), _sides(other.reading)
    before = words.before(chart, one.first)
    if first.first_day > second.last_day or _told_apart(one.reading, other.reading):
        return None
    alike = first.unit == second.unit
    if before == "between" and glue in ("and", "dash"):
        if alike and first.unit in _CLOSE:
            return f"[{first.edtf}..{second.edtf}]", Shaped(side="between")
        start, end = Period("day", first.first_day), Period("day", second.last_day)
        return f"[{start.edtf}..{end.edtf}]", Shaped(side="between")
    if glue in ("to", "dash"):
        if before != "from" and not alike:
            loose = not chart.tokens[one.end].tight
            told = one.reading.explicit and other.reading.explicit
            if (glue == "dash" and loose) or (glue == "to" and not told):
                return None
        if first == second:
            return _over_parts(one.reading, other.reading), Shaped(side="range")
        return f"{_end(one.reading, first)}/{_end(other.reading, second)}", Shaped(side="range")
    if glue == "or" and alike and first.unit in _CLOSE:
        return f"[{first.edtf},{second.edtf}]", Shaped(side="or")
    return None


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


def _end(reading: Reading, period: Period) -> str:
    """One end of an interval: EDTF has no sets there, so a week begins it, and a part of a period is the period."""
    if period.unit in ("week", "weekend"):
        return Period("day", period.first_day).edtf
    edtf = reading.edtf or ""
    return (
        edtf
        if edtf.endswith("~") and edtf[0] != "["
        else period.edtf + "~" * bool(reading.placed.doubt & APPROXIMATE)
    )


def _beside(chart: Chart, words: Words, placed: Placed) -> Placed:
    """A date on whose side the words before or behind it put what they tell."""
    reading, period = placed.reading, placed.reading.period
    if period is None or not _dated(reading):
        return placed
    first, last = _sides(reading)
    before = words.before(chart, placed.first)
    ends = placed.end >= len(chart.tokens) or chart.tokens[placed.end].word in (".", ",")
    onwards = words.behind(chart, placed.end, "ONWARDS") and before in ("from", "")
    if (
        before == "since"
        or (onwards and before == "from")
        or words.behind(chart, placed.end, "OR_LATER")
        or words.last(chart, placed.end, "AND_LATER")
        or (before == "from" and ends and reading.explicit)
    ):
        return _with(placed, f"{_end(reading, first)}/..", Shaped(side="since"))
    # "Through" a week is not until it.
    if before == "until" and (
        reading.explicit or period.unit in ("day", "month") or not words.throughout(chart, placed.first)
    ):
        return _with(placed, f"../{_end(reading, last)}", Shaped(side="until"))
    if before in ("before", "after") and reading.timex.type == "TIME":
        return _with(placed, period.edtf, Shaped(side="day"))
    if before == "not before":
        first = first if first.unit in _CLOSE else Period("day", first.first_day)
        return _with(placed, f"[{first.edtf}..]", Shaped(side="not before"))
    inclusive = reading.timex.mod == "END" or words.behind(chart, placed.end, "INCLUSIVE")
    if before == "before" and inclusive:
        return _with(placed, f"[..{_upto(last)}]", Shaped(side="by"))
    if before == "before":
        return _with(placed, f"[..{_beyond(first, -1)}]", Shaped(side="before"))
    if before == "after":
        return _with(placed, f"[{_beyond(last, 1)}..]", Shaped(side="after"))
    if before == "by" or words.behind(chart, placed.end, "OR_EARLIER"):
        return _with(placed, f"[..{_upto(last)}]", Shaped(side="by"))
    return placed


def _upto(period: Period) -> str:
    return (period if period.unit in _CLOSE else Period("day", period.last_day)).edtf


def _beyond(period: Period, step: int) -> str:
    """The neighbour of a period in its own size, as far as EDTF has that size inside brackets."""
    if period.unit in _CLOSE:
        return period.shift(step).edtf
    if not finer("week", period.unit):
        return Period("day", period.first_day - 1 if step < 0 else period.last_day + 1).edtf
    unit = "month" if period.unit in ("quarter", "half", "season") else "year"
    return (period.within(unit).shift(-1) if step < 0 else period.shift(1).within(unit)).edtf
