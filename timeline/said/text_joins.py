"""Dates of running text that explain each other: two days of a month, two months of a year, two years of an era.

Each is an expression of its own, so each is a phrase with its own words; how they are joined, the words between and
before them say (`timeline.said.mentions`).
"""

from typing import Any

from timeline.said import makers
from timeline.said.completing import core, shared
from timeline.said.joins import doubted
from timeline.said.julian import one_day
from timeline.said.patterns import Rule
from timeline.said.values import Decade, Fields, Lasting, Number, Part, Several, Value, Within, Year, Years

_LONGEST = 31  # days of a month
_GLUE = "( DASH | / | UPTO | every:AND | one:OR )"
_OR_STROKE = _GLUE.replace("/", "stroke:/")
# What follows a bare number that is no day: a unit, a month, a share, the minutes of an hour.
_NO_DAY = "_ ( UNIT | MONTH | SHARE | ^: | ^. NUM | ^/ NUM | ^TH )"


def _pair(start: Value, end: Value, every: str | None, one: str | None, *between: Value) -> Value:
    if every is None and one is None and not between:
        return Lasting(start=start, end=end)
    return Several(members=(start, *between, end), every=one is None)


def _explained(  # noqa: PLR0913, PLR0917 - what a pattern may capture
    start: Value,
    end: Value,
    second: Value | None = None,
    every: str | None = None,
    one: str | None = None,
    stroke: str = "",
) -> Value | None:
    """Dates in their order, to which one of them tells what the others leave out.

    3–5 May 2021; May 6-7, 2024; 31 May – 1 June 1916; April, May and June 1937; 264 to 146 BC.
    """
    if isinstance(end, Within) and isinstance(end.item, Number) and isinstance(start, Number):
        first = end.but(item=start, words=start.words, span=start.span)
        return _pair(first, end, every, one) if start.number < end.item.number else None
    between = [second] if second is not None else []
    said = [core(each) for each in (start, *between, end)]
    whole = [each for each in shared(said, []) if isinstance(each, Fields)]
    if len(whole) < len(said) or any(each.clock for each in said[:-1]):
        return None
    if len({(each.day is None, each.month is None) for each in whole}) > 1 or (
        stroke and one_day(whole[0], whole[-1])
    ):
        return None
    years = [isinstance(each, Fields) and each.year is not None for each in said]
    if all(isinstance(each, Fields) and each.month for each in said):
        return _pair(start, end, every, one, *between) if years[-1] and sum(years) == 1 else None
    ordered = _in_order(whole) and sum(years) < 2
    return _pair(start, end, every, one, *between) if ordered else None


def _of_one_era(start: Number, end: Value, every: str | None = None, one: str | None = None) -> Value | None:
    """264 to 146 BC; days of a month have a rule of their own."""
    return None if isinstance(end, Fields) and end.month else _explained(start, end, every=every, one=one)


def _in_order(dates: list[Fields]) -> bool:
    """Whether days of one month, or years of one era, follow each other."""
    if dates[0].day is not None:
        days = [each.day or 0 for each in dates]
        one_month = len({(each.year, each.month) for each in dates}) == 1
        return one_month and days == sorted(set(days)) and days[0] > 0 and days[-1] <= _LONGEST
    years = [each.year.astronomical for each in dates if each.year]
    return years == sorted(set(years))


def _of_one_century(start: Fields, end: Number, stroke: str = "") -> Value | None:
    """1990-94: a year by its last digits, which is later than the first; 1648/9 is one year by two reckonings."""
    assert start.year is not None
    if stroke and len(end.words) < 2:
        return None
    size = 100 if end.number > 9 or end.words.startswith("0") else 10
    later = start.year.number // size * size + end.number
    if later <= start.year.number or start.year.number < 1000:
        return None
    return Lasting(
        start=start, end=Fields(year=Year(number=later), doubt=start.doubt, words=end.words, span=end.span)
    )


def _two_centuries(
    start: Number, end: Value, every: str | None = None, one: str | None = None
) -> Value | None:
    """The 16th and 17th centuries."""
    if not isinstance(end, Years) or end.last - end.first not in (99, 999):
        return None
    first = makers.run(start.number, end.last - end.first + 1, "BC" if end.last < 1 else "")
    return first and _pair(first.instead_of(start), end, every, one)


def _two_decades(start: Number, end: Value, every: str | None = None, one: str | None = None) -> Value | None:
    """The fifties to sixties: 1950–1960-е гг., 50–60-е годы XIX века."""
    number = start.number
    if isinstance(end, Decade) and number > 999:
        known = number // 100 * 100 + end.number
        end = Years(first=known, last=known + 9).instead_of(end)
    if number % 10 or not isinstance(end, Years | Decade):
        return None
    first: Years | Decade = Decade(number=number)
    if isinstance(end, Years):
        if end.last - end.first != 9 or (number > 99) != (number > 999):
            return None
        number += end.first // 100 * 100 if number < 100 else 0
        first = Years(first=number, last=number + 9)
    known = end.first if isinstance(end, Years) else end.number
    return _pair(first.instead_of(start), end, every, one) if number < known else None


def _two_parts(start: Part, end: Value, every: str | None = None, one: str | None = None) -> Value | None:
    """Mid- to late March."""
    return _pair(start.but(base=end.base), end, every, one) if isinstance(end, Part) else None


def _edge(which: int) -> Part:
    return Part(which=which, count=3, base=Fields())


def _bare_year(number: int) -> Any:
    return Fields(year=Year(number=number))


TEXT_JOINS = (
    Rule("bare day of a pair", "bare-day", "number:D12", Number,
         amid={"They meet on 3–5 May 2021.": "2021-05-03, 2021-05-05"}),
    Rule("bare ordinal of a pair", "bare-day", "THE? number:<nth>", Number,
         amid={"from the ninth to the seventeenth of April 2017": "2017-04-09, 2017-04-17"}),
    Rule("bare day with its year", "bare-day-and-year", "day:D12 ,? year:<year>", Fields,
         amid={"They met on May 6-7, 2024.": "2024-05-06, 2024-05-07"}),
    Rule("bare year of a pair", "bare-year", "number:NUM", Number,
         amid={"The war of 264 to 241 BC.": "BC0264, BC0241"}),
    Rule("year of a pair", "full-year", "number:D4", _bare_year, amid={"It was dug out in 1990-94.": "1990, 1994"}),
    Rule("year of a pair that is about then", "full-year", "doubt:ABOUT value:<full-year>", doubted,
         amid={"It was built c. 1550–70.": "1550, 1570"}),
    Rule("digits of a year", "digits", "number:D12", Number, amid={"It was dug out in 1990-94.": "1990, 1994"}),
    Rule("ordinal of a pair", "ordinal", "THE? number:<nth> -?", Number,
         amid={"The 16th and 17th centuries were long.": "15, 16"}),
    Rule("decade of a pair", "bare-decade", "number:D4", Number, amid={"It grew in the 1950-60s.": "195, 196"}),
    Rule("edge of a pair", "edge", "which:EDGE", _edge, amid={"It rained in mid- to late March.": "2022-03, 2022-03"}),
    Rule("days of one month", "mention",
         f"start:<bare-day> ( , second:<bare-day> ,? )? {_OR_STROKE} ( end:<date> | THE end:<point> )", _explained,
         amid={"They meet on 3–5 May 2021.": "2021-05-03, 2021-05-05"}),
    Rule("days of a month before", "mention", f"start:<point> {_OR_STROKE} ( end:<bare-day> | end:<bare-day-and-year> )",
         _explained, unless_amid=_NO_DAY,
         amid={"They met on May 6-7, 2024.": "2024-05-06, 2024-05-07",
               "They met on May 6 and 7 % voted.": "2022-05-06"}),
    Rule("dates of one year", "mention", f"THE? start:<date> ( , second:<date> )? ,? {_OR_STROKE} THE? end:<date>",
         _explained,
         amid={"It lasted from January to March 1937.": "1937-01, 1937-03",
               "in April, May and June of 2020": "2020-04, 2020-05, 2020-06"}),
    Rule("years of one era", "mention", f"start:<bare-year> {_GLUE} end:<point>", _of_one_era,
         amid={"The war of 264 to 241 BC.": "BC0264, BC0241"}),
    Rule("years of one century", "mention", "start:<full-year> ^( - | – | stroke:/ ) ^end:<digits>", _of_one_century,
         unless_amid="_ ( ^- | ^/ | ^. NUM | ^: )",
         amid={"It was dug out in 1990-94.": "1990, 1994", "It has the number 1990-94.2.": ""}),
    Rule("two centuries", "mention", f"start:<ordinal> {_GLUE} THE? end:<point>", _two_centuries,
         amid={"The 16th and 17th centuries were long.": "15, 16"}),
    Rule("two decades", "mention", f"THE? start:<bare-decade> {_GLUE} end:<point>", _two_decades,
         amid={"It grew in the 1950-60s.": "195, 196"}),
    Rule("two parts of a period", "mention", f"start:<edge> -? {_GLUE} end:<date>", _two_parts,
         amid={"It rained in mid- to late March.": "2022-03, 2022-03"}),
)  # fmt: skip
