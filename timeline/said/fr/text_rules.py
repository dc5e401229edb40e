"""French rules that only running text needs: dates that nobody types, and what is no date where nobody asked for one."""

from typing import Any

from timeline.said import makers
from timeline.said.fr.grammar import FRENCH
from timeline.said.fr.text_words import VOCABULARY
from timeline.said.languages import text_language
from timeline.said.measures import Lasts, Vaguely
from timeline.said.patterns import same
from timeline.said.texts import hour, in_year, part_alone, rows
from timeline.said.values import Again, Clock, Fields, Length, Near, Number, Several, Value, Year


def _day_first(
    first: int, second: int, year: int | None = None, two: int | None = None, **seps: str
) -> Fields | None:
    """A day and a month in numbers: the day first, unless it cannot be one."""
    day, month = (first, second) if second <= 12 else (second, first)
    number = year if two is None else two
    told = None if number is None else Year(number=number, short=two is not None)
    return Fields(day=day, month=month, year=told) if len(set(seps.values())) < 2 else None


def _days(first: Number, second: Number) -> Several:
    """Days of a month that the day of speaking tells."""
    return Several(members=tuple(day.but(ordinal=True) for day in (first, second)), every=True)


def _with_article(value: Value) -> Value | None:
    return None if isinstance(value, Number) else value.but(words="")


def _in(length: Length, some: str = "") -> Value | None:
    """In two weeks, which is a day; in two months, which is a month."""
    return makers.some_time(length, 1, some=some, exact=length.unit == "week") if length.count else None


def _way(count: float, unit: Any, way: int) -> Lasts:
    return makers.lasting(makers.length(count, unit), way=way)


_DAYS = (
    *rows(
        "date",
        ("idle words", "THE value:<date>", _with_article, {"Il est parti le 14 mars 2022.": "2022-03-14"}),
    ),
    *rows(
        "bare-day",
        ("day of a pair with its article", "le number:D12", Number, {"entre le 10 et le 12 mai 2021": "2021-05-10, 2021-05-12"}),
        ("weekday and day of a pair", "WEEKDAY number:D12 ( ^TH )?", Number,
         {"du samedi 13 au dimanche 14 mars 2021": "2021-03-13, 2021-03-14"}),
        ("day of a pair in a word", "number:CARDINAL", Number, {"du treize au quinze mars 2021": "2021-03-13, 2021-03-15"}),
    ),
    *rows("ordinal", ("Roman ordinal of a pair", "number:ROMAN_ORDINAL -?", Number,
                      {"aux XVIIIe-XIXe siècles": "17, 18", "du Ve au IVe siècle av. J.-C.": "BC04, BC03"})),
    *rows(
        "point",
        ("year with its word", "( an | annee ) number:D34", lambda number: Fields(year=Year(number=number)),
         {"en l'an 843": "0843"}),
        ("month", "!NAME month:FULL_MONTH", Fields, {"en mars": "2022-03", "La sonde vise Mars.": "", "sept jours en mer": "P7D"}),
        ("weekday", "weekday:FULL_WEEKDAY", Near, {"Ils se sont vus mardi.": "2023-02-07", "un jeu": ""}),
        ("part of the latest year", "month:<part>", Fields, {"à l'automne": "2022-FA", "Il a été élu.": "", "les Jeux d'été": ""},
         "( d ' _ | !SEASONED TOKEN _ | _ NOUN_OF )"),
        ("day of the last or next month", "day:<day> month:MONTH STEP", Fields, {"le 31 décembre dernier": "2022-12-31"}),
        ("day of the month", "le number:D12", makers.numbered,
         {"Il arrive le 16.": "2023-02-16", "le 16 avenue Foch": ""}, "_ !STOP TOKEN"),
        ("day of the month in a word", "number:CARDINAL", same, {"deux enfants": ""}, "_"),
        ("day and month in numbers by place", "( first:D12 ^/ ^second:D12 | le first:D12 second:D12 )", _day_first,
         {"le 17/02": "2023-02-17"}, "_ ( ^/ | NUM | h | : )"),
        ("day, month and year in numbers", "first:D12 ^sep:SEP second:D12 ^sep2:SEP year:D34", _day_first,
         {"la note du 03/02/2023": "2023-02-03"}),
        ("day, month and year in spaced numbers", "first:D12 second:D12 year:D4", _day_first, {"le 18 8 1978": "1978-08-18"}),
        ("day, month and year of two digits in spaced numbers", "le first:D12 second:D12 two:D2", _day_first, {"le 18 8 78": "1978-08-18"}),
    ),
    *rows("mention", ("days of the month from to", "du first:<bare-day> au second:<bare-day>", _days, {"du 13 au 18": "2023-02-13, 2023-02-18"},
                      "_ !STOP TOKEN")),
    *rows(
        "timed",
        ("in a year told elsewhere", "( item:<point> | item:<bare-day> ) OF base:<point>", in_year,
         {"en mars de l'année dernière": "2022-03", "du 5 au 8 du mois prochain": "2023-03-05, 2023-03-08"}),
    ),
)  # fmt: skip
_NEAR = (
    *rows(
        "point",
        ("near today", "days:NEARBY", makers.nearby, {"Il est parti hier.": "2023-02-09"}),
        ("il y a", "il y a some:SOME? length:<length>", lambda **got: makers.some_time(way=-1, **got),
         {"il y a deux ans": "2021", "il y a quelques jours": "XXXX-XX-XX"}),
        ("in a while", "dans some:SOME? length:<length>", _in, {"Ils se verront dans trois semaines.": "2023-03-03"}),
        ("last, next period", "unit:PERIOD step:STEP", Near, {"le siècle dernier": "19", "la semaine prochaine": "2023-W07"}),
        ("period alone", "( la | l ' ) unit:PERIOD", lambda unit: Near(step=0, unit=unit, told="near" if unit == "day" else ""),
         {"dans la journée": "2023-02-10", "la réunion de l'année": "2023", "la journée de travail": "", "Non, la semaine commence.": ""},
         "( !INSIDE TOKEN _ | _ GOES_ON )"),
        ("within this period", "dans la unit:PERIOD", same, {}, "_"),
        ("part of a day told", "THIS part:PART_OF_DAY - la", lambda part: Near(step=0, unit="day", part=part, told="last"),
         {"Le 3 mai 2021. Ce soir-là": "2021-05-03, 2021-05-03TEV"}),
        ("part of the last or next day", "part:PART_OF_DAY step:STEP", makers.part_near,
         {"la nuit dernière": "2023-02-09TNI"}),
        ("told period", "unit:PERIOD step:TOLD_STEP", lambda unit, step: Near(unit=unit, step=step, told="last"),
         {"En 2010 et l'année suivante": "2010, 2011"}),
        ("month told", "( month:FULL_MONTH | month:SEASON ) step:TOLD_STEP", lambda month, step: Near(month=month, step=step, told="last"),
         {"En octobre 2010 et l'été suivant": "2010-10, 2011-SU"}),
        ("the same period", "( meme unit:PERIOD | unit:PERIOD meme | THIS unit:PERIOD - la )", Again,
         {"En mars 2010. Cette année-là": "2010-03, 2010"}),
        ("day beside today", "( la | l ' | le )? days:BESIDE", lambda days: makers.nearby(days).but(told="last"),
         {"Le 3 mai 2021 et le lendemain": "2021-05-03, 2021-05-04", "à la veille de la guerre": "", "du jour au lendemain": ""},
         "( _ NOUN_OF | jour au _ | sans _ )"),
        ("before or after, where nothing else is dated", "some:SOME? length:<length> way:LATER", makers.then,
         {"Le 3 mai 2021. Deux jours plus tard": "2021-05-03, 2021-05-05"}),
        ("so long before or after", "some:SOME? length:<length> way:NEXT_TO", makers.then,
         {"Le 3 mai 2021 et deux jours après": "2021-05-03, 2021-05-05", "deux jours après la guerre": "P2D"}, "_ !STOP TOKEN"),
    ),
    *rows("mention", ("hour in a text", "clock:<clock>", hour, {"à 20 heures": "2023-02-10T20:00"})),
    *rows(
        "clock",
        ("hour", "hour:D12 h minute:D2? half:HALF? ( ,? ( zone:<zone> | zone:CITY_TIME ) )?", Clock, {"à 9h04": "2023-02-10T09:04"}),
        ("hour in words", "( hour:D12 | hour:COUNT ) heures minute:D2? half:HALF? ( ,? ( zone:<zone> | zone:CITY_TIME ) )?", Clock,
         {"à 20 heures": "2023-02-10T20:00", "pendant 20 heures": "PT20H"}, "!AT_HOUR TOKEN _"),
        ("noon", "!NAME hour:NOON zone:<zone>?", Clock, {"à midi": "2023-02-10T12:00", "vers minuit": "2023-02-10T24:00", "le Midi": ""},
         "- _"),
    ),
)  # fmt: skip
_MEASURES = (
    *rows("mention", ("part of the day alone", "dans value:<day-part>", same, {"dans la soirée": "2023-02-10TEV", "dans la nuit du tombeau": ""},
                      "_ NOUN_OF")),
    *rows("day-part", ("part of the day", "( la | l ' ) part:PART_OF_DAY", part_alone, {"dans la matinée": "2023-02-10TMO"})),
    *rows(
        "length",
        ("length", "( count:NUM | count:COUNT | count:MANY ) !NAME unit:UNIT", makers.length,
         {"trois ans": "P3Y", "plusieurs semaines": "PXW", "la guerre de Trente Ans": ""}),
        ("length and a half", "count:COUNT unit:UNIT et ( demi | demie )", lambda count, unit: makers.length(count + 0.5, unit),
         {"deux ans et demi": "P2.5Y"}),
    ),
    *rows(
        "lasting",
        ("so long", "first:<length>", makers.lasting, {"trois ans": "P3Y"}),
        ("so long on one side", "LED? ( count:NUM | count:COUNT ) ( way:STEPS unit:UNIT | unit:UNIT way:STEPS )", _way,
         {"au cours des trois dernières années": "P3Y", "les deux semaines passées": "P2W"}),
        ("more or less so long", "some:SOME value:<lasting>", makers.modified, {"plus de dix heures": "PT10H"}),
    ),
    *rows(
        "often",
        ("every", "EVERY ( count:NUM | count:COUNT )? unit:UNIT", makers.each, {"chaque année": "P1Y", "toutes les deux semaines": "P2W"}),
        ("every weekday", "EVERY ( weekday:WEEKDAYS | weekday:FULL_WEEKDAY )", makers.each, {"tous les lundis": "XXXX-WXX-1"}),
        ("so often", "( COUNT | NUM | MANY ) fois par unit:UNIT", makers.each, {"deux fois par an": "P1Y"}),
        ("often", "unit:OFTEN", makers.each, {"son budget annuel": "P1Y", "le quotidien Le Soir": ""}, "( THE | un | au | du ) _"),
    ),
    *rows(
        "vague",
        ("vague", "way:VAGUE", Vaguely, {"Il est maintenant fermé.": "PRESENT_REF"}),
        ("uncounted on one side", "LED? ( way:STEPS UNIT | UNIT way:STEPS )", Vaguely,
         {"ces dernières années": "PAST_REF", "dans les jours à venir": "FUTURE_REF"}),
    ),
)  # fmt: skip

FRENCH_TEXT = text_language(FRENCH, VOCABULARY, (*_DAYS, *_NEAR, *_MEASURES))
