"""English rules that only running text needs: dates that nobody types, and what is no date where nobody asked for one."""

from timeline.said import makers
from timeline.said.en.grammar import ENGLISH
from timeline.said.en.text_measures import MEASURES
from timeline.said.en.text_words import VOCABULARY
from timeline.said.joins import doubted
from timeline.said.languages import text_language
from timeline.said.texts import in_year, part_alone, rows
from timeline.said.values import (
    Again,
    Away,
    Decade,
    Feast,
    Fields,
    Fiscal,
    Near,
    Nth,
    Number,
    Part,
    SoFar,
    Value,
    Week,
    WeekOf,
    Within,
    Year,
    Years,
)

_A_DAY = ("day", "hour", "minute", "second")


def _decade(number: int, hundred: int = 0, era: str = "") -> Value | None:
    """A decade; of hundreds before 1900 the century: the 1800s."""
    number += 100 * hundred
    if number % 10 or (100 <= number < 1000 and not era):
        return None
    if number % 100 == 0 and 1000 < number < 1900:
        return Years(first=number, last=number + 99)
    return Years(first=number, last=number + 9) if number >= 1900 else makers.decade(number, era)


def _spelled(first: int, rest: int = 0, thousand: int = 1) -> Year | None:
    """A year in words: nineteen ninety-one, two thousand and fifteen."""
    number = first * 100 + rest if thousand == 1 else first * 1000 + rest
    return Year(number=number) if 1000 <= number <= 2100 and (rest > 9 or thousand > 1) else None


def _numbered_week(number: int, year: Year | None = None) -> Week | None:
    return Week(year=year.number if year else None, number=number) if 1 <= number <= 53 else None


def _about(doubt: int, value: Value) -> Value:
    """About a date; EDTF has no doubt about a time of day."""
    return value.but(mod="APPROX", words="") if value.clock else doubted(doubt, value)


def _dated_in(item: Value, year: Year) -> Value | None:
    return item.but(year=year, words="") if isinstance(item, Fields) and item.yearless else None


def _day_of_month(number: int) -> Number | None:
    return Number(number=number, ordinal=True) if 1 <= number <= 31 else None


def _part(which: int, base: Value) -> Part | None:
    """The beginning, middle or end of a period, or of a part of a day."""
    return None if base.clock or isinstance(base, Part | Number) else Part(which=which, count=3, base=base)


def _so_far(which: int, base: Value) -> Value | None:
    """Earlier this month: up to now. Earlier that month: its beginning."""
    if isinstance(base, Near) and base.step == 0 and not base.told and base.unit and not base.part:
        return SoFar(side=which - 1, base=base)
    leant = isinstance(base, Near | Away) or (isinstance(base, Fields) and base.year is None)
    return _part(which, base) if leant else None


def _near_part(part: str, step: int = 0, told: int | None = None, which: int | None = None) -> Value:
    """The morning of the day, of that before, of the one told."""
    day = Near(
        step=step if told is None else told, unit="day", part=part, told="" if told is None else "last"
    )
    return day if which is None else Part(which=which, count=3, base=day)


def _in_part(value: Value, part: str, which: int | None = None) -> Value | None:
    """A part of a day that is named."""
    daily = (
        (isinstance(value, Fields) and value.day is not None)
        or (isinstance(value, Near) and (value.weekday is not None or value.unit == "day"))
        or (isinstance(value, Away) and value.unit in ("day", "week"))
        or isinstance(value, Feast | Nth | Number)
    )
    if not daily or value.clock or value.part:
        return None
    found = value.but(part=part, words="")
    return found if which is None else Part(which=which, count=3, base=found)


def _told(step: int, **fields: object) -> Near:
    return Near(step=step, told="last", **fields)  # type: ignore[arg-type]  # a unit, weekday or month


def _nth(number: int, unit: str, base: Value) -> Value | None:
    if unit == "quarter" or isinstance(base, Number) or (isinstance(base, Near) and base.unit == "day"):
        return None
    return Nth(number=number, unit=unit, base=base)  # type: ignore[arg-type]  # a class of units


def _again(unit: str, base: Value) -> Again | None:
    yearly = (isinstance(base, Near | Away) and base.unit == "year") or (
        isinstance(base, Fields) and base.year is not None and base.month is None
    )
    kind = None if unit in ("period", "time") else unit
    return Again(unit=kind, base=base) if yearly else None  # type: ignore[arg-type]  # a unit


_BARE_DAY = "_ MEASURE"

_YEARS = (
    *rows(
        "spelled",
        ("year in words", "first:<small> -? rest:<small>", _spelled, {"in nineteen ninety-one": "1991"}),
        ("year in hundreds", "first:<small> hundred and? rest:<small>", _spelled,
         {"in May nineteen hundred and fourteen": "1914-05"}),
        ("year in thousands", "first:<small> thousand and? rest:<small>?",
         lambda first, rest=0: _spelled(first, rest, 1000), {"in two thousand and fifteen": "2015"}),
    ),
    *rows(
        "point",
        ("year in words alone", "year:<spelled>", Fields, {"in nineteen ninety-one": "1991", "nineteen forty men": ""},
         "( !AT_SPELLED TOKEN _ | _ !NAME PLURALS )"),
        ("day and year in words", "( day:<small> month:MONTH | month:MONTH day:<small> ) ,? year:<spelled>", Fields,
         {"on fifteen August nineteen ninety-three": "1993-08-15"}),
    ),
    *rows(
        "point",
        ("year called so", "( the ( calendar | year )? | calendar )? year year:<year>", lambda year: Fields(year=year),
         {"in the year 1215": "1215"}),
        ("early year called so", "the? year number:D34", lambda number: Fields(year=Year(number=number)),
         {"in the year 750": "0750"}, "_ olds"),
        ("decade", "THE? '? number:NUM ^'? ^s era:CHRIST?", _decade,
         {"in the 1950s": "195", "in the '60s": "196", "in the 1800s": "18", "the A380s": "", "in 1965's war": "1965"}, "ANYWORD ^_"),
        ("decade in a word", "the? hundred:ONES? -? number:DECADE",
         lambda number, hundred=0: _decade(number, hundred) if hundred else Decade(number=number),
         {"in the sixties": "196", "in the nineteen-nineties": "199", "He is in his sixties.": ""},
         "( his _ | her _ | their _ | my _ )"),
        ("century", "the? number:<nth> -? size:CENTURY era:CHRIST?", makers.run,
         {"in the 19th century": "18", "in the first century BC": "BC00"}),
    ),
    *rows(
        "point",
        ("fiscal year", "the? FISCAL year? year:<year> ( ^( - | / ) ^NUM )?", lambda year: Fiscal(year=year),
         {"in fiscal 2012": "FY2012", "the financial year 2011/12": "FY2011"}),
    ),
)  # fmt: skip
_DAYS = (
    *rows(
        "point",
        ("day and month", "day:<day> ( of the? | ^SEP )? !VERBAL month:MONTH", Fields,
         {"on 7 February": "2023-02-07", "All 5 may be there.": ""}, _BARE_DAY),
        ("month and day", "month:MONTH ( the | ^SEP )? day:<day>", Fields,
         {"on September 11": "2022-09-11", "in March 5 percent fell": "2022-03"}, _BARE_DAY),
        ("day, month, year of two digits", "day:<day> ( ^SEP month:MONTH ^SEP | month:MONTH ( ,? ' | of '? ) ) two:D2", makers.short,
         {"on 19-Nov-12": "2012-11-19"}),
        ("month, day, year of two digits", "month:MONTH day:<day> ,? ' two:D2", makers.short, {"on May 5, '12": "2012-05-05"}),
        ("year, month, day", "year:<year> ( , | ^SEP )? month:MONTH ^SEP? day:<day>", Fields, {"on 2020/Sep/23": "2020-09-23"}),
        ("month of a year of two digits", "month:MONTH of '? two:D2", makers.short, {"in April of 87": "1987-04"}, "_ ANYWORD"),
        ("year and month", "year:<year> ( , | ^- )? month:CAPITAL_MONTH", Fields, {"in 1939 September": "1939-09"}, "( _ NUM | _ ^/ NUM )"),
        ("day of the month", "the number:NUM ^TH", _day_of_month,
         {"It met on the 9th.": "2023-02-09", "the 9th district": ""}, "_ !AT_TIME !STOP ANYWORD"),
        ("day of the month told", "the number:<nth> of ( the | this | that ) month",
         lambda number: Number(number=number, ordinal=True), {"on the first of the month": "2023-02-01"}),
        ("weekday and its number", "weekday:WEEKDAY ,? the number:<nth>",
         lambda weekday, number: Fields(weekday=weekday, day=number), {"on Friday the 17th": "2023-02-17"}, "_ !AT_TIME !AT !ONES !STOP SMALL"),
        ("month", "month:SURE_MONTH", Fields, {"in January": "2023-01"}, "( TITLE _ | !AT_TIME TOKEN _ NAME )"),
        ("month that is a name", "month:NAME_MONTH", Fields,
         {"in April": "2022-04", "said April Smith": ""},
         "( TITLE _ | !AT_TIME TOKEN _ NAME | !AT_TIME NAME _ !GLUED )"),
        ("month that is a verb", "month:VERB_MONTH", Fields,
         {"in May": "2022-05", "May I come?": "", "in March": "2022-03", "the Long March": "", "Theresa May": ""},
         "( TITLE _ | _ NAME | !AT_TIME NAME _ !GLUED | the _ | a _ | s _ | _ NO_MONTH | !AT_TIME TOKEN _ MARCHES )"),
        ("weekday", "weekday:SURE_DAY", Near, {"They met on Friday.": "2023-02-10"}),
        ("weekday in short", "weekday:SHORT_DAY", Near, {"on Mon": "2023-02-06", "The Sun said so.": "", "after Sun Yat-sen": ""},
         "( !AT_TIME !, TOKEN _ | _ NAME )"),
        ("feast", "the? name:FEAST ( ( ,? of? | in )? year:<year> )?", Feast, {"on Christmas Day": "2022-12-25"}),
        ("the new year", "( the new year | new year ' s )", lambda: Feast(name="new year day"), {"in the new year": "2023-01-01"}),
        ("new year", "new year", lambda: Feast(name="new year day"), {"before New Year": "2023-01-01", "the Lunar New Year": ""},
         "!AT_NEW_YEAR TOKEN _"),
        ("ides", "the ides of month:MONTH ,? of? year:<year>",
         lambda month, year: Fields(day=15 if month in (3, 5, 7, 10) else 13, month=month, year=year),
         {"on the ides of March 44 BC": "BC0044-03-15"}),
        ("eve of", "the? eve of the? base:<point>", lambda base: Away(count=1, unit="day", way=-1, base=base),
         {"on the eve of 3 May 2021": "2021-05-02"}),
    ),
)  # fmt: skip
_PARTS = (
    *rows(
        "part",
        ("quarter or half in words", "the? ( number:<nth> | number:LAST ) FISCAL? -? count:HALVES",
         lambda number, count: makers.halves(count, number if number > 0 else count),
         {"in the third quarter of 2012": "2012-Q3"}),
    ),
    *rows(
        "point",
        ("last quarter", "the? LASTLY quarter", lambda: Near(step=-1, unit="quarter"), {"in the last quarter": "2022-Q4"}),
        ("part of the latest year", "month:<part>", lambda month: Fields(month=month) if 33 <= month <= 36 else None,
         {"in the third quarter": "2022-Q3", "The first half ended.": ""}),
        ("season with its article", "the month:LONE_SEASON", Fields, {"In the winter it ended.": "2022-WI", "the Spring Offensive": ""},
         "_ NO_SEASON"),
        ("season after a preposition", "month:LONE_SEASON", Fields, {"in autumn": "2022-FA"}, "( !AT_SEASON TOKEN _ | _ NO_SEASON )"),
        ("fall", "the? fall", lambda: Fields(month=23), {"in the fall": "2022-FA", "Prices began to fall.": "", "by the fall of Rome": ""},
         "( !AT_FALL TOKEN _ | _ of | _ in )"),
    ),
    *rows(
        "date",
        ("early, mid, late", "the? which:EDGE ( - | part of | in | on | of )? the? base:<date>", _part,
         {"in early March 2024": "2024-03", "early on Friday": "2023-02-10", "the late 1990s": "199"}),
        ("beginning, middle or end of", "( the ( very | month )? )? which:EDGES of the? ( month of )? base:<date>", _part,
         {"at the end of 2012": "2012", "by the end of the year": "2023"}),
        ("edge of what is told", "base:<point> ' s which:EDGES", _part, {"by next year's end": "2024"}),
        ("half or quarter of", "the? ( number:<nth> | number:LAST ) count:HALVES of the? base:<date>", makers.part,
         {"in the second half of the 1990s": "199"}),
        ("half or quarter behind its year", "base:<point> ' s ( number:<nth> | number:LAST ) count:HALVES", makers.part,
         {"in last year's first quarter": "2022-Q1"}),
        ("earlier or later in", "which:LATER ( in | on )? the? base:<date>", _so_far,
         {"earlier this month": "2023-02", "later in the day": "2023-02-10"}),
        ("doubt before", "doubt:ABOUT ( - | , )? value:<date>", _about,
         {"about 1950": "1950", "around tomorrow at 10 am": "2023-02-11T10:00"}, "how _"),
        ("some time in", "SOMETIME value:<date>", lambda value: value.but(words=""), {"sometime in late 2008": "2008"}),
        ("year in words behind its day", "item:<point> ,? ( of | in )? year:<spelled>", _dated_in,
         {"in May nineteen hundred and fourteen": "1914-05"}),
        ("this day in a year", "this day in year:<year>",
         lambda year: Within(item=Near(step=0, unit="day"), base=Fields(year=year)), {"On this day in 1945": "1945-02-10"}),
        ("night between", "the? NIGHT IDLE? ( first:<date> | first:<bare-day> ) ( DASH | / | to | AND ) the? second:<date>",
         makers.night, {"on the night of 13–14 February 2022": "2022-02-13TNI"}),
        ("in a year told elsewhere", "item:<point> ( ,? of | , | in )? the? base:<point>", in_year,
         {"in March last year": "2022-03", "on the 5th of last month": "2023-01-05"}),
    ),
    *rows(
        "point",
        ("weekday of a month", "the? ( number:<nth> | number:LAST ) weekday:WEEKDAY ( of | in ) the? base:<point>", Nth,
         {"on the first Monday of May 2021": "2021-05-03"}),
        ("day or week of a month", "the? ( number:<nth> | number:LAST ) unit:PERIOD ( of | in ) the? base:<date>", _nth,
         {"on the last day of 2021": "2021-12-31", "in the first week of May 1945": "1945-W18"}),
        ("weekday of a week", "weekday:WEEKDAY ( of | , )? the? ( step:STEP | step:TOLD_STEP ) week",
         lambda weekday, step: Nth(number=1, weekday=weekday, base=Near(step=step, unit="week")),
         {"on Monday of last week": "2023-01-30"}),
        ("week and its weekday", "step:STEP week ( ' s )? ,? on? weekday:WEEKDAY",
         lambda weekday, step: Nth(number=1, weekday=weekday, base=Near(step=step, unit="week")),
         {"next week Friday": "2023-02-17"}),
        ("week by its number", "the? week number:D12 ( ( of | , | in )? year:<year> )?", _numbered_week,
         {"in week 10": "2023-W10", "the week 3 of 2027": "2027-W03"}, "_ ( ^. | ^: )"),
        ("week of", "the? week of the? base:<date>", lambda base: WeekOf(base=base), {"in the week of 3 May 2021": "2021-W18"}),
    ),
)  # fmt: skip
_NEAR = (
    *rows(
        "point",
        ("near today", "the? days:NEARBY", makers.nearby, {"They met yesterday.": "2023-02-09"}),
        ("last, this, next period", "!PROGRAMME the? step:STEP SORT? unit:PERIOD", Near,
         {"They met last month.": "2023-01", "He told This Week so.": "", "this year": "2023", "next week": "2023-W07"}),
        ("next day", "the? next unit:DAY", lambda: _told(1, unit="day"), {"It ended the next day.": "2023-02-11"}),
        ("past week", "past ( unit:week | unit:weekend | unit:quarter )", lambda unit: Near(step=-1, unit=unit),
         {"past week": "2023-W05"}, "( the _ | this _ )"),
        ("period told", "( the | a )? step:TOLD_STEP SORT? unit:PERIOD", lambda step, unit: _told(step, unit=unit),
         {"It began in 1955. That year it ended.": "1955, 1955", "in 1955 and the following year": "1955, 1956"}),
        ("period beyond", "the unit:PERIOD step:BEYOND", Near, {"the week after next": "2023-W08"}),
        ("period beside", "the unit:PERIOD step:BESIDE", lambda step, unit: _told(step, unit=unit),
         {"He came in 1955 and left the year later.": "1955, 1956"}),
        ("period before or after", "the unit:PERIOD step:ASIDE", lambda step, unit: _told(step, unit=unit),
         {"In 1955 it was less than the year before.": "1955, 1954"}, "_ !STOP TOKEN"),
        ("period of a year ago", "( the | a )? unit:PERIOD - ( ago | earlier )", lambda unit: Near(step=-1, unit=unit),
         {"the year-ago quarter": "2022"}),
        ("end of the period", "unit:PERIOD - end", lambda unit: Part(which=2, count=3, base=Near(step=0, unit=unit)),
         {"by year-end": "2023"}),
        ("day or week alone", "the ( unit:DAY | unit:WEEK )", lambda unit: Near(step=0, unit=unit, told="near"),
         {"It fell to end the day at 7,114.": "2023-02-10", "the day after": "2023-02-11"}, "_ GOES_ON"),
        ("month or year alone", "the unit:MONTH_YEAR", lambda unit: Near(step=0, unit=unit),
         {"in the year": "2023", "the year of the war": "", "It was the year.": ""},
         "( !INSIDE TOKEN _ | _ GOES_ON )"),
        ("weekend", "the? weekend", lambda: Near(unit="weekend"), {"They met at the weekend.": "2023-W05-WE"}),
        ("last, this, next weekday", "the? ( step:STEP | step:PAST ) weekday:WEEKDAY", Near, {"last Friday": "2023-02-03"}),
        ("weekday to come", "( this | the )? COMING weekday:WEEKDAY", lambda weekday: Near(step=1, weekday=weekday, told="near"),
         {"this coming Friday": "2023-02-17"}),
        ("weekday told", "the? step:TOLD_STEP weekday:WEEKDAY", lambda step, weekday: _told(step, weekday=weekday),
         {"On 3 May 2021 and the following Friday": "2021-05-03, 2021-05-07"}),
        ("last, this, next month", "the? ( step:STEP | step:PAST ) ( month:CAPITAL_MONTH | month:SEASON )", Near,
         {"last March": "2022-03", "this spring": "2023-SP", "This may be.": ""}),
        ("month told", "the? step:TOLD_STEP ( month:CAPITAL_MONTH | month:SEASON )", lambda step, month: _told(step, month=month),
         {"in 1955 and the following March": "1955, 1955-03"}),
        ("same of another year", "the same ( unit:PERIOD | unit:SPAN ) ( of | in )? the? base:<point>", _again,
         {"in March and the same month last year": "2022-03, 2022-03"}),
    ),
    *rows("mention", ("that time", "( that | this ) time", Again, {"They met on 3 May 2021 and at that time": "2021-05-03, 2021-05-03"},
                      "!AT_THAT TOKEN _")),
)  # fmt: skip
_HOURS = (
    *rows(
        "timed",
        ("part of the day behind", "value:<point> ( in the | at )? which:EDGE? part:PART_OF_DAY", _in_part,
         {"on Friday morning": "2023-02-10TMO", "on 3 May 2021 in the evening": "2021-05-03TEV"}),
        ("hour of a part of a day", "value:<timed> ,? AT? clock:<clock>", lambda value, clock: value.but(clock=clock, part="", words=""),
         {"on Monday morning from 10 am": "2023-02-06T10:00"}),
        ("part of a named day", "the? which:EDGE? part:PART_OF_DAY ( of | on | , )? the? value:<point>", _in_part,
         {"on the morning of 3 May 2021": "2021-05-03TMO"}),
    ),
    *rows(
        "point",
        ("part of a day near", "!PROGRAMME step:STEP ( ' s )? which:EDGE? part:PART_OF_DAY", _near_part,
         {"this morning": "2023-02-10TMO", "last night": "2023-02-09TNI"}),
        ("part of the next day", "the next which:EDGE? part:PART_OF_DAY", lambda part, which=None: _near_part(part, told=1, which=which),
         {"the next morning": "2023-02-11TMO"}),
        ("part of a day told", "the? told:TOLD_STEP which:EDGE? part:PART_OF_DAY", _near_part,
         {"that evening": "2023-02-10TEV"}),
        ("tonight", "( tonight | overnight )", lambda: _near_part("NI"), {"They meet tonight.": "2023-02-10TNI"}),
    ),
    *rows(
        "date",
        ("part of the day alone", "the? ( which:EDGE ( - | hours of the )? )? part:PART_OF_DAY",
         part_alone,
         {"in the morning": "2023-02-10TMO", "The night sky.": "", "a morning": ""},
         "( !AT_PART TOKEN _ | _ NO_PART )"),
    ),
)  # fmt: skip

ENGLISH_TEXT = text_language(ENGLISH, VOCABULARY, (*_YEARS, *_DAYS, *_PARTS, *_NEAR, *_HOURS, *MEASURES))
