"""English rules of the calendar: days, months, seasons, years, decades and centuries, and other people's calendars."""

from typing import Any

from timeline.said.joins import same
from timeline.said.patterns import Rule
from timeline.said.values import Decade, Either, Feast, Fields, Foreign, Lasting, Number, Value, Year, Years


def _short(two: int, **fields: Any) -> Fields:
    """A date whose year has two digits."""
    return Fields(year=Year(number=two, short=True), **fields)


def _era(number: int, era: str = "") -> Year:
    return Year(number=number, era=era)  # type: ignore[arg-type]  # the vocabulary has BC and AD


def _winter(month: int, year: Year, second: int) -> Fields | None:
    """A winter by both its years: 1939/40."""
    follows = month == 24 and second in (year.number + 1, (year.number + 1) % 100)
    return Fields(year=year, month=month) if follows else None


def _part_of_year(first: int, most: int) -> Any:
    return lambda number: first + number - 1 if 1 <= number <= most else None


def _halves(count: int, number: int) -> int | None:
    """Quarters and halves of a year; thirds have no code that people use."""
    first = {2: 40, 4: 33}.get(count)
    return first + number - 1 if first and number <= count else None


def _decade(number: int, era: str = "") -> Value | None:
    if number % 10 or number > 9999:
        return None
    if era == "BC":
        return Years(first=-number - 8, last=1 - number)
    if number < 100:
        return Decade(number=number)
    decade = Years(first=number, last=number + 9)
    return Either(readings=(decade, Years(first=number, last=number + 99))) if number % 100 == 0 else decade


def _run(number: int, size: int, era: str = "") -> Years | None:
    """The number-th century or millennium."""
    if not 1 <= number <= 10000 // size:
        return None
    first = 1 - number * size if era == "BC" else (number - 1) * size
    return Years(first=first, last=first + size - 1)


def _runs(first: int, number: int, size: int, era: str = "") -> Lasting | None:
    start, end = _run(first, size, era), _run(number, size, era)
    return Lasting(start=start, end=end) if start and end else None


def _republican(year: int, month: int | None = None, day: int | None = None) -> Foreign:
    return Foreign(calendar="republican", year=year, month=month, day=day)


def _islamic(year: int | None = None, month: int | None = None, day: int | None = None) -> Foreign:
    return Foreign(calendar="islamic", year=year, month=month, day=day)


CALENDAR = (
    # --- numbers
    Rule(name="ordinal in digits", gives="nth", pattern="number:NUM ^TH", value=same,
         examples={"19th century": "18XX"}),
    Rule(name="ordinal in a word", gives="nth", pattern="number:ORDINAL", value=same,
         examples={"nineteenth century": "18XX"}),
    Rule(name="ordinal in two words", gives="nth", pattern="tens:TENS -? number:ORDINAL",
         value=lambda tens, number: tens + number if number < 10 else None,
         examples={"twenty-first century": "20XX"}),
    Rule(name="day", gives="day", pattern="day:D12", value=same, unless="_ ( ^: | HALF | ^. D2 HALF )",
         examples={"21 March 2022": "2022-03-21"}, never={"May 3 pm": ""}),
    Rule(name="day by its place", gives="day", pattern="the? day:<nth> ( day of | day )?", value=same,
         examples={"the 5th of March 2022": "2022-03-05", "the twenty-first day of March 2022": "2022-03-21"}),
    Rule(name="year", gives="year", pattern="number:D34", value=_era, examples={"March 750": "0750-03"}),
    Rule(name="year and era", gives="year", pattern="number:NUM era:CHRIST", value=_era,
         examples={"15 March 44 BC": "-0043-03-15", "79 AD": "0079", "10,000 BC": "-9999"}, never={"0 BC": ""}),
    Rule(name="era and year", gives="year", pattern="era:AD number:NUM", value=_era,
         examples={"24 August AD 79": "0079-08-24"}),
    # --- days and months
    Rule(
        name="day, month, year", gives="point",
        pattern="day:<day> ( of the? | ^SEP )? month:MONTH ( ,? of? | in | ^SEP )? year:<year>", value=Fields,
        examples={"21 March 2022": "2022-03-21", "24-Feb-2022": "2022-02-24", "28 June in 2020": "2020-06-28"},
    ),
    Rule(
        name="month, day, year", gives="point",
        pattern="month:MONTH ( the | ^SEP )? day:<day> ( ,? of? | ^SEP )? year:<year>", value=Fields,
        examples={"Mar 21, 2022": "2022-03-21", "Sep-23-2020": "2020-09-23", "May eighth, 2010": "2010-05-08"},
    ),
    Rule(
        name="year, month, day", gives="point",
        pattern="year:<year> ( , | ^- )? month:MONTH ^-? day:<day>", value=Fields,
        examples={"1939, September 1": "1939-09-01", "2021-May-03": "2021-05-03",
                  "2014 July 12-14": "2014-07-12/2014-07-14"},
    ),
    Rule(
        name="day, month, year of two digits", gives="point",
        pattern="day:<day> ( of the? | ^SEP )? month:MONTH ( , | ^SEP )? '? two:D2", value=_short,
        unless="_ ( ^: | HALF | CHRIST | ^TH )", never={"24-Feb-22": "", "5 March 22": "", "5 March 44 BC": "-0043-03-05"},
    ),
    Rule(
        name="month, day, year of two digits", gives="point",
        pattern="month:MONTH day:<day> ( , ' | , | ' ) two:D2", value=_short,
        unless="_ ( ^: | HALF | CHRIST | ^TH )", never={"Mar 5, 22": "", "Mar 5, 44 BC": "-0043-03-05"},
    ),
    Rule(name="month and year of two digits", gives="point", pattern="month:MONTH ^-? ' two:D2", value=_short,
         never={"Mar '22": ""}),
    Rule(name="year of two digits", gives="point", pattern="' two:D2", value=_short, unless="_ ^s", never={"'22": ""}),
    Rule(
        name="day and month", gives="point", pattern="day:<day> ( of the? | ^SEP )? month:MONTH", value=Fields,
        examples={"7 Feb": "2023-02-07", "29 Feb": "2020-02-29"},
    ),
    Rule(
        name="month and day", gives="point", pattern="month:MONTH ( the | ^SEP )? day:<day>", value=Fields,
        examples={"September 11": "2022-09-11", "March 22": "2022-03-22"},
    ),
    Rule(
        name="month and year", gives="point", pattern="month:MONTH ( ,? of? | in | ^SEP )? year:<year>", value=Fields,
        examples={"March 2022": "2022-03", "Sept. 2001": "2001-09"},
    ),
    Rule(
        name="year and month", gives="point", pattern="year:<year> ( , | ^- )? month:MONTH", value=Fields,
        unless="_ NUM",
        examples={"1975 August": "1975-08", "2021-May": "2021-05", "1956 January-July": "1956-01/1956-07"},
        never={"1945-May 1946": "1945/1946-05"},
    ),
    Rule(name="month", gives="point", pattern="month:MONTH", value=Fields, examples={"in May": "2022-05"}),
    Rule(name="year alone", gives="point", pattern="year:<year>", value=Fields,
         examples={"2018": "2018", "44 BC": "-0043"}),
    Rule(name="day of the month", gives="point", pattern="the? number:<nth>",
         value=lambda number: Number(number=number, ordinal=True),
         examples={"25th": "2023-01-25", "the 3rd or 4th of May 2021": "[2021-05-03,2021-05-04]"}),
    # --- parts of a year
    Rule(name="quarter", gives="part", pattern="q ^number:D1", value=_part_of_year(33, 4), examples={"Q3 2021": "2021-35"}),
    Rule(name="half", gives="part", pattern="h ^number:D1", value=_part_of_year(40, 2), examples={"2021-H1": "2021-40"}),
    Rule(name="season", gives="part", pattern="month:SEASON", value=same, examples={"2021-summer": "2021-22"}),
    Rule(
        name="quarter or half in words", gives="part", pattern="( number:<nth> | number:LAST ) count:HALVES",
        value=lambda number, count: _halves(count, number if number > 0 else count),
        examples={"3rd quarter 2021": "2021-35", "1st half 2021": "2021-40", "last quarter of 2022": "2022-36"},
    ),
    Rule(name="part of a year", gives="point", pattern="month:<part> ( ,? of? | in | ^- )? the? year:<year>", value=Fields,
         examples={"spring 2024": "2024-21", "Q1 2022": "2022-33"}),
    Rule(name="year and part", gives="point", pattern="year:<year> ( , | ^- )? month:<part>", value=Fields,
         unless="_ D34", examples={"2021-Q3": "2021-35", "2021Q3": "2021-35"}),
    Rule(name="winter of two years", gives="point", pattern="month:SEASON of? year:<year> ^( / | - | – ) ^second:NUM",
         value=_winter, examples={"winter 2023/24": "2023-24", "winter of 1939-1940": "1939-24"},
         never={"winter 2023/25": ""}),
    Rule(name="part of the latest year", gives="point", pattern="month:<part>", value=Fields,
         examples={"winter": "2022-24"}),
    # --- longer periods
    Rule(name="decade", gives="point", pattern="'? number:NUM ^'? ^s era:CHRIST?", value=_decade,
         examples={"1950s": "195X", "1880's": "188X", "1950s BC": "[-1958..-1949]", "'60s": "196X"},
         never={"1900s": "", "'20s": "", "1955s": ""}),
    Rule(name="decade in a word", gives="point", pattern="number:DECADE", value=Decade, examples={"the sixties": "196X"}),
    Rule(name="century", gives="point", pattern="number:<nth> -? size:CENTURY era:CHRIST?", value=_run,
         examples={"19th century": "18XX", "3rd century BC": "-02XX", "1st century BC": "[-0099..0000]",
                   "2nd millennium BC": "-1XXX"}),
    Rule(name="centuries from to", gives="when",
         pattern="IDLE? first:<nth> ( - | DASH | UPTO ) number:<nth> -? size:CENTURY era:CHRIST?", value=_runs,
         examples={"18th-19th century": "17XX/18XX", "the fifth to fourth centuries BC": "-04XX/-03XX"}),
    # --- feasts and other calendars
    Rule(name="feast", gives="point", pattern="name:FEAST ( ,? of? | in )? year:<year>?", value=Feast,
         examples={"Easter 1916": "1916-04-23", "Christmas": "2022-12-25", "New Year's Day 1959": "1959-01-01"}),
    Rule(name="Islamic day", gives="point", pattern="day:<day> ( of )? month:ISLAMIC_MONTH ,? ( AH year:NUM | year:NUM AH? )",
         value=_islamic, examples={"1 Ramadan 1443 AH": "[2022-04-02..2022-04-04]"}),
    Rule(name="Islamic month", gives="point", pattern="month:ISLAMIC_MONTH ,? ( AH year:NUM | year:NUM AH? )",
         value=_islamic, examples={"Ramadan 1443": "[2022-04-02..2022-05-03]"}),
    Rule(name="Islamic year", gives="point", pattern="( AH year:NUM | year:NUM AH )", value=_islamic,
         examples={"AH 1441": "[2019-08-31..2020-08-20]"}),
    Rule(name="Islamic date without its year", gives="point", pattern="day:<day>? month:ISLAMIC_MONTH", value=_islamic,
         never={"Ramadan": ""}),
    Rule(name="Republican day", gives="point",
         pattern="day:<day> month:REPUBLICAN_MONTH ,? ( an | year )? ( year:ROMAN | year:D12 )", value=_republican,
         examples={"18 Brumaire VIII": "1799-11-09", "9 Thermidor, Year II": "1794-07-27"}, never={"31 Brumaire VIII": ""}),
    Rule(name="Republican month", gives="point", pattern="month:REPUBLICAN_MONTH ,? ( an | year )? ( year:ROMAN | year:D12 )",
         value=_republican, examples={"Brumaire VIII": "[1799-10-23..1799-11-21]"}),
)  # fmt: skip
