"""English rules that only running text needs: dates that nobody types, and what is no date where nobody asked for one."""

from timeline.said import makers
from timeline.said.en.grammar import ENGLISH
from timeline.said.en.text_measures import MEASURES
from timeline.said.en.text_near import NEAR
from timeline.said.en.text_words import VOCABULARY
from timeline.said.joins import doubted
from timeline.said.languages import text_language
from timeline.said.measures import Fiscal
from timeline.said.texts import in_year, rows
from timeline.said.values import (
    Away,
    Feast,
    Fields,
    Near,
    Nth,
    Number,
    Value,
    Week,
    Within,
    Year,
    Years,
)


def _decade(number: int, hundred: int = 0, era: str = "") -> Value | None:
    """A decade; of hundreds before 1900 the century: the 1800s."""
    number += 100 * hundred
    if number % 10 or (100 <= number < 1000 and not era):
        return None
    if era or (number < 1900 and not (number % 100 == 0 and number > 1000)):
        return makers.decade(number, era)
    return Years(first=number, last=number + (99 if number < 1900 else 9))


def _spelled(first: int, rest: int = 0, thousand: int = 1) -> Year | None:
    """A year in words: nineteen ninety-one, two thousand and fifteen."""
    number = first * 100 + rest if thousand == 1 else first * 1000 + rest
    return Year(number=number) if 1000 <= number <= 2100 and (rest > 9 or thousand > 1) else None


def _numbered_week(number: int, year: Year | None = None) -> Week | None:
    return Week(year=year.number if year else None, number=number) if 1 <= number <= 53 else None


def _about(doubt: int, value: Value) -> Value:
    """About a date; EDTF has no doubt about a time of day."""
    return value.but(mod="APPROX", words="") if value.clock else doubted(doubt, value)


def _dated_in(item: Value, year: Year) -> Value | None:
    return item.but(year=year, words="") if isinstance(item, Fields) and item.yearless else None


def _day_of_month(number: int) -> Number | None:
    return Number(number=number, ordinal=True) if 1 <= number <= 31 else None


def _nth(number: int, unit: str, base: Value) -> Value | None:
    if (
        unit not in ("day", "week", "month")
        or isinstance(base, Number)
        or (isinstance(base, Near) and base.unit == "day")
    ):
        return None
    return Nth(number=number, unit=unit, base=base)  # type: ignore[arg-type]  # a class of units


_YEARS = (
    *rows(
        "spelled",
        ("year in words", "first:<small> -? rest:<small>", _spelled, {"in nineteen ninety-one": "1991"}),
        ("year in hundreds", "first:<small> hundred and? rest:<small>", _spelled,
         {"in May nineteen hundred and fourteen": "1914-05"}),
        ("year in thousands", "first:<small> thousand and? rest:<small>?",
         lambda first, rest=0: _spelled(first, rest, 1000), {"in two thousand and fifteen": "2015"}),
    ),
    *rows(
        "point",
        ("year in words alone", "year:<spelled>", Fields, {"in nineteen ninety-one": "1991", "nineteen forty men": ""},
         "( !AT_SPELLED TOKEN _ | _ !NAME PLURALS )"),
        ("day and year in words", "( day:<small> month:MONTH | month:MONTH day:<small> ) ,? year:<spelled>", Fields,
         {"on fifteen August nineteen ninety-three": "1993-08-15"}),
    ),
    *rows(
        "point",
        ("year called so", "( the ( calendar | year )? | calendar )? year ( year:<year> | number:D34 )",
         lambda year=None, number=0: Fields(year=year or Year(number=number)), {"in the year 1215": "1215", "in the year 750": "0750"}),
        ("decade", "THE? '? number:NUM ^'? ^s era:CHRIST?", _decade,
         {"in the 1950s": "195", "in the '60s": "196", "in the 1800s": "18", "in 1965's war": "1965"}),
    ),
    *rows(
        "point",
        ("fiscal year", "the? FISCAL year? year:<year> ( ^( - | / ) ^NUM )?", lambda year: Fiscal(year=year),
         {"in fiscal 2012": "FY2012", "the financial year 2011/12": "FY2011"}),
    ),
)  # fmt: skip
_DAYS = (
    *rows(
        "point",
        ("year of two digits behind its day", "( day:<day> ( ^SEP month:MONTH ^SEP | month:MONTH ( ,? ' | of '? ) ) | month:MONTH ( day:<day> ,? ' | of '? ) ) two:D2",
         makers.short, {"on 19-Nov-12": "2012-11-19", "on May 5, '12": "2012-05-05", "in April of 87": "1987-04", "In April of 87 men five died.": "2022-04"}, "_ ANYWORD"),
        ("year and month", "year:<year> ( , | ^- )? month:CAPITAL_MONTH", Fields, {"in 1939 September": "1939-09", "Dec/2018-May/2019": "2018-12, 2019-05"}, "( _ NUM | _ ^/ NUM )"),
        ("day of the month", "the number:NUM ^TH", _day_of_month,
         {"It met on the 9th.": "2023-02-09", "the 9th district": ""}, "_ !AT_TIME !STOP ANYWORD"),
        ("day of the month told", "the number:<nth> of ( the | this | that ) month",
         makers.numbered, {"on the first of the month": "2023-02-01"}),
        ("weekday and its number", "weekday:WEEKDAY ,? the number:<nth>",
         lambda weekday, number: Fields(weekday=weekday, day=number), {"on Friday the 17th": "2023-02-17", "On Friday the third machine was sold.": "2023-02-10"}, "_ !AT_TIME !AT !ONES !STOP SMALL"),
        ("month", "month:SURE_MONTH", Fields, {"in January": "2023-01", "said January Jones": ""}, "( TITLE _ | !AT_TIME TOKEN _ NAME )"),
        ("month that is a name", "month:NAME_MONTH", Fields,
         {"in April": "2022-04", "said April Smith": ""},
         "( TITLE _ | !AT_TIME TOKEN _ NAME | !AT_TIME NAME _ !GLUED )"),
        ("month that is a verb", "month:VERB_MONTH", Fields,
         {"in May": "2022-05", "May I come?": "", "in March": "2022-03", "the Long March": "", "Theresa May": ""},
         "( TITLE _ | _ NAME | !AT_TIME NAME _ !GLUED | the _ | a _ | s _ | _ NO_MONTH | !AT_TIME TOKEN _ MARCHES )"),
        ("weekday", "weekday:SURE_DAY", Near, {"They met on Friday.": "2023-02-10"}),
        ("weekday in short", "weekday:SHORT_DAY", Near, {"on Mon": "2023-02-06", "The Sun said so.": "", "after Sun Yat-sen": ""},
         "( !AT_TIME !, TOKEN _ | _ NAME )"),
        ("new year", "new year", lambda: Feast(name="new year day"), {"before New Year": "2023-01-01", "the Lunar New Year": ""},
         "!AT_NEW_YEAR TOKEN _"),
        ("eve of", "the? eve of the? base:<point>", lambda base: Away(count=1, unit="day", way=-1, base=base),
         {"on the eve of 3 May 2021": "2021-05-02"}),
    ),
)  # fmt: skip
_PARTS = (
    *rows(
        "part",
        ("quarter or half in words", "the? ( number:<nth> | number:LAST ) FISCAL? -? count:HALVES",
         makers.halves,
         {"in the third fiscal quarter": "2022-Q3"}),
    ),
    *rows(
        "point",
        ("part of the latest year", "month:<part>", lambda month: Fields(month=month) if 33 <= month <= 36 else None,
         {"in the third quarter": "2022-Q3", "The first half ended.": "", "the second quarter of the game": ""}, "_ of the GAME"),
        ("season with its article", "the month:LONE_SEASON", Fields, {"In the winter it ended.": "2022-WI", "the Spring Offensive": ""},
         "_ NO_SEASON"),
        ("season after a preposition", "month:LONE_SEASON", Fields, {"in autumn": "2022-FA", "the Prague Spring": "", "in Spring Street": ""}, "( !AT_SEASON TOKEN _ | _ NO_SEASON )"),
        ("fall", "the? fall", lambda: Fields(month=23), {"in the fall": "2022-FA", "Prices began to fall.": "", "by the fall of Rome": ""},
         "( !AT_FALL TOKEN _ | _ of | _ in )"),
    ),
    *rows(
        "date",
        ("doubt before", "doubt:ABOUT ( - | , )? value:<date>", _about,
         {"about 1950": "1950", "around tomorrow at 10 am": "2023-02-11T10:00", "How about 1950?": "1950"}, "how _"),
        ("some time in", "SOMETIME value:<date>", lambda value: value.but(words=""), {"sometime in late 2008": "2008"}),
        ("year in words behind its day", "item:<point> ,? ( of | in )? year:<spelled>", _dated_in,
         {"in May nineteen hundred and fourteen": "1914-05"}),
        ("this day in a year", "this day in year:<year>",
         lambda year: Within(item=Near(step=0, unit="day"), base=Fields(year=year)), {"On this day in 1945": "1945-02-10"}),
        ("in a year told elsewhere", "item:<point> ( ,? of | , | in )? the? base:<point>", in_year,
         {"in March last year": "2022-03", "on the 5th of last month": "2023-01-05"}),
    ),
    *rows(
        "point",
        ("day or week of a month", "the? ( number:<nth> | number:LAST ) unit:PERIOD ( of | in ) the? base:<date>", _nth,
         {"on the last day of 2021": "2021-12-31", "in the first week of May 1945": "1945-W18"}),
        ("week by its number", "the? week number:D12 ( ( of | , | in )? year:<year> )?", _numbered_week,
         {"in week 10": "2023-W10", "the week 3 of 2027": "2027-W03", "week 10.5 of it": ""}, "_ ( ^. ^NUM | ^: )"),
    ),
)  # fmt: skip

ENGLISH_TEXT = text_language(ENGLISH, VOCABULARY, (*NEAR, *_YEARS, *_DAYS, *_PARTS, *MEASURES))
