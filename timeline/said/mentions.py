"""How the words around a date shape the date that is stored: "since 2018" is `2018/..`, though its mention is `2018`."""

from timeline.dates.periods import Period
from timeline.said.around import Words
from timeline.said.chart import Chart
from timeline.said.clauses import ends_sentence
from timeline.said.joined import CLOSE, Placed, dated, edge, end_of, mark, one_of, pinched, sides, together
from timeline.said.measures import Vaguely
from timeline.said.nearest import days_in, part_in
from timeline.said.policies import PAST
from timeline.said.values import Fields, Near, Number
from timeline.said.why import Leant, Shaped

_IN_YEAR = ("day", "month", "season", "quarter", "half")


def shaped(chart: Chart, words: Words, placed: list[Placed], dateline: Period | None) -> list[Placed]:
    """The readings with their EDTF shaped by the words around them, and joined where they are one date together."""
    found: list[Placed] = []
    number = 0
    while number < len(placed):
        one, *others = placed[number : number + 2]
        if others:
            one = _before_it(chart, one, others[0])
        many = one_of(chart, words, placed, number)
        if others and not many:
            many = _two(chart, words, one, others[0], dateline)
        found += many or [_beside(chart, words, one, others)]
        number += max(len(many), 1)
    return pinched(chart, words, found)


def _two(chart: Chart, words: Words, one: Placed, other: Placed, dateline: Period | None) -> list[Placed]:
    """The two dates where they are one together; none where they are not."""
    glue = words.between(chart, one.end, other.first)
    if glue in ("to", "dash", "and"):
        other = _now(chart, words, one, other, dateline)
    if glue in ("to", "dash"):
        one, other = _weekdays(one, _year_after(one, other))
    both = together(chart, words, one, other)
    return [each.shaped(*both) for each in (one, other)] if both is not None else []


def _now(chart: Chart, words: Words, one: Placed, other: Placed, dateline: Period | None) -> Placed:
    """The second of two dates, which is the dateline where it is now: from 2018 to now."""
    here = isinstance(other.reading.said, Vaguely) and not other.reading.said.way
    told = one.reading.explicit and words.before(chart, one.first) in ("between", "from")
    if not here or not told or dateline is None or words.opens(chart, one.end):
        return other
    return other.but(period=dateline, edtf=dateline.edtf, anchor=dateline)


def _year_after(one: Placed, other: Placed) -> Placed:
    """The second of two dates, in the year of the first or the next where only the first has one: May 1956 – July."""
    said, first = other.reading.said, one.reading.period
    bare = isinstance(said, Fields) and said.yearless and said.weekday is None and said.clock is None
    if first is None or not bare or not one.reading.explicit or first.unit not in _IN_YEAR:
        return other
    assert isinstance(said, Fields)
    assert said.month is not None
    years = range(first.year, first.year + 2)
    many = days_in(said.month, said.day, years) if said.day else [part_in(year, said.month) for year in years]
    found = next((each for each in many if each.first_day >= first.first_day), None)
    return other if found is None else other.leant(found, Leant(kind=found.unit, lean="told", on="told"))


def _weekdays(one: Placed, other: Placed) -> tuple[Placed, Placed]:
    """Two weekdays from one to the other in their order: both have been where the past is told."""
    first, second = one.reading.period, other.reading.period
    said = other.reading.said
    weekday = isinstance(said, Near) and said.weekday is not None
    latest = any(isinstance(why, Leant) and why.lean == "latest" for why in other.reading.whys)
    if first is None or second is None or not (weekday and latest) or first.unit != "day" or first <= second:
        return one, other
    weeks = (first.index - second.index) // 7 + 1
    if other.reading.tense == PAST and isinstance(one.reading.said, Near):
        return one.leant(first.shift(-7 * weeks), Leant(kind="weekday", lean="before", on="told")), other
    return one, other.leant(second.shift(7 * weeks), Leant(kind="weekday", lean="after", on="told"))


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
    return one.leant(day)


def _beside(chart: Chart, words: Words, placed: Placed, others: list[Placed]) -> Placed:
    """A date on whose side the words before or behind it put what they tell."""
    reading, period = placed.reading, placed.reading.period
    if period is None or not dated(reading):
        return placed
    first, last = sides(reading)
    before, about, at = words.before(chart, placed.first), mark(reading), placed.end
    # "Before 2010 or after 2018" does not say "2010 or after".
    until = others[0].first if others else 0
    later = words.behind(chart, at, "OR_LATER", until)
    if lasting := _lasting(chart, words, placed, before):
        return placed.shaped(*lasting)
    if (later or before in ("before", "after")) and reading.timex.type == "TIME":
        return placed.shaped(period.edtf, Shaped(side="day"))
    if before == "not before" or later:
        return placed.shaped(f"[{edge(first).edtf}{about}..]", Shaped(side="not before"))
    inclusive = reading.timex.mod == "END" or words.behind(chart, at, "INCLUSIVE")
    if before == "before" and not inclusive:
        return placed.shaped(f"[..{edge(first).shift(-1).edtf}{about}]", Shaped(side="before"))
    if before == "after":
        return placed.shaped(f"[{edge(last, end=True).shift(1).edtf}{about}..]", Shaped(side="after"))
    if before in ("by", "before") or words.behind(chart, at, "OR_EARLIER", until):
        return placed.shaped(f"[..{edge(last, end=True).edtf}{about}]", Shaped(side="by"))
    return placed


def _lasting(chart: Chart, words: Words, placed: Placed, before: str) -> tuple[str, Shaped] | None:
    """The interval that begins or ends with a date, or lasts as long as it."""
    reading, period, at = placed.reading, placed.reading.period, placed.end
    assert period is not None
    first, last = sides(reading)
    if end := words.opens(chart, at):
        return end_of(reading, first) + end, Shaped(side="since")
    on = words.behind(chart, at, "ONWARDS") or words.behind(chart, at, "FROM_ON")
    ends = at >= len(chart.tokens) or chart.tokens[at].word in (".", ",")
    if (
        before == "since"
        or (before == "from" and (on or (ends and reading.explicit)))
        or words.last(chart, at, "ONWARDS")
    ):
        return f"{end_of(reading, first)}/..", Shaped(side="since")
    # "Through" a week is not until it.
    if before == "until" and (
        reading.explicit or period.unit in ("day", "month") or not words.throughout(chart, placed.first)
    ):
        return f"../{end_of(reading, last)}", Shaped(side="until")
    if before == "all through" and period.unit in CLOSE and reading.edtf == period.edtf:
        return f"{period.edtf}/{period.edtf}", Shaped(side="range")
    return None
