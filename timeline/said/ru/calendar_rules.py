"""Russian rules of the calendar: days, months, seasons, years, decades and centuries, feasts."""

from timeline.said import makers
from timeline.said.common import years_pair
from timeline.said.patterns import Rule, same
from timeline.said.values import Decade, Either, Feast, Fields, Lasting, Number, Several, Value, Year, Years

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
    Rule(name="ordinal in digits", gives="nth", pattern="number:D12 ^-? ^TH", value=same,
         examples={"1-е мая": "2022-05-01", "9-го мая 1945 г.": "1945-05-09", "3-его марта 2015": "2015-03-03"}),
    Rule(name="ordinal in a word", gives="nth", pattern="number:ORDINAL", value=same,
         examples={"третьего марта 2015": "2015-03-03", "первое мая": "2022-05-01"}),
    Rule(name="ordinal in two words", gives="nth", pattern="tens:TENS number:ORDINAL",
         value=lambda tens, number: tens + number if number < 10 else None,
         examples={"тридцать первое мая 2015": "2015-05-31"}),
    Rule(name="ordinal", gives="numeral", pattern="number:<nth>", value=same,
         examples={"19-й век": "18XX", "девятнадцатый век": "18XX"}),
    Rule(name="Roman numeral", gives="numeral", pattern="number:ROMAN", value=same,
         examples={"XIX век": "18XX", "ХХ век": "19XX"}),
    Rule(name="number for an ordinal", gives="numeral", pattern="number:D12", value=same,
         examples={"1 квартал 2022": "2022-33", "19 век": "18XX"}),
    Rule(name="day", gives="day", pattern="day:D12", value=same, unless="_ ( ^: | HALF | HOURS )",
         examples={"21 марта 2022 г.": "2022-03-21"}),
    Rule(name="day by its place", gives="day", pattern="day:<nth> DAY_NUMBER?", value=same,
         examples={"четырнадцатое апреля 2015": "2015-04-14"}),
    Rule(name="year", gives="year", pattern="number:D34 ( ^-? ^YEAR_TH )? YEAR?", value=makers.era,
         examples={"в марте 2022": "2022-03", "2018 год": "2018", "после 2018-го": "[2019..]", "в 2022г.": "2022"}),
    Rule(name="year and era", gives="year", pattern="number:NUM ( ^-? ^YEAR_TH )? YEAR? era:CHRIST", value=makers.era,
         examples={"44 г. до н. э.": "-0043", "15 марта 44 года до нашей эры": "-0043-03-15", "79 г. н.э.": "0079",
                   "с 300 по 200 г. до н. э.": "-0299/-0199"}, never={"0 г. до н. э.": ""}),
    Rule(name="year of two digits", gives="year", pattern="number:D2 ( ^-? ^YEAR_TH )? YEAR",
         value=lambda number: Year(number=number, short=True), unless="_ CHRIST",
         never={"9 мая 45 г.": "", "в 45-м году": "", "79 г. н. э.": "0079"}),
    # --- days and months
    Rule(name="day, month, year", gives="point",
         pattern="day:<day> ( ^SEP )? month:MONTH ( ,? в? | ^SEP )? year:<year>", value=Fields,
         examples={"21 марта 2022 года": "2022-03-21", "24-фев-2022": "2022-02-24", "3 мая, 1945": "1945-05-03"}),
    Rule(name="day, month, year of two digits", gives="point", pattern="day:<day> ( ^SEP )? month:MONTH ( ^SEP )? two:D2",
         value=makers.short, unless="_ ( ^: | HALF | HOURS | YEAR | CHRIST | ^- TH )",
         never={"24-фев-22": "", "5 марта 44 до н. э.": "-0043-03-05"}),
    Rule(name="year, day, month", gives="point", pattern="year:<year> ,? day:<day> month:MONTH", value=Fields,
         examples={"1941 год, 22 июня": "1941-06-22"}),
    Rule(name="day and month", gives="point", pattern="day:<day> ( ^SEP )? month:MONTH", value=Fields,
         examples={"7 фев.": "2023-02-07", "29 февраля": "2020-02-29"}),
    Rule(name="month and year", gives="point", pattern="month:MONTH ( ,? в? | ^SEP )? year:<year>", value=Fields,
         examples={"март 2022 года": "2022-03", "сент. 2001": "2001-09"}),
    Rule(name="year and month", gives="point", pattern="year:<year> ( , | ^- )? month:MONTH", value=Fields,
         unless="_ NUM", examples={"2022 год, март": "2022-03", "2021-май": "2021-05"}),
    Rule(name="month", gives="point", pattern="month:MONTH", value=Fields, examples={"в мае": "2022-05"}),
    Rule(name="decade", gives="point",
         pattern="number:D34 ^-? ( ^DECADE_TH YEARS? | ^( м | ми ) YEARS ) era:CHRIST?", value=makers.decade,
         examples={"1950-е гг.": "195X", "начало 1990-х": "[1990..1993]", "к 1880-м годам": "[..1889]"},
         never={"1900-е": "", "1955-е": ""}),
    Rule(name="year alone", gives="point", pattern="year:<year>", value=Fields, examples={"в 1945 году": "1945"}),
    Rule(name="day of the month", gives="point", pattern="( number:<nth> DAY_NUMBER? | number:D12 DAY_NUMBER )",
         value=lambda number: Number(number=number, ordinal=True),
         examples={"25-го": "2023-01-25", "5 числа": "2023-02-05", "с 1-го по 3-е мая 2021": "2021-05-01/2021-05-03"}),
    # In Russian, numbers with dots are the day, the month and the year.
    Rule(name="day, month, year with dots", gives="point", pattern="day:D12 ^. ^month:D12 ^. year:<year>", value=Fields,
         examples={"03.02.2023 г.": "2023-02-03", "с 01.02.2022 по 03.02.2022": "2022-02-01/2022-02-03"}),
    Rule(name="day, month with dots, year of two digits", gives="point", pattern="day:D12 ^. ^month:D12 ^. ^two:D2",
         value=makers.short, unless="_ ( YEAR | CHRIST )", never={"в пятницу, 03.02.23": ""}),
    Rule(name="day and month with dots", gives="point", pattern="day:D12 ^. ^month:D12 ^.?", value=Fields,
         unless="_ NUM", examples={"с 14.10. по 15.10.2018": "2018-10-14/2018-10-15"}),
    # --- parts of a year
    Rule(name="quarter or half", gives="part", pattern="( number:<numeral> | number:LAST ) count:PARTS",
         value=lambda number, count: makers.halves(count, number if number > 0 else count),
         examples={"I квартал 2022": "2022-33", "четвёртый квартал 2018": "2018-36", "2-е полугодие 2021 г.": "2021-41",
                   "последний квартал 2022": "2022-36"}, never={"V квартал 2022": ""}),
    Rule(name="season", gives="part", pattern="month:SEASON", value=same, examples={"весной 2024": "2024-21"}),
    Rule(name="part of a year", gives="point", pattern="month:<part> ( ,? в? | ^- )? year:<year>", value=Fields,
         examples={"осень 1941 года": "1941-23", "летом в 2020 году": "2020-22"}),
    Rule(name="year and part", gives="point", pattern="year:<year> ( , | ^- )? month:<part>", value=Fields,
         unless="_ D34", examples={"2021 год, III квартал": "2021-35"}),
    Rule(name="winter of two years", gives="point",
         pattern="month:SEASON year:<year> ^( / | - | – ) ^second:NUM YEAR?", value=makers.winter,
         examples={"зимой 1941/42 г.": "1941-24", "зима 1939–1940 гг.": "1939-24"}, never={"зимой 2023/25": ""}),
    Rule(name="part of the latest year", gives="point", pattern="month:<part>", value=Fields, examples={"зимой": "2022-24"}),
    # --- longer periods
    Rule(name="pair of years that says so", gives="point", pattern="start:D4 ^( - | – | / ) ^end:D2 YEARS",
         value=lambda start, end: years_pair(start, end, 100),
         examples={"1914–18 гг.": "1914/1918", "1921-22 годы": "1921/1922"}),
    Rule(name="decades from to", gives="when",
         pattern="IDLE? FROM? start:NUM ( ^-? ^DECADE_TH )? ( - | DASH | UPTO ) end:NUM ^-? ^DECADE_TH YEARS?"
         " ( number:<numeral> size:CENTURY )?", value=_decades,
         examples={"1950–1960-е гг.": "195X/196X", "1950-60-е годы": "195X/196X", "40–50-е годы XIX века": "184X/185X"},
         never={"1955–1960-е": "1955/196X"}),
    Rule(name="decades from to, without their century", gives="when",
         pattern="IDLE? FROM? start:D2 ( ^-? ^DECADE_TH )? ( - | DASH | UPTO ) end:D2 ^-? ^DECADE_TH YEARS",
         value=lambda start, end: None if start % 10 or end % 10 else Lasting(
             start=Decade(number=start, words=f"{start}-е"), end=Decade(number=end, words=f"{end}-е")),
         examples={"60–70-е годы": "196X/197X"}, never={"20–30-е годы": ""}),
    Rule(name="decade without its century", gives="point", pattern="number:D2 ^-? ^DECADE_TH YEARS", value=makers.decade,
         examples={"60-е годы": "196X"}, never={"20-е гг.": ""}),
    Rule(name="decade in a word", gives="point", pattern="number:DECADE YEARS?", value=Decade,
         examples={"шестидесятые годы": "196X"}),
    Rule(name="decade of a century", gives="point",
         pattern="( tens:D2 ^-? ^DECADE_TH | tens:DECADE ) YEARS? number:<numeral> size:CENTURY", value=_decade_of,
         examples={"60-е годы XIX века": "186X", "двадцатые годы XX в.": "192X"}, never={"20-е годы III тыс.": ""}),
    Rule(name="century", gives="point", pattern="number:<numeral> size:CENTURY era:CHRIST?", value=makers.run,
         examples={"XVIII в.": "17XX", "V век до н. э.": "-04XX", "I в. до н.э.": "[-0099..0000]",
                   "II тыс. до н. э.": "-1XXX"}),
    Rule(name="centuries from to", gives="when",
         pattern="IDLE? FROM? first:<numeral> ( - | DASH | UPTO ) number:<numeral> size:CENTURY era:CHRIST?",
         value=makers.runs, examples={"XVIII–XIX вв.": "17XX/18XX", "с V по IV век до н. э.": "-04XX/-03XX"}),
    Rule(name="one of two centuries", gives="when", pattern="IDLE? first:<numeral> OR number:<numeral> size:CENTURY era:CHRIST?",
         value=lambda **got: _centuries(every=False, **got), examples={"XVIII или XIX век": "[17XX,18XX]"}),
    Rule(name="both centuries", gives="when", pattern="IDLE? first:<numeral> AND number:<numeral> size:CENTURY era:CHRIST?",
         value=lambda **got: _centuries(every=True, **got), examples={"в XVIII и XIX веках": "{17XX,18XX}"}),
    # --- feasts and other calendars
    Rule(name="feast", gives="point", pattern="name:FEAST ( ,? в? year:<year> )?", value=_feast,
         examples={"Рождество": "2023-01-07", "Пасха 2022 года": "2022-04-24", "католическое Рождество 1914": "1914-12-25",
                   "на Новый год": "2023-01-01"},
         never={"Рождество 1914 года": ""}),
    Rule(name="Islamic date", gives="point", pattern="day:<day>? month:ISLAMIC_MONTH ( year:NUM ah:AH? )?", value=makers.islamic,
         examples={"1 рамадана 1443 г. хиджры": "[2022-04-02..2022-04-04]", "рамадан 1443": "[2022-04-02..2022-05-03]"},
         never={"рамадан": "", "рамадан 2022": ""}),
    Rule(name="Islamic year", gives="point", pattern="year:NUM ah:AH", value=makers.islamic,
         examples={"1441 г. х.": "[2019-08-31..2020-08-20]", "1505 г. хиджры": "[2081-10-03..2082-09-24]"}),
    Rule(name="Republican date", gives="point",
         pattern="day:<day>? month:REPUBLICAN_MONTH ( year:ROMAN | year:D12 ) YEAR?", value=makers.republican,
         examples={"18 брюмера VIII года": "1799-11-09", "брюмер VIII года": "[1799-10-23..1799-11-21]"}),
)  # fmt: skip
