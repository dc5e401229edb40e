"""Dates in numbers and marks, and how dates are joined: the rules that every language shares.

A language gives the words (see `timeline.said.languages`); what stands here asks for them by the class.
"""

from typing import Any

from timeline.said import makers
from timeline.said.patterns import Rule, Vocabulary, same
from timeline.said.values import (
    Clock,
    DayOfYear,
    Either,
    Fields,
    Foreign,
    Lasting,
    Near,
    Nth,
    Number,
    Value,
    Week,
    WeekOf,
    Year,
    Years,
)

# As French names them, and whoever writes in Latin letters after it.
_MONTHS = "vendemiaire, brumaire, frimaire, nivose, pluviose, ventose, germinal, floreal, prairial, messidor, thermidor, fructidor"
REPUBLICAN_MONTHS = dict(enumerate(_MONTHS.split(", "), 1))

VOCABULARY: Vocabulary = {
    "REPUBLICAN_MONTH": REPUBLICAN_MONTHS,
    "SEP": {"-": "-", "/": "/", ".": ".", "_": "_"},
    "DASH": {"-": "-, –, - -, – –"},
    "SIGN": {"+": "+", "-": "-, –"},
    "MARK": {1: "~", 2: "?", 3: "%, ? ~, ~ ?"},
    "ERA": {
        "meiji": "meiji, 明治",
        "taisho": "taisho, 大正",
        "showa": "showa, 昭和",
        "heisei": "heisei, 平成",
        "reiwa": "reiwa, 令和",
        "roc": "民國, 民国, minguo, roc",
    },
    "ROMAN": dict(enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv".split(), 1)),  # noqa: SIM905
}


def _year_first(sep: str, sep2: str, year: int, month: int, day: int) -> Fields | None:
    return Fields(year=Year(number=year), month=month, day=day) if sep == sep2 else None


def _year_last(sep: str, sep2: str, first: int, second: int, year: int) -> Value | None:
    return _ordered(first, second, Year(number=year)) if sep == sep2 else None


def _short_last(sep: str, sep2: str, first: int, second: int, third: int) -> Either | None:
    return _ordered(first, second, Year(number=third, short=True)) if sep == sep2 else None


def _short_first(sep: str, sep2: str, first: int, second: int, third: int) -> Either | None:
    """Three numbers of two digits each: the year may stand last or first."""
    last = _short_last(sep, sep2, first, second, third)
    begins = Fields(year=Year(number=first, short=True), month=second, day=third)
    return last and last.but(readings=(*last.readings, begins))


def _ordered(first: int, second: int, year: Year | None) -> Either:
    readings = (Fields(day=first, month=second, year=year), Fields(day=second, month=first, year=year))
    return Either(readings=readings, asks="order")


def _roman_month(day: int, month: int, year: Year) -> Fields | None:
    return Fields(day=day, month=month, year=year) if month <= 12 else None


def _day_and_month(first: int, second: int) -> Value:
    return _ordered(first, second, None)


def _compact(number: int) -> Value:
    year, rest = divmod(number, 10000)
    return Fields(year=Year(number=year), month=rest // 100, day=rest % 100)


def _month_or_pair(step: int) -> Any:
    """A year and a number of one or two digits: its month or part, the end of a pair of years, or either."""

    def value(year: int, sep: str, second: int) -> Value | None:
        month = Fields(year=Year(number=year), month=second)
        pair = years_pair(year, second, step) if sep != "." else None
        is_month = 1 <= second <= 12 or 21 <= second <= 41
        if pair is None or not is_month:
            return pair or month
        return Either(readings=(month, pair))

    return value


def years_pair(year: int, second: int, step: int) -> Lasting | None:
    """The years from one to the one that ends in these digits; None when that is none, or an earlier one."""
    later = year // step * step + second
    return Lasting(start=_year(year), end=_year(later)) if later > year else None


def _year(number: int) -> Fields:
    return Fields(year=Year(number=number), words=str(number))


def _month_last(month: int, sep: str, year: int) -> Value | None:
    return Fields(year=Year(number=year), month=month) if month <= 12 or sep != "-" else None


def _zone(sign: str, hours: int, minutes: int = 0) -> str:
    return f"{sign}{hours:02d}:{minutes:02d}" if hours or minutes else "Z"


def _joint_zone(sign: str, clock: int) -> str:
    return _zone(sign, clock // 100, clock % 100)


def _by_era(era: str, year: int, month: int | None = None, day: int | None = None) -> Foreign:
    return Foreign(calendar=era, year=year, month=month, day=day)


def _unknown_digits(size: int) -> Any:
    return lambda known: Years(first=known * size, last=known * size + size - 1)


PART_OF_MORE = "( JOINT ^_ | _ ^( / | . ) ^NUM )"  # a version, an address of a machine
# What is said alike in every language, but for its words; what a language says otherwise stands before them.
WORDS = (
    Rule("ordinal in a word", "nth", "number:ORDINAL", same, {"nineteenth century": "18XX"}),
    Rule("month", "point", "month:MONTH", Fields, {"in May": "2022-05"}),
    Rule("year alone", "point", "year:<year>", Fields, {"2018": "2018", "44 BC": "-0043"}),
    Rule("season", "part", "month:SEASON", same, {"2021-summer": "2021-22"}),
    Rule("weekday", "point", "weekday:WEEKDAY", Near,
         {"Tuesday": "2023-02-07", "on Friday": "2023-02-10", "Friday to Monday": "2023-02-03/2023-02-06"}),
    # --- days, months and parts of a year
    Rule("day, month, year", "point", "day:<day> ( DAY_OF | ^SEP )? month:MONTH ( ,? OF? | ^SEP )? year:<year>", Fields,
         {"21 March 2022": "2022-03-21", "24-Feb-2022": "2022-02-24", "28 June in 2020": "2020-06-28"},
         unless_amid="AT_STREET OF _"),
    Rule("day and month", "point", "day:<day> ( DAY_OF | ^SEP )? !VERBAL month:MONTH", Fields,
         {"7 Feb": "2023-02-07", "29 Feb": "2020-02-29"}, unless_amid="AT_STREET OF _",
         amid={"on 7 February": "2023-02-07", "All 5 may be there.": ""}),
    Rule("month and year", "point", "month:MONTH ( ,? OF? | ^SEP )? year:<year>", Fields,
         {"March 2022": "2022-03", "Sept. 2001": "2001-09"}, unless_amid="D12 - ^_"),
    Rule("year and month", "point", "year:<year> ( , | ^- )? month:MONTH", Fields,
         {"1975 August": "1975-08", "2021-May": "2021-05", "1956 January-July": "1956-01/1956-07",
          "1945-May 1946": "1945/1946-05"}, unless="_ NUM"),
    Rule("part of a year", "point", "month:<part> ( ,? OF? | ^- )? year:<year>", Fields,
         {"spring 2024": "2024-21", "Q1 2022": "2022-33"}),
    Rule("year and part", "point", "year:<year> ( , | ^- )? month:<part>", Fields,
         {"2021-Q3": "2021-35", "2021Q3": "2021-35"}, unless="_ D34"),
    Rule("winter of two years", "point", "month:SEASON OF? year:<year> ^( / | - | – ) ^second:NUM YEAR?", makers.winter,
         {"winter 2023/24": "2023-24", "winter of 1939-1940": "1939-24", "winter 2023/25": ""}),
    Rule("part of the latest year", "point", "month:<part>", Fields, {"winter": "2022-24"}),
    # --- what starts from another date, or from today
    Rule("ago", "point", "length:<length> way:AGO", makers.ago,
         {"two decades ago": "2003~", "three weeks from now": "2023-03-03"}),
    Rule("in a while", "point", "way:IN length:<length>", makers.ago, {"in 3 weeks": "2023-03-03"}),
    Rule("away from a date", "point", "PASSING? length:<length> way:AWAY base:<date>", makers.ago,
         {"two weeks after 5 May 2022": "2022-05-19", "2 months before 5 May 2022": "2022-03",
          "3 days after March 2022": ""}),
    Rule("near today", "point", "THE? days:NEARBY", makers.nearby,
         {"today": "2023-02-10", "yesterday": "2023-02-09", "the day before yesterday": "2023-02-08"}),
    Rule("last, this, next weekday", "point", "( step:STEP | step:PAST | step:THIS ) weekday:WEEKDAY", Near,
         {"last Friday": "2023-02-03", "next Friday": "", "this Tuesday": ""}),
    Rule("last, this, next month", "point", "( step:STEP | step:PAST | step:THIS ) ( month:MONTH | month:SEASON )", Near,
         {"last March": "2022-03", "this May": "2023-05", "next March": ""}),
    Rule("early, mid, late", "date", "which:EDGE -? OF? base:<date>", makers.third,
         {"early March 2024": "[2024-03-01..2024-03-10]", "mid-20th century": "1950~", "late 1990s": "[1997..1999]",
          "early 10 Feb 2023": ""}, unless_amid="PUT_AN_END _"),
    Rule("weekday of a month", "point", "THE? ( number:<nth> | number:LAST ) weekday:WEEKDAY OF? base:<point>", Nth,
         {"first Monday of May 2021": "2021-05-03", "last Friday in March 2022": "2022-03-25",
          "fifth Monday of May 2022": "2022-05-30", "fifth Monday of May 2021": "2021-05-31",
          "fifth Monday of June 2021": ""}),
    Rule("day or week of a month", "point", "THE? ( number:<nth> | number:LAST ) unit:PERIOD OF base:<point>", makers.nth,
         {"first week of May 1945": "[1945-05-01..1945-05-07]", "last week of May 1945": "[1945-05-25..1945-05-31]",
          "last day of 2021": "2021-12-31"}),
    Rule("week of", "point", "THE? WEEK DAY_OF base:<date>", WeekOf, {"week of 21 March 2022": "[2022-03-21..2022-03-27]"}),
    Rule("noon", "clock", "hour:NOON zone:<zone>?", Clock, {"noon on 3 May 1945": "1945-05-03T12:00:00"}),
    # --- other people's calendars
    Rule("Islamic date", "point", "day:<day>? OF? month:ISLAMIC_MONTH ( ,? OF? ( ah:AH year:NUM | year:NUM ah:AH? ) )?",
         makers.islamic,
         {"1 Ramadan 1443 AH": "[2022-04-02..2022-04-04]", "Ramadan 1443": "[2022-04-02..2022-05-03]",
          "Ramadan 2022": "", "Ramadan": ""}),
    Rule("Islamic year", "point", "( ah:AH year:NUM | year:NUM ah:AH )", makers.islamic,
         {"AH 1441": "[2019-08-31..2020-08-20]"}),
    Rule("Republican date", "point", "day:<day>? month:REPUBLICAN_MONTH ,? IN_YEAR? ( year:ROMAN | year:D12 ) YEAR?",
         makers.republican,
         {"18 Brumaire VIII": "1799-11-09", "9 Thermidor, Year II": "1794-07-27", "31 Brumaire VIII": "",
          "Brumaire VIII": "[1799-10-23..1799-11-21]"}),
    Rule("part of the day behind", "timed", "value:<point> ,? ( \\( part:PART_OF_DAY \\) | part:PART_OF_DAY )",
         makers.in_part, {"24 February 2022 (evening)": "2022-02-24"}),
)  # fmt: skip
NUMBERS = (
    Rule("year, month and day with one mark between", "point", "year:D34 ^sep:SEP ^month:D12 ^sep2:SEP ^day:D12",
         _year_first,
         {"2022/03/21": "2022-03-21", "2022.3.1": "2022-03-01", "2024_07_19": "2024-07-19", "2022/03-21": ""},
         unless_amid=PART_OF_MORE, amid={"on 2022/03/21": "2022-03-21", "the path 2022/3/21/5": ""}),
    Rule("year, month and day with spaces", "point", "year:D4 month:D2 day:D2",
         lambda year, month, day: Fields(year=Year(number=year), month=month, day=day), {"2009 03 31": "2009-03-31"},
         unless_amid="_"),
    Rule("eight digits", "point", "number:D8", _compact, {"20220503": "2022-05-03"}, unless_amid=PART_OF_MORE,
         amid={"on 20220503": "2022-05-03", "the path /20220503": ""}),
    Rule("day and month in either order, and a year", "point", "first:D12 ^sep:SEP second:D12 ^sep2:SEP year:D34",
         _year_last,
         {"13/02/2023": "2023-02-13", "21. 3. 2022": "2022-03-21", "11-17-2009": "2009-11-17", "03/02/2023": ""},
         unless_amid=PART_OF_MORE, amid={"on 13/02/2023": "2023-02-13", "Version 1.2.3.2018": ""}),
    Rule("day, month in a Roman numeral, year", "point", "day:D12 ( ^SEP )? month:ROMAN ( ^SEP )? year:<year>",
         _roman_month, {"22.VI.1941": "1941-06-22", "9/V-1945": "1945-05-09", "22.XIII.1941": ""}),
    Rule("three numbers of two digits", "point", "first:D2 ^sep:SEP ^second:D2 ^sep2:SEP ^third:D2", _short_first,
         {"22/03/21": ""}, unless_amid=PART_OF_MORE, amid={"on 12/10/11": "2011-12-10", "Version 2.12.10.11": ""}),
    Rule("three numbers, the last of two digits", "point", "first:D12 ^sep:SEP second:D12 ^sep2:SEP third:D2",
         _short_last, {"21/3/22": ""}, unless_amid=PART_OF_MORE,
         amid={"on 3/21/22": "2022-03-21", "Version 5.3.21.22": ""}),
    Rule("year with a month or the end of a pair, of two digits", "point", "year:D34 ^sep:SEP ^second:D2",
         _month_or_pair(100), {"2022/03": "2022-03", "1914/18": "1914/1918", "1914-18": "1914/1918", "1905/06": ""},
         unless="_ ( ^SEP NUM | ^: )", unless_amid="_"),
    Rule("year with a month or the end of a pair, of one digit", "point", "year:D34 ^sep:SEP ^second:D1",
         _month_or_pair(10), {"2022/1": "2022-01", "1648/9": "", "1914-5": ""}, unless="_ ^SEP NUM", unless_amid="_"),
    Rule("pair of years with a dash", "point", "start:D34 ^– ^end:D2", lambda start, end: years_pair(start, end, 100),
         {"1914–18": "1914/1918", "ca. 1550–70": "1550~/1570~"}, unless_amid="_"),
    Rule("pair of years with a dash and one digit", "point", "start:D34 ^– ^end:D1",
         lambda start, end: years_pair(start, end, 10), {"1846–7": "1846/1847"}, unless_amid="_"),
    Rule("month before its year", "point", "month:D12 ^sep:SEP ^year:D34", _month_last, {"03/2022": "2022-03"},
         unless="SEP _", unless_amid="_"),
    Rule("day and month in numbers", "point", "first:D12 ^/ ^second:D12", _day_and_month,
         {"13/2": "2022-02-13", "9/11": ""}, unless="_ ^/", unless_amid="_"),
    Rule("week of a year", "point", "year:D4 ^-? ^w ^number:D12 ( ^- ^day:D1 )?", Week,
         {"2022-W12": "[2022-03-21..2022-03-27]", "2022W12-3": "2022-03-23", "2022-W54": ""}),
    Rule("day of a year", "point", "year:D4 ^- ^number:D3", DayOfYear, {"2022-080": "2022-03-21"}, unless_amid="_"),
    Rule("decade with its last digit open", "point", "known:D3 ^( x | - | u )", _unknown_digits(10),
         {"193-": "193X", "[193-?]": "193X?", "about 201X": "201X~"}, unless="_ ^NUM", unless_amid="_"),
    Rule("century with its last digits open", "point", "known:D2 ^( xx | uu | - - )", _unknown_digits(100),
         {"19--?": "19XX?", "19xx": "19XX"}, unless="_ ^NUM", unless_amid="_"),
    Rule("bare number", "point", "number:D12", Number, {"1, 2 or 3 May 2021": "[2021-05-01,2021-05-02,2021-05-03]"},
         unless="_ ^: D2", unless_amid="_"),
    Rule("day with a year, whose month a neighbour has", "point", "day:D12 , year:<year>", Fields,
         {"Feb 4-11, 1945": "1945-02-04/1945-02-11"}, unless_amid="_"),
    Rule("date in the order of East Asia", "point", "year:D34 ^年 ( ^month:D12 ^月 ( ^day:D12 ^日 )? )?",
         lambda year, month=None, day=None: Fields(year=Year(number=year), month=month, day=day),
         {"2022年3月21日": "2022-03-21", "2022年": "2022"}),
    Rule("year of a reign", "point", "era:ERA year:D12 ^年? ( ^month:D12 ^月 ( ^day:D12 ^日 )? )?", _by_era,
         {"Shōwa 20": "1945", "昭和20年": "1945", "民國34年": "1945", "令和5年2月10日": "2023-02-10", "Meiji 3": ""}),
    Rule("time on a clock", "clock", "hour:D12 ^: ^minute:D2 ( ^: ^second:D2 ( ^. ^NUM )? )? half:HALF? zone:<zone>?",
         Clock, {"2022-05-03T02:41:00.123Z": "2022-05-03T02:41:00Z"}),
    Rule("universal time", "zone", "zone:ZONE", lambda zone: zone, {"2023-02-10 15:00 UTC": "2023-02-10T15:00:00Z"}),
    Rule("offset with a colon", "zone", "sign:SIGN ^hours:D2 ( ^: ^minutes:D2 )?", _zone,
         {"2023-02-10 15:00 +03:00": "2023-02-10T15:00:00+03:00"}),
    Rule("offset of four digits", "zone", "sign:SIGN ^clock:D4", _joint_zone,
         {"2023-02-10 15:00 +0300": "2023-02-10T15:00:00+03:00"}),
    Rule("offset after universal time", "zone", "ZONE ^sign:SIGN ^hours:D12 ( ^: ^minutes:D2 )?", _zone,
         {"2023-02-10 15:00 UTC+3": "2023-02-10T15:00:00+03:00"}),
)  # fmt: skip
