"""What stands beside one date, in every language: its weekday and hour, another calendar, doubt.

A point becomes a `timed` date (with its weekday and hour), a `marked` one (with the doubt behind it), a `date` (with
the words before it), and dates are joined to what is said in the end (`timeline.said.spans`).
"""

from typing import Any

from timeline.said.julian import one_day
from timeline.said.patterns import Rule, same
from timeline.said.values import (
    Clock,
    Double,
    Either,
    Fields,
    Foreign,
    Lasting,
    Number,
    Value,
    Year,
)


def doubted(doubt: int, value: Value) -> Value:
    """The value with more doubt."""
    return value.but(doubt=value.doubt | doubt, words="")


def _at_weekday(weekday: int, value: Value, clock: Clock | None = None) -> Value | None:
    """A whole day with the weekday that it must be, and its hour."""
    if isinstance(value, Either):
        days = tuple(day for each in value.readings if (day := _at_weekday(weekday, each)))
        return value.but(readings=days, clock=clock or value.clock, words="") if days else None
    if not isinstance(value, Fields) or value.day is None or value.month is None:
        return None
    return value.but(weekday=weekday, clock=clock or value.clock, words="")


def _at_clock(value: Value, clock: Clock, year: Year | None = None) -> Value | None:
    if isinstance(value, Number | Lasting):
        return None
    if year is None:
        return value.but(clock=clock, words="")
    yearless = isinstance(value, Fields) and value.yearless
    return value.but(clock=clock, year=year, words="") if yearless else None


def _julian(value: Value) -> Value | None:
    """A day or month by the Julian calendar; its years began in March for some, so they are not read."""
    if not isinstance(value, Fields) or value.year is None or value.year.short or not value.month:
        return None
    return Foreign(calendar="julian", year=value.year.astronomical, month=value.month, day=value.day)


def _ours(value: Value) -> Value:
    return value.but(ours=True, words="") if isinstance(value, Fields) else value


def _dual_year(value: Value, second: int) -> Value | None:
    """30 January 1648/9: the year began in March for some, and their calendar was the Julian."""
    if not isinstance(value, Fields) or value.year is None or value.day is None or value.year.era:
        return None
    year = value.year.number + 1
    ours = value.but(year=Year(number=year), words="")
    if second not in (year % 10, year % 100):
        return None
    return Either(readings=(_julian(ours) or ours, ours))


def _double(old: Any) -> Any:
    def value(first: Value, second: Value, year: Year | None = None) -> Value | None:
        if not all(isinstance(each, Fields) and each.day and each.month for each in (first, second)):
            return None
        return Double(base=first, other=second, year=year, old=old)

    return value


def _stroke(first: Value, second: Value, year: Year | None = None) -> Value | None:
    """Two days with a stroke between, which are one day or one of two."""
    return _double("")(first, second, year) if one_day(first, second, year) else None


def _stroke_in_month(first: int, second: int, month: int, year: Year) -> Double | None:
    both = _double_day(first, second, month, year)
    return both if one_day(both.base, both.other) else None


def _double_day(first: int, second: int, month: int, year: Year) -> Double:
    old, new = (Fields(day=day, month=month, year=year, words=str(day)) for day in (first, second))
    return Double(base=old, other=new)


JOINS = (
    Rule("point", "timed", "value:<point>", same, {"2018-3-1": "2018-03-01"}),
    Rule("weekday and date", "timed", "weekday:WEEKDAY ,? IDLE? value:<point> ( ,? AT? clock:<clock> )?", _at_weekday,
         {"Friday, 10 Feb 2023": "2023-02-10", "Monday 10 Feb 2023": "",
          "Fri, 10 Feb 2023 15:00:00 +0300": "2023-02-10T15:00:00+03:00"}),
    Rule("date and hour", "timed", "value:<point> ,? ( AT | t )? clock:<clock>", _at_clock,
         {"10 Feb 2023, at 15:00": "2023-02-10T15:00:00", "2023-02-10T15:00Z": "2023-02-10T15:00:00Z"}),
    Rule("hour before the year", "timed", "( WEEKDAY ,? )? value:<point> clock:<clock> year:<year>", _at_clock,
         {"Thu Sep 25 10:36:28 2003": "2003-09-25T10:36:28"}),
    Rule("hour and date", "timed", "clock:<clock> ,? IDLE? IDLE? value:<point>", _at_clock,
         {"15:00 on 10 Feb 2023": "2023-02-10T15:00:00"}),
    Rule("Old Style", "timed", "( value:<point> ,? ( OS | \\( OS \\) | [ OS ] ) | OS value:<point> )", _julian,
         {"26 January 1855 O.S.": "1855-02-07", "5 November 1688 (O.S.)": "1688-11-15", "O.S. 5 Nov 1688": "1688-11-15",
          "1855 O.S.": ""}),
    Rule("New Style", "timed", "value:<point> ,? ( NS | \\( NS \\) | [ NS ] )", _ours,
         {"7 February 1855 N.S.": "1855-02-07"}),
    Rule("dual year", "timed", "value:<point> ^/ ^second:D12 YEAR?", _dual_year,
         {"30 January 1648/9": "", "11 February 1731/32": ""}),
    Rule("double date", "timed", "first:<point> ( \\( second:<point> \\) | [ second:<point> ] ) ,? year:<year>?",
         _double(""), {"25 October (7 November) 1917": "1917-11-07", "26 January (8 February) 1855": ""}),
    Rule("double date with a stroke", "timed", "first:<point> / second:<point> ,? year:<year>?", _stroke,
         {"26 January / 7 February 1855": "1855-02-07", "30 April/1 May 2021": "[2021-04-30,2021-05-01]"}),
    Rule("double day of one month with a stroke", "timed", "first:D12 ^/ ^second:D12 month:MONTH ,? year:<year>",
         _stroke_in_month, {"14/26 December 1825": "1825-12-26", "3/4 May 1945": "[1945-05-03,1945-05-04]"}),
    Rule("double day of one month", "timed",
         "first:D12 ( \\( second:D12 \\) | [ second:D12 ] ) month:MONTH ,? year:<year>", _double_day,
         {"14 (26) December 1825": "1825-12-26", "14 (25) December 1825": ""}),
    Rule("double date that names the older", "timed",
         "first:<point> ( \\( OS second:<point> \\) | [ OS second:<point> ] | \\( second:<point> OS \\) ) ,? year:<year>?",
         _double("other"),
         {"7 February [O.S. 26 January] 1855": "1855-02-07", "7 February (26 January O.S.) 1855": "1855-02-07"}),
    Rule("double date that names the newer", "timed",
         "first:<point> ( \\( NS second:<point> \\) | [ NS second:<point> ] | \\( second:<point> NS \\) ) ,? year:<year>?",
         _double("base"),
         {"26 January [N.S. 7 February] 1855": "1855-02-07", "26 January (7 February N.S.) 1855": "1855-02-07"}),
    Rule("date", "marked", "value:<timed>", same, {"2018.03.01": "2018-03-01"}),
    Rule("doubt behind", "marked", "value:<timed> doubt:MARK", doubted,
         {"1956 ?": "1956?", "1939-1945?": "1939/1945?"}, unless_amid="_"),
    Rule("word of doubt behind", "marked", "value:<timed> ,? doubt:ABOUT", doubted,
         {"1920, probably": "1920?", "1922 ca.": "1922~"}, unless_amid="_"),
    Rule("doubt in brackets behind", "marked", "value:<timed> \\( ( doubt:ABOUT | doubt:MARK | doubt:AFTERWARDS ) \\)",
         doubted, {"1920 (approximate)": "1920~"}, amid={"It was built in 1920 (?).": "1920"}),
    Rule("more or less", "marked", "value:<timed> ^-? doubt:ISH", doubted,
         {"1960ish": "1960~", "1950 or so": "1950~"}),
    Rule("unmarked", "date", "value:<marked>", same, {"2018/3/1": "2018-03-01"}),
    Rule("idle words", "date", "IDLE value:<date>", same,
         {"sometime in May 1945": "1945-05", "before the year 750": "[..0749]"}, unless_amid="_"),
    Rule("doubt before", "date", "doubt:ABOUT ( - | , )? value:<date>", doubted,
         {"probably, around 1950": "1950%", "before c. 1950": "[..1949~]"}),
    Rule("mark of doubt before", "date", "doubt:MARK ^value:<date>", doubted, {"~4004 BC": "-4003~"}),
)  # fmt: skip
