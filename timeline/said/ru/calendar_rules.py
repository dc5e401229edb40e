"""Russian rules of the calendar: days, months, seasons, years, decades and centuries, feasts."""

from timeline.said import makers
from timeline.said.common import years_pair
from timeline.said.patterns import Rule, same
from timeline.said.values import Decade, Either, Feast, Fields, Lasting, Several, Value, Year, Years

_NEW_STYLE = 1919  # from then on Russia's Christmas is 7 January by its own calendar


def _decade_of(tens: int, number: int, size: int) -> Years | None:
    """The sixties of a century."""
    first = (number - 1) * 100 + tens
    return Years(first=first, last=first + 9) if size == 100 and number > 0 and tens % 10 == 0 else None


def _decades(start: int, end: int, number: int | None = None, size: int = 100) -> Lasting | None:
    """Decades whose ending stands behind the last: the forties to fifties, of a century or by their years."""
    century = start // 100 * 100 if number is None else (number - 1) * 100
    first, last = (century + each if each < 100 else each for each in (start, end))
    told = start >= 100 if number is None else size == 100 and max(start, end) < 100
    if not told or start % 10 or end % 10 or first >= last:
        return None
    return Lasting(start=Years(first=first, last=first + 9), end=Years(first=last, last=last + 9))


def _centuries(first: int, number: int, size: int, era: str = "", *, every: bool) -> Several | None:
    both = makers.runs(first, number, size, era)
    return Several(members=(both.start, both.end), every=every) if both else None


def _feast(name: str, year: Year | None = None) -> Value:
    """A feast; a Christmas of the time when Russia's calendar was the Julian may be either one."""
    if name != "orthodox christmas" or year is None or year.short or year.number >= _NEW_STYLE:
        return Feast(name=name, year=year)
    return Either(readings=(Feast(name=name, year=year), Feast(name="christmas", year=year)))


CALENDAR = (
    # --- numbers
    Rule("ordinal in digits", "nth", "number:D12 ^-? ^TH", same,
         {"1-е мая": "2022-05-01", "9-го мая 1945 г.": "1945-05-09", "3-его марта 2015": "2015-03-03"}),
    Rule("ordinal in two words", "nth", "tens:TENS number:ORDINAL", makers.tens,
         {"тридцать первое мая 2015": "2015-05-31"}),
    Rule("ordinal", "numeral", "number:<nth>", same, {"19-й век": "18XX", "девятнадцатый век": "18XX"}),
    Rule("Roman numeral", "numeral", "number:ROMAN", same, {"XIX век": "18XX", "ХХ век": "19XX"}),
    Rule("number for an ordinal", "numeral", "number:D12", same, {"1 квартал 2022": "2022-33", "19 век": "18XX"}),
    Rule("day", "day", "day:D12", same, {"21 марта 2022 г.": "2022-03-21"}, unless="_ ( ^: | HALF | HOURS )"),
    Rule("day by its place", "day", "day:<nth> DAY_NUMBER?", same, {"четырнадцатое апреля 2015": "2015-04-14"}),
    Rule("year", "year", "number:D34 ( ^-? ^YEAR_TH )? YEAR?", makers.era,
         {"в марте 2022": "2022-03", "2018 год": "2018", "после 2018-го": "[2019..]", "в 2022г.": "2022"}),
    Rule("year and era", "year", "number:NUM ( ^-? ^YEAR_TH )? YEAR? era:CHRIST", makers.era,
         {"44 г. до н. э.": "-0043", "15 марта 44 года до нашей эры": "-0043-03-15", "79 г. н.э.": "0079",
          "с 300 по 200 г. до н. э.": "-0299/-0199", "0 г. до н. э.": ""}),
    Rule("year of two digits", "year", "number:D2 ( ^-? ^YEAR_TH )? YEAR",
         lambda number: Year(number=number, short=True), {"9 мая 45 г.": "", "в 45-м году": "", "79 г. н. э.": "0079"},
         unless="_ CHRIST"),
    # --- days and months
    Rule("day, month, year of two digits", "point", "day:<day> ( ^SEP )? month:MONTH ( ^SEP )? two:D2", makers.short,
         {"24-фев-22": "", "5 марта 44 до н. э.": "-0043-03-05"},
         unless="_ ( ^: | HALF | HOURS | YEAR | CHRIST | ^- TH )"),
    Rule("year, day, month", "point", "year:<year> ,? day:<day> month:MONTH", Fields,
         {"1941 год, 22 июня": "1941-06-22"}),
    Rule("decade", "point", "number:D34 ^-? ( ^DECADE_TH YEARS? | ^( м | ми ) YEARS ) era:CHRIST?", makers.decade,
         {"1950-е гг.": "195X", "начало 1990-х": "[1990..1993]", "к 1880-м годам": "[..1889]", "1900-е": "",
          "1955-е": ""}),
    Rule("day of the month", "point", "( number:<nth> DAY_NUMBER? | number:D12 DAY_NUMBER )", makers.numbered,
         {"25-го": "2023-01-25", "5 числа": "2023-02-05", "с 1-го по 3-е мая 2021": "2021-05-01/2021-05-03"}),
    # In Russian, numbers with dots are the day, the month and the year.
    Rule("day, month, year with dots", "point", "day:D12 ^. ^month:D12 ^. year:<year>", Fields,
         {"03.02.2023 г.": "2023-02-03", "с 01.02.2022 по 03.02.2022": "2022-02-01/2022-02-03"}),
    Rule("day, month with dots, year of two digits", "point", "day:D12 ^. ^month:D12 ^. ^two:D2", makers.short,
         {"в пятницу, 03.02.23": ""}, unless="_ ( YEAR | CHRIST )"),
    Rule("day and month with dots", "point", "day:D12 ^. ^month:D12 ^.?", Fields,
         {"с 14.10. по 15.10.2018": "2018-10-14/2018-10-15"}, unless="_ NUM"),
    # --- parts of a year
    Rule("quarter or half", "part", "( number:<numeral> | number:LAST ) count:PARTS", makers.halves,
         {"I квартал 2022": "2022-33", "четвёртый квартал 2018": "2018-36", "2-е полугодие 2021 г.": "2021-41",
          "последний квартал 2022": "2022-36", "V квартал 2022": ""}),
    # --- longer periods
    Rule("pair of years that says so", "point", "start:D4 ^( - | – | / ) ^end:D2 YEARS",
         lambda start, end: years_pair(start, end, 100), {"1914–18 гг.": "1914/1918", "1921-22 годы": "1921/1922"}),
    Rule("decades from to", "when",
         "IDLE? FROM? start:NUM ( ^-? ^DECADE_TH )? ( - | DASH | UPTO ) end:NUM ^-? ^DECADE_TH YEARS?"
         " ( number:<numeral> size:CENTURY )?",
         _decades,
         {"1950–1960-е гг.": "195X/196X", "1950-60-е годы": "195X/196X", "40–50-е годы XIX века": "184X/185X",
          "1955–1960-е": "1955/196X"}),
    Rule("decades from to, without their century", "when",
         "IDLE? FROM? start:D2 ( ^-? ^DECADE_TH )? ( - | DASH | UPTO ) end:D2 ^-? ^DECADE_TH YEARS",
         lambda start, end: None if start % 10 or end % 10 else Lasting(
             start=Decade(number=start, words=f"{start}-е"), end=Decade(number=end, words=f"{end}-е")),
         {"60–70-е годы": "196X/197X", "20–30-е годы": ""}),
    Rule("decade without its century", "point", "number:D2 ^-? ^DECADE_TH YEARS", makers.decade,
         {"60-е годы": "196X", "20-е гг.": ""}),
    Rule("decade in a word", "point", "number:DECADE YEARS?", Decade, {"шестидесятые годы": "196X"}),
    Rule("decade of a century", "point",
         "( tens:D2 ^-? ^DECADE_TH | tens:DECADE ) YEARS? number:<numeral> size:CENTURY", _decade_of,
         {"60-е годы XIX века": "186X", "двадцатые годы XX в.": "192X", "20-е годы III тыс.": ""}),
    Rule("century", "point", "number:<numeral> size:CENTURY era:CHRIST?", makers.run,
         {"XVIII в.": "17XX", "V век до н. э.": "-04XX", "I в. до н.э.": "[-0099..0000]",
          "II тыс. до н. э.": "-1XXX"}),
    Rule("centuries from to", "when",
         "IDLE? FROM? first:<numeral> ( - | DASH | UPTO ) number:<numeral> size:CENTURY era:CHRIST?", makers.runs,
         {"XVIII–XIX вв.": "17XX/18XX", "с V по IV век до н. э.": "-04XX/-03XX"}),
    Rule("one of two centuries", "when", "IDLE? first:<numeral> OR number:<numeral> size:CENTURY era:CHRIST?",
         lambda **got: _centuries(every=False, **got), {"XVIII или XIX век": "[17XX,18XX]"}),
    Rule("both centuries", "when", "IDLE? first:<numeral> AND number:<numeral> size:CENTURY era:CHRIST?",
         lambda **got: _centuries(every=True, **got), {"в XVIII и XIX веках": "{17XX,18XX}"}),
    # --- feasts and other calendars
    Rule("feast", "point", "name:FEAST ( ,? в? year:<year> )?", _feast,
         {"Рождество": "2023-01-07", "Пасха 2022 года": "2022-04-24", "католическое Рождество 1914": "1914-12-25",
          "на Новый год": "2023-01-01", "Рождество 1914 года": ""}),
)  # fmt: skip
