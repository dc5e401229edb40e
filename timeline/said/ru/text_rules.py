"""Russian rules that only running text needs: dates that nobody types, and what is no date where nobody asked for one."""

from typing import Any

from timeline.said import makers
from timeline.said.languages import text_language
from timeline.said.measures import Lasts, Vaguely
from timeline.said.patterns import same
from timeline.said.ru.grammar import RUSSIAN
from timeline.said.ru.text_words import VOCABULARY
from timeline.said.texts import hour, in_year, part_alone, rows
from timeline.said.values import (
    Away,
    Clock,
    Fields,
    Lasting,
    Length,
    Near,
    Night,
    Number,
    Part,
    Several,
    Value,
    Year,
    Years,
)


def _long(long: tuple[int, Any]) -> Lasts:
    count, unit = long
    return makers.lasting(Length(count=count, unit=unit))


def _told(unit: Any, step: int, **fields: Any) -> Near:
    return Near(unit=unit, step=step, told="last", **fields)


def _decade_of(tens: int, base: Value) -> Part | None:
    """The eighties of the last century."""
    return (
        Part(which=tens // 10, count=10, base=base)
        if isinstance(base, Near) and base.unit == "century"
        else None
    )


def _years(first: Value, second: Value, rest: Value | None = None) -> Several | None:
    """Years that share one word for a year behind the last of them."""
    said = [each for each in (first, rest, second) if each is not None]
    years = [each.year.number for each in said if isinstance(each, Fields) and each.year and not each.month]
    return (
        Several(members=tuple(said), every=True)
        if years == sorted(set(years)) and len(years) == len(said)
        else None
    )


def _short_year(number: int, tens: int = 0) -> Fields | None:
    return Fields(year=Year(number=tens + number, short=True)) if not tens or number < 10 else None


def _edge(which: int, number: int) -> Part | None:
    century = makers.run(number, 100)
    return Part(which=which, count=3, base=century) if century else None


def _century_in_figures(size: int, number: int = 0, many: int = 0) -> Years | None:
    """The 19th century in figures; 2 to 4 of them are counted by the same words."""
    return makers.run(number or many, size) if number or many > 4 else None


def _hour(hour: int = 1, **fields: Any) -> Clock | None:
    return Clock(hour=hour, **fields) if hour <= 24 else None


def _night(first: Value, second: Value) -> Night | None:
    """The night from the 13th to 14 February."""
    if isinstance(first, Number):
        first = (
            second.but(day=first.number, words=first.words, span=first.span)
            if isinstance(second, Fields)
            else first
        )
    return makers.night(first, second)


_GLUE = "( DASH | UPTO | AND | OR )"
_YEARS = (
    *rows("year", ("year", "number:D34 ( ^-? ^YEAR_TH )? YEAR?", makers.era, {"21 марта 2022 года": "2022-03-21", "в марте 2022": "2022-03"})),
    *rows("edge-of", ("edge of a century", "which:EDGE number:ROMAN", _edge, {"в конце XIX — начале XX века": "18, 19"})),
    *rows("ordinal", ("Roman ordinal of a pair", "number:ROMAN", makers.numbered,
                      {"на рубеже XIX–XX веков": "18, 19"})),
    *rows("bare-decade", ("decade of a pair", "number:NUM ( ^-? ^DECADE_TH )?", Number, {"в 1950-е — 1960-е гг.": "195, 196", "в 40–50-е годы XIX века": "184, 185"})),
    *rows("named-year", ("year in figures", "number:D4", lambda number: Fields(year=Year(number=number)), {})),
    *rows(
        "point",
        ("decade", "number:D34 ^-? ( ^DECADE_TH YEARS? | ^( м | ми ) YEARS )", lambda number: Years(first=number, last=number + 9) if number % 10 == 0 else None,
         {"в середине 2000-х годов": "200", "к 1880-м годам": "188"}),
        ("year alone", "number:D34 ( ^-? ^YEAR_TH YEAR? | YEAR )", lambda number: Fields(year=Year(number=number)),
         {"в 2022 году": "2022", "к 2025-му": "2025", "2000 солдат": "", "площадь 1905 года": ""}, "STREET _"),
        ("year of two digits", "( number:D2 ^-? ^YEAR_TH | tens:TENS number:<nth> ) YEAR", _short_year,
         {"в 91-м году": "1991", "в сорок первом году": "1941", "в 20 году": "", "91-м полком": ""}),
        ("year of an era", "year:<year>", lambda year: Fields(year=year) if year.era else None, {"в 44 году до н. э.": "BC0044"}),
        ("day and month with dots", "day:D12 ^. ^month:D12 ^.?", Fields, {"с 14.10 по 15.10.2018": "2018-10-14, 2018-10-15"},
         "( !AT_DOTS TOKEN _ | _ NUM )"),
        ("year in brackets", "value:<named-year>", same, {"мир (1905)": "1905"}, "( !\\( TOKEN _ | _ !\\) TOKEN )"),
        ("decade of another century", "( tens:D2 ^-? ^DECADE_TH | tens:DECADE ) YEARS? base:<point>", _decade_of,
         {"в 80-х годах прошлого века": "198"}),
        ("century in figures", "( number:D12 size:OF_THIS_CENTURY | many:D12 size:OF_CENTURIES )", _century_in_figures,
         {"в 19 веке": "18", "в начале 19 века": "18", "прошло 3 века": "P300Y"}),
        ("century", "( number:ROMAN size:CENTURY | number:<nth> size:FULL_CENTURY ) era:CHRIST?", makers.run, {"в XIX веке": "18"}),
    ),
    *rows(
        "mention",
        ("century in figures alone", "number:D12 size:OF_THIS_CENTURY", makers.run, {"Это 19 век.": "18"}),
        ("years in brackets", "\\( first:<named-year> DASH second:<named-year> \\)", _years, {"Ельцин (1931—2007)": "1931, 2007"}),
        ("edges of two centuries", "start:<edge-of> CENTURY? ( DASH | AND ) end:<date>",
         lambda start, end: Lasting(start=start, end=end) if isinstance(end, Part) else None, {}),
        ("years with one word", f"first:<named-year> ( , rest:<named-year> )? {_GLUE} second:<point>", _years,
         {"в 1904–1905 гг.": "1904, 1905", "в 1941 или 1942 году": "1941, 1942", "в 1904, 1905 и 1907 годах": "1904, 1905, 1907"}),
    ),
)  # fmt: skip
_DAYS = (
    *rows(
        "point",
        ("month", "month:FULL_MONTH", Fields,
         {"в марте": "2022-03", "в мае Россия вышла": "2022-05", "посол Марта Кляйн": "", "советник Август Май": "", "ул. 9 Января": "",
          "фильм «Август»": ""}, "( !AT_MONTH TOKEN _ NAME | !AT_MONTH NAME _ | D12 _ | « _ » )"),
        ("day and month", "day:<day> ( ^SEP )? month:MONTH", Fields, {"7 февраля": "2023-02-07", "ул. 8 Марта": ""}, "STREET _"),
        ("day of the month in figures", "number:D12 ^- ^го", makers.numbered,
         {"прибыл 9-го и уехал": "2023-02-09", "капитан 3-го ранга": ""}, "_ !GOES_ON ANYWORD"),
        ("day of the month", "( number:<nth> | number:D12 ) DAY_NUMBER", makers.numbered,
         {"25-го числа": "2023-02-25", "первый раунд": ""}),
        ("weekday", "weekday:FULL_WEEKDAY", Near,
         {"в пятницу": "2023-02-10", "с понедельника": "2023-02-06", "к среде": "2023-02-15", "охрана среды": "", "ВС страны": "",
          "стал Пятницей": ""}, "( !AT_DAY TOKEN _ | « _ » )"),
        ("next day", "NEXT день", lambda: _told("day", 1), {"на следующий день": "2023-02-11"}),
        ("day beside", "way:EVE", lambda way: Away(count=1, unit="day", way=way, told="last"),
         {"Накануне он уехал.": "2023-02-09", "накануне визита": ""}, "_ OF_WHAT"),
        ("that period", "( SAME | THAT ) unit:PERIOD", lambda unit: _told(unit, 0),
         {"В 1955 году. В том же году": "1955, 1955", "5 мая 1955 года и в августе того же года": "1955-05-05, 1955-08"}),
        ("period told", "step:TOLD_STEP unit:PERIOD", _told, {"В 1955 году. В предыдущем году": "1955, 1954"}),
        ("last, this, next period", "step:STEP unit:PERIOD", Near, {"на прошлой неделе": "2023-W05", "в прошлом веке": "19"}),
        ("period alone", "unit:A_PERIOD", lambda unit: Near(step=0, unit=unit), {"с начала года": "2023"}, "!EDGE TOKEN _"),
        ("weekend", "unit:WEEKEND", Near, {"в выходные": "2023-W05-WE", "брал выходные": ""}, "!AT_SEASON TOKEN _"),
        ("part of the latest year", "month:<part>", Fields, {"во втором полугодии": "2023-H2"}, "( SEASON ^_ | !AT_SEASON TOKEN _ )"),
        ("season alone", "month:SEASON_IN", Fields, {"весной": "2022-SP", "Пражская весна": ""}),
    ),
)  # fmt: skip
_MEASURES = (
    *rows(
        "count",
        ("counted", "( number:<small> | number:D12 | number:D3 | number:MANY )", same, {"три дня": "P3D", "несколько недель": "PXW"}),
        ("counted and a half", "( number:<small> | number:D12 ) AND_A_HALF", lambda number: number + 0.5,
         {"два с половиной года": "P2.5Y"}),
    ),
    *rows(
        "counted",
        ("counted length", "count:<count> KIND? unit:UNIT", makers.length, {"36 месяцев": "P36M"}),
        ("thousands of years", "count:NUM лет", lambda count: makers.length(count, "year"), {"3000 лет": "P3000Y"}),
        ("half a unit", "unit:HALF_UNIT", lambda unit: Length(count=0.5, unit=unit), {"полгода": "P6M"}),
    ),
    *rows("length", ("length", "( length:<counted> )", same, {"три дня назад": "2023-02-07"}),
          ("one of a unit", "unit:UNIT", lambda unit: Length(count=1, unit=unit), {"неделю назад": "2023-W05"})),
    *rows("unit-long", ("one unit long", "last:LAST? unit:A_UNIT", lambda unit, last=0: makers.lasting(makers.length(1, unit), way=last),
                        {"за последний год": "P1Y", "последний год войны": ""})),
    *rows(
        "lasting",
        ("so long", "first:<counted>", makers.lasting, {"семь лет": "P7Y"}),
        ("so long in a word", "long:LONG", _long, {"трёхлетняя программа": "P3Y"}),
        ("so long in figures", "count:NUM ^- ^unit:LONG_UNIT", lambda **got: makers.lasting(makers.length(**got)), {"10-дневный визит": "P10D"}),
        ("more or less so long", "some:SOME value:<lasting>", makers.modified, {"более двух недель": "P2W"}),
    ),
    *rows(
        "mention",
        ("so long on one side", "way:WAY length:<counted>", lambda way, length: makers.lasting(length, way=way),
         {"за последние два года": "P2Y"}),
        ("over a unit", "OVER value:<unit-long>", same, {"в течение недели": "P1W", "за год": "P1Y", "год войны": ""}),
        ("past day and night", "way:WAY сутки", lambda way: makers.lasting(makers.length(1, "day"), way=way), {"за минувшие сутки": "P1D"}),
        ("so long in a period", "way:FIRST_LAST ( count:<count> )? unit:UNIT base:<date>",
         lambda way, unit, base, count=0: makers.lasting(makers.length(count, unit), way=way, base=base),
         {"за первые шесть месяцев 2023 года": "P6M", "в первые дни мая": "PXD"}),
        ("uncounted on one side", "way:WAY PLURAL", lambda way: Vaguely(way=way),
         {"в последние годы": "PAST_REF", "в ближайшие дни": "FUTURE_REF"}),
    ),
    *rows(
        "point",
        ("ago", "some:SOME? length:<length> way:AGO", makers.some_time, {"две недели назад": "2023-W04", "год назад": "2022"}),
        ("so long later", "через? some:SOME? length:<length> way:TOLD_AGO", makers.then,
         {"В 1955 году. Два года спустя": "1955, 1957", "В 1955 году. Годом ранее": "1955, 1954",
          "В 1955 году. Через год после этого": "1955, 1956"}),
        ("after so long", "спустя some:SOME? length:<length>", lambda **got: makers.then(way=1, **got),
         {"В 1955 году. Спустя два года": "1955, 1957", "спустя два года после войны": "P2Y"}, "_ после"),
        ("in a while", "через some:SOME? length:<length>", lambda **got: makers.some_time(way=1, told="past", **got),
         {"через две недели": "2023-W08", "В мае 1955 года заключили мир. Через год его нарушили.": "1955-05, 1956", "через 10 дней после выборов": "P10D"}, "_ после"),
    ),
    *rows("vague", ("vague words", "way:VAGUE", lambda way: Vaguely(way=way), {"в настоящее время": "PRESENT_REF", "недавно": "PAST_REF"})),
    *rows(
        "often",
        ("every unit", "EVERY count:<small>? unit:UNIT", makers.each, {"каждые два года": "P2Y", "каждый день": "P1D"}),
        ("every weekday or month", "EVERY ( weekday:FULL_WEEKDAY | month:FULL_MONTH | month:SEASON )", makers.each,
         {"каждый понедельник": "XXXX-WXX-1", "каждый март": "XXXX-03"}),
        ("so many times in", "( дважды | трижды | <count>? TIMES ) в ( count:<small> | count:D12 )? unit:UNIT", makers.each,
         {"дважды в год": "P1Y", "раз в два месяца": "P2M", "раз в 4 года": "P4Y"}),
        ("often in a word", "unit:OFTEN", makers.each, {"ежегодный": "P1Y"}),
        ("weekdays", "weekday:WEEKDAYS", makers.each, {"по вторникам": "XXXX-WXX-2"}),
    ),
)  # fmt: skip
_HOURS = (
    *rows(
        "clock",
        ("hour", "hour:D12 HOURS ( minute:D12 MINUTES )? zone:<zone>?", _hour,
         {"в 15 часов": "2023-02-10T15:00", "Прошло 24 часа.": "PT24H"}, "!AT_HOUR TOKEN _"),
        ("hour of a half", "( hour:D12 | hour:COUNT )? HOURS ( minute:D12 MINUTES )? half:HALF zone:<zone>?", _hour,
         {"в час дня": "2023-02-10T13:00", "9 часов утра": "2023-02-10T09:00", "в два часа ночи": "2023-02-10T02:00"}),
        ("hour of a half in short", "hour:D12 ( ^: ^minute:D2 )? half:HALF zone:<zone>?", Clock,
         {"с 9 утра": "2023-02-10T09:00", "2–3 дня": "P3D"}, "( !AT_HOUR TOKEN _ | _ NIGHT_ON )"),
        ("midnight", "MIDNIGHT", lambda: Clock(hour=24), {"в полночь": "2023-02-10T24:00"}),
    ),
    *rows(
        "timed",
        ("day or month of a told year", "item:<point> base:<point>", in_year,
         {"в марте прошлого года": "2022-03", "с 1 января следующего года": "2024-01-01"}),
        ("part of the day behind", "value:<point> part:PART_OF_DAY", makers.in_part, {"вчера вечером": "2023-02-09TEV"}),
        ("part of a named day", "part:PART_OF_DAY ( в | во )? value:<point>", makers.in_part, {"утром 3 мая 2021 года": "2021-05-03TMO"}),
        ("date and hour with a dot", "value:<point> AT clock:<dotted>", lambda clock, value: value.but(clock=clock, words=""),
         {"в среду в 20.30": "2023-02-08T20:30"}),
        ("hour and date", "clock:<clock> IDLE value:<point>", lambda clock, value: value.but(clock=clock, words=""),
         {"в 20:00 в среду": "2023-02-08T20:00"}),
    ),
    *rows("dotted", ("hour and minutes with a dot", "hour:D12 ^. ^minute:D2 zone:<zone>?", _hour, {})),
    *rows("dotted-hour", ("hour with a dot alone", "clock:<dotted>", hour, {})),
    *rows("mention", ("hour with a dot", "( в | во | к | около ) value:<dotted-hour>", same, {"в 15.10": "2023-02-10T15:10", "курс 15.10": ""})),
    *rows("date", ("part of the day alone", "part:PART_ALONE", part_alone, {"Утром он уехал.": "2023-02-10TMO", "Утро туманное.": ""})),
    *rows("date", ("night between", "NIGHT_FROM ( first:<bare-day> | first:<date> ) ( DASH | / | на ) second:<date>", _night,
                   {"в ночь с 8 на 9 февраля": "2023-02-08TNI", "в ночь со вторника на среду": "2023-02-07TNI"})),
    *rows("point", ("part of a day near", "step:STEP part:PART_OF_DAY", makers.part_near,
                    {"минувшей ночью": "2023-02-09TNI"})),
)  # fmt: skip

RUSSIAN_TEXT = text_language(RUSSIAN, VOCABULARY, (*_YEARS, *_DAYS, *_MEASURES, *_HOURS))
