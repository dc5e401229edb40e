"""What may be an expression of time in running text: the rules that every language shares.

A `mention` is a phrase that a text may tell the time by. Its words are those of its value, which a rule may have found
among others that it asks for ("in two weeks" is read, and "two weeks" is the mention). Dates that explain each other
("15 to 22 February") are one mention of several dates.
"""

from typing import Any

from timeline.said import makers
from timeline.said.joins import same
from timeline.said.patterns import Rule, Vocabulary
from timeline.said.values import (
    Away,
    Clock,
    Decade,
    Fields,
    Near,
    Nth,
    Number,
    Part,
    Several,
    Untold,
    Value,
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


def full_year(number: int) -> Year | None:
    """A year of four digits."""
    return Year(number=number) if number in _FULL else None


def late_year(year: Year) -> Fields | None:
    """A year that needs no word to tell that it is one."""
    return Fields(year=year) if year.era or year.short or year.number >= _EARLY else None


def early_year(year: Year) -> Fields | None:
    """A year that does."""
    return Fields(year=year) if not year.era and year.number < _EARLY else None


def hour(clock: Clock) -> Away:
    """A time of the day that is told."""
    return Away(count=0, unit="day", way=1, told="near", clock=clock)


def part_alone(part: str, which: int | None = None) -> Value:
    """A part of the day that is told."""
    day = Away(count=0, unit="day", way=1, told="near", part=part)
    return day if which is None else Part(which=which, count=3, base=day)


def _before_it(first: Number, second: Value, rest: Number | None = None) -> Several | None:
    """Days, years or centuries that take what they lack from the date behind them."""
    last = second
    members: list[Value] = []
    for number in (rest, first):  # the nearest to it first
        if number is None:
            continue
        if isinstance(second, Years):
            size, era = second.last - second.first + 1, "BC" if second.last <= 0 else ""
            found: Value | None = (
                makers.run(number.number, size, era) if number.ordinal and size > 10 else None
            )
            if found is None:
                return None
            members.insert(0, found.but(words=number.words, span=number.span))
        elif isinstance(second, Fields) and _behind(number, last):
            members.insert(0, number)
            last = number
        else:
            return None
    return Several(members=(*members, second), every=True)


def _behind(number: Number, second: Value) -> bool:
    """Whether a number is one before a date that says its kind: a day of its month before it, a year BC after it."""
    if isinstance(second, Number):
        return number.number < second.number
    if not isinstance(second, Fields) or second.clock:
        return False
    if second.day is not None:
        day_first = not second.words[:1].isalpha() or second.words.partition(" ")[0] == "the"
        return second.month is not None and day_first and 1 <= number.number < second.day
    year = second.year
    return bool(year and second.month is None and year.era == "BC" and number.number > year.number)


def _after_it(first: Value, second: Value, rest: Number | None = None) -> Several | None:
    """Days that take their month from the date before them: 3 and 5 of "May 3-5"."""
    day = second.number if isinstance(second, Number) else second.day if isinstance(second, Fields) else None
    if (
        not isinstance(first, Fields)
        or first.day is None
        or first.month is None
        or first.clock
        or day is None
    ):
        return None
    if not first.words[-1:].isdigit() and not first.words[-3:-2].isdigit():
        return None
    days = [first.day, *([rest.number] if rest else ()), day]
    if first.month > 12 or first.year is not None or days != sorted(set(days)) or day > 31:
        return None
    return Several(members=(first, *([rest] if rest else ()), second), every=True)


def _one_year(first: Value, second: Value) -> Several | None:
    """Months, days or seasons, the second of which has its year: "January and February 1937"."""
    if (
        not (isinstance(first, Fields) and isinstance(second, Fields))
        or second.year is None
        or not first.yearless
    ):
        return None
    alike = (first.day is None) == (second.day is None) and second.month is not None
    return Several(members=(first, second), every=True) if alike and not first.clock else None


def _short_end(first: Value, second: Number) -> Several | None:
    """1939-45: the second year by its last two digits."""
    year = first.year if isinstance(first, Fields) and first.month is None else None
    if year is None or year.era or year.short or second.number <= year.number % 100:
        return None
    later = Fields(
        year=Year(number=year.number // 100 * 100 + second.number), words=second.words, span=second.span
    )
    return Several(members=(first, later), every=True)


def _figures(year: int, month: int) -> Fields | None:
    """A month in figures; 2005-06 is a pair of years."""
    full = full_year(year)
    return Fields(year=full, month=month) if full and 1 <= month <= 12 and not year % 100 < month else None


def in_year(item: Value, base: Value) -> Value | None:
    """A day, month or part of a year that other words tell."""
    yearly = isinstance(base, Near | Away) and base.unit == "year" and not base.part
    yearless = isinstance(item, Fields) and item.yearless and not item.clock
    if isinstance(item, Number):
        return Within(item=item, base=base) if isinstance(base, Near) and base.unit == "month" else None
    return Within(item=item, base=base) if yearly and yearless else None


# What speaks against a year: a price, part of a longer number or name, a page, things that are counted, a house.
_NO_YEAR = (
    "MONEY _ | JOINT ^_ | NAME - ^_ | !AT_YEAR NAME _ !AT_YEAR NAME | NUMBERED _ | _ COUNTED | _ ^( . | : ) ^NUM | _ ^/ ^D1"
    " | _ NAME STREET | _ NAME NAME STREET"
)
_GLUE = "( DASH | UPTO | AND | OR )"


def rows(gives: str, *given: tuple[Any, ...]) -> tuple[Rule, ...]:
    """Rules of one kind: for each its name, pattern, value and examples, and where it does not hold."""
    return tuple(
        Rule(name=name, gives=gives, pattern=pattern, value=value, amid=amid, unless_amid="".join(unless))
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
        ("date with its article", "THE value:<date>", _with_article, {"It was built in the 1950s.": "195"}),
        ("days before their month", f"first:<number> ( , rest:<number> )? ,? {_GLUE} second:<date>", _before_it,
         {"from 15 to 22 February 2022": "2022-02-15 2022-02-22", "the 1st and 2nd centuries": "00 01",
          "between 264 and 146 BC": "BC0264 BC0146", "on 3, 4 and 5 May 2021": "2021-05-03 2021-05-04 2021-05-05"}),
        ("months of one year", f"first:<timed> {_GLUE} second:<date>", _one_year,
         {"in January and February 1937": "1937-01 1937-02", "July 1 to July 3, 1863": "1863-07-01 1863-07-03",
          "the spring and summer of 1919": "1919-SP 1919-SU"}),
        ("end of a pair of years", "first:<timed> ^( DASH | / ) ^second:<two>", _short_end,
         {"the war of 1939-45": "1939 1945"}),
        ("days behind their month", f"first:<timed> ( , rest:<number> )? ,? {_GLUE} second:<days>", _after_it,
         {"on May 3-5, 2021": "2021-05-03 2021-05-05", "on April 6 and 7": "2023-04-06 2023-04-07",
          "on April 6 and 7 people died": "2022-04-06"}, "( _ MEASURE | _ UNIT | _ ^: | _ MONTH | _ !NO_PLURAL PLURALS )"),
    ),
    *rows(
        "number",
        ("day of a pair", "number:D12", Number, {"from 15 to 22 February 2022": "2022-02-15 2022-02-22"}, "JOINT ^_"),
        ("year of a pair", "number:D34", Number, {"between 264 and 146 BC": "BC0264 BC0146"}),
        ("ordinal of a pair", "THE? number:<nth>", lambda number: Number(number=number, ordinal=True),
         {"the 1st and 2nd centuries": "00 01"}),
    ),
    *rows(
        "days",
        ("day with its year", "day:<number> ,? year:<year>", lambda day, year: Fields(day=day.number, year=year),
         {"on May 3-5, 2021": "2021-05-03 2021-05-05"}),
        ("day alone", "day:<number>", same, {"on April 6 and 7": "2023-04-06 2023-04-07"}),
    ),
    *rows("two", ("two digits", "number:D2", Number, {"the war of 1939-45": "1939 1945"}, "_ ^( - | / )")),
    *rows(
        "point",
        ("year alone", "year:<year>", late_year,
         {"It began in 1950.": "1950", "a sum of $1950": "", "flight MH-1970": "", "Resolution 1973": "", "1914 men": "",
          "1600 Pennsylvania Avenue": "", "a price of 1950.50": "", "the Russell 2000 Index": "", "In 1956 Egypt lost.": "1956",
          "of 1800 prisoners": ""},
         f"( {_NO_YEAR} | OF_NUMBER _ !NO_PLURAL SMALL_PLURAL )".replace("SMALL_PLURAL", "!NAME PLURALS")),
        ("early year alone", "year:<year>", early_year,
         {"It began in 1215.": "1215", "They had 1500 horses.": "", "in 1200 villages": ""},
         f"( {_NO_YEAR} | _ !NO_PLURAL !NAME PLURALS | !AT_YEAR TOKEN _ )"),
    ),
    *rows(
        "point",
        ("year and month in figures", "year:D4 ^- ^month:D2", _figures, {"since 2022-03": "2022-03", "in 2005-06": "2005 2006"}),
        ("month and year in figures", "month:D12 ^/ ^year:D4", _figures, {"in 03/2022": "2022-03"}),
    ),
    *rows("year", ("year", "number:D4", full_year, {"March 1950": "1950-03", "March 2700": "2022-03"})),
)  # fmt: skip
