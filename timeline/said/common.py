"""Dates in numbers and marks, and how dates are joined: the rules that every language shares.

A language gives the words (see `timeline.said.languages`); what stands here asks for them by the class.
"""

from typing import Any

from timeline.said.patterns import Rule, Vocabulary
from timeline.said.values import (
    Clock,
    DayOfYear,
    Either,
    Fields,
    Foreign,
    Lasting,
    Number,
    Value,
    Week,
    Year,
    Years,
)

# As French names them, and whoever writes in Latin letters after it.
REPUBLICAN_MONTHS = dict(
    enumerate(
        (
            *("vendemiaire", "brumaire", "frimaire", "nivose", "pluviose", "ventose"),
            *("germinal", "floreal", "prairial", "messidor", "thermidor", "fructidor"),
        ),
        1,
    )
)

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
NUMBERS = (
    Rule(
        name="year, month and day with one mark between", gives="point",
        pattern="year:D34 ^sep:SEP ^month:D12 ^sep2:SEP ^day:D12", unless_amid=PART_OF_MORE,
        amid={"on 2022/03/21": "2022-03-21", "the path 2022/3/21/5": ""}, value=_year_first,
        examples={"2022/03/21": "2022-03-21", "2022.3.1": "2022-03-01", "2024_07_19": "2024-07-19"},
        never={"2022/03-21": ""},
    ),
    Rule(
        name="year, month and day with spaces", gives="point", pattern="year:D4 month:D2 day:D2",
        unless_amid="_", value=lambda year, month, day: Fields(year=Year(number=year), month=month, day=day),
        examples={"2009 03 31": "2009-03-31"},
    ),
    Rule(
        name="eight digits", gives="point", pattern="number:D8", unless_amid=PART_OF_MORE,
        amid={"on 20220503": "2022-05-03", "the path /20220503": ""}, value=_compact,
        examples={"20220503": "2022-05-03"},
    ),
    Rule(
        name="day and month in either order, and a year", gives="point",
        pattern="first:D12 ^sep:SEP second:D12 ^sep2:SEP year:D34", unless_amid=PART_OF_MORE,
        amid={"on 13/02/2023": "2023-02-13", "Version 1.2.3.2018": ""}, value=_year_last,
        examples={"13/02/2023": "2023-02-13", "21. 3. 2022": "2022-03-21", "11-17-2009": "2009-11-17"},
        never={"03/02/2023": ""},
    ),
    Rule(
        name="day, month in a Roman numeral, year", gives="point",
        pattern="day:D12 ( ^SEP )? month:ROMAN ( ^SEP )? year:<year>", value=_roman_month,
        examples={"22.VI.1941": "1941-06-22", "9/V-1945": "1945-05-09"}, never={"22.XIII.1941": ""},
    ),
    Rule(
        name="three numbers of two digits", gives="point",
        pattern="first:D2 ^sep:SEP ^second:D2 ^sep2:SEP ^third:D2", unless_amid=PART_OF_MORE,
        amid={"on 12/10/11": "2011-12-10", "Version 2.12.10.11": ""}, value=_short_first, never={"22/03/21": ""},
    ),
    Rule(
        name="three numbers, the last of two digits", gives="point",
        pattern="first:D12 ^sep:SEP second:D12 ^sep2:SEP third:D2", unless_amid=PART_OF_MORE,
        amid={"on 3/21/22": "2022-03-21", "Version 5.3.21.22": ""}, value=_short_last, never={"21/3/22": ""},
    ),
    Rule(
        name="year with a month or the end of a pair, of two digits", gives="point",
        pattern="year:D34 ^sep:SEP ^second:D2", unless_amid="_", value=_month_or_pair(100),
        unless="_ ( ^SEP NUM | ^: )",
        examples={"2022/03": "2022-03", "1914/18": "1914/1918", "1914-18": "1914/1918"}, never={"1905/06": ""},
    ),
    Rule(
        name="year with a month or the end of a pair, of one digit", gives="point",
        pattern="year:D34 ^sep:SEP ^second:D1", unless_amid="_", value=_month_or_pair(10),
        unless="_ ^SEP NUM",
        examples={"2022/1": "2022-01"}, never={"1648/9": "", "1914-5": ""},
    ),
    Rule(
        name="pair of years with a dash", gives="point", pattern="start:D34 ^– ^end:D2",
        unless_amid="_", value=lambda start, end: years_pair(start, end, 100),
        examples={"1914–18": "1914/1918", "ca. 1550–70": "1550~/1570~"},
    ),
    Rule(
        name="pair of years with a dash and one digit", gives="point", pattern="start:D34 ^– ^end:D1",
        unless_amid="_", value=lambda start, end: years_pair(start, end, 10),
        examples={"1846–7": "1846/1847"},
    ),
    Rule(
        name="month before its year", gives="point", pattern="month:D12 ^sep:SEP ^year:D34", unless_amid="_", value=_month_last,
        unless="SEP _", examples={"03/2022": "2022-03"},
    ),
    Rule(
        name="day and month in numbers", gives="point", pattern="first:D12 ^/ ^second:D12", unless_amid="_", value=_day_and_month,
        unless="_ ^/", examples={"13/2": "2022-02-13"}, never={"9/11": ""},
    ),
    Rule(
        name="week of a year", gives="point", pattern="year:D4 ^-? ^w ^number:D12 ( ^- ^day:D1 )?", value=Week,
        examples={"2022-W12": "[2022-03-21..2022-03-27]", "2022W12-3": "2022-03-23"}, never={"2022-W54": ""},
    ),
    Rule(
        name="day of a year", gives="point", pattern="year:D4 ^- ^number:D3", unless_amid="_", value=DayOfYear,
        examples={"2022-080": "2022-03-21"},
    ),
    Rule(
        name="decade with its last digit open", gives="point", pattern="known:D3 ^( x | - | u )",
        unless_amid="_", value=_unknown_digits(10), unless="_ ^NUM",
        examples={"193-": "193X", "[193-?]": "193X?", "about 201X": "201X~"},
    ),
    Rule(
        name="century with its last digits open", gives="point", pattern="known:D2 ^( xx | uu | - - )",
        unless_amid="_", value=_unknown_digits(100), unless="_ ^NUM", examples={"19--?": "19XX?", "19xx": "19XX"},
    ),
    Rule(
        name="bare number", gives="point", pattern="number:D12", unless_amid="_", value=Number, unless="_ ^: D2",
        examples={"1, 2 or 3 May 2021": "[2021-05-01,2021-05-02,2021-05-03]"},
    ),
    Rule(
        name="day with a year, whose month a neighbour has", gives="point", pattern="day:D12 , year:<year>",
        unless_amid="_", value=Fields, examples={"Feb 4-11, 1945": "1945-02-04/1945-02-11"},
    ),
    Rule(
        name="date in the order of East Asia", gives="point",
        pattern="year:D34 ^年 ( ^month:D12 ^月 ( ^day:D12 ^日 )? )?",
        value=lambda year, month=None, day=None: Fields(year=Year(number=year), month=month, day=day),
        examples={"2022年3月21日": "2022-03-21", "2022年": "2022"},
    ),
    Rule(
        name="year of a reign", gives="point",
        pattern="era:ERA year:D12 ^年? ( ^month:D12 ^月 ( ^day:D12 ^日 )? )?", value=_by_era,
        examples={"Shōwa 20": "1945", "昭和20年": "1945", "民國34年": "1945", "令和5年2月10日": "2023-02-10"},
        never={"Meiji 3": ""},
    ),
    Rule(
        name="time on a clock", gives="clock",
        pattern="hour:D12 ^: ^minute:D2 ( ^: ^second:D2 ( ^. ^NUM )? )? half:HALF? zone:<zone>?", value=Clock,
        examples={"2022-05-03T02:41:00.123Z": "2022-05-03T02:41:00Z"},
    ),
    Rule(
        name="universal time", gives="zone", pattern="zone:ZONE", value=lambda zone: zone,
        examples={"2023-02-10 15:00 UTC": "2023-02-10T15:00:00Z"},
    ),
    Rule(
        name="offset with a colon", gives="zone", pattern="sign:SIGN ^hours:D2 ( ^: ^minutes:D2 )?", value=_zone,
        examples={"2023-02-10 15:00 +03:00": "2023-02-10T15:00:00+03:00"},
    ),
    Rule(
        name="offset of four digits", gives="zone", pattern="sign:SIGN ^clock:D4", value=_joint_zone,
        examples={"2023-02-10 15:00 +0300": "2023-02-10T15:00:00+03:00"},
    ),
    Rule(
        name="offset after universal time", gives="zone", pattern="ZONE ^sign:SIGN ^hours:D12 ( ^: ^minutes:D2 )?",
        value=_zone, examples={"2023-02-10 15:00 UTC+3": "2023-02-10T15:00:00+03:00"},
    ),
)  # fmt: skip
