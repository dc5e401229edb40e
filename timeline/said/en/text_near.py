"""English rules of running text that start from the day it is told on, or from the date told last; parts of a day."""

from typing import Any

from timeline.said import makers
from timeline.said.texts import part_alone, rows
from timeline.said.values import (
    Again,
    Away,
    Clock,
    Feast,
    Fields,
    Near,
    Nth,
    Number,
    Part,
    SoFar,
    Told,
    Value,
)


def _near(step: tuple[int, Told] | int, **fields: Any) -> Near:
    """Last, this or next, or beside what was told; the next day is that after the day told, a coming Friday the next to come."""
    way: int
    told: Told
    way, told = step if isinstance(step, tuple) else (step, "last")
    if told == "near" and "weekday" not in fields:
        told = ""
    if way == 1 and not told and fields.get("unit") == "day":
        told = "last"
    return Near(step=way, told=told, **fields)


def _near_part(part: str, step: tuple[int, Told] = (0, ""), which: int | None = None) -> Value:
    """The morning of the day, of that before, of the one told."""
    day = _near(step, unit="day", part=part)
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


def _in_half(value: Value, hour: int, minute: int = 0) -> Value | None:
    """Eight, said of an evening or a morning; three at night is the next day's."""
    half = {"MO": 0, "AF": 12, "EV": 12, "NI": 12 if 6 <= hour < 12 else None}.get(value.part)
    clock = Clock(hour=hour, minute=minute, half=half)
    return None if half is None or hour > 12 else value.but(clock=clock, part="", words="")


def part_of(which: int, base: Value) -> Part | None:
    """The beginning, middle or end of a period, or of a part of a day."""
    return None if base.clock or isinstance(base, Part | Number) else Part(which=which, count=3, base=base)


def _behind(base: Value, which: int = 0, number: int = 0, count: int = 0) -> Value | None:
    """The end, or a half or quarter, of a year that stands before it."""
    return makers.part(base, count, number) if count else part_of(which, base)


def _so_far(which: int, base: Value) -> Value | None:
    """Earlier this month: up to now. Earlier that month: its beginning."""
    if isinstance(base, Near) and base.step == 0 and not base.told and base.unit and not base.part:
        return SoFar(side=which - 1, base=base)
    leant = isinstance(base, Near | Away) or (isinstance(base, Fields) and base.year is None)
    return part_of(which, base) if leant else None


def _of_week(weekday: int, step: tuple[int, Told]) -> Nth:
    return Nth(number=1, weekday=weekday, base=_near(step, unit="week"))


def _again(unit: str, base: Value) -> Again | None:
    yearly = (isinstance(base, Near | Away) and base.unit == "year") or (
        isinstance(base, Fields) and base.year is not None and base.month is None
    )
    kind = None if unit in ("period", "time") else unit
    return Again(unit=kind, base=base) if yearly else None  # type: ignore[arg-type]  # a unit


NEAR = (
    *rows(
        "point",
        ("last, this, next period", "!PROGRAMME ( the | a )? step:STEP SORT? unit:PERIOD", _near,
         {"They met last month.": "2023-01", "He told This Week so.": "", "this year": "2023", "next week": "2023-W07",
          "It ended the next day.": "2023-02-11", "It began in 1955. That year it ended.": "1955, 1955",
          "in 1955 and the following year": "1955, 1956"}),
        ("last, this, next weekday", "the? ( step:STEP | step:PAST ) weekday:WEEKDAY", _near,
         {"last Friday": "2023-02-03", "this coming Friday": "2023-02-17",
          "On 3 May 2021 and the following Friday": "2021-05-03, 2021-05-07"}),
        ("last, this, next month", "the? ( step:STEP | step:PAST ) ( month:CAPITAL_MONTH | month:SEASON )", _near,
         {"last March": "2022-03", "this spring": "2023-SP", "This may be.": "", "in 1955 and the following March": "1955, 1955-03"}),
        ("last, this, next feast", "the? step:STEP name:FEAST", lambda step, name: Feast(name=name, step=step[0]),
         {"last Christmas": "2022-12-25", "next Easter": "2023-04-09"}),
        ("past week", "step:PAST ( unit:week | unit:weekend | unit:quarter )", _near, {"past week": "2023-W05"}),
        ("period beside", "the unit:PERIOD ( step:BESIDE | step:ASIDE !<going> )", _near,
         {"the week after next": "2023-W08", "He came in 1955 and left the year later.": "1955, 1956",
          "In 1955 it was less than the year before.": "1955, 1954"}),
        ("period of a year ago", "( the | a )? unit:PERIOD - ( ago | earlier )", lambda unit: Near(step=-1, unit=unit),
         {"the year-ago quarter": "2022"}),
        ("end of the period", "the? unit:PERIOD ( - which:EDGES | ' s which:EDGES )",
         lambda unit, which: Part(which=which, count=3, base=Near(step=0, unit=unit)), {"by year-end": "2023", "at month's end": "2023-02"}),
        ("day or week alone", "the ( unit:DAY | unit:WEEK )", lambda unit: Near(step=0, unit=unit, told="near"),
         {"It fell to end the day at 7,114.": "2023-02-10", "the day after": "2023-02-11", "the day that it fell": ""}, "_ GOES_ON"),
        ("month or year alone", "the unit:MONTH_YEAR", lambda unit: Near(step=0, unit=unit),
         {"in the year": "2023", "the year of the war": "", "It was the year.": ""},
         "( !INSIDE TOKEN _ | _ GOES_ON )"),
        ("weekend", "the? weekend", lambda: Near(unit="weekend"), {"They met at the weekend.": "2023-W05-WE"}),
        ("weekday of a week", "( weekday:WEEKDAY ( of | , )? the? step:STEP week | step:STEP week ( ' s )? ,? on? weekday:WEEKDAY )",
         _of_week, {"on Monday of last week": "2023-01-30", "next week Friday": "2023-02-17"}),
        ("same of another year", "the same ( unit:PERIOD | unit:SPAN ) ( of | in )? the? base:<point>", _again,
         {"in March and the same month last year": "2022-03, 2022-03"}),
    ),
    *rows("going", ("what goes on", "!STOP TOKEN", lambda: True, {"It fell the year before the war.": ""})),
    *rows("mention", ("that time", "( that | this ) time", Again, {"They met on 3 May 2021 and at that time": "2021-05-03, 2021-05-03",
                       "He liked that time.": ""},
                      "!AT_THAT TOKEN _")),
    *rows(
        "date",
        ("early, mid, late", "the? which:EDGE ( - | part of | in | on | of )? the? base:<date>", part_of,
         {"in early March 2024": "2024-03", "early on Friday": "2023-02-10", "the late 1990s": "199"}),
        ("beginning, middle or end of", "( the ( very | month )? )? which:EDGES of the? ( month of )? base:<date>", part_of,
         {"at the end of 2012": "2012", "by the end of the year": "2023"}),
        ("end of the period without an article", "the? which:EDGES of !NAME unit:PERIOD",
         lambda which, unit: Part(which=which, count=3, base=Near(step=0, unit=unit)), {"by end of year": "2023", "the end of Week": ""}),
        ("part behind its year", "base:<point> ' s ( which:EDGES | ( number:<nth> | number:LAST ) count:HALVES )", _behind,
         {"by next year's end": "2024", "in last year's first quarter": "2022-Q1"}),
        ("earlier or later in", "which:LATER ( in | on )? the? base:<date>", _so_far,
         {"earlier this month": "2023-02", "later in the day": "2023-02-10"}),
        ("part of the day alone", "the? ( which:EDGE ( - | hours of the )? )? part:PART_OF_DAY", part_alone,
         {"in the morning": "2023-02-10TMO", "The night sky.": "", "a morning": ""}, "( !AT_PART TOKEN _ | _ NO_PART )"),
    ),
    *rows(
        "timed",
        ("part of the day behind", "value:<point> ( in the | at )? which:EDGE? part:PART_OF_DAY", _in_part,
         {"on Friday morning": "2023-02-10TMO", "on 3 May 2021 in the evening": "2021-05-03TEV"}),
        ("hour of a part of a day", "value:<timed> ,? AT? clock:<clock>", lambda value, clock: value.but(clock=clock, part="", words=""),
         {"on Monday morning from 10 am": "2023-02-06T10:00"}),
        ("hour without its half", "value:<point> AT hour:D12 ( ^: ^minute:D2 )?", _in_half,
         {"tonight at 8": "2023-02-10T20:00", "this morning at 8:30": "2023-02-10T08:30", "last night in 8 games": "2023-02-09TNI",
          "tonight at 8 places": "2023-02-10TNI"}, "( _ !AT_TIME !STOP ANYWORD | _ % | _ ^: )"),
        ("part of a named day", "the? which:EDGE? part:PART_OF_DAY hours? ( of | on | , )? the? value:<point>", _in_part,
         {"on the morning of 3 May 2021": "2021-05-03TMO"}),
    ),
    *rows(
        "point",
        ("part of a day near", "!PROGRAMME the? step:STEP ( ' s )? which:EDGE? part:PART_OF_DAY", _near_part,
         {"this morning": "2023-02-10TMO", "last night": "2023-02-09TNI", "the next morning": "2023-02-11TMO",
          "that evening": "2023-02-10TEV"}),
        ("tonight", "( tonight | overnight )", lambda: _near_part("NI"), {"They meet tonight.": "2023-02-10TNI"}),
    ),
)  # fmt: skip
