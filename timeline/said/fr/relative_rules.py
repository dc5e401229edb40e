"""French rules that start from another date, or from today: il y a, dernier, début, premier lundi de, nuit du."""

from timeline.said import makers
from timeline.said.joins import doubted
from timeline.said.patterns import Rule
from timeline.said.values import (
    Away,
    Between,
    Clock,
    Feast,
    Fields,
    Lasting,
    Length,
    Near,
    Night,
    Nth,
    Number,
    Part,
    Several,
    SoFar,
    Unit,
    Value,
)


def _fortnight(number: int, base: Value) -> Between | None:
    """The first fifteen days of a month, or those that are left."""
    if not isinstance(base, Fields) or base.month is None or base.day is not None or number not in (-1, 1, 2):
        return None
    first, last = (1, 15) if number == 1 else (16, -1)
    return Between(start=Nth(number=first, base=base), end=Nth(number=last, base=base))


def _night(first: Value, second: Value | None = None) -> Night | None:
    """A night between two days, or the one that begins on a day; no feast's, since that of Christmas is on its eve."""
    return None if isinstance(first, Feast) else makers.night(first, second)


def _weeks_on(weekday: int, weeks: int) -> Away:
    """A week, or two, after the weekday to come, which is a week after the last one: "en huit" counts both ends."""
    return Away(count=weeks + 1, unit="week", way=1, base=Near(step=-1, weekday=weekday))


def _within(unit: Unit) -> Near | None:
    """Within this day or week; "dans l'année" may also be within twelve months."""
    return Near(step=0, unit=unit) if unit in ("day", "week") else None


def _days(start: int, end: int) -> Lasting:
    """Days of a month that the day of speaking tells."""
    return Lasting(start=Number(number=start, ordinal=True), end=Number(number=end, ordinal=True))


RELATIVE = (
    Rule("length", "length", "( count:NUM | count:COUNT ) unit:UNIT", Length,
         {"il y a 3 semaines": "2023-01-20", "il y a un an": "2022"}),
    Rule("il y a", "point", "il y a length:<length>", lambda length: makers.ago(length, -1),
         {"il y a 2 mois": "2022-12", "il y a deux décennies": "2003~"}),
    Rule("about so long ago", "point", "il y a doubt:ABOUT length:<length>",
         lambda doubt, length: (found := makers.ago(length, -1)) and doubted(doubt, found),
         {"il y a environ 3 ans": "2020~"}),
    Rule("before or after, where nothing else is dated", "point", "length:<length> way:ALONE", makers.ago,
         {"deux jours après": "2023-02-12", "3 semaines plus tôt": "2023-01-20"}),
    Rule("next to a date", "point", "( la | l ' | le )? days:BESIDE OF? base:<date>", makers.nearby,
         {"la veille du 21 mars 2022": "2022-03-20", "le lendemain de Noël 1914": "1914-12-26"}),
    Rule("part of a day near", "point", "step:THIS part:PART_OF_DAY",
         makers.part_near, {"ce matin": "2023-02-10"}),
    Rule("day beside today", "point", "( la | l ' | le )? days:BESIDE", makers.nearby,
         {"la veille": "2023-02-09", "le lendemain": "2023-02-11"}),
    Rule("last, next period", "point", "( unit:PERIOD step:STEP | step:STEP unit:PERIOD )", makers.near,
         {"le mois dernier": "2023-01", "la semaine prochaine": "[2023-02-13..2023-02-19]", "l'an dernier": "2022"}),
    Rule("within this period", "point", "dans la unit:PERIOD", _within,
         {"dans la semaine": "[2023-02-06..2023-02-12]", "dans la journée": "2023-02-10"}),
    Rule("this period", "point", "step:THIS unit:PERIOD ( - ci )?", makers.near,
         {"ce mois-ci": "2023-02", "cette décennie": "202X"}),
    Rule("last, next weekday", "point", "weekday:WEEKDAY step:STEP", Near,
         {"vendredi dernier": "2023-02-03", "vendredi prochain": ""}),
    Rule("last, next month", "point", "( month:MONTH step:STEP | month:SEASON step:STEP )", Near,
         {"mars dernier": "2022-03", "l'été dernier": "2022-22", "mars prochain": ""}),
    Rule("weekday in eight or fifteen days", "point", "weekday:WEEKDAY weeks:WEEKS_ON", _weeks_on,
         {"lundi en huit": "2023-02-20", "samedi en quinze": "2023-02-25"}),
    Rule("weekday of a week", "point", "weekday:WEEKDAY ( OF | la )? base:<week>",
         lambda weekday, base: Nth(number=1, weekday=weekday, base=base),
         {"mardi de la semaine dernière": "2023-01-31"}),
    Rule("week near today", "week", "( semaine step:STEP | step:THIS semaine )",
         lambda step: Near(step=step, unit="week"), {"lundi de cette semaine": "2023-02-06"}),
    Rule("early, mid, late in this period", "date", "which:EDGE OF unit:PERIOD",
         lambda which, unit: Part(which=which, count=3, base=Near(step=0, unit=unit)),
         {"fin du mois": "[2023-02-21..2023-02-28]", "au début de l'année": "[2023-01..2023-04]",
          "fin de semaine": ""}),
    Rule("half, third or quarter of", "date", "( number:<nth> | number:LAST ) count:PIECES OF? base:<date>",
         makers.part,
         {"seconde moitié du XIXe siècle": "[1850..1899]", "dernier quart du XXe siècle": "[1975..1999]",
          "première moitié de mars 2022": "[2022-03-01..2022-03-15]"}),
    Rule("fortnight of a month", "date", "( number:<nth> | number:LAST ) quinzaine OF base:<point>", _fortnight,
         {"première quinzaine de mars 2022": "[2022-03-01..2022-03-15]",
          "seconde quinzaine de février 2022": "[2022-02-16..2022-02-28]", "première quinzaine de 2022": "",
          "troisième quinzaine de mars 2022": ""}),
    Rule("earlier or later in", "point", "side:EARLIER ( dans la | dans le | dans l ' )? base:<point>", SoFar,
         {"plus tôt ce mois-ci": "[2023-02-01..2023-02-10]", "plus tard cette année": "[2023-02-10..2023-12-31]"}),
    Rule("night", "date", "NIGHT OF? first:<date>", _night,
         {"nuit du 23 février 2022": "[2022-02-23..2022-02-24]", "nuit de Noël 1914": ""}),
    Rule("night between", "date",
         "NIGHT OF? ( first:<date> | first:<bare-day> ) ( DASH | / | UPTO | AND ) second:<date>", _night,
         {"nuit du 13 au 14 février 1945": "[1945-02-13..1945-02-14]",
          "dans la nuit du 28 février au 1er mars 2022": "[2022-02-28..2022-03-01]",
          "nuit du 13 au 15 février 1945": ""}),
    Rule("days of the month from to", "when", "du start:<day> au end:<day>", _days,
         {"du 13 au 18": "2023-01-13/2023-01-18", "du 1er au dix": "2023-02-01/2023-02-10"}),
    Rule("either of two", "when", "soit first:<date> ,? soit second:<date>",
         lambda first, second: Several(members=(first, second)), {"soit 2018, soit 2020": "[2018,2020]"}),
    Rule("some day or month in", "date", "un unit:PERIOD OF? base:<date>", makers.untold,
         {"un jour de mars 2022": "2022-03-XX", "un mois de 1985": "1985-XX"}),
    Rule("hour", "clock", "hour:D12 ( h | heures ) minute:D2? half:HALF? ,? ( zone:<zone> | zone:CITY_TIME )?", Clock,
         {"10 février 2023 à 15h30": "2023-02-10T15:30:00", "le 10 février 2023 à 15 heures": "2023-02-10T15:00:00",
          "24 février 2022 à 5 h, heure de Moscou": "2022-02-24T05:00:00+03:00"}),
)  # fmt: skip
