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


def _in_words(count: int, number: int) -> int | None:
    return makers.halves(count, number if number > 0 else count)


CALENDAR = (
    # --- numbers
    Rule(name="ordinal in digits", gives="nth", pattern="number:NUM ^TH", value=same,
         examples={"19e siècle": "18XX", "20ème siècle": "19XX"}),
    Rule(name="ordinal in a word", gives="nth", pattern="number:ORDINAL", value=same,
         examples={"le dix-neuvième siècle": "18XX"}),
    Rule(name="ordinal", gives="count", pattern="number:<nth>", value=same, examples={"21e siècle": "20XX"}),
    Rule(name="Roman ordinal", gives="count", pattern="number:ROMAN_ORDINAL", value=same,
         examples={"XIXe siècle": "18XX", "XX siècle": "19XX"}),
    Rule(name="day", gives="day", pattern="day:D12", value=same, unless="_ ( ^: | ^. D2 | h | heures )",
         examples={"21 mars 2022": "2022-03-21"}),
    Rule(name="day by its place", gives="day", pattern="day:D12 ^TH", value=same,
         examples={"1er mai 2021": "2021-05-01", "13e au 15 juillet 2021": "2021-07-13/2021-07-15"}),
    Rule(name="day in a word", gives="day", pattern="day:CARDINAL", value=same, unless="_ -? sept",
         examples={"le dix-huit juin 1940": "1940-06-18", "le vingt-sept mai 2021": "2021-05-27"}, never={"vingt-sept": ""}),
    Rule(name="first day in a word", gives="day", pattern="premier", value=lambda: 1,
         examples={"le premier mai 2021": "2021-05-01"}),
    Rule(name="year", gives="year", pattern="number:D34", value=makers.era, examples={"mars 750": "0750-03"}),
    Rule(name="year and era", gives="year", pattern="number:NUM era:CHRIST", value=makers.era,
         examples={"44 av. J.-C.": "-0043", "15 mars 44 avant Jésus-Christ": "-0043-03-15", "79 ap. J.-C.": "0079"},
         never={"0 av. J.-C.": ""}),
    # --- days and months
    Rule(name="day, month, year", gives="point", pattern="day:<day> ( OF | ^SEP )? month:MONTH ( OF | , | ^SEP )? year:<year>",
         value=Fields, unless_amid="AT_STREET ( du | de ) _",
         examples={"21 mars 2022": "2022-03-21", "le 21-févr.-2022": "2022-02-21", "3 mai de l'année 2021": "2021-05-03"}),
    Rule(name="year, month, day", gives="point", pattern="year:<year> ^SEP? month:MONTH ^SEP? day:<day>", value=Fields,
         examples={"2021-août-03": "2021-08-03"}),
    Rule(name="day, month, year of two digits", gives="point", pattern="day:<day> ^SEP? month:MONTH ^SEP? '? two:D2",
         value=makers.short, unless="_ ( ^: | h | heures | CHRIST )",
         never={"24-févr.-22": "", "5 mars 22": "", "5 mars 44 av. J.-C.": "-0043-03-05"}),
    Rule(name="month and year of two digits", gives="point", pattern="month:MONTH ^-? '? two:D2", value=makers.short,
         unless="_ ( ^: | h | heures | CHRIST )", never={"juillet 98": "", "juillet 98 av. J.-C.": "-0097-07"}),
    Rule(name="day and month", gives="point", pattern="day:<day> ( OF | ^SEP )? month:MONTH", value=Fields,
         unless_amid="AT_STREET ( du | de ) _", examples={"7 février": "2023-02-07", "14 juillet": "2022-07-14"}),
    Rule(name="month and year", gives="point", pattern="month:MONTH ( OF | ^SEP )? year:<year>", value=Fields,
         unless_amid="NUM - ^_",
         examples={"mars 2022": "2022-03", "au mois de mars de l'année 2022": "2022-03", "sept. 2001": "2001-09"}),
    Rule(name="year and month", gives="point", pattern="year:<year> ^-? month:MONTH", value=Fields, unless="_ NUM",
         examples={"2021-août": "2021-08", "2021 avril-juin": "2021-04/2021-06"}, never={"1945-mai 1946": "1945/1946-05"}),
    Rule(name="month", gives="point", pattern="month:MONTH", value=Fields, examples={"en mars": "2022-03"}),
    Rule(name="year alone", gives="point", pattern="year:<year>", value=Fields, examples={"en 2018": "2018"}),
    Rule(name="day of the month", gives="point", pattern="( le number:D12 | number:D12 ^TH )",
         value=lambda number: Number(number=number, ordinal=True),
         examples={"le 16": "2023-01-16", "le 3 ou le 4 mai 2021": "[2021-05-03,2021-05-04]"}),
    Rule(name="day of the month in a word", gives="point", pattern="number:CARDINAL",
         value=lambda number: Number(number=number), examples={"du treize au 15 juillet 2021": "2021-07-13/2021-07-15"}),
    Rule(name="weekday and day, whose month a neighbour has", gives="timed", pattern="weekday:WEEKDAY day:<day>", value=Fields,
         examples={"du samedi 13 au dimanche 14 mars 2021": "2021-03-13/2021-03-14"},
         never={"du lundi 13 au dimanche 14 mars 2021": ""}),
    # --- numbers in French words: the day first
    Rule(name="day, month and year in numbers", gives="point", pattern="first:D12 ^sep:SEP second:D12 ^sep2:SEP year:D34",
         value=_numbers,
         examples={"le 03/02/2023": "2023-02-03", "du 3.2.2022 au 4.2.2022": "2022-02-03/2022-02-04",
          "le 02/13/2022": "2022-02-13"}),
    Rule(name="day, month and year of two digits in numbers", gives="point",
         pattern="first:D12 ^sep:SEP second:D12 ^sep2:SEP two:D2", value=_short_numbers, never={"le 20/02/14": ""}),
    Rule(name="day, month and year in spaced numbers", gives="point", pattern="le first:D12 second:D12 ( year:D4 | two:D2 )",
         value=_spaced, examples={"le 20 02 2014": "2014-02-20"}, never={"le 20 02 14": ""}),
    Rule(name="day and month in numbers by place", gives="point",
         pattern="( first:D12 ^/ ^second:D12 | le first:D12 second:D12 )", value=_day_first, unless="_ ( ^/ | NUM | h | : )",
         examples={"le 03/02": "2023-02-03", "le 17 02": "2022-02-17"}),
    # --- parts of a year
    Rule(name="quarter", gives="part", pattern="( t | q ) ^number:D1", value=makers.part_of_year(33, 4),
         examples={"T3 2021": "2021-35", "du Q1 de 2017 au Q3 de 2018": "2017-33/2018-35"}),
    Rule(name="half", gives="part", pattern="( s | h ) ^number:D1", value=makers.part_of_year(40, 2),
         examples={"2021-S1": "2021-40"}),
    Rule(name="season", gives="part", pattern="month:SEASON", value=same, examples={"au printemps 2024": "2024-21"}),
    Rule(name="quarter or half in words", gives="part", pattern="( number:<count> | number:LAST ) count:PARTS", value=_in_words,
         examples={"premier trimestre 2022": "2022-33", "IIIe trimestre 2022": "2022-35",
          "dernier trimestre de 2022": "2022-36", "2nd semestre 2021": "2021-41"}),
    Rule(name="quarter or half by number", gives="part", pattern="count:PARTS number:D1", value=_in_words,
         examples={"trimestre 1 2022": "2022-33"}),
    Rule(name="part of a year", gives="point", pattern="month:<part> ( OF | ^- )? year:<year>", value=Fields,
         examples={"printemps 2024": "2024-21", "été de l'année 2021": "2021-22"}),
    Rule(name="year and part", gives="point", pattern="year:<year> ^-? month:<part>", value=Fields, unless="_ D34",
         examples={"2021-T3": "2021-35", "2021T3": "2021-35"}),
    Rule(name="winter of two years", gives="point", pattern="month:SEASON OF? year:<year> ^( / | - | – ) ^second:NUM",
         value=makers.winter, examples={"hiver 1939-1940": "1939-24"}, never={"hiver 2023/25": ""}),
    Rule(name="part of the latest year", gives="point", pattern="month:<part>", value=Fields, examples={"l'hiver": "2022-24"}),
    Rule(name="week of a year by number", gives="point", pattern="semaine number:D12 OF? year:D4", value=Week,
         examples={"semaine 12 de 2022": "[2022-03-21..2022-03-27]"}, never={"semaine 54 de 2022": ""}),
    # --- longer periods
    Rule(name="decade", gives="point", pattern="( des | les )? ( annees | decennie ) number:NUM era:CHRIST?",
         value=makers.decade, examples={"années 1950": "195X", "les années 80": "198X"},
         never={"années 1900": "", "années 20": ""}),
    Rule(name="decade in a word", gives="point", pattern="( des | les )? annees number:DECADE", value=Decade,
         examples={"les années soixante-dix": "197X"}),
    Rule(name="century", gives="point", pattern="number:<count> size:CENTURY era:CHRIST?", value=makers.run,
         examples={"XIXe siècle": "18XX", "19e siècle": "18XX", "Ier siècle av. J.-C.": "[-0099..0000]",
          "IIe millénaire av. J.-C.": "-1XXX"}),
    Rule(name="centuries from to", gives="when",
         pattern="FROM? first:<count> ( - | DASH | UPTO ) number:<count> size:CENTURY era:CHRIST?", value=makers.runs,
         examples={"XVIIIe-XIXe siècles": "17XX/18XX", "du Ve au IVe siècle av. J.-C.": "-04XX/-03XX"}),
    # --- feasts and other calendars
    Rule(name="feast", gives="point", unless_amid="_ NAME", pattern="name:FEAST OF? year:<year>?", value=Feast,
         examples={"Pâques 1916": "1916-04-23", "Noël": "2022-12-25", "à la Toussaint 2013": "2013-11-01"}),
    Rule(name="Islamic day", gives="point", pattern="day:<day> month:ISLAMIC_MONTH OF? year:NUM ah:AH?", value=makers.islamic,
         examples={"1er ramadan 1443": "[2022-04-02..2022-04-04]"}),
    Rule(name="Islamic month", gives="point", pattern="month:ISLAMIC_MONTH OF? year:NUM ah:AH?", value=makers.islamic,
         examples={"ramadan 1443 de l'hégire": "[2022-04-02..2022-05-03]"}, never={"ramadan 2022": ""}),
    Rule(name="Republican day", gives="point",
         pattern="day:<day> month:REPUBLICAN_MONTH ( , | de l ' )? an? ( year:ROMAN | year:D12 )", value=makers.republican,
         examples={"le 18 brumaire an VIII": "1799-11-09", "9 thermidor de l'an II": "1794-07-27"},
         never={"le 31 brumaire an VIII": "", "le 18 brumaire an XV": ""}),
    Rule(name="Republican month", gives="point", pattern="month:REPUBLICAN_MONTH ( , | de l ' )? an? ( year:ROMAN | year:D12 )",
         value=makers.republican, examples={"en brumaire an VIII": "[1799-10-23..1799-11-21]"}),
    Rule(name="Republican year", gives="point", pattern="an year:ROMAN", value=makers.republican,
         examples={"l'an II": "[1793-09-22..1794-09-21]"}),
)  # fmt: skip
