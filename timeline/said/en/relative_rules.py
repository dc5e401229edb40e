"""English rules that start from another date, or from today: ago, last, early, the first Monday of, the week of."""

from timeline.said.joins import same
from timeline.said.patterns import Rule
from timeline.said.values import (
    Away,
    Clock,
    Length,
    Near,
    Night,
    Nth,
    Part,
    Several,
    SoFar,
    Untold,
    Value,
    WeekOf,
)


def _ago(length: Length, way: int) -> Away:
    return Away(count=length.count, unit=length.unit, way=way)


def _away(length: Length, way: int, base: Value) -> Away:
    return Away(count=length.count, unit=length.unit, way=way, base=base)


def _nearby(days: int) -> Away:
    return Away(count=abs(days), unit="day", way=1 if days > 0 else -1)


def _near(step: int, unit: str) -> Near | None:
    """Decades and centuries beside this one are not said of one year: "last century" may be a hundred years."""
    return Near(step=step, unit=unit) if step == 0 or unit not in ("decade", "century") else None  # type: ignore[arg-type]


def _part(base: Value, count: int, number: int) -> Part | None:
    which = number - 1 if number > 0 else count - 1
    return Part(which=which, count=count, base=base) if which < count else None


def _night(first: Value, second: Value | None = None) -> Night:
    return Night(base=first if second is None else Several(members=(first, second)))


RELATIVE = (
    Rule(name="length", gives="length", pattern="( count:NUM | count:COUNT ) unit:UNIT", value=Length,
         examples={"3 weeks ago": "2023-01-20", "a year ago": "2022"}),
    Rule(name="ago", gives="point", pattern="length:<length> way:AGO", value=_ago,
         examples={"two decades ago": "2003~", "three weeks from now": "2023-03-03"}),
    Rule(name="in a while", gives="point", pattern="in length:<length>", value=lambda length: _ago(length, 1),
         examples={"in 3 weeks": "2023-03-03"}),
    Rule(name="away from a date", gives="point", pattern="length:<length> way:AWAY base:<date>", value=_away,
         examples={"two weeks after 5 May 2022": "2022-05-19", "2 months before 5 May 2022": "2022-03"},
         never={"3 days after March 2022": ""}),
    Rule(name="next to a date", gives="point", pattern="the? unit:PERIOD way:AWAY base:<date>",
         value=lambda unit, way, base: Away(count=1, unit=unit, way=way, base=base),
         examples={"the day before 21 March 2022": "2022-03-20"}),
    Rule(name="near today", gives="point", pattern="the? days:NEARBY", value=_nearby,
         examples={"today": "2023-02-10", "yesterday": "2023-02-09", "the day before yesterday": "2023-02-08"}),
    Rule(name="last, this, next period", gives="point", pattern="step:STEP unit:PERIOD", value=_near,
         examples={"last month": "2023-01", "next week": "[2023-02-13..2023-02-19]", "this decade": "202X"}),
    Rule(name="past week", gives="point", pattern="( this | the )? step:PAST week",
         value=lambda step: Near(step=step, unit="week"), examples={"past week": "[2023-01-30..2023-02-05]"}),
    Rule(name="last, this, next weekday", gives="point", pattern="( step:STEP | step:PAST ) weekday:WEEKDAY", value=Near,
         examples={"last Friday": "2023-02-03"}, never={"next Friday": "", "this Tuesday": ""}),
    Rule(name="last, this, next month", gives="point", pattern="( step:STEP | step:PAST ) ( month:MONTH | month:SEASON )",
         value=Near, examples={"last March": "2022-03", "this May": "2023-05"}, never={"next March": ""}),
    Rule(name="weekday", gives="point", pattern="weekday:WEEKDAY", value=Near,
         examples={"Tuesday": "2023-02-07", "on Friday": "2023-02-10", "Friday to Monday": "2023-02-03/2023-02-06"}),
    Rule(name="early, mid, late", gives="date", pattern="which:EDGE -? ( of | in )? the? base:<date>",
         value=lambda which, base: Part(which=which, count=3, base=base),
         examples={"early March 2024": "[2024-03-01..2024-03-10]", "mid-20th century": "1950~",
                   "late 1990s": "[1997..1999]"}, never={"early 10 Feb 2023": ""}),
    Rule(name="half or quarter of", gives="date", pattern="( number:<nth> | number:LAST ) count:HALVES of the? base:<date>",
         value=_part, examples={"second half of the 19th century": "[1850..1899]",
                                "first half of March 2022": "[2022-03-01..2022-03-15]"}),
    Rule(name="earlier or later in", gives="point", pattern="side:EARLIER base:<point>", value=SoFar,
         examples={"earlier this month": "[2023-02-01..2023-02-10]", "later this year": "[2023-02-10..2023-12-31]"},
         never={"earlier last month": ""}),
    Rule(name="weekday of a month", gives="point",
         pattern="the? ( number:<nth> | number:LAST ) weekday:WEEKDAY ( of | in )? base:<point>", value=Nth,
         examples={"first Monday of May 2021": "2021-05-03", "last Friday in March 2022": "2022-03-25"},
         never={"fifth Monday of May 2022": "2022-05-30", "fifth Monday of May 2021": "2021-05-31",
                "fifth Monday of June 2021": ""}),
    Rule(name="day or week of a month", gives="point",
         pattern="the? ( number:<nth> | number:LAST ) unit:PERIOD ( of | in ) base:<point>",
         value=lambda number, unit, base: (
             Nth(number=number, unit=unit, base=base) if unit in ("day", "week") else None
         ),
         examples={"first week of May 1945": "[1945-05-01..1945-05-07]",
                   "last week of May 1945": "[1945-05-25..1945-05-31]", "last day of 2021": "2021-12-31"}),
    Rule(name="number of a month", gives="point", pattern="the? number:<nth> ( of | in ) base:<point>",
         value=lambda number, base: Nth(number=number, base=base) if isinstance(base, Near) else None,
         examples={"2nd of this month": "2023-02-02"}),
    Rule(name="week of", gives="point", pattern="week of base:<date>", value=WeekOf,
         examples={"week of 21 March 2022": "[2022-03-21..2022-03-27]"}),
    Rule(name="week from", gives="point", pattern="week ( beginning | commencing | starting ) base:<date>",
         value=lambda base: WeekOf(base=base, begins=True),
         examples={"week beginning 5 May 2021": "[2021-05-05..2021-05-11]"}),
    Rule(name="night", gives="when", pattern="the? NIGHT IDLE? base:<date>", value=Night,
         examples={"night of 23 February 2022": "[2022-02-23..2022-02-24]"}),
    Rule(name="night between", gives="when",
         pattern="the? NIGHT IDLE? first:<date> ( DASH | / | to | AND ) second:<date>", value=_night,
         examples={"night of 13–14 February 1945": "[1945-02-13..1945-02-14]",
                   "night of 13/14 February 1945": "[1945-02-13..1945-02-14]"},
         never={"night of 13–15 February 1945": ""}),
    Rule(name="part of the day behind", gives="timed", pattern="value:<point> ,? ( \\( PART_OF_DAY \\) | PART_OF_DAY )",
         value=same, examples={"24 February 2022 (evening)": "2022-02-24"}),
    Rule(name="some day or month in", gives="date", pattern="( a | one ) unit:PERIOD ( in | of ) base:<date>",
         value=lambda unit, base: Untold(unit=unit, base=base) if unit in ("day", "month") else None,
         examples={"a day in March 2022": "2022-03-XX", "a month in 1985": "1985-XX"}),
    Rule(name="hour", gives="clock", pattern="hour:D12 ( ^. ^minute:D2 )? half:HALF ( zone:<zone> | zone:CITY_TIME )?",
         value=Clock, examples={"10 Feb 2023 3 pm": "2023-02-10T15:00:00",
                                "24 February 2022, 5 a.m. Moscow time": "2022-02-24T05:00:00+03:00"}),
    Rule(name="hour of a city", gives="clock", pattern="hour:D12 ^: ^minute:D2 half:HALF? zone:CITY_TIME", value=Clock,
         examples={"10 Feb 2023 15:00 Moscow time": "2023-02-10T15:00:00+03:00"}),
    Rule(name="noon", gives="clock", pattern="noon zone:<zone>?", value=lambda zone="": Clock(hour=12, zone=zone),
         examples={"noon on 3 May 1945": "1945-05-03T12:00:00"}),
)  # fmt: skip
