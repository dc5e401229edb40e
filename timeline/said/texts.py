"""What may be an expression of time in running text: the rules that every language shares.

A `mention` is a phrase that a text may tell the time by. Its words are those of its value, which a rule may have found
among others that it asks for ("in two weeks" is read, and "two weeks" is the mention). Dates that explain each other
have rules of their own (`timeline.said.text_joins`).
"""

from typing import Any

from timeline.said.common import PART_OF_MORE
from timeline.said.patterns import Rule, Vocabulary, same
from timeline.said.values import (
    Away,
    Clock,
    Decade,
    Fields,
    Near,
    Nth,
    Number,
    Part,
    Untold,
    Value,
    Week,
    WeekOf,
    Within,
    Year,
    Years,
)

VOCABULARY: Vocabulary = {
    "MONEY": {"": "$, €, £, ¥, #, usd, eur"},
    "JOINT": {"": "., /, &, _, =, +, :, @, %"},
}
_FULL = range(1000, 2201)  # numbers of four digits that are years where nothing speaks against it
_EARLY = 1600  # before it, numbers more often count something


def meant(value: Value) -> Value | None:
    """A date that running text may mean: no bare number."""
    return None if isinstance(value, Number) and not value.ordinal else value


def _with_article(value: Value) -> Value | None:
    """What is named with an article: the 1950s, the third quarter; a year or weekday with one belongs to another noun."""
    long = isinstance(value, Years | Decade | Nth | Part | Untold | WeekOf | Within)
    part = isinstance(value, Fields) and (
        (value.month or 0) > 12 or (value.day and value.words[:1].isdigit())
    )
    return value.but(words="") if long or part else None


def _dotted(day: int, month: int, year: int) -> Fields | None:
    """A date with full stops, whose day stands first in every language that writes it so."""
    return Fields(day=day, month=month, year=Year(number=year)) if 1 <= month <= 12 else None


def full_year(number: int) -> Year | None:
    """A year of four digits."""
    return Year(number=number) if number in _FULL else None


def late_year(year: Year) -> Fields | None:
    """A year that needs no word to tell that it is one."""
    return Fields(year=year) if year.era or year.short or year.number >= _EARLY else None


def early_year(year: Year) -> Fields | None:
    """A year that does."""
    return Fields(year=year) if not year.era and 999 < year.number < _EARLY else None


def hour(clock: Clock) -> Away:
    """A time of the day that is told."""
    return Away(count=0, unit="day", way=1, told="near", clock=clock)


def part_alone(part: str, which: int | None = None) -> Value:
    """A part of the day that is told."""
    day = Away(count=0, unit="day", way=1, told="near", part=part)
    return day if which is None else Part(which=which, count=3, base=day)


def _figures(year: int, month: int = 0, digit: int = 0) -> Fields | None:
    """A month in figures; 2005-06 and 2005-6 are pairs of years."""
    full, pair = full_year(year), year % 100 < month or year % 10 < digit
    return (
        Fields(year=full, month=month or digit) if full and 1 <= (month or digit) <= 12 and not pair else None
    )


def in_year(item: Value, base: Value) -> Value | None:
    """A day, month or part of a year that other words tell."""
    yearly = isinstance(base, Near | Away) and base.unit == "year" and not base.part
    yearless = (isinstance(item, Fields) and item.yearless and not item.clock) or (
        isinstance(item, Week) and item.year is None
    )
    if isinstance(item, Number):
        return Within(item=item, base=base) if isinstance(base, Near) and base.unit == "month" else None
    return Within(item=item, base=base) if yearly and yearless else None


# What speaks against a year: a price, part of a longer number or name, a page, things that are counted, a house.
_NO_YEAR = (
    "MONEY _ | JOINT ^_ | ANYWORD ^_ | _ ^s | NAME - ^_ | !AT_YEAR NAME _ !AT_YEAR NAME | NUMBERED _ | _ ^- ^D3 | _ ^- ^D12 ^- ^NUM | _ AH | _ COUNTED | _ ^( . | : ) ^NUM | _ ^/ ^D1"
    " | _ NAME NAME? NAME? NAME? STREET"
)


def rows(gives: str, *given: tuple[Any, ...]) -> tuple[Rule, ...]:
    """Rules of one kind: for each its name, pattern, value and examples, and where it does not hold."""
    return tuple(
        Rule(name, gives, pattern, value, amid=amid, unless_amid="".join(unless))
        for name, pattern, value, amid, *unless in given
    )


MENTIONS = (
    *rows(
        "mention",
        ("hour in a text", "clock:<clock>", hour, {"They met at 15:00.": "2023-02-10T15:00"}),
        ("length in a text", "value:<lasting>", same, {"It took three days.": "P3D"}),
        ("again and again", "value:<often>", same, {"They meet every Monday.": "XXXX-WXX-1"}),
        ("without measure", "value:<vague>", same, {"It is now over.": "PRESENT_REF"}),
        ("date in a text", "value:<date>", meant, {"The war began on 24 February 2022.": "2022-02-24"}),
        ("date with its article", "THE value:<date>", _with_article, {"It was built in the spring of 1950.": "1950-SP"}),
    ),
    *rows(
        "point",
        ("year alone", "year:<year>", late_year,
         {"It began in 1950.": "1950", "a sum of $1950": "", "flight MH-1970": "", "Resolution 1973": "", "2022-555": "", "1914 men": "",
          "1600 Pennsylvania Avenue": "", "1700 Martin Luther King Street": "", "a price of 1950.50": "", "the Russell 2000 Index": "", "In 1956 Egypt lost.": "1956",
          "of 1800 prisoners": ""},
         f"( {_NO_YEAR} | OF_NUMBER _ !NO_PLURAL SMALL_PLURAL )".replace("SMALL_PLURAL", "!NAME PLURALS")),
        ("early year alone", "year:<year>", early_year,
         {"It began in 1215.": "1215", "They had 1500 horses.": "", "in 1200 villages": ""},
         f"( {_NO_YEAR} | _ !NO_PLURAL !NAME PLURALS | !AT_YEAR TOKEN _ )"),
    ),
    *rows(
        "point",
        ("year and month in figures", "year:D4 ^( - | / ) ( ^month:D2 | ^digit:D1 )", _figures, {"since 2022-03": "2022-03", "in 2022/03": "2022-03", "in 2015-3": "2015-03", "in 2005-06": "2005, 2006", "the path 2022-03-21.5": ""},
         "_ ^- ^NUM"),
        ("day, month and year with full stops", "day:D12 ^. month:D12 ^. year:D4", _dotted,
         {"on 03.02.2023": "2023-02-03", "at 7.3.02.2023": ""}, PART_OF_MORE),
        ("month and year in figures", "month:D12 ^( / | - ) ^year:D4", _figures, {"in 03/2022": "2022-03", "in 5.03/2022": ""}, "JOINT ^_"),
    ),
    *rows(
        "year",
        ("year", "number:D4", full_year, {"March 1950": "1950-03", "March 2700": "2022-03"}),
        ("early year behind its month", "number:D3", lambda number: Year(number=number),
         {"It fell in March 750.": "0750-03", "It cost 750, they said.": "", "in March 750 people died": "2022-03"}, "( !MONTH TOKEN _ | _ !STOP TOKEN )"),
        ("short year", "' number:D2", lambda number: Year(number=number, short=True), {"the summer of '68": "1968-SU"}),
    ),
)  # fmt: skip
