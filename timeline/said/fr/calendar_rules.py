"""French rules of the calendar: days, months, seasons, years, decades, centuries, and other people's calendars."""

from timeline.said import makers
from timeline.said.patterns import Rule, same
from timeline.said.values import Decade, Either, Feast, Fields, Number, Week, Year


def _day_first(first: int, second: int, year: Year | None = None) -> Either:
    """A day and a month in numbers: who writes French writes the day first, unless it cannot be one."""
    readings = (Fields(day=first, month=second, year=year), Fields(day=second, month=first, year=year))
    return Either(readings=readings, asks="order", usual=True)


def _numbers(sep: str, sep2: str, first: int, second: int, year: int) -> Either | None:
    return _day_first(first, second, Year(number=year)) if sep == sep2 else None


def _short_numbers(sep: str, sep2: str, first: int, second: int, two: int) -> Either | None:
    return _day_first(first, second, Year(number=two, short=True)) if sep == sep2 else None


def _spaced(first: int, second: int, year: int | None = None, two: int = 0) -> Either:
    return _day_first(first, second, Year(number=two, short=True) if year is None else Year(number=year))


CALENDAR = (
    # --- numbers
    Rule("ordinal in digits", "nth", "number:NUM ^TH", same, {"19e siècle": "18XX", "20ème siècle": "19XX"}),
    Rule("ordinal", "count", "number:<nth>", same, {"21e siècle": "20XX"}),
    Rule("Roman ordinal", "count", "number:ROMAN_ORDINAL", same, {"XIXe siècle": "18XX", "XX siècle": "19XX"}),
    Rule("day", "day", "day:D12", same, {"21 mars 2022": "2022-03-21"}, unless="_ ( ^: | ^. D2 | h | heures )"),
    Rule("day by its place", "day", "day:D12 ^TH", same,
         {"1er mai 2021": "2021-05-01", "13e au 15 juillet 2021": "2021-07-13/2021-07-15"}),
    Rule("day in a word", "day", "day:CARDINAL", same,
         {"le dix-huit juin 1940": "1940-06-18", "le vingt-sept mai 2021": "2021-05-27", "vingt-sept": ""},
         unless="_ -? sept"),
    Rule("first day in a word", "day", "premier", lambda: 1, {"le premier mai 2021": "2021-05-01"}),
    Rule("year", "year", "number:D34", makers.era, {"mars 750": "0750-03"}),
    Rule("year and era", "year", "number:NUM era:CHRIST", makers.era,
         {"44 av. J.-C.": "-0043", "15 mars 44 avant Jésus-Christ": "-0043-03-15", "79 ap. J.-C.": "0079",
          "0 av. J.-C.": ""}),
    # --- days and months
    Rule("year, month, day", "point", "year:<year> ^SEP? month:MONTH ^SEP? day:<day>", Fields,
         {"2021-août-03": "2021-08-03"}),
    Rule("day, month, year of two digits", "point", "day:<day> ^SEP? month:MONTH ^SEP? '? two:D2", makers.short,
         {"24-févr.-22": "", "5 mars 22": "", "5 mars 44 av. J.-C.": "-0043-03-05"},
         unless="_ ( ^: | h | heures | CHRIST )"),
    Rule("month and year of two digits", "point", "month:MONTH ^-? '? two:D2", makers.short,
         {"juillet 98": "", "juillet 98 av. J.-C.": "-0097-07"}, unless="_ ( ^: | h | heures | CHRIST )"),
    Rule("day of the month", "point", "( le number:D12 | number:D12 ^TH )", makers.numbered,
         {"le 16": "2023-01-16", "le 3 ou le 4 mai 2021": "[2021-05-03,2021-05-04]"}),
    Rule("day of the month in a word", "point", "number:CARDINAL", lambda number: Number(number=number),
         {"du treize au 15 juillet 2021": "2021-07-13/2021-07-15"}),
    Rule("weekday and day, whose month a neighbour has", "timed", "weekday:WEEKDAY day:<day>", Fields,
         {"du samedi 13 au dimanche 14 mars 2021": "2021-03-13/2021-03-14",
          "du lundi 13 au dimanche 14 mars 2021": ""}),
    # --- numbers in French words: the day first
    Rule("day, month and year in numbers", "point", "first:D12 ^sep:SEP second:D12 ^sep2:SEP year:D34", _numbers,
         {"le 03/02/2023": "2023-02-03", "du 3.2.2022 au 4.2.2022": "2022-02-03/2022-02-04",
          "le 02/13/2022": "2022-02-13"}),
    Rule("day, month and year of two digits in numbers", "point", "first:D12 ^sep:SEP second:D12 ^sep2:SEP two:D2",
         _short_numbers, {"le 20/02/14": ""}),
    Rule("day, month and year in spaced numbers", "point", "le first:D12 second:D12 ( year:D4 | two:D2 )", _spaced,
         {"le 20 02 2014": "2014-02-20", "le 20 02 14": ""}),
    Rule("day and month in numbers by place", "point", "( first:D12 ^/ ^second:D12 | le first:D12 second:D12 )",
         _day_first, {"le 03/02": "2023-02-03", "le 17 02": "2022-02-17"}, unless="_ ( ^/ | NUM | h | : )"),
    # --- parts of a year
    Rule("quarter", "part", "( t | q ) ^number:D1", makers.part_of_year(33, 4),
         {"T3 2021": "2021-35", "du Q1 de 2017 au Q3 de 2018": "2017-33/2018-35"}),
    Rule("half", "part", "( s | h ) ^number:D1", makers.part_of_year(40, 2), {"2021-S1": "2021-40"}),
    Rule("quarter or half in words", "part", "( number:<count> | number:LAST ) count:PARTS", makers.halves,
         {"premier trimestre 2022": "2022-33", "IIIe trimestre 2022": "2022-35",
          "dernier trimestre de 2022": "2022-36", "2nd semestre 2021": "2021-41"}),
    Rule("quarter or half by number", "part", "count:PARTS number:D1", makers.halves, {"trimestre 1 2022": "2022-33"}),
    Rule("week of a year by number", "point", "semaine number:D12 OF? year:D4", Week,
         {"semaine 12 de 2022": "[2022-03-21..2022-03-27]", "semaine 54 de 2022": ""}),
    # --- longer periods
    Rule("decade", "point", "( des | les )? ( annees | decennie ) number:NUM era:CHRIST?", makers.decade,
         {"années 1950": "195X", "les années 80": "198X", "années 1900": "", "années 20": ""}),
    Rule("decade in a word", "point", "( des | les )? annees number:DECADE", Decade,
         {"les années soixante-dix": "197X"}),
    Rule("century", "point", "number:<count> size:CENTURY era:CHRIST?", makers.run,
         {"XIXe siècle": "18XX", "19e siècle": "18XX", "Ier siècle av. J.-C.": "[-0099..0000]",
          "IIe millénaire av. J.-C.": "-1XXX"}),
    Rule("centuries from to", "when",
         "FROM? first:<count> ( - | DASH | UPTO ) number:<count> size:CENTURY era:CHRIST?", makers.runs,
         {"XVIIIe-XIXe siècles": "17XX/18XX", "du Ve au IVe siècle av. J.-C.": "-04XX/-03XX"}),
    # --- feasts and other calendars
    Rule("feast", "point", "name:FEAST OF? year:<year>?", Feast,
         {"Pâques 1916": "1916-04-23", "Noël": "2022-12-25", "à la Toussaint 2013": "2013-11-01"},
         unless_amid="_ NAME"),
    Rule("Republican year", "point", "an year:ROMAN", makers.republican, {"l'an II": "[1793-09-22..1794-09-21]"}),
)  # fmt: skip
